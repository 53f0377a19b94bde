import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

@Suite struct WalkKeysTests {
  @Test(arguments: ["→ ←", "] [", ". ,"])
  func thereAndBackIsTheSameScreen(_ pair: String) throws {
    var model = Fixture.model(try Fixture.home.get())
    let (forward, back) = (keys(pair)[0], keys(pair)[1])
    // The first press hides a coach line for good.
    try model.press([.right, "w", .escape, .down, "<", forward])
    var screens: [Canvas] = [view(model)]
    for _ in 0..<60 {
      try model.press([forward])
      screens.append(view(model))
    }
    for index in (0..<60).reversed() {
      try model.press([back])
      let isSame = view(model) == screens[index]
      #expect(isSame, "\(index) steps from the start by \(pair)")
    }
    for index in 1...60 {
      try model.press([forward])
      let isSame = view(model) == screens[index]
      #expect(isSame, "\(index) steps from the start, the second time")
    }
  }

  /// `→` is offered where it leads somewhere, and there only; so are `←` and the pairs of smaller steps.
  @Test func theFooterOffersOnlyStepsThatLeadSomewhere() throws {
    let steps: [(hint: Action.ID, keys: [Key])] = [
      (.nextStop, [.right]), (.previousStop, [.left]), (.nextMoment, [".", ","]), (.nextFrame, ["]", "["]),
    ]
    var (offered, left) = (0, 0)
    let ends = Array(repeating: Key.right, count: 60)
    for (name, walk) in [
      ("tour", try Fixture.tour.get()), ("home", try Fixture.home.get()),
      ("two hosts", try Fixture.twoHosts.get()),
      ("fork", try Fixture.forked()), ("quiet", try PlaygroundTests.home.get()),
    ] {
      for way in [[], [.right], ends, ends + ["."], ends + ["]", "]", "]"], ["w"], ["2", .tab, .tab]]
        as [[Key]]
      {
        var model = Fixture.model(walk, width: 200, height: 60)
        for key in way {
          try model.press([key])
          // Questions are passed over, and the summary is closed.
          if model.isAsking { try model.press([.right]) }
          if model.top is SummaryScreen { try model.press([.escape]) }
        }
        let actions = model.activeKeys.hints.map(\.action)
        guard let before = model.shownWalk, !model.isAsking, !before.showsSuggestions else { continue }
        for (hint, keys) in steps
        where actions.contains(hint) || before.panel.mode == .words && before.focus != .picture {
          let leads = try keys.contains { key in
            var model = model
            try model.press([key])
            return model.top is SummaryScreen || model.shownWalk?.moment != before.moment || model.isAsking
          }
          #expect(actions.contains(hint) == leads, "\(name), \(way.count) keys: \(hint.name)")
          if leads { offered += 1 } else { left += 1 }
        }
      }
    }
    #expect(offered > 20 && left > 10)
  }

  /// Where the footer does not offer → any more, → says that this is the end.
  @Test func theEndOfTheWalkIsSaid() throws {
    var model = Fixture.model(try Fixture.home.get())
    for _ in 0..<400 where model.notice == nil { try model.press([.right]) }
    #expect(model.notice?.text.en == Texts.onlyMomentsCome.en)
    #expect(!view(model).lines[23].contains("→") && view(model).lines[23].contains("← back"))
  }

