import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

/// What if: e, x, d on the walk, the list of forks, two of them side by side.
@Suite struct ForksTests {
  private func explore(_ way: String, _ walk: WalkScreen? = nil) throws -> Model {
    var model = Fixture.model(try walk ?? Fixture.home.get())
    try model.press(keys(way))
    return model
  }

  /// The first frame with a layer, its field selected.
  private func at(_ field: String, of frame: Int) throws -> Model {
    var walk = try Fixture.home.get()
    walk.jump(to: walk.recording.timeline.transmission(frame).moment)
    walk.jumps = []
    let place = try #require(walk.scene.unit?.places(named: field).first)
    walk.select(place)
    return Fixture.model(walk)
  }

  private func type(_ text: String, into model: inout Model) throws {
    for character in text { _ = update(&model, .character(character)) }
  }

  @Test func aLostFrameIsAForkAndEscGivesTheWalkBack() throws {
    var model = try explore("] ] ]")
    let before = view(model)
    let original = try #require(model.shownWalk?.recording.timeline.moments)
    try model.press(keys("x"))
    let walk = try #require(model.shownWalk)
    #expect(walk.branches.index == 1)
    #expect(walk.scene.moment.kind.name == "you.lose")
    #expect(view(model).lines[0].contains("fork 1"))
    #expect(view(model).text.contains("Esc goes back"))
    try model.press(keys("ESC"))
    #expect(view(model) == before)
    #expect(model.shownWalk?.recording.timeline.moments == original)
    #expect(model.shownWalk?.branches.all.count == 2, "the fork is kept")
  }

  @Test func anEditedTimeToLiveIsToldByTheRouter() throws {
    // Frame 7 is the first with an IP packet: the DNS question to the router.
    var model = try at("ip.ttl", of: 7)
    try model.press(keys("e"))
    #expect(view(model).text.contains("ip.ttl"))
    try type("300", into: &model)
    #expect(view(model).text.contains("0 to 255"))
    try model.press(keys("BS BS BS 1"))
    #expect(view(model).text.contains("64 → 1"))
    try model.press(keys("ENTER v"))
    let text = view(model).text
    #expect(text.contains("as it was"))
    #expect(text.contains("dropped"))
    #expect(text.contains("ip.ttl 64 → 1"))
  }

  @Test func aWrongChecksumIsFoundByTheLayerThatChecksIt() throws {
    var model = try at("ip.ttl", of: 7)
    try model.press(keys("e 9 ↓ ↓ ENTER"))
    let walk = try #require(model.shownWalk)
    let comparison = try #require(walk.branches.comparison(of: 1))
    guard case .dropped(let number) = comparison.divergence.reason else {
      Issue.record("\(comparison.divergence.reason)")
      return
    }
    #expect(walk.recording.timeline.moment(number).drop?.rawValue == "bad-checksum")
  }

  @Test func aDelayIsTypedWithItsUnit() throws {
    var model = try explore("] ] ] d")
    try type("two weeks", into: &model)
    try model.press(keys("ENTER"))
    #expect(model.prompt != nil, "that is no time")
    #expect(view(model).text.contains("3ms, 200us, 1.5s"))
    try model.press(Array(repeating: .backspace, count: 9))
    try type("3ms", into: &model)
    #expect(view(model).text.contains("+ 3.000 ms"))
    try model.press(keys("ENTER"))
    #expect(model.shownWalk?.scene.moment.kind.name == "you.delay")
    #expect(model.prompt == nil)
  }

  @Test(arguments: [
    ("7", 7_000_000), ("7ms", 7_000_000), ("200us", 200_000), ("1.5s", 1_500_000_000),
    ("1h", 3_600_000_000_000),
  ]) func aNumberAloneIsMilliseconds(_ text: String, _ value: Int64) {
    #expect(Delay.nanoseconds(text) == value)
  }

