/// Where one value in a header came from: what `w` shows for a field.
package struct FieldOrigin: Equatable, Sendable {
  package let field: Field
  package let rule: OriginKind
  /// Number of the moment in which the value was learned, chosen or set; 0 for the network file.
  package let moment: Int

  package init(_ field: Field, _ rule: OriginKind, _ moment: Int) {
    self.field = field
    self.rule = rule
    self.moment = moment
  }
}

extension FieldOrigin {
  init(_ field: Field, _ origin: ValueOrigin) { self.init(field, origin.rule, origin.moment) }
}

/// Where a value that is on its way to a header came from.
package struct ValueOrigin: Equatable, Sendable {
  package let rule: OriginKind
  /// As in `FieldOrigin`.
  package let moment: Int

  package init(_ rule: OriginKind, _ moment: Int) {
    self.rule = rule
    self.moment = moment
  }
}

package struct NetworkOrigins: OriginSet {
  /// The network file says so.
  package let configured = OriginKind(rawValue: "configured")
}

extension OriginKind { package static let network = NetworkOrigins() }

/// How a value came about; `reference/evidence.yaml` has the sentence. Declared in sets beside the behaviour that
/// uses them.
package struct OriginKind: RawRepresentable, Hashable, Sendable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  /// Every rule there is.
  package static let all: [OriginKind] =
    BehaviourDescriptor.others.flatMap(\.evidence) + Protocols.all.flatMap(\.evidence)
}

/// The rules of one protocol or behaviour, held as stored properties so that the list comes from them.
package protocol OriginSet: Sendable {}

extension OriginSet {
  package var all: [OriginKind] {
    storedProperties(of: self)
  }
}
