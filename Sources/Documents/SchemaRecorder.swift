/// Writes a JSON Schema (draft 7, which editors know best) by running the decoders without a document.
package final class SchemaRecorder {
  private var definitions: [(title: String, schema: JSONValue)] = []
  private var open: Set<String> = []

  /// The schema of files of this shape.
  package static func schema<Value>(of shape: Shape<Value>, title: String) -> JSONValue {
    let recorder = SchemaRecorder()
    let root = shape.describe(recorder)
    return .object([
      ("$schema", "http://json-schema.org/draft-07/schema#"), ("title", .string(title)), ("allOf", [root]),
      ("definitions", .object(recorder.definitions.map { ($0.title, $0.schema) })),
    ])
  }

  /// Records one kind of mapping and returns a reference to it. Mappings may contain themselves.
  func define(_ title: String, _ read: (MappingReader) -> Void) -> JSONValue {
    let reference: JSONValue = ["$ref": .string("#/definitions/\(title)")]
    guard open.insert(title).inserted else { return reference }
    defer { open.remove(title) }
    let place = Place(
      position: Position(line: 1, column: 1), source: SourceText(Source(name: "", text: "")), spelling: .block
    )
    let nothing = DocumentNode(content: .mapping([]), place: place, name: .document, problems: Problems())
    let reader = MappingReader(nothing, title: title, recorder: self)
    read(reader)
    let schema = schema(of: reader)
    if let known = definitions.first(where: { $0.title == title }) {
      precondition(known.schema == schema, "two different mappings are called \(title)")
    } else {
      definitions.append((title, schema))
    }
    return reference
  }

  private func schema(of reader: MappingReader) -> JSONValue {
    guard !reader.cases.isEmpty else { return object(reader.keys) }
    return [
      "oneOf": .array(
        reader.cases.map { each in
          object(reader.keys + each.keys, description: each.documentation)
        })
    ]
  }

  private func object(_ keys: [KeyDeclaration], description: String? = nil) -> JSONValue {
    var members: [(String, JSONValue)] = [("type", "object")]
    if let description { members.append(("description", .string(description))) }
    members.append(("properties", .object(keys.map { ($0.key, property($0)) })))
    members.append(("required", .array(keys.filter(\.isRequired).map { .string($0.key) })))
    members.append(("additionalProperties", false))
    return .object(members)
  }

  /// Beside `$ref` nothing else counts in draft 7, hence the `allOf`.
  private func property(_ key: KeyDeclaration) -> JSONValue {
    .object([("description", .string(key.documentation)), ("allOf", [key.schema ?? [:]])])
  }
}
