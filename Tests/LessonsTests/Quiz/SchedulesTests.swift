import Analysis
import Foundation
import Testing

@testable import Lessons

/// Where cards stand after what the log says.
struct SchedulesTests {
  private static let minute: Int64 = 60_000
  private static let day: Int64 = 86_400_000

  /// Noon of a study day, and minutes after it.
  private func at(_ day: Int, _ minutes: Int64 = 0) -> StudyTime {
    StudyTime(Int64(day) * Self.day + 12 * 60 * Self.minute + minutes * Self.minute, day: day)
  }

  private func review(
    _ card: String, _ rating: Rating, _ at: StudyTime, _ session: String = "s",
    _ role: JudgedAnswer.Role = .question
  ) -> CardReview {
    CardReview(card: card, rating, at: at, session: session, role: role)
  }

  // MARK: Rating

  @Test(
    arguments: [
      (1, false, 0, false, Rating.again), (1, false, 2, true, .again), (1, true, 0, false, .good),
      (1, true, 1, false, .hard), (1, true, 0, true, .hard), (2, true, 0, false, nil),
      (2, false, 1, false, nil),
    ] as [(Int, Bool, Int, Bool, Rating?)])
  func theFirstAnswerRates(attempt: Int, isRight: Bool, hints: Int, isGuess: Bool, rating: Rating?) {
    let judged = JudgedAnswer(
      question: "q", card: "c", attempt: attempt, answer: nil, isRight: isRight, mistakes: [], hints: hints,
      isGuess: isGuess)
    #expect(judged.rating == rating)
  }

  @Test func whatWasSaidToBeEasyIsSoUnlessItWasWrong() {
    #expect(review("c", .good, at(1)).easy.rating == .easy)
    #expect(review("c", .hard, at(1)).easy.rating == .easy)
    #expect(review("c", .again, at(1)).easy.rating == .again)
  }

  // MARK: Replay

  @Test func aCardGoesThroughItsStepsAndComesBackAfterDays() throws {
    var schedules = Schedules()
    schedules.add(review("c", .again, at(10)))
    var card = try #require(schedules.cards["c"])
    #expect(card.due == .time(at(10, 10).milliseconds) && card.isLearning)
    #expect(!card.isDue(at: at(10, 9)) && card.isDue(at: at(10, 10)))
    #expect(card.isDue(at: at(10), ahead: 20 * Self.minute) && card.isDue(at: at(11)))
    schedules.add(review("c", .good, at(10, 10)))
    card = try #require(schedules.cards["c"])
    #expect(card.due == .day(11) && card.interval == 1 && card.firstDay == 10 && card.right == 1)
    #expect(!card.isDue(at: at(10, 700)) && card.isDue(at: at(11)))
    schedules.add(review("c", .good, at(11)))
    #expect(schedules.days == [10: .init(new: 1), 11: .init(reviews: 1)])
    #expect(schedules.cards["c"]?.memory.reviews == 3)
  }

  @Test func anExplanationRatesACardOnceASittingAndNoneThatWasAskedThere() {
    var schedules = Schedules()
    schedules.add(review("c", .good, at(10), "one"))
    let asked = schedules.cards
    schedules.add(review("c", .again, at(10, 5), "one", .point))
    #expect(schedules.cards == asked)
    schedules.add(review("c", .again, at(10, 6), "two", .point))
    #expect(schedules.cards["c"]?.memory.reviews == 2)
    let again = schedules.cards
    schedules.add(review("c", .good, at(10, 7), "two", .point))
    #expect(schedules.cards == again)
    // A question does rate it, and a sitting that goes on the next day is another.
    schedules.add(review("c", .good, at(10, 8), "two"))
    schedules.add(review("c", .good, at(11), "two", .point))
    #expect(schedules.cards["c"]?.memory.reviews == 4)
  }

  @Test func aFollowUpIntroducesNoCard() {
    var schedules = Schedules()
    schedules.add(review("c", .good, at(10), "s", .followUp))
    #expect(schedules.cards.isEmpty && schedules.days.isEmpty)
    schedules.add(review("c", .good, at(10)))
    schedules.add(review("c", .again, at(12), "s", .followUp))
    #expect(schedules.cards["c"]?.memory.lapses == 1)
  }

  @Test func aDrillRatesNoCard() {
    let schedules = Schedules([review("c", .good, at(10), "s", .drill)])
    #expect(schedules.cards.isEmpty && schedules.days.isEmpty)
  }

