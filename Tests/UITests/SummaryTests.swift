import Analysis
import Documents
import Lessons
import Terminal
import Testing

@testable import UI

/// The end of a lesson, and what leads on from it.
@Suite struct SummaryTests {
  static func ended() throws -> Model {
    var model = Fixture.model(try Fixture.tourAtEnd())
    try model.press(keys("→"))
    #expect(model.top is SummaryScreen)
    return model
  }

  private func summary(_ model: Model) throws -> LessonSummary {
    try #require(model.walk?.session?.summary)
  }

  @Test func theSummarySaysOfEachQuestionHowItWent() throws {
    let model = try Self.ended()
    let summary = try summary(model)
    #expect(summary.isComplete && summary.rows.count == model.walk?.session?.run.questions.count)
    #expect(
      summary.rows.prefix(4).map(\.result) == [.right(attempt: 1), .right(attempt: 2), .shown, .skipped])
    #expect(summary.rows[4].isGuess && summary.rows[4].answer(.en).hasSuffix(" (guess)"))
    #expect(summary.missed == summary.rows.filter { $0.result != .right(attempt: 1) }.map(\.question))
    // By what one knows, never by id.
    let cards = Fixture.library.registries().cards
    for row in summary.rows { #expect(row.title == cards[row.card]?.title.text) }
  }

  @Test func whatIsLeftOpenKeepsTheLessonFromBeingDone() throws {
    var walk = try Fixture.tourAtEnd()
    let first = try #require(walk.session?.run.questions.first)
    walk.session?.states[first.id] = nil
    let summary = try #require(walk.session?.summary)
    #expect(!summary.isComplete && summary.rows[0].result == .open && summary.missed.contains(first.id))
  }

  @Test func anAnswerIsShownInItsPlaceAndEscLeadsBack() throws {
    var model = try Self.ended()
    try model.press(keys("HOME ENTER"))
    let first = try #require(model.walk?.session?.run.questions.first)
    #expect(model.shownWalk?.question?.question.id == first.id && !model.isAsking)
    try model.press(keys("ESC"))
    #expect(model.top is SummaryScreen)
    let row = view(model).lines.first { $0.hasPrefix(" >") }
    #expect(row?.contains("✓") == true, "the cursor stands on the answer that was looked at")
    // A little further on Esc leads back, too.
    try model.press(keys("ENTER → ESC"))
    for _ in 0..<6 where model.shownWalk != nil { try model.press(keys("ESC")) }
    #expect(model.top is SummaryScreen)
  }

  @Test func whatWasPassedOverIsAskedNow() throws {
    var model = try Self.ended()
    let index = try #require(try summary(model).rows.firstIndex { $0.result == .skipped })
    try model.press([.home] + Array(repeating: .down, count: index) + [.enter])
    #expect(model.isAsking)
    #expect(model.shownWalk?.question?.question.id == (try summary(model)).rows[index].question)
  }

  @Test func theMissedOnesAreAskedAgainInTheirPlacesAndNothingElse() throws {
    var model = try Self.ended()
    let before = try summary(model)
    let name = "tour"
    guard case .open(.retry(name, let variant, let retry)) = chosen(&model, "were not right at once") else {
      Issue.record("nothing is asked again")
      return
    }
    let run = try #require(model.walk?.session?.run)
    #expect(variant != run.number && retry.asked == Set(before.missed))
    model.opened(try Fixture.loader.open(.retry(name, variant: variant, retry)))
    #expect(model.screens.count == 2, "what is asked again takes the place of the lesson and its summary")
    var asked: [String] = []
    for _ in 0..<before.rows.count {
      guard let question = model.shownWalk?.question?.question else { break }
      asked.append(question.id)
      _ = model.withWalk { walk in
        var state = QuestionState(question)
        _ = state.give(question.rightAnswer)
        walk.session?.states[question.id] = state
        walk.question = nil
      }
      try model.press(keys("→"))
    }
    #expect(asked == before.missed)
    #expect(model.top is SummaryScreen)
    let after = try summary(model)
    #expect(after.missed == [] && after.rows.map(\.question) == before.rows.map(\.question))
    // What was right before says what was said then.
    #expect(after.rows[0] == before.rows[0])
    #expect(model.walk?.session?.run.number == variant)
  }

