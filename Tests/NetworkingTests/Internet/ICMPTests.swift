import Testing

@testable import Networking

/// Frame 4 of unreachable-laptop.pcap after its Ethernet header: port unreachable, quoting a UDP datagram.
private let unreachable = hexBytes(
  """
  45c00049f97700003c0197bcc633640ac0000282 0303e9e700000000
  4500002df4dd40003c115d22c0000282c633640a eae90009 00194e93 497320616e79626f64792074686572653f
  """)

@Test func icmpErrorMadeHereIsTheKernels() {
  let quote = Array(unreachable.dropFirst(28))
  #expect(ICMP.unreachable(.port).sealed(payload: quote).encoded + quote == Array(unreachable.dropFirst(20)))
}

@Test func icmpEchoReplyDiffersInTypeAndChecksum() throws {
  let data = Array("abcdefgh".utf8)
  let request = ICMP.echoRequest(identifier: 0x1234, sequence: 1).sealed(payload: data)
  #expect(Checksum.internet(request.encoded + data) == 0)
  let reply = request.echoReply().sealed(payload: data)
  #expect(reply.type == .echoReply)
  #expect(reply.checksum == request.checksum &+ 0x0800)
}

@Test func icmpQuoteCutAnywhereIsNoError() {
  for count in 28..<unreachable.count {
    var bytes = Array(unreachable.prefix(count))
    bytes[3] = UInt8(count)
    var dissector = Dissector()
    let dissection = dissector.dissect(bytes, start: .name("ip"))
    #expect(dissection.error == nil, "\(count) bytes")
    #expect(dissection.layers.prefix(2).map(\.protocol.name) == ["ip", "icmp"])
  }
}

@Test func icmpQuoteTeachesTheDissectorNothing() {
  var dissector = Dissector()
  _ = dissector.dissect(unreachable, start: .name("ip"))
  let datagram = Array(unreachable.dropFirst(28))
  let dissection = dissector.dissect(datagram, number: 2, time: 5, start: .name("ip"))
  #expect(dissection.nodes(named: "udp.time_delta").map(\.show) == ["0.000000005"])
}

@Test func icmpFragmentationNeededCarriesTheSize() throws {
  let header = ICMP.unreachable(.fragmentationNeeded, mtu: 1400)
  #expect(header.encoded == hexBytes("03040000 0000 0578"))
  #expect(try ICMP.decode(header.encoded).0 == header)
}

/// As every ICMP error does, though none is sent any more (RFC 6633).
@Test func aSourceQuenchQuotes() {
  var ip = IPv4()
  ip.proto = .udp
  (ip.source, ip.destination) = (IPv4Address("192.0.2.130")!, IPv4Address("198.51.100.10")!)
  let quote = ip.sealed(payloadLength: 8).encoded + [0x9c, 0x40, 0, 53, 0, 8, 0, 0]
  let bytes = ICMP(ICMPType(rawValue: 4), code: 0).sealed(payload: quote).encoded + quote
  var dissector = Dissector()
  let dissection = dissector.dissect(bytes, start: .name("icmp"))
  #expect(dissection.layers.map(\.protocol.name) == ["icmp", "ip", "udp"])
  #expect(dissection.nodes(named: "ip.src").map(\.show) == ["192.0.2.130"])
}
