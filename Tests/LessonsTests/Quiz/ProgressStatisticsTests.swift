import Documents
import Testing

@testable import Lessons

/// What the log says of a week, and of all the time.
struct ProgressStatisticsTests {
  private func at(_ day: Int, _ minutes: Int64 = 0) -> StudyTime { QuizSample.at(day, minutes) }

  private func wrong(_ card: String, _ day: Int, _ tags: [String], attempt: Int = 1, minutes: Int64 = 0)
    -> LoggedAnswer
  {
    QuizSample.answer(
      card, isRight: false, at: at(day, minutes), in: "s", attempt: attempt, mistakes: tags)
  }

  // MARK: Mistakes

  @Test func theSameMistakeTwiceInAWeekIsOne() {
    var said = MistakesSaid([wrong("a", 10, ["x", "y"]), wrong("b", 12, ["y"])], today: 12)
    #expect(said.repeatedTags == [], "of several the one that was said")
    said.add([wrong("b", 13, ["x"])])
    #expect(said.repeatedTags == ["x"] && said.count(of: "x") == 2)
    said.add([wrong("c", 13, ["y"], minutes: 1), wrong("c", 13, ["x"], minutes: 2)])
    #expect(said.repeatedTags == ["x", "y"])
    // A week later only the last days count.
    said.add([QuizSample.answer("d", isRight: true, at: at(18), in: "s")])
    #expect(said.count(of: "x") == 2 && said.count(of: "y") == 2)
    said.add([QuizSample.answer("d", isRight: true, at: at(20), in: "s")])
    #expect(said.repeatedTags == [])
  }

  @Test func twoTriesOfOneQuestionAreOneMistake() {
    var said = MistakesSaid([wrong("a", 10, ["x"]), wrong("a", 10, ["x"], attempt: 2)], today: 10)
    #expect(said.count(of: "x") == 1)
    said.add([wrong("a", 10, ["x"], minutes: 20)])
    #expect(said.count(of: "x") == 2)
  }

  @Test func aRepeatedMistakeNamesTheMisconceptionAndOffersItsCard() throws {
    let library = BuiltInTests.library
    let (registries, deck) = (library.registries(), QuizDeck(library))
    // One whose stop teaches a card, and one whose stop teaches none.
    let steps = Set(deck.entries.map(\.taught))
    let mistakes = registries.mistakes.all
    let taught = try #require(mistakes.first { steps.contains($0.value.taught.value) })
    var said = MistakesSaid([wrong("made", 10, [taught.key])], today: 10)
    #expect(RepeatedMistake(taught.key, in: said, registries, deck) == nil)
    said.add([wrong("made", 10, [taught.key], minutes: 5)])
    let repeated = try #require(RepeatedMistake(taught.key, in: said, registries, deck))
    #expect(repeated.name == taught.value.name.text && repeated.times == 2)
    #expect(repeated.taught == taught.value.taught.value)
    #expect(deck[repeated.card]?.taught == repeated.taught)
    if let untaught = mistakes.first(where: { !steps.contains($0.value.taught.value) }) {
      said.add([wrong("made", 10, [untaught.key]), wrong("made", 10, [untaught.key], minutes: 7)])
      #expect(RepeatedMistake(untaught.key, in: said, registries, deck)?.card == "made")
    }
    said.add([wrong("made", 10, ["no-such"]), wrong("made", 10, ["no-such"], minutes: 8)])
    #expect(RepeatedMistake("no-such", in: said, registries, deck) == nil)
  }

  // MARK: Figures

  private let deck = QuizDeck([
    QuizSample.entry("a", step: "one/a", layer: .link),
    QuizSample.entry("b", step: "two/b", layer: .transport),
    QuizSample.entry("c", step: "one/c", layer: .transport),
  ])