  @Test func theNextLessonTakesThePlaceOfTheOneThatIsDone() throws {
    var model = try Self.ended()
    try model.press(keys("→"))
    #expect(model.shownWalk?.session?.run.id == model.library.lessons[1].id && model.screens.count == 2)
  }

  @Test func commandsAreCopiedAndNeverRun() throws {
    var model = try Self.ended()
    let trials = try #require(model.walk?.session?.run.trials)
    let commands = trials.compactMap(\.command)
    #expect(commands.count == 2)
    #expect(update(&model, "y") == .copy(commands[0]))
    try model.press(keys("END"))
    #expect(update(&model, .enter) == .copy(commands[1]))
  }

  @Test func aLessonIsDoneByItsSummaryAndMissedCardsAreKept() throws {
    let home = ReturningUserTests.Home()
    defer { home.remove() }
    var autosave = home.autosave()
    #expect(autosave.lessons.isEmpty)
    autosave.keep(Fixture.model(try Fixture.tourAtEnd()), at: 5)
    #expect(autosave.lessons["tour"]?.done == nil && autosave.lessons["tour"]?.place != nil)
    let model = try Self.ended()
    autosave.keep(model, at: 7)
    let done = LessonProgress.Done(missed: try summary(model).missedCards, at: 7)
    #expect(autosave.lessons["tour"] == LessonProgress(done: done))
    #expect(home.autosave().lessons["tour"] == LessonProgress(done: done), "it is on disk")
  }

  @Test(arguments: [[], ["a"]]) func aDoneLessonKeepsItsMarkWhileItIsWalkedAgain(_ missed: [String]) throws {
    var model = Fixture.model()
    let place = LessonProgress.Place(stop: 4, stops: 14, answered: 2, leftAt: 0)
    model.progress["tour"] = LessonProgress(place: place, done: .init(missed: missed, at: 0))
    model.screens.append(LessonsScreen())
    let row = try #require(view(model).lines.first { $0.contains(" 4/14") })
    #expect(row.prefix(4).contains(missed.isEmpty ? "✓" : "2") && !row.contains("▸"))
  }

  @Test func whatIsAskedAgainGoesOnWhereItWasLeft() throws {
    let home = ReturningUserTests.Home()
    defer { home.remove() }
    var autosave = home.autosave()
    let retry = LessonRetry(try summary(try Self.ended()))
    var model = Fixture.model(try autosave.walk(.retry("tour", variant: 12, retry), Fixture.loader))
    try model.press(keys("↓"))
    autosave.keep(model, at: 7)
    var later = home.autosave()
    let again = Fixture.model(try later.walk(.lesson("tour"), Fixture.loader))
    #expect(again.shownWalk?.session?.retry == retry && again.shownWalk?.session?.run.number == 12)
    #expect(view(again) == view(model))
  }

  @Test(arguments: Language.allCases)
  func theSummaryFitsEverySize(_ language: Language) throws {
    for size in ScreenTests.sizes {
      var model = Fixture.model(try Fixture.tourAtEnd(), language, width: size.0, height: size.1)
      try model.press(keys("→"))
      for key in ["HOME", "↓", "↓", "END", "↑", "↑"] {
        let canvas = view(model)
        let label = "\(size) \(language.rawValue) before \(key)"
        #expect(canvas.lines.allSatisfy { $0.displayWidth <= size.0 }, "\(label)")
        #expect(canvas.cursor.map(canvas.bounds.contains) == true, "\(label): no cursor")
        // What follows is never cut.
        #expect(canvas.text.contains(Texts.again[language]), "\(label)")
        #expect(canvas.text.contains(Texts.onYourMachine[language]), "\(label)")
        #expect(canvas.lines.contains { $0.hasPrefix(" >") }, "\(label): the marked row is not in view")
        canvas.expectASCIIForm(label)
        try model.press(keys(key))
      }
    }
  }

  /// Presses Enter on the row with these words.
  private func chosen(_ model: inout Model, _ words: String) -> Effect {
    for _ in 0..<30 {
      if view(model).lines.contains(where: { $0.hasPrefix(" >") && $0.contains(words) }) {
        return update(&model, .enter)
      }
      _ = update(&model, .down)
    }
    return .none
  }
}
