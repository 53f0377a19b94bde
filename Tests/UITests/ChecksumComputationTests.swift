import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

@Suite struct ChecksumWalkTests {
  /// RFC 1071 §3: the bytes 00 01 f2 03 f4 f5 f6 f7 give 2ddf0, folded ddf2; the sums between were added by hand.
  @Test func theExampleOfTheRFC() {
    var sum: UInt16 = 0
    var seen: [UInt16] = []
    var carries: [Bool] = []
    for word in [0x0001, 0xf203, 0xf4f5, 0xf6f7] as [UInt16] {
      let step = ChecksumComputation.Step(sum, adding: word)
      sum = step.after
      seen.append(step.after)
      carries.append(step.hasCarry)
    }
    #expect(seen == [0x0001, 0xf204, 0xe6fa, 0xddf2])
    #expect(carries == [false, false, true, true])
    #expect(~sum == 0x220d)
    #expect(ChecksumComputation.Step(0xffff, adding: 0xffff).after == 0xffff)
  }

  static func sums(_ unit: Dissection) -> [(String, ChecksumComputation)] {
    unit.layers.indices.compactMap { index in
      (try? ChecksumComputation(unit, layer: index)).map { (unit.layers[index].protocol.name, $0) }
    }
  }

  @Test func everySumOfEveryFrameEndsInTheField() throws {
    var seen: [String: Int] = [:]
    var hasOdd = false
    for frame in try Fixture.homeFrames() {
      for (name, sum) in Self.sums(frame) {
        #expect(sum.result == sum.held, "\(name) in frame \(frame.number)")
        #expect(sum.received == 0xffff)
        #expect(sum.words.count { $0.isField } == 1)
        seen[name, default: 0] += 1
        hasOdd = hasOdd || sum.words.contains { $0.isPadded }
      }
    }
    #expect(Set(seen.keys).isSuperset(of: ["ip", "tcp", "udp"]))
    #expect(hasOdd)
  }

  /// The dissector computes the same in another way, and tshark agrees with it on these captures.
  @Test(arguments: Fixture.captures)
  func theSumAgreesWithTheDissector(_ name: String) throws {
    var count = 0
    let frames = try Fixture.captured(name)
    for frame in frames {
      for (name, sum) in Self.sums(frame) {
        let nodes = frame.layers[sum.layer].nodes
        guard
          case .number(let status)? = nodes.first(where: { $0.field.name == name + ".checksum.status" })?
            .value,
          status == ChecksumStatus.good.rawValue || status == ChecksumStatus.bad.rawValue
        else { continue }
        let label = "\(name) in frame \(frame.number)"
        #expect(sum.isRight == (status == ChecksumStatus.good.rawValue), "\(label)")
        if let right = nodes.first(where: { $0.field.name == name + ".checksum_calculated" })?.value {
          #expect(right == .number(UInt64(sum.result)), "\(label)")
        }
        count += 1
      }
    }
    let isSummed = frames.contains { $0.layers.contains { $0.protocol.checksum != nil } }
    #expect(count > 0 || !isSummed)
  }

