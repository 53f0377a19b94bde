/// A value that moments of a kind tell, declared beside the kind: what sentences may name in braces and expressions as
/// `moment.address`.
package struct DetailField: Hashable, Sendable {
  package let name: String
  package let type: ExpressionType
  /// A text of ours, not a name the learner chose: the reference has words for it.
  package let isWord: Bool
  /// Not every moment of the kind has it; a sentence cannot name it then.
  package private(set) var isOptional = false

  package static func number(_ name: String) -> DetailField { DetailField(name, .number) }
  package static func boolean(_ name: String) -> DetailField { DetailField(name, .boolean) }
  package static func mac(_ name: String) -> DetailField { DetailField(name, .mac) }
  package static func ipv4(_ name: String) -> DetailField { DetailField(name, .ipv4) }
  package static func text(_ name: String) -> DetailField { DetailField(name, .text) }
  package static func word(_ name: String) -> DetailField { DetailField(name, .text, isWord: true) }

  private init(_ name: String, _ type: ExpressionType, isWord: Bool = false) {
    self.name = name
    self.type = type
    self.isWord = isWord
  }

  package var sometimes: DetailField {
    var field = self
    field.isOptional = true
    return field
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
      guard ExpressionValue(value.value)?.type == field.type else {
        return "\(name) declares \(value.name) as \(field.type.words), found \(value.value)"
      }
    }
    let missing = details.first { field in
      !field.isOptional && !values.contains { $0.name == field.name }
    }
    return missing.map { "\(name) has no \($0.name)" }
  }

  /// The types of all details by name: a name means the same thing in every kind.
  package static let detailTypes: [String: ExpressionType] = {
    var types: [String: ExpressionType] = [:]
    for field in all.flatMap(\.details) { types[field.name] = field.type }
    return types
  }()
}
