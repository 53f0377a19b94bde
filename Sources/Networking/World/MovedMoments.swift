/// What stands alone on both sides of two walks because it happens at another place among the rest.
struct MovedMoments {
  /// Moments of the original that the fork has elsewhere, whatever they tell there.
  private(set) var originals: Set<Int> = []
  /// Moments of the fork that tell elsewhere what one of the original's does.
  private(set) var unchanged: Set<Int> = []

  /// - Parameter rows: those that are not the same on both sides.
  init(original: Timeline, fork: Timeline, rows: [AlignedMomentPair]) {
    var waiting: [StepKey: [Int]] = [:]
    for number in rows.filter({ $0.right == nil }).compactMap(\.left) {
      waiting[original.stepKey(of: original.moment(number)), default: []].append(number)
    }
    for number in rows.filter({ $0.left == nil }).compactMap(\.right) {
      let moment = fork.moment(number)
      let key = fork.stepKey(of: moment)
      guard let likes = waiting[key], !likes.isEmpty else { continue }
      // The one that tells the same, else the first.
      let same = likes.firstIndex { original.moment($0).tellsTheSame(as: moment) }
      originals.insert(waiting[key]!.remove(at: same ?? 0))
      if same != nil { unchanged.insert(number) }
    }
  }
}
