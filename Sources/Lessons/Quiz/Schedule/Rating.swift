/// How well a card was remembered: FSRS's four grades, by their numbers.
package enum Rating: Int, CaseIterable, Codable, Sendable {
  /// Forgotten.
  case again = 1
  case hard, good, easy
}

extension Rating {
  /// Of the first answer to a question: what was wrong was forgotten, however the second try went.
  ///
  /// - Parameter hasHelp: a hint was given before, or the learner said it was a guess.
  package init(isRight: Bool, hasHelp: Bool) {
    self = isRight ? (hasHelp ? .hard : .good) : .again
  }
}
