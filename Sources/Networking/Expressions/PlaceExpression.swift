import Documents

/// Something that can be lit, hidden or pointed at, as a lesson names it: a field, a table, a row of one, a device, its
/// cable, the whole frame of a mark.
package enum PlaceExpression: Equatable, Sendable {
  /// A field or a protocol's header.
  case field(FieldReference)
  case table(TableReference)
  case row(RowReference)
  case device(String)
  /// Of a device.
  case cable(of: String)
  /// Everything in the frame of a mark.
  case frame(of: String)
  /// A value that stands nowhere by itself: what it reads is meant.
  case value(Expression)

  /// It is a field, not a whole header nor anything outside of frames.
  package var isField: Bool { if case .field(let field) = self { !field.isProtocol } else { false } }

  package init(_ text: String, _ scope: ExpressionScope) throws(ExpressionError) {
    if scope.devices[text] != nil {
      self = .device(text)
      return
    }
    if scope.marks.contains(text) {
      self = .frame(of: text)
      return
    }
    if let device = text.cutting(suffix: ".cable"), scope.devices[device] != nil {
      self = .cable(of: device)
      return
    }
    let part = try ExpressionParser.parse(text, scope)
    switch part.node {
    case .field(let reference): self = .field(reference)
    case .table(let reference): self = .table(reference)
    case .row(let reference, let key), .cell(let reference, let key, _):
      self = .row(RowReference(table: reference, key: key))
    default: self = .value(try Expression(text, as: .value, scope))
    }
  }
}

/// A row of a device's table.
package struct RowReference: Equatable, Sendable {
  package let table: TableReference
  let key: TableRowKey
}

extension String {
  fileprivate func cutting(suffix: String) -> String? {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : nil
  }
}

extension Shape<PlaceExpression> {
  /// - Parameter expected: completes "should be …".
  package static func place(
    _ scope: ExpressionScope, _ expected: String = "a field, a table, a row, a device or its cable"
  ) -> Shape {
    .parsed(expected) { text throws(TextError) in
      do throws(ExpressionError) {
        return try PlaceExpression(text, scope)
      } catch {
        throw TextError(error.message, atOffset: error.offset)
      }
    }
  }
}
