/// What the schedule knows of one card, without dates: those are of who keeps it.
package struct MemoryCard: Equatable, Sendable {
  package enum Phase: Equatable, Sendable {
    /// New, or on its way through the steps of its first session; counted from 0.
    case learning(step: Int)
    /// It comes back after days.
    case review
    /// Forgotten, on its way back.
    case relearning(step: Int)
  }

  /// Its id: with the number of reviews it decides the fuzz.
  package let id: String
  package internal(set) var phase = Phase.learning(step: 0)
  /// Days until the chance to know it is 90 %; nil before the first review.
  package internal(set) var stability: Double?
  /// From 1 to 10; nil before the first review.
  package internal(set) var difficulty: Double?
  package internal(set) var reviews = 0
  /// How many times it was forgotten after it had been known.
  package internal(set) var lapses = 0

  package init(id: String) { self.id = id }
}

/// What came of one review.
package struct ReviewLog: Equatable, Sendable {
  package let rating: Rating
  /// Study days since the review before; nil: it was the first.
  package let elapsedDays: Int?
  /// The chance there was to know it; nil at the first review.
  package let retrievability: Double?
  /// When it is asked again.
  package let interval: ReviewInterval
}

/// How long until a card is asked again.
package enum ReviewInterval: Equatable, Sendable {
  /// A step within the session.
  case seconds(Int)
  /// At the beginning of a study day.
  case days(Int)
}
