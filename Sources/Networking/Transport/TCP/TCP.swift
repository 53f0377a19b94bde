/// TCP header (RFC 9293 §3.1).
///
///      0                   1                   2                   3
///      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |          Source Port          |       Destination Port        |
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |                        Sequence Number                        |
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |                    Acknowledgment Number                      |
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |  Data |       |C|E|U|A|P|R|S|F|                               |
///     | Offset| Rsrvd |W|C|R|C|S|S|Y|I|            Window             |
///     |       |       |R|E|G|K|H|T|N|N|                               |
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |           Checksum            |         Urgent Pointer        |
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |                           [Options]                           |
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
package struct TCP: Header {
  package static let fields = TCPFields()
  package static let internetChecksum = InternetChecksum(
    fields.checksum, status: fields.checksumStatus, calculated: fields.checksumCalculated, over: .packet,
    pseudoHeader: .tcp)
  package static let descriptor = ProtocolDescriptor(
    "tcp", "Transmission Control Protocol", short: "TCP", layer: .transport, header: TCP.self, fields: fields,
    bindings: [.ipProtocol(IPProtocol.tcp.rawValue)], checksum: internetChecksum,
    moments: MomentKind.tcp.all, drops: DropReason.tcp.all, evidence: OriginKind.tcp.all, tables: [.tcp])

  package var sourcePort: UInt16 = 0
  package var destinationPort: UInt16 = 0
  /// Sequence number of the first octet of data; the initial sequence number when `syn` is set.
  package var sequence = SequenceNumber(0)
  /// Next sequence number expected from the other side; meaningful when `ack` is set.
  package var acknowledgment = SequenceNumber(0)
  /// Header length in 32-bit words, 5…15.
  package var dataOffset: UInt8 = 5
  /// Three bits that must be zero.
  package var reserved: UInt8 = 0
  /// Formerly NS, now AE (RFC 9768).
  package var accurateECN = false
  package var cwr = false
  package var ece = false
  package var urg = false
  package var ack = false
  package var psh = false
  package var rst = false
  package var syn = false
  package var fin = false
  /// Receive window in octets, before window scaling.
  package var window: UInt16 = 0
  package var checksum: UInt16 = 0
  package var urgentPointer: UInt16 = 0
  package var options: [TCPOption] = []
  /// What stands after an end-of-list option; zeros, if the sender keeps to RFC 9293 §3.2.
  package var optionPadding: [UInt8] = []

  package init() {}

  package mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    let f = Self.fields
    try w.uint(f.sourcePort, &sourcePort)
    try w.uint(f.destinationPort, &destinationPort)
    // Wireshark calls the wire's number so where it cannot count from a beginning.
    try w.uint(w.isQuote ? f.relativeSequence : f.sequence, &sequence.value)
    try w.uint(f.acknowledgment, &acknowledgment.value)
    try w.uint(f.dataOffset, &dataOffset)
    if w.isDecoding, dataOffset < 5 {
      w.note(fault: w.invalid(f.dataOffset, "\(dataOffset * 4) bytes is less than the 20 every header has"))
    }
    w.checkLength(f.dataOffset, Int(dataOffset) * 4)
    let flags = try w.open(f.flags)
    let first = w.position
    try w.uint(f.reserved, &reserved, shown: false)
    w.note(f.reserved, .bool(reserved != 0), first)
    try w.flag(f.accurateECN, &accurateECN)
    try w.flag(f.cwr, &cwr)
    try w.flag(f.ece, &ece)
    try w.flag(f.urg, &urg)
    try w.flag(f.ack, &ack)
    try w.flag(f.psh, &psh)
    try w.flag(f.rst, &rst)
    try w.flag(f.syn, &syn)
    try w.flag(f.fin, &fin)
    w.close(flags)
    try w.uint(f.window, &window)
    try w.uint(f.checksum, &checksum)
    try w.uint(f.urgentPointer, &urgentPointer)
    try walkOptions(&w)
  }

  /// `SYN`, `SYN, ACK` …: the flags by name, in Wireshark's order.
  package var flagNames: String {
    let bits = [fin, syn, rst, psh, ack, urg, ece, cwr].enumerated().reduce(0) {
      $0 | ($1.element ? 1 << $1.offset : 0)
    }
    return Self.flagNames(of: UInt64(bits))
  }

  /// Names of the flags in the lowest eight bits, from the lowest on, as Wireshark lists them.
  static func flagNames(of bits: UInt64) -> String {
    let names = ["FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"]
    return names.enumerated().filter { bits >> UInt64($0.offset) & 1 == 1 }.map(\.element).joined(
      separator: ", ")
  }

  package var summary: String { "\(sourcePort) → \(destinationPort) [\(flagNames)]" }
  package var summarized: [Field]? { [Self.fields.flags] }

  /// With data offset and checksum filled in.
  package func sealed(source: IPv4Address, destination: IPv4Address, payload: [UInt8]) -> TCP {
    var header = self
    header.dataOffset = 5
    header.checksum = 0
    header.dataOffset = UInt8(min(15, header.encoded.count / 4))
    header.checksum = Self.internetChecksum.value(
      over: header.encoded + payload, from: source, to: destination)
    return header
  }
}
