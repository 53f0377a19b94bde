import Networking

/// What a wrong answer leads to when it is run: of all that differs from how it was only what matters, and what became of
/// what the walk was about.
struct AnswerStory: Equatable, Sendable {
  /// The end of what somebody asked for when it was answered: the last thing that a program did for it.
  enum End: Equatable, Sendable {
    /// It comes on both at one time; a moment of the fork.
    case same(Int)
    /// So many nanoseconds later; a moment of the fork.
    case later(Int, by: Int64)
    /// It ends otherwise; a moment of the fork.
    case other(Int)
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
  ///   - original: the run that was left.
  ///   - fork: recorded to its end, as the other is.
  init(original: Timeline, fork: Timeline, _ divergence: Divergence) {
    let done = Set(fork.interventions.map(\.moment))
    let new = divergence.rows.filter { !$0.isSame }.compactMap(\.right)
    let first = new.first { !done.contains($0) }
    let told = Set([divergence.reason.moment, first].compactMap(\.self))
    moments = Array(
      new.filter { number in
        let moment = fork.moment(number)
        let matters = moment.isTurn && (moment.kind != MomentKind.physical.receive || moment.drop != nil)
        return !done.contains(number) && (matters || told.contains(number))
      }.prefix(AnswerStory.most))
    guard let goal = AnswerStory.goal(of: original, divergence) else {
      end = if case .missing(let number) = divergence.reason { .never(number) } else { .unknown }
      return
    }
    if let twin = divergence.rows.first(where: { $0.left == goal.number })?.right {
      let late = fork.moment(twin).time - goal.time
      end =
        !fork.moment(twin).tells(asMuchAs: goal)
        ? .other(twin) : late > 0 ? .later(twin, by: late) : .same(twin)
    } else {
      end = fork.isComplete ? .never(goal.number) : .unknown
    }
  }

  /// What a program did last for the request that the fork leaves, and what others asked for is left out: an answer about
  /// one ping says nothing of the next. nil: nothing more was done for it.
  private static func goal(of original: Timeline, _ divergence: Divergence) -> Moment? {
    var requests: [Int] = []
    for moment in original.moments {
      requests.append(moment.cause > 0 ? requests[moment.cause - 1] : moment.number)
    }
    let lost = divergence.rows.first { !$0.isSame && $0.left != nil }?.left
    let leaves = (lost ?? divergence.shared) - 1
    guard requests.indices.contains(leaves) else { return nil }
    let request = requests[leaves]
    let ends = original.moments.dropFirst(divergence.shared).filter {
      $0.layer == .application && $0.device != nil && requests[$0.number - 1] == request
    }
    return ends.last { !farewells.contains($0.kind) } ?? ends.last
  }

  /// That a side closes afterwards is not what was asked for.
  private static let farewells: [MomentKind] = [
    .browser.close, .web.close, .web.idle,
  ]
}

extension Moment {
  /// Whether both say the same but for how long it took.
  fileprivate func tells(asMuchAs other: Moment) -> Bool {
    func said(_ moment: Moment) -> [Detail] {
      moment.details.filter { moment.kind.detail($0.name)?.type != .time }
    }
    return kind == other.kind && said(self) == said(other)
  }
}
