import Testing

@testable import Networking

/// Frame 7 of page-laptop.pcap.
private let header = hexBytes("4500003c87f140004006c60ac0000282c633640a")

@Test func ipv4HeaderMadeHereIsTheKernels() throws {
  var made = IPv4()
  made.identification = 0x87f1
  made.dontFragment = true
  made.proto = .tcp
  made.source = IPv4Address("192.0.2.130")!
  made.destination = IPv4Address("198.51.100.10")!
  #expect(made.sealed(payloadLength: 40).encoded == header)
  #expect(try IPv4.decode(header + [UInt8](repeating: 0, count: 40)).0 == made.sealed(payloadLength: 40))
}

/// One changed bit anywhere in a header is seen.
@Test func ipv4ChecksumSeesEachFlippedBit() {
  for bit in 0..<header.count * 8 {
    var bytes = header
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    #expect(Checksum.internet(bytes) != 0)
  }
}

@Test func ipv4FragmentIsOnlyData() {
  var bytes = header + [UInt8](repeating: 7, count: 40)
  bytes[6] = 0x20
  var dissector = Dissector()
  #expect(dissector.dissect(bytes, start: .name("ip")).layers.map(\.protocol.name) == ["ip", "data"])
}

/// A network card that cuts segments itself gets the packet with a length of 0 (tshark: "presumed to be because of TSO").
@Test func ipv4PacketForAnOffloadingCardIsNotBroken() {
  var bytes = header + hexBytes("c9b00050 88d75751 00000000 50100000 00000000 616263")
  bytes[2] = 0
  bytes[3] = 0
  var dissector = Dissector()
  let dissection = dissector.dissect(bytes, start: .name("ip"))
  #expect(dissection.error == nil)
  #expect(dissection.nodes(named: "tcp.len").first?.show == "3")
}
