/// Where a field's bytes stand.
package enum ByteSource: String, Sendable {
  case frame
  /// TCP segments put together.
  case tcp
  /// IP fragments put together.
  case ip
}

/// One field found in one frame: a node of the field tree, kept flat in wire order.
package struct FieldNode: Equatable, Sendable {
  package let field: Field
  /// The shown value (after `Field.scale`).
  package var value: FieldValue
  /// Bit positions in `source`, half-open. For a generated field: its input on the wire, or empty.
  package var bits: Range<Int>
  package var source: ByteSource = .frame
  /// Index of the enclosing node in the same layer; −1 at the top.
  package var parent: Int

  package var text: String { field.text(value) }
  package var show: String { field.show(value) }
  /// Byte positions that the field touches.
  package var bytes: Range<Int> { bits.lowerBound / 8..<(bits.upperBound + 7) / 8 }
}
