import Testing

@testable import Networking

/// What a capture point makes of segments: numbers counted from the beginning, messages put together.
struct TCPStreamTests {
  private static let client = IPv4Address("192.0.2.130")!
  private static let server = IPv4Address("198.51.100.10")!

  /// A conversation seen at one point; each call is one packet.
  private struct Watcher {
    var dissector = Dissector()
    var frame = 0

    mutating func see(
      fromServer: Bool = false, _ sequence: UInt32, _ payload: [UInt8] = [],
      _ change: (inout TCP) -> Void = { _ in }
    ) -> Dissection {
      var tcp = TCP()
      (tcp.sourcePort, tcp.destinationPort) = fromServer ? (80, 40000) : (40000, 80)
      tcp.sequence = SequenceNumber(sequence)
      tcp.ack = true
      change(&tcp)
      var ip = IPv4()
      ip.proto = .tcp
      (ip.source, ip.destination) =
        fromServer
        ? (TCPStreamTests.server, TCPStreamTests.client) : (TCPStreamTests.client, TCPStreamTests.server)
      let header = tcp.sealed(source: ip.source, destination: ip.destination, payload: payload).encoded
      let bytes = ip.sealed(payloadLength: header.count + payload.count).encoded + header + payload
      frame += 1
      return dissector.dissect(
        bytes, number: frame, time: Int64(frame) * 1_000_000_000, start: .name("ip"))
    }
  }

  private static let response = Array(
    "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 10\r\n\r\n0123456789".utf8)

  private func shown(_ dissection: Dissection, _ name: String) -> [String] {
    dissection.nodes(named: name).map(\.show)
  }