  /// What ↑ ↓ go through is what the pane that has the keys has rows of.
  @Test(arguments: [
    ("", "↑↓ field"), ("TAB", "↑↓ byte"), ("1 TAB TAB", "↑↓ device"), ("2 TAB TAB", "↑↓ message"),
    ("3 TAB TAB", "↑↓ device"), ("4 TAB TAB", "↑↓ row"), ("6 TAB TAB", "↑↓ field"), ("7 TAB TAB", "↑↓ row"),
    ("3 ENTER TAB TAB", "↑↓ device"),
  ]) func theFooterSaysWhatUpAndDownGoThrough(_ way: String, _ says: String) throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] ] " + way))
    #expect(view(model).lines[23].contains(says), "\(view(model).lines[23])")
  }

  @Test func beforeAnythingHappensTheFooterOffersTheDevicesOfTheMap() throws {
    var model = Fixture.model(try PlaygroundTests.home.get())
    try model.press(keys("TAB"))
    let footer = view(model).lines[23]
    #expect(footer.contains("↑↓ device") && !footer.contains("→") && !footer.contains("field"), "\(footer)")
  }

  @Test func theSelectionFollowsItsFieldFromFrameToFrame() throws {
    var model = Fixture.model(try Fixture.home.get())
    // Frame 7 is the first with an IP packet.
    try model.press(Array(repeating: "]", count: 7))
    var walk = try #require(model.shownWalk)
    let unit = try #require(walk.scene.unit)
    let place = try #require(unit.places(named: "ip.ttl").first)
    walk.select(place)
    model.screens[1] = walk
    var seen: [String] = []
    for _ in 0..<40 {
      let shown = try #require(model.shownWalk)
      if let place = shown.selectedPlace, let unit = shown.scene.unit, unit.node(place).field.name == "ip.ttl"
      {
        seen.append(unit.node(place).text)
        #expect(view(model).text.contains("Time to Live"))
      }
      try model.press(["]"])
    }
    #expect(Set(seen).isSuperset(of: ["64", "63", "62"]))
  }

  @Test func aRouterShowsWhatItChanged() throws {
    var model = Fixture.model(try Fixture.home.get())
    for _ in 0..<40 {
      try model.press(["]"])
      let walk = try #require(model.shownWalk)
      guard !walk.scene.changes.was.isEmpty, let unit = walk.scene.unit else { continue }
      let names = Set(walk.scene.changes.was.keys.map { unit.node($0).field.name })
      #expect(names.isSuperset(of: ["eth.dst", "eth.src", "ip.ttl", "ip.checksum"]))
      #expect(!names.contains("ip.src"))
      #expect(view(model).text.contains("was 64"))
      return
    }
    Issue.record("no frame was forwarded")
  }

  @Test func escapeOftenEnoughEndsAtTheStartAndNeverQuits() throws {
    let pressable: [Key] =
      keys("→ ← ↑ ↓ ] [ . , < > 1 2 3 0 w t ? h j k l b g ENTER TAB S-TAB ESC SPACE HOME END PGUP PGDN BS x")
      + [
        "ㅈ", "자", "ㅘ", "W", .paste("18"), .unknown, .resize(Size(width: 100, height: 30)),
        .resize(Size(width: 80, height: 24)), .resize(Size(width: 60, height: 10)),
        .resize(Size(width: 80, height: 22)),
      ]
    for seed in 1...8 as ClosedRange<UInt64> {
      var random = Seeded(seed)
      var model = Fixture.model(try Fixture.tour.get(), seed % 2 == 0 ? .ko : .en)
      for _ in 0..<150 {
        let key = pressable.randomElement(using: &random)!
        try model.press([key])
        let canvas = view(model)
        #expect(canvas.size == model.size)
        if !model.isTooSmall, let walk = model.top as? WalkScreen { checkNothingLeaks(walk, canvas) }
      }
      _ = update(&model, .resize(Size(width: 80, height: 24)))
      for _ in 0..<40 { #expect(update(&model, .escape) != .quit) }
      guard model.top is StartScreen else {
        Issue.record("seed \(seed) ends somewhere else")
        continue
      }
    }
  }

  /// No stop is shown before the questions in front of it were answered or skipped.
  private func checkNothingLeaks(_ walk: WalkScreen, _ canvas: Canvas) {
    guard let lesson = walk.lesson else { return }
    for stop in lesson.stops where stop.moment <= walk.moment {
      #expect(lesson.unanswered(stop.before) == nil, "stop \(stop.id) was passed unasked")
    }
  }

  @Test func everyFieldOfAFrameLightsItsBytesAndEachByteItsField() throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(Array(repeating: "]", count: 7))
    let walk = try #require(model.shownWalk)
    let unit = try #require(walk.scene.unit)
    for (layer, content) in unit.layers.enumerated() {
      for index in content.nodes.indices where !content.nodes[index].bits.isEmpty {
        var moved = walk
        moved.select(FieldPlace(layer: layer, node: index))
        // What is computed stands nowhere: what it is computed from lights up instead.
        let node = content.nodes[index]
        #expect(moved.selectedBytes == (node.field.isGenerated ? 0..<0 : node.bytes))
        if node.field.isGenerated { #expect(moved.litBytes.contains { $0.overlaps(node.bytes) }) }
        let tree = try #require(moved.tree(height: 10))
        #expect(moved.cursor(in: tree) != nil, "\(content.nodes[index].field.name) is in no row")
      }
    }
    for byte in unit.bytes.indices {
      var moved = walk
      moved.select(byte: byte)
      #expect(moved.selectedBytes.contains(byte))
    }
  }

  @Test func fieldsBytesAndPictureTakeTurns() throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] TAB"))
    #expect(try #require(model.shownWalk).focus == .bytes)
    try model.press(keys("↓ ↓ PGDN"))
    #expect(try #require(model.shownWalk).inspector.byte == 18)
    try model.press(keys("TAB"))
    #expect(try #require(model.shownWalk).focus == .picture)
    try model.press(keys("TAB"))
    #expect(try #require(model.shownWalk).focus == .fields)
  }

  @Test func lookingAtCausesChangesNothing() throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] ] ] ↓ ↓ w ESC"))
    let before = view(model)
    try model.press(keys("w ↓ ↓ ↓"))
    #expect(view(model).text != before.text)
    try model.press(keys("ESC"))
    #expect(view(model).text == before.text)
  }

  /// Whatever is asked and looked at, the field that was selected is selected again.
  @Test(arguments: [
    "w ESC", "w ↓ ESC", "w TAB ESC", "w TAB ↓ TAB ↓ w", "w ↓ TAB ESC", "v w ↓ ESC", "c w ESC",
  ])
  func whyGivesTheSelectionBack(_ asks: String) throws {
    var model = Fixture.model(try Fixture.loader.open(.lesson("tour"), step: "hop"))
    var walk = try #require(model.shownWalk)
    walk.select(try #require(walk.scene.unit?.places(named: "ip.ttl").first))
    model.screens[1] = walk
    try model.press(keys(asks))
    let after = try #require(model.shownWalk)
    #expect(
      after.inspector.selection == walk.inspector.selection && after.inspector.byte == walk.inspector.byte)
    #expect(after.panel.mode == .words && after.scene.moment.number == walk.scene.moment.number)
    try model.press(keys("w"))
    #expect(view(model).text.contains("Why this value? ip.ttl"))
    try model.press(keys("TAB"))
    #expect(view(model).text.contains("Why was this sent?"))
  }

  @Test func enterInWhyGoesThereAndEscapeComesBack() throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] ] ] ↓ ↓ w ESC"))
    let before = view(model)
    let moment = try #require(model.shownWalk).moment
    try model.press(keys("w ↓ ↓ ENTER"))
    #expect(try #require(model.shownWalk).moment < moment)
    #expect(view(model).lines[0].contains("◂"))
    try model.press(keys("ESC"))
    #expect(view(model).text == before.text)
  }

  @Test func theChainOfCausesEndsAtTheKeyboard() throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] w END"))
    #expect(view(model).text.contains("you"))
    #expect(view(model).text.contains("http://www.example.com/"))
  }

  @Test func aValueNamesTheMomentItWasLearnedIn() throws {
    var model = Fixture.model(try Fixture.home.get())
    // Frame 7 carries the DNS question to the router, whose MAC address ARP has just found.
    try model.press(Array(repeating: "]", count: 7) + keys("HOME ↓ w ↓"))
    let walk = try #require(model.shownWalk)
    guard case .why(let why) = walk.panel.mode else {
      Issue.record("the panel is closed")
      return
    }
    #expect(why.subject?.name == "eth.dst")
    #expect(walk.scene.moment.kind.name == "arp.learned")
    try model.press(keys("↑"))
    #expect(model.shownWalk?.scene.moment.number == walk.moment)
  }

  @Test func theLanguageFlipsInPlace() throws {
    var model = Fixture.model(try Fixture.tour.get())
    try model.press(keys("→ ↓ ↓"))
    let before = view(model)
    try model.press(keys("t"))
    #expect(view(model).text.contains("단계 2/"))
    try model.press(keys("t"))
    #expect(view(model).text == before.text)
  }
}

