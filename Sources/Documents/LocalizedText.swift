/// The languages every text for learners is written in.
package enum Language: String, CaseIterable, Hashable, Sendable {
  case en, ko
}

/// `{en: …, ko: …}`
package struct LocalizedText: Codable, Hashable, Sendable {
  package var en: String
  package var ko: String

  package init(en: String, ko: String) {
    self.en = en
    self.ko = ko
  }

  package subscript(language: Language) -> String {
    switch language {
    case .en: en
    case .ko: ko
    }
  }
}

extension Shape<LocalizedText> {
  /// Both languages, neither of them blank.
  package static var localized: Shape { localized(beside: []) }

  /// The same in a mapping that may have other keys, which somebody else reads.
  package static func localized(beside others: [(key: String, schema: JSONValue)]) -> Shape {
    let expected = "a text in both languages like {en: …, ko: …}"
    let texts = Language.allCases.map { ($0.rawValue, ["type": "string"] as JSONValue) }
    let schema: JSONValue = [
      "type": "object", "properties": .object(texts + others.map { ($0.key, $0.schema) }),
      "required": ["en", "ko"], "additionalProperties": false,
    ]
    return Shape(expected: expected, describe: { _ in schema }) { node in
      guard node.entries != nil else {
        node.reportMismatch(expected)
        return nil
      }
      let languages = Language.allCases.map(\.rawValue)
      node.reportUnknownKeys(besides: languages + others.map(\.key))
      let texts = languages.map { language -> String? in
        guard let text = node[language] else {
          node.report("\(node.subject) has no \(quoted(language)) text")
          return nil
        }
        guard let value = Shape<String>.text.read(text) else { return nil }
        guard value.contains(where: { !$0.isWhitespace }) else {
          text.report("the \(quoted(language)) text of \(node.subject) is empty")
          return nil
        }
        return value
      }
      guard let en = texts[0], let ko = texts[1] else { return nil }
      return LocalizedText(en: en, ko: ko)
    }
  }
}

extension DocumentNode {
  /// Every other key of a mapping is a finding.
  package func reportUnknownKeys(besides known: [String]) {
    for entry in entries ?? [] where !known.contains(entry.key) {
      let unknown = "unknown key \(quoted(entry.key)) in \(subject)"
      let hint = suggestion(for: entry.key, in: known.filter { self[$0] == nil })
      problems.report(
        entry.keyPlace.finding("\(unknown)\(hint) (known: \(known.joined(separator: ", ")))"))
    }
  }
}
