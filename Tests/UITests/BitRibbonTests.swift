import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

@Suite struct BitRibbonTests {
  /// Wireshark shows these relative to the first sequence number.
  static let relative: Set<String> = ["tcp.options.sack_le", "tcp.options.sack_re"]

  @Test func theNumberOfTheBitsIsTheFieldsValue() throws {
    var frames = try Fixture.homeFrames()
    for name in Fixture.captures { frames += try Fixture.captured(name).prefix(30) }
    var numbers = 0
    for frame in frames {
      for place in frame.everyPlace {
        let node = frame.node(place)
        guard let ribbon = BitRibbon(place, in: frame), !Self.relative.contains(node.field.name) else {
          continue
        }
        let label = "\(node.field.name) in frame \(frame.number)"
        switch node.value {
        case .number(let value):
          let spelled = String(decoding: frame.bytes(of: node.source)[node.bytes], as: UTF8.self)
          // A chunk's size is written in hexadecimal digits.
          let base = node.field.name == "http.chunk_size" ? 16 : 10
          #expect(ribbon.field.number == value || UInt64(spelled, radix: base) == value, "\(label)")
        case .bool(let flag): #expect((ribbon.field.raw != 0) == flag, "\(label)")
        case .mac(let address): #expect(ribbon.field.raw == address.value, "\(label)")
        case .ipv4(let address): #expect(ribbon.field.raw == UInt64(address.value), "\(label)")
        default: continue
        }
        numbers += 1
      }
    }
    #expect(numbers > 5000)
  }

  private func synAck() throws -> Dissection {
    try #require(try Fixture.captured("page-laptop.pcap").first { $0.messageLabel == "SYN-ACK" })
  }

  private func line(_ name: String, in unit: Dissection, _ language: Language = .en) throws -> String {
    let place = try #require(unit.places(named: name).first)
    let ribbon = try #require(BitRibbon(place, in: unit))
    return ribbon.spans(width: 78, language).map(\.text).joined()
  }

  /// A Linux kernel's SYN with ACK: data offset 10 words, flags 0x012.
  @Test func aRibbonGoesFromBytesToMeaning() throws {
    let unit = try synAck()
    #expect(
      try line("tcp.flags.syn", in: unit)
        == "a0 12 = 1010 0000 0001 00[1]0  mask 0x0002  >> 1 = 1  Set")
    #expect(
      try line("tcp.flags", in: unit)
        == "a0 12 = 1010[0000 0001 0010]  mask 0x0fff = 18  0x012 (SYN, ACK)")
    #expect(
      try line("ip.hdr_len", in: unit) == "45 = 0100[0101]  mask 0x0f = 5  × 4 = 20  20 bytes (5)")
    #expect(try line("tcp.srcport", in: unit) == "00 50 = [0000 0000 0101 0000] = 80")
    #expect(try line("ip.src", in: unit) == "c6 33 64 0a = 198 . 51 . 100 . 10")
    #expect(try line("tcp.flags.syn", in: unit, .ko).contains("마스크 0x0002"))
  }

  @Test func theSentenceOnAFlagShowsItsBits() throws {
    let unit = try synAck()
    let place = try #require(unit.places(named: "tcp.flags.syn").first)
    #expect(
      BitRibbon(place, in: unit)?.field.sentence(.en)
        == "a0 12 = 1010 0000 0001 00[1]0, mask 0x0002: Set")
    let port = try #require(unit.places(named: "tcp.srcport").first)
    #expect(BitRibbon(port, in: unit)?.field.sentence(.en) == nil)
  }

  @Test func noRibbonIsWiderThanItsLine() throws {
    var frames = try Fixture.homeFrames()
    frames += try Fixture.captured("page-laptop.pcap")
    for frame in frames {
      for place in frame.everyPlace {
        guard let ribbon = BitRibbon(place, in: frame) else { continue }
        for (width, height) in [(36, 6), (62, 9)] {
          for line in ribbon.grid(width: width, height: height, .en) {
            #expect(line.displayWidth <= width + 1, "\(frame.node(place).field.name)")
          }
        }
        switch frame.node(place).value {
        case .bytes, .text:
          #expect(ribbon.spans(width: 78, .en).displayWidth <= 78, "\(frame.node(place).field.name)")
        default: break
        }
      }
    }
  }

  // MARK: Computed values

  @Test func everyComputedFieldSaysFromWhat() {
    // Of the pseudo-layer around a frame no screen shows anything.
    let shown = Protocols.all.filter { $0 !== FrameHeader.descriptor }
    for field in shown.flatMap(\.fields) where field.isGenerated {
      #expect(!field.inputs.isEmpty, "\(field.name)")
      for case .field(let name) in field.inputs {
        #expect(Protocols.fields[name]?.first?.isGenerated == false, "\(field.name) from \(name)")
      }
    }
  }

  @Test(
    arguments: [
      ("tcp.seq", ["tcp.seq_raw"]), ("tcp.stream", ["ip.src", "ip.dst", "tcp.srcport", "tcp.dstport"]),
      ("tcp.len", ["ip.hdr_len", "ip.len", "tcp.hdr_len"]),
      (
        "tcp.checksum.status",
        ["ip.len", "ip.proto", "ip.src", "ip.dst", "tcp.checksum"]
      ), ("tcp.analysis.acks_frame", ["tcp.ack_raw"]),
    ])
  func aComputedFieldLightsItsInputs(_ name: String, _ inputs: [String]) throws {
    let frames = try Fixture.homeFrames()
    let frame = try #require(frames.first { $0.messageLabel == "SYN-ACK" })
    var walk = try walkAtFrame(frame.number, of: try Fixture.home.get())
    let unit = try #require(walk.scene.unit)
    let place = try #require(unit.places(named: name).first)
    walk.select(place)
    #expect(walk.selectedBytes.isEmpty)
    let lit = Set(walk.litPlaces.map { unit.node($0).field.name })
    #expect(lit == Set(inputs))
    let bytes = Set(walk.litBytes.flatMap(Array.init))
    for input in walk.litPlaces { #expect(bytes.isSuperset(of: unit.node(input).bytes)) }
    let text = view(Fixture.model(walk)).text
    #expect(text.contains("computed, not sent"))
  }

  @Test func aComputedValueIsMarkedInTheFieldsPane() throws {
    for frame in try Fixture.homeFrames() {
      for place in frame.everyPlace {
        let node = frame.node(place)
        if node.text.isEmpty { continue }
        #expect(node.shownText.hasPrefix("= ") == node.field.isGenerated, "\(node.field.name)")
      }
    }
  }
}
