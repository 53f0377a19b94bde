import Analysis
import Documents
import Lessons
import Networking
import Terminal
import Testing

@testable import UI

/// The picture of the tables.
@Suite struct TablesPictureTests {
  /// The home network at the first moment of a kind at a device, as it is after the step from `since` moments before.
  private func home(_ kind: String, at device: String = "laptop", since: Int = 1) throws -> WalkScreen {
    var walk = try Fixture.home.get()
    let timeline = walk.recording.timeline
    let index = timeline.front.device(named: device)
    let moment = try #require(timeline.moments.first { $0.kind.name == kind && $0.device == index })
    walk.go(to: moment.number, since: moment.number - since)
    return walk
  }

  private func picture(_ walk: WalkScreen, _ size: Size, _ language: Language = .en) -> TablesPicture {
    TablesPicture(PictureContext(source: walk.pictureSource, size: size, language: language))
  }

  private func drawing(
    _ walk: WalkScreen, _ width: Int, _ height: Int, _ language: Language = .en, cursor: Bool = false
  ) -> Canvas {
    let size = Size(width: width, height: height)
    let picture = picture(walk, size, language)
    var canvas = Canvas(size)
    picture.draw(cursor: cursor ? picture.home : nil, in: Rect(size), on: &canvas)
    return canvas
  }

  // MARK: Places

  private let sizes = [(37, 10), (39, 8), (39, 10), (52, 12), (52, 25), (79, 38)]

  @Test func nothingLeavesTheRoomAndNoMACAddressIsCut() throws {
    for walk in try TablesTests.networks() {
      for (moment, since) in TablesTests.samples(walk) {
        var walk = walk
        walk.go(to: moment, since: since)
        for (width, height) in sizes {
          for language in Language.allCases {
            var canvas = Canvas(Size(width: width + 8, height: height + 4))
            canvas.fill(canvas.bounds, with: "#")
            let rect = Rect(x: 4, y: 2, width: width, height: height)
            canvas.fill(rect)
            let picture = picture(walk, rect.size, language)
            picture.draw(cursor: picture.home, in: rect, on: &canvas)
            for y in 0..<canvas.size.height {
              for x in 0..<canvas.size.width where !rect.contains(Point(x: x, y: y)) {
                #expect(canvas[Point(x: x, y: y)].glyph == Glyph("#"))
              }
            }
            for line in canvas.text(in: rect) {
              for word in line.split(whereSeparator: { $0 == " " || $0 == "▾" || $0 == "▴" })
              where word.count(where: { $0 == ":" }) > 1 {
                #expect(word.drop { ">+~-•".contains($0) }.count == 17, "\(line)")
              }
            }
            #expect(canvas.cursor.map(rect.contains) ?? false)
          }
        }
      }
    }
  }

  /// Of a device that is far from the unit, too, and where less is drawn than there is.
  @Test(arguments: [("web", "routes"), ("switch", "mac"), ("hall", "routes")])
  func whatTheAuthorLightsIsSeenWithoutScrolling(device: String, table: String) throws {
    var walk = try Fixture.home.get()
    walk.go(to: walk.recording.last, since: walk.recording.last - 1)
    var source = walk.pictureSource
    source.lights = [.table(device: device, table: table)]
    let size = Size(width: 39, height: 10)
    var canvas = Canvas(size)
    TablesPicture(PictureContext(source: source, size: size, language: .en)).draw(
      cursor: nil, in: Rect(size), on: &canvas)
    #expect(canvas.lines[0].hasPrefix(" \(device) "))
    #expect(canvas.lines[1...3].contains { $0.hasPrefix("•") || $0.hasPrefix(" •") })
  }

