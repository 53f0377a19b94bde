/// UDP header (RFC 768).
///
///      0      7 8     15 16    23 24    31
///     +--------+--------+--------+--------+
///     |   Source Port   | Destination Port|
///     +--------+--------+--------+--------+
///     |     Length      |    Checksum     |
///     +--------+--------+--------+--------+
package struct UDP: Header {
  package struct Fields: FieldSet {
    let sourcePort = Field("udp.srcport", "Source Port", .decimal(16), also: ["udp.port"])
    let destinationPort = Field("udp.dstport", "Destination Port", .decimal(16), also: ["udp.port"])
    let length = Field("udp.length", "Length", .decimal(16))
    let checksum = Field("udp.checksum", "Checksum", .hex(16))
    let checksumCalculated = Field(
      "udp.checksum_calculated", "Calculated Checksum", .hex(16), generated: true, from: [.summed])
    let checksumStatus = Field(
      "udp.checksum.status", "Checksum Status", .decimal(8), generated: true,
      from: ["udp.checksum", .summed], names: ChecksumStatus.name)
    let stream = Field(
      "udp.stream", "Stream index", .decimal(32), generated: true,
      from: ["ip.src", "ip.dst", "udp.srcport", "udp.dstport", .earlierFrames])
    let timeRelative = Field(
      "udp.time_relative", "Time since first frame", .duration, generated: true,
      from: [.time, .earlierFrames])
    let timeDelta = Field(
      "udp.time_delta", "Time since previous frame", .duration, generated: true,
      from: [.time, .earlierFrames])
    let payload = Field("udp.payload", "Payload", .bytes, describe: { $0.countText })
    package init() {}
  }
  package static let fields = Fields()
  package static let internetChecksum = InternetChecksum(
    fields.checksum, status: fields.checksumStatus, calculated: fields.checksumCalculated,
    over: .octets(fields.length), pseudoHeader: .udp, isOptional: true)
  package static let descriptor = ProtocolDescriptor(
    "udp", "User Datagram Protocol", short: "UDP", layer: .transport, header: UDP.self, fields: fields,
    bindings: [.ipProtocol(IPProtocol.udp.rawValue)], checksum: internetChecksum,
    moments: MomentKind.udp.all, drops: DropReason.udp.all, evidence: OriginKind.udp.all, tables: [.udp])

  package static let headerLength = 8

  package var sourcePort: UInt16 = 0
  package var destinationPort: UInt16 = 0
  /// Octets of header and data, at least 8.
  package var length: UInt16 = 8
  /// 0: the sender computed none.
  package var checksum: UInt16 = 0

  package init() {}

  package mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    try w.uint(Self.fields.sourcePort, &sourcePort)
    try w.uint(Self.fields.destinationPort, &destinationPort)
    try w.uint(Self.fields.length, &length)
    if w.isDecoding, length < 8 {
      throw w.invalid(Self.fields.length, "\(length) is less than the header's own 8 bytes")
    }
    w.checkLength(Self.fields.length, Int(length))
    try w.uint(Self.fields.checksum, &checksum)
  }

  package var summary: String { "\(sourcePort) → \(destinationPort)" }
  package var summarized: [Field]? { [Self.fields.destinationPort] }

  /// With length and checksum filled in (RFC 768: a sum of 0 goes out as 0xffff).
  package func sealed(source: IPv4Address, destination: IPv4Address, payload: [UInt8]) -> UDP {
    var header = self
    header.length = UInt16(truncatingIfNeeded: 8 + payload.count)
    header.checksum = 0
    header.checksum = Self.internetChecksum.value(
      over: header.encoded + payload, from: source, to: destination)
    return header
  }
}
