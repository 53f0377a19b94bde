import Documents
import Foundation
import Terminal
import Testing

@testable import Lessons
@testable import UI

/// Answers given on the screen, on their way into the log.
@Suite struct ScreenAnswerLogTests {
  private typealias Home = ReturningUserTests.Home

  /// Presses keys as the loop does, one second apart.
  private struct Run {
    var model: Model
    var autosave: Autosave
    var time = ContinuousClock.now
    var writes = true

    init(_ home: Home, _ language: Language = .en) throws {
      autosave = home.autosave()
      model = Fixture.model(try QuestionTests.walk.get(), language)
      autosave.shows(model, at: time)
    }

    mutating func press(_ text: String) throws {
      for key in keys(text) {
        time += .seconds(1)
        try model.press([key])
        autosave.take(answersOf: &model, at: time, time: 1_795_000_000_000)
        if writes { autosave.keepAnswers() }
        autosave.shows(model, at: time)
      }
    }

    /// The digit of the right choice, or of a wrong one.
    func digit(right: Bool) throws -> String {
      let question = try #require(model.shownWalk?.question?.question)
      guard case .places(let places) = question.rightAnswer else { return "" }
      let printers = question.shapes[0].choices.firstIndex { $0.text.en.string.hasSuffix("12") }
      return String((right ? places[0] : try #require(printers)) + 1)
    }
  }

  private func logged(_ home: Home) throws -> [LoggedAnswer] {
    try ProgressStore(folder: home.folder + "/packetwalk").loggedAnswers()
  }

  @Test func anAnswerIsInTheLogBeforeTheNextKey() throws {
    let home = Home()
    defer { home.remove() }
    var run = try Run(home, .ko)
    try run.press("→")
    #expect(try logged(home).isEmpty)
    try run.press("w")
    try run.press(try run.digit(right: false))
    let first = try logged(home)
    #expect(first.count == 1)
    let answer = try #require(first.first)
    #expect(answer.judged.question == "q-choice" && answer.judged.card == "a" && answer.judged.attempt == 1)
    #expect(!answer.judged.isRight && answer.judged.mistakes == ["knows"] && answer.judged.hints == 1)
    #expect(answer.milliseconds == 2000 && answer.time == 1_795_000_000_000)
    #expect(
      answer.asking == LoggedAnswer.Asking(lesson: "small", revision: 1, seed: 7, language: .ko))
    try run.press(try run.digit(right: true))
    let second = try #require(try logged(home).last)
    #expect(second.judged.attempt == 2 && second.judged.isRight && second.milliseconds == 1000)
    try run.press("→ →")
    #expect(try logged(home).count == 2)
  }

  @Test func dontKnowIsLoggedAndSkippingIsNot() throws {
    let home = Home()
    defer { home.remove() }
    var run = try Run(home)
    try run.press("→ 0")
    #expect(try logged(home).map(\.judged.answer) == [nil])
    var other = try Run(home)
    try other.press("→ → →")
    #expect(other.model.shownWalk?.session?.states["q-choice"]?.outcome == .skipped)
    #expect(try logged(home).count == 1)
  }

  @Test func updateItselfWritesNothing() throws {
    let home = Home()
    defer { home.remove() }
    var run = try Run(home)
    run.writes = false
    try run.press("→ 0")
    #expect(try logged(home).isEmpty)
    run.autosave.keep(run.model, at: 0)
    #expect(try logged(home).count == 1)
    run.autosave.keepAnswers()
    #expect(try logged(home).count == 1)
  }

  @Test func whereNothingCanBeKeptThatIsSaidOnceAndTheLessonGoesOn() throws {
    let home = Home()
    defer { home.remove() }
    try FileManager.default.createDirectory(atPath: home.folder, withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: home.folder + "/packetwalk"))
    var run = try Run(home)
    try run.press("→ 0")
    #expect(
      run.autosave.takeComplaint()?.en.hasPrefix("Your place cannot be saved: cannot write to ") == true)
    try run.press("→ →")
    run.autosave.keep(run.model, at: 0)
    #expect(run.autosave.takeComplaint() == nil)
    #expect(run.model.shownWalk?.question?.question.id == "q-pick")
  }

  @Test func whileAnotherProgramHoldsTheFileAnAnswerWaits() throws {
    let home = Home()
    defer { home.remove() }
    var run = try Run(home)
    let store = try ProgressStore(folder: home.folder + "/packetwalk")
    try store.write { _ in
      try run.press("→ 0")
      #expect(run.autosave.failure?.reason == .locked)
    }
    #expect(try logged(home).isEmpty)
    try run.press("↓")
    #expect(try logged(home).count == 1)
    #expect(run.autosave.takeComplaint() == nil)
  }
}
