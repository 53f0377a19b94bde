/// A value, with what is known about how it is written.
package struct Reading: Hashable, Sendable {
  package let value: ExpressionValue
  /// The field it was read from, when it came from one.
  package let field: Field?
  /// Of a number: how wide the fields are that it was read or computed from, in bits; nil for one that came from none.
  package let bits: Int?
  /// The unit in which a time is written where it was read.
  package let unit: TimeUnit

  package init(
    _ value: ExpressionValue, field: Field? = nil, bits: Int? = nil, unit: TimeUnit = .seconds
  ) {
    self.value = value
    self.field = field
    self.bits = bits ?? field.flatMap { $0.type.naturalBits > 0 ? $0.type.naturalBits : nil }
    self.unit = unit
  }

  init?(_ node: FieldNode) {
    guard let value = ExpressionValue(node.value) else { return nil }
    self.init(value, field: node.field)
  }

  /// As `tshark -T fields -e` writes it; bytes always with colons between.
  package var text: String {
    if case .time(let nanoseconds) = value { return unit.text(nanoseconds) }
    guard let field, case .number(let number) = value, number >= 0 else { return value.text }
    return field.show(.number(UInt64(number)))
  }
}
