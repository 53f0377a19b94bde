/// What an ICMP message is about (IANA "ICMP Type Numbers").
package struct ICMPType: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let echoReply = ICMPType(rawValue: 0)
  package static let destinationUnreachable = ICMPType(rawValue: 3)
  /// An overloaded router asked for less; no longer sent (RFC 6633), still quoting in old captures.
  package static let sourceQuench = ICMPType(rawValue: 4)
  package static let redirect = ICMPType(rawValue: 5)
  package static let echoRequest = ICMPType(rawValue: 8)
  package static let timeExceeded = ICMPType(rawValue: 11)
  package static let parameterProblem = ICMPType(rawValue: 12)

  /// Errors quote the packet they are about, and are never answered by an error (RFC 1122 §3.2.2).
  package var isError: Bool {
    [.destinationUnreachable, .sourceQuench, .redirect, .timeExceeded, .parameterProblem].contains(self)
  }

  package var name: String? {
    switch self {
    case .echoReply: "Echo (ping) reply"
    case .destinationUnreachable: "Destination unreachable"
    case .sourceQuench: "Source quench (flow control)"
    case .redirect: "Redirect"
    case .echoRequest: "Echo (ping) request"
    case .timeExceeded: "Time-to-live exceeded"
    case .parameterProblem: "Parameter problem"
    default: nil
    }
  }
}

/// Why a destination is unreachable: the codes of type 3 (RFC 792, RFC 1122 §3.2.2.1, RFC 1812 §5.2.7.1).
package struct ICMPUnreachable: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let network = ICMPUnreachable(rawValue: 0)
  package static let host = ICMPUnreachable(rawValue: 1)
  package static let `protocol` = ICMPUnreachable(rawValue: 2)
  package static let port = ICMPUnreachable(rawValue: 3)
  package static let fragmentationNeeded = ICMPUnreachable(rawValue: 4)
  package static let prohibited = ICMPUnreachable(rawValue: 13)

  package var name: String? {
    switch self {
    case .network: "Network unreachable"
    case .host: "Host unreachable"
    case .protocol: "Protocol unreachable"
    case .port: "Port unreachable"
    case .fragmentationNeeded: "Fragmentation needed"
    case .prohibited: "Communication administratively filtered"
    default: nil
    }
  }
}
