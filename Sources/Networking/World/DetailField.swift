/// A value that moments of a kind tell, declared beside the kind: what sentences may name in braces and expressions as
/// `moment.address`.
package struct DetailField: Hashable, Sendable {
  package let name: String
  package let type: ExpressionType
  /// A text of ours, not a name the learner chose: the reference has words for it.
  package let isWord: Bool
  /// In which a time is written.
  package let unit: TimeUnit
  /// Not every moment of the kind has it; a sentence cannot name it then.
  package private(set) var isOptional = false

  package static func number(_ name: String) -> DetailField { DetailField(name, .number) }
  package static func boolean(_ name: String) -> DetailField { DetailField(name, .boolean) }
  package static func mac(_ name: String) -> DetailField { DetailField(name, .mac) }
  package static func ipv4(_ name: String) -> DetailField { DetailField(name, .ipv4) }
  package static func text(_ name: String) -> DetailField { DetailField(name, .text) }
  package static func word(_ name: String) -> DetailField { DetailField(name, .text, isWord: true) }

  package static func time(_ name: String, in unit: TimeUnit) -> DetailField {
    DetailField(name, .time, unit: unit)
  }
  /// Several, or none, whose order means nothing.
  package static func numbers(_ name: String) -> DetailField { DetailField(name, .set(.number)) }

  private init(_ name: String, _ type: ExpressionType, isWord: Bool = false, unit: TimeUnit = .seconds) {
    self.name = name
    self.type = type
    self.isWord = isWord
    self.unit = unit
  }

  package var sometimes: DetailField {
    var field = self
    field.isOptional = true
    return field
  }
}

extension DetailField {
  /// Whether a value is of its type.
  fileprivate func fits(_ detail: Detail) -> Bool {
    detail.isSet == type.isSet && detail.values.allSatisfy { ExpressionValue($0)?.type == type.element }
  }
}

extension [DetailField] {
  /// The two ports, flags and payload of a TCP segment.
  static let segment: [DetailField] = [
    .number("source"), .number("destination"), .text("flags"), .number("bytes"),
  ]

  /// What a connection's change of state adds to the moment that made it.
  static let transition: [DetailField] = [.text("state").sometimes, .text("arc").sometimes]

  var sometimes: [DetailField] { map(\.sometimes) }
}

extension MomentKind {
  package func detail(_ name: String) -> DetailField? { details.first { $0.name == name } }

  /// What is wrong with a moment's values; nil when each is declared and none is missing.
  func objection(to values: [Detail]) -> String? {
    for value in values {
      guard let field = detail(value.name) else { return "\(name) declares no detail \(value.name)" }
      guard field.fits(value) else {
        let found = value.isSet ? "a set of \(value.values)" : "\(value.value)"
        return "\(name) declares \(value.name) as \(field.type.words), found \(found)"
      }
    }
    let missing = details.first { field in
      !field.isOptional && !values.contains { $0.name == field.name }
    }
    return missing.map { "\(name) has no \($0.name)" }
  }

  /// All details by name: a name means the same thing in every kind.
  package static let detailsByName: [String: DetailField] = {
    var fields: [String: DetailField] = [:]
    for field in all.flatMap(\.details) where fields[field.name] == nil { fields[field.name] = field }
    return fields
  }()
}
