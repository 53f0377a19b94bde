import Analysis

/// What came of one answer for one card.
package struct JudgedAnswer: Hashable, Sendable {
  /// The question's id.
  package let question: String
  package let card: String
  /// From 1. The first one alone decides what the schedule makes of it.
  package let attempt: Int
  /// nil: "I don't know".
  package let answer: Answer?
  /// Whole: a question is right when every part of it is.
  package let isRight: Bool
  /// The tags of all mistakes in it, each once, the one that is said first.
  package let mistakes: [String]
  /// Given before this answer.
  package let hints: Int
  package let isGuess: Bool
  package var role = Role.question

  /// What an answer is to the card it was given for.
  package enum Role: String, Codable, Sendable {
    /// The card is what the question asks for.
    case question
    /// A point of one's own explanation: ticked, or not.
    case point
    /// Asked because of what was said before, perhaps out of a lesson that was not walked yet.
    case followUp = "follow-up"
    /// Made from the fields of a frame: it belongs to no card.
    case drill
  }
}

extension JudgedAnswer {
  /// What the schedule makes of it; nil of a second try: the first one alone counts. That an answer was very easy is said
  /// afterwards (`AnswerRemark`).
  package var rating: Rating? {
    attempt == 1 ? Rating(isRight: isRight, hasHelp: hints > 0 || isGuess) : nil
  }
}

extension QuestionState {
  /// What was judged between an earlier state of the same asking and this one: an answer, or giving up. A hint, an answer
  /// of no form and a question that was skipped are nothing to judge.
  package func judged(since before: QuestionState) -> [JudgedAnswer] {
    let new = attempts.indices.dropFirst(before.attempts.count).flatMap { index in
      judged(attempts[index].answer, isRight: attempts[index].isRight, attempt: index + 1)
    }
    let hasGivenUp = outcome == .unknown && before.outcome == nil
    return new + (hasGivenUp ? judged(nil, isRight: false, attempt: attempts.count + 1) : [])
  }

  private func judged(_ answer: Answer?, isRight: Bool, attempt: Int) -> [JudgedAnswer] {
    let mistakes = answer.map { isRight ? [] : question.mistakes(in: $0) } ?? []
    let points = question.key.ratings(of: answer)
    let ratings = points ?? [CardRating(card: question.card, isRight: isRight)]
    return ratings.map { rating in
      JudgedAnswer(
        question: question.id, card: rating.card, attempt: attempt, answer: answer, isRight: rating.isRight,
        mistakes: mistakes, hints: hintsGiven, isGuess: isGuess, role: points == nil ? .question : .point)
    }
  }
}

extension PreparedQuestion {
  /// The tags of all mistakes in a wrong answer, each once: of the whole, whose sentence is said, then of its parts.
  package func mistakes(in answer: Answer) -> [String] {
    var mistakes: [PreparedMistake] = []
    if case .wrong(let made) = grade(answer) { mistakes = made }
    var tags: [String] = []
    for mistake in mistakes + parts(of: answer).compactMap(\.mistake) where !tags.contains(mistake.tag) {
      tags.append(mistake.tag)
    }
    return tags
  }
}
