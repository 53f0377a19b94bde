import Analysis
import Networking

/// A field of the frame that the learner fills in: what is typed stands in the place of its value.
struct Blank: Equatable, Sendable {
  var text: String
  /// It was right at the first try, and stays.
  var isRight = false

  /// `[420360____]`: as wide as the largest number that the field holds.
  func shown(in node: FieldNode) -> String {
    if isRight { return text + " ✓" }
    let bits = node.bits.count
    let width = (1...64).contains(bits) ? String(UInt64.max >> UInt64(64 - bits)).count : 8
    return "[" + text + String(repeating: "_", count: max(0, width - text.count)) + "]"
  }
}
