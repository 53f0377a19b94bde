import Networking

/// What a wrong answer leads to when it is run: of all that differs from how it was only what matters, and what became of
/// what the walk was about.
struct AnswerStory: Equatable, Sendable {
  /// The end of what the walk was about: the last thing that a program did in it.
  enum End: Equatable, Sendable {
    /// It comes on both at one time; a moment of the fork.
    case same(Int)
    /// So many nanoseconds later; a moment of the fork.
    case later(Int, by: Int64)
    /// A moment of the run that was left.
    case never(Int)
    /// The runs have no such end, or it is not known.
    case unknown
  }

  /// Moments of the fork, in their order.
  let moments: [Int]
  let end: End

  /// So many are told at most.
  private static let most = 24

  /// - Parameters:
  ///   - comparison: of the run that was left with the fork, both recorded to their ends.
  init(_ comparison: ForkComparison) {
    let (original, fork) = (comparison.original, comparison.fork)
    let divergence = comparison.divergence
    let done = Set(fork.interventions.map(\.moment))
    let first = divergence.first.flatMap { divergence.rows[$0].right }
    let told = Set([divergence.reason.moment, first].compactMap(\.self))
    let new = divergence.rows.filter { !$0.isSame }.compactMap(\.right)
    moments = Array(
      new.filter { number in
        let moment = fork.moment(number)
        let matters = moment.isTurn && (moment.kind != MomentKind.physical.receive || moment.drop != nil)
        return !done.contains(number) && (matters || told.contains(number))
      }.prefix(AnswerStory.most))
    guard let goal = original.moments.last(where: { $0.layer == .application && $0.device != nil }),
      goal.number > divergence.shared
    else {
      end = .unknown
      return
    }
    if let twin = divergence.rows.first(where: { $0.left == goal.number })?.right {
      let late = fork.moment(twin).time - goal.time
      end = late > 0 ? .later(twin, by: late) : .same(twin)
    } else {
      end = fork.isComplete ? .never(goal.number) : .unknown
    }
  }
}
