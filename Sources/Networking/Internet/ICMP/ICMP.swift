/// ICMP header (RFC 792): eight octets, the last four of which mean what the type says. What follows is the payload:
/// the data of an echo, the quoted packet of an error.
///
///      0                   1                   2                   3
///      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |     Type      |     Code      |          Checksum             |
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |    Identifier, or unused      |   Sequence, MTU, or unused    |
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |     payload …
///     +-+-+-+-+-
package struct ICMP: Header {
  package struct Fields: FieldSet {
    let type = Field("icmp.type", "Type", .decimal(8), names: { ICMPType(rawValue: UInt8($0)).name })
    let code = Field("icmp.code", "Code", .decimal(8))
    let unreachableCode = Field(
      "icmp.code", "Code", .decimal(8), names: { ICMPUnreachable(rawValue: UInt8($0)).name })
    let timeExceededCode = Field(
      "icmp.code", "Code", .decimal(8),
      names: { $0 == 0 ? "Time to live exceeded in transit" : "Fragment reassembly time exceeded" })
    let checksum = Field("icmp.checksum", "Checksum", .hex(16))
    let checksumStatus = Field(
      "icmp.checksum.status", "Checksum Status", .decimal(8), generated: true,
      from: ["icmp.checksum", .summed], names: ChecksumStatus.name)
    let identifier = Field("icmp.ident", "Identifier (BE)", .decimal(16), describe: bothWays)
    let identifierSwapped = Field(
      "icmp.ident_le", "Identifier (LE)", .decimal(16), swapped: true, describe: bothWays)
    let sequence = Field("icmp.seq", "Sequence Number (BE)", .decimal(16), describe: bothWays)
    let sequenceSwapped = Field(
      "icmp.seq_le", "Sequence Number (LE)", .decimal(16), swapped: true, describe: bothWays)
    let responseTo = Field(
      "icmp.resp_to", "Request frame", .decimal(32), generated: true,
      from: ["ip.src", "ip.dst", "icmp.ident", "icmp.seq", .earlierFrames])
    let responseTime = Field(
      "icmp.resptime", "Response time", .milliseconds, generated: true, from: [.time, .earlierFrames])
    let dataTime = Field("icmp.data_time", "Timestamp from icmp data", .time)
    let dataTimeRelative = Field(
      "icmp.data_time_relative", "Timestamp from icmp data (relative)", .duration, generated: true,
      from: ["icmp.data_time", .time])
    let unused = Field("icmp.unused", "Unused", .bytes)
    let mtu = Field("icmp.mtu", "MTU of next hop", .decimal(16))
    let pointer = Field("icmp.pointer", "Pointer", .decimal(8))
    let gateway = Field("icmp.redir_gw", "Gateway Address", .ipv4)
    package init() {}
  }
  package static let fields = Fields()
  package static let internetChecksum = InternetChecksum(
    fields.checksum, status: fields.checksumStatus, over: .packet, isAlwaysVerified: true)
  package static let descriptor = ProtocolDescriptor(
    "icmp", "Internet Control Message Protocol", short: "ICMP", layer: .internet, header: ICMP.self,
    fields: fields, bindings: [.ipProtocol(IPProtocol.icmp.rawValue)], checksum: internetChecksum,
    moments: MomentKind.icmp.all + MomentKind.ping.all, drops: DropReason.icmp.all,
    evidence: OriginKind.icmp.all)

  package static let headerLength = 8

  package var type = ICMPType.echoRequest
  package var code: UInt8 = 0
  package var checksum: UInt16 = 0
  /// Echo: which conversation; Linux takes a number per `ping` process.
  package var identifier: UInt16 = 0
  /// Echo: counts requests.
  package var sequence: UInt16 = 0
  /// Destination unreachable with code 4: the largest packet the next hop takes (RFC 1191 §4).
  package var mtu: UInt16 = 0
  /// Redirect: the better router.
  package var gateway = IPv4Address.unspecified
  /// Parameter problem: the octet of the quoted header that is wrong.
  package var pointer: UInt8 = 0
  /// The octets of the header's second word that this type gives no meaning; two beside an MTU, three beside a pointer,
  /// else four.
  package var unused: [UInt8] = []

  package init() {}

  /// An error about a packet; the quote goes after it as payload.
  package init(_ type: ICMPType, code: UInt8, mtu: UInt16 = 0) {
    self.type = type
    self.code = code
    self.mtu = mtu
    unused = [UInt8](repeating: 0, count: hasMTU ? 2 : 4)
  }

  package static func echoRequest(identifier: UInt16, sequence: UInt16) -> ICMP {
    var header = ICMP()
    header.identifier = identifier
    header.sequence = sequence
    return header
  }

  /// The answer to an echo request: only the type differs, and with it the checksum.
  package func echoReply() -> ICMP {
    var header = self
    header.type = .echoReply
    return header
  }

  package static func unreachable(_ code: ICMPUnreachable, mtu: UInt16 = 0) -> ICMP {
    ICMP(.destinationUnreachable, code: code.rawValue, mtu: mtu)
  }

  /// The TTL ran out on the way (code 0).
  package static var timeExceeded: ICMP { ICMP(.timeExceeded, code: 0) }

  /// That router is nearer to this one destination (code 1).
  package static func redirect(to gateway: IPv4Address) -> ICMP {
    var header = ICMP(.redirect, code: 1)
    header.gateway = gateway
    return header
  }

  package var isEcho: Bool { type == .echoRequest || type == .echoReply }
  /// Echo, timestamp, information and address mask, each with its reply.
  private var hasIdentifier: Bool { isEcho || (13...18).contains(type.rawValue) }
  private var hasMTU: Bool {
    type == .destinationUnreachable && code == ICMPUnreachable.fragmentationNeeded.rawValue
  }

  package mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    let f = Self.fields
    try w.code(f.type, &type)
    switch type {
    case .destinationUnreachable: try w.uint(f.unreachableCode, &code)
    case .timeExceeded: try w.uint(f.timeExceededCode, &code)
    default: try w.uint(f.code, &code)
    }
    try w.uint(f.checksum, &checksum)
    if hasIdentifier {
      try swapped(f.identifier, f.identifierSwapped, &identifier, &w)
      try swapped(f.sequence, f.sequenceSwapped, &sequence, &w)
    } else if hasMTU {
      try w.bytes(f.unused, &unused, count: 2)
      try w.uint(f.mtu, &mtu)
    } else if type == .redirect {
      try w.ipv4(f.gateway, &gateway)
    } else if type == .parameterProblem {
      try w.uint(f.pointer, &pointer)
      try w.bytes(f.unused, &unused, count: 3)
    } else if type.isError {
      try w.bytes(f.unused, &unused, count: 4)
    } else if w.isDecoding {
      unused = try w.take(4, f.unused)
    } else {
      w.append(unused)
    }
  }

  /// Some senders put these two numbers in their own byte order, so Wireshark shows both readings.
  private func swapped(
    _ field: Field, _ other: Field, _ value: inout UInt16, _ w: inout FieldVisitor
  ) throws(WireError) {
    try w.uint(field, &value)
    w.note(other, .number(UInt64(value.byteSwapped)), w.position - 16)
  }

  package var summary: String {
    switch type {
    case .echoRequest: "Echo (ping) request id=0x\(hex(UInt64(identifier), digits: 4)), seq=\(sequence)"
    case .echoReply: "Echo (ping) reply id=0x\(hex(UInt64(identifier), digits: 4)), seq=\(sequence)"
    case .destinationUnreachable:
      "Destination unreachable (\(ICMPUnreachable(rawValue: code).name ?? "code \(code)"))"
    case .timeExceeded: code == 0 ? "Time to live exceeded in transit" : "Fragment reassembly time exceeded"
    default: "\(type.name ?? "Type \(type.rawValue)"), code \(code)"
    }
  }

  package var summarized: [Field]? { [isEcho ? Self.fields.sequence : Self.fields.checksum] }

  /// With the checksum filled in; it covers the payload too.
  package func sealed(payload: [UInt8]) -> ICMP {
    var header = self
    header.checksum = 0
    header.checksum = Self.internetChecksum.value(over: header.encoded + payload)
    return header
  }
}

private let bothWays: @Sendable (FieldValue) -> String = { value in
  if case .number(let number) = value { "\(number) (0x\(hex(number, digits: 4)))" } else { "" }
}
