/// A field or a protocol, in the frame of a mark or in the one that is looked at.
package struct FieldReference: Hashable, Sendable {
  package let mark: String?
  /// As written, without mark and layer: `ip.addr`.
  package let name: String
  /// What the name stands for; several for an alias, none for a protocol.
  package let fields: [Field]
  /// Counted from 1 among the layers of this protocol (`ip.ttl#2`); nil: all, outermost first.
  package let layer: Int?
  /// UTF-8 bytes from the start of the expression.
  let offset: Int

  package var isProtocol: Bool { fields.isEmpty }
  /// As written.
  package var text: String { (mark.map { "\($0)." } ?? "") + name + (layer.map { "#\($0)" } ?? "") }
}
