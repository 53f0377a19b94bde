/// What an unquoted word means to some readers of YAML and not to others. Each is refused with the way out, in every
/// file: a file must say the same to an editor, to a script, and here.
enum PlainScalar {
  /// What is wrong with an unquoted key; nil: nothing.
  static func objection(toKey key: String) -> String? {
    if key == "<<" { return "merge keys (<<) are not used in these files; write the keys out" }
    guard truths.contains(key.lowercased()) else { return nil }
    return "the key \(key) is read as true, false or nothing by some programs; "
      + "write \(quoted(key)), or choose another name"
  }

  /// What is wrong with an unquoted value; nil: nothing.
  static func objection(toValue value: String) -> String? {
    let bytes = Array(value.utf8)
    guard let first = bytes.first else { return nil }
    if value == "~" {
      return "~ means nothing to some programs and a text to others; put it in quotes, or leave it out"
    }
    guard
      isHexadecimal(first) || first == UInt8(ascii: ":") || first == UInt8(ascii: "-")
        || first == UInt8(ascii: "+")
    else { return nil }
    if bytes.contains(UInt8(ascii: ":")), let network = bytes.split(separator: UInt8(ascii: "/")).first,
      network.drop(while: isSign).allSatisfy({ isHexadecimal($0) || $0 == UInt8(ascii: ":") })
    {
      return "\(value) is read as a number or a mapping by some programs; put it in quotes"
    }
    if isIPv4(bytes) { return "put the address in quotes: \(quoted(value))" }
    return objection(toNumber: value, bytes)
  }

  private static func objection(toNumber value: String, _ bytes: [UInt8]) -> String? {
    guard DocumentNode.kind(ofPlain: value) == .number else { return nil }
    if value.hasPrefix("0x") {
      let decimal = Int(value.dropFirst(2), radix: 16).map { "write \($0), or " } ?? ""
      return "\(value) is a number to some programs and a text to others; \(decimal)put it in quotes"
    }
    guard bytes.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return nil }
    return
      "\(value) is a number to some programs and a text to others; write its digits out, or put it in quotes"
  }

  /// YAML 1.1 reads these as a truth value or as nothing.
  private static let truths: Set<String> = ["on", "off", "yes", "no", "y", "n", "true", "false", "null"]

  /// `192.0.2.1`, `192.0.2.0/24`, right or not.
  private static func isIPv4(_ bytes: [UInt8]) -> Bool {
    let halves = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return halves.count <= 2 && parts.count == 4
      && (parts + halves.dropFirst()).allSatisfy { !$0.isEmpty && $0.allSatisfy(isDecimal) }
  }

  private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") }

  private static func isDecimal(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDecimal(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}

extension Place {
  /// What is wrong with the comment right after an unquoted value: it may have been meant as the value's end.
  /// A comment after one word, with a blank after its `#`, is meant as one.
  func objectionToComment(after value: String) -> String? {
    guard spelling == .plain, !value.isEmpty, let comment = source.comment(after: value, at: position) else {
      return nil
    }
    let isMeant = comment.dropFirst().first.map { $0 == " " || $0 == "#" } ?? true
    guard !isMeant || value.contains(" " as Character) else { return nil }
    return "\(quoted(String(comment), limit: 20)) begins a comment here and is not part of the text; "
      + "put the text in quotes"
  }
}

extension SourceText {
  /// The comment that follows an unquoted value on the line where it ends, from its `#`; nil: none does.
  fileprivate func comment(after value: String, at position: Position) -> Substring? {
    guard let start = index(of: position) else { return nil }
    // Most lines have none.
    guard
      value.contains(" " as Character)
        || text[start...].utf8.prefix(while: { $0 != 0x0A }).contains(UInt8(ascii: "#"))
    else {
      return nil
    }
    // A value may go on over several lines, each break a blank.
    var rest = text.utf8[start...]
    for byte in value.utf8 {
      if byte == 0x20 || byte == 0x0A {
        rest = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
      } else {
        guard rest.first == byte else { return nil }
        rest = rest.dropFirst()
      }
    }
    let after = rest.drop { $0 == 0x20 }
    guard after.startIndex > rest.startIndex, after.first == UInt8(ascii: "#") else { return nil }
    return text[after.startIndex...].prefix { !$0.isNewline }
  }
}
