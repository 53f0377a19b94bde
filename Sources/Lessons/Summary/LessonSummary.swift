import Analysis
import Documents

/// What came of a lesson: each of its questions, what was answered, and how it went. The same for the screen and the plain
/// dialogue.
package struct LessonSummary: Codable, Hashable, Sendable {
  /// How a question went.
  package enum Result: Codable, Hashable, Sendable {
    /// Counted from 1.
    case right(attempt: Int)
    /// The solution was shown: wrong to the end, or given up.
    case shown
    case skipped
    /// It was never asked, or left open.
    case open
  }

  package struct Row: Codable, Hashable, Sendable {
    /// The question's id.
    package let question: String
    package let card: String
    /// What one knows who has the card; of a card that no registry has, the question.
    package let title: LocalizedText
    package let result: Result
    /// The learner said so.
    package let isGuess: Bool
    /// Answers in the order they were given.
    package let said: [LocalizedText]
    package let solution: LocalizedText

    /// It was not right at once, and is worth being asked again.
    package var isMissed: Bool { result != .right(attempt: 1) }
  }

  package let stops: Int
  /// In the order they are asked.
  package let rows: [Row]

  /// - Parameters:
  ///   - states: of the questions, by id; those that are missing were not asked.
  ///   - earlier: the summary that is gone over again; nil: it is the first time.
  ///   - asked: which questions were asked again.
  package init(
    _ run: LessonRun, states: [String: QuestionState], over earlier: LessonSummary? = nil,
    asked: Set<String> = []
  ) {
    stops = run.stops.count
    rows = run.questions.map { question in
      if let earlier, !asked.contains(question.id),
        let row = earlier.rows.first(where: { $0.question == question.id })
      {
        return row
      }
      return Row(states[question.id] ?? QuestionState(question), run)
    }
  }

  /// Ids of the questions that are worth being asked again.
  package var missed: [String] { rows.filter(\.isMissed).map(\.question) }
  /// The cards of them, each once.
  package var missedCards: [String] { rows.filter(\.isMissed).map(\.card).unique }
  /// The names of the cards that were answered right in the end, each once.
  package var learned: [LocalizedText] {
    rows.filter { if case .right = $0.result { true } else { false } }.map(\.title).unique
  }

  /// Every question was asked, and answered or passed over: the lesson is done.
  package var isComplete: Bool { rows.allSatisfy { $0.result != .open } }
}

extension LessonSummary.Row {
  fileprivate init(_ state: QuestionState, _ run: LessonRun) {
    let prepared = state.question
    question = prepared.id
    card = prepared.card
    title = run.registries.card(prepared.card)?.value.title.text ?? prepared.ask.text
    result =
      switch state.outcome {
      case .right(let attempt): .right(attempt: attempt)
      case .wrong, .unknown: .shown
      case .skipped: .skipped
      case nil: .open
      }
    isGuess = state.isGuess
    said = state.attempts.map { attempt in
      LocalizedText(
        en: prepared.text(of: attempt.answer, .en), ko: prepared.text(of: attempt.answer, .ko))
    }
    solution = prepared.solution.text
  }
}
