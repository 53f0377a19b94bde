/// Why a text is not what it should be.
package struct TextError: Error, Hashable {
  /// Without a capital and a full stop; may be empty when "should be …, found …" says enough.
  package let message: String
  /// Where in the text, in UTF-8 bytes, for texts long enough to get lost in.
  package let offset: Int?

  package init(_ message: String, atOffset offset: Int? = nil) {
    self.message = message
    self.offset = offset
  }
}

extension Shape {
  /// A text that something else can read: an address, an expression. Numbers may stand without quotes.
  ///
  /// - Parameter expected: completes "should be …": `an IPv4 address like 192.0.2.1`.
  package static func parsed(
    _ expected: String, _ parse: @escaping @Sendable (String) throws(TextError) -> Value
  ) -> Shape {
    scalar(
      expected, kinds: DocumentNode.Kind.spelled, schema: ["type": ["string", "number", "boolean"]], parse)
  }

  /// One of a few words.
  package static func oneOf(_ words: [(String, Value)]) -> Shape where Value: Sendable {
    let names = words.map(\.0)
    return scalar(
      alternatives(names), kinds: DocumentNode.Kind.spelled,
      schema: ["enum": .array(names.map(JSONValue.string))]
    ) { text throws(TextError) in
      if let word = words.first(where: { $0.0 == text }) { return word.1 }
      throw TextError(nearest(to: text, in: names).map { "did you mean \(quoted($0))?" } ?? "")
    }
  }

  static func scalar(
    _ expected: String, kinds: [DocumentNode.Kind], schema: JSONValue,
    _ parse: @escaping @Sendable (String) throws(TextError) -> Value
  ) -> Shape {
    Shape(expected: expected, describe: { _ in schema }) { node in
      guard let text = node.text, kinds.contains(node.kind) else {
        node.reportMismatch(expected, hint: node.quotingHint(for: kinds))
        return nil
      }
      do throws(TextError) {
        return try parse(text)
      } catch {
        if let offset = error.offset {
          node.report("\(node.subject): \(error.message)", atOffset: offset)
        } else {
          node.reportMismatch(expected, hint: error.message.isEmpty ? "" : "; " + error.message)
        }
        return nil
      }
    }
  }
}

extension DocumentNode.Kind {
  /// For texts that can be told from numbers by what they are: quotes do not matter.
  fileprivate static let spelled: [DocumentNode.Kind] = [.text, .number, .truth]
}

extension DocumentNode {
  fileprivate func quotingHint(for kinds: [Kind]) -> String {
    guard let text else { return kinds.contains(.text) && isInBrackets ? "; put it in quotes" : "" }
    if kinds.contains(.text), kind == .number || kind == .truth { return "; put it in quotes" }
    return kind == .text && kinds.contains(DocumentNode.kind(ofPlain: text))
      ? "; write it without quotes" : ""
  }
}

extension Shape<String> {
  package static var text: Shape { scalar("text", kinds: [.text], schema: ["type": "string"]) { $0 } }

  /// Text in which something stands.
  package static var words: Shape {
    Shape(expected: text.expected, describe: text.describe) { node in
      guard let value = text(node) else { return nil }
      guard value.contains(where: { !$0.isWhitespace }) else {
        node.report("\(node.subject) is empty")
        return nil
      }
      return value
    }
  }

  /// An id: `[a-z][a-z0-9-]*`.
  package static var word: Shape {
    scalar(
      "a word like web-1", kinds: DocumentNode.Kind.spelled,
      schema: ["type": "string", "pattern": "^[a-z][a-z0-9-]*$"], word(_:))
  }

  /// The same for a text that stands in no file: on the command line.
  @Sendable package static func word(_ text: String) throws(TextError) -> String {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else {
      throw TextError("it should begin with a letter from a to z")
    }
    let isWord = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
    guard isWord else { throw TextError("only the letters a to z, digits and \"-\" are possible") }
    return text
  }
}

extension Shape<Int> {
  package static var integer: Shape { integer(in: Int.min...Int.max, "a whole number") }

  package static func integer(in range: ClosedRange<Int>) -> Shape {
    let words = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    return integer(in: range, range.lowerBound == range.upperBound ? String(range.lowerBound) : words)
  }

  /// Decimal: a zero in front is refused, as it means octal to some programs, and so is `0x…` wherever it is not in quotes.
  private static func integer(in range: ClosedRange<Int>, _ expected: String) -> Shape {
    var schema: [(String, JSONValue)] = [("type", "integer")]
    if range != Int.min...Int.max {
      schema += [("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound))]
    }
    return scalar(expected, kinds: [.number], schema: .object(schema)) { text throws(TextError) in
      let digits = text.drop { $0 == "-" || $0 == "+" }
      guard digits == "0" || !digits.hasPrefix("0") else {
        throw TextError("remove the zero in front")
      }
      guard let value = Int(text), range.contains(value) else { throw TextError("") }
      return value
    }
  }
}

extension Shape<Bool> {
  package static var bool: Shape {
    scalar("true or false", kinds: [.truth], schema: ["type": "boolean"]) { $0.lowercased() == "true" }
  }

  /// What is said by being there: false would say nothing.
  package static var yes: Shape {
    scalar("true", kinds: [.truth], schema: ["enum": [true]]) { text throws(TextError) in
      guard text.lowercased() == "true" else { throw TextError("leave it out where it is not so") }
      return true
    }
  }
}

extension Shape<Int64> {
  /// In nanoseconds.
  package static func duration(in range: ClosedRange<Int64>) -> Shape {
    quantity("a duration like 200ms or 1.5s", in: range, Quantity.durationText, Quantity.duration)
  }

  /// In bits per second.
  package static func rate(in range: ClosedRange<Int64>) -> Shape {
    quantity("a rate like 1Gbps", in: range, Quantity.rateText, Quantity.rate)
  }

  /// What is measured has bounds: everything that is computed from it stays within 64 bits then. JSON Schema has no
  /// word for them beside a text, so they stand there as a comment.
  private static func quantity(
    _ expected: String, in range: ClosedRange<Int64>, _ written: (Int64) -> String,
    _ read: @escaping @Sendable (String) throws(TextError) -> Int64
  ) -> Shape {
    let bounds = "from \(written(range.lowerBound)) to \(written(range.upperBound))"
    return scalar(
      expected, kinds: DocumentNode.Kind.spelled,
      schema: ["type": "string", "$comment": .string(bounds)]
    ) { text throws(TextError) in
      let value = try read(text)
      guard range.contains(value) else { throw TextError("it can be \(bounds)") }
      return value
    }
  }
}

extension Shape<DateTime> {
  package static var date: Shape {
    scalar(
      "a date like 2026-03-02T09:00:00+09:00", kinds: DocumentNode.Kind.spelled, schema: ["type": "string"]
    ) {
      text throws(TextError) in try DateTime(text)
    }
  }
}
