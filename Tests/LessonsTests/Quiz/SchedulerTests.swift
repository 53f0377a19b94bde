import Foundation
import Testing

@testable import Lessons

/// What py-fsrs 6.3.2 printed, its fuzz off (Oracles/fsrs-6.json).
struct ScheduleOracle: Decodable {
  struct Review: Decodable {
    let rating: String
    let elapsedDays: Int?
    let retrievability: Double?
    let stability: Double
    let difficulty: Double
    let interval: Int
    let state: String
    let step: Int?

    enum CodingKeys: String, CodingKey {
      case rating, state, step
      case elapsedDays = "elapsed_days"
      case retrievability = "R"
      case stability = "S"
      case difficulty = "D"
      case interval = "interval_s"
    }
  }

  struct Case: Decodable, CustomTestStringConvertible {
    let config: String
    let ratings: String
    let reviews: [Review]

    var testDescription: String { "\(config) \(ratings)" }

    var settings: ScheduleSettings {
      var settings = ScheduleSettings()
      settings.hasFuzz = false
      if config.hasSuffix("r=0.85") { settings.retention = 0.85 }
      if config.hasPrefix("default") { settings.learningSteps = [60, 600] }
      if config == "nosteps" { (settings.learningSteps, settings.relearningSteps) = ([], []) }
      return settings
    }
  }

  let parameters: [Double]
  let cases: [Case]

  static let whole: ScheduleOracle = {
    let file = Bundle.module.url(forResource: "Oracles/fsrs-6", withExtension: "json")!
    return try! JSONDecoder().decode(ScheduleOracle.self, from: Data(contentsOf: file))
  }()
}

struct SchedulerTests {
  @Test func theWeightsAreThoseOfTheOracle() {
    #expect(MemoryModel.weights == ScheduleOracle.whole.parameters)
    #expect(ScheduleOracle.whole.cases.count == 17)
  }

  @Test(arguments: ScheduleOracle.whole.cases)
  func historiesGoAsInTheOracle(_ history: ScheduleOracle.Case) throws {
    let scheduler = Scheduler(history.settings)
    var card = MemoryCard(id: "c")
    for review in history.reviews {
      let rating = try #require(["A": Rating.again, "H": .hard, "G": .good, "E": .easy][review.rating])
      let (next, log) = scheduler.review(card, rating, elapsedDays: review.elapsedDays)
      card = next
      #expect(abs(try #require(card.stability) - review.stability) < 1e-6)
      #expect(abs(try #require(card.difficulty) - review.difficulty) < 1e-6)
      #expect((log.retrievability == nil) == (review.retrievability == nil))
      #expect(abs((log.retrievability ?? 0) - (review.retrievability ?? 0)) < 1e-6)
      switch log.interval {
      case .seconds(let seconds): #expect(seconds == review.interval)
      case .days(let days): #expect(days * 86_400 == review.interval)
      }
      switch card.phase {
      case .learning(let step): #expect(review.state == "Learning" && review.step == step)
      case .review: #expect(review.state == "Review" && review.step == nil)
      case .relearning(let step): #expect(review.state == "Relearning" && review.step == step)
      }
    }
  }

  /// py-fsrs's own test (tests/test_basic.py), in days.
  @Test func aLongHistoryHasTheIntervalsOfItsInventors() {
    var settings = ScheduleSettings()
    settings.hasFuzz = false
    settings.learningSteps = [60, 600]
    let scheduler = Scheduler(settings)
    var card = MemoryCard(id: "c")
    var (days, elapsed): ([Int], Int?) = ([], nil)
    for rating in Array(repeating: Rating.good, count: 6) + [.again, .again]
      + Array(repeating: .good, count: 5)
    {
      let (next, log) = scheduler.review(card, rating, elapsedDays: elapsed)
      card = next
      if case .days(let interval) = log.interval { days.append(interval) } else { days.append(0) }
      elapsed = days.last
    }
    #expect(days == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
    #expect(card.lapses == 1 && card.reviews == 13)
  }

  @Test func aStudyDayLaterIsALaterDayHoweverFewHoursItIs() throws {
    let scheduler = Scheduler()
    let easy = scheduler.review(MemoryCard(id: "c"), .easy, elapsedDays: nil).card
    let sameDay = scheduler.review(easy, .good, elapsedDays: 0).card
    let nextDay = scheduler.review(easy, .good, elapsedDays: 1).card
    #expect(abs(try #require(sameDay.stability) - 8.2956) < 1e-4)
    #expect(abs(try #require(nextDay.stability) - 13.485) < 1e-3)
    // A clock that was set back.
    #expect(scheduler.review(easy, .good, elapsedDays: -3).card == sameDay)
  }

  @Test func aSessionHasOneStepOfTenMinutes() {
    let scheduler = Scheduler()
    let new = MemoryCard(id: "c")
    #expect(scheduler.review(new, .again, elapsedDays: nil).log.interval == .seconds(600))
    #expect(scheduler.review(new, .hard, elapsedDays: nil).log.interval == .seconds(900))
    let known = scheduler.review(new, .good, elapsedDays: nil)
    #expect(known.log.interval == .days(2) && known.card.phase == .review && known.card.lapses == 0)
    let forgotten = scheduler.review(known.card, .again, elapsedDays: 2)
    #expect(forgotten.log.interval == .seconds(600) && forgotten.card.lapses == 1)
    #expect(scheduler.review(forgotten.card, .again, elapsedDays: 0).card.lapses == 1)
  }

  // MARK: Fuzz

  @Test(
    arguments: [
      (1, nil), (2, nil), (3, 2...4), (7, 5...9), (11, 9...13), (39, 35...43), (36_500, 34_673...36_500),
    ] as [(Int, ClosedRange<Int>?)])
  func intervalsMoveWithinTheirRange(days: Int, range: ClosedRange<Int>?) {
    #expect(Scheduler().fuzzRange(days) == range)
  }

  @Test func theFuzzIsTheSameForTheSameReviewAndReachesItsWholeRange() {
    var (fuzzy, exact) = (Scheduler(), ScheduleSettings())
    exact.hasFuzz = false
    var seen: Set<Int> = []
    for number in 0..<200 {
      let card = Scheduler(exact).review(MemoryCard(id: "card-\(number)"), .good, elapsedDays: nil).card
      let log = fuzzy.review(card, .good, elapsedDays: 2).log
      guard case .days(let days) = log.interval else {
        Issue.record("no days")
        return
      }
      seen.insert(days)
      fuzzy = Scheduler()
      #expect(fuzzy.review(card, .good, elapsedDays: 2).log == log)
    }
    #expect(seen == Set(9...13))
  }
}
