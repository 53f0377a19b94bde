import Documents
import Testing

@testable import Lessons

struct QuizSessionTests {
  private func at(_ day: Int, _ minutes: Int64 = 0) -> StudyTime { QuizSample.at(day, minutes) }

  /// Learned on a day, right at once: due two days later.
  private func learned(_ cards: [String: Int]) -> Schedules {
    Schedules(cards.map { QuizSample.review($0.key, .good, at($0.value)) })
  }

  // MARK: What comes first

  @Test func overdueThenDueThenNewInTeachingOrder() {
    let deck = QuizSample.deck("new", "due", "late", "later", "other")
    let schedules = learned(["due": 8, "late": 5, "later": 9])
    var session = QuizSession(deck, schedules, at: at(10))
    #expect(session.run(at: at(10)) == ["late", "due", "new", "other"])
    let queue = QuizQueue(
      deck, schedules, at: at(10), wanted: ["due", "late", "later", "new"], taken: ["tour"])
    #expect(queue.overdue == ["late"] && queue.due == ["due"] && queue.later == ["later"])
    #expect(queue.new == ["new"] && queue.dueCount == 2)
  }

  @Test func ofWhatIsEquallyLateTheLeastSureComesFirst() {
    let deck = QuizSample.deck("sure", "unsure", "late")
    var settings = ScheduleSettings()
    settings.hasFuzz = false
    let reviews = [
      QuizSample.review("sure", .good, at(1)), QuizSample.review("sure", .good, at(3)),
      QuizSample.review("unsure", .easy, at(6)), QuizSample.review("late", .good, at(5)),
    ]
    let schedules = Schedules(reviews, Scheduler(settings))
    #expect(schedules.cards["sure"]?.due == .day(14) && schedules.cards["unsure"]?.due == .day(14))
    let queue = QuizQueue(deck, schedules, at: at(20), wanted: ["sure", "unsure", "late"], taken: [])
    #expect(queue.overdue == ["late", "unsure", "sure"])
  }

  @Test func newCardsAreOfLessonsThatWereWalked() {
    let deck = QuizDeck([QuizSample.entry("a", step: "one/a"), QuizSample.entry("b", step: "two/b")])
    var session = QuizSession(deck, taken: ["two"], at: at(1))
    #expect(session.run(at: at(1)) == ["b"])
    #expect(session.more(at: at(1)) == 1)
    #expect(session.run(at: at(1)) == ["a"])
  }

  @Test func theDayHasItsLimits() {
    let ids = (0..<100).map { String(format: "c%02d", $0) }
    let deck = QuizDeck(ids.map { QuizSample.entry($0) })
    var session = QuizSession(deck, at: at(1))
    #expect(session.run(at: at(1)) == Array(ids.prefix(8)))
    // The same day once more: nothing is left of it.
    session = QuizSession(deck, session.schedules, at: at(1))
    #expect(session.next(at: at(1)) == nil)
    let all = learned(Dictionary(uniqueKeysWithValues: ids.map { ($0, 1) }))
    session = QuizSession(deck, all, at: at(30))
    #expect(session.run(at: at(30)).count == 60)
    session = QuizSession(deck, session.schedules, at: at(30))
    #expect(session.next(at: at(30)) == nil)
    #expect(session.more(at: at(30)) == 8 && session.upcoming.allSatisfy { all.cards[$0] != nil })
    #expect(session.run(at: at(30)).count == 8)
  }

  @Test func moreIsAlwaysPossible() {
    let deck = QuizSample.deck("a", "b")
    var session = QuizSession(deck, learned(["a": 9, "b": 8]), taken: [], at: at(9))
    #expect(session.next(at: at(9)) == nil)
    #expect(session.more(at: at(9)) == 2)
    #expect(session.run(at: at(9)) == ["b", "a"], "the soonest first")
    #expect(session.more(at: at(9)) == 0, "all were asked in this session")
  }

  @Test func siblingsAreNeverInOneSession() {
    let deck = QuizDeck([
      QuizSample.entry("a", step: "tour/x"), QuizSample.entry("b", step: "tour/x"), QuizSample.entry("c"),
    ])
    var session = QuizSession(deck, at: at(1))
    #expect(session.run(at: at(1)) == ["a", "c"])
    // A session of its own begins with them.
    #expect(session.more(at: at(1)) == 1)
    #expect(session.run(at: at(1)) == ["b"])
  }

