import Documents
import Lessons
import Terminal
import Testing

@testable import UI

/// A question that was left half answered is the same question when the program is started again.
@Suite struct QuestionKeptTests {
  private static func takenUp(_ walk: WalkScreen) throws -> WalkScreen {
    let place = try #require(walk.place(at: 0))
    var next = try KindsLesson.walk.get()
    next.restore(place)
    next.onboarding = walk.onboarding
    return next
  }

  private static let alphabet: [Key] =
    KeptPlaceTests.alphabet + "123ens/AC한".map { .character($0) } + [.enter, .down, .down, " "]

  @Test(arguments: KindsLesson.ids) func eachKindIsTakenUpAsItWasLeft(id: String) throws {
    var random = Seeded(UInt64(id.utf8.reduce(3) { $0 &* 31 &+ UInt64($1) }))
    var model = try KindsLesson.asked(id)
    var pressed: [Key] = []
    for number in 1...48 {
      let key = Self.alphabet.randomElement(using: &random)!
      pressed.append(key)
      try model.press([key])
      if model.shownWalk == nil { (model, pressed) = (try KindsLesson.asked(id), []) }
      guard number % 6 == 0, let walk = model.shownWalk.map(KeptPlaceTests.settled) else { continue }
      // What a run came to is found out again where it is wanted again.
      if case .run = walk.panel.mode { continue }
      let next = try Self.takenUp(walk)
      let (before, after) = (
        KeptPlaceTests.drawing(walk, .en, (80, 24)), KeptPlaceTests.drawing(next, .en, (80, 24))
      )
      #expect(before == after, "after \(pressed.map(\.shown)):\n\(before.text)\n\(after.text)")
      guard before == after else { return }
    }
  }

  @Test(arguments: ["q_switch", "q_tcp"]) func escLeadsBackFromTheRunOfAnAnswerInTheNextRunToo(id: String)
    throws
  {
    var model = try KindsLesson.asked(id)
    try model.give(.wrong(0))
    let asked = try #require(model.shownWalk?.question)
    try model.press(keys("e"))
    #expect(model.shownWalk?.question == nil && model.shownWalk?.openQuestion?.id == id)
    let next = try Self.takenUp(try #require(model.shownWalk))
    #expect(next.openQuestion?.id == id && next.branches.isOnFork)
    model = Fixture.model(next)
    #expect(view(model).lines[0].contains("◂ question"))
    try model.press(keys("ESC"))
    #expect(model.shownWalk?.question?.state == asked.state)
    #expect(model.shownWalk?.question?.input == asked.input)
  }

  /// A question that stands in another one is kept, too.
  @Test func whatFollowsAnExplanationIsKept() throws {
    var model = try KindsLesson.asked("q_explain")
    let explain = try #require(model.shownWalk?.question?.question)
    try model.give(explain.rightAnswer)
    try model.press(keys("→"))
    #expect(model.shownWalk?.question?.question.id == "f_why")
    try model.press(keys("i t ENTER n"))
    let next = try Self.takenUp(try #require(model.shownWalk))
    #expect(next.question?.question.id == "f_why" && next.question?.input.typed.map(\.string) == ["it", "n"])
    model = Fixture.model(next)
    try model.press(keys("ENTER ENTER → →"))
    #expect(model.shownWalk?.question?.state.outcome == .wrong, "it was said, and nothing of it ticked")
    #expect(view(model).text.contains("0 of 2"))
    let later = try Self.takenUp(try #require(model.shownWalk))
    #expect(
      later.session?.states["f_why"]?.outcome == .wrong && later.session?.states["q_explain"]?.isOpen == false
    )
  }
}