  @Test func aBrokenByteIsFoundOut() throws {
    let frame = try #require(
      try Fixture.captured("page-laptop.pcap").first { $0.header(TCP.self) != nil && $0.error == nil })
    var bytes = frame.bytes
    bytes[14 + 20] ^= 0x10
    var dissector = Dissector()
    let broken = dissector.dissect(bytes)
    let sums = Dictionary(uniqueKeysWithValues: Self.sums(broken))
    #expect(sums["ip"]?.isRight == true)
    #expect(sums["tcp"]?.isRight == false)
    #expect(sums["tcp"]?.received != 0xffff)
  }

  @Test func whatCannotBeAddedUpSaysWhy() throws {
    let frames = try Fixture.captured("page-laptop.pcap")
    let udp = try #require(frames.first { $0.header(UDP.self) != nil })
    func reason(_ unit: Dissection, _ name: String) -> ChecksumCoverage.Absence? {
      guard let layer = unit.layers.firstIndex(where: { $0.protocol.name == name }) else { return .noBytes }
      do throws(ChecksumCoverage.Absence) {
        _ = try ChecksumComputation(unit, layer: layer)
        return nil
      } catch { return error }
    }
    #expect(reason(udp, "eth") == .frameCheckSequence)
    #expect(reason(udp, "dns") == ChecksumCoverage.Absence.none("DNS", carrier: "UDP"))
    #expect(reason(udp, "ip") == nil)
    var bytes = udp.bytes
    bytes[40] = 0
    bytes[41] = 0
    var dissector = Dissector()
    #expect(reason(dissector.dissect(bytes), "udp") == .leftOut)
    let cut = dissector.dissect(
      Array(udp.bytes.prefix(50)), frame: FrameInfo(wireLength: udp.bytes.count))
    #expect(reason(cut, "udp") == .cut)
    let inside = dissector.dissect(Array(udp.bytes.dropFirst(34)), start: .name("udp"))
    #expect(reason(inside, "udp") == .noAddresses)
    #expect(
      inside.nodes(named: "udp.checksum.status").first?.value == .number(ChecksumStatus.unverified.rawValue))
    // An ICMP error quotes 28 bytes of a longer packet: the frame's padding behind the quote is no part of that.
    let quoting = try #require(
      try Fixture.captured("unreachable-laptop.pcap").first { ($0.header(ICMP.self)?.type.isError) == true })
    let icmp = try #require(quoting.layers.firstIndex { $0.header is ICMP })
    let quoted = quoting.layers[icmp].bytes.upperBound
    var packet = Array(quoting.bytes[14..<quoted + 28])
    packet[2] = 0
    packet[3] = UInt8(packet.count)
    let padded = dissector.dissect(quoting.bytes[..<14] + packet + [UInt8](repeating: 0, count: 400))
    for index in padded.layers.indices where padded.layers[index].isQuoted {
      guard padded.layers[index].protocol.checksum?.pseudoHeader != nil || padded.layers[index].header is ICMP
      else { continue }
      #expect(throws: ChecksumCoverage.Absence.cut) { try ChecksumComputation(padded, layer: index) }
    }
    #expect(padded.layers.contains { $0.isQuoted })
  }

  // MARK: On the screen

  private func model(_ way: String, _ language: Language = .en, height: Int = 24) throws -> Model {
    var walk = try walkAtFrame(7, of: try Fixture.home.get())
    let unit = try #require(walk.scene.unit)
    walk.select(try #require(unit.places(named: "udp.length").first))
    var model = Fixture.model(walk, language, width: height < 40 ? 80 : 120, height: height)
    try model.press(keys(way))
    return model
  }

  @Test func aWordIsAddedAKey() throws {
    let text = view(try model("c")).text
    #expect(text.contains("UDP checksum  word 1 of 27  pseudo-header"))
    #expect(text.contains("[c0 00]02 82 cb 00)"))
    #expect(text.contains("+ [c000] bytes 26-27: ip.src"))
    let third = view(try model("c ↓ ↓")).text
    #expect(third.contains("the carry comes back at the right: "))
    #expect(view(try model("c TAB")).text.contains("word 7 of 27  header"))
    #expect(view(try model("c PGDN")).text.contains("word 9 of 27"))
    let end = view(try model("c END")).text
    #expect(end.contains("✓ all ones: unchanged"))
    #expect(end.contains("every bit inverted  ✓ the field holds 0x"))
  }

  @Test func escapeShowsWhatWasThere() throws {
    let before = try model("↓")
    for way in ["↓ c ESC", "↓ c ↓ ↓ END ESC", "↓ c c", "↓ c TAB TAB ESC"] {
      #expect(view(try model(way)).text == view(before).text, "\(way)")
    }
    #expect(view(try model("ENTER c ESC")).text == view(try model("ENTER")).text)
  }

  @Test func tallScreensListTheWords() throws {
    let text = view(try model("c ↓ ↓ ↓", height: 40)).text
    #expect(text.contains("bytes 26-27     + c000 = c000"))
    #expect(text.contains("word 4 of 27"))
  }
}
