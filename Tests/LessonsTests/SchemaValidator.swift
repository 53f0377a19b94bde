import Documents
import Foundation

@testable import Lessons

/// As much of JSON Schema (draft 7) as our schema uses: what an editor would mark in a file. A word of it that is not known
/// here is an error, so that nothing passes unread.
struct SchemaValidator {
  let schema: [String: Any]
  private let definitions: [String: Any]

  init(_ text: String) throws {
    schema = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    definitions = schema["definitions"] as? [String: Any] ?? [:]
  }

  var definitionNames: Set<String> { Set(definitions.keys) }

  /// What is wrong with a file, as a mapping of that name or as any file.
  func problems(_ text: String, as name: String? = nil) throws -> [String] {
    let root = try Document.parse(Source(name: "x", text: text)).root
    let start = name.map { ["$ref": "#/definitions/\($0)"] as [String: Any] } ?? schema
    return problems(root, start)
  }

  private func problems(_ node: DocumentNode, _ schema: [String: Any]) -> [String] {
    var found: [String] = []
    for (word, value) in schema {
      switch word {
      case "$schema", "title", "description", "$comment", "definitions": break
      case "$ref":
        let name = (value as? String ?? "").replacing("#/definitions/", with: "")
        guard let target = definitions[name] as? [String: Any] else { return ["no definition \(name)"] }
        found += problems(node, target)
      case "allOf": for each in value as? [[String: Any]] ?? [] { found += problems(node, each) }
      case "not":
        if let refused = value as? [String: Any], problems(node, refused).isEmpty {
          found.append("\(node.line): is what it must not be")
        }
      case "anyOf", "oneOf":
        let all = (value as? [[String: Any]] ?? []).map { problems(node, $0) }
        let fitting = all.count(where: \.isEmpty)
        if fitting == 0 {
          found.append("\(node.line): fits none of \(all.count): \(all.min { $0.count < $1.count } ?? [])")
        } else if word == "oneOf", fitting > 1 {
          found.append("\(node.line): fits \(fitting) of \(all.count)")
        }
      default: found += problem(node, word, value, schema)
      }
    }
    return found
  }

  private func problem(_ node: DocumentNode, _ word: String, _ value: Any, _ schema: [String: Any])
    -> [String]
  {
    switch word {
    case "type":
      let types = value as? [String] ?? (value as? String).map { [$0] } ?? []
      return types.contains(where: node.isOfType) ? [] : ["\(node.line): is no \(types)"]
    case "enum", "const":
      if node.kind == .truth {
        let isAllowed = (value as? [Bool] ?? []).contains(node.text?.lowercased() == "true")
        return isAllowed ? [] : ["\(node.line): is not \(value)"]
      }
      let words = value as? [String] ?? (value as? String).map { [$0] } ?? []
      return node.kind == .text && words.contains(node.text ?? "")
        ? [] : ["\(node.line): is none of \(words)"]
    case "pattern":
      let fits = (node.text ?? "").range(of: value as? String ?? "", options: .regularExpression) != nil
      return node.text == nil || fits ? [] : ["\(node.line): does not fit \(value)"]
    case "minimum":
      return (node.text.flatMap(Int.init) ?? .max) >= value as? Int ?? .max ? [] : ["\(node.line): too small"]
    case "maximum":
      return (node.text.flatMap(Int.init) ?? .min) <= value as? Int ?? .min ? [] : ["\(node.line): too large"]
    case "minItems":
      return node.items?.count ?? .max >= value as? Int ?? .max ? [] : ["\(node.line): too few"]
    case "maxItems":
      return node.items?.count ?? 0 <= value as? Int ?? 0 ? [] : ["\(node.line): too many"]
    case "items":
      if let one = value as? [String: Any] { return (node.items ?? []).flatMap { problems($0, one) } }
      guard let each = value as? [[String: Any]] else { return ["items is no schema"] }
      return zip(node.items ?? [], each).flatMap { problems($0, $1) }
    case "required":
      guard let entries = node.entries else { return [] }
      return (value as? [String] ?? []).filter { key in !entries.contains { $0.key == key } }
        .map { "\(node.line): has no \($0)" }
    case "properties":
      let keys = value as? [String: [String: Any]] ?? [:]
      return (node.entries ?? []).flatMap { entry in
        keys[entry.key].map { problems(entry.value, $0) } ?? []
      }
    case "propertyNames":
      let pattern = (value as? [String: Any])?["pattern"] as? String ?? ""
      return (node.entries ?? []).filter {
        $0.key.range(of: pattern, options: .regularExpression) == nil && !pattern.isEmpty
      }.map { "\(node.line): the key \($0.key) does not fit" }
    case "additionalProperties":
      let known = schema["properties"] as? [String: Any] ?? [:]
      let others = (node.entries ?? []).filter { known[$0.key] == nil }
      if let shape = value as? [String: Any] { return others.flatMap { problems($0.value, shape) } }
      return value as? Bool == false ? others.map { "\($0.keyPlace.position.line): unknown \($0.key)" } : []
    default: return ["the validator does not know \(word)"]
    }
  }
}

extension DocumentNode {
  fileprivate var line: Int { position.line }

  fileprivate func isOfType(_ type: String) -> Bool {
    switch (type, kind) {
    case ("object", .mapping), ("array", .list), ("string", .text), ("number", .number),
      ("boolean", .truth), ("null", .nothing):
      true
    case ("integer", .number): text.flatMap(Int.init) != nil
    default: false
    }
  }
}
