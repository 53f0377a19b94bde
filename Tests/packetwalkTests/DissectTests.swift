import Foundation
import Networking
import Testing

@testable import UI
@testable import packetwalk

/// `packetwalk dissect`: what it prints, and how it fails.
struct DissectTests {
  private static let captures = Foundation.URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "NetworkingTests/Captures")

  private func path(_ name: String) -> String { Self.captures.appendingPathComponent(name).path }

  private func frames(_ name: String) throws -> [(CapturedFrame, Dissection)] {
    var reader = try CaptureReader(FileCaptureSource(path(name)))
    var dissector = Dissector(verifiesChecksums: false)
    var read: [(CapturedFrame, Dissection)] = []
    while let frame = try reader.next() {
      read.append((frame, dissector.dissect(frame, number: read.count + 1)))
    }
    return read
  }

  private func failure(_ arguments: String...) -> Failure? {
    do {
      let command = try #require(try Packetwalk.parseAsRoot(["dissect"] + arguments) as? Dissect)
      try command.printFrames(isConfined: false)
      return nil
    } catch {
      return error as? Failure
    }
  }

  @Test func aLineForAFrameReadsAsTsharks() throws {
    let lines = try frames("page-laptop.pcap").map { $0.1.line($0.0, since: 1_795_373_345_557_939_882) }
    #expect(
      lines[0] == "    1 0.000000000 00:00:5e:00:53:10 → ff:ff:ff:ff:ff:ff ARP 42 "
        + "Who has 192.0.2.129? Tell 192.0.2.130")
    #expect(
      lines[4] == "    5 0.000744574 203.0.113.67 → 192.0.2.130  DNS 91 "
        + "Standard query response 0x8f75 A www.example.com A 198.51.100.10")
    #expect(
      lines[6] == "    7 0.001436668  192.0.2.130 → 198.51.100.10 TCP 74 "
        + "51632 → 80 [SYN] Seq=0 Win=64240 Len=0")
    #expect(lines[17] == "   18 0.002035652 198.51.100.10 → 192.0.2.130  HTTP 1354 HTTP/1.1 200 OK")
  }

  /// `tshark -r page-laptop.pcap -T fields …` printed the right sides.
  @Test(
    arguments: [
      (10, "http.request.line", #"Host: www.example.com\r\n,User-Agent: curl/7.88.1\r\n,Accept: */*\r\n"#),
      (9, "tcp.options.nop", "01,01"), (9, "ip.addr", "192.0.2.130,198.51.100.10"),
      (9, "tcp.analysis", "1"), (9, "tcp.flags.str", "·······A····"), (1, "eth.type", "0x0806"),
      (1, "frame.time", "Nov 22, 2026 18:49:05.557939882 UTC"), (5, "dns.flags.response", "1"),
      (5, "ip.checksum.status", "2"), (1, "ip.src", ""),
    ])
  func columnsAreTsharks(frame: Int, field: String, text: String) throws {
    #expect(try frames("page-laptop.pcap")[frame - 1].1.column(field) == text)
  }

  @Test func noControlOfACaptureReachesTheTerminal() {
    #expect("GET /\u{1b}[31m\u{9b}\n".withoutControls == #"GET /\033[31m\233\012"#)
    #expect("한글 → é".withoutControls == "한글 → é")
  }

  @Test func jsonKeepsItsOrderAndItsKeys() throws {
    let (frame, dissection) = try frames("page-laptop.pcap")[6]
    let line = dissection.json(frame, since: frame.time).line
    #expect(
      line.hasPrefix(
        #"{"frame":7,"time":"0.000000000","length":74,"layers":[{"protocol":"frame","name":"Frame""#))
    #expect(line.hasSuffix(#""error":null}"#))
    #expect(
      line.contains(
        #"{"name":"ip.ttl","label":"Time to Live","value":64,"text":"64","offset":22,"length":1,"bits":[176,184],"#
          + #""generated":false,"fields":[]}"#))
    #expect(
      line.contains(
        #"{"name":"tcp.seq","label":"Sequence Number","value":0,"text":"0","offset":null,"length":null,"bits":null,"#
          + #""generated":true,"fields":[]}"#))
  }

  /// Every character that could end a string, and those that a terminal would obey, stay inside theirs.
  @Test func jsonIsReadBack() throws {
    for name in ["page-laptop.pcap", "unreachable-laptop.pcap", "ping-laptop.pcapng"] {
      for (frame, dissection) in try frames(name) {
        let data = Data(dissection.json(frame, since: frame.time).line.utf8)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let layers = try #require(object["layers"] as? [[String: Any]])
        #expect(layers.map { $0["protocol"] as? String } == dissection.layers.map(\.protocol.name))
      }
    }
  }

  @Test func reassembledFieldsSayTheirSource() throws {
    let (frame, dissection) = try frames("page-laptop.pcap")[17]
    let line = dissection.json(frame, since: frame.time).line
    #expect(
      line.contains(
        #"{"protocol":"http","name":"Hypertext Transfer Protocol","offset":0,"length":3444,"source":"tcp""#))
  }

  @Test func anUnknownFieldIsAMisuse() {
    #expect(
      failure(path("page-laptop.pcap"), "-e", "tcp.srcprt")
        == Failure(
          .usage,
          #"unknown field "tcp.srcprt"; did you mean "tcp.srcport"?; `packetwalk check --list fields` lists them all"#,
          #"모르는 필드입니다: "tcp.srcprt". 혹시 "tcp.srcport"? `packetwalk check --list fields`에 모두 있습니다"#
        ))
    #expect(failure(path("page-laptop.pcap"), "-e", "arp")?.exit == .usage)
    #expect(failure(path("page-laptop.pcap"), "--format", "tsv")?.exit == .usage)
  }

  @Test func aMissingFileIsNotFound() {
    #expect(
      failure("/nonexistent.pcap")
        == Failure(.notFound, "there is no file /nonexistent.pcap", "파일이 없습니다: /nonexistent.pcap"))
    #expect(failure(Self.captures.path)?.exit == .notFound)
  }

  /// tshark reads it; here it is refused by name.
  @Test func aVariantOfPcapIsNamed() {
    let file = path("unlike-tshark/pcap-kuznetzov.pcap")
    #expect(
      failure(file)
        == Failure(
          .badInput,
          "\(file): byte 0: a pcap file in a variant that old Linux systems wrote (its records are longer): save it as "
            + "pcapng in Wireshark"))
  }

  @Test func whatIsNoCaptureIsBadInput() {
    let file = path("README.md")
    #expect(
      failure(file)
        == Failure(
          .badInput,
          "\(file): byte 0: expected a pcap or pcapng file, but it begins with 23 20 57 68; save it as pcapng in "
            + "Wireshark or with tcpdump -w"))
  }
}
