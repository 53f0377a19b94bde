/// `laptop.arp`, `syn.web.tcp`: a table of a device, in the world right after the moment that is looked at, or a mark's.
package struct TableReference: Hashable, Sendable {
  package let mark: String?
  package let device: String
  package let table: TableDescriptor
  /// UTF-8 bytes from the start of the expression.
  let offset: Int

  /// As written.
  package var text: String { (mark.map { "\($0)." } ?? "") + "\(device).\(table.id)" }
}

/// What stands between the brackets of `laptop.arp[192.0.2.1]`.
enum TableRowKey: Equatable, Sendable {
  case value(ExpressionNode)
  /// The row that has to do with a mark's frame.
  case frame(of: String)
}
