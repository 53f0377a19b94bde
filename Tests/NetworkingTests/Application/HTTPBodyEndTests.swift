import Testing

@testable import Networking

/// Where a message ends (RFC 9112 §6.3, §7.1), in a stream that comes byte by byte.
struct HTTPBodyEndTests {
  private static let chunked =
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\nTransfer-Encoding: Chunked\r\n\r\n"
    + "A;note=1\r\n0123456789\r\n5\r\nabcde\r\n0\r\nServer-Timing: total\r\n\r\n"

  @Test func aChunkedBodyEndsAfterItsTrailerSection() throws {
    let bytes = Array(Self.chunked.utf8)
    for count in bytes.indices { #expect(try HTTPMessage.parse(bytes.prefix(count)) == nil) }
    let (message, consumed) = try #require(try HTTPMessage.parse(bytes + Array("HTTP/1.1 ".utf8)))
    #expect(consumed == bytes.count)
    #expect(message.content == Array("0123456789abcde".utf8))
    #expect(message.encoded == bytes)
  }

  @Test(arguments: ["Z\r\n", "5x\r\n", "\r\n", "ffffffffff\r\n", "-1\r\n"])
  func whatIsNoChunkEndsTheMessage(line: String) {
    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    #expect(throws: WireError.self) { _ = try HTTPMessage.parse(Array((head + line).utf8)) }
  }

  @Test(
    arguments: [
      ("HEAD", "200 OK", HTTPMessage.BodyEnd.after(0)), ("GET", "200 OK", .after(42)),
      ("CONNECT", "200 OK", .after(0)), ("CONNECT", "403 Forbidden", .after(42)),
      ("GET", "304 Not Modified", .after(0)),
      ("GET", "100 Continue", .after(0)),
    ])
  func theRequestSaysWhetherABodyFollows(method: String, status: String, end: HTTPMessage.BodyEnd) throws {
    let (head, _) = try #require(
      try HTTPMessage.parseHead(Array("HTTP/1.1 \(status)\r\nContent-Length: 42\r\n\r\n".utf8)))
    #expect(head.bodyEnd(answering: method) == end)
  }

  @Test func emptyLinesBeforeARequestAreNoMessage() throws {
    let bytes = Array("\r\n\nGET /a HTTP/1.1\r\n\r\n".utf8)
    let (message, consumed) = try #require(try HTTPMessage.parse(bytes))
    #expect((message.method, message.target, consumed) == ("GET", "/a", bytes.count))
    #expect(message.encoded == bytes)
    #expect(try HTTPMessage.parse(Array("\r\n\r\n".utf8)) == nil)
  }

  /// It is shown with its error; a server takes no such request (RFC 9112 §3.2 wants 400).
  @Test func aTargetWithBlanksIsReadAndRefused() throws {
    let bytes = Array("GET /a b c HTTP/1.1\r\n\r\n".utf8)
    let (head, _) = try #require(try HTTPMessage.parseHead(bytes))
    #expect((head.method, head.target, head.version) == ("GET", "/a b c", "HTTP/1.1"))
    #expect(throws: WireError.self) { _ = try HTTPMessage.parse(bytes) }
  }
}
