/// One field of a protocol, described once: the walk, the field tree, `dissect -e`, expressions, questions
/// and reference texts all take it from here. Names are Wireshark's display-filter names.
package final class Field: Sendable {
  /// `tcp.srcport`.
  package let name: String
  /// Wireshark's label, English in both languages: `Source Port`.
  package let label: String
  package let type: FieldType
  /// Width on the wire in bits; 0 when it varies.
  package let bits: Int
  /// The shown number is the wire's times this (`tcp.hdr_len`: 4, words to bytes).
  package let scale: UInt64
  /// Other names under which expressions find it: `tcp.port`, `ip.addr`.
  package let aliases: [String]
  /// The shown number reads the wire's octets from the last to the first.
  package let isSwapped: Bool
  /// A number of the circle of 2^32 on which `+` and `-` count (RFC 9293 §3.4).
  package let isSequenceNumber: Bool
  /// Not on the wire: computed by the dissector from other fields or frames.
  package let isGenerated: Bool
  /// What a generated field is computed from.
  package let inputs: [GeneratedFieldInput]
  /// What a number stands for, `TCP` for 6.
  let names: (@Sendable (UInt64) -> String?)?
  /// The label's value where it is more than the number and its name.
  let describe: (@Sendable (FieldValue) -> String)?

  package init(
    _ name: String, _ label: String, _ type: FieldType, bits: Int = 0, shownTimes scale: UInt64 = 1,
    also aliases: [String] = [], generated: Bool = false, from inputs: [GeneratedFieldInput] = [],
    swapped: Bool = false, sequenceNumber: Bool = false,
    names: (@Sendable (UInt64) -> String?)? = nil, describe: (@Sendable (FieldValue) -> String)? = nil
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.bits = bits == 0 ? type.naturalBits : bits
    self.scale = scale
    self.aliases = aliases
    self.isGenerated = generated
    self.inputs = inputs
    isSwapped = swapped
    isSequenceNumber = sequenceNumber
    self.names = names
    self.describe = describe
  }

  /// What a person reads: `ARP (0x0806)`, `request (1)`, `192.0.2.1`.
  package func text(_ value: FieldValue) -> String {
    if let describe { return describe(value) }
    if case .number(let number) = value, isOnWire(number), let name = names?(number) {
      return "\(name) (\(show(value)))"
    }
    if case .nanoseconds = value, type == .duration { return show(value) + " seconds" }
    if case .nanoseconds = value, type == .milliseconds { return show(value) + " ms" }
    return show(value)
  }

  /// Whether the field's bits can hold a number; names are looked up only then.
  private func isOnWire(_ number: UInt64) -> Bool {
    bits == 0 || bits >= 64 || (number / scale) >> UInt64(bits) == 0
  }

  /// What tshark prints for `-T fields -e`: the bare value.
  package func show(_ value: FieldValue) -> String {
    switch value {
    case .number(let number):
      if case .hex(let width) = type { return "0x" + hex(number, digits: width / 4) }
      return String(number)
    case .signed(let number): return String(number)
    case .bool(let flag): return flag ? "1" : "0"
    case .mac(let address): return address.description
    case .ipv4(let address): return address.description
    case .ipv6(let address): return address.description
    case .network(let prefix): return prefix.description
    case .bytes(let bytes): return hexText(bytes)
    case .text(let text): return text
    case .nanoseconds(let time):
      switch type {
      case .time: return dateText(time)
      case .milliseconds: return millisecondsText(time)
      default: return secondsText(time)
      }
    case .none: return ""
    }
  }
}

extension Field: Hashable {
  package static func == (a: Field, b: Field) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// One of the things that a generated field is computed from.
package enum GeneratedFieldInput: Hashable, Sendable, ExpressibleByStringLiteral {
  /// A field on the wire by its name: of its own layer, else of the nearest layer around it.
  case field(String)
  /// All bytes that the layer's checksum covers.
  case summed
  /// What the capture point remembers of the frames before.
  case earlierFrames
  /// When the frame passed the capture point.
  case time

  package init(stringLiteral name: String) { self = .field(name) }
}

/// How a field's value is held and printed, after Wireshark's field types.
package enum FieldType: Equatable, Sendable {
  /// An unsigned number shown in decimal.
  case decimal(Int)
  /// An unsigned number shown in hexadecimal; the width in bits of Wireshark's type decides the digits.
  case hex(Int)
  case signed
  case bool
  case mac
  case ipv4
  case ipv6
  case bytes
  case text
  /// A duration in seconds with nine digits.
  case duration
  /// A duration in milliseconds with a fraction.
  case milliseconds
  /// A moment of the calendar, in UTC.
  case time
  /// A heading over other fields, without a value of its own.
  case none

  var naturalBits: Int {
    switch self {
    case .decimal(let bits), .hex(let bits): bits
    case .bool: 1
    case .mac: 48
    case .ipv4: 32
    case .ipv6: 128
    default: 0
    }
  }
}

/// A field's shown value.
package enum FieldValue: Hashable, Sendable {
  case number(UInt64)
  case signed(Int64)
  case bool(Bool)
  case mac(MACAddress)
  case ipv4(IPv4Address)
  case ipv6(IPv6Address)
  /// Of a device's table; no field of a header holds one.
  case network(IPv4Prefix)
  case bytes([UInt8])
  case text(String)
  case nanoseconds(Int64)
  case none
}

/// The fields of one header, held as the stored properties of one value so that the list comes from it.
package protocol FieldSet: Sendable { init() }

extension FieldSet {
  /// Every field in declaration order.
  package var all: [Field] { storedProperties(of: self) }
}
