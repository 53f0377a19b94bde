import Analysis
import Documents
import Terminal
import Testing

@testable import Networking
@testable import UI

@Suite struct MapTests {
  private func drawing(
    _ walk: WalkScreen, _ width: Int, _ height: Int, _ language: Language = .en, cursor: Int? = nil
  ) -> Canvas {
    let size = Size(width: width, height: height)
    var canvas = Canvas(size)
    MapPicture(PictureContext(source: walk.pictureSource, size: size, language: language))
      .draw(cursor: cursor, in: Rect(size), on: &canvas)
    return canvas
  }

  /// The walk where a frame goes onto a cable.
  private func walk(_ result: Result<WalkScreen, any Error>, frame: Int) throws -> WalkScreen {
    var walk = try result.get()
    walk.branches.current.position.moment = walk.recording.timeline.transmission(frame).moment
    walk.arrive(isStop: false)
    return walk
  }

  private var home: Result<WalkScreen, any Error> { Fixture.home.mapError { $0 } }

  // MARK: Drawings

  @Test func homeInTheSmallestRoom() throws {
    let canvas = drawing(try walk(home, frame: 4), 39, 10)
    #expect(
      canvas.text == """
                laptop          DNS  root
                  ║              │    │
         phone▪{switch}▸router──isp──core──tld
                  ▪                   │
                print           ns1──hall
                                      │
                        files────────rack──web
                                      │
                                     mail
         frame 4 ARP?: laptop → router
        """)
    #expect(
      canvas.roleText == """
        ........................qqq..qqqq
        .........................q....q
        .qqqqq.sssssssssssssssqqqqqqqqqqqqqqqq
        ..............................q
        ........qqqqq...........qqqqqqqqq
        ..............................q
        ................qqqqqqqqqqqqqqqqqqqqqq
        ..............................q
        .............................qqqq

        """)
  }

  /// The letter of a late frame is never read as part of a device's name beside it.
  @Test func aLateFrameIsNoLetterOfAName() throws {
    var letters = 0
    for (language, size) in [(Language.en, (80, 24)), (.ko, (80, 24)), (.en, (200, 60))] {
      for frames in 1...24 {
        var model = Fixture.model(try Fixture.home.get(), language, width: size.0, height: size.1)
        try model.press(Array(repeating: "]", count: frames) + keys("d 3 m s ENTER 3"))
        guard let walk = model.shownWalk, walk.scene.cableEvent == .delayed else { continue }
        let lines = model.drawnPicture.split(separator: "\n").map(Array.init)
        for line in lines.dropFirst() {
          for (column, letter) in line.enumerated()
          where letter == "d" && column > 0 && column + 1 < line.count {
            let isAlone = !line[column - 1].isLetter && !line[column + 1].isLetter
            if isAlone { letters += 1 }
          }
        }
        for device in walk.recording.topology.devices {
          let name = device.label[language]
          for glued in ["d\(name)", "\(name)d"] {
            #expect(
              !lines.contains { String($0).contains(glued) }, "\(frames): \(glued)\n\(model.drawnPicture)")
          }
        }
      }
    }
    #expect(letters > 0, "where there is room the letter is drawn")
  }

  @Test func homeInTheSmallestRoomInKorean() throws {
    let canvas = drawing(try walk(home, frame: 61), 39, 10, .ko)
    #expect(
      canvas.text == """
                 휴대폰
                   │
         노트북══스위치──프린터
                   ║
                 공유기   루트    파일    메일
                   ║       │         └─────┤
          DNS────통신사═══코어═▪{전산실}══▸랙
                           │       │       │
                          tld     ns1      웹
         61번 프레임 ACK: 노트북 → 웹
        """)
  }

  @Test func homeInALargerRoom() throws {
    let canvas = drawing(try walk(home, frame: 61), 52, 19)
    #expect(
      canvas.text == """


                 phone             DNS
                   │                │
                   │                │
                   │                │
         laptop══switch═══router═══isp   ns1    mail
                   │                ║     │      │
                   │                ║     │      │
                   │                ║     │      │
                 print     root────core▪{hall}═▸rack────web
                                    │            │
                                    │            │
                                    │            │
                                   tld          files



         frame 61 ACK: laptop → web
        """)
  }

  @Test func homeInAWideRoomInKorean() throws {
    let canvas = drawing(try walk(home, frame: 61), 100, 40, .ko)
    #expect(
      canvas.text.trimmingLines == """
                        휴대폰                       DNS          루트         ns1          메일
                          │                           │            │            │            │
                          │                           │            │            │            │
                          │                           │            │            │            │
          노트북════════스위치════════공유기════════통신사════════코어═══▪═══{전산실}═══════▸랙─────────웹
                          │                                        │                         │
                          │                                        │                         │
                          │                                        │                         │
                        프린터                                    tld                       파일















         61번 프레임 ACK: 노트북 → 웹
        """)
  }

  @Test func twoHosts() throws {
    let canvas = drawing(try walk(Fixture.twoHosts.mapError { $0 }, frame: 2), 39, 10)
    #expect(
      canvas.text.trimmingLines == """
           laptop═══════{switch}══════▸print




         frame 2 ARP?: laptop → print
        """)
  }

  @Test(arguments: Language.allCases)
  func everyDeviceCanBeReadOnEveryScreen(_ language: Language) throws {
    for (width, height) in [(80, 22), (100, 30), (120, 40), (200, 60)] {
      var model = Fixture.model(try home.get(), language, width: width, height: height)
      try model.press(keys("3 ] ] ] ]"))
      // On a wide screen the digit leads to the place that the map has.
      let room = try #require(model.shownWalk).layout(model.size).picture.inset()
      for canvas in [view(model), view(model).ascii(keepingWide: true)] {
        let text = canvas.text(in: room).joined(separator: "\n")
        for device in try home.get().recording.topology.devices {
          #expect(text.contains(device.label[language]), "\(width)x\(height): \(device.name)")
        }
        #expect(!text.contains("…") && !text.contains("?\n"), "\(width)x\(height)")
      }
    }
  }

  // MARK: The frame

  @Test(arguments: [(39, 10), (52, 20), (79, 40)])
  func theCableOfTheFrameIsMarkedAtEveryTransmission(_ width: Int, _ height: Int) throws {
    var walk = try home.get()
    for transmission in walk.recording.timeline.transmissions {
      walk.branches.current.position.moment = transmission.moment
      walk.arrive(isStop: false)
      let canvas = drawing(walk, width, height)
      let places = MapPicture(
        PictureContext(source: walk.pictureSource, size: Size(width: width, height: height), language: .en)
      ).passage
      let last = try #require(places.last, "frame \(transmission.number)")
      let head = canvas[last]
      #expect("▸◂▾▴".unicodeScalars.contains(head.glyph.base), "frame \(transmission.number)")
      #expect(places.allSatisfy { canvas[$0].role == .strong }, "frame \(transmission.number)")
      let holder = transmission.from.device
      #expect(canvas.text.contains("{" + walk.recording.topology.devices[holder].label[.en] + "}"))
    }
  }

  @Test func aMessageLeavesItsWholeWayBehind() throws {
    // The first packet from end to end: laptop, switch, router, isp, core, hall, rack, web.
    var walk = try home.get()
    let message = try #require(walk.recording.messages.first { $0.hops.count == 7 })
    var marks: [Int] = []
    for hop in message.hops {
      walk.branches.current.position.moment = hop.moment
      walk.arrive(isStop: false)
      let traffic = MapTraffic(walk.pictureSource)
      #expect(traffic.current?.cable == walk.recording.timeline.transmission(hop.frame).cable)
      marks.append(Set(traffic.trail.map(\.cable)).count)
    }
    #expect(marks == [1, 2, 3, 4, 5, 6, 7])
  }

  /// The cursor stands before the brace of the device that has the unit.
  @Test func theCursorTakesNoBrace() throws {
    var walk = try home.get()
    walk.branches.current.position.moment = 2
    walk.arrive(isStop: false)
    let holder = try #require(walk.scene.holder)
    let picture = MapPicture(
      PictureContext(source: walk.pictureSource, size: Size(width: 39, height: 10), language: .en))
    let row = try #require(picture.row(of: holder))
    let canvas = drawing(walk, 39, 10, cursor: row)
    let label = walk.recording.topology.devices[holder].label.en
    #expect(canvas.text.contains(">{\(label)}"), "\(canvas.text)")
  }

  /// What was on a cable that is pulled is on it no longer, though its sender has not noticed yet.
  @Test func aCableThatIsPluggedInAgainIsEmpty() throws {
    var model = Fixture.model(try PlaygroundTests.home.get())
    func type(_ line: String) throws { try model.press(line.map { Key.character($0) } + [.enter]) }
    try type(":ping laptop router")
    try model.press(keys("]"))
    let first = try #require(model.shownWalk)
    let cable = first.recording.timeline.transmission(1).cable
    #expect(MapTraffic(first.pictureSource).current?.cable == cable)
    try type(":cut laptop switch")
    try type(":plug laptop switch")
    let walk = try #require(model.shownWalk)
    #expect(walk.branches.index == 3 && walk.recording.timeline.transmission(1).isLost)
    let traffic = MapTraffic(walk.pictureSource)
    #expect(traffic.busy.isEmpty && traffic.down.isEmpty)
  }

  @Test func aPulledCableAndADropAreCrossed() throws {
    var world = try home.get().recording.timeline.world(after: 0)
    let router = try #require(world.device(named: "router"))
    let isp = try #require(world.device(named: "isp"))
    let cable = try #require(world.cables.firstIndex { Set($0.ends.map(\.device)) == [router, isp] })
    world.cables[cable].isDown = true
    let base = try home.get()
    var walk = WalkScreen(
      Recording(Timeline(world)),
      WalkDescription(title: base.subject.title, reference: base.subject.reference))
    let drop = try #require(walk.recording.timeline.moments.first { $0.drop == .physical.noCable })
    #expect(drop.device == router)
    walk.branches.current.position.moment = drop.number
    walk.arrive(isStop: false)
    let canvas = drawing(walk, 39, 10)
    #expect(canvas.text.contains("{router}✗isp"))
    #expect(canvas.lines.last == " ✗ dropped here: no cable")
    #expect(canvas.lines.contains { $0.contains("✗") })
  }

  /// A frame that was taken off its cable was dropped by nobody: map and stack say between whom it was lost. Nor is it
  /// on its way a moment later.
  @Test func aLostFrameIsLostBetweenTwoDevices() throws {
    for (language, says) in [
      (Language.en, "✗ lost between switch and phone"), (.ko, "✗ 스위치와 휴대폰 사이에서 사라짐"),
    ] {
      var model = Fixture.model(try Fixture.loader.open(.network("home")), language)
      try model.press(keys("2 ENTER ] ] x"))
      #expect(view(model).text.contains(says))
      try model.press(keys("1"))
      #expect(view(model).text.contains(says))
      try model.press(keys("3 ."))
      #expect(model.shownWalk?.scene.moment.frame != 2 && !view(model).text.contains("▪"))
    }
  }

  // MARK: The cursor

  @Test func rowsAreDevicesInReadingOrder() throws {
    let walk = try walk(home, frame: 4)
    let picture = MapPicture(
      PictureContext(source: walk.pictureSource, size: Size(width: 39, height: 10), language: .en))
    let names = picture.devices.map { walk.recording.topology.devices[$0].name }
    #expect(
      names == [
        "laptop", "resolver", "root", "phone", "switch", "router", "isp", "core", "tld", "printer", "ns1",
        "hall", "files", "rack", "web", "mail",
      ])
    #expect(names[picture.home] == "switch")
    #expect(
      picture.sentence(0)
        == "laptop: host, 192.0.2.130 (00:00:5e:00:53:10). 1 Gbps, 5 µs to switch.")
    #expect(
      picture.sentence(6)
        == "isp: router. 500 Mbps, 3 ms to router; 1 Gbps, 50 µs to DNS; 10 Gbps, 2 ms to core.")
    #expect(picture.sentence(4) == "switch: switch. 1 Gbps, 5 µs to laptop, phone, print, router.")
    #expect(picture.sentence(16) == nil)
    for row in 0..<picture.count {
      #expect(picture.row(of: picture.devices[row]) == row)
      #expect(picture.open(row) == .picture(.tables, device: picture.devices[row]))
      let canvas = drawing(walk, 39, 10, cursor: row)
      let cursor = try #require(canvas.cursor)
      #expect(canvas[cursor].glyph.base == ">")
      let label = canvas[Point(x: cursor.x + 1, y: cursor.y)]
      #expect(label.role == .select)
      #expect(label.identity == ClickTarget.pictureRow(row).identity)
    }
  }

  @Test func whereThereIsNoRoomTheNeighbourhoodIsShown() throws {
    for frame in [4, 61] {
      let walk = try walk(home, frame: frame)
      for (width, height) in [(24, 6), (20, 4), (39, 4), (12, 10), (8, 3)] {
        let size = Size(width: width, height: height)
        let picture = MapPicture(PictureContext(source: walk.pictureSource, size: size, language: .en))
        let holder = try #require(walk.scene.holder)
        #expect(picture.layout.labels[holder] != nil, "\(size)")
        #expect(picture.count == 16)
        for row in 0..<picture.count {
          let canvas = drawing(walk, width, height, cursor: row)
          #expect(canvas.cursor != nil)
          #expect(
            canvas.lines[height - 2].hasPrefix(row < picture.layout.shown.count ? " hidden" : ">hidden"))
        }
      }
    }
    // Nothing to draw in is no reason to trap.
    for width in 0..<8 {
      for height in 0..<4 { _ = drawing(try home.get(), width, height, cursor: 0) }
    }
  }

  // MARK: Layout

  /// A network as a random graph; some are in several parts, have cables in circles or two side by side.
  private func graph(_ seed: UInt64) -> MapGraph {
    var random = Seeded(seed)
    let count = Int.random(in: 1...20, using: &random)
    var links: [MapGraph.Link] = []
    for device in 0..<count where device > 0 && Int.random(in: 0..<12, using: &random) > 0 {
      links.append(.init(a: device, b: Int.random(in: max(0, device - 5)..<device, using: &random)))
    }
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      links.append(
        .init(a: Int.random(in: 0..<count, using: &random), b: Int.random(in: 0..<count, using: &random)))
    }
    return MapGraph(
      labels: (0..<count).map { _ in Int.random(in: 2...6, using: &random) }, links: links)
  }

  @Test(arguments: 1...12)
  func nothingOverlapsInAnyNetwork(_ seed: Int) throws {
    let graph = graph(UInt64(seed))
    let larger = MapLayout(whole: graph, in: Size(width: 63, height: 25))
    #expect(larger.hidden.isEmpty, "\(graph)")
    check(larger, graph, Size(width: 63, height: 25))
    let small = Size(width: 39, height: 9)
    let whole = MapLayout(whole: graph, in: small)
    check(whole, graph, small)
    if whole.hidden.isEmpty { return }
    let part = MapLayout(near: [0], graph, in: small)
    #expect(part.labels[0] != nil)
    check(part, graph, Size(width: 39, height: 8))
  }

  @Test func aSwitchWithManyHostsHasThemAllOnTheMap() {
    let graph = MapGraph(
      labels: [6] + Array(repeating: 3, count: 16), links: (1...16).map { MapGraph.Link(a: 0, b: $0) })
    let layout = MapLayout(whole: graph, in: Size(width: 39, height: 9))
    #expect(layout.hidden.isEmpty)
    check(layout, graph, Size(width: 39, height: 9))
  }

  /// Labels apart from each other, cables through free cells, from one of their devices to the other.
  private func check(_ layout: MapLayout, _ graph: MapGraph, _ size: Size) {
    var owners: [Point: Int] = [:]
    for (device, label) in layout.labels.enumerated() {
      guard let label else { continue }
      #expect(label.width == graph.widths[device] && label.height == 1)
      #expect(label.x >= 1 && label.endX < size.width && label.y >= 0 && label.y < size.height)
      // A brace has room on both sides.
      for x in (label.x - 1)...label.endX {
        #expect(owners.updateValue(device, forKey: Point(x: x, y: label.y)) == nil, "two labels at \(x)")
      }
    }
    var users: [Point: [(cable: Int, isAcross: Bool?)]] = [:]
    for (cable, link) in graph.links.enumerated() {
      let way = layout.ways[cable]
      guard let a = layout.labels[link.a], let b = layout.labels[link.b] else {
        #expect(way.isEmpty)
        continue
      }
      guard way.count > 2 else {
        Issue.record("cable \(cable) is not drawn")
        continue
      }
      #expect(a.contains(way[0]) && b.contains(way[way.count - 1]))
      for index in 1..<(way.count - 1) {
        let (before, here, after) = (way[index - 1], way[index], way[index + 1])
        #expect(abs(here.x - before.x) + abs(here.y - before.y) == 1)
        if let owner = owners[here] {
          // Beside a label only its own cables end, and never in it.
          #expect(owner == link.a || owner == link.b)
          #expect(!(layout.labels[owner]!.contains(here)))
        }
        let isStraight = before.x == after.x || before.y == after.y
        users[here, default: []].append((cable, isStraight ? before.y == after.y : nil))
      }
    }
    for (place, cables) in users where cables.count > 1 {
      let ends = cables.map { Set([graph.links[$0.cable].a, graph.links[$0.cable].b]) }
      let common = ends.dropFirst().reduce(ends[0]) { $0.intersection($1) }
      let isCrossing =
        cables.count == 2 && cables.allSatisfy { $0.isAcross != nil }
        && cables[0].isAcross != cables[1].isAcross
      // Cables that share cells lead from leaves to one hub.
      let leaves = cables.allSatisfy { common.count == 1 && degree(other($0.cable, common)) == 1 }
      #expect(isCrossing || leaves, "at \(place)")
    }

    func degree(_ device: Int) -> Int {
      graph.links.indices.count {
        (graph.links[$0].a == device || graph.links[$0].b == device) && !layout.ways[$0].isEmpty
      }
    }
    func other(_ cable: Int, _ hub: Set<Int>) -> Int {
      hub.contains(graph.links[cable].a) ? graph.links[cable].b : graph.links[cable].a
    }
  }

  // MARK: Motion

  private func model(_ way: String) throws -> Model {
    var model = Fixture.model(try home.get())
    model.motion = true
    try model.press(keys("3 3 " + way))
    return model
  }

  private func moving(_ model: inout Model, _ key: Key) throws -> [Model] {
    let moment = model.walk?.moment
    try model.press([key])
    return model.moving(by: key, from: moment)
  }

  @Test func theFrameMovesAlongItsCable() throws {
    var model = try model("")
    for _ in 0..<40 {
      let moves = try moving(&model, "]")
      #expect((1...MapAnimation.draws).contains(moves.count))
      let walk = try #require(model.shownWalk)
      let room = WalkLayout(model.size).picture.inset()
      let passage = MapPicture(PictureContext(source: walk.pictureSource, size: room.size, language: .en))
        .passage
      let places = MapAnimation.frames(walk.pictureContext(room.size.width, room.size.height, .en))
      #expect(places.count == moves.count)
      #expect(
        places.map { passage.firstIndex(of: $0)! } == places.map { passage.firstIndex(of: $0)! }.sorted())
      let still = view(model)
      for (move, place) in zip(moves, places) {
        let canvas = view(move)
        #expect(canvas[Point(x: room.x + place.x, y: room.y + place.y)].glyph.base == "▪")
        // Nothing but the cable differs from the still picture, the last to be drawn.
        for y in 0..<model.size.height {
          for x in 0..<model.size.width where canvas[Point(x: x, y: y)] != still[Point(x: x, y: y)] {
            #expect(passage.contains(Point(x: x - room.x, y: y - room.y)))
          }
        }
      }
      #expect(model.shownWalk?.motionStep == nil)
    }
  }

  @Test func nothingMovesUnlessAskedFor() throws {
    var model = try model("")
    #expect(try !moving(&model, "]").isEmpty)
    // One moment is no stop and no frame; a key that leads nowhere moves nothing.
    #expect(try moving(&model, ".").isEmpty)
    #expect(try moving(&model, .down).isEmpty)
    #expect(try moving(&model, "x").isEmpty)
    // On the fork → leads to what the loss changes, a timer, which is on no cable.
    #expect(try moving(&model, .right).isEmpty)
    try model.press([.escape])
    #expect(try !moving(&model, .right).isEmpty)
    #expect(try !moving(&model, "[").isEmpty)
    // Not in another picture, not while looking at causes, not when switched off.
    try model.press(keys("1 1"))
    #expect(try moving(&model, "]").isEmpty)
    try model.press(keys("3 3"))
    #expect(try !moving(&model, "]").isEmpty)
    model.motion = false
    #expect(try moving(&model, "]").isEmpty)
  }

  @Test func aMotionIsShort() {
    #expect((MapAnimation.draws) * MapAnimation.pause <= 240)
    #expect(MapAnimation.places(0) == [])
    #expect(MapAnimation.places(1) == [0])
    #expect(MapAnimation.places(2) == [0, 1])
    #expect(MapAnimation.places(12) == [2, 6, 10])
  }

  @Test func ratesAndDelaysReadAsInTheFile() {
    #expect(Texts.rate(1_000_000_000) == "1 Gbps")
    #expect(Texts.rate(2_500_000_000) == "2500 Mbps")
    #expect(Texts.rate(56_000) == "56 kbps")
    #expect(Texts.rate(300) == "300 bps")
    #expect(Texts.delay(0) == "0 ns")
    #expect(Texts.delay(5000) == "5 µs")
    #expect(Texts.delay(1500) == "1500 ns")
    #expect(Texts.delay(3_000_000) == "3 ms")
    #expect(Texts.delay(2_000_000_000) == "2 s")
  }
}

extension String {
  /// Without blank lines above and below.
  fileprivate var trimmingLines: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
