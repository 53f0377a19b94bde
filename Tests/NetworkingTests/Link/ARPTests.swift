import Testing

@testable import Networking

/// Frames 1 and 2 of page-laptop.pcap, without their Ethernet headers.
private let request = hexBytes("0001080006040001 00005e005310 c0000282 000000000000 c0000281")
private let reply = hexBytes("0001080006040002 00005e005301 c0000281 00005e005310 c0000282")

@Test func arpRequestMadeHereIsTheKernels() {
  let laptop = MACAddress("00:00:5e:00:53:10")!
  let made = ARP(
    .request, senderMAC: laptop, senderIP: IPv4Address("192.0.2.130")!, targetIP: IPv4Address("192.0.2.129")!)
  #expect(made.encoded == request)
  #expect(made.summary == "Who has 192.0.2.129? Tell 192.0.2.130")
}

@Test func arpReplyMadeFromTheRequestIsTheKernels() throws {
  let (asked, _) = try ARP.decode(request)
  let answer = asked.reply(from: MACAddress("00:00:5e:00:53:01")!)
  #expect(answer.encoded == reply)
  #expect(answer.summary == "192.0.2.129 is at 00:00:5e:00:53:01")
}

/// Which of these tshark 4.0 marks: an announcement, a probe (RFC 5227 §1.1), a common request.
@Test(
  arguments: [
    (
      "0001080006040001 00005e005310 c0000282 000000000000 c0000282",
      ["arp.isgratuitous", "arp.isannouncement"]
    ),
    ("0001080006040001 00005e005310 c0000282 ffffffffffff c0000282", ["arp.isgratuitous"]),
    ("0001080006040001 00005e005310 00000000 000000000000 c0000282", ["arp.isprobe"]),
    ("0001080006040001 00005e005310 c0000282 000000000000 c0000281", []),
  ])
func arpSaysWhatARequestIsFor(bytes: String, marks: [String]) {
  var dissector = Dissector()
  let dissection = dissector.dissect(hexBytes(bytes), start: .name("arp"))
  let found = dissection.layers[0].nodes.map(\.field.name).filter { $0.hasPrefix("arp.is") }
  #expect(found == marks)
}

@Test func arpOfOtherAddressSizesKeepsItsBytes() throws {
  let bytes = hexBytes("0001 0800 02 03 0001 6162 78797a 6364 757677")
  let (message, used) = try ARP.decode(bytes)
  #expect(used == bytes.count)
  #expect(message.otherHardware == [[0x61, 0x62], [0x63, 0x64]])
  #expect(message.encoded == bytes)
}
