import Foundation

/// The memory of FSRS-6 (open-spaced-repetition, "The Algorithm", version 6; the numbers of py-fsrs 6.3.2): how stable and how
/// difficult a card is after a review, and how long until it should be asked again.
struct MemoryModel: Sendable {
  /// w0 … w20, of all users who gave their reviews; nothing is fitted to one learner.
  static let weights = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
    0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ]
  private static let leastStability = 0.001

  private let w = MemoryModel.weights
  /// Of the curve of forgetting: negative.
  private let decay: Double
  /// Chosen so that a card is remembered with 90 % after as many days as its stability.
  private let factor: Double
  /// The same for the chance that is aimed at.
  private let aim: Double
  private let longestInterval: Int
  /// What does not depend on a card.
  private let recallGrowth: Double
  private let forgettingLoss: Double
  private let easiestFirst: Double

  /// - Parameters:
  ///   - retention: the chance with which a card shall still be known when it is asked again, above 0, below 1.
  ///   - longestInterval: in days.
  init(retention: Double, longestInterval: Int) {
    precondition(0 < retention && retention < 1, "a chance between none and certainty")
    decay = -w[20]
    factor = pow(0.9, 1 / decay) - 1
    aim = pow(retention, 1 / decay) - 1
    self.longestInterval = longestInterval
    recallGrowth = exp(w[8])
    forgettingLoss = exp(w[17] * w[18])
    easiestFirst = w[4] - exp(w[5] * 3) + 1
  }

  /// The chance that a card is still known, from 0 to 1.
  func retrievability(stability: Double, elapsedDays: Int) -> Double {
    pow(1 + factor * Double(max(0, elapsedDays)) / stability, decay)
  }

  /// Days until a card should be asked again: whole, at least one.
  func interval(stability: Double) -> Int {
    let days = (stability / factor * aim).rounded(.toNearestOrEven)
    return Int(min(max(days, 1), Double(longestInterval)))
  }

  // MARK: Stability, in days

  func firstStability(_ rating: Rating) -> Double { max(w[rating.rawValue - 1], Self.leastStability) }

  /// After another review on the same day.
  func stabilitySameDay(_ stability: Double, _ rating: Rating) -> Double {
    let growth = exp(w[17] * (Double(rating.rawValue) - 3 + w[18])) * pow(stability, -w[19])
    return max(stability * (rating == .again ? growth : max(growth, 1)), Self.leastStability)
  }

  /// After a review on a later day.
  ///
  /// - Parameter difficulty: the one before the review.
  func stability(
    _ stability: Double, difficulty: Double, retrievability: Double, _ rating: Rating
  ) -> Double {
    let next =
      rating == .again
      ? forgotten(stability, difficulty, retrievability)
      : recalled(stability, difficulty, retrievability, rating)
    return max(next, Self.leastStability)
  }

  private func forgotten(_ stability: Double, _ difficulty: Double, _ retrievability: Double) -> Double {
    let long =
      w[11] * pow(difficulty, -w[12]) * (pow(stability + 1, w[13]) - 1) * exp((1 - retrievability) * w[14])
    return min(long, stability / forgettingLoss)
  }

  private func recalled(
    _ stability: Double, _ difficulty: Double, _ retrievability: Double, _ rating: Rating
  ) -> Double {
    var growth =
      recallGrowth * (11 - difficulty) * pow(stability, -w[9]) * (exp((1 - retrievability) * w[10]) - 1)
    if rating == .hard { growth *= w[15] }
    if rating == .easy { growth *= w[16] }
    return stability * (1 + growth)
  }

  // MARK: Difficulty, from 1 to 10

  func firstDifficulty(_ rating: Rating) -> Double {
    clamped(w[4] - exp(w[5] * Double(rating.rawValue - 1)) + 1)
  }

  func difficulty(after difficulty: Double, _ rating: Rating) -> Double {
    let change = -w[6] * (Double(rating.rawValue) - 3)
    let damped = difficulty + (10 - difficulty) * change / 9
    return clamped(w[7] * easiestFirst + (1 - w[7]) * damped)
  }

  private func clamped(_ difficulty: Double) -> Double { min(max(difficulty, 1), 10) }
}
