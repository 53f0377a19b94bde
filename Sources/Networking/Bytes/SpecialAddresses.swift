/// IPv4 addresses that are no single host's (RFC 1122 §3.2.1.3, RFC 6890 §2.2.2).
package enum SpecialAddressKind: String, CaseIterable, Sendable {
  /// 0.0.0.0/8
  case thisNetwork
  /// 127.0.0.0/8
  case loopback
  /// 224.0.0.0/4
  case multicast
  /// 240.0.0.0/4, once class E, without the last
  case reserved
  /// 255.255.255.255
  case limitedBroadcast

  /// Completes "it …", for the writers of network files.
  var words: String {
    switch self {
    case .thisNetwork: "lies in 0.0.0.0/8, which means \"this network\""
    case .loopback: "lies in 127.0.0.0/8, with which a host reaches itself"
    case .multicast: "lies in 224.0.0.0/4, whose addresses are groups of hosts"
    case .reserved: "lies in 240.0.0.0/4, which is reserved"
    case .limitedBroadcast: "means all hosts on a link"
    }
  }
}

extension IPv4Address {
  /// nil: it can be a host's.
  package var specialKind: SpecialAddressKind? {
    switch value >> 24 {
    case 0: .thisNetwork
    case 127: .loopback
    case 224...239: .multicast
    case 240...255: self == .limitedBroadcast ? .limitedBroadcast : .reserved
    default: nil
    }
  }

  package var isMulticast: Bool { specialKind == .multicast }
  package var isLoopback: Bool { specialKind == .loopback }

  /// What a host calls itself by when it talks to itself.
  package static let loopback = IPv4Address(0x7f00_0001)
  /// Every host on a link that knows multicast (RFC 1112 §4).
  package static let allHosts = IPv4Address(0xe000_0001)
}

extension IPv4Prefix {
  /// The directed broadcast address: all host bits one; nil where two or one address are all there is (RFC 3021 §2.1).
  package var broadcast: IPv4Address? { length < 31 ? IPv4Address(address.value | ~mask.value) : nil }

  /// The network's number, or the broadcast address.
  func isOwnOfNetwork(_ other: IPv4Address) -> Bool {
    length < 31 && (other == network || other == broadcast)
  }
}

extension MACAddress {
  /// The Ethernet address of a multicast group: 01-00-5e and its low 23 bits (RFC 1112 §6.4).
  package init(group: IPv4Address) { self.init(0x0100_5e00_0000 | UInt64(group.value & 0x7f_ffff)) }
}