/// One pane over the whole screen, and a second picture where there is room.
@Suite struct LayoutTests {
  @Test(arguments: ["", "TAB", "TAB TAB"]) func zoomShowsOnePaneAndGivesTheOthersBack(_ pane: String) throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] ] " + pane))
    let before = view(model)
    try model.press(keys("z"))
    let zoomed = view(model)
    #expect(zoomed.lines[1].count { $0 == "┬" } == 0, "two panes share the edge")
    #expect(zoomed.lines[21].hasPrefix("└"))
    try model.press(keys("ESC"))
    #expect(view(model) == before)
    try model.press(keys("z z"))
    #expect(view(model) == before)
  }

  @Test func aZoomedPaneMakesRoomForWhatSpeaks() throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] z"))
    let zoomed = view(model)
    try model.press(keys("w"))
    #expect(view(model).lines[1].contains("┬"), "the panes are back under the panel")
    try model.press(keys("ESC"))
    #expect(view(model) == zoomed)
  }

  @Test func aTallScreenShowsTheTablesUnderThePicture() throws {
    let walk = try Fixture.home.get()
    for height in 24..<32 { #expect(WalkLayout(Size(width: 80, height: height)).second.isEmpty) }
    for height in [32, 36, 40, 60] {
      let layout = WalkLayout(Size(width: 120, height: height))
      #expect(layout.second.height >= 8)
      #expect(layout.picture.height >= 12)
      let right = layout.field.isEmpty ? layout.fields : layout.field
      #expect(layout.second.endY == right.endY)
      #expect(layout.field.isEmpty == (height < 40))
      #expect(layout.fieldRows >= 14)
    }
    let model = Fixture.model(walk, width: 100, height: 32)
    #expect(view(model).lines.contains { $0.hasPrefix("├─ 4 Tables") })
  }
}
