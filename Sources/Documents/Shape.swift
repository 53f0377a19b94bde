/// What a value must look like and how it becomes a Swift value. One declaration serves decoding, the messages and
/// the JSON Schema for editors.
package struct Shape<Value>: Sendable {
  /// Completes "should be …": `a rate like 1Gbps`.
  package let expected: String
  /// For the schema: called while no document is there.
  package let describe: @Sendable (SchemaRecorder) -> JSONValue
  /// nil after a finding was reported.
  let read: @Sendable (DocumentNode) -> Value?

  /// - Parameter read: reports what is wrong to the node, and then returns nil.
  package init(
    expected: String, describe: @escaping @Sendable (SchemaRecorder) -> JSONValue,
    read: @escaping @Sendable (DocumentNode) -> Value?
  ) {
    self.expected = expected
    self.describe = describe
    self.read = read
  }

  /// The value in the document, or nil after reporting what is wrong with it.
  package func callAsFunction(_ node: DocumentNode) -> Value? { read(node) }

  /// The value together with its place, for checks that come later.
  package var located: Shape<Located<Value>> {
    Shape<Located<Value>>(expected: expected, describe: describe) { node in
      read(node).map { Located($0, at: node.place) }
    }
  }

  package func map<Other>(_ change: @escaping @Sendable (Value) -> Other) -> Shape<Other> {
    Shape<Other>(expected: expected, describe: describe) { node in read(node).map(change) }
  }

  /// A list of such values. Those with a finding are left out.
  package var list: Shape<[Value]> {
    Shape<[Value]>(
      expected: "a list", describe: { ["type": "array", "items": describe($0)] },
      read: { node in
        guard let items = node.items else {
          node.reportMismatch("a list")
          return nil
        }
        return items.compactMap(read)
      })
  }

  /// A mapping whose keys the author chooses (devices, marks, pages), in file order. Entries with a finding are
  /// left out.
  package func entries(keys: Shape<String>) -> Shape<[KeyedValue<Value>]> {
    Shape<[KeyedValue<Value>]>(
      expected: "a mapping",
      describe: { recorder in
        [
          "type": "object", "propertyNames": keys.describe(recorder),
          "additionalProperties": describe(recorder),
        ]
      },
      read: { node in
        guard let entries = node.entries else {
          node.reportMismatch("a mapping")
          return nil
        }
        return entries.compactMap { entry in
          let keyNode = DocumentNode(
            content: .scalar(entry.key, isPlain: false), place: entry.keyPlace, name: .keyOf(node.name),
            problems: node.problems)
          var valueNode = entry.value
          valueNode.name = .entry(entry.key)
          let key = keys.read(keyNode)
          let value = read(valueNode)
          guard let key, let value else { return nil }
          return KeyedValue(key: key, keyPlace: entry.keyPlace, value: value)
        }
      })
  }

  /// A list of exactly two, of different shapes: `[2, EXPR]`.
  package static func pair<First, Second>(
    _ first: Shape<First>, _ second: Shape<Second>
  ) -> Shape where Value == (First, Second) {
    let expected = "a list of two (\(first.expected), \(second.expected))"
    return Shape(
      expected: expected,
      describe: { recorder in
        [
          "type": "array", "items": [first.describe(recorder), second.describe(recorder)], "minItems": 2,
          "maxItems": 2,
        ]
      },
      read: { node in
        guard let items = node.items, items.count == 2 else {
          node.reportMismatch(expected, found: node.items.map { "a list of \($0.count)" })
          return nil
        }
        let one = first.read(items[0])
        let two = second.read(items[1])
        guard let one, let two else { return nil }
        return (one, two)
      })
  }
}

/// One key of a mapping whose keys the author chooses.
package struct KeyedValue<Value> {
  package let key: String
  package let keyPlace: Place
  package let value: Value
}

extension KeyedValue: Equatable where Value: Equatable {}
extension KeyedValue: Hashable where Value: Hashable {}
extension KeyedValue: Sendable where Value: Sendable {}