  @Test func everyRowCanBeReadAndOpened() throws {
    for walk in try TablesTests.networks() {
      for (moment, since) in TablesTests.samples(walk).prefix(12) {
        var walk = walk
        walk.go(to: moment, since: since)
        let picture = picture(walk, Size(width: 39, height: 10))
        var writers: [Int] = []
        for row in 0..<picture.count {
          for language in Language.allCases {
            let sentence = self.picture(walk, Size(width: 39, height: 10), language).sentence(row)
            #expect(sentence?.hasSuffix(".") ?? false)
          }
          switch picture.open(row) {
          case .moment(let target):
            #expect((1...moment).contains(target))
            writers.append(target)
          case .notice(let text): #expect(text == Texts.fromNetworkFile || text == Texts.nothingWritten)
          case .picture, .field: Issue.record("a row of a table leads to the moment that wrote it")
          }
        }
        let tables = try #require(walk.scene.world).tables
        for row in tables.flatMap(\.rows) where row.moment > 0 { #expect(writers.contains(row.moment)) }
        for device in walk.recording.topology.devices.indices {
          let row = try #require(picture.row(of: device))
          #expect(picture.sentence(row)?.hasPrefix(walk.recording.topology.devices[device].label.en) ?? false)
        }
      }
    }
  }

  // MARK: Drawings

  @Test func theAnswerIsWrittenDown() throws {
    let walk = try home("arp.learned")
    let canvas = drawing(walk, 39, 10, cursor: true)
    #expect(
      canvas.text == """
         laptop  ARP cache               1 row
          IP address     MAC address       age
        >+192.0.2.129    00:00:5e:00:53:01 0 s
         laptop  waiting packets         empty
         -for 192.0.2.129  DNS, 61 bytes
         -for 192.0.2.129  DNS, 61 bytes
         laptop  UDP sockets             1 row
          port  program
          43228 stub-resolver
         laptop  DNS queries            2 rows▾
        """)
    #expect(canvas.cursor == Point(x: 0, y: 2))
    #expect(canvas.roleLines[2] == String(repeating: "S", count: 39))
    #expect(canvas.roleLines[4].hasPrefix(".cc"))
    #expect(
      drawing(walk, 39, 10, .ko).text == """
         노트북  ARP 캐시                  1개
          IP 주소       MAC 주소          경과
         +192.0.2.129   00:00:5e:00:53:01  0초
         노트북  기다리는 패킷       비어 있음
         -다음 홉 192.0.2.129 DNS, 61바이트
         -다음 홉 192.0.2.129 DNS, 61바이트
         노트북  UDP 소켓                  1개
          포트  프로그램
          43228 stub-resolver
         노트북  DNS 질의                  2개▾
        """)
    let wide = drawing(walk, 52, 10, .ko).lines
    #expect(wide[0] == " 노트북  ARP 캐시                               1개")
    #expect(wide[2] == " +192.0.2.129     00:00:5e:00:53:01             0초")
  }

  @Test func theQuestionSaysWhyItAsks() throws {
    let walk = try home("arp.request")
    let lines = drawing(walk, 39, 10).lines
    #expect(lines[0] == " laptop  ARP cache               empty")
    #expect(lines[1] == "  no row yet: that is why it asks")
    #expect(lines[2] == " laptop  waiting packets         1 row")
    #expect(lines[3] == "  for 192.0.2.129  DNS, 61 bytes")
    #expect(drawing(walk, 39, 10, .ko).lines[1] == "  아직 항목이 없어서 묻습니다")
  }

  @Test func everySignOfChangeIsDrawn() throws {
    let opening = try home("tcp.syn", since: 4)
    #expect(drawing(opening, 39, 10).lines.contains { $0.hasPrefix(" +") && $0.contains("SYN-SENT") })
    let walk = try home("socket.connected", since: 6)
    let lines = drawing(walk, 39, 10).lines
    #expect(lines.contains { $0.hasPrefix(" ~") && $0.contains("198.51.100.10:80 ESTABLISHED") })
    let picture = picture(walk, Size(width: 39, height: 10))
    #expect(
      picture.sentence(picture.home)?.contains("is ESTABLISHED, was SYN-SENT; because of frame") ?? false)
    #expect(lines.contains { $0.hasPrefix("  0.0.0.0/0") })
    let learned = drawing(try home("arp.learned"), 39, 10).lines
    #expect(learned.contains { $0.hasPrefix(" -for") } && learned.contains { $0.hasPrefix(" +192.0.2.129") })
  }

  // MARK: Following the unit

  @Test func theRowsOfTheSelectedFieldAreLit() throws {
    var walk = try home("eth.wrap")
    let unit = try #require(walk.scene.unit)
    walk.select(try #require(unit.places(named: "eth.dst").first))
    #expect(drawing(walk, 39, 10).lines.contains { $0.hasPrefix(" •192.0.2.129") })
    walk.select(try #require(unit.places(named: "ip.dst").first))
    #expect(drawing(walk, 39, 60).lines.contains { $0.hasPrefix(" •0.0.0.0/0") })
    walk.select(try #require(unit.places(named: "udp.srcport").first))
    #expect(drawing(walk, 39, 25).lines.contains { $0.hasPrefix(" •") && $0.contains("stub-resolver") })
  }

  @Test func enterOnARowGoesThereAndEscapeComesBack() throws {
    var model = try Fixture.plainModel(.en)
    try model.press(keys("] ] ] ] 4 TAB TAB"))
    let start = try #require(model.shownWalk?.moment)
    try model.press(keys("↓ ↑ ENTER"))
    let walk = try #require(model.shownWalk)
    #expect(walk.moment < start)
    #expect(walk.jumps.count == 1)
    try model.press(keys("ESC"))
    try model.press(keys("ESC"))
    #expect(model.shownWalk?.moment == start)
  }
}

extension WalkScreen {
  /// Stands at a moment after a step from another one.
  mutating func go(to number: Int, since: Int) {
    branches.current.position.moment = number
    branches.current.position.since = since
    arrive(isStop: false)
  }
}
