/// What sort of thing happened, `protocol.event`. Never renamed; declared beside the behaviour that has it, listed by
/// its `ProtocolDescriptor` or by `MomentKind.all`.
package struct MomentKind: Hashable, Sendable {
  package let name: String
  package let layer: LayerKind

  package init(_ name: String, _ layer: LayerKind) {
    self.name = name
    self.layer = layer
  }
}
