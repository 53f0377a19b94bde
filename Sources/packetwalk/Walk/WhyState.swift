import Documents
import Networking

/// The why panel: a chain of moments, the effect first.
struct WhyState: Equatable, Sendable {
  enum Question: Sendable { case sent, value }

  struct Row: Equatable, Sendable {
    var moment: Int
    /// How a value came about, on a row about a value.
    var rule: EvidenceRule?
  }

  var question: Question
  var rows: [Row]
  var cursor = 0
  /// The walk's moment when the panel was opened.
  var opened: Int

  /// Why was this sent? The moment and its causes.
  init(sentAt moment: Int, in journey: Journey) {
    question = .sent
    opened = moment
    rows = journey.causes(of: moment).map { Row(moment: $0) }
  }

  /// Why this value? Who wrote it, by which rule, and how that was learned.
  init(valueOf field: Field, at moment: Int, in journey: Journey) {
    question = .value
    opened = moment
    rows = []
    guard let (evidence, writer) = journey.evidence(for: field, at: moment) else { return }
    rows.append(Row(moment: writer, rule: evidence.rule))
    if evidence.moment > 0, evidence.moment != writer {
      rows += journey.causes(of: evidence.moment).map { Row(moment: $0) }
    } else {
      rows += journey.causes(of: writer).dropFirst().map { Row(moment: $0) }
    }
  }
}
