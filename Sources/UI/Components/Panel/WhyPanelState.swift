import Analysis
import Documents
import Networking
import Terminal

/// The why panel: a chain of moments, the effect first.
struct WhyPanelState: Codable, Equatable, Sendable {
  struct Row: Equatable, Sendable {
    var moment: Int
    /// How a value came about, on the first row about a value; its moment is where it was learned.
    var rule: OriginKind?
  }

  /// The field whose value is asked about; nil: why something was sent.
  var subject: FieldPath?
  /// The moment that was shown when the panel was opened.
  var opened: Int
  var cursor = 0
  /// What was selected before: a look at other moments selects other fields.
  var previous: PreviousSelection?
  /// Looked up again when a place is taken up.
  var rows: [Row] = []

  private enum CodingKeys: String, CodingKey { case subject, opened, cursor, previous }

  /// Why was this sent? The moment and its causes.
  init(sentIn context: Panel.Context) {
    opened = context.moment
    rows = context.recording.causes(of: opened).map { Row(moment: $0) }
  }

  /// Why this value? The rule it was written by, then the moment it was learned in and what led to that. nil when no
  /// field is selected.
  init?(valueIn context: Panel.Context) {
    guard let place = context.place, let unit = context.scene.unit else { return nil }
    subject = unit.path(of: place)
    opened = context.scene.moment.number
    // A relative number has the evidence of the raw one.
    let field = unit.node(unit.written(place) ?? place).field
    guard let chain = context.recording.timeline.chain(ofValue: field, at: opened) else { return }
    rows = [Row(moment: chain.moments[0], rule: chain.rule)] + chain.moments.map { Row(moment: $0) }
  }

  private var isSent: Bool { subject == nil }

  mutating func handle(_ press: Press, in context: Panel.Context) -> [Panel.Request]? {
    switch press.action {
    case .nextPane, .previousPane:
      return lookBack + [.why(isAboutValue: isSent)]
    case .open:
      if let row = press.clicked {
        guard rows.indices.contains(row) else { return [] }
        if cursor != row { return move(to: row) }
      }
      let target = rows.indices.contains(cursor) ? rows[cursor].moment : nil
      return lookBack + (target.map { [.jump(to: $0)] } ?? [])
    case let action where Action.ID.movements.contains(action):
      guard !rows.isEmpty else { return [] }
      return move(to: Movement.moved(cursor, action, count: rows.count, page: 6))
    default: return nil
    }
  }

  /// Back to the moment and the field it was asked at.
  var lookBack: [Panel.Request] { [.lookBack] + (previous.map { [.restore($0)] } ?? []) }

  private mutating func move(to row: Int) -> [Panel.Request] {
    cursor = row
    return [.look(at: rows[row].rule == nil ? rows[row].moment : opened)]
  }

  var hints: [KeyHint] {
    [
      KeyHint(.down, "↑↓", "look", "살펴보기"), KeyHint(.open, "Enter", "go there", "거기로"),
      KeyHint(.back, "Esc", "back", "뒤로"), KeyHint(.nextPane, "Tab", "other why", "다른 질문"), .next,
    ]
  }
}

extension Press {
  /// The row of a chain that was clicked.
  fileprivate var clicked: Int? {
    if case .cause(let row)? = target { row } else { nil }
  }
}
