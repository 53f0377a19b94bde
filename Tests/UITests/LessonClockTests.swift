import Documents
import Foundation
import Lessons
import Terminal
import Testing

@testable import UI

/// The time that is spent in lessons, from the keys to the file and the screens.
@Suite struct LessonClockTests {
  /// Presses keys as the loop does, some seconds apart.
  private struct Run {
    var model: Model
    var autosave: Autosave
    var time = ContinuousClock.now

    init(_ home: ReturningUserTests.Home, _ opening: OpenRequest = .lesson("tour")) throws {
      autosave = home.autosave()
      model = Fixture.model(try autosave.walk(opening, Fixture.loader))
      model.progress = autosave.lessons
      autosave.keep(model, at: 0)
      autosave.shows(model, at: time)
    }

    mutating func press(_ text: String, after seconds: Double) throws {
      for key in keys(text) {
        time += .seconds(seconds)
        if case .open(let opening) = update(&model, key) {
          model.opened(try autosave.walk(opening, Fixture.loader))
        }
        autosave.take(answersOf: &model, at: time, time: 0)
        autosave.keep(model, at: 0)
        model.progress = autosave.lessons
        autosave.shows(model, at: time)
      }
    }

    mutating func leave() { autosave.keep(model, at: 0, isLast: true) }

    var spent: Int? { autosave.lessons["tour"]?.milliseconds }
  }

  private func written(_ home: ReturningUserTests.Home) -> Int? {
    home.autosave().lessons["tour"]?.milliseconds
  }

  @Test func timeGoesOnFromOneRunToTheNextAndPausesDoNotCount() throws {
    let home = ReturningUserTests.Home()
    defer { home.remove() }
    var run = try Run(home)
    try run.press("→ ←", after: 7)
    #expect(run.spent == 14_000)
    // Somebody went for lunch.
    try run.press("→", after: 3600)
    #expect(run.spent == 134_000)
    run.leave()
    #expect(written(home) == 134_000)
    var next = try Run(home)
    try next.press("→", after: 6)
    next.leave()
    #expect(written(home) == 140_000)
  }

  /// What a kill can take is half a minute.
  @Test func aLongStretchIsWrittenMeanwhile() throws {
    let home = ReturningUserTests.Home()
    defer { home.remove() }
    var run = try Run(home)
    try run.press("↓ ↓ ↓ ↓ ↓ ↓ ↓", after: 9)
    #expect(written(home) == 36_000 && run.spent == 63_000)
  }

  @Test func aLessonThatIsBegunAgainCountsFromItsBeginning() throws {
    let home = ReturningUserTests.Home()
    defer { home.remove() }
    var run = try Run(home)
    try run.press("→ ↓", after: 10)
    run.leave()
    var again = try Run(home, .freshLesson("tour"))
    #expect(again.spent == 20_000, "of the walk before, until something is done")
    try again.press("→", after: 4)
    again.leave()
    #expect(again.spent == 4_000 && written(home) == 4_000)
  }

  @Test func listsAndNetworksTakeNoTimeOfALesson() throws {
    let home = ReturningUserTests.Home()
    defer { home.remove() }
    var run = try Run(home, .network("home"))
    try run.press("] ]", after: 5)
    run.leave()
    #expect(home.autosave().lessons.isEmpty)
    var other = try Run(home)
    try other.press("→ ? ESC", after: 5)
    #expect(other.spent == 15_000, "the help is part of it")
    try other.press("ESC ESC", after: 1)
    let left = other.spent
    #expect(other.model.top is StartScreen)
    try other.press("↓ ↓ ↑", after: 50)
    #expect(other.spent == left && written(home) == left)
  }

  @Test func theSummaryAndTheListSayIt() throws {
    for (language, ended, listed) in [
      (Language.en, "questions in 14 minutes:", "done in 14 min, "), (.ko, ", 14분:", "14분 만에 마침, "),
    ] {
      var model = Fixture.model(try Fixture.tourAtEnd(), language)
      model.progress = ["tour": LessonProgress(done: .init(missed: [], at: 0), milliseconds: 839_999)]
      model.now = 60
      try model.press(keys("→"))
      #expect(view(model).text.contains(ended))
      model.screens = [StartScreen(), LessonsScreen()]
      try model.press(keys("HOME"))
      #expect(view(model).text.contains(listed))
      model.progress["tour"] = LessonProgress(
        place: .init(stop: 4, stops: 14, answered: 2, leftAt: 0), milliseconds: 480_000)
      #expect(view(model).text.contains(language == .en ? "; 8 min, 2 of 8 questions answered" : "8분 동안"))
      // What was done before time was kept.
      model.progress["tour"] = LessonProgress(done: .init(missed: [], at: 0))
      #expect(view(model).text.contains(language == .en ? "done, " : "마침, "))
    }
  }
}
