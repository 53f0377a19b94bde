/// What sort of thing happened, `protocol.event`. Never renamed; declared beside the behaviour that has it.
package struct MomentKind: Hashable, Sendable {
  package let name: String
  package let layer: LayerKind
  /// The values its moments tell.
  package let details: [DetailField]

  package init(_ name: String, _ layer: LayerKind, _ details: DetailField...) {
    self.init(name, layer, details)
  }

  package init(_ name: String, _ layer: LayerKind, _ details: [DetailField]) {
    self.name = name
    self.layer = layer
    self.details = details
  }

  package static func == (a: MomentKind, b: MomentKind) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// Every kind there is: those of no protocol, then the protocols'.
  package static let all: [MomentKind] =
    BehaviourDescriptor.others.flatMap(\.moments) + Protocols.all.flatMap(\.moments)
}

/// The kinds of one protocol or behaviour, held as stored properties so that the list comes from them.
package protocol MomentSet: Sendable {}

extension MomentSet {
  package var all: [MomentKind] { storedProperties(of: self) }
}
