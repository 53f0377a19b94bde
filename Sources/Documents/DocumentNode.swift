/// One value of a document: what it is, where it stands, and how messages call it.
package struct DocumentNode {
  /// What a value is, in the words of the messages.
  package enum Kind: Sendable, CustomStringConvertible {
    case mapping, list, text, number, truth, nothing

    package var description: String {
      switch self {
      case .mapping: "a mapping"
      case .list: "a list"
      case .text: "text"
      case .number: "a number"
      case .truth: "true or false"
      case .nothing: "nothing"
      }
    }
  }

  package enum Content {
    /// As spelled, after quotes and escapes. `isPlain`: no quotes and no block, so it may be a number.
    case scalar(String, isPlain: Bool)
    case list([DocumentNode])
    /// In file order, keys unique.
    case mapping([DocumentEntry])
  }

  package enum Name {
    case document
    /// The value of a key that the format knows.
    case key(String)
    /// The value of a key that the author chose: a device, a mark.
    case entry(String)
    /// Counted from 1, in the list named.
    indirect case item(Int, of: Name)
    /// A key itself, in the mapping named.
    indirect case keyOf(Name)
  }

  package let content: Content
  package let place: Place
  package var name: Name
  package let problems: Problems

  package var position: Position { place.position }

  package var kind: Kind {
    switch content {
    case .mapping: .mapping
    case .list: .list
    case .scalar(let text, let isPlain): isPlain ? DocumentNode.kind(ofPlain: text) : .text
    }
  }

  /// A scalar's text as spelled (`443`, `0x1F`, `true`), whatever its kind; nil for mappings and lists.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  package var items: [DocumentNode]? {
    if case .list(let items) = content { items } else { nil }
  }

  package var entries: [DocumentEntry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  package subscript(key: String) -> DocumentNode? {
    entries?.first { $0.key == key }?.value
  }

  /// A mapping or list written with `{` or `[`: an expression without quotes may begin so.
  var isInBrackets: Bool {
    guard text == nil, let first = place.source.line(from: position).first else { return false }
    return first == "{" || first == "["
  }

  /// An empty mapping in the same place.
  var emptied: DocumentNode {
    DocumentNode(content: .mapping([]), place: place, name: name, problems: problems)
  }

  /// Adds a finding about this value to the document's problems.
  ///
  /// - Parameter offset: UTF-8 bytes into a scalar's text, to point inside an expression.
  package func report(_ text: String, atOffset offset: Int? = nil) {
    problems.report(place.finding(text, atOffset: offset))
  }

  /// `"rate" should be a rate like 1Gbps, found "fast"`; nothing where it was said already that the value is written in
  /// a way that these files do not have.
  package func reportMismatch(_ expected: String, found: String? = nil, hint: String = "") {
    guard !problems.findings.contains(where: { $0.position == position }) else { return }
    report("\(subject) should be \(expected), found \(found ?? self.found)\(hint)")
  }

  /// How a message begins: `"rate"`, `item 2 of "ends"`.
  package var subject: String { name.subject }

  /// How a message ends: `443`, `"fast"`, `a list`.
  package var found: String {
    guard case .scalar(let text, _) = content, kind != .nothing else { return kind.description }
    return kind == .text ? quoted(text) : String(text.prefix(60))
  }
}

/// One key of a mapping with its value.
package struct DocumentEntry {
  package let key: String
  package let keyPlace: Place
  package let value: DocumentNode
}

extension DocumentNode.Name {
  var subject: String {
    switch self {
    case .document: "the file"
    case .key(let key), .entry(let key): quoted(key)
    case .item(let number, let list): "item \(number) of \(list.subject)"
    case .keyOf(let mapping): "a key of \(mapping.subject)"
    }
  }
}

extension DocumentNode {
  /// The YAML 1.2 core schema, without octal: what an unquoted scalar means.
  static func kind(ofPlain text: String) -> Kind {
    switch text {
    case "", "~", "null", "Null", "NULL": .nothing
    case "true", "True", "TRUE", "false", "False", "FALSE": .truth
    default: isNumber(text) ? .number : .text
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    // Most texts are words.
    guard let first = text.utf8.first, first < UInt8(ascii: ":") else { return false }
    var rest = Array(text.utf8)[...]
    if rest.starts(with: Array("0x".utf8)) {
      return rest.count > 2 && rest.dropFirst(2).allSatisfy(isHexadecimal)
    }
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let whole = rest.prefix(while: isDecimal)
    rest = rest.dropFirst(whole.count)
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: isDecimal)
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return false }
    guard let exponent = rest.popFirst() else { return true }
    guard exponent | 0x20 == UInt8(ascii: "e") else { return false }
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDecimal)
  }

  private static func isDecimal(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDecimal(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
