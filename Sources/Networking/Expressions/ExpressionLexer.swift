import Documents

/// One word or sign of an expression.
struct ExpressionToken: Equatable {
  enum Kind: Equatable {
    /// A name or an unquoted literal: `ip.ttl`, `0x0806`, `00:00:5e:00:53:10`, `192.0.2.0/26`.
    case word(String)
    /// What stood between double quotes, escapes resolved.
    case string(String)
    case sign(String)
    case end
  }

  let kind: Kind
  /// UTF-8 bytes from the start of the text.
  let offset: Int
  /// Whether blanks follow, or the end.
  var isBlankBehind = true

  /// As messages call it.
  var found: LocalizedText {
    switch kind {
    case .word(let text), .sign(let text): LocalizedText(en: quoted(text), ko: quoted(text))
    case .string: LocalizedText(en: "a text in quotes", ko: "따옴표로 묶은 텍스트")
    case .end: LocalizedText(en: "the end", ko: "끝")
    }
  }

  /// How a Korean sentence ends that says what is here instead of what should be.
  var isHereInKorean: String {
    if case .end = kind { return "여기서 끝납니다" }
    return found.ko.with("이/가") + " 있습니다"
  }
}

/// Cuts an expression into tokens. As in Wireshark a `-` inside a word belongs to it (`64-14` is one word).
struct ExpressionLexer {
  private let bytes: [UInt8]
  private var position = 0

  static let signs = [
    "==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "(", ")", "+", "*", "/", "%", "-", "#", ",",
    "[", "]", "{", "}",
  ]

  static func tokens(of text: String) throws(ExpressionError) -> [ExpressionToken] {
    var lexer = ExpressionLexer(bytes: Array(text.utf8))
    var tokens: [ExpressionToken] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last!.kind != .end
    return tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func next() throws(ExpressionError) -> ExpressionToken {
    while position < bytes.count, isBlank(bytes[position]) { position += 1 }
    let start = position
    guard start < bytes.count else { return ExpressionToken(kind: .end, offset: start) }
    let kind: ExpressionToken.Kind
    if isLetter(bytes[start]) {
      kind = .word(word())
    } else if bytes[start] == UInt8(ascii: "\"") {
      kind = .string(try string())
    } else if let sign = Self.signs.first(where: { bytes[start...].starts(with: $0.utf8) }) {
      position += sign.utf8.count
      kind = .sign(sign)
    } else {
      throw unexpected(at: start)
    }
    return ExpressionToken(
      kind: kind, offset: start, isBlankBehind: position == bytes.count || isBlank(bytes[position]))
  }

  private mutating func word() -> String {
    let start = position
    skipLetters()
    var text = Substring(decoding: bytes[start..<position], as: UTF8.self)
    let isPrefix =
      position + 1 < bytes.count && bytes[position] == UInt8(ascii: "/") && isDigit(bytes[position + 1])
    if isPrefix, IPv4Address(text) != nil {
      position += 1
      skipLetters()
      text = Substring(decoding: bytes[start..<position], as: UTF8.self)
    }
    return String(text)
  }

  private mutating func skipLetters() {
    while position < bytes.count, isLetter(bytes[position]) || bytes[position] == UInt8(ascii: "-") {
      position += 1
    }
  }

  private mutating func string() throws(ExpressionError) -> String {
    let start = position
    var value: [UInt8] = []
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") {
        value.append(try escape())
      } else {
        value.append(bytes[position])
        position += 1
      }
    }
    guard position < bytes.count else {
      throw ExpressionError("the closing quote of this text is missing", ko: "닫는 따옴표가 없습니다", at: start)
    }
    position += 1
    guard let text = String(validating: value, as: UTF8.self) else {
      throw ExpressionError("this text is not UTF-8", ko: "UTF-8 텍스트가 아닙니다", at: start)
    }
    return text
  }

  private mutating func escape() throws(ExpressionError) -> UInt8 {
    let start = position
    let letter = start + 1 < bytes.count ? bytes[start + 1] : 0
    position = min(start + 2, bytes.count)
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return letter
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "x"):
      let digits = String(decoding: bytes[position..<min(position + 2, bytes.count)], as: UTF8.self)
      guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { break }
      position += 2
      return value
    default: break
    }
    throw ExpressionError(
      "this backslash begins no escape (known: \\\" \\\\ \\n \\r \\t \\x0d)",
      ko: "이 역슬래시 뒤에는 이런 것만 옵니다: \\\" \\\\ \\n \\r \\t \\x0d", at: start)
  }

  private func unexpected(at start: Int) -> ExpressionError {
    let scalar = String(decoding: bytes[start...].prefix(4), as: UTF8.self).unicodeScalars.first!
    let found = quoted(String(Character(scalar)))
    switch bytes[start] {
    case UInt8(ascii: "="):
      return ExpressionError(
        "\(found) is not used here; write == to compare", ko: "\(found) 대신 ==로 비교하세요", at: start)
    case UInt8(ascii: "&"):
      return ExpressionError(
        "\(found) is not used here; write && for \"and\"", ko: "\(found) 대신 \"그리고\"는 &&로 쓰세요", at: start)
    case UInt8(ascii: "|"):
      return ExpressionError(
        "\(found) is not used here; write || for \"or\"", ko: "\(found) 대신 \"또는\"은 ||로 쓰세요", at: start)
    case UInt8(ascii: "'"):
      return ExpressionError("put text in double quotes", ko: "텍스트는 큰따옴표로 묶습니다", at: start)
    default: return ExpressionError("\(found) has no meaning here", ko: "여기에 올 수 없습니다: \(found)", at: start)
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private func isLetter(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: ":")
  }
}
