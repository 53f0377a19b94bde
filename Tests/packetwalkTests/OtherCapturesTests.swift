import Foundation
import Networking
import Testing

@testable import UI
@testable import packetwalk

/// Captures that are not read as tshark reads them: other links, blocks that are no frames, times that are none.
struct OtherCapturesTests {
  private func frames(_ name: String) throws -> [(CapturedFrame, Dissection)] {
    let folder = Foundation.URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("NetworkingTests/Captures")
    var reader = try CaptureReader(FileCaptureSource(folder.appendingPathComponent(name).path))
    var dissector = Dissector(verifiesChecksums: false)
    var frames: [(CapturedFrame, Dissection)] = []
    while let frame = try reader.next() {
      frames.append((frame, dissector.dissect(frame, number: frames.count + 1)))
    }
    return frames
  }

  @Test(
    arguments: [
      ("null", "link type 0 (BSD loopback)", 50), ("sll", "link type 113 (Linux cooked)", 62),
      ("sll2", "link type 276 (Linux cooked, version 2)", 66),
    ])
  func aLinkThatIsNotReadIsNamed(name: String, link: String, length: Int) throws {
    let frames = try frames("unlike-tshark/pcap-link-\(name).pcap")
    #expect(frames.count == 1)
    for (frame, dissection) in frames {
      #expect(dissection.error?.description == "\(link) is not read here, so its frames are only bytes")
      #expect(dissection.layers.map(\.protocol.name) == ["frame", "data"])
      #expect(
        dissection.line(frame, since: frame.time).hasSuffix(
          "\(length) bytes [\(link) is not read here, so its frames are only bytes]"))
    }
  }

  @Test func aCustomBlockIsNoFrame() throws {
    let frames = try frames("unlike-tshark/pcapng-custom-blocks.pcapng")
    #expect(
      frames.map { $0.1.layers.map(\.protocol.name).joined(separator: ":") } == [
        "frame:eth:arp", "frame:eth:ip:icmp:data",
      ])
  }

  @Test func aFrameWithoutATimeShowsNone() throws {
    let frames = try frames("reported/pcapng-simple-packet-after-timed-one.pcapng")
    let lines = frames.map { $0.1.line($0.0, since: 1_790_000_000_000_000_000) }
    #expect(lines[0].hasPrefix("    1 0.000000000 00:00:5e"))
    #expect(lines[1].hasPrefix("    2             00:00:5e"))
    #expect(lines[2].hasPrefix("    3 0.500000000 00:00:5e"))
    for name in ["frame.time", "frame.time_epoch", "frame.time_delta", "frame.time_relative"] {
      #expect(frames[1].1.column(name) == "")
    }
    #expect(frames[2].1.column("frame.time_delta") == "0.500000000")
    #expect(frames[1].1.json(frames[1].0, since: 0).line.hasPrefix(#"{"frame":2,"time":null,"#))
  }

  /// A TCP stream, a DNS answer and a ping reply in frames without a time show no time that is counted from it.
  @Test func nothingIsCountedFromATimeThatIsNotThere() throws {
    for name in ["page-laptop.pcap", "ping-laptop.pcapng"] {
      var dissector = Dissector()
      for (index, (frame, _)) in try frames(name).enumerated() {
        var untimed = frame
        untimed.time = nil
        let shown = dissector.dissect(untimed, number: index + 1).layers.flatMap(\.nodes).map(\.field)
        #expect(shown.allSatisfy { !$0.inputs.contains(.time) }, "frame \(index + 1)")
      }
    }
  }

  @Test func aTimeOutOfRangeIsSaidAndNotBent() throws {
    for (frame, dissection) in try frames("reported/pcapng-time-beyond-2262.pcapng") {
      #expect(frame.time == nil)
      #expect(dissection.column("frame.time_epoch") == "")
      #expect(
        dissection.error?.description
          == "the frame's time is before 1970 or after April 2262, and is not read")
      #expect(dissection.layers.last?.protocol.name == "arp")
    }
  }
}
