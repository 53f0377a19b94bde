import Analysis
import ArgumentParser
import Foundation
import Lessons
import UI

/// `packetwalk schedule`, for developers: histories of reviews on standard input, one JSON object a line; for each a line with the
/// card's state after every review, as check-schedule compares it. `--log`: how long the way to a quiz takes, as bench-screen
/// measures it.
struct Schedule: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule", abstract: "Print what the schedule makes of histories of reviews.",
    shouldDisplay: false)

  @Flag(help: "Measure the way from this machine's log to the first question of a quiz instead.")
  var log = false

  private struct History: Decodable {
    /// FSRS's grade, 1 to 4, and the days since the review before; null at the first.
    struct Review: Decodable {
      var grade: Rating
      var elapsed: Int?
    }
    var retention: Double
    /// In seconds.
    var learning: [Int]
    var relearning: [Int]
    var reviews: [Review]
  }

  private struct State: Encodable {
    var stability: Double?
    var difficulty: Double?
    var retrievability: Double?
    /// In seconds.
    var interval: Int
    var phase: String
    var step: Int?
  }

  func run() throws {
    if log { return try measure() }
    let output = StandardOutput()
    let encoder = JSONEncoder()
    var number = 0
    while let line = readLine() {
      number += 1
      do {
        let history = try JSONDecoder().decode(History.self, from: Data(line.utf8))
        try output.line(String(decoding: try encoder.encode(states(history)), as: UTF8.self))
      } catch is DecodingError {
        throw Failure(
          .badInput,
          "-:\(number): expected {\"retention\", \"learning\", \"relearning\", \"reviews\": [{\"grade\", \"elapsed\"}]}"
        )
      }
    }
    try output.flush()
  }

  private func states(_ history: History) -> [State] {
    var settings = ScheduleSettings()
    settings.hasFuzz = false
    settings.retention = history.retention
    settings.learningSteps = history.learning
    settings.relearningSteps = history.relearning
    let scheduler = Scheduler(settings)
    var card = MemoryCard(id: "")
    return history.reviews.map { review in
      let reviewed = scheduler.review(card, review.grade, elapsedDays: review.elapsed)
      card = reviewed.card
      var state = State(
        stability: card.stability, difficulty: card.difficulty, retrievability: reviewed.log.retrievability,
        interval: 0, phase: "")
      switch reviewed.log.interval {
      case .seconds(let seconds): state.interval = seconds
      case .days(let days): state.interval = days * 86_400
      }
      switch card.phase {
      case .learning(let step): (state.phase, state.step) = ("Learning", step)
      case .review: state.phase = "Review"
      case .relearning(let step): (state.phase, state.step) = ("Relearning", step)
      }
      return state
    }
  }

  // MARK: The way to a quiz

  private func measure() throws {
    let library = LessonLibrary.ofProgram()
    let clock = ContinuousClock()
    func timed<Value>(_ name: String, _ work: () throws -> Value) rethrows -> Value {
      let start = clock.now
      let value = try work()
      print("\(name)\t\(String(format: "%.1f", start.duration(to: clock.now) / .milliseconds(1))) ms")
      return value
    }
    let store = try timed("store") { try PlainAnswerLog.opened() }
    let deck = timed("deck") { QuizDeck(library) }
    let schedules = try timed("schedules") { try store.schedules(canonical: deck.canonical) }
    let now = StudyTime(LoggedAnswer.now)
    var session = timed("session") {
      QuizSession(deck, schedules, QuizRequest(taken: Set(library.heads().map(\.id))), at: now)
    }
    let turn = session.next(at: now)
    let variants = QuizVariants(library, ReferenceLibrary(library), seed: 1)
    let asking = timed("question") { turn.flatMap { variants.asking($0, number: 1) } }
    print(
      "\(schedules.cards.count) of \(deck.entries.count) cards met, first question: \(asking?.question.id ?? "none")"
    )
  }
}
