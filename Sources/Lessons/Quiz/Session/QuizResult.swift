import Documents

/// What came of one card's turn.
package struct QuizResult: Equatable, Sendable {
  package let card: String
  /// All that was judged in it, of the first try and of those after it.
  package internal(set) var answers: [LoggedAnswer] = []
  /// Answers in the order they were given, and what is right.
  package internal(set) var said: [LocalizedText] = []
  package internal(set) var solution: LocalizedText?
  package internal(set) var isEasy = false

  init(card: String) { self.card = card }

  /// Those about the card itself.
  private var own: [LoggedAnswer] {
    let own = answers.filter { $0.judged.card == card }
    return own.isEmpty ? answers : own
  }

  package var rating: Rating {
    let rating = own.first?.judged.rating ?? .again
    return isEasy && rating != .again ? .easy : rating
  }

  /// Right at once, later, or not at all.
  package var outcome: LessonSummary.Result {
    guard let last = own.last?.judged else { return .open }
    return last.isRight ? .right(attempt: last.attempt) : .shown
  }

  /// The learner said so of the first answer.
  package var isGuess: Bool { own.first?.judged.isGuess ?? false }
  /// The mistake that was said, of the first wrong answer that had one.
  package var mistake: String? { own.lazy.compactMap { $0.judged.mistakes.first }.first }
  /// That it took, as far as it is known.
  package var milliseconds: Int {
    // All cards of an explanation were rated by one answer.
    own.reduce(0) { $0 + ($1.milliseconds ?? 0) }
  }

  mutating func take(_ new: [LoggedAnswer], of question: PreparedQuestion?) {
    answers += new
    guard let question, let answer = new.first?.judged.answer else { return }
    said.append(LocalizedText(en: question.text(of: answer, .en), ko: question.text(of: answer, .ko)))
    solution = question.solution.text
  }
}
