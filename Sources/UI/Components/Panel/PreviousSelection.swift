import Terminal

/// What is shown again when a closer look ends.
struct PreviousSelection: Codable, Equatable, Sendable {
  /// The selected field was looked at closely, else the words were shown.
  var isField: Bool
  var selection: RowID?
  var byte: Int

  var mode: PanelMode { isField ? .field : .words }
}
