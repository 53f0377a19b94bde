/// Writes a JSON Schema (draft 7, which editors know best) by running the decoders without a document.
package final class SchemaRecorder {
  private var definitions: [(title: String, schema: JSONValue)] = []
  private var open: Set<String> = []
  private var outermost: [KeyDeclaration] = []

  /// The schema of files of this shape.
  package static func schema<Value>(of shape: Shape<Value>, title: String) -> JSONValue {
    let recorder = SchemaRecorder()
    let root = shape.describe(recorder)
    return .object([
      ("$schema", "http://json-schema.org/draft-07/schema#"), ("title", .string(title)), ("allOf", [root]),
      ("definitions", .object(recorder.definitions.map { ($0.title, $0.schema) })),
    ])
  }

  /// The keys of a mapping, for a manual.
  package static func keys<Value>(
    of shape: Shape<Value>
  ) -> [(key: String, expected: String, documentation: String)] {
    let recorder = SchemaRecorder()
    _ = shape.describe(recorder)
    return recorder.outermost.map { ($0.key, $0.expected, $0.documentation) }
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
    if open.count == 1 { outermost = reader.keys }
    let schema = schema(of: reader)
    if let known = definitions.first(where: { $0.title == title }) {
      precondition(known.schema == schema, "two different mappings are called \(title)")
    } else {
      definitions.append((title, schema))
    }
    return reference
  }

  private func schema(of reader: MappingReader) -> JSONValue {
    guard !reader.cases.isEmpty else { return object(reader.keys, exclusive: reader.exclusive) }
    let shapes = reader.cases.map { each in
      let word = KeyDeclaration(
        key: each.key, expected: each.name, documentation: each.documentation, isRequired: true,
        schema: ["const": .string(each.name)])
      let common = reader.keys.map { $0.key == each.key ? word : $0 }
      return object(common + each.keys, exclusive: reader.exclusive + each.exclusive)
    }
    return ["oneOf": .array(shapes)]
  }

  private func object(_ keys: [KeyDeclaration], exclusive: [ExclusiveKeys]) -> JSONValue {
    let required = keys.filter(\.isRequired).map { JSONValue.string($0.key) }
    let groups = exclusive.map { group -> JSONValue in
      let each = group.names.map { JSONValue.object([("required", [.string($0)])]) }
      let none = JSONValue.object([("not", .object([("anyOf", .array(each))]))])
      return ["oneOf": .array(group.isRequired ? each : each + [none])]
    }
    var members: [(String, JSONValue)] = [("type", "object")]
    members.append(("properties", .object(keys.map { ($0.key, property($0)) })))
    if !required.isEmpty { members.append(("required", .array(required))) }
    if !groups.isEmpty { members.append(("allOf", .array(groups))) }
    members.append(("additionalProperties", false))
    return .object(members)
  }

  private func property(_ key: KeyDeclaration) -> JSONValue {
    let description = ("description", JSONValue.string(key.documentation))
    guard case .object(let members)? = key.schema else { return .object([description]) }
    // Beside `$ref` nothing else counts in draft 7.
    if members.contains(where: { $0.key == "$ref" }) {
      return .object([description, ("allOf", [.object(members)])])
    }
    return .object([description] + members.map { ($0.key, $0.value) })
  }
}
