extension FieldEncoding {
  /// Reads what a person typed for a field that has these bits before.
  func read(
    _ typed: String, for field: Field, before: [UInt8]
  ) throws(FieldEditRefusal) -> Value {
    let text = typed.trimmed
    let refusal = expectation(of: field)
    switch self {
    case .number(let width, let scale, let base, let swapped):
      guard let shown = number(text) ?? named(text, field) else { throw refusal }
      guard shown % scale == 0, shown / scale <= .ones(width) else { throw refusal }
      let read = (shown / scale &+ base) & .ones(width)
      let wire = swapped ? read.swapped(octets: width / 8) : read
      return Value(bits: wire.bits(width), shown: field.show(.number(shown)))
    case .digits(let count):
      guard let shown = number(text), String(shown).utf8.count <= count else { throw refusal }
      let digits = String(shown)
      let padded = String(repeating: "0", count: count - digits.utf8.count) + digits
      return Value(bits: Array(padded.utf8).allBits, shown: field.show(.number(shown)))
    case .flag(let width):
      guard let flag = flag(text, field) ?? number(text), flag <= .ones(width) else { throw refusal }
      return Value(bits: flag.bits(width), shown: field.show(.bool(flag != 0)))
    case .mac:
      guard let mac = MACAddress(text) else { throw refusal }
      return Value(bits: mac.bytes.allBits, shown: mac.description)
    case .ipv4:
      guard let address = IPv4Address(text) else { throw refusal }
      return Value(bits: address.bytes.allBits, shown: address.description)
    case .bytes(let count):
      if let bytes = hexBytes(text), bytes.count == count {
        return Value(bits: bytes.allBits, shown: hexText(bytes))
      }
      let bytes = unquoted(text)
      guard bytes.count == count, !text.hasPrefix("0x") else { throw refusal }
      return Value(bits: bytes.allBits, shown: hexText(bytes))
    case .text(let count, let line):
      // A blank may be part of it: only the quotes' own trimming is ours.
      for bytes in [Array(typed.utf8), unquoted(text)] where bytes.count == count {
        return Value(bits: bytes.allBits, shown: asciiText(bytes))
      }
      guard text.hasPrefix("0x"), let bytes = hexBytes(text), bytes.count * 8 == line.count else {
        throw refusal
      }
      return Value(bits: bytes.allBits, shown: hexText(bytes), isWhole: true)
    case .name(let bytes, let literal, let rest):
      return try name(text, bytes, literal, rest, refusal)
    case .raw(let count):
      guard let bytes = hexBytes(text), bytes.count == count else { throw refusal }
      return Value(bits: bytes.allBits, shown: hexText(bytes))
    }
  }

  /// A name of the same length on the wire, with the same end where a pointer stands for it.
  private func name(
    _ text: String, _ bytes: [UInt8], _ literal: Int, _ rest: [[UInt8]], _ refusal: FieldEditRefusal
  ) throws(FieldEditRefusal) -> Value {
    if text.hasPrefix("0x"), let raw = hexBytes(text), raw.count == bytes.count {
      return Value(bits: raw.allBits, shown: hexText(raw))
    }
    guard let labels = DNSName(text)?.labels, Array(labels.suffix(rest.count)) == rest else { throw refusal }
    let written = labels.dropLast(rest.count).flatMap { [UInt8($0.count)] + $0 }
    let end = bytes.last == 0 && rest.isEmpty ? 1 : 2
    guard written.count + end == bytes.count else { throw refusal }
    return Value(bits: (written + bytes.suffix(end)).allBits, shown: DNSName(labels: labels).description)
  }

  // MARK: What may be typed

  /// `18`, `0x12`, `0b10010`, also with `_` between digits; nil for anything else.
  private func number(_ text: String) -> UInt64? {
    let digits = text.lowercased().filter { $0 != "_" }
    let (body, radix) =
      digits.hasPrefix("0x")
      ? (digits.dropFirst(2), 16)
      : digits.hasPrefix("0b")
        ? (digits.dropFirst(2), 2)
        : (digits[...], 10)
    guard let first = body.first, first != "+", first != "-" else { return nil }
    return UInt64(body, radix: radix)
  }