  @Test func theLastSegmentShowsTheMessage() {
    var watcher = Watcher()
    let parts = [
      Self.response.prefix(20), Self.response.dropFirst(20).prefix(50), Self.response.dropFirst(70),
    ]
    let first = watcher.see(fromServer: true, 1000, Array(parts[0]))
    #expect(first.layers.map(\.protocol.name) == ["ip", "tcp"])
    #expect(shown(first, "tcp.segment_data").count == 1)
    _ = watcher.see(fromServer: true, 1020, Array(parts[1]))
    let last = watcher.see(fromServer: true, 1070, Array(parts[2]))
    #expect(last.layers.map(\.protocol.name) == ["ip", "tcp", "http"])
    #expect(last.layers.last?.source == .tcp)
    #expect(last.reassembled == Self.response)
    #expect(shown(last, "tcp.segment") == ["1", "2", "3"])
    #expect(
      last.nodes(named: "tcp.segment").map(\.bytes) == [0..<20, 20..<70, 70..<Self.response.count])
  }

  @Test func segmentsOutOfOrderAreWaitedFor() {
    var watcher = Watcher()
    _ = watcher.see(fromServer: true, 999) { $0.syn = true }
    _ = watcher.see(fromServer: true, 1040, Array(Self.response.dropFirst(40)))
    let last = watcher.see(fromServer: true, 1000, Array(Self.response.prefix(40)))
    #expect(last.reassembled == Self.response)
    #expect(shown(last, "tcp.segment") == ["3", "2"])
  }

  @Test func segmentsSentAgainAreNotReadTwice() {
    var watcher = Watcher()
    _ = watcher.see(fromServer: true, 1000, Array(Self.response.prefix(40)))
    _ = watcher.see(fromServer: true, 1000, Array(Self.response.prefix(40)))
    let overlapping = watcher.see(fromServer: true, 1030, Array(Self.response.dropFirst(30)))
    #expect(overlapping.reassembled == Self.response)
    let again = watcher.see(fromServer: true, 1030, Array(Self.response.dropFirst(30)))
    #expect(again.layers.last?.protocol.name == "tcp")
  }

  @Test func messagesInOneSegmentAreEachALayer() {
    var watcher = Watcher()
    let request = Array("GET / HTTP/1.1\r\nHost: h\r\n\r\n".utf8)
    let both = watcher.see(5, request + request)
    #expect(both.layers.map(\.protocol.name) == ["ip", "tcp", "http", "http"])
    #expect(both.layers[3].bytes.lowerBound == both.layers[2].bytes.upperBound)
  }

  @Test func aBodyWithoutALengthEndsWithTheConnection() {
    var watcher = Watcher()
    _ = watcher.see(fromServer: true, 1000, Array("HTTP/1.0 200 OK\r\n\r\nhel".utf8))
    _ = watcher.see(fromServer: true, 1022, Array("lo".utf8))
    let last = watcher.see(fromServer: true, 1024) { $0.fin = true }
    #expect(last.header(HTTPMessage.self)?.body == Array("hello".utf8))
    #expect(shown(last, "tcp.segment") == ["1", "2", "3"])
  }

  @Test func numbersCountFromTheSYN() {
    var watcher = Watcher()
    let syn = watcher.see(4_294_967_290) { tcp in
      (tcp.syn, tcp.ack) = (true, false)
      tcp.options = [.windowScale(7), .noOperation]
    }
    #expect(shown(syn, "tcp.seq") == ["0"])
    _ = watcher.see(fromServer: true, 7) { tcp in
      tcp.syn = true
      tcp.acknowledgment = SequenceNumber(4_294_967_291)
      tcp.options = [.windowScale(2), .noOperation]
    }
    let data = watcher.see(4_294_967_291, Array("0123456789".utf8)) { tcp in
      tcp.acknowledgment = SequenceNumber(8)
      tcp.window = 3
    }
    #expect(shown(data, "tcp.seq") == ["1"])
    #expect(shown(data, "tcp.nxtseq") == ["11"])
    #expect(shown(data, "tcp.ack") == ["1"])
    #expect(shown(data, "tcp.window_size") == ["384"])
    #expect(shown(data, "tcp.stream") == ["0"])
  }

  /// A unit inside a host is read with what the capture point knows, and teaches it nothing.
  @Test func aCopyReadsAUnitWithoutTeachingTheCapturePoint() {
    var watcher = Watcher()
    _ = watcher.see(100) { ($0.syn, $0.ack) = (true, false) }
    var copy = watcher
    #expect(shown(copy.see(101, Array("GET / HTTP/1.1\r\n".utf8)), "tcp.seq") == ["1"])
    let real = watcher.see(101, Array("GET / HTTP/1.1\r\n\r\n".utf8))
    #expect(real.layers.last?.protocol.name == "http")
    #expect(shown(real, "tcp.analysis.retransmission").isEmpty)
  }

  @Test func aSegmentWithABadChecksumIsNoPartOfTheStream() {
    var watcher = Watcher()
    var bytes = watcher.see(fromServer: true, 1000, Array("HTTP/1.1 200 OK\r\n".utf8)).bytes
    bytes[bytes.count - 1] ^= 1
    var dissector = Dissector()
    let dissection = dissector.dissect(bytes, start: .name("ip"))
    #expect(shown(dissection, "tcp.checksum.status") == ["0"])
    #expect(dissection.layers.map(\.protocol.name) == ["ip", "tcp", "data"])
  }

  @Test func aGapThatIsNeverFilledIsGivenUp() {
    var reader = TCPStreamReader()
    reader.begin(at: SequenceNumber(0))
    let run = TCPStreamReader.Piece(frame: 1, offset: 0, bytes: [UInt8](repeating: 1, count: 60_000)[...])
    var delivered = 0
    for index in 0..<40 {
      for piece in reader.accept(run, at: SequenceNumber(10) + index * 60_000) {
        delivered += piece.bytes.count
      }
    }
    #expect(delivered == 40 * 60_000)
  }

  /// Ack and window as they are, again: tshark counts them.
  @Test func repeatedAcknowledgmentsAndTheirAnswerAreRemarked() {
    var watcher = Watcher()
    _ = watcher.see(fromServer: true, 1000, Array("a".utf8)) { $0.acknowledgment = SequenceNumber(50) }
    func acknowledge() -> Dissection {
      watcher.see(50) { tcp in
        tcp.acknowledgment = SequenceNumber(1001)
        tcp.window = 9
      }
    }
    #expect(shown(acknowledge(), "tcp.analysis.duplicate_ack_num").isEmpty)
    let gap = watcher.see(fromServer: true, 1002, Array("c".utf8)) { $0.acknowledgment = SequenceNumber(50) }
    #expect(!gap.nodes(named: "tcp.analysis.lost_segment").isEmpty)
    #expect(shown(acknowledge(), "tcp.analysis.duplicate_ack_num") == ["1"])
    #expect(shown(acknowledge(), "tcp.analysis.duplicate_ack_num") == ["2"])
  }
}