  @Test func lookAlikesAreSideBySideWhicheverOfThemSaysSo() {
    let deck = QuizDeck([
      QuizSample.entry("a"), QuizSample.entry("b"), QuizSample.entry("c", alike: ["a"]),
      QuizSample.entry("d", alike: ["e"]), QuizSample.entry("e"), QuizSample.entry("f", alike: ["c"]),
    ])
    var session = QuizSession(deck, at: at(1))
    #expect(session.run(at: at(1)) == ["a", "c", "f", "b", "d", "e"])
  }

  @Test func aCountEndsItEarlierAndMoreGoesOnThere() {
    let deck = QuizSample.deck("a", "b", "c")
    var request = QuizRequest(taken: ["tour"])
    request.count = 1
    var session = QuizSession(deck, Schedules(), request, at: at(1))
    #expect(session.run(at: at(1)) == ["a"])
    #expect(session.more(at: at(1)) == 2)
  }

  // MARK: Coming back

  @Test func whatFailedComesBackAfterTenMinutesOrSooner() {
    let deck = QuizSample.deck("a", "b", "c")
    var session = QuizSession(deck, at: at(1))
    #expect(session.next(at: at(1))?.card == "a")
    session.give(false, at(1))
    session.give(true, at(1), attempt: 2)
    #expect(session.next(at: at(1, 1))?.card == "b")
    session.give(true, at(1, 2))
    #expect(session.next(at: at(1, 11))?.card == "a", "its ten minutes are over")
    session.give(false, at(1, 11))
    #expect(session.next(at: at(1, 12))?.card == "c")
    session.give(true, at(1, 12))
    #expect(session.next(at: at(1, 12))?.card == "a", "nothing else is left")
    session.give(true, at(1, 13))
    #expect(session.next(at: at(1, 13)) == nil)
    #expect(session.schedules.cards["a"]?.due == .day(2))
    #expect(session.results.map(\.card) == ["a", "b", "a", "c", "a"])
  }

  @Test func aStepOfASessionThatWasLeftIsDueInTheNext() {
    let deck = QuizSample.deck("a")
    var session = QuizSession(deck, at: at(1))
    _ = session.next(at: at(1))
    session.give(false, at(1))
    for now in [at(1, 1), at(1, 30), at(5)] {
      var next = QuizSession(deck, session.schedules, taken: [], at: now, name: "next")
      #expect(next.next(at: now)?.card == "a")
    }
  }

  @Test func whatIsSkippedStaysDue() {
    let deck = QuizSample.deck("a", "b")
    var session = QuizSession(deck, learned(["a": 1, "b": 1]), at: at(5))
    #expect(session.next(at: at(5))?.card == "a")
    session.skip()
    #expect(session.run(at: at(5)) == ["b"])
    #expect(session.schedules.cards["a"]?.isDue(at: at(5)) == true)
  }

  @Test func anExplanationRatesItsCardsOnceASession() throws {
    let deck = QuizDeck([
      QuizSample.entry("a", kinds: ["explain"]), QuizSample.entry("b", kinds: ["explain", "choice"]),
      QuizSample.entry("c"),
    ])
    var session = QuizSession(deck, at: at(1))
    let begun = session.next(at: at(1))
    let turn = try #require(begun)
    #expect(turn.card == "a")
    _ = session.take(
      ["a", "b", "c"].map { card in
        QuizSample.answer(card, isRight: card == "c", at: at(1), in: "now", role: .point)
      })
    // The card that was said is not asked today; the one that was not has another question; of the first there is none.
    let returned = session.next(at: at(1, 11))
    let back = try #require(returned)
    #expect(back.card == "b" && back.questions.map(\.kind) == ["choice"])
    session.give(true, at(1, 11))
    #expect(session.next(at: at(1, 20)) == nil)
    var next = QuizSession(deck, session.schedules, taken: [], at: at(1, 20), name: "next")
    #expect(next.next(at: at(1, 20))?.card == "a")
  }

  // MARK: Undo, easy, leeches

