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
  /// A device of the network, by its name; `you` for the person at the keyboard.
  case device(String)
  /// A port of a device, by its name.
  case port(String)
  case set(ExpressionSet)

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
    case .device(let name): .text(name)
    case .port(let name): Int64(name).map { .number(UInt64(clamping: $0)) } ?? .text(name)
    case .set: .none
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
    case .device: .device
    case .port: .port
    case .set(let set): .set(set.values.first?.type)
    }
  }

  /// As tshark writes it: booleans `1` and `0`, times in seconds with nine digits; sets as
  /// `2, 3`.
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
    case .device(let name), .port(let name): name
    case .set(let set): set.text { $0.text }
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
    case (.device(let a), .device(let b)), (.device(let a), .text(let b)), (.text(let a), .device(let b)):
      return sign(a, b)
    case (.port(let a), .port(let b)):
      if let one = Int64(a), let two = Int64(b) { return sign(one, two) }
      return sign(a, b)
    case (.port(let a), .text(let b)), (.text(let a), .port(let b)): return sign(a, b)
    case (.port(let a), .number(let b)): return Int64(a).map { sign($0, b) }
    case (.number(let a), .port(let b)): return Int64(b).map { sign(a, $0) }
    default: return nil
    }
  }

  private func hex(_ bytes: [UInt8]) -> String { bytes.map(hexByte).joined() }
}

/// Saturates, so that no number in a file can trap.
func nanoseconds(seconds: Int64) -> Int64 {
  let (product, overflows) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
  return overflows ? (seconds < 0 ? .min : .max) : product
}