  @Test(arguments: ["", "0", "-1", "2h", "ms", "1e9", "99999999999999999999", "1.5.5s"])
  func otherTimesAreNone(_ text: String) { #expect(Delay.nanoseconds(text) == nil) }

  @Test func whatCannotBeEditedSaysWhy() throws {
    let home = try Fixture.home.get()
    let syn = try #require(home.recording.messages.first { $0.label == "SYN" })
    var model = try at("tcp.stream", of: syn.hops[0].frame)
    try model.press(keys("e"))
    #expect(model.prompt == nil)
    #expect(view(model).text.contains("computed"))
    model = try explore("")
    try model.press(keys("x"))
    #expect(model.shownWalk?.branches.index == 0)
    #expect(model.notice != nil)
  }

  @Test func aQuestionMustBeAnsweredFirst() throws {
    var model = Fixture.model(try Fixture.tour.get())
    try model.press(keys("→ →"))
    #expect(model.shownWalk?.isAsking == true)
    for key in ["x", "d", "e"] {
      try model.press(keys(key))
      #expect(model.shownWalk?.branches.index == 0)
      #expect(model.prompt == nil)
    }
  }

  @Test func enterInTheComparisonGoesToThatMomentOfThatSide() throws {
    var model = try explore("] ] ] x v ↓ ↓ ENTER", try Fixture.twoHosts.get())
    let walk = try #require(model.shownWalk)
    #expect(walk.branches.index == 1)
    let right = walk.moment
    #expect(right > (walk.branches.all[1].moment))
    try model.press(keys("ESC ESC"))
    #expect(model.shownWalk?.branches.index == 0)
    try model.press(":forks\n".map { $0 == "\n" ? .enter : .character($0) })
    #expect(view(model).text.contains("as it was"))
    try model.press(keys("TAB HOME"))
    try model.press(keys("END ENTER"))
    #expect(model.shownWalk != nil)
  }

  @Test func aForkOfAForkLeavesItsOwnParent() throws {
    var model = try explore("] x ] ] d 5 ENTER")
    let walk = try #require(model.shownWalk)
    #expect(walk.branches.index == 2)
    #expect(walk.branches.all.map(\.parent) == [0, 0, 1])
    try model.press(keys("ESC ESC"))
    #expect(model.shownWalk?.branches.index == 0)
  }

  @Test func aLessonKeepsItsStopsAndAnswersThroughAFork() throws {
    var model = Fixture.model(try Fixture.tour.get())
    try model.press(keys("→ → 1 → → x"))
    #expect(model.shownWalk?.lesson == nil)
    try model.press(keys("] ] ESC"))
    let lesson = try #require(model.shownWalk?.lesson)
    #expect(lesson.states.isEmpty == false)
    #expect(view(model).lines[0].contains("stop"))
  }

  // MARK: What a fork changes

  /// The moments that a key leads to, one after the other.
  private func way(_ key: String, _ model: inout Model, most: Int = 60) throws -> [Moment] {
    var moments: [Moment] = []
    for _ in 0..<most {
      let before = try #require(model.shownWalk?.moment)
      try model.press(keys(key))
      let walk = try #require(model.shownWalk)
      if walk.moment == before { break }
      moments.append(walk.scene.moment)
    }
    return moments
  }

  @Test func theKeysFollowTheEditedFrameToItsEnd() throws {
    // Frame 7 carries the DNS question; the browser's GET is told apart by what it says.
    var model = try at("ip.ttl", of: 7)
    try model.press(keys("e 9 ENTER"))
    let walk = try #require(model.shownWalk)
    let builder = walk.recording.timeline.transmission(7).provenance.first
    let moments = try way("→", &model)
    #expect(!moments.isEmpty)
    let own = moments.prefix { moment in
      moment.frame.map { walk.recording.timeline.transmission($0).provenance.first == builder } ?? false
    }
    #expect(own.count > 2, "to the router and on")
    #expect(own.last?.device == walk.recording.topology.devices.firstIndex { $0.name == "resolver" })
    #expect(model.notice?.text.en == Texts.nothingElseChanges.en)
  }

  @Test func afterALossTheyLeadToTheTimer() throws {
    let home = try Fixture.home.get()
    let request = try #require(home.recording.messages.first { $0.label.hasPrefix("GET") })
    var model = Fixture.model(home)
    try model.press(
      ": \(request.hops[0].frame)\n".filter { $0 != " " }.map { $0 == "\n" ? .enter : .character($0) })
    try model.press(keys("x"))
    #expect(view(model).text.contains("what this changes, in 2"))
    let lost = try #require(model.shownWalk?.scene.moment)
    try model.press(keys("→"))
    let timer = try #require(model.shownWalk?.scene.moment)
    #expect(timer.kind.name.hasPrefix("tcp."), "\(timer.kind.name)")
    #expect(timer.time - lost.time > 100_000_000)
    try model.press(keys("←"))
    #expect(model.shownWalk?.scene.moment.number == lost.number)
    try model.press(keys("]"))
    let frame = try #require(model.shownWalk?.scene.moment)
    #expect(frame.kind == MomentKind.physical.transmit && frame.number > timer.number)
    try model.press(keys("["))
    #expect(model.shownWalk?.scene.moment.number == lost.number)
    // Before the fork all is as it was, and the way on passes it.
    try model.press(keys("← →"))
    #expect(model.shownWalk?.scene.moment.number == lost.number)
  }

  @Test(arguments: ["x", "d", "e"]) func aLostFrameSaysThatItIsLost(_ key: String) throws {
    var model = try explore("] ] ] x ↓")
    try model.press(keys(key))
    #expect(model.shownWalk?.branches.index == 1 && model.prompt == nil)
    #expect(model.notice?.text.en == "\(key) it is lost already; Esc undoes it.")
  }

  /// On a network in which a page is opened, where a frame is spoilt.
  private func spoilt(_ frame: Int, _ way: String) throws -> Model {
    var model = Fixture.model(try PlaygroundTests.home.get())
    try model.press(keys("2 ENTER"))
    try model.press(":\(frame)".map { .character($0) } + [.enter])
    try model.press(keys(way))
    #expect(model.shownWalk?.branches.index == 2)
    return model
  }

  /// All is as it was but later: that is a difference, and → goes on to the page.
  @Test(arguments: ["x", "d 5 ENTER"]) func whatComesLaterIsFollowedToItsEnd(_ how: String) throws {
    var model = try spoilt(56, how)
    let moments = try way("→", &model, most: 700)
    let walk = try #require(model.shownWalk)
    #expect(walk.recording.isWhole && moments.count > 20)
    #expect(!walk.recording.timeline.moments[walk.moment...].contains { $0.isTurn })
    #expect(model.notice?.text.en != Texts.nothingElseChanges.en)
  }

  /// The copies of a flooded frame that others get are as they were.
  @Test func aCopyThatNobodyMissesChangesNothing() throws {
    var model = try spoilt(2, "x")
    #expect(!view(model).text.contains("what this changes"))
    #expect(try way("→", &model).isEmpty)
    #expect(model.notice?.text.en == Texts.nothingElseChanges.en)
  }

  @Test func atTheLastMomentNothingIsSaidToGoOn() throws {
    var model = Fixture.model(try PlaygroundTests.home.get())
    try model.press(keys("3 ENTER"))
    _ = try way("→", &model, most: 400)
    _ = try way(".", &model, most: 400)
    let walk = try #require(model.shownWalk)
    #expect(walk.moment == walk.recording.last && walk.recording.isWhole)
    for key in ["→", ".", "]"] {
      try model.press(keys(key))
      #expect(model.notice?.text.en == Texts.forkEnds.en, "\(key)")
    }
  }

  /// A host that pings itself sends no frame; still something happens.
  @Test func whereNoFrameComesTheMomentsGoOn() throws {
    var model = Fixture.model(try PlaygroundTests.home.get())
    try model.press(":ping laptop 192.0.2.130".map { .character($0) } + [.enter])
    try model.press(keys("→"))
    let walk = try #require(model.shownWalk)
    #expect(walk.moment < walk.recording.last)
    #expect(model.notice?.text.en == Texts.onlyMomentsCome.en)
  }

  @Test func theTitleSaysWhereEscLeadsAndWhichWorldItIs() throws {
    let model = try explore("] ] ] x")
    let title = view(model).lines[0]
    #expect(title.contains("◂ frame 3  fork 1") && !title.contains("moment"))
  }

  @Test func bothComparisonsAreFacesOfOneKey() throws {
    var model = try explore("] ] ] ] ] ] ] ] x v")
    #expect((model.top as? ForksScreen)?.comparison != nil)
    try model.press(keys("TAB"))
    let walk = try #require(model.shownWalk)
    if case .hop = walk.panel.mode {} else { #expect(model.notice != nil, "no hop before says so") }
    model = try explore("] ] ] ] ] ] ] ] ] x ESC v")
    if case .hop? = model.shownWalk?.panel.mode {} else { Issue.record("no hop before this frame") }
    try model.press(keys("TAB"))
    #expect(model.top is ForksScreen)
    #expect(Keymap.standard[.forks].keys.isEmpty)
  }

  @Test(arguments: Language.allCases) func noRowOfTheComparisonIsCut(_ language: Language) throws {
    for way in ["] ] ] x v", "] ] ] x v END", "] ] ] ] ] ] ] x v PGDN"] {
      var model = Fixture.model(try Fixture.home.get(), language)
      try model.press(keys(way))
      let rows = view(model).lines.dropFirst(4).dropLast(3)
      #expect(rows.contains { $0.contains("│") })
      #expect(!rows.contains { $0.contains("…│") || $0.contains("… │") }, "\(view(model).text)")
    }
  }

  @Test(arguments: Language.allCases) func theyAreReadableAtEverySize(_ language: Language) throws {
    for size in ScreenTests.sizes {
      for way in ["] ] ] x", "] ] ] x v", "] ] ] x v ESC", "] ] ] d", "] ] ] ↓ ↓ e"] {
        var model = Fixture.model(try Fixture.home.get(), language, width: size.0, height: size.1)
        try model.press(keys(way))
        let canvas = view(model)
        #expect(canvas.lines.allSatisfy { $0.displayWidth <= size.0 })
        #expect(canvas.cursor.map(canvas.bounds.contains) == true)
      }
    }
  }

  @Test func randomKeysOnForksNeverTrapAndEscLeadsOut() throws {
    var generator = Seeded(11)
    let all = keys("→ ← . , ] [ ↑ ↓ TAB ENTER ESC e x d v 1 2 3 7 w z BS ↓ END / n :")
    var model = try explore("] ]")
    for _ in 0..<600 {
      let key = all.randomElement(using: &generator)!
      if case .open(let opening) = update(&model, key) { model.opened(try Fixture.loader.open(opening)) }
      if model.shownWalk?.branches.all.count ?? 0 > 8 { model = try explore("] ]") }
      _ = view(model)
    }
    for _ in 0..<200 { _ = update(&model, .escape) }
    guard model.top is StartScreen else {
      Issue.record("Esc does not lead to the start screen")
      return
    }
  }
}
