import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

/// Who said what to whom.
@Suite struct LadderPictureTests {
  private func model(_ way: String, _ language: Language = .en, width: Int = 80) throws -> Model {
    var model = Fixture.model(try Fixture.home.get(), language, width: width)
    try model.press(keys(way))
    return model
  }

  /// Each row carries the number of its first frame. What is on its way between router and web is not past the line of
  /// the resolver, where it never comes.
  @Test func arrowsStandAmongTheLinesThatAreShown() throws {
    #expect(
      try model(": 5 6 ENTER 2").drawnPicture == """
        ┌─ 1 Stack [2 Ladder] 3 Map 4 5 6 7 ────┬
        │ laptop     router       DNS        web│
        │  7 │─DNS A?───┼─────────▸│          │ │
        │  8 │─DNS AAAA?┼─────────▸│          │ │
        │ 19 │◂─DNS A───┼──────────│          │ │
        │ 20 │◂─DNS none┼──────────│          │ │
        │ 27 │─SYN──────┼──────────┼─────────▸│ │
        │ 44 │◂─SYN-ACK─┼──────────┼──────────│ │
        │ 51 │─ACK──────┼───▸      │          │ │
        │>52 │─GET /────┼───▸      │          │ │
        │ hidden: phone print switch isp core h…│
        """)
    #expect(
      try model(": 5 4 ENTER 2", .ko).drawnPicture == """
        ┌─ 1 계층 [2 시퀀스] 3 지도 4 표 5 6 7 ─┬
        │ 노트북     공유기       DNS        웹 │
        │  7 │─DNS A?───┼─────────▸│          │ │
        │  8 │─DNS AAAA?┼─────────▸│          │ │
        │ 19 │◂─DNS A───┼──────────│          │ │
        │ 20 │◂─DNS none┼──────────│          │ │
        │ 27 │─SYN──────┼──────────┼─────────▸│ │
        │ 44 │◂─SYN-ACK─┼──────────┼──────────│ │
        │ 51 │─ACK─────▸│          │          │ │
        │>52 │─GET /───▸│          │          │ │
        │ 숨김: 휴대폰 프린터 스위치 통신사 코… │
        """)
  }

  private func picture(after lines: [String], frames: [Int]) throws -> [String] {
    var model = Fixture.model(try PlaygroundTests.home.get())
    for (line, count) in zip(lines, frames) {
      try model.press(":\(line)".map { .character($0) } + [.enter])
      try model.press(Array(repeating: .character("]"), count: count))
    }
    try model.press(keys("2"))
    return model.drawnPicture.split(separator: "\n").map(String.init)
  }

  /// What is sent to an address that nobody has goes as far as it came, and is lost there.
  @Test func whatGoesToNobodyHasARow() throws {
    #expect(
      try picture(after: ["ping laptop 198.51.100.33"], frames: [40]).dropFirst() == [
        "│ laptop     router       isp       hall│",
        "│  5 │◂─ARP─────│          │          │ │",
        "│  7 │─ping?────┼──────────┼─────────✗│ │",
        "│  9 │          │─ARP?────▸│          │ │",
        "│ 10 │          │◂─ARP─────│          │ │",
        "│ 18 │          │          │    ◂─ARP?│ │",
        "│ 22 │          │          │    ◂─ARP?│ │",
        "│ 26 │          │          │    ◂─ARP?│ │",
        "│>30 │◂─unreach…┼──────────┼──────────│ │",
        "│ hidden: phone print switch core rack …│",
      ])
    // Where no line is on its way it points aside.
    let asked = try picture(
      after: ["browse laptop www.example.com", "ping laptop 192.0.2.177"], frames: [40, 3])
    #expect(asked[1] == "│ laptop     router       DNS        web│")
    #expect(asked[9] == "│>41 │ARP?▸     │          │          │ │")
  }

  @Test(arguments: [
    (Language.en, "Frame 1 and on: ARP?, from laptop, over 4 cables."),
    (.ko, "1번 프레임부터: ARP?, 보낸 쪽 노트북, 케이블 4개."),
  ]) func ofWhatGoesToNobodyOnlyTheSenderIsSaid(_ language: Language, _ words: String) throws {
    var model = Fixture.model(try PlaygroundTests.home.get(), language)
    let name = language == .en ? "laptop" : "노트북"
    try model.press(
      ":ping \(name) 192.0.2.177".map { .character($0) } + [.enter] + keys("] ] ] ] 2 TAB TAB ↑ ↓"))
    #expect(view(model).text.contains(words), "\(view(model).text)")
  }

  /// At each cable of the GET, in widths in which different devices have a line.
  @Test(arguments: [39, 54, 78, 120]) func aTipIsWhereItsHopIs(_ width: Int) throws {
    var walk = try Fixture.home.get()
    let recording = walk.recording
    let message = try #require(recording.messages.first { $0.label == "GET /" })
    let path = recording.topology.path(from: message.from, to: message.to)
    for hop in message.hops {
      walk.jump(to: hop.moment)
      var canvas = Canvas(Size(width: width, height: 60))
      LadderPicture(walk.pictureContext(width, 60, .en)).draw(cursor: nil, in: canvas.bounds, on: &canvas)
      let columns = recording.ladderColumns(LadderPicture.columnCount(width: width), at: hop.moment)
      let empty = try #require(canvas.lines.last { $0.contains("│") && $0.contains("GET /") })
      let tip = try #require(Array(empty).firstIndex(of: "▸"))
      // The lines, where none runs through them.
      let head = try #require(canvas.lines.first { $0.contains("ARP?") })
      let lines = Array(head).indices.filter { "│┼".contains(Array(head)[$0]) }
      try #require(lines.count == columns.count)
      let reached = try #require(path.firstIndex(of: hop.to))
      for (column, device) in columns.enumerated() {
        guard let place = path.firstIndex(of: device) else { continue }
        if place == reached {
          #expect(tip == lines[column] - 1, "frame \(hop.frame)")
        } else {
          #expect((place < reached) == (lines[column] < tip), "frame \(hop.frame): \(empty)")
        }
      }
    }
  }

  @Test func theSentenceNamesTheFrame() throws {
    #expect(
      view(try model(": 5 6 ENTER 2 TAB TAB ↑")).text.contains(
        " Frame 51 and on: ACK, from laptop to web, over 7 cables. Enter goes there."))
    #expect(
      view(try model(": 5 6 ENTER 2 TAB TAB ↑", .ko)).text.contains(
        " 51번 프레임부터: ACK, 노트북 → 웹, 케이블 7개. Enter를 누르면 거기로 갑니다."))
  }

  /// In the middle of its cable, where the one before it has come to the cable's end.
  @Test func aLostMessageEndsWhereItWasLost() throws {
    for language in [Language.en, .ko] {
      let lines = try model(": 5 6 ENTER x 2", language).drawnPicture.split(separator: "\n")
      #expect(lines.contains("│>52 │─GET /────┼─✗        │          │ │"))
      #expect(lines.contains("│ 51 │─ACK──────┼───▸      │          │ │"))
    }
  }

  /// At the device that drops it, not before.
  @Test func whatADeviceDropsEndsAtIt() throws {
    var model = Fixture.model(try PlaygroundTests.home.get())
    try model.press(":cut isp core".map { Key.character($0) } + [.enter])
    try model.press(":ping laptop web".map { Key.character($0) } + [.enter])
    try model.press(keys("2"))
    for _ in 0..<90 where model.shownWalk?.scene.moment.kind != MomentKind.arp.failed {
      try model.press(keys("."))
    }
    let walk = try #require(model.shownWalk)
    let device = try #require(walk.scene.moment.device)
    #expect(walk.recording.topology.devices[device].name == "isp")
    #expect(model.drawnPicture.split(separator: "\n").contains { $0.contains("ping?") && $0.contains("✗") })
    try model.press(keys(","))
    #expect(!model.drawnPicture.contains("✗"))
  }

  /// Between what was sent before and goes on with it: the row of the frame at hand, in view.
  @Test func theMarkedRowIsThatOfTheFrameAtHand() throws {
    var model = try model(": 5 6 ENTER 2")
    try model.press(":ping laptop web".map { Key.character($0) } + [.enter])
    var seen: Set<String> = []
    for _ in 0..<12 {
      try model.press(keys("→"))
      let walk = try #require(model.shownWalk)
      guard let frame = walk.scene.moment.frame else { continue }
      let message = walk.recording.message(ofFrame: frame)
      let marked = model.drawnPicture.split(separator: "\n").filter { $0.hasPrefix("│>") }
      if marked.isEmpty { continue }
      seen.insert(message.label)
      #expect(marked.count == 1 && marked[0].contains(">\(message.hops[0].frame) "), "frame \(frame)")
    }
    #expect(seen.contains("ping?"))
  }
}
