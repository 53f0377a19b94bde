import Documents

/// What a registry has under one id. A registry is a file of a lesson folder in which lessons find what they share:
/// cards, mistakes, terms, lessons that are to come.
package protocol RegistryEntry: Sendable {
  /// The file's name without its ending: `cards`.
  static var file: String { get }
  /// The key under which the entries are.
  static var section: String { get }
  /// What the entries are, for the schema.
  static var documentation: String { get }
  static var shape: Shape<Self> { get }
}

extension RegistryEntry {
  /// What such a file holds, in its order: `{format: 2, cards: {ID: …}}`.
  static var fileShape: Shape<[KeyedValue<Self>]> {
    .mapping("\(file) file") { m in
      _ = m.required("format", .integer(in: 2...2), "version of this format")
      return m.required(section, shape.entries(keys: .word), documentation)
    }
  }

  static func describeFile(_ recorder: SchemaRecorder) -> JSONValue { fileShape.describe(recorder) }
}

/// A stop of a lesson: `arp/ask`.
package struct StepReference: Hashable, Sendable {
  package let lesson: String
  package let step: String

  package var text: String { "\(lesson)/\(step)" }

  static let shape = Shape<StepReference>.parsed("a lesson and its step like arp/ask") {
    text throws(TextError) in
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { throw TextError("") }
    return StepReference(lesson: parts[0], step: parts[1])
  }
}
