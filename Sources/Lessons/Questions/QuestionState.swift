import Analysis
import Documents

/// A question while it is asked: two tries, hints, giving up. The same for the screen and the plain dialogue.
///
///     var state = QuestionState(question)
///     switch state.give(.choice(2)) {
///     case .right: …                    // say question.why
///     case .tryAgain(let mistake): …    // say mistake?.say; the question stays open
///     case .shown(let mistake): …       // say mistake?.say, the solution, question.why
///     case .invalid(let reason): …      // say reason.text; no try was used
///     }
package struct QuestionState: Equatable, Sendable {
  package enum Outcome: Equatable, Sendable {
    /// Right at the first or second try.
    case right(attempt: Int)
    /// Wrong twice: the solution is shown.
    case wrong
    /// "I don't know": the solution is shown.
    case unknown
    case skipped
  }

  package enum Feedback: Equatable, Sendable {
    case right
    case tryAgain(PreparedMistake?)
    case shown(PreparedMistake?)
    case invalid(InvalidAnswer)
  }

  package struct Attempt: Equatable, Sendable {
    package let answer: Answer
    /// Of all parts that are wrong; none when it was right, or when nobody foresaw them.
    package let mistakes: [PreparedMistake]
    package let isRight: Bool

    /// The one whose sentence is said.
    package var mistake: PreparedMistake? { mistakes.first }
  }

  package let question: PreparedQuestion
  package private(set) var attempts: [Attempt] = []
  package private(set) var hintsGiven = 0
  /// nil while the question is open.
  package private(set) var outcome: Outcome?
  /// The learner said that the answer was a guess.
  package var isGuess = false

  package init(_ question: PreparedQuestion) { self.question = question }

  /// Before the solution is shown.
  package var attemptsAllowed: Int { question.key.attemptsAllowed }

  package var isOpen: Bool { outcome == nil }
  /// Whether the solution may be seen.
  package var isSolved: Bool { !isOpen && outcome != .skipped }
  package var hasHints: Bool { hintsGiven < question.hints.count }

  /// What the learner answers. On a closed question nothing changes.
  package mutating func give(_ answer: Answer) -> Feedback {
    let normal = question.key.normal(answer)
    if attempts.contains(where: { question.key.normal($0.answer) == normal }) {
      return .invalid(.alreadyTried)
    }
    switch question.grade(answer) {
    case .invalid(let reason): return .invalid(reason)
    case .right:
      guard isOpen else { return .right }
      attempts.append(Attempt(answer: answer, mistakes: [], isRight: true))
      outcome = .right(attempt: attempts.count)
      return .right
    case .wrong(let mistakes):
      guard isOpen else { return .shown(mistakes.first) }
      attempts.append(Attempt(answer: answer, mistakes: mistakes, isRight: false))
      guard attempts.count >= attemptsAllowed else { return .tryAgain(mistakes.first) }
      outcome = .wrong
      return .shown(mistakes.first)
    }
  }

  /// "I don't know": closes the question; its solution and reason are shown.
  package mutating func giveUp() {
    if isOpen { outcome = .unknown }
  }

  package mutating func skip() {
    if isOpen { outcome = .skipped }
  }

  /// The next hint; nil when there is none left.
  package mutating func hint() -> LocalizedRendering? {
    guard isOpen, hasHints else { return nil }
    hintsGiven += 1
    return question.hints[hintsGiven - 1]
  }
}