  private func flag(_ text: String, _ field: Field) -> UInt64? {
    let word = text.lowercased()
    if ["true", "yes", "on", "set"].contains(word) { return 1 }
    if ["false", "no", "off", "not set"].contains(word) { return 0 }
    if word == field.text(.bool(true)).lowercased() { return 1 }
    return word == field.text(.bool(false)).lowercased() ? 0 : nil
  }

  /// A number by its name: `reply`, `SYN, ACK`, in any case; also the whole text that a screen shows for it.
  private func named(_ text: String, _ field: Field) -> UInt64? {
    guard case .number(let width, let scale, _, _) = self, width <= 16, !text.isEmpty else { return nil }
    let wanted = words(text)
    guard !wanted.isEmpty else { return nil }
    for wire in 0...UInt64.ones(width) {
      let shown = wire * scale
      if let name = field.names?(shown), words(name) == wanted { return shown }
      guard field.names != nil || field.describe != nil else { return nil }
      let described = field.text(.number(shown))
      if words(described) == wanted { return shown }
      if let open = described.firstIndex(of: "("), described.hasSuffix(")"),
        words(String(described[described.index(after: open)...].dropLast())) == wanted
      {
        return shown
      }
    }
    return nil
  }

  /// Words in any order and case: `ack syn` is `SYN, ACK`.
  fileprivate func words(_ text: String) -> [String] {
    text.lowercased().split { ", +|".contains($0) }.map(String.init).sorted()
  }

  /// `0x0a0b`, `0a:0b`, `0a-0b`, `0a 0b`, `0a0b`; nil for anything else.
  private func hexBytes(_ text: String) -> [UInt8]? {
    let body = text.hasPrefix("0x") ? text.dropFirst(2) : text[...]
    let digits = Array(body.utf8.filter { !":- ".utf8.contains($0) })
    guard digits.count % 2 == 0, digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }) else {
      return nil
    }
    return Swift.stride(from: 0, to: digits.count, by: 2).map { place in
      UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16)!
    }
  }

  private func unquoted(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == bytes.first else { return bytes }
    return Array(bytes.dropFirst().dropLast())
  }
}

extension Field {
  /// Whether its numbers have names that may be typed: `reply`, `SYN ACK`.
  package var hasNamedNumbers: Bool {
    guard (1...16).contains(bits) else { return false }
    if names != nil { return true }
    if case .hex = type { return describe != nil }
    return false
  }

  /// The number that a name stands for: `reply`, `SYN ACK`, in any case and order; nil for what is no name of one.
  package func number(named text: String) -> UInt64? {
    let encoding = FieldEncoding.number(width: bits, scale: scale, base: 0, swapped: false)
    let wanted = encoding.words(text)
    guard hasNamedNumbers, !wanted.isEmpty else { return nil }
    if let names {
      return (0...UInt64.ones(bits)).lazy.map { $0 * self.scale }.first { number in
        names(number).map { encoding.words($0) == wanted } ?? false
      }
    }
    // Each word names a bit; in parentheses the screen shows them.
    func shown(_ number: UInt64) -> [String] {
      encoding.words(String(self.text(.number(number)).drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }))
    }
    let number = (0..<bits).map { UInt64(1) << UInt64($0) }.filter { bit in
      let names = shown(bit)
      return names.count == 1 && wanted.contains(names[0])
    }.reduce(0, |)
    return number != 0 && shown(number) == wanted ? number : nil
  }
}

extension [UInt8] {
  fileprivate var allBits: [UInt8] { bits(0..<count * 8) }
}

extension String {
  /// Without the blanks around it.
  fileprivate var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return String(rest)
  }
}
