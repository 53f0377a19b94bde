import Analysis

/// What was answered to one question so far, for not asking it again.
package struct SavedAnswer: Equatable, Sendable {
  /// How it ended, without the number of the try.
  package enum Outcome: String, Sendable {
    case right, wrong, unknown, skipped
  }

  /// The question's id.
  package var question: String
  /// In the order they were given.
  package var attempts: [Answer]
  package var hints: Int
  /// nil while the question is open.
  package var outcome: Outcome?
  package var isGuess: Bool

  package init(
    question: String, attempts: [Answer], hints: Int = 0, outcome: Outcome?, isGuess: Bool = false
  ) {
    self.question = question
    self.attempts = attempts
    self.hints = hints
    self.outcome = outcome
    self.isGuess = isGuess
  }
}

extension QuestionState {
  /// nil when nothing was done with it yet.
  package var kept: SavedAnswer? {
    if isOpen, attempts.isEmpty, hintsGiven == 0 { return nil }
    let outcome: SavedAnswer.Outcome? =
      switch self.outcome {
      case .right: .right
      case .wrong: .wrong
      case .unknown: .unknown
      case .skipped: .skipped
      case nil: nil
      }
    return SavedAnswer(
      question: question.id, attempts: attempts.map(\.answer), hints: hintsGiven, outcome: outcome,
      isGuess: isGuess)
  }

  /// Gives the kept answers once more. A question that judges them otherwise now was changed since: nil.
  package init?(_ question: PreparedQuestion, kept: SavedAnswer) {
    self.init(question)
    for _ in 0..<min(max(0, kept.hints), question.hints.count) { _ = hint() }
    var kept = kept
    kept.attempts = kept.attempts.map(question.today)
    for answer in kept.attempts.prefix(attemptsAllowed) { _ = give(answer) }
    switch kept.outcome {
    case .unknown: giveUp()
    case .skipped: skip()
    case .right, .wrong, nil: break
    }
    isGuess = kept.isGuess
    guard self.kept ?? SavedAnswer(question: question.id, attempts: [], outcome: nil) == kept else {
      return nil
    }
  }
}

extension PreparedQuestion {
  /// An answer as the version before kept it, as it is given now: then a field was named by its place, counted after a layer
  /// about the frame itself, and pointing was kept as it was typed.
  fileprivate func today(_ answer: Answer) -> Answer {
    guard case .point(let targets, _)? = shapes.first, shapes.count == 1 else { return answer }
    switch answer {
    case .formerPlace(let place):
      guard let unit = targets.unit, unit.layers.indices.contains(place.layer - 1),
        unit.layers[place.layer - 1].nodes.indices.contains(place.node)
      else { return answer }
      return .subjects([.field(unit.path(of: FieldPlace(layer: place.layer - 1, node: place.node)))])
    case .lines(let lines) where lines.count == 1: return (try? self.answer(typed: lines[0])) ?? answer
    default: return answer
    }
  }
}
