import Documents
import Networking

/// In which forms a value may be typed: what is equal to whoever thinks of values is equal here.
package enum ValueForm: Hashable, Sendable {
  /// `18`, `0x12`, `0b10010`, `１８`; a prefix length also as `/26` or as its mask.
  case number
  /// A number of a field that every screen shows in hexadecimal, as it is there: `0x1e6d`; typed as any number.
  case hexadecimal(Field)
  /// A number of a field whose numbers have names: `SYN ACK`, `reply`, or the number.
  case named(Field)
  /// `1`, `true`, `yes`.
  case truth
  /// With `:`, `-`, `.` or nothing between its digits.
  case mac
  /// `192.0.2.1`; a mask also as `/26`.
  case ipv4
  /// `192.0.2.0/26`, also with its mask after the slash.
  case network
  /// Hexadecimal digits, with or without `0x` and what stands between them.
  case bytes
  /// In whatever case, width and number of blanks.
  case text
  /// `200ms`, `1.5s`, or a number of seconds.
  case time

  /// The form of a value, read from a field or computed; of a set that of its members.
  /// - Parameter type: of the expression, which knows more than a set that is empty.
  package init(of reading: Reading, _ type: ExpressionType?) {
    switch type?.element ?? reading.value.type.element {
    case .number:
      self = reading.field.flatMap(ValueForm.form) ?? .number
    case .boolean: self = .truth
    case .mac: self = .mac
    case .ipv4: self = .ipv4
    case .network: self = .network
    case .bytes: self = .bytes
    case .time: self = .time
    case .text, .device, .port, .set, nil: self = .text
    }
  }

  /// Of the numbers of a field; nil for those that are plain.
  private static func form(of field: Field) -> ValueForm? {
    if field.hasNamedNumbers { return .named(field) }
    if case .hex = field.type { return .hexadecimal(field) }
    return nil
  }

  /// Whether letters stand in what is typed, so that none of them can be a command.
  package var hasLetters: Bool {
    switch self {
    case .named, .bytes, .text, .time, .truth: true
    case .number, .hexadecimal, .mac, .ipv4, .network: false
    }
  }

  // MARK: Reading

  /// The value that somebody means who types this; nil when it is none of this form.
  package func value(_ typed: String) -> ExpressionValue? {
    let text = typed.withHalfWidthForms.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let word = text.filter { $0 != " " }
    guard !word.isEmpty else { return nil }
    switch self {
    case .number, .hexadecimal: return ValueForm.number(word).map { .number($0) }
    case .named(let field):
      if let number = TypedNumber.value(word) { return .number(number) }
      return field.number(named: text.replacing("-", with: " ")).map { .number(Int64(clamping: $0)) }
    case .truth: return ValueForm.truth(word.lowercased()).map { .boolean($0) }
    case .mac: return MACAddress(word.filter { $0 != "." }).map { .mac($0) }
    case .ipv4:
      if word.hasPrefix("/") { return ValueForm.number(word).flatMap(ValueForm.mask).map { .ipv4($0) } }
      return IPv4Address(word).map { .ipv4($0) }
    case .network: return ValueForm.network(word).map { .network($0) }
    case .bytes: return ValueForm.bytes(word).map { .bytes($0) }
    case .text: return .text(text)
    case .time:
      let isBare = word.allSatisfy { $0.isNumber || $0 == "." }
      return (try? Quantity.duration(isBare ? word + "s" : word.lowercased())).map { .time($0) }
    }
  }

  private static func number(_ word: String) -> Int64? {
    if word.hasPrefix("/") {
      return Int64(word.dropFirst()).flatMap { (0...32).contains($0) ? $0 : nil }
    }
    if let address = IPv4Address(word) { return length(ofMask: address) }
    return TypedNumber.value(word)
  }

  private static func mask(_ length: Int64) -> IPv4Address? {
    (0...32).contains(length) ? IPv4Prefix(.unspecified, Int(length)).mask : nil
  }

  private static func length(ofMask address: IPv4Address) -> Int64? {
    let length = (~address.value).leadingZeroBitCount
    return IPv4Prefix(.unspecified, length).mask == address ? Int64(length) : nil
  }

  private static func network(_ word: String) -> IPv4Prefix? {
    if let prefix = IPv4Prefix(word) { return prefix }
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let address = IPv4Address(parts[0]), let mask = IPv4Address(parts[1]),
      let length = length(ofMask: mask)
    else { return nil }
    return IPv4Prefix(address, Int(length))
  }

  private static func truth(_ word: String) -> Bool? {
    switch word {
    case "1", "true", "yes", "y", "set", "ㅛ", "예", "네": true
    case "0", "false", "no", "n", "notset", "ㅜ", "아니요": false
    default: nil
    }
  }

  private static func bytes(_ word: String) -> [UInt8]? {
    let digits = Array((word.lowercased().hasPrefix("0x") ? word.dropFirst(2) : word[...]).utf8)
      .filter { !":-".utf8.contains($0) }
    guard !digits.isEmpty, digits.count % 2 == 0 else { return nil }
    let pairs = stride(from: 0, to: digits.count, by: 2).map {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
    return digits.allSatisfy { Character(UnicodeScalar($0)).isHexDigit } ? pairs.compactMap(\.self) : nil
  }

  // MARK: Comparing

  /// Whether two values are one answer.
  package func isSame(_ one: ExpressionValue, _ other: ExpressionValue) -> Bool {
    switch (one, other) {
    case (.text(let one), .text(let other)): TypedText.isSame(one, other)
    case (.number(let number), .boolean(let flag)), (.boolean(let flag), .number(let number)):
      number == (flag ? 1 : 0)
    // By their names, which may be texts.
    case (.device, _), (_, .device), (.port, _), (_, .port): one.equals(other)
    default: one == other
    }
  }
}

extension ValueForm {
  /// What is expected, said to who types something else.
  var expectation: LocalizedText {
    switch self {
    case .number, .hexadecimal: InvalidAnswer.noNumber.text
    case .named(let field):
      LocalizedText(
        en: "Type the value of \(field.label) by its names or as a number: 18, 0x12.",
        ko: "\(field.label)의 값을 이름이나 숫자로 입력하세요. 예: 18, 0x12")
    case .truth: LocalizedText(en: "Type 1 for yes or 0 for no.", ko: "맞으면 1, 아니면 0을 입력하세요.")
    case .mac:
      LocalizedText(
        en: "Type a MAC address: 00:00:5e:00:53:01.", ko: "MAC 주소를 입력하세요. 예: 00:00:5e:00:53:01")
    case .ipv4: LocalizedText(en: "Type an address: 192.0.2.1.", ko: "주소를 입력하세요. 예: 192.0.2.1")
    case .network:
      LocalizedText(en: "Type a network: 192.0.2.0/24.", ko: "네트워크를 입력하세요. 예: 192.0.2.0/24")
    case .bytes:
      LocalizedText(en: "Type bytes in hexadecimal: 0a 0b.", ko: "바이트를 16진수로 입력하세요. 예: 0a 0b")
    case .text: LocalizedText(en: "Type a word or a few.", ko: "낱말을 입력하세요.")
    case .time: LocalizedText(en: "Type a time: 200ms, 1.5s.", ko: "시간을 입력하세요. 예: 200ms, 1.5s")
    }
  }
}
