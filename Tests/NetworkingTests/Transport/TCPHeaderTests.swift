import Testing

@testable import Networking

/// The SYN of page-laptop.pcap (frame 7).
private let syn = hexBytes(
  "c9b0005088d7575100000000a002faf074630000020405b40402080a441efda30000000001030307")
private let laptop = IPv4Address("192.0.2.130")!
private let web = IPv4Address("198.51.100.10")!

@Test func tcpSYNMadeHereIsTheKernels() throws {
  var made = TCP()
  made.sourcePort = 51632
  made.destinationPort = 80
  made.sequence = SequenceNumber(2_295_813_969)
  made.syn = true
  made.window = 64240
  made.options = [
    .maximumSegmentSize(1460), .sackPermitted, .timestamps(value: 1_142_881_699, echo: 0), .noOperation,
    .windowScale(7),
  ]
  #expect(made.sealed(source: laptop, destination: web, payload: []).encoded == syn)
  #expect(try TCP.decode(syn).0.options == made.options)
}

/// Options that are not of their kind's length, unknown kinds, an end of the list with zeros or others after it: they
/// are written as they were read.
@Test(
  arguments: [
    "0101050a0000140000001500", "fd06616263640000", "00000000", "00050607", "02060102030401 01", "1c040102",
    "0506010203040101",
  ])
func tcpOptionsAreWrittenAsTheyWereRead(options: String) throws {
  let bytes = hexBytes(options)
  var header = Array(syn.prefix(20)) + bytes
  header[12] = UInt8(header.count / 4) << 4
  let (decoded, used) = try TCP.decode(header)
  #expect(used == header.count)
  #expect(decoded.encoded == header)
}

/// RFC 768: a checksum of 0 goes out as ffff; 0 means that there is none.
@Test func udpWithoutAChecksumSaysSo() {
  var dissector = Dissector()
  var ip = IPv4()
  ip.proto = .udp
  var udp = UDP()
  udp.length = 11
  let bytes = ip.sealed(payloadLength: 11).encoded + udp.encoded + [1, 2, 3]
  let dissection = dissector.dissect(bytes, start: .name("ip"))
  #expect(dissection.nodes(named: "udp.checksum.status").map(\.show) == ["3"])
}

/// A length that no option can have: a receiver takes the segment with the options before it, as Linux 6.18 does with each
/// of these in a SYN (measured: SYN, ACK), and RFC 9293 §3.1 asks (MUST-7).
@Test(
  arguments: [
    ("020005b4", []), ("020405b403010000", [TCPOption.maximumSegmentSize(1460)]), ("03280000", []),
  ])
func aBrokenOptionIsNoReasonToDropASegment(options: String, before: [TCPOption]) throws {
  let bytes = hexBytes(options)
  var header = Array(syn.prefix(20)) + bytes
  header[12] = UInt8(header.count / 4) << 4
  let (decoded, used) = try TCP.decode(header)
  #expect(used == header.count)
  #expect(decoded.options == before)
  #expect(decoded.encoded == header)
}
