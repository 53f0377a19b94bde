/// How a row is named: `laptop.arp[192.0.2.1]`, `laptop.routes[198.51.100.10]`, `web.tcp[syn]`.
package struct TableKeyDescriptor: Sendable {
  /// What stands between the brackets.
  package let type: ExpressionType
  /// Whether a field's value is looked up by it too: then one row is about the field, not all that hold its value.
  package let isLookup: Bool
  /// The column whose values are the keys.
  let column: String
  /// The place of the row that a value names.
  let row: @Sendable (FieldValue, [TableRow], TableDescriptor) -> Int?
  /// The place of the row that a frame has to do with; nil: rows are not named by frames.
  let rowOfFrame: (@Sendable (Dissection, [TableRow], Device) -> Int?)?

  init(
    _ column: String, _ type: ExpressionType, isLookup: Bool = false,
    row: @escaping @Sendable (FieldValue, [TableRow], TableDescriptor) -> Int?,
    rowOfFrame: (@Sendable (Dissection, [TableRow], Device) -> Int?)? = nil
  ) {
    self.column = column
    self.type = type
    self.isLookup = isLookup
    self.row = row
    self.rowOfFrame = rowOfFrame
  }

  /// The first row with that value in a column.
  package static func value(of column: String, _ type: ExpressionType) -> TableKeyDescriptor {
    TableKeyDescriptor(column, type) { value, rows, table in
      guard let column = table.column(column) else { return nil }
      return rows.firstIndex { $0.cells[column].contains(value) }
    }
  }

  /// The row whose network in a column fits an address best (RFC 1812 §5.2.4.3); of equal ones the first.
  package static func longestPrefix(of column: String) -> TableKeyDescriptor {
    TableKeyDescriptor(column, .ipv4, isLookup: true) { value, rows, table in
      guard case .ipv4(let address) = value, let column = table.column(column) else { return nil }
      var best: (row: Int, length: Int)?
      for (index, row) in rows.enumerated() {
        guard case .network(let prefix)? = row.cells[column].first, prefix.contains(address) else { continue }
        if best == nil || prefix.length > best!.length { best = (index, prefix.length) }
      }
      return best?.row
    }
  }
}

extension TableKeyDescriptor {
  /// How an expression names a row between brackets; nil for one that only a frame names.
  package func written(_ row: TableRow, _ table: TableDescriptor) -> String? {
    guard let column = table.column(column), let value = row.cells[column].first else { return nil }
    let named = self.row(value.asKey, [row], table)
    guard named != nil, let text = ExpressionValue(value.asKey)?.text else { return nil }
    return type == .text ? "\"\(text)\"" : text
  }
}

extension FieldValue {
  /// A network's own address finds it, unless a longer one stands beside.
  fileprivate var asKey: FieldValue {
    if case .network(let prefix) = self { .ipv4(prefix.network) } else { self }
  }
}

extension TableDescriptor {
  package func row(_ value: FieldValue, in rows: [TableRow]) -> Int? { key.row(value, rows, self) }

  package var isKeyedByFrame: Bool { key.rowOfFrame != nil }

  package func row(of frame: Dissection, in rows: [TableRow], of device: Device) -> Int? {
    key.rowOfFrame?(frame, rows, device)
  }

  /// The rows that have to do with a field's value: the pair with its MAC address, the route of a destination, the
  /// socket of a port.
  package func rows(about field: String, _ value: FieldValue, in rows: [TableRow]) -> [Int] {
    guard relatedFields.contains(field) else { return [] }
    if key.isLookup { return row(value, in: rows).map { [$0] } ?? [] }
    return rows.indices.filter { rows[$0].shared.contains(value) }
  }
}
