/// Where one value in a header came from: what `w` shows for a field.
package struct Evidence: Equatable, Sendable {
  package let field: Field
  package let rule: EvidenceRule
  /// Number of the moment in which the value was learned, chosen or set; 0 for the network file.
  package let moment: Int

  package init(_ field: Field, _ rule: EvidenceRule, _ moment: Int) {
    self.field = field
    self.rule = rule
    self.moment = moment
  }
}

extension Evidence {
  init(_ field: Field, _ origin: Origin) { self.init(field, origin.rule, origin.moment) }
}

/// Where a value that is on its way to a header came from.
package struct Origin: Equatable, Sendable {
  package let rule: EvidenceRule
  /// As in `Evidence`.
  package let moment: Int

  package init(_ rule: EvidenceRule, _ moment: Int) {
    self.rule = rule
    self.moment = moment
  }
}

package struct NetworkRules: EvidenceSet {
  /// The network file says so.
  package let configured = EvidenceRule(rawValue: "configured")
}

extension EvidenceRule { package static let network = NetworkRules() }

/// How a value came about; `reference/evidence.yaml` has the sentence. Declared in sets beside the behaviour that
/// uses them.
package struct EvidenceRule: RawRepresentable, Hashable, Sendable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  /// Every rule there is.
  package static let all: [EvidenceRule] =
    Room.others.flatMap(\.evidence) + Protocols.all.flatMap(\.evidence)
}

/// The rules of one protocol or behaviour, held as stored properties so that the list comes from them.
package protocol EvidenceSet: Sendable {}

extension EvidenceSet {
  package var all: [EvidenceRule] {
    storedProperties(of: self)
  }
}
