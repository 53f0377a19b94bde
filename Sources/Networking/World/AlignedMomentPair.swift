/// One row of two walks side by side: moments that are the same step of the same story, or one that only one walk has.
package struct AlignedMomentPair: Equatable, Sendable {
  /// Moment numbers; one of them may be nil.
  package let left: Int?
  package let right: Int?
  /// In both, with the same values and the same end. Times, and what follows from every changed bit (the frame check
  /// sequence), do not count.
  package let isSame: Bool

  /// The rows from the first difference on; none when the walks are equal. A moment finds its like by device, kind and
  /// who first built what the frame carries.
  /// - Parameter most: moments of each that are looked at from there.
  package static func rows(
    _ left: Timeline, _ right: Timeline, atMost most: Int = .max
  ) -> [AlignedMomentPair] {
    let count = zip(left.moments, right.moments).prefix { $0 == $1 }.count
    let pairs = aligned(left.stepKeys(from: count, atMost: most), right.stepKeys(from: count, atMost: most))
    return pairs.map { a, b in
      let (a, b) = (a.map { $0 + count + 1 }, b.map { $0 + count + 1 })
      guard let a, let b else { return AlignedMomentPair(left: a, right: b, isSame: false) }
      return AlignedMomentPair(left: a, right: b, isSame: left.moment(a).tellsTheSame(as: right.moment(b)))
    }
  }
}

/// Pairs of places with equal elements in two lists, in order, as many as can be; each other place stands alone, the
/// left list's before the right's. Lists of any length: so many elements are compared at once.
func aligned<Element: Hashable>(
  _ left: [Element], _ right: [Element], atOnce: Int = 2000
) -> [(left: Int?, right: Int?)] {
  var rows: [(left: Int?, right: Int?)] = []
  var (a, b) = (0, 0)
  while a < left.count || b < right.count {
    let (leftEnd, rightEnd) = (min(left.count, a + atOnce), min(right.count, b + atOnce))
    let difference = right[b..<rightEnd].difference(from: left[a..<leftEnd])
    var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(a + offset)
      case .insert(let offset, _, _): inserted.insert(b + offset)
      }
    }
    // What has no like at the end of a part may have one in the next.
    let isLast = leftEnd == left.count && rightEnd == right.count
    let lastLike = (a..<leftEnd).last { !removed.contains($0) }
    while a < leftEnd || b < rightEnd {
      if let lastLike, !isLast, a > lastLike { break }
      if a < leftEnd, removed.contains(a) {
        rows.append((a, nil))
        a += 1
      } else if b < rightEnd, inserted.contains(b) {
        rows.append((nil, b))
        b += 1
      } else {
        rows.append((a, b))
        a += 1
        b += 1
      }
    }
  }
  return rows
}

/// What a moment is, whatever its number, time and values.
struct StepKey: Hashable, Sendable {
  var device: Int?
  var kind: MomentKind
  /// Who first built what the moment's frame carries, and how.
  var builder: Int?
  var built: MomentKind?
}

extension Timeline {
  /// The keys of the moments after the first `count`.
  fileprivate func stepKeys(from count: Int, atMost most: Int) -> [StepKey] {
    moments[count...].prefix(most).map(stepKey)
  }

  func stepKey(of moment: Moment) -> StepKey {
    let first = moment.frame.flatMap { transmission($0).provenance.first }.map { self.moment($0) }
    return StepKey(device: moment.device, kind: moment.kind, builder: first?.device, built: first?.kind)
  }
}

extension Moment {
  func tellsTheSame(as other: Moment) -> Bool {
    drop == other.drop && details.filter { $0.name != "fcs" } == other.details.filter { $0.name != "fcs" }
  }
}
