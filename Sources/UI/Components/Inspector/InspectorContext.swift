import Analysis
import Documents
import Networking

/// What an inspector reads: a walk, a capture or a question gives it.
protocol InspectorContext {
  /// What is looked into; nil when there are no bytes.
  var unit: Dissection? { get }
  /// What the answer to an open question could be read from: it is not shown.
  var masked: Set<Subject> { get }
  /// What the learner fills in.
  var blanks: [FieldPlace: Blank] { get }
  /// What is new in the unit.
  var changes: PDUChanges { get }
  /// Fields that the author lights, and the first of them in the author's order.
  var lit: Set<FieldPlace> { get }
  var firstLit: FieldPlace? { get }
  /// The layer it is all about; nil: the outermost.
  var mainLayer: Int? { get }
  /// What something else lights in place of what is selected.
  var spotlight: PanelHighlight? { get }
  /// What is said of fields.
  var reference: (any ReferenceTexts)? { get }
  /// How the value of a field came about.
  func evidence(for field: Field) -> OriginKind?
}

extension InspectorContext {
  var masked: Set<Subject> { [] }

  /// Where in the unit what is not shown stands.
  var maskedPlaces: Set<FieldPlace> {
    guard let unit, !masked.isEmpty else { return [] }
    return Set(unit.places(of: Array(masked)))
  }

  var blanks: [FieldPlace: Blank] { [:] }
  var changes: PDUChanges { .none }
  var lit: Set<FieldPlace> { [] }
  var firstLit: FieldPlace? { nil }
  var mainLayer: Int? { unit.flatMap { $0.layers.isEmpty ? nil : $0.layers.count - 1 } }
  var spotlight: PanelHighlight? { nil }
  var reference: (any ReferenceTexts)? { nil }
  func evidence(for field: Field) -> OriginKind? { nil }
}

/// Bytes and fields that a panel speaks of: a word of a checksum's sum.
struct PanelHighlight: Equatable, Sendable {
  /// The layer whose source the bytes are in.
  var layer: Int
  var bytes: Range<Int>
  var places: Set<FieldPlace>
}

/// What a press in an inspector reads: what is looked into, and the panes that show it.
struct InspectorPressContext {
  let content: any InspectorContext
  /// The pane that has the keys.
  var pane = InspectorPane.fields
  /// Rows of the fields pane inside its edges.
  let fieldRows: Int
}

/// Which of an inspector's panes has the keys.
enum InspectorPane: Sendable { case fields, bytes }
