import Testing

@testable import Networking

private let spelled =
  "GET /a?b=c HTTP/1.1\r\nhOST:  www.example.com \r\nX-Strange\r\nContent-Length: 3\r\n\r\nabcGET / HTTP/1.1\r\n"

@Test func httpRequestKeepsItsSpelling() throws {
  let stream = Array(spelled.utf8)
  let (message, consumed) = try #require(try HTTPMessage.parse(stream))
  #expect(message.method == "GET")
  #expect(message.target == "/a?b=c")
  #expect(message.version == "HTTP/1.1")
  #expect(message.header("Host") == "www.example.com")
  #expect(message.body == Array("abc".utf8))
  #expect(message.encoded == Array(stream.prefix(consumed)))
  #expect(try HTTPMessage.parse(stream.dropFirst(consumed)) == nil)
}

@Test func httpMessageIsNotThereBeforeItsLastByte() throws {
  let stream = Array(spelled.utf8)
  let (_, consumed) = try #require(try HTTPMessage.parse(stream))
  for count in 0..<consumed { #expect(try HTTPMessage.parse(stream.prefix(count)) == nil) }
}

@Test func httpResponseWithoutALengthEndsWithTheConnection() throws {
  let stream = Array("HTTP/1.1 200 OK\r\nServer: x\r\n\r\nhello".utf8)
  #expect(try HTTPMessage.parse(stream) == nil)
  let (message, consumed) = try #require(try HTTPMessage.parse(stream, isClosed: true))
  #expect(consumed == stream.count)
  #expect(message.status == 200)
  #expect(message.reason == "OK")
  #expect(message.body == Array("hello".utf8))
}

@Test func httpResponseToABadRequestLineIsAnError() {
  #expect(throws: WireError.self) { _ = try HTTPMessage.parse(Array("\u{16}\u{3}\u{1}\r\n\r\n".utf8)) }
  #expect(throws: WireError.self) { _ = try HTTPMessage.parse(Array("HTTP/1.1 20x OK\r\n\r\n".utf8)) }
}

@Test func httpConstructorsWriteTheirLinesInOrder() {
  let request = HTTPMessage.request("GET", "/", headers: [("Host", "www.example.com"), ("Accept", "*/*")])
  #expect(request.encoded == Array("GET / HTTP/1.1\r\nHost: www.example.com\r\nAccept: */*\r\n\r\n".utf8))
  let response = HTTPMessage.response(404, "Not Found", headers: [("Content-Length", "2")], body: [104, 105])
  #expect(response.encoded == Array("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nhi".utf8))
  #expect(response.status == 404)
}
