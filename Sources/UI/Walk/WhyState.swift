import Analysis
import Documents
import Lessons
import Networking

/// The why panel: a chain of moments, the effect first.
struct WhyState: Equatable, Sendable {
  enum Question: Sendable { case sent, value }

  struct Row: Equatable, Sendable {
    var moment: Int
    /// How a value came about, on the first row about a value; its moment is where it was learned.
    var rule: EvidenceRule?
  }

  var question: Question
  var rows: [Row]
  var cursor = 0
  /// The field whose value is asked about.
  var subject: FieldPath?
  /// The walk's moment when the panel was opened.
  var opened: Int

  /// Why was this sent? The moment and its causes.
  init(sentAt moment: Int, in journey: Journey) {
    question = .sent
    opened = moment
    rows = journey.causes(of: moment).map { Row(moment: $0) }
  }

  /// Why this value? The rule it was written by, then the moment it was learned in and what led to that.
  init(valueOf field: Field, at moment: Int, in journey: Journey) {
    question = .value
    opened = moment
    rows = []
    guard let chain = journey.timeline.chain(ofValue: field, at: moment) else { return }
    rows = [Row(moment: chain.moments[0], rule: chain.rule)] + chain.moments.map { Row(moment: $0) }
  }
}
