import Analysis
import Foundation
import Networking
import UI

/// Tries out every what-if of a walk: each must come to an end with a reason, and leave the walk as it was.
struct WhatIfStressTest {
  /// Moments after which a fork is taken to be without end.
  private static let limit = 20_000

  let world: World
  let seed: UInt64

  /// The number of what-ifs that have no end, or left something behind.
  func run() throws -> Int {
    var whole = Timeline(world)
    _ = whole.extendToEnd()
    let middle = whole.moments.count / 2
    let before = (
      moments: whole.moments, transmissions: whole.transmissions, world: whole.world(after: middle)
    )
    var random = SeededRandom(seed: seed)
    var reasons: [String: Int] = [:]
    var longest = (moments: 0, name: "")
    var (count, failures) = (0, 0)
    for frame in 1...whole.transmissions.count {
      for whatIf in whole.trials(frame: frame, &random) {
        count += 1
        var fork = try whole.fork(whatIf)
        while !fork.isComplete, fork.moments.count < Self.limit, fork.record() {
          guard let broken = fork.front.brokenInvariant else { continue }
          failures += 1
          print("\(name(whatIf)): \(broken)")
          break
        }
        let divergence = Divergence(original: whole, fork: fork)
        reasons[String("\(divergence.reason)".prefix { $0 != "(" }), default: 0] += 1
        if divergence.reason == .endless {
          failures += 1
          print("\(name(whatIf)): no end")
        }
        if fork.moments.count > longest.moments { longest = (fork.moments.count, name(whatIf)) }
      }
    }
    if whole.moments != before.moments || whole.transmissions != before.transmissions
      || whole.world(after: middle) != before.world
    {
      failures += 1
      print("the walk itself has changed")
    }
    print("\(count) what-ifs on \(whole.transmissions.count) frames, \(failures) failures")
    for (reason, count) in reasons.sorted(by: { $0.value > $1.value }) { print("  \(reason)\t\(count)") }
    print("longest: \(longest.moments) moments, \(longest.name)")
    return failures
  }

  private func name(_ whatIf: WhatIf) -> String {
    switch whatIf {
    case .edit(let frame, let edit):
      "frame \(frame): \(edit.field.name) \(edit.old) → \(edit.new), checksums \(edit.checksums.rawValue)"
    case .lose(let frame): "frame \(frame) lost"
    case .delay(let frame, let nanoseconds): "frame \(frame) later by \(secondsText(nanoseconds)) s"
    case .damage(let frame, let bit): "frame \(frame): bit \(bit) changed"
    case .ask, .script, .cut, .plug, .join, .restart, .wait, .decide, .look: whatIf.kind.name
    }
  }
}
