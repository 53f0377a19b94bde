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
  private(set) var cases: [RecordedCase] = []
  /// Groups of keys of which one must be there.
  private(set) var exclusive: [ExclusiveKeys] = []
  private var missing: [KeyDeclaration] = []
  private var unknownKeys = UnknownKeys.reported
  let recorder: SchemaRecorder?

  /// `onlySlips`: those that look like a known key, when not all keys are known.
  private enum UnknownKeys { case reported, onlySlips, ignored }

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

  /// Exactly one of these keys, as `is`, `text` or `field` for an answer.
  /// - Parameter isRequired: false: or none of them.
  package func oneOf<Value>(_ alternatives: [TaggedCase<Value>], isRequired: Bool = true) -> Value? {
    for each in alternatives { declare(each.name, each.shape, each.documentation, isRequired: false) }
    exclusive.append(ExclusiveKeys(names: alternatives.map(\.name), isRequired: isRequired))
    let present = alternatives.filter { has($0.name) }
    let values = present.map { each in node[each.name].flatMap(each.shape.read) }
    guard present.count == 1 else { return nil }
    return values[0]
  }

  /// Whether the file has this key, right or wrong.
  package func has(_ key: String) -> Bool { node[key] != nil }

  /// Adds a finding at the value of a key, or at the mapping when the key is absent.
  package func report(_ text: String, at key: String? = nil) {
    (key.flatMap { node[$0] } ?? node).report(text)
  }

  /// For a head read before the rest: keys that were not asked for are no findings.
  package func ignoreOtherKeys() { unknownKeys = .ignored }

  /// The keys that depend on the word at one key: `kind: choice` brings other keys than `kind: number`.
  package func cases<Value>(_ key: String, _ cases: [MappingCase<Value>], _ documentation: String) -> Value? {
    let names = cases.map(\.name)
    let word = required(key, .oneOf(names.map { ($0, $0) }), documentation)
    if recorder != nil {
      for each in cases { record(each, of: key) }
      return nil
    }
    guard let chosen = cases.first(where: { $0.name == word }) else {
      unknownKeys = .onlySlips
      return nil
    }
    return chosen.read(self)
  }

  /// Says which keys are missing and which are unknown; a missing key that an unknown one probably means is not
  /// named twice.
  func finish() {
    let known = keys.map(\.key)
    let free = known.filter { !has($0) }
    var meant: Set<String> = []
    for entry in node.entries ?? [] where unknownKeys != .ignored && !known.contains(entry.key) {
      let guess = nearest(to: entry.key, in: free) ?? nearest(to: entry.key, in: known)
      if guess == nil, unknownKeys == .onlySlips { continue }
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
    for group in exclusive {
      let present = group.names.filter(has)
      if present.isEmpty, group.isRequired, meant.isDisjoint(with: group.names) {
        node.report("\(subject) needs one of \(alternatives(group.names.map { quoted($0) }))")
      } else if present.count > 1 {
        report("\(subject) may have only one of \(alternatives(present.map { quoted($0) }))", at: present[1])
      }
    }
  }

  /// `interface "eth0"`, `step 2`, `network`
  package private(set) lazy var subject: String = {
    if case .scalar(let id, _)? = node["id"]?.content { return "\(title) \(quoted(id))" }
    switch node.name {
    case .entry(let key): return "\(title) \(quoted(key))"
    case .item(let number, _): return "\(title) \(number)"
    case .document, .key, .keyOf: return title
    }
  }()

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

  private func record<Value>(_ each: MappingCase<Value>, of key: String) {
    let (commonKeys, commonGroups) = (keys, exclusive)
    (keys, exclusive) = ([], [])
    _ = each.read(self)
    cases.append(
      RecordedCase(
        key: key, name: each.name, documentation: each.documentation, keys: keys, exclusive: exclusive))
    (keys, exclusive) = (commonKeys, commonGroups)
  }
}

/// One word that decides which further keys a mapping has.
package struct MappingCase<Value>: Sendable {
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

/// The keys that one case adds, for the schema.
struct RecordedCase {
  let key: String
  let name: String
  let documentation: String
  let keys: [KeyDeclaration]
  let exclusive: [ExclusiveKeys]
}

/// What a format says about one key.
struct KeyDeclaration {
  let key: String
  let expected: String
  let documentation: String
  let isRequired: Bool
  let schema: JSONValue?
}

/// Keys of which a mapping may have only one.
struct ExclusiveKeys {
  let names: [String]
  let isRequired: Bool
}
