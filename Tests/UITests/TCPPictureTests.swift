import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

/// A connection from both its ends, against what the segments themselves say.
@Suite struct TCPPictureTests {
  /// Two hosts and a script; `lost`: transmissions that never arrive.
  private func walk(_ command: String, losing lost: Int? = nil) throws -> WalkScreen {
    let file = command == Self.browse ? try Self.browsing.get() : try Self.file(command)
    var timeline = Timeline(file.world(seed: 1))
    if let lost {
      _ = timeline.extend(toTransmission: lost)
      timeline = try timeline.fork(.lose(frame: lost))
    }
    return WalkScreen(
      Recording(timeline),
      WalkDescription(title: LocalizedText(en: "Test", ko: "시험"), reference: PlainReference()))
  }

  private static let browse = "laptop: browse http://10.0.0.20/"
  private static let browsing = Result { try file(browse) }

  private static func file(_ command: String) throws -> NetworkFile {
    let path = try #require(Fixture.library.networkPath("two-hosts"))
    let source = try Fixture.library.source(path)
    let text = source.text.replacing("laptop: ping printer", with: command)
    #expect(text != source.text)
    return try NetworkFile.decode(Source(name: "test", text: text))
  }

  /// One page of two hosts, and what each moment of it is about.
  private static let page = Result { try TCPPictureTests().walk(browse) }
  private static let conversationsOfPage = page.map { TCPPictureTests().conversations($0) }

  /// Every moment that is about TCP, with both ends.
  private func conversations(_ walk: WalkScreen) -> [(moment: Moment, TCPConversation)] {
    var recording = walk.recording
    return (1...recording.last).compactMap { number in
      let scene = recording.scene(at: number)
      return TCPConversation(at: scene, in: recording).map { (scene.moment, $0) }
    }
  }

  /// What the segments that came and went say about one end, after RFC 9293 §3.3.2 and without its code.
  private struct Observer {
    var isActiveOpener: Bool
    var isRefused = false
    var sentSYN = false, gotSYN = false, gotACKOfSYN = false
    var closed = false, sentFIN = false, gotFIN = false, gotACKOfFIN = false
    var finishedFirst = false
    var isOver = false
    var iss: UInt32 = 0
    var sentEnd: Int = 0
    var acknowledged: Int = 0

    var state: String {
      if isRefused || isOver { return "CLOSED" }
      if !sentSYN && !gotSYN { return isActiveOpener ? "CLOSED" : "LISTEN" }
      if !gotSYN { return "SYN-SENT" }
      if !gotACKOfSYN { return "SYN-RECEIVED" }
      switch (closed, gotFIN) {
      case (false, false): return "ESTABLISHED"
      case (false, true): return "CLOSE-WAIT"
      case (true, false): return gotACKOfFIN ? "FIN-WAIT-2" : "FIN-WAIT-1"
      case (true, true):
        if finishedFirst { return gotACKOfFIN ? "TIME-WAIT" : "CLOSING" }
        return gotACKOfFIN ? "CLOSED" : "LAST-ACK"
      }
    }
  }

