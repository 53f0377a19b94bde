extension ExpressionContext {
  /// A row as it is now; nil: there is none.
  package mutating func row(_ reference: RowReference) -> TableRow? {
    row(reference.key, of: reference.table)?.1
  }
}

extension TableRow {
  /// What tells it apart in its table, as text.
  package var identity: String { key.map { ExpressionValue($0)?.text ?? "" }.joined(separator: " ") }
}
