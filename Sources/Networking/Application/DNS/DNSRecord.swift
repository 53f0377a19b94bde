/// One question of a message (RFC 1035 §4.1.2).
package struct DNSQuestion: Equatable, Sendable {
  package var name: DNSName
  package var type: DNSType
  package var dnsClass: DNSClass

  package init(_ name: DNSName, _ type: DNSType, _ dnsClass: DNSClass = .internet) {
    self.name = name
    self.type = type
    self.dnsClass = dnsClass
  }
}

/// One resource record (RFC 1035 §4.1.3).
package struct DNSRecord: Equatable, Sendable {
  package var name: DNSName
  package var type: DNSType
  /// Of an OPT record: octets of UDP payload that its sender takes (RFC 6891 §6.1.2).
  package var dnsClass: DNSClass
  /// Seconds for which it may be kept. Of an OPT record: extended RCODE, version and flags (RFC 6891 §6.1.3).
  package var timeToLive: UInt32
  /// Octets of data as they stand in the message: `sealed` fills it in.
  package var length: UInt16 = 0
  package var data: DNSData

  package init(_ name: DNSName, _ data: DNSData, timeToLive: UInt32, type: DNSType? = nil) {
    self.name = name
    self.type = type ?? data.type ?? DNSType(rawValue: 0)
    dnsClass = .internet
    self.timeToLive = timeToLive
    self.data = data
  }
}

/// What a record says.
package enum DNSData: Equatable, Sendable {
  /// A
  case address(IPv4Address)
  /// AAAA (RFC 3596)
  case address6(IPv6Address)
  /// CNAME: the real name.
  case alias(DNSName)
  /// NS
  case nameServer(DNSName)
  /// SOA
  case authority(DNSStartOfAuthority)
  /// PTR: the name that an address belongs to.
  case pointer(DNSName)
  /// MX: a host that takes the domain's mail; the lowest preference is tried first.
  case mailExchange(preference: UInt16, DNSName)
  /// TXT: one or more strings of at most 255 octets.
  case texts([[UInt8]])
  /// SRV (RFC 2782)
  case service(DNSService)
  /// OPT (RFC 6891)
  case options([DNSOption])
  /// A type this program does not know, or data that does not fit its type.
  case other([UInt8])

  var type: DNSType? {
    switch self {
    case .address: .a
    case .address6: .aaaa
    case .alias: .cname
    case .nameServer: .ns
    case .authority: .soa
    case .pointer: .ptr
    case .mailExchange: .mx
    case .texts: .txt
    case .service: .srv
    case .options: .opt
    case .other: nil
    }
  }
}

/// Who answers for a zone (RFC 1035 §3.3.13). Times in seconds.
package struct DNSStartOfAuthority: Equatable, Sendable {
  package var primary: DNSName
  /// A mailbox: the first label is the local part.
  package var responsible: DNSName
  package var serial: UInt32
  package var refresh: UInt32
  package var retry: UInt32
  package var expire: UInt32
  /// How long "there is no such record" may be kept (RFC 2308 §4).
  package var minimum: UInt32

  package init(
    primary: DNSName, responsible: DNSName, serial: UInt32, refresh: UInt32, retry: UInt32, expire: UInt32,
    minimum: UInt32
  ) {
    self.primary = primary
    self.responsible = responsible
    self.serial = serial
    self.refresh = refresh
    self.retry = retry
    self.expire = expire
    self.minimum = minimum
  }
}

/// A kind of record, or of question (IANA "Resource Record (RR) TYPEs").
package struct DNSType: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let a = DNSType(rawValue: 1)
  package static let ns = DNSType(rawValue: 2)
  package static let cname = DNSType(rawValue: 5)
  package static let soa = DNSType(rawValue: 6)
  package static let ptr = DNSType(rawValue: 12)
  package static let mx = DNSType(rawValue: 15)
  package static let txt = DNSType(rawValue: 16)
  package static let aaaa = DNSType(rawValue: 28)
  package static let srv = DNSType(rawValue: 33)
  package static let opt = DNSType(rawValue: 41)

  package var name: String? {
    switch self {
    case .a: "A"
    case .ns: "NS"
    case .cname: "CNAME"
    case .soa: "SOA"
    case .ptr: "PTR"
    case .mx: "MX"
    case .txt: "TXT"
    case .aaaa: "AAAA"
    case .srv: "SRV"
    case .opt: "OPT"
    default: nil
    }
  }
}

package struct DNSClass: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let internet = DNSClass(rawValue: 1)

  package var name: String? { self == .internet ? "IN" : nil }
}

/// How a question was answered (RFC 1035 §4.1.1); four bits.
package struct DNSResponseCode: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let noError = DNSResponseCode(rawValue: 0)
  package static let formatError = DNSResponseCode(rawValue: 1)
  package static let serverFailure = DNSResponseCode(rawValue: 2)
  /// NXDOMAIN: the name does not exist.
  package static let noSuchName = DNSResponseCode(rawValue: 3)
  package static let notImplemented = DNSResponseCode(rawValue: 4)
  package static let refused = DNSResponseCode(rawValue: 5)

  package var name: String? {
    switch self {
    case .noError: "No error"
    case .formatError: "Format error"
    case .serverFailure: "Server failure"
    case .noSuchName: "No such name"
    case .notImplemented: "Not implemented"
    case .refused: "Refused"
    default: nil
    }
  }
}