  /// Follows a walk with one connection, and compares at every moment that is about it.
  private func follow(_ walk: WalkScreen) throws -> [String] {
    var recording = walk.recording
    let activeOpener = try #require(
      recording.timeline.moments.first { $0.kind.name == "socket.connect" }?.device)
    var ends: [Int: Observer] = [:]
    var compared: [String] = []
    for number in 1...recording.last {
      let scene = recording.scene(at: number)
      let moment = scene.moment
      if let device = moment.device, moment.layer == .transport || moment.layer == .socket {
        var end = ends[device] ?? Observer(isActiveOpener: device == activeOpener)
        note(moment, scene.unit?.layers.first { $0.header is TCP }?.header as? TCP, scene.unit, &end)
        ends[device] = end
      }
      guard let found = TCPConversation(at: scene, in: recording) else { continue }
      for end in found.ends {
        let device = try #require(end.device)
        let observer = ends[device] ?? Observer(isActiveOpener: device == activeOpener)
        // A closed port has no end to observe.
        if end.initial == .closed, !observer.isActiveOpener { continue }
        #expect(end.state.rawValue == observer.state, "moment \(number)")
        compared.append(observer.state)
        let index = try #require(found.ends.firstIndex { $0.device == device })
        guard !observer.isOver, !observer.isRefused, let stream = TCPByteStream(found, from: index),
          let acknowledged = stream[.unacknowledged], let next = stream[.next]
        else { continue }
        #expect(acknowledged.number == observer.acknowledged, "moment \(number)")
        #expect(next.number >= observer.sentEnd)
      }
    }
    return compared
  }

  private func note(_ moment: Moment, _ header: TCP?, _ unit: Dissection?, _ end: inout Observer) {
    switch moment.kind.name {
    case "socket.connect": end.sentSYN = true
    case "socket.close":
      if !end.closed {
        end.closed = end.sentSYN || end.gotSYN
        end.finishedFirst = !end.gotFIN
      }
    case "tcp.closed": end.isOver = true
    default: break
    }
    guard let header, let unit else { return }
    let length = unit.bytes.count - (unit.layers.first { $0.header is TCP }?.bytes.upperBound ?? 0)
    if moment.kind.name == "tcp.receive" {
      if header.rst {
        end.isRefused = true
        return
      }
      if header.syn { end.gotSYN = true }
      if header.ack, end.sentSYN || end.gotSYN {
        let number = Int(header.acknowledgment.value &- end.iss)
        if number >= 1 { end.gotACKOfSYN = true }
        end.acknowledged = max(end.acknowledged, number)
        if end.sentFIN, number == end.sentEnd { end.gotACKOfFIN = true }
      }
      if header.fin { end.gotFIN = true }
    } else if moment.kind.name.hasPrefix("tcp."), moment.kind.name != "tcp.drop" {
      if header.syn {
        end.sentSYN = true
        end.iss = header.sequence.value
      }
      if header.fin { end.sentFIN = true }
      let last = Int(header.sequence.value &- end.iss) + length + (header.syn ? 1 : 0) + (header.fin ? 1 : 0)
      end.sentEnd = max(end.sentEnd, last)
    }
  }

  @Test func bothEndsAreInTheStatesThatTheirSegmentsSay() throws {
    let states = try follow(try Self.page.get())
    for state in [
      "CLOSED", "LISTEN", "SYN-SENT", "SYN-RECEIVED", "ESTABLISHED", "FIN-WAIT-1", "CLOSE-WAIT", "LAST-ACK",
      "TIME-WAIT",
    ] { #expect(states.contains(state), "\(state) was never seen") }
  }

  @Test(arguments: [5, 6, 7, 8, 9, 10, 11, 12]) func aLostFrameChangesNoneOfThat(_ frame: Int) throws {
    #expect(try follow(try walk(Self.browse, losing: frame)).count > 50)
  }

  @Test func aRefusedConnectionIsClosedAtBothEnds() throws {
    let walk = try walk("laptop: browse http://10.0.0.20:81/")
    #expect(try follow(walk).contains("SYN-SENT"))
    let last = try #require(conversations(walk).last { $0.moment.kind.name == "tcp.receive" }?.1)
    #expect(last.ends.map(\.state) == [.closed, .closed])
    #expect(last.ends[0].arcs.map(\.label) == ["active OPEN / snd SYN", "rcv RST / delete TCB"])
  }

  @Test func rulersCountFromTheSYNAndShowWhatASegmentCarriesAndConfirms() throws {
    var confirmed = [0, 0]
    var seen = 0
    for (_, found) in try Self.conversationsOfPage.get() {
      for sender in [0, 1] {
        guard let stream = TCPByteStream(found, from: sender) else { continue }
        let numbers = stream.marks.filter(\.variable.isOfSender).map(\.number)
        #expect(numbers == numbers.sorted())
        for mark in stream.marks { #expect(mark.absolute - stream.initial == mark.number) }
        guard let segment = found.segment else { continue }
        if segment.from == sender {
          #expect(stream.carried?.lowerBound == Int(segment.header.sequence.value &- stream.initial.value))
          let cost = segment.length + (segment.header.syn ? 1 : 0) + (segment.header.fin ? 1 : 0)
          #expect(stream.carried?.count == cost)
        } else if let covered = stream.covered {
          #expect(covered.upperBound == Int(segment.header.acknowledgment.value &- stream.initial.value))
          #expect(covered.lowerBound == confirmed[sender])
          seen += 1
        }
        confirmed[sender] = stream[.unacknowledged]?.number ?? confirmed[sender]
      }
    }
    #expect(seen > 10)
  }

  @Test(arguments: [12, 31, 60, 110]) func aRulerFillsItsWidthInOrder(_ width: Int) throws {
    for (_, found) in try Self.conversationsOfPage.get() {
      for sender in [0, 1] {
        guard let stream = TCPByteStream(found, from: sender) else { continue }
        let ruler = TCPRuler(stream, width: width)
        for (a, b) in zip(ruler.stretches, ruler.stretches.dropFirst()) {
          #expect(a.bytes.upperBound == b.bytes.lowerBound)
          #expect(a.columns.upperBound == b.columns.lowerBound)
          #expect(a.columns.count >= 2)
        }
        if ruler.stretches.count * 2 <= width { #expect(ruler.stretches.last?.columns.upperBound == width) }
        for mark in stream.marks { #expect(ruler.column(of: mark.number) != nil) }
      }
    }
  }

  // MARK: Drawings

  private func drawing(_ walk: WalkScreen, _ size: Size, _ language: Language) -> Canvas {
    var canvas = Canvas(size)
    Picture.tcp.view(of: walk, size: size, language).draw(cursor: nil, in: canvas.bounds, on: &canvas)
    return canvas
  }

  @Test func theSYNACKOnItsWay() throws {
    var walk = try Self.page.get()
    let answer = try #require(walk.recording.timeline.moments.first { $0.kind.name == "tcp.syn-ack" })
    walk.jump(to: answer.number)
    #expect(
      drawing(walk, Size(width: 39, height: 10), .en).text == """
          laptop:34554        {print}:80
           CLOSED              LISTEN
           ↓active OPEN        ↓rcv SYN
             / snd SYN           / snd SYN,ACK
          [SYN-SENT]          [SYN-RECEIVED]

         laptop▸(S)...........................
                0 1                     65161
         print▸ │S│─────────────────────│.....
                0 1                     64240
        """)
    #expect(
      drawing(walk, Size(width: 52, height: 25), .ko).text == """
          노트북:34554              {프린터}:80
           CLOSED                    LISTEN
           ↓active OPEN / snd SYN    ↓rcv SYN / snd SYN,ACK
          [SYN-SENT]                [SYN-RECEIVED]











                UNA
         노트북▸(S)........................................
         프린터 │S│──────────────────────────────────│.....
                0 1                                  65161
                3678752538
                UNA                                  +WND
         프린터▸│S│──────────────────────────────────│.....
         노트북 ...........................................
                0 1                                  64240
                165170753
        """)
  }

  @Test(arguments: [Size(width: 39, height: 10), Size(width: 52, height: 25), Size(width: 100, height: 40)])
  func everyRowCanBeReachedSeenAndOpened(_ size: Size) throws {
    var walk = try Self.page.get()
    let kinds = ["tcp.syn", "tcp.receive", "tcp.data", "tcp.fin", "socket.close", "tcp.ack"]
    for moment in walk.recording.timeline.moments where kinds.contains(moment.kind.name) {
      walk.jump(to: moment.number)
      guard Picture.tcp.absence(in: walk) == nil else { continue }
      for language in [Language.en, .ko] {
        let view = Picture.tcp.view(of: walk, size: size, language)
        #expect((0..<view.count).contains(view.home))
        for row in 0..<view.count {
          #expect(view.sentence(row)?.isEmpty == false)
          if case .moment(let target) = view.open(row) { #expect((1...moment.number).contains(target)) }
          var canvas = Canvas(size)
          view.draw(cursor: row, in: canvas.bounds, on: &canvas)
          #expect(canvas.cursor != nil, "moment \(moment.number), row \(row): \(view.sentence(row) ?? "")")
        }
      }
    }
  }

  /// Figure 5 has no resets and no giving up; its passive OPEN and SEND are no events of a simulated host.
  @Test func theFigureHasTheArcsOfTheStateTable() {
    for arc in TCPStateDiagram.arcs where !["passive OPEN", "SEND"].contains(arc.label) {
      let trigger = TCPTrigger(rawValue: arc.label)
      #expect(trigger.flatMap { arc.from.transition(on: $0)?.to } == arc.to, "\(arc.label)")
    }
    let drawn = TCPStateDiagram.arcs.map { "\($0.from) \($0.label) \($0.to)" }
    #expect(Set(drawn).count == drawn.count)
    let left: Set<TCPTrigger> = [.receivedRST, .abort, .gaveUp, .unreachable]
    for state in TCPState.allCases {
      for trigger in TCPTrigger.allCases where !left.contains(trigger) {
        guard let to = state.transition(on: trigger)?.to, to != state else { continue }
        #expect(drawn.contains("\(state) \(trigger.rawValue) \(to)"), "\(state) \(trigger.rawValue)")
      }
    }
  }

  @Test func theWholeFigureInALargeRoom() throws {
    var walk = try Self.page.get()
    let answer = try #require(walk.recording.timeline.moments.first { $0.kind.name == "tcp.syn-ack" })
    walk.jump(to: answer.number)
    let canvas = drawing(walk, Size(width: 101, height: 40), .en)
    #expect(
      canvas.text(in: Rect(x: 35, y: 0, width: 66, height: 18)).joined(separator: "\n") == """
                                  CLOSED ◂───────CLOSE─────────┐
                     passive OPEN │ ▴ └─────────────────────┐  │
                                  ▾ │CLOSE    active OPEN   │  │
             ┌─────────────────── LISTEN ─────────────────┐ │  │
             ▾ rcv SYN                        SEND        ▾ ▾  │
        [SYN-RECEIVED]◂──────────rcv SYN───────────────[SYN-SENT]
           │     │ rcv ACK of SYN             rcv SYN,ACK   │
           │     └───────────▸ ESTABLISHED ◂────────────────┘
           │         ┌────────────┘    └────────────────┐
           │CLOSE    ▾ CLOSE                   rcv FIN  ▾
           └──▸ FIN-WAIT-1 ───────────┐             CLOSE-WAIT
                    │        rcv FIN  │                 │ CLOSE
                    ▾ rcv ACK of FIN  ▾                 ▾
                FIN-WAIT-2         CLOSING           LAST-ACK
                    │                 │ rcv ACK of FIN  │ rcv ACK of FIN
                    │ rcv FIN         ▾                 ▾
                    └───────────▸ TIME-WAIT ────────▸ CLOSED
                                          Timeout=2MSL
        """)
  }

  @Test func aPacketWithoutTCPSaysSo() throws {
    var walk = try Fixture.twoHosts.get()
    for frame in walk.recording.timeline.transmissions {
      walk.jump(to: frame.moment)
      #expect(TCPPicture.absence(in: walk.pictureSource) == Texts.noTCPPicture)
    }
  }
}
