import Testing

@testable import Networking

/// An error names the layer, the field, the place, what is needed, what is there and what set the limit.
struct WireErrorTests {
  private let syn = hexBytes(
    """
    00005e00530100005e0053100800 4500003c87f1400040 06c60a c0000282 c633640a
    c9b00050 88d75751 00000000 a002faf0 74630000 020405b40402080a441efda30000000001030307
    """)

  private func error(_ bytes: [UInt8]) -> String? {
    var dissector = Dissector()
    return dissector.dissect(bytes).error?.description
  }

  private func changed(_ offset: Int, _ value: UInt8) -> [UInt8] {
    var bytes = syn
    bytes[offset] = value
    return bytes
  }

  @Test func aGoodFrameHasNone() { #expect(error(syn) == nil) }

  @Test func aFrameThatEndsInAFieldSaysHowMuchIsMissing() {
    #expect(
      error(Array(syn.prefix(13))) == "eth at byte 12: Type (eth.type) needs 2 bytes, but only 1 byte is left"
    )
    #expect(
      error(Array(syn.prefix(12))) == "eth at byte 12: Type (eth.type) needs 2 bytes, but nothing is left")
  }

  @Test func aLengthThatPromisesTooMuchIsBlamed() {
    #expect(
      error(changed(17, 0x40)) == "ip at byte 16: Total Length (ip.len) says 64 bytes, but only 60 are there")
    #expect(
      error(changed(46, 0xf0) + [UInt8](repeating: 0, count: 9))
        == "tcp at byte 46: Header Length (tcp.hdr_len) says 60 bytes, but ip.len = 60 leaves only 40")
  }

  @Test func aLengthThatIsTooSmallIsBlamed() {
    #expect(
      error(changed(14, 0x44))
        == "ip at byte 14: Header Length (ip.hdr_len): 16 bytes is less than the 20 every header has")
    #expect(
      error(changed(17, 19)) == "ip at byte 16: Total Length (ip.len): 19 bytes is less than the header's 20")
    #expect(
      error(changed(46, 0x40))
        == "tcp at byte 46: Header Length (tcp.hdr_len): 16 bytes is less than the 20 every header has")
  }

  @Test func anOptionThatLeavesTheHeaderIsBlamed() {
    #expect(
      error(changed(61, 40))
        == "tcp at byte 62: Length (tcp.option_len) needs 38 bytes, but tcp.hdr_len = 40 leaves 12 bytes")
    #expect(
      error(changed(55, 1))
        == "tcp at byte 55: Length (tcp.option_len): 1 is less than the option's own 2 bytes")
  }

  @Test func whatCanBeReadIsReadAndTheRestIsData() {
    var dissector = Dissector()
    let dissection = dissector.dissect(changed(46, 0x40))
    #expect(dissection.layers.map(\.protocol.name) == ["eth", "ip", "tcp", "data"])
    // The 20 bytes that every header has are read, whatever its length field says.
    #expect(dissection.nodes(named: "tcp.ack_raw").first?.show == "0")
    #expect(dissection.nodes(named: "tcp.flags.syn").first?.show == "1")
    #expect(dissection.layers.last?.bytes == 54..<74)
  }
}
