/// Reads the keys of one mapping. Ask for all keys first and only then give up on missing ones: what was never
/// asked for counts as an unknown key, and the schema is recorded by running the same calls without a document.
///
///     Shape.mapping("interface") { m in
///       let mac = m.required("mac", .mac, "Ethernet address")
///       let mtu = m.optional("mtu", .integer(in: 68...65535), default: 1500, "largest IP packet in bytes")
///       guard let mac else { return nil }
///       return Interface(mac: mac, mtu: mtu)
///     }
package final class MappingReader {
  package let node: DocumentNode
  /// What such a mapping is, as a noun: `interface`.
  package let title: String
  private(set) var keys: [KeyDeclaration] = []
  private(set) var cases: [(name: String, documentation: String, keys: [KeyDeclaration])] = []
  private var missing: [KeyDeclaration] = []
  private var ignoresUnknownKeys = false
  let recorder: SchemaRecorder?

  init(_ node: DocumentNode, title: String, recorder: SchemaRecorder? = nil) {
    self.node = node
    self.title = title
    self.recorder = recorder
  }

  /// A key that must be there. nil after a finding.
  package func required<Value>(_ key: String, _ shape: Shape<Value>, _ documentation: String) -> Value? {
    let declaration = declare(key, shape, documentation, isRequired: true)
    guard let value = node[key] else {
      missing.append(declaration)
      return nil
    }
    return shape.read(value)
  }

  /// nil when the key is absent, or after a finding.
  package func optional<Value>(_ key: String, _ shape: Shape<Value>, _ documentation: String) -> Value? {
    declare(key, shape, documentation, isRequired: false)
    return node[key].flatMap(shape.read)
  }

  package func optional<Value>(
    _ key: String, _ shape: Shape<Value>, default value: Value, _ documentation: String
  ) -> Value {
    optional(key, shape, documentation) ?? value
  }

  /// Whether the file has this key, right or wrong.
  package func has(_ key: String) -> Bool { node[key] != nil }

  /// Adds a finding at the value of a key, or at the mapping when the key is absent.
  package func report(_ text: String, at key: String? = nil) {
    (key.flatMap { node[$0] } ?? node).report(text)
  }

  /// For a head read before the rest: keys that were not asked for are no findings.
  package func ignoreOtherKeys() { ignoresUnknownKeys = true }

  /// The keys that depend on the word at one key: `kind: choice` brings other keys than `kind: number`.
  package func cases<Value>(_ key: String, _ cases: [Case<Value>], _ documentation: String) -> Value? {
    let names = cases.map(\.name)
    let word = required(key, .oneOf(names.map { ($0, $0) }), documentation)
    if recorder != nil {
      for each in cases { record(each) }
      return nil
    }
    guard let chosen = cases.first(where: { $0.name == word }) else {
      ignoresUnknownKeys = true
      return nil
    }
    return chosen.read(self)
  }

  /// Says which keys are missing and which are unknown; a missing key that an unknown one probably means is not
  /// named twice.
  func finish() {
    let known = keys.map(\.key)
    var meant: Set<String> = []
    for entry in node.entries ?? [] where !ignoresUnknownKeys && !known.contains(entry.key) {
      let free = known.filter { node[$0] == nil }
      let guess = nearest(to: entry.key, in: free) ?? nearest(to: entry.key, in: known)
      if let guess { meant.insert(guess) }
      let suggestion = guess.map { "; did you mean \(quoted($0))?" } ?? ""
      let list = known.isEmpty ? "none" : known.joined(separator: ", ")
      node.problems.report(
        entry.keyPlace.finding("unknown key \(quoted(entry.key)) in \(subject)\(suggestion) (known: \(list))")
      )
    }
    for key in missing where !meant.contains(key.key) {
      node.report("\(subject) has no \(quoted(key.key)); expected \(key.expected)")
    }
  }

  /// `interface "eth0"`, `step 2`, `network`
  package var subject: String {
    if case .scalar(let id, _)? = node["id"]?.content { return "\(title) \(quoted(id))" }
    switch node.name {
    case .entry(let key): return "\(title) \(quoted(key))"
    case .item(let number, _): return "\(title) \(number)"
    case .document, .key, .keyOf: return title
    }
  }

  @discardableResult
  private func declare<Value>(
    _ key: String, _ shape: Shape<Value>, _ documentation: String, isRequired: Bool
  ) -> KeyDeclaration {
    let declaration = KeyDeclaration(
      key: key, expected: shape.expected, documentation: documentation, isRequired: isRequired,
      schema: recorder.map(shape.describe))
    if !keys.contains(where: { $0.key == key }) { keys.append(declaration) }
    return declaration
  }

  private func record<Value>(_ each: Case<Value>) {
    let common = keys
    keys = []
    _ = each.read(self)
    cases.append((each.name, each.documentation, keys))
    keys = common
  }
}

/// One word that decides which further keys a mapping has.
package struct Case<Value>: Sendable {
  package let name: String
  package let documentation: String
  package let read: @Sendable (MappingReader) -> Value?

  package init(
    _ name: String, _ documentation: String, read: @escaping @Sendable (MappingReader) -> Value?
  ) {
    self.name = name
    self.documentation = documentation
    self.read = read
  }
}

/// What a format says about one key.
struct KeyDeclaration {
  let key: String
  let expected: String
  let documentation: String
  let isRequired: Bool
  let schema: JSONValue?
}

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
  package static func tagged(_ expected: String, _ shapes: [Alternative<Value>]) -> Shape {
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
package struct Alternative<Value>: Sendable {
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
