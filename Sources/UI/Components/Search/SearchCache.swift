import Analysis
import Networking

/// Looks expressions up over a recording, and keeps what it has read: every key asks the same frames again.
struct SearchCache: Sendable {
  private var context: SearchExpressionContext
  private let transmissions: [Int]
  private let front: World
  private let last: Int
  /// Nothing comes after it.
  private let isWhole: Bool

  init(_ search: Search.Context) {
    let timeline = search.recording.timeline
    var marks: [String: Int] = [:]
    // A mark further on would tell what is asked.
    for (name, moment) in search.marks where moment <= search.reach { marks[name] = moment }
    context = SearchExpressionContext(TimelineContext(timeline, marks: marks), here: search.moment)
    transmissions = timeline.transmissions.map(\.moment)
    front = timeline.front
    last = timeline.moments.count
    isWhole = search.recording.isWhole
  }

  /// Whether it reads this walk's story, and not one that went another way.
  func reads(_ recording: Recording) -> Bool { last == recording.last && front == recording.timeline.front }

  var vocabulary: ExpressionScope { context.vocabulary }

  private func candidates(_ expression: Expression) -> [Int] {
    expression.readsMoments ? Array(1...max(1, last)) : transmissions
  }

  /// The first of the moments after `number`, or the last of those before it; however many must be read for it.
  mutating func match(_ expression: Expression, _ number: Int, forward: Bool, upTo reach: Int) -> Int? {
    let all = candidates(expression)
    context.begin()
    func first(_ row: some Sequence<Int>, _ context: inout SearchExpressionContext) -> Int? {
      for candidate in row {
        context.moment = candidate
        if context.holds(expression) { return candidate }
      }
      return nil
    }
    return forward
      ? first(all.lazy.filter { $0 > number && $0 <= reach }, &context)
      : first(all.lazy.filter { $0 < number && $0 <= reach }.reversed(), &context)
  }

  /// Moments up to `reach` at which it holds. Without `moment.*` it sees only frames, each where it goes on its cable.
  mutating func matches(_ expression: Expression, upTo reach: Int) -> Matches {
    let areFrames = !expression.readsMoments
    var matches = Matches(
      moments: [], areFrames: areFrames, isComplete: isWhole, hidesLater: reach < last)
    context.begin()
    for number in candidates(expression) where number <= reach {
      if context.fresh >= SearchExpressionContext.mostFresh {
        matches.isComplete = false
        break
      }
      context.moment = number
      if context.holds(expression) { matches.moments.append(number) }
    }
    return matches
  }
}
