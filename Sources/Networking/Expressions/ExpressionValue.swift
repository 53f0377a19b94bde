/// What an expression computes.
package enum ExpressionValue: Hashable, Sendable {
  case number(Int64)
  case boolean(Bool)
  case mac(MACAddress)
  case ipv4(IPv4Address)
  case network(IPv4Prefix)
  case bytes([UInt8])
  case text(String)
  /// Nanoseconds.
  case time(Int64)

  /// nil for a heading, which has no value of its own.
  package init?(_ value: FieldValue) {
    switch value {
    case .number(let number): self = .number(Int64(clamping: number))
    case .signed(let number): self = .number(number)
    case .bool(let flag): self = .boolean(flag)
    case .mac(let address): self = .mac(address)
    case .ipv4(let address): self = .ipv4(address)
    case .ipv6(let address): self = .text(address.description)
    case .network(let prefix): self = .network(prefix)
    case .bytes(let bytes): self = .bytes(bytes)
    case .text(let text): self = .text(text)
    case .nanoseconds(let time): self = .time(time)
    case .none: return nil
    }
  }

  /// The same as a table has it.
  var fieldValue: FieldValue {
    switch self {
    case .number(let number): number < 0 ? .signed(number) : .number(UInt64(number))
    case .boolean(let flag): .bool(flag)
    case .mac(let address): .mac(address)
    case .ipv4(let address): .ipv4(address)
    case .network(let prefix): .network(prefix)
    case .bytes(let bytes): .bytes(bytes)
    case .text(let text): .text(text)
    case .time(let time): .nanoseconds(time)
    }
  }

  package var type: ExpressionType {
    switch self {
    case .number: .number
    case .boolean: .boolean
    case .mac: .mac
    case .ipv4: .ipv4
    case .network: .network
    case .bytes: .bytes
    case .text: .text
    case .time: .time
    }
  }

  /// As tshark writes it: booleans `1` and `0`, times in seconds with nine digits.
  package var text: String {
    switch self {
    case .number(let number): String(number)
    case .boolean(let flag): flag ? "1" : "0"
    case .mac(let address): address.description
    case .ipv4(let address): address.description
    case .network(let prefix): prefix.description
    case .bytes(let bytes): bytes.map(hexByte).joined(separator: ":")
    case .text(let text): text
    case .time(let nanoseconds): secondsText(nanoseconds)
    }
  }

  /// For arithmetic; nil when it is none.
  var integer: Int64? {
    switch self {
    case .number(let number): number
    case .boolean(let flag): flag ? 1 : 0
    default: nil
    }
  }

  /// Whether it comes before, with or after another: -1, 0, 1. nil when the two cannot be compared.
  func order(_ other: ExpressionValue) -> Int? {
    func sign<C: Comparable>(_ a: C, _ b: C) -> Int { a < b ? -1 : a == b ? 0 : 1 }
    if let a = integer, let b = other.integer { return sign(a, b) }
    switch (self, other) {
    case (.mac(let a), .mac(let b)): return sign(a.value, b.value)
    case (.ipv4(let a), .ipv4(let b)): return sign(a.value, b.value)
    case (.network(let a), .network(let b)): return a == b ? 0 : sign(a.description, b.description)
    case (.ipv4(let address), .network(let network)), (.network(let network), .ipv4(let address)):
      return network.contains(address) ? 0 : sign(address.value, network.network.value)
    case (.text(let a), .text(let b)): return sign(a, b)
    case (.bytes(let a), .bytes(let b)): return a == b ? 0 : a.lexicographicallyPrecedes(b) ? -1 : 1
    case (.time(let a), .time(let b)): return sign(a, b)
    case (.time(let a), .number(let b)): return sign(a, nanoseconds(seconds: b))
    case (.number(let a), .time(let b)): return sign(nanoseconds(seconds: a), b)
    case (.mac(let a), .bytes(let b)): return sign(hex(a.bytes), hex(b))
    case (.bytes(let a), .mac(let b)): return sign(hex(a), hex(b.bytes))
    default: return nil
    }
  }

  private func hex(_ bytes: [UInt8]) -> String { bytes.map(hexByte).joined() }
}

/// What sort of value an expression has, known before it is evaluated.
package enum ExpressionType: Hashable, Sendable {
  case number, boolean, mac, ipv4, network, bytes, text, time

  /// nil for a heading.
  package init?(_ type: FieldType) {
    switch type {
    case .decimal, .hex, .signed: self = .number
    case .bool: self = .boolean
    case .mac: self = .mac
    case .ipv4: self = .ipv4
    case .bytes: self = .bytes
    case .text, .ipv6: self = .text
    case .duration, .milliseconds, .time: self = .time
    case .none: return nil
    }
  }

  /// With its article, for messages.
  package var words: String {
    switch self {
    case .number: "a number"
    case .boolean: "true or false"
    case .mac: "a MAC address"
    case .ipv4: "an IPv4 address"
    case .network: "a network"
    case .bytes: "a row of bytes"
    case .text: "text"
    case .time: "a time"
    }
  }

  package var koreanWords: String {
    switch self {
    case .number: "숫자"
    case .boolean: "참/거짓"
    case .mac: "MAC 주소"
    case .ipv4: "IPv4 주소"
    case .network: "네트워크"
    case .bytes: "바이트열"
    case .text: "텍스트"
    case .time: "시간"
    }
  }

  func isComparable(with other: ExpressionType) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.number, .boolean), (.boolean, .number), (.number, .time), (.time, .number): return true
    case (.ipv4, .network), (.network, .ipv4): return true
    default: return false
    }
  }

  var isNumeric: Bool { self == .number || self == .boolean || self == .time }
}

/// A value, with the field it was read from when it came from one: that knows how it is written.
package struct Reading: Hashable, Sendable {
  package let value: ExpressionValue
  package let field: Field?

  package init(_ value: ExpressionValue, field: Field? = nil) {
    self.value = value
    self.field = field
  }

  init?(_ node: FieldNode) {
    guard let value = ExpressionValue(node.value) else { return nil }
    self.init(value, field: node.field)
  }

  /// As `tshark -T fields -e` writes it; bytes always with colons between.
  package var text: String {
    guard let field, case .number(let number) = value, number >= 0 else { return value.text }
    return field.show(.number(UInt64(number)))
  }
}

/// Saturates, so that no number in a file can trap.
func nanoseconds(seconds: Int64) -> Int64 {
  let (product, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
  return overflows ? (seconds < 0 ? .min : .max) : product
}
