/// Ethernet II header (IEEE 802.3 §3.1, RFC 894), with the padding after its payload. Numbers up to 1500 in the last field
/// are no type but the payload's length (IEEE 802.3 §3.2.6).
///
///      0                   1                   2                   3
///      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |                    Destination MAC address                    |
///     +                               +-------------------------------+
///     |                               |      Source MAC address       |
///     +-------------------------------+                               +
///     |                                                               |
///     +-------------------------------+-------------------------------+
///     |             Type              |           payload …
///     +-------------------------------+
package struct Ethernet: Header {
  package struct Fields: FieldSet {
    let destination = Field("eth.dst", "Destination", .mac, also: ["eth.addr"])
    let destinationIsLocal = Field("eth.dst.lg", "LG bit", .bool, describe: assignmentText)
    let destinationIsGroup = Field("eth.dst.ig", "IG bit", .bool, describe: groupText)
    let source = Field("eth.src", "Source", .mac, also: ["eth.addr"])
    let sourceIsLocal = Field("eth.src.lg", "LG bit", .bool, describe: assignmentText)
    let sourceIsGroup = Field("eth.src.ig", "IG bit", .bool, describe: groupText)
    let type = Field("eth.type", "Type", .hex(16), names: { EtherType(rawValue: UInt16($0)).name })
    let length = Field("eth.len", "Length", .decimal(16))
    let padding = Field("eth.padding", "Padding", .bytes, describe: { $0.countText })
    let trailer = Field("eth.trailer", "Trailer", .bytes, describe: { $0.countText })
    let frameCheckSequence = Field("eth.fcs", "Frame check sequence", .hex(32))
    let frameCheckStatus = Field(
      "eth.fcs.status", "FCS Status", .decimal(8), generated: true, from: ["eth.fcs", .summed],
      names: ChecksumStatus.name)
    package init() {}
  }
  package static let fields = Fields()
  package static let descriptor = ProtocolDescriptor(
    "eth", "Ethernet II", short: "Eth", layer: .link, header: Ethernet.self, fields: fields,
    bindings: [.link(1)],
    moments: MomentKind.link.all, drops: DropReason.link.all, evidence: OriginKind.link.all)

  /// Octets of header; payload and padding together have at least 46 (60 without the FCS, IEEE 802.3 §4.2.3.3).
  package static let headerLength = 14
  package static let minimumLength = 60
  /// Octets of frame check sequence, and of the shortest frame with it.
  package static let checkLength = 4
  static let minimumWithCheck = minimumLength + checkLength
  /// The largest number in the last field that is a length; types begin at 1536.
  package static let longestLength = 1500
  package static let lowestType = 1536

  package var destination = MACAddress.zero
  package var source = MACAddress.zero
  /// Or the payload's length.
  package var type = EtherType(rawValue: 0)
  /// Zeros behind the payload, up to the minimum length.
  package var padding: [UInt8] = []
  /// What else a sender left there.
  package var trailer: [UInt8] = []
  /// As it stands on the wire, where a capture has it (IEEE 802.3 §3.2.9).
  package var frameCheckSequence: UInt32?

  package init() {}

  package mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    let f = Self.fields
    try w.mac(f.destination, &destination)
    noteBits(f.destinationIsLocal, f.destinationIsGroup, of: destination, &w)
    try w.mac(f.source, &source)
    noteBits(f.sourceIsLocal, f.sourceIsGroup, of: source, &w)
    guard w.isDecoding, let next = w.peek(2), next < Self.lowestType else { return try w.code(f.type, &type) }
    try w.code(next <= Self.longestLength ? f.length : f.type, &type)
    if next > Self.longestLength {
      w.note(fault: w.invalid(f.type, "\(next) is neither a length (to 1500) nor a type (from 1536)"))
    } else if Int(next) > w.remaining, !w.allowsCutPayload {
      w.note(
        fault: WireError(
          layer: Self.descriptor.name, field: f.length, offset: w.position / 8 - 2,
          problem: .overlong(says: Int(next), have: w.remaining, limit: .end)))
    }
  }

  /// The last field says how long the payload is. A type of 0, as in a header made from nothing, is none.
  package var isLength: Bool { Int(type.rawValue) <= Self.longestLength }

  /// The two lowest bits of an address' first octet (IEEE 802-2014 §8.2).
  private func noteBits(_ local: Field, _ group: Field, of address: MACAddress, _ w: inout FieldVisitor) {
    let first = w.position - 48
    let parent = w.openLast()
    w.note(local, .bool(address.isLocal), bits: first + 6..<first + 7)
    w.note(group, .bool(address.isGroup), bits: first + 7..<first + 8)
    w.closeLast(parent)
  }

  /// Reads a trailer as Wireshark does: zeros that reach the minimum length are padding. A frame that is longer with its
  /// last four octets than any sender would pad it has them from the frame check sequence, if nothing says otherwise.
  package mutating func walkTrailer(_ w: inout FieldVisitor) throws(WireError) {
    let f = Self.fields
    guard w.isDecoding else {
      w.append(padding + trailer)
      if var sequence = frameCheckSequence { try w.uint(f.frameCheckSequence, &sequence) }
      return
    }
    let length = w.frame.wireLength ?? w.end / 8
    let missing = max(0, Self.minimumLength - w.position / 8)
    var left = length - w.position / 8
    if missing > 0, missing <= left {
      guard missing <= w.remaining else { return }
      if w.isZero(missing) {
        try w.bytes(f.padding, &padding, count: missing)
        left -= missing
      }
    }
    let endsInSequence =
      w.frame.checkLength.map { $0 == Self.checkLength || ($0 > 0 && length >= Self.minimumWithCheck) }
      ?? (length >= Self.minimumWithCheck)
    let check = endsInSequence && left >= Self.checkLength ? Self.checkLength : 0
    let trailing = min(left - check, w.remaining)
    if trailing > 0 { try w.bytes(f.trailer, &trailer, count: trailing) }
    guard check > 0, w.remaining >= check else { return }
    try walkCheck(&w)
  }

  private mutating func walkCheck(_ w: inout FieldVisitor) throws(WireError) {
    let f = Self.fields
    let first = w.position
    var sequence: UInt32 = 0
    try w.uint(f.frameCheckSequence, &sequence)
    frameCheckSequence = sequence
    var status = ChecksumStatus.unverified
    if w.frame.isVerified {
      status = Checksum.crc32(w.bytes[..<(first / 8)]).byteSwapped == sequence ? .good : .bad
    }
    w.generated(f.frameCheckStatus, .number(status.rawValue), from: first..<w.position)
  }

  package func dissectPayload(_ context: inout DissectionInProgress) -> Payload {
    context.leaveOutCheck()
    return isLength
      ? .payload([], length: Int(type.rawValue), by: Self.fields.length)
      : .payload([.etherType(type.rawValue)])
  }

  /// Who sends to whom; and what it carries where that is not read here.
  package var summary: String {
    let ends = "\(source) → \(destination)"
    if isLength || Protocols.bound(to: .etherType(type.rawValue)) != nil { return ends }
    let text = Self.fields.type.text(.number(UInt64(type.rawValue)))
    return "\(ends), \(type.name == nil ? "type " : "")\(text)"
  }
  package var summarized: [Field]? { [Self.fields.source] }

  /// The frame as it is on a cable: padded to the minimum, without FCS.
  package static func padded(_ frame: [UInt8]) -> [UInt8] {
    if frame.count >= minimumLength { return frame }
    return frame + [UInt8](repeating: 0, count: minimumLength - frame.count)
  }
}

