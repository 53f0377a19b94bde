import Testing

@testable import Networking

struct PaddingTests {
  /// An ARP request of a Linux kernel (Captures/page-laptop.pcap, frame 1), padded as it is on a cable.
  @Test func whatStandsBehindAnARPMessageIsPadding() throws {
    let hex = """
      ffffffffffff00005e005310080600010800060400 0100005e005310c0000282000000000000c0000281
      """.filter(\.isHexDigit)
    let digits = Array(hex)
    let frame = stride(from: 0, to: digits.count, by: 2).map {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)!
    }
    #expect(frame.count == 42)
    var dissector = Dissector()
    let padded = dissector.dissect(Ethernet.padded(frame))
    #expect(padded.nodes(named: "eth.padding").map(\.bytes) == [42..<60])
    #expect(dissector.dissect(frame).nodes(named: "eth.padding").isEmpty)
    #expect(dissector.dissect(frame + [0, 7]).nodes(named: "eth.trailer").map(\.bytes) == [42..<44])
  }

  /// A SYN is longer than 60 bytes: nobody pads it (tshark 4.0.17 says so too).
  @Test func whatStandsBehindALongPacketIsNoPadding() throws {
    let syn = ExpressionSample.syn + [0, 0, 0]
    var dissector = Dissector()
    let dissection = dissector.dissect(syn)
    #expect(dissection.nodes(named: "eth.padding").isEmpty)
    #expect(dissection.nodes(named: "eth.trailer").map(\.bytes) == [74..<77])
  }

  /// On a cable of a walk nothing is left to guess: no frame there has its check sequence with it.
  @Test func aFrameOfAWalkHasNoCheckSequence() throws {
    let frame = ExpressionSample.syn + [UInt8](repeating: 7, count: 8)
    func names(_ checkLength: Int?) -> [String] {
      var dissector = Dissector()
      let info = FrameInfo(wireLength: frame.count, checkLength: checkLength)
      return dissector.dissect(frame, frame: info).layers[1].nodes.suffix(3).map(\.field.name)
    }
    #expect(names(0).last == "eth.trailer")
    #expect(names(nil) == ["eth.trailer", "eth.fcs", "eth.fcs.status"])
    #expect(names(4) == ["eth.trailer", "eth.fcs", "eth.fcs.status"])
    var dissector = Dissector()
    #expect(dissector.dissect(frame).nodes(named: "eth.fcs").isEmpty)
  }
}

/// Octets of a header that a snap length breaks off belong to it, though it says nothing of them.
@Test func aCutHeaderIsNobodysTrailer() throws {
  for (index, frame) in try Golden.frames("page-laptop.pcap").enumerated() {
    for count in 15..<min(54, frame.bytes.count) {
      var dissector = Dissector()
      let dissection = dissector.dissect(
        Array(frame.bytes.prefix(count)), number: index + 1,
        frame: FrameInfo(wireLength: frame.bytes.count))
      for name in ["eth.padding", "eth.trailer", "eth.fcs"] where dissection.nodes(named: name).first != nil {
        Issue.record("frame \(index + 1) cut to \(count) bytes has \(name)")
      }
      #expect(dissection.error == nil)
    }
  }
}
