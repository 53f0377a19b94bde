import Foundation
import Networking
import Testing

@testable import UI
@testable import packetwalk

/// The line for a frame in which something is wrong: what was read, the error, and no value that was never read.
struct BrokenFrameTests {
  private func lines(_ name: String) throws -> [String] {
    let folder = Foundation.URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("NetworkingTests/Captures")
    var reader = try CaptureReader(FileCaptureSource(folder.appendingPathComponent(name).path))
    var dissector = Dissector(verifiesChecksums: false)
    var lines: [String] = []
    while let frame = try reader.next() {
      lines.append(dissector.dissect(frame, number: lines.count + 1).line(frame, since: frame.time))
    }
    return lines
  }

  @Test func aLengthThatLiesHidesNothing() throws {
    let lines = try lines("by-hand/lying.pcap")
    #expect(
      lines[0]
        == "    1 0.000000000  192.0.2.130 → 198.51.100.10 DNS 75 Standard query 0x1234 A www.example.com "
        + "[ip at byte 16: Total Length (ip.len) says 71 bytes, but only 61 are there]")
    #expect(lines[1].contains(" HTTP 104 GET /a?x=1&y=2 HTTP/1.1 [ip at byte 16: "))
    #expect(lines[5].contains("TCP 60 40001 → 80 [PSH, ACK] Seq=1000 Ack=1 Win=500 [tcp at byte 46: "))
  }

  @Test func noLineSpeaksOfWhatWasNotRead() throws {
    let lines = try lines("by-hand/lying.pcap")
    #expect(lines.allSatisfy { !$0.contains("0.0.0.0") })
    // The IP header ends before its addresses: those of the Ethernet header are there.
    #expect(
      lines[7] == "    8 0.000000000 00:00:5e:00:53:10 → 00:00:5e:00:53:01 IP 60 "
        + "[ip at byte 16: Total Length (ip.len): 28 bytes is less than the header's 60]")
    #expect(lines[12].contains("  192.0.2.130 →              IP 30 [ip at byte 16: "))
    #expect(lines[14].contains(" TCP 44 [ip at byte 16: "))
    #expect(lines[15].contains(" ICMP 38 [icmp at byte 38: "))
  }

  @Test func aBadOptionHidesNothingElse() throws {
    #expect(
      try lines("reported/tcp-option-length-0-before-http.pcap") == [
        "    1 0.000000000  192.0.2.130 → 198.51.100.10 HTTP 94 GET /a HTTP/1.1 "
          + "[tcp at byte 55: Length (tcp.option_len): 0 is less than the option's own 2 bytes]"
      ])
  }
}
