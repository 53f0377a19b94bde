/// A row of a device's table, as values.
package struct TableRow: Hashable, Sendable {
  /// What tells it apart in its table, however its values change.
  package let key: [FieldValue]
  /// One a column; a cell has no value, one, or several of the same type.
  package let cells: [[FieldValue]]
  /// Which of its table's forms it has; nil: the first.
  package let form: String?
  /// The moment that wrote it; 0: the network file.
  package let written: Int
  /// When it was last confirmed (nanoseconds of the world); nil where that means nothing.
  package let confirmed: Int64?
  /// What a field may have in common with it.
  package let shared: [FieldValue]

  package init(
    key: [FieldValue], cells: [[FieldValue]], form: String? = nil, written: Int, confirmed: Int64? = nil,
    shared: [FieldValue] = []
  ) {
    self.key = key
    self.cells = cells
    self.form = form
    self.written = written
    self.confirmed = confirmed
    self.shared = shared
  }
}
