/// Which lines of a script have not begun. A line with a time begins at that time, whatever else goes on; one without
/// waits until every line above it has begun and all is quiet.
package struct ScriptQueue: Equatable, Sendable {
  /// Indices of lines, in their order.
  private(set) var waiting: [Int] = []
  /// When the script began (nanoseconds): times of lines count from here.
  private(set) var start: Int64 = 0

  package var isEmpty: Bool { waiting.isEmpty }

  /// All lines wait, from now on.
  mutating func begin(_ script: [ScriptLine], at now: Int64) {
    waiting = Array(script.indices)
    start = now
  }

  mutating func removeAll() { waiting = [] }
  mutating func remove(_ line: Int) { waiting.removeAll { $0 == line } }

  /// The line whose time comes first, with that time; of several at one time the first.
  func timed(_ script: [ScriptLine]) -> (line: Int, time: Int64)? {
    var next: (line: Int, time: Int64)?
    for line in waiting {
      guard let time = script[line].time.map({ start + $0 }) else { continue }
      if next == nil || time < next!.time { next = (line, time) }
    }
    return next
  }

  /// The line that begins when all is quiet; nil: a time comes first, or none is left.
  func untimed(_ script: [ScriptLine]) -> Int? {
    waiting.first.flatMap { script[$0].time == nil ? $0 : nil }
  }
}
