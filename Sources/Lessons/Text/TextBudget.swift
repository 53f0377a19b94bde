import Analysis

/// How much room a text of a lesson has on a screen of 80 × 24, in display columns.
package enum TextBudget: Sendable {
  case say, ask, choice, mistake, hint, why

  package var rows: Int {
    switch self {
    case .say: 3
    case .ask, .mistake, .why: 2
    case .choice, .hint: 1
    }
  }

  package var columns: Int {
    switch self {
    case .say, .hint: 78
    case .why: 76
    case .ask: 74
    case .choice: 70
    case .mistake: 69
    }
  }

  /// Choices that fit under a question.
  package static let choices = 4
}

/// Counts the rows that a text takes when it is wrapped to a number of columns. The terminal knows how wide letters
/// are; this target does not.
package typealias WrappedRowCount = @Sendable (_ text: String, _ columns: Int) -> Int