  @Test func theOrderOfTheLogDoesNotMatter() {
    let cards = ["a", "b", "c"]
    let reviews = (0..<60).map { number in
      review(
        cards[number % 3], Rating.allCases[number * 7 % 4], at(number / 2, Int64(number % 4)),
        "s\(number / 9)",
        number % 5 == 0 ? .point : .question)
    }
    let schedules = Schedules(reviews)
    for order in [Array(reviews.reversed()), Array(reviews[30...] + reviews[..<30])] {
      let other = Schedules(order)
      #expect(other.cards == schedules.cards && other.days == schedules.days)
    }
  }

  // MARK: The store

  private func answer(
    _ card: String, _ time: StudyTime, isRight: Bool = true, attempt: Int = 1, question: String = "q",
    role: JudgedAnswer.Role = .question
  ) -> LoggedAnswer {
    LoggedAnswer(
      JudgedAnswer(
        question: question, card: card, attempt: attempt, answer: .places([1]), isRight: isRight,
        mistakes: [],
        hints: 0, isGuess: false, role: role),
      .init(lesson: "tour", revision: 1, seed: 7, language: .en), time: time.milliseconds, studyDay: time.day,
      milliseconds: nil, session: "s")
  }

  @Test func schedulesComeFromTheStore() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    let answers = [
      answer("a", at(10), isRight: false), answer("a", at(10, 1), attempt: 2), answer("b", at(10, 2)),
      answer("b", at(11), role: .point), answer("c", at(11, 1), role: .followUp),
    ]
    try store.log(answers)
    #expect(try store.loggedAnswers() == answers)
    let schedules = try store.schedules()
    #expect(schedules.cards == Schedules(answers.compactMap(CardReview.init)).cards)
    #expect(schedules.cards.keys.sorted() == ["a", "b"] && schedules.cards["a"]?.memory.reviews == 1)
  }

  @Test func aCardThatWasRenamedKeepsItsReviews() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    try store.log([answer("old", at(10)), answer("new", at(12))])
    let schedules = try store.schedules { $0 == "old" ? "new" : $0 }
    #expect(schedules.cards.keys.sorted() == ["new"] && schedules.cards["new"]?.memory.reviews == 2)
  }

  @Test func remarksChangeWhatTheAnswersCount() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    let (first, second) = (answer("a", at(10)), answer("b", at(10), isRight: false, question: "other"))
    try store.log([first, second, answer("b", at(10, 1), attempt: 2, question: "other")])
    let easy = AnswerRemark(.easy, of: first.target, time: at(10, 1).milliseconds)
    let back = AnswerRemark(.takenBack, of: second.target, time: at(10, 2).milliseconds)
    for remark in [easy, back] { try store.log(remark) }
    #expect(try store.loggedRemarks() == [easy, back])
    let schedules = try store.schedules()
    #expect(schedules.cards.keys.sorted() == ["a"])
    #expect(schedules.cards["a"]?.memory.stability == MemoryModel.weights[3])
    let remarks = Remarks([easy, back])
    #expect(remarks.kept(of: try store.loggedAnswers()) == [first])
    for sql in ["UPDATE answer_remarks SET time = 1", "DELETE FROM answer_remarks"] {
      #expect(throws: (any Error).self) { try sample.change(sql) }
    }
  }

  @Test func answersOfTheVersionBeforeAreReviewsToo() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    try sample.write([])
    try sample.atVersion("v5 lessons done") { db in
      try db.execute(
        sql: """
          INSERT INTO answer_log (study_day, time, lesson, question, card, revision, engine, seed, language, attempt,
            is_right, mistakes, hints, guess)
          VALUES (10, \(at(10).milliseconds), 'tour', 'q', 'a', 1, 1, '7', 'en', 1, 1, '[]', 0, 0)
          """)
    }
    let store = try sample.store()
    #expect(try store.schedules().cards["a"]?.due == .day(12))
    #expect(try store.loggedAnswers().map(\.judged.role) == [.question])
  }

  @Test func rowsThatMakeNoSenseAreNoReviews() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    try store.log([answer("a", at(10)), answer("b", at(10)), answer("c", at(10))])
    try sample.change("DROP TRIGGER answer_log_is_not_changed")
    try sample.change("UPDATE answer_log SET time = 'noon' WHERE card = 'a'")
    try sample.change("UPDATE answer_log SET study_day = x'00' WHERE card = 'b'")
    #expect(try store.schedules().cards.keys.sorted() == ["c"])
  }
}
