import Testing

@testable import Networking

/// What a frame carries that no part of the program reads: named as tshark names it (`tshark -G values`, eth.type).
@Test(arguments: [
  (
    0x8100, "802.1Q Virtual LAN (0x8100)",
    "02:00:00:00:00:01 → ff:ff:ff:ff:ff:ff, 802.1Q Virtual LAN (0x8100)"
  ),
  (0x88b5, "0x88b5", "02:00:00:00:00:01 → ff:ff:ff:ff:ff:ff, type 0x88b5"),
  (0x0806, "ARP (0x0806)", "02:00:00:00:00:01 → ff:ff:ff:ff:ff:ff"),
])
func aTypeThatIsNotReadIsNamed(type: UInt16, text: String, summary: String) {
  var frame = Ethernet()
  frame.destination = .broadcast
  frame.source = MACAddress("02:00:00:00:00:01")!
  frame.type = EtherType(rawValue: type)
  var dissector = Dissector()
  let dissection = dissector.dissect(Ethernet.padded(frame.encoded))
  let layer = dissection.layers.first { $0.header is Ethernet }
  #expect(layer?.summary == summary)
  #expect(dissection.nodes(named: "eth.type").first?.text == text)
}
