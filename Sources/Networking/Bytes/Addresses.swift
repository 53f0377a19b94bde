/// A 48-bit IEEE 802 MAC address, in the low 48 bits of `value`.
package struct MACAddress: Hashable, Sendable, CustomStringConvertible {
  package let value: UInt64

  package init(_ value: UInt64) { self.value = value & 0xffff_ffff_ffff }

  /// Reads `00:00:5e:00:53:10`, also with `-` or with nothing between the digits; nil for anything else.
  package init?(_ text: String) {
    let digits = text.filter { $0 != ":" && $0 != "-" }
    guard digits.utf8.count == 12, digits.allSatisfy(\.isHexDigit), let value = UInt64(digits, radix: 16)
    else { return nil }
    self.init(value)
  }

  package static let broadcast = MACAddress(0xffff_ffff_ffff)
  package static let zero = MACAddress(0)

  /// The I/G bit: lowest bit of the first octet, 1 for a group of stations (IEEE 802-2014 §8.2).
  package var isGroup: Bool { value >> 40 & 1 == 1 }
  /// The U/L bit: 1 for an address that was assigned locally.
  package var isLocal: Bool { value >> 41 & 1 == 1 }

  package var bytes: [UInt8] { (0..<6).map { UInt8(truncatingIfNeeded: value >> (40 - 8 * $0)) } }
  package var description: String { colonHexText(bytes) }
}

/// An IPv4 address in host order: the first octet is the highest.
package struct IPv4Address: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let value: UInt32

  package init(_ value: UInt32) { self.value = value }

  /// Reads four decimal octets (`192.0.2.1`, no leading zeros); nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var value: UInt32 = 0
    for part in parts {
      guard part.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let octet = UInt8(part),
        part.utf8.count == 1 || part.utf8.first != 48
      else { return nil }
      value = value << 8 | UInt32(octet)
    }
    self.init(value)
  }

  package static let unspecified = IPv4Address(0)
  package static let limitedBroadcast = IPv4Address(0xffff_ffff)

  package var bytes: [UInt8] {
    [
      UInt8(truncatingIfNeeded: value >> 24), UInt8(truncatingIfNeeded: value >> 16),
      UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value),
    ]
  }
  package var description: String {
    "\(value >> 24).\(value >> 16 & 0xff).\(value >> 8 & 0xff).\(value & 0xff)"
  }
  package static func < (a: IPv4Address, b: IPv4Address) -> Bool { a.value < b.value }
}

/// An address with its prefix length (`192.0.2.130/26`); host bits are kept.
package struct IPv4Prefix: Hashable, Sendable, CustomStringConvertible {
  package let address: IPv4Address
  /// 0…32.
  package let length: Int

  package init(_ address: IPv4Address, _ length: Int) {
    precondition((0...32).contains(length), "an IPv4 prefix has 0 to 32 bits")
    self.address = address
    self.length = length
  }

  /// Reads `192.0.2.0/26`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let address = IPv4Address(parts[0]), let length = Int(parts[1]),
      (0...32).contains(length), String(length) == parts[1]
    else { return nil }
    self.init(address, length)
  }

  package var mask: IPv4Address { IPv4Address(length == 0 ? 0 : ~0 << UInt32(32 - length)) }
  package var network: IPv4Address { IPv4Address(address.value & mask.value) }
  package func contains(_ other: IPv4Address) -> Bool { other.value & mask.value == network.value }
  package var description: String { "\(address)/\(length)" }
}
