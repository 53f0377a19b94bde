import Testing

@testable import Networking

/// Conversations of which a capture lacks some bytes, or has them in another order.
struct TCPGapTests {
  /// A conversation seen at one point, from the server's SYN with number 999 on; each call is one packet.
  private struct Watcher {
    var dissector = Dissector()
    var frame = 0
    let port: UInt16

    init(port: UInt16) {
      self.port = port
      _ = see(fromServer: true, 999, 1, []) { $0.syn = true }
    }

    mutating func client(_ sequence: Int, _ acknowledged: Int, _ payload: [UInt8] = []) -> Dissection {
      see(fromServer: false, sequence, acknowledged, payload)
    }

    mutating func server(_ sequence: Int, _ acknowledged: Int, _ payload: [UInt8] = []) -> Dissection {
      see(fromServer: true, sequence, acknowledged, payload)
    }

    private mutating func see(
      fromServer: Bool, _ sequence: Int, _ acknowledged: Int, _ payload: [UInt8],
      _ change: (inout TCP) -> Void = { _ in }
    ) -> Dissection {
      var tcp = TCP()
      (tcp.sourcePort, tcp.destinationPort) = fromServer ? (port, 40000) : (40000, port)
      tcp.sequence = SequenceNumber(0) + sequence
      tcp.acknowledgment = SequenceNumber(0) + acknowledged
      tcp.ack = true
      change(&tcp)
      var ip = IPv4()
      ip.proto = .tcp
      let ends = (IPv4Address("192.0.2.130")!, IPv4Address("198.51.100.10")!)
      (ip.source, ip.destination) = fromServer ? (ends.1, ends.0) : ends
      let header = tcp.sealed(source: ip.source, destination: ip.destination, payload: payload).encoded
      let bytes = ip.sealed(payloadLength: header.count + payload.count).encoded + header + payload
      frame += 1
      return dissector.dissect(
        bytes, number: frame, time: Int64(frame) * 1_000_000_000, start: .name("ip"))
    }
  }

  private static let request = Array("GET /a HTTP/1.1\r\nHost: h\r\n\r\n".utf8)
  private static let response = Array("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".utf8)

  private func shown(_ dissection: Dissection, _ name: String) -> [String] {
    dissection.nodes(named: name).map(\.show)
  }

  @Test(arguments: [(0, 20), (20, response.count)])
  func aGapInAnAnswerEndsWithThatAnswer(lost: (Int, Int)) {
    var watcher = Watcher(port: 80)
    let (asked, end) = (Self.request.count, 1000 + Self.response.count)
    _ = watcher.client(1, 1000, Self.request)
    if lost.0 > 0 { _ = watcher.server(1000, 1 + asked, Array(Self.response.prefix(lost.0))) }
    if lost.1 < Self.response.count {
      _ = watcher.server(1000 + lost.1, 1 + asked, Array(Self.response.dropFirst(lost.1)))
    }
    _ = watcher.client(1 + asked, end)
    let again = watcher.client(1 + asked, end, Self.request)
    let last = watcher.server(end, 1 + 2 * asked, Self.response)
    #expect(last.layers.map(\.protocol.name) == ["ip", "tcp", "http", "data"])
    #expect(last.header(HTTPMessage.self)?.status == 200)
    #expect(last.header(HTTPMessage.self)?.body == Array("ok".utf8))
    #expect(last.reassembled.isEmpty)
    #expect(shown(last, "http.request_in") == ["\(again.number)"])
  }

  @Test func aGapInARequestEndsWithThatRequest() {
    var watcher = Watcher(port: 80)
    let asked = Self.request.count
    _ = watcher.client(0, 1000)
    _ = watcher.client(1, 1000, Array(Self.request.prefix(10)))
    _ = watcher.client(21, 1000, Array(Self.request.dropFirst(20)))
    let first = watcher.server(1000, 1 + asked, Self.response)
    #expect(shown(first, "http.request_in").isEmpty)
    let next = watcher.client(1 + asked, 1000 + Self.response.count, Self.request)
    #expect(next.header(HTTPMessage.self)?.method == "GET")
    let answer = watcher.server(1000 + Self.response.count, 1 + 2 * asked, Self.response)
    #expect(shown(answer, "http.request_in") == ["\(next.number)"])
  }

  @Test func aLostAnswerMovesNoOther() {
    var watcher = Watcher(port: 80)
    let (asked, length) = (Self.request.count, Self.response.count)
    _ = watcher.client(1, 1000, Self.request)
    for round in 1...2 {
      let request = watcher.client(1 + round * asked, 1000 + round * length, Self.request)
      let answer = watcher.server(1000 + round * length, 1 + (round + 1) * asked, Self.response)
      #expect(shown(answer, "http.request_in") == ["\(request.number)"])
      #expect(shown(answer, "http.response_number") == ["\(round + 1)"])
    }
  }

  @Test func aGapInAnAnswerOverTCPHidesNoLaterOne() throws {
    var watcher = Watcher(port: 53)
    let name = try #require(DNSName("www.example.com"))
    let query = DNSMessage.query(name, .a, identifier: 0x1234)
    let answers = [DNSRecord(name, .address(IPv4Address("198.51.100.10")!), timeToLive: 60)]
    func framed(_ message: DNSMessage) -> [UInt8] {
      let bytes = message.encoded
      return [UInt8(bytes.count >> 8), UInt8(bytes.count & 0xff)] + bytes
    }
    let (ask, answer) = (framed(query), framed(query.response(answers: answers)))
    _ = watcher.client(1, 1000, ask)
    _ = watcher.server(1000, 1 + ask.count, Array(answer.prefix(20)))
    _ = watcher.server(1040, 1 + ask.count, Array(answer.dropFirst(40)))
    for round in 1...3 {
      let next = 1000 + round * answer.count
      let asked = watcher.client(1 + round * ask.count, next, ask)
      let found = watcher.server(next, 1 + (round + 1) * ask.count, answer)
      #expect(shown(found, "dns.a") == ["198.51.100.10"])
      #expect(shown(found, "dns.response_to") == ["\(asked.number)"])
    }
  }

  @Test(arguments: [true, false])
  func onlyWhatIsInNoFrameIsCalledUnseen(isThere: Bool) {
    var watcher = Watcher(port: 9)
    let ten = [UInt8](repeating: 65, count: 10)
    _ = watcher.server(1000, 1, ten)
    _ = watcher.server(1020, 1, ten)
    if isThere { _ = watcher.server(1010, 1, ten) }
    #expect(watcher.client(1, 1030).nodes(named: "tcp.analysis.ack_lost_segment").isEmpty == isThere)
  }

  /// It is told, and what is there is shown; the next answer is read as any other.
  @Test(arguments: ["+2", "-1", "0x2", "", "99999999999999999999", "2, 3"])
  func aLengthThatCannotBeReadIsTold(length: String) {
    var watcher = Watcher(port: 80)
    let bytes = Array("HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\n\r\nok".utf8)
    let broken = watcher.server(1000, 1, bytes)
    #expect(broken.header(HTTPMessage.self)?.body == Array("ok".utf8))
    #expect(broken.error?.field?.name == "http.content_length_header")
    let next = watcher.server(1000 + bytes.count, 1, Self.response)
    #expect(next.error == nil)
    #expect(next.header(HTTPMessage.self)?.status == 200)
  }

  @Test func theSameLengthSeveralTimesIsALength() throws {
    let bytes = Array("HTTP/1.1 200 OK\r\nContent-Length: 2, 2\r\n\r\nok".utf8)
    #expect(try HTTPMessage.parse(bytes)?.consumed == bytes.count)
  }
}
