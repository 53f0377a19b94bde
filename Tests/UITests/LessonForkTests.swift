import Documents
import Lessons
import Terminal
import Testing

@testable import UI

/// A fork that the lesson itself takes: the title line says which, and entering it the first time what was done.
@Suite struct LessonForkTests {
  @Test(arguments: Language.allCases) func theTitleSaysWhichForkIsWalked(_ language: Language) throws {
    let walk = try WalkLoader(GuardTests.library, seed: nil).open(.lesson("switch"), step: "quiet")
    var model = Fixture.model(walk, language)
    let run = try #require(walk.session?.run)
    let title = try #require(run.branches.compactMap(\.fork).first?.title[language].string)
    func top(_ model: Model) -> String { view(model).lines[0] }
    #expect(!top(model).contains(title) && top(model).contains(run.title[language]))
    for _ in 0..<6 where model.shownWalk?.lessonFork == nil {
      try model.press([.right])
      try model.giveUp()
    }
    #expect(model.shownWalk?.lessonFork != nil && model.shownWalk?.branches.isOnFork == false)
    #expect(top(model).contains(title) && !top(model).contains(run.title[language]))
    #expect(model.notice?.text[language].contains(title) == true, "what was done is said once")
    // Back by itself, and there again without another word.
    try model.press([.right])
    #expect(model.shownWalk?.lessonFork == nil && top(model).contains(run.title[language]))
    try model.press([.left])
    #expect(model.shownWalk?.lessonFork != nil && model.notice == nil)
  }
}
