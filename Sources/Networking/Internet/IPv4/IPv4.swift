/// IPv4 header (RFC 791 §3.1; DSCP and ECN after RFC 2474 and RFC 3168).
///
///      0                   1                   2                   3
///      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |Version|  IHL  |   DSCP    |ECN|          Total Length         |
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |         Identification        |Flags|      Fragment Offset    |
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |  Time to Live |    Protocol   |         Header Checksum       |
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |                         Source Address                        |
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |                      Destination Address                      |
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |                    Options                    |    Padding    |
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
package struct IPv4: Header {
  package struct Fields: FieldSet {
    let version = Field("ip.version", "Version", .decimal(8), bits: 4)
    let headerLength = Field(
      "ip.hdr_len", "Header Length", .decimal(8), bits: 4, shownTimes: 4,
      describe: { value in
        if case .number(let bytes) = value { "\(bytes) bytes (\(bytes / 4))" } else { "" }
      })
    let services = Field("ip.dsfield", "Differentiated Services Field", .hex(8))
    let dscp = Field(
      "ip.dsfield.dscp", "Differentiated Services Codepoint", .decimal(8), bits: 6, names: codepointName)
    let ecn = Field(
      "ip.dsfield.ecn", "Explicit Congestion Notification", .decimal(8), bits: 2, names: congestionName)
    let totalLength = Field("ip.len", "Total Length", .decimal(16))
    let identification = Field(
      "ip.id", "Identification", .hex(16),
      describe: { value in
        if case .number(let id) = value { "0x\(hex(id, digits: 4)) (\(id))" } else { "" }
      })
    let flags = Field("ip.flags", "Flags", .hex(8), bits: 3)
    let reserved = Field("ip.flags.rb", "Reserved bit", .bool, describe: setText)
    let dontFragment = Field("ip.flags.df", "Don't fragment", .bool, describe: setText)
    let moreFragments = Field("ip.flags.mf", "More fragments", .bool, describe: setText)
    let fragmentOffset = Field(
      "ip.frag_offset", "Fragment Offset", .decimal(16), bits: 13,
      describe: { value in if case .number(let units) = value { "\(units * 8)" } else { "" } })
    let timeToLive = Field("ip.ttl", "Time to Live", .decimal(8))
    let proto = Field("ip.proto", "Protocol", .decimal(8), names: { IPProtocol(rawValue: UInt8($0)).name })
    let checksum = Field("ip.checksum", "Header Checksum", .hex(16))
    let checksumStatus = Field(
      "ip.checksum.status", "Header checksum status", .decimal(8), generated: true,
      from: ["ip.checksum", .summed],
      names: ChecksumStatus.name)
    let checksumCalculated = Field(
      "ip.checksum_calculated", "Calculated Checksum", .hex(16), generated: true, from: [.summed])
    let source = Field("ip.src", "Source Address", .ipv4, also: ["ip.addr", "ip.host", "ip.src_host"])
    let destination = Field(
      "ip.dst", "Destination Address", .ipv4, also: ["ip.addr", "ip.host", "ip.dst_host"])
    let options = Field("ip.options", "Options", .bytes)
    package init() {}
  }
  package static let fields = Fields()
  package static let internetChecksum = InternetChecksum(
    fields.checksum, status: fields.checksumStatus, calculated: fields.checksumCalculated, over: .header)
  package static let descriptor = ProtocolDescriptor(
    "ip", "Internet Protocol Version 4", short: "IP", layer: .internet, header: IPv4.self, fields: fields,
    bindings: [.etherType(EtherType.ipv4.rawValue), .link(228), .link(101)],
    checksum: internetChecksum,
    moments: MomentKind.internet.all, drops: DropReason.internet.all, evidence: OriginKind.internet.all,
    tables: [.routes])

  package var version: UInt8 = 4
  /// Internet header length in 32-bit words, 5…15.
  package var headerWords: UInt8 = 5
  /// Differentiated services codepoint, 6 bits (RFC 2474).
  package var dscp: UInt8 = 0
  /// Explicit congestion notification, 2 bits (RFC 3168).
  package var ecn: UInt8 = 0
  /// Octets of header and payload.
  package var totalLength: UInt16 = 20
  package var identification: UInt16 = 0
  package var reserved = false
  package var dontFragment = false
  package var moreFragments = false
  /// In units of 8 octets.
  package var fragmentOffset: UInt16 = 0
  package var timeToLive: UInt8 = 64
  package var proto = IPProtocol(rawValue: 0)
  package var checksum: UInt16 = 0
  package var source = IPv4Address.unspecified
  package var destination = IPv4Address.unspecified
  /// Options and their padding as they stand on the wire.
  package var options: [UInt8] = []

  package init() {}

  /// Decodes the header of a packet of which only the beginning is there: an ICMP error's quote.
  static func decodeQuote(_ bytes: [UInt8]) throws(WireError) -> (IPv4, Int) {
    var header = IPv4()
    var walker = FieldVisitor(decoding: bytes, layer: descriptor.name)
    walker.allowsCutPayload = true
    try header.visitFields(&walker)
    return (header, walker.walked)
  }

  package mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    let f = Self.fields
    try w.uint(f.version, &version)
    if w.isDecoding, version != 4 { throw w.invalid(f.version, "\(version) is not 4") }
    try w.uint(f.headerLength, &headerWords)
    if w.isDecoding, headerWords < 5 {
      throw w.invalid(f.headerLength, "\(headerWords * 4) bytes is less than the 20 every header has")
    }
    let services = try w.open(f.services)
    try w.uint(f.dscp, &dscp)
    try w.uint(f.ecn, &ecn)
    w.close(services)
    try w.uint(f.totalLength, &totalLength)
    if w.isDecoding, Int(totalLength) < Int(headerWords) * 4, !isOffloaded {
      throw w.invalid(f.totalLength, "\(totalLength) bytes is less than the header's \(Int(headerWords) * 4)")
    }
    w.checkLength(f.totalLength, Int(totalLength))
    try w.uint(f.identification, &identification)
    let flags = try w.open(f.flags)
    try w.flag(f.reserved, &reserved)
    try w.flag(f.dontFragment, &dontFragment)
    try w.flag(f.moreFragments, &moreFragments)
    w.close(flags)
    try w.uint(f.fragmentOffset, &fragmentOffset)
    try w.uint(f.timeToLive, &timeToLive)
    try w.code(f.proto, &proto)
    try w.uint(f.checksum, &checksum)
    try w.ipv4(f.source, &source)
    try w.ipv4(f.destination, &destination)
    if headerWords > 5 { try w.bytes(f.options, &options, count: Int(headerWords) * 4 - 20) }
  }

  /// A card that cuts segments itself gets the packet with a length of 0; such a packet in a capture of the sending host
  /// is not broken.
  private var isOffloaded: Bool { totalLength == 0 }

  package func dissectPayload(_ context: inout DissectionInProgress) -> Payload {
    context.noteChecksum()
    let length = isOffloaded ? nil : Int(totalLength) - Int(headerWords) * 4
    guard fragmentOffset == 0, !moreFragments else {
      return .payload([], length: length, by: Self.fields.totalLength)
    }
    return .payload([.ipProtocol(proto.rawValue)], length: length, by: Self.fields.totalLength)
  }

  package var summary: String { "\(source) → \(destination)" }
  package var summarized: [Field]? { [Self.fields.source, Self.fields.destination] }

  /// With header length, total length and header checksum filled in.
  package func sealed(payloadLength: Int) -> IPv4 {
    var header = self
    header.headerWords = UInt8(5 + header.options.count / 4)
    header.totalLength = UInt16(truncatingIfNeeded: Int(header.headerWords) * 4 + payloadLength)
    return header.withChecksum
  }

  /// With the header checksum filled in.
  var withChecksum: IPv4 {
    var header = self
    header.checksum = 0
    header.checksum = Self.internetChecksum.value(over: header.encoded)
    return header
  }
}

/// The class selectors (RFC 2474 §4.2.2) and expedited forwarding (RFC 3246).
private let codepointName: @Sendable (UInt64) -> String? = { codepoint in
  switch codepoint {
  case 0: "Default"
  case 46: "Expedited Forwarding"
  case _ where codepoint % 8 == 0: "Class Selector \(codepoint / 8)"
  default: nil
  }
}

/// RFC 3168 §5.
private let congestionName: @Sendable (UInt64) -> String? = { mark in
  switch mark {
  case 0: "Not ECN-Capable Transport"
  case 1: "ECN-Capable Transport codepoint '01'"
  case 2: "ECN-Capable Transport codepoint '10'"
  case 3: "Congestion Experienced"
  default: nil
  }
}

let setText: @Sendable (FieldValue) -> String = { $0 == .bool(true) ? "Set" : "Not set" }

/// What an IP packet carries (IANA "Protocol Numbers").
package struct IPProtocol: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let icmp = IPProtocol(rawValue: 1)
  package static let tcp = IPProtocol(rawValue: 6)
  package static let udp = IPProtocol(rawValue: 17)

  package var name: String? { Protocols.bound(to: .ipProtocol(rawValue))?.short }
}
