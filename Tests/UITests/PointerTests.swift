import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

@Suite struct PointerTests {
  /// The first cell that stands for a target.
  private func place(of target: ClickTarget, in model: Model) throws -> Point {
    let canvas = view(model)
    for y in 0..<canvas.size.height {
      for x in 0..<canvas.size.width where ClickTarget(canvas[Point(x: x, y: y)].identity) == target {
        return Point(x: x, y: y)
      }
    }
    throw Missing(target: target)
  }

  private struct Missing: Error { var target: ClickTarget }

  private func click(_ target: ClickTarget, in model: inout Model) throws {
    if case .open(let opening) = model.click(at: try place(of: target, in: model)) {
      model.opened(try Fixture.loader.open(opening))
    }
  }

  @Test func aClickOnAFieldSelectsItAndASecondOneOpensIt() throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] TAB"))
    try click(.field(2), in: &model)
    var walk = try #require(model.shownWalk)
    let tree = try #require(walk.tree(height: walk.layout(model.size).fieldRows))
    #expect(walk.focus == .fields)
    #expect(walk.cursor(in: tree) == 2)
    try click(.field(2), in: &model)
    walk = try #require(model.shownWalk)
    #expect(walk.panel.mode == .field)
  }

  @Test func aClickOnAByteSelectsTheFieldThatOwnsIt() throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("]"))
    for byte in [0, 7, 13, 30, 59] {
      try click(.byte(byte), in: &model)
      let walk = try #require(model.shownWalk)
      #expect(walk.focus == .bytes)
      #expect(walk.inspector.byte == byte)
      #expect(walk.selectedBytes.contains(byte))
    }
  }

  @Test func aClickOnACauseLooksAtItAndASecondOneGoesThere() throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] w"))
    let here = try #require(model.shownWalk?.moment)
    try click(.cause(1), in: &model)
    var walk = try #require(model.shownWalk)
    guard case .why(let why) = walk.panel.mode else {
      Issue.record("the panel is closed")
      return
    }
    #expect(why.cursor == 1 && walk.moment == here && walk.scene.moment.number == why.rows[1].moment)
    try click(.cause(1), in: &model)
    walk = try #require(model.shownWalk)
    #expect(walk.panel.mode == .words && walk.moment == why.rows[1].moment)
  }

  @Test func tabsAndFooterAreTheirKeys() throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("]"))
    try click(.picture(.ladder), in: &model)
    #expect(model.shownWalk?.picture.picture == .ladder)
    let moment = try #require(model.shownWalk?.moment)
    try click(.action(.nextStop), in: &model)
    #expect(try #require(model.shownWalk?.moment) > moment)
    try click(.action(.language), in: &model)
    #expect(model.language == .ko)
    try click(.action(.help), in: &model)
    #expect(model.top is HelpScreen)
  }

  @Test func aClickOnAMessageChoosesItAndASecondGoesThere() throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] ] ] ] ] ] ] 2"))
    try click(.pictureRow(0), in: &model)
    #expect(model.shownWalk?.picture.row == 0)
    let moment = try #require(model.shownWalk?.moment)
    try click(.pictureRow(0), in: &model)
    #expect(try #require(model.shownWalk?.moment) < moment)
    #expect(model.shownWalk?.jumps.count == 1)
  }

  @Test func aChoiceIsMarkedAndThenAnswered() throws {
    var model = Fixture.model(try Fixture.tour.get())
    try model.press(keys("→ →"))
    #expect(model.shownWalk?.digitsOfQuestion.isEmpty == false)
    try click(.choice(1), in: &model)
    #expect(model.shownWalk?.question?.state.attempts.isEmpty == true)
    try click(.choice(1), in: &model)
    #expect(model.shownWalk?.question?.state.attempts.count == 1)
  }

  @Test func listsOpenOnTheSecondClick() throws {
    var model = Fixture.model()
    try click(.listed(2), in: &model)
    #expect(model.top is StartScreen)
    try click(.listed(2), in: &model)
    #expect(model.top is NetworksScreen)
    try click(.listed(0), in: &model)
    #expect(model.shownWalk != nil, "the first line is marked from the start")
  }

  @Test func forksAreMarkedAndThenOpenedToo() throws {
    var model = Fixture.model(try Fixture.twoHosts.get())
    try model.press(keys("] ] ] x v"))
    try click(.listed(5), in: &model)
    guard let state = model.top as? ForksScreen else {
      Issue.record("a click opened something")
      return
    }
    #expect(state.comparison?.row == 5)
    let number = try #require(state.comparison?.divergence.rows[5].right)
    try click(.listed(5), in: &model)
    #expect(model.shownWalk?.moment == number)
    try model.press(keys("v ESC"))
    try click(.listed(0), in: &model)
    guard let list = model.top as? ForksScreen else {
      Issue.record("a click opened something")
      return
    }
    #expect(list.cursor == 0)
  }

  @Test func theWheelMovesInThePaneUnderThePointer() throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] ] ]"))
    let bytes = model.shownWalk!.layout(model.size).bytes.inset().origin
    _ = model.mouse(.wheelDown, at: bytes)
    #expect(model.shownWalk?.focus == .bytes)
    #expect(model.shownWalk?.inspector.byte == 1)
    _ = model.mouse(.wheelUp, at: bytes)
    #expect(model.shownWalk?.inspector.byte == 0)
  }

  @Test func aClickAnywhereNeverTrapsAndNeverQuits() throws {
    var generator = Seeded(7)
    for walk in [try Fixture.tour.get(), try Fixture.home.get()] {
      var model = Fixture.model(walk)
      for _ in 0..<300 {
        let point = Point(
          x: .random(in: -1...80, using: &generator), y: .random(in: 0...22, using: &generator))
        if case .open(let opening) = model.click(at: point) {
          model.opened(try Fixture.loader.open(opening))
        }
        _ = view(model)
      }
    }
  }
}
