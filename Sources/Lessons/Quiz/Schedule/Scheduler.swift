import Networking

/// How reviews are spaced.
package struct ScheduleSettings: Hashable, Sendable {
  /// The chance with which a card shall still be known when it is asked again.
  package var retention = 0.9
  /// Steps of a new card before it comes back after days, in seconds.
  package var learningSteps = [600]
  /// The same of one that was forgotten.
  package var relearningSteps = [600]
  /// In days.
  package var longestInterval = 36_500
  /// Moves intervals by a little, so that cards learned together do not always come back together.
  package var hasFuzz = true

  package init() {}
}

/// FSRS-6 with its steps, as py-fsrs 6.3.2 reviews a card, but for two things: days are study days, not spans of 24 hours, so that
/// an answer given a little earlier than yesterday's is a day later all the same; and the fuzz is the same for the same card
/// and review, within its range.
package struct Scheduler: Sendable {
  package let settings: ScheduleSettings
  private let memory: MemoryModel

  package init(_ settings: ScheduleSettings = ScheduleSettings()) {
    self.settings = settings
    memory = MemoryModel(retention: settings.retention, longestInterval: settings.longestInterval)
  }

  /// The chance that a card is still known, from 0 to 1; 0 of one that was never reviewed.
  package func retrievability(of card: MemoryCard, elapsedDays: Int) -> Double {
    card.stability.map { memory.retrievability(stability: $0, elapsedDays: elapsedDays) } ?? 0
  }

  /// - Parameter elapsedDays: study days since the review before; nil: there was none.
  package func review(
    _ card: MemoryCard, _ rating: Rating, elapsedDays: Int?
  ) -> (card: MemoryCard, log: ReviewLog) {
    var next = card
    var chance: Double?
    if let stability = card.stability, let difficulty = card.difficulty {
      let days = max(0, elapsedDays ?? 0)
      let known = memory.retrievability(stability: stability, elapsedDays: days)
      next.stability =
        days < 1
        ? memory.stabilitySameDay(stability, rating)
        : memory.stability(stability, difficulty: difficulty, retrievability: known, rating)
      next.difficulty = memory.difficulty(after: difficulty, rating)
      chance = known
    } else {
      next.stability = memory.firstStability(rating)
      next.difficulty = memory.firstDifficulty(rating)
    }
    let interval = step(&next, rating)
    next.reviews += 1
    return (
      next, ReviewLog(rating: rating, elapsedDays: elapsedDays, retrievability: chance, interval: interval)
    )
  }

  // MARK: Steps

  private func step(_ card: inout MemoryCard, _ rating: Rating) -> ReviewInterval {
    switch card.phase {
    case .learning(let step):
      return within(settings.learningSteps, step, rating, &card) { .learning(step: $0) }
    case .relearning(let step):
      return within(settings.relearningSteps, step, rating, &card) { .relearning(step: $0) }
    case .review:
      guard rating == .again else { return days(&card) }
      card.lapses += 1
      guard let first = settings.relearningSteps.first else { return days(&card) }
      card.phase = .relearning(step: 0)
      return .seconds(first)
    }
  }

  private func within(
    _ steps: [Int], _ step: Int, _ rating: Rating, _ card: inout MemoryCard,
    phase: (Int) -> MemoryCard.Phase
  ) -> ReviewInterval {
    // The steps may have been more when it came to this one.
    guard let first = steps.first, step < steps.count || rating == .again else { return days(&card) }
    switch rating {
    case .again:
      card.phase = phase(0)
      return .seconds(first)
    case .hard where step == 0:
      return .seconds(steps.count == 1 ? first * 3 / 2 : (first + steps[1]) / 2)
    case .hard:
      return .seconds(steps[step])
    case .good where step + 1 < steps.count:
      card.phase = phase(step + 1)
      return .seconds(steps[step + 1])
    case .good, .easy:
      return days(&card)
    }
  }

  private func days(_ card: inout MemoryCard) -> ReviewInterval {
    card.phase = .review
    let days = memory.interval(stability: card.stability ?? 0)
    return .days(settings.hasFuzz ? fuzzed(days, card) : days)
  }

  // MARK: Fuzz

  private func fuzzed(_ days: Int, _ card: MemoryCard) -> Int {
    guard let range = fuzzRange(days) else { return days }
    var random = SeededRandom(seed: UInt64(card.reviews), for: card.id)
    return Int(random.number(in: UInt64(range.lowerBound)...UInt64(range.upperBound)))
  }

  /// Where an interval may be moved to; nil: one of less than 2.5 days stays.
  func fuzzRange(_ days: Int) -> ClosedRange<Int>? {
    guard Double(days) >= 2.5 else { return nil }
    let parts = [(2.5, 7, 0.15), (7, 20, 0.1), (20, Double.infinity, 0.05)]
    let width = parts.reduce(1.0) { $0 + $1.2 * max(0, min(Double(days), $1.1) - $1.0) }
    let most = min(
      Int((Double(days) + width).rounded(.toNearestOrEven)), settings.longestInterval)
    let least = max(2, Int((Double(days) - width).rounded(.toNearestOrEven)))
    return min(least, most)...most
  }
}
