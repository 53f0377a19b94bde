extension Shape {
  /// A mapping with fixed keys.
  ///
  /// - Parameter title: a noun for messages and the schema: `interface`.
  package static func mapping(
    _ title: String, read: @escaping @Sendable (MappingReader) -> Value?
  ) -> Shape {
    Shape(
      expected: "a mapping",
      describe: { recorder in
        recorder.define(title) { reader in _ = read(reader) }
      },
      read: { node in
        guard node.kind == .mapping else {
          node.reportMismatch("a mapping")
          return nil
        }
        let reader = MappingReader(node, title: title)
        let value = read(reader)
        reader.finish()
        return value
      })
  }

  /// A mapping with a single key that says what the value is, `{web: {port: 80}}`, or the word alone for one
  /// without further keys, `browser`.
  ///
  /// - Parameter expected: with an article: `an application`.
  package static func tagged(_ expected: String, _ shapes: [TaggedCase<Value>]) -> Shape {
    let names = shapes.map(\.name)
    let known = "\(expected) (\(alternatives(names)))"
    return Shape(
      expected: known,
      describe: { recorder in
        let words: [JSONValue] = [["enum": .array(names.map(JSONValue.string))]]
        return ["oneOf": .array(words + shapes.map { $0.schema(recorder) })]
      },
      read: { node in
        var name = node.kind == .text ? node.text : nil
        var value = node.emptied
        if let entry = node.entries?.first, node.entries?.count == 1 {
          name = entry.key
          value = entry.value
        }
        value.name = name.map(DocumentNode.Name.key) ?? value.name
        guard let name else {
          node.reportMismatch(known, found: node.entries.map { "a mapping with \($0.count) keys" })
          return nil
        }
        guard let alternative = shapes.first(where: { $0.name == name }) else {
          node.reportMismatch(known, found: quoted(name), hint: suggestion(for: name, in: names))
          return nil
        }
        return alternative.shape.read(value)
      })
  }
}

/// One of the keys of a tagged value.
package struct TaggedCase<Value>: Sendable {
  package let name: String
  package let documentation: String
  package let shape: Shape<Value>

  package init(_ name: String, _ shape: Shape<Value>, _ documentation: String) {
    self.name = name
    self.shape = shape
    self.documentation = documentation
  }

  fileprivate func schema(_ recorder: SchemaRecorder) -> JSONValue {
    [
      "type": "object", "description": .string(documentation), "properties": [name: shape.describe(recorder)],
      "required": [.string(name)], "additionalProperties": false,
    ]
  }
}