  @Test func theLastAnswerIsTakenBackAndAskedAgain() throws {
    let deck = QuizSample.deck("a", "b")
    var session = QuizSession(deck, at: at(1))
    #expect(session.takeBack(at: at(1)) == nil)
    _ = session.next(at: at(1))
    let before = session.schedules.cards
    session.give(false, at(1))
    session.give(true, at(1, 1), attempt: 2)
    _ = session.next(at: at(1, 2))
    let said = session.takeBack(at: at(1, 3))
    let remark = try #require(said)
    #expect(remark.kind == .takenBack && remark.time == at(1, 3).milliseconds)
    #expect(remark.target == .init(time: at(1).milliseconds, lesson: "tour", question: "q-a-0"))
    #expect(session.turn?.card == "a" && session.results.isEmpty && session.schedules.cards == before)
    #expect(session.takeBack(at: at(1, 3)) == nil)
    session.give(true, at(1, 4))
    #expect(session.run(at: at(1, 4)) == ["b"])
  }

  @Test func anEasyAnswerComesBackMuchLater() throws {
    let deck = QuizSample.deck("a", "b")
    var session = QuizSession(deck, at: at(1))
    _ = session.next(at: at(1))
    session.give(true, at(1), hints: 1)
    #expect(session.schedules.cards["a"]?.isLearning == true)
    let said = session.easy(at: at(1))
    let remark = try #require(said)
    #expect(remark.kind == .easy && session.results[0].rating == .easy)
    #expect(session.schedules.cards["a"]?.memory.stability == MemoryModel.weights[3])
    #expect(session.easy(at: at(1)) == nil)
    _ = session.next(at: at(1))
    session.give(false, at(1))
    #expect(session.easy(at: at(1)) == nil, "what was wrong is not easy")
    #expect(session.schedules.days[1]?.new == 2)
  }

  @Test func whatIsForgottenEightTimesLeadsBackToItsStop() {
    let deck = QuizSample.deck("a")
    var schedules = Schedules()
    var day = 1
    var leeches: [Int] = []
    for _ in 1...17 {
      var session = QuizSession(deck, schedules, at: at(day))
      _ = session.next(at: at(day))
      if !session.give(false, at(day)).isEmpty { leeches.append(session.schedules.cards["a"]!.memory.lapses) }
      _ = session.next(at: at(day, 10))
      #expect(session.give(true, at(day, 10)).isEmpty)
      schedules = session.schedules
      day = schedules.cards["a"]!.dueDay
    }
    #expect(leeches == [8, 12, 16])
  }

  // MARK: The end

  @Test func theSummarySaysWhatComesBackWhen() throws {
    let deck = QuizSample.deck("a", "b", "c", "d")
    var session = QuizSession(deck, at: at(1))
    _ = session.next(at: at(1))
    session.give(true, at(1), isGuess: true)
    _ = session.next(at: at(1))
    session.give(false, at(1))
    session.give(true, at(1), attempt: 2)
    _ = session.next(at: at(1))
    session.give(false, at(1), isGuess: true)
    session.give(false, at(1), attempt: 2)
    _ = session.next(at: at(1))
    session.give(true, at(1))
    let summary = QuizSummary(session, at: at(1))
    #expect(summary.again.map(\.card) == ["c", "b"] && summary.known.map(\.card) == ["a", "d"])
    #expect(summary.again.map(\.outcome) == [.shown, .right(attempt: 2)])
    #expect(
      summary.again[0].mistake == "taken-wrong" && summary.again[0].due == .time(at(1, 10).milliseconds))
    #expect(summary.known[1].due == .day(3) && summary.known[1].right == 1)
    #expect(
      summary.questions == 4 && summary.rightAtOnce == 2 && summary.rightLater == 1 && summary.shown == 1)
    #expect(summary.sure == RightShare(right: 1, all: 2) && summary.guessing == RightShare(right: 1, all: 2))
    #expect(summary.forecast == [3, 0, 1, 0, 0, 0, 0], "the guess and both failures are in their steps")
    #expect(summary.milliseconds == 60_000)
  }

  @Test func theForecastCountsWhatWaitsForToday() {
    let deck = QuizSample.deck("a", "b", "c")
    let schedules = learned(["a": 1, "b": 8, "c": 9, "gone": 9])
    #expect(QuizQueue.forecast(deck, schedules, from: 9, days: 3) == [1, 1, 1])
    #expect(QuizQueue.next(deck, schedules, after: 9)! == (9, 1))
    #expect(QuizQueue.next(deck, learned(["c": 9]), after: 9)! == (11, 1))
    #expect(QuizQueue.next(deck, Schedules(), after: 9) == nil)
    #expect(QuizQueue.minutes(of: 7) == 4 && QuizQueue.minutes(of: 0) == 0)
  }
}
