import Lessons

/// Questions that are asked once more, over what came of them before.
package struct LessonRetry: Codable, Hashable, Sendable {
  /// By id.
  package var asked: Set<String>
  package var earlier: LessonSummary

  /// All that were missed.
  init(_ summary: LessonSummary) {
    asked = Set(summary.missed)
    earlier = summary
  }
}

extension LessonSession {
  /// What came of it so far.
  var summary: LessonSummary {
    LessonSummary(run, states: states, over: retry?.earlier, asked: retry?.asked ?? [])
  }

  /// Index of the stop whose question is asked next, of those that are asked once more: onward from one, then those that
  /// were passed by.
  func nextToAsk(from next: Int) -> Int? {
    let open = stops.indices.filter { unanswered(stops[$0].before + stops[$0].after) != nil }
    return open.first { $0 >= next } ?? open.first
  }
}