private let assignmentText: @Sendable (FieldValue) -> String = {
  $0 == .bool(true) ? "Locally administered address" : "Globally unique address (factory default)"
}

private let groupText: @Sendable (FieldValue) -> String = {
  $0 == .bool(true) ? "Group address (multicast/broadcast)" : "Individual address (unicast)"
}

/// What an Ethernet frame carries (IANA "EtherTypes").
package struct EtherType: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let ipv4 = EtherType(rawValue: 0x0800)
  package static let arp = EtherType(rawValue: 0x0806)
  package static let ipv6 = EtherType(rawValue: 0x86dd)

  package var name: String? {
    switch self {
    case .ipv4: "IPv4"
    case .ipv6: "IPv6"
    default: Protocols.bound(to: .etherType(rawValue))?.short ?? EtherType.unread[rawValue]
    }
  }

  /// What is not read here, as Wireshark names it.
  private static let unread: [UInt16: String] = [
    0x22f0: "IEEE 1722 Audio Video Transport Protocol", 0x8035: "RARP", 0x8100: "802.1Q Virtual LAN",
    0x8809: "Slow Protocols", 0x8847: "MPLS label switched packet",
    0x8848: "MPLS multicast label switched packet", 0x8863: "PPPoE Discovery", 0x8864: "PPPoE Session",
    0x888e: "802.1X Authentication", 0x8892: "PROFINET", 0x88a8: "802.1ad Provider Bridge (Q-in-Q)",
    0x88cc: "802.1 Link Layer Discovery Protocol (LLDP)", 0x88e5: "802.1AE (MACsec)",
    0x88f7: "PTPv2 over Ethernet (IEEE1588)", 0x9000: "Loopback",
  ]
}

extension FieldValue {
  /// `18 bytes`, for byte runs whose content says little.
  var countText: String {
    if case .bytes(let bytes) = self { return "\(bytes.count) byte\(bytes.count == 1 ? "" : "s")" }
    return ""
  }
}