  @Test func retentionIsOfCardsAskedAfterAWeekOrMore() {
    var reviews = ["a", "b", "c"].map { QuizSample.review($0, .easy, at(1)) }
    reviews += [
      QuizSample.review("a", .good, at(7)), QuizSample.review("a", .again, at(14)),
      QuizSample.review("b", .hard, at(9)), QuizSample.review("c", .good, at(30)),
      QuizSample.review("gone", .good, at(1)), QuizSample.review("gone", .good, at(30)),
    ]
    let figures = ProgressStatistics(reviews, [], deck, at: at(30))
    #expect(
      figures.layers == [
        .init(name: "transport", share: RightShare(right: 2, all: 2)),
        .init(name: "link", share: RightShare(right: 0, all: 1)),
      ])
    #expect(
      figures.lessons == [
        .init(name: "one", share: RightShare(right: 1, all: 2)),
        .init(name: "two", share: RightShare(right: 1, all: 1)),
      ])
    #expect(figures.cardsMet == 3)
    let schedules = Schedules(reviews)
    #expect(figures.cardsKnown == ["b", "c"].count { schedules.cards[$0]!.interval >= 7 })
    #expect(figures.due == deck.entries.count { schedules.cards[$0.id]!.isDue(at: at(30)) })
    #expect(figures.forecast == QuizQueue.forecast(deck, schedules, from: 30, days: 14))
  }

  @Test func theHardestCardsAreThoseThatWereRightLeastOften() {
    let reviews =
      [Rating.again, .good, .again].enumerated().map { QuizSample.review("a", $1, at($0 * 3 + 1)) }
      + [Rating.again, .good, .good, .good].enumerated().map { QuizSample.review("b", $1, at($0 * 3 + 1)) }
      + [Rating.again, .again].enumerated().map { QuizSample.review("c", $1, at($0 * 3 + 1)) }
    let hardest = ProgressStatistics(reviews, [], deck, at: at(30)).hardest
    #expect(hardest.map(\.card) == ["a", "b"], "the third was reviewed too seldom")
    #expect(hardest[0].share == RightShare(right: 1, all: 3) && hardest[0].lapses == 1)
  }

  @Test func answersAreCountedByDayAndConfusionsByPair() {
    var answers = ["a", "b"].map {
      // One explanation that rates two cards.
      QuizSample.answer($0, isRight: true, at: at(29), in: "s", role: .point, question: "q-say")
    }
    answers += [
      wrong("a", 30, ["mtu"]), wrong("a", 30, ["mtu", "other"], attempt: 2), wrong("b", 30, ["mtu"]),
      wrong("c", 2, ["ack"]), wrong("c", 2, ["ack"], minutes: 3), wrong("c", 1, ["ack"]),
    ]
    let figures = ProgressStatistics([], answers, deck, at: at(30))
    #expect(figures.answers == 6 && figures.days == 4)
    #expect(figures.answersADay.count == 28 && figures.answersADay.suffix(2) == [1, 2])
    #expect(figures.answersADay.dropLast(2).allSatisfy { $0 == 0 })
    #expect(
      figures.confusions == [
        .init(card: "c", mistake: "ack", times: 3), .init(card: "a", mistake: "mtu", times: 2),
      ])
  }

  @Test func theyComeFromTheStoreWithoutWhatWasTakenBack() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    let (kept, gone) = (wrong("a", 30, ["x"]), wrong("b", 30, ["x"]))
    try store.log([gone, kept])
    try store.log(AnswerRemark(.takenBack, of: gone.target, time: 0))
    let figures = try ProgressStatistics(store, deck, at: at(30, 10))
    #expect(figures.answers == 1 && figures.cardsMet == 1 && figures.due == 1)
    #expect(try MistakesSaid(store, today: 30).count(of: "x") == 1)
    #expect(try MistakesSaid(store, today: 37).count(of: "x") == 0)
  }

  @Test func withoutAnAnswerThereIsNothing() {
    let figures = ProgressStatistics([], [], deck, at: at(30))
    #expect(figures.cardsMet == 0 && figures.layers.isEmpty && figures.hardest.isEmpty)
    #expect(figures.forecast.allSatisfy { $0 == 0 })
  }
}
