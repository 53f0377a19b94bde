import Documents

/// What a session ends with.
package struct QuizSummary: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package let card: String
    package let title: LocalizedText
    /// The stop that teaches it.
    package let taught: StepReference?
    package let outcome: LessonSummary.Result
    package let isGuess: Bool
    package let said: [LocalizedText]
    package let solution: LocalizedText?
    /// The tag of the mistake that was said.
    package let mistake: String?
    /// When it comes back.
    package let due: CardDue?
    /// How many times it was right, this time included.
    package let right: Int
  }

  /// Not right at once, the worst first: shown, then right on a later try; each card once, as it went first.
  package let again: [Row]
  /// Right at once.
  package let known: [Row]
  /// Turns, those of cards that came back too.
  package let questions: Int
  package let rightAtOnce: Int
  package let rightLater: Int
  package let shown: Int
  package let milliseconds: Int
  /// How sure the learner was, and how often that was right.
  package let sure: RightShare
  package let guessing: RightShare
  /// Cards due on this study day and those after it.
  package let forecast: [Int]

  package static let forecastDays = 7

  package init(_ session: QuizSession, at now: StudyTime) {
    let (deck, results) = (session.deck, session.results)
    let rows = results.unique(by: \.card).map { result in
      let (entry, schedule) = (deck[result.card], session.schedules.cards[result.card])
      return Row(
        card: result.card, title: entry?.title ?? LocalizedText(en: result.card, ko: result.card),
        taught: entry?.taught, outcome: result.outcome, isGuess: result.isGuess, said: result.said,
        solution: result.solution, mistake: result.mistake, due: schedule?.due, right: schedule?.right ?? 0)
    }
    again =
      rows.filter { $0.outcome == .shown }
      + rows.filter { if case .right(let attempt) = $0.outcome { attempt > 1 } else { false } }
    known = rows.filter { $0.outcome == .right(attempt: 1) }
    questions = results.count
    rightAtOnce = results.count { $0.outcome == .right(attempt: 1) }
    shown = results.count { $0.outcome == .shown }
    rightLater = results.count - results.count { [.right(attempt: 1), .shown, .open].contains($0.outcome) }
    milliseconds = results.reduce(0) { $0 + $1.milliseconds }
    func share(_ isGuess: Bool) -> RightShare {
      results.filter { $0.isGuess == isGuess }.reduce(into: RightShare()) { $0.add($1.rating) }
    }
    (sure, guessing) = (share(false), share(true))
    forecast = QuizQueue.forecast(deck, session.schedules, from: now.day, days: Self.forecastDays)
  }
}
