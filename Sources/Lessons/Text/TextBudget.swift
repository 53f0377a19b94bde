import Analysis
import Documents

/// How much room a text of a lesson has on a screen of 80 × 24, in display columns.
package enum TextBudget: Sendable {
  case say, ask, choice, mistake, hint, why
  /// Of the registries: what a card or a mistake is called, the sentence on a term.
  case title, term
  /// What a lesson is for, and what there is to see on one's own machine.
  case goal
  /// Titles of lessons, networks and forks: in the first line of the walk, beside the stop, the time and the switch of
  /// language; in the list of lessons beside stops and minutes.
  case heading
  /// What a device is called on maps and ladders.
  case device

  package var rows: Int {
    switch self {
    case .say: 3
    case .ask, .mistake, .term, .goal: 2
    // It scrolls.
    case .why: 14
    case .choice, .hint, .title, .heading, .device: 1
    }
  }

  package var columns: Int {
    switch self {
    case .say, .hint: 78
    case .why: 76
    case .ask, .goal: 74
    case .choice: 70
    case .mistake, .term: 69
    case .title: 60
    case .heading: 40
    case .device: 6
    }
  }

  /// Choices that fit under a question.
  package static let choices = 4
}

extension TextBudget {
  /// That a text does not fit; nil: it does.
  func finding(_ text: String, at place: Place, _ measure: WrappedRowCount) -> Finding? {
    let needed = measure(text, columns)
    guard needed > rows else { return nil }
    return place.finding("this text takes \(needed) rows of \(columns) columns; there is room for \(rows)")
  }
}

/// Counts the rows that a text takes when it is wrapped to a number of columns. The terminal knows how wide letters
/// are; this target does not.
package typealias WrappedRowCount = @Sendable (_ text: String, _ columns: Int) -> Int
