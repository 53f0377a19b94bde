import Documents

/// Looks up what an expression reads in tables of devices.
extension ExpressionContext {
  /// The row that a key names, with its table.
  mutating func row(_ key: TableRowKey, of reference: TableReference) -> (TableSnapshot, TableRow)? {
    guard let table = table(reference) else { return nil }
    let index: Int?
    switch key {
    case .value(let node):
      guard let value = try? keyValue(node).value else { return nil }
      index = reference.table.row(value.fieldValue, in: table.rows)
    case .frame(let mark):
      guard let frame = now({ $0.dissection(of: mark) }) else { return nil }
      index = reference.table.row(of: frame, in: table.rows, of: table.device)
    }
    return index.map { (table, table.rows[$0]) }
  }

  /// What stands between the brackets: it names the row that is meant now, in whatever world the table is read.
  private mutating func keyValue(_ node: ExpressionNode) throws(ExpressionError) -> Reading {
    let shift = earlier
    earlier = 0
    defer { earlier = shift }
    return try value(node)
  }

  private mutating func now<Result>(_ body: (inout Self) -> Result) -> Result {
    let shift = earlier
    earlier = 0
    defer { earlier = shift }
    return body(&self)
  }

  /// All values of a row's column; nil: its age.
  mutating func cell(
    _ column: Int?, _ key: TableRowKey, of reference: TableReference
  ) -> [ExpressionValue] {
    guard let (table, row) = row(key, of: reference) else { return [] }
    guard let column else { return row.confirmed.map { [.time(table.now - $0)] } ?? [] }
    return row.cells[column].compactMap(ExpressionValue.init)
  }

  mutating func reading(
    _ column: Int?, _ key: TableRowKey, of reference: TableReference
  ) throws(ExpressionError) -> Reading {
    guard table(reference) != nil else { throw noMoment(reference) }
    // What is wrong with the key itself is said first.
    if case .value(let node) = key { _ = try keyValue(node) }
    let values = cell(column, key, of: reference)
    if let first = values.first {
      let isSet = column.map { reference.table.columns[$0].type.isSet } ?? false
      return Reading(isSet ? .set(of: values) : first)
    }
    guard row(key, of: reference) != nil else {
      throw ExpressionError("\(reference.text) has no such row here", at: reference.offset)
    }
    let name = column.map { reference.table.columns[$0].id } ?? "age"
    throw ExpressionError("this row of \(reference.text) has no \(name)", at: reference.offset)
  }

  func noMoment(_ reference: TableReference) -> ExpressionError {
    let place = reference.mark.map { "at \(quoted($0))" } ?? "here"
    return ExpressionError("there is no moment \(place) to read \(reference.text) at", at: reference.offset)
  }
}
