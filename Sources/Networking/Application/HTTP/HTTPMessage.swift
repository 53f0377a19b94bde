/// HTTP/1.1 message (RFC 9112 §2.1). Its lines are kept as they were spelled; what they mean is read from them, so that
/// a message goes out again byte for byte as it came in.
///
///     start-line    GET / HTTP/1.1 CRLF          or  HTTP/1.1 200 OK CRLF
///     *( field-line CRLF )                           Host: www.example.com CRLF
///     CRLF
///     [ message-body ]
package struct HTTPMessage: Header {
  package static let fields = HTTPFields()
  package static let descriptor = ProtocolDescriptor(
    "http", "Hypertext Transfer Protocol", short: "HTTP", layer: .application, header: HTTPMessage.self,
    fields: fields, bindings: [.tcpPort(80), .tcpPort(8080)],
    moments: MomentKind.browser.all + MomentKind.web.all, evidence: OriginKind.browser.all)

  /// Empty lines before a request, which a server skips (RFC 9112 §2.2).
  package var emptyLinesBefore: [UInt8] = []
  /// The start line with its line end.
  package var startLine: [UInt8] = []
  /// The field lines, each with its line end.
  package var lines: [[UInt8]] = []
  /// The empty line after them.
  package var emptyLine: [UInt8] = [13, 10]
  /// As it lies in the stream: where it comes in chunks, with their sizes between (`content` has it without).
  package var body: [UInt8] = []

  package init() {}

  package static func request(
    _ method: String, _ target: String, headers: [(name: String, value: String)], body: [UInt8] = []
  ) -> HTTPMessage {
    HTTPMessage(start: "\(method) \(target) HTTP/1.1", headers, body)
  }

  /// The caller's headers say how long the body is (`Content-Length`).
  package static func response(
    _ status: Int, _ reason: String, headers: [(name: String, value: String)], body: [UInt8] = []
  ) -> HTTPMessage {
    HTTPMessage(start: "HTTP/1.1 \(status) \(reason)", headers, body)
  }

  private init(start: String, _ headers: [(name: String, value: String)], _ body: [UInt8]) {
    startLine = Array("\(start)\r\n".utf8)
    lines = headers.map { Array("\($0.name): \($0.value)\r\n".utf8) }
    self.body = body
  }

  /// Start line, field lines and the empty line, without the body: what a server may send first.
  package var head: [UInt8] {
    isContinuation ? [] : emptyLinesBefore + startLine + lines.flatMap { $0 } + emptyLine
  }

  /// Bytes that begin with no start line: the middle of a body, where a capture begins, or no HTTP at all.
  package var isContinuation: Bool { startLine.isEmpty }

  package var isResponse: Bool { startLine.starts(with: "HTTP/".utf8) }

  /// The three parts of the start line, or fewer. A reason phrase may hold blanks, and so does a target whose sender forgot
  /// to encode them: a request's last part is its version.
  var startParts: [Range<Int>] {
    let end = startLine.count - Self.lineEndLength(startLine)
    let blanks = (0..<end).filter { startLine[$0] == 0x20 }
    guard let first = blanks.first else { return [0..<end] }
    guard let second = isResponse ? blanks.dropFirst().first : blanks.dropFirst().last else {
      return [0..<first, first + 1..<end]
    }
    return [0..<first, first + 1..<second, second + 1..<end]
  }

  func startText(_ part: Int) -> String? {
    let parts = startParts
    return parts.indices.contains(part) ? asciiText(startLine[parts[part]]) : nil
  }

  /// `GET`; nil in a response.
  package var method: String? { isResponse ? nil : startText(0) }
  /// What the request asks for: `/index.html`.
  package var target: String? { isResponse ? nil : startText(1) }
  package var version: String? { startText(isResponse ? 0 : 2) }
  /// 200; nil in a request.
  package var status: Int? { isResponse ? startText(1).flatMap { Int($0) } : nil }
  /// `OK`; nil in a request.
  package var reason: String? { isResponse ? startText(2) : nil }

  /// The value of the first field of that name, whatever its case (RFC 9110 §5.1), without the blanks around it.
  package func header(_ name: String) -> String? {
    let wanted = name.lowercased()
    for line in lines {
      if let field = HTTPFieldLine(line), field.name.lowercased() == wanted { return field.value }
    }
    return nil
  }

  /// All field lines as names and values.
  package var headers: [(name: String, value: String)] {
    lines.compactMap { HTTPFieldLine($0).map { ($0.name, $0.value) } }
  }

  package var contentLength: Int? { header("Content-Length").flatMap(Self.length) }

  /// A number in digits, or the same one several times with commas between (RFC 9112 §6.3).
  static func length(_ text: String) -> Int? {
    let values = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.filter { $0 != " " && $0 != "\t" } }
    guard values.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else { return nil }
    let numbers = values.map { Int($0) }
    return numbers.allSatisfy { $0 == numbers[0] } ? numbers[0] : nil
  }

  /// There is a Content-Length, and it cannot be read, so nobody knows where the body ends (RFC 9112 §6.3).
  var hasUnreadableLength: Bool {
    transferCoding == nil && contentLength == nil && header("Content-Length") != nil
  }

  /// How far the body goes (RFC 9112 §6.3).
  package enum BodyEnd: Equatable, Sendable {
    case after(Int)
    /// With the last chunk and the trailer section after it (RFC 9112 §7.1).
    case chunks
    /// A response without a length: until the server closes the connection.
    case close
  }

  package var bodyEnd: BodyEnd { bodyEnd(answering: nil) }

  /// `method`: that of the request which a response answers, where it is known.
  package func bodyEnd(answering method: String?) -> BodyEnd {
    if let status {
      if (100..<200).contains(status) || status == 204 || status == 304 || method == "HEAD" {
        return .after(0)
      }
      // What follows belongs to the tunnel.
      if method == "CONNECT", (200..<300).contains(status) { return .after(0) }
    }
    if let coding = transferCoding { return coding == "chunked" ? .chunks : .close }
    if let contentLength { return .after(contentLength) }
    return isResponse ? .close : .after(0)
  }

  /// The last of the transfer codings, which says where the body ends.
  private var transferCoding: String? {
    let values = headers.filter { $0.name.lowercased() == "transfer-encoding" }.map(\.value)
    let last = values.joined(separator: ",").split(separator: ",").last
    return last.map { $0.filter { $0 != " " && $0 != "\t" }.lowercased() }
  }

  /// The body without the sizes between its chunks.
  package var content: [UInt8] {
    guard bodyEnd == .chunks, !body.isEmpty else { return body }
    return HTTPChunk.all(in: body).chunks.flatMap { body[$0.data] }
  }

  /// A body that Wireshark reads as lines of text.
  var hasTextBody: Bool {
    !content.isEmpty && header("Content-Type")?.lowercased().hasPrefix("text/") == true
  }

  package var summarized: [Field]? { [] }
  package var summary: String {
    isContinuation
      ? body.isEmpty ? "" : "Continuation" : asciiText(startLine.dropLast(Self.lineEndLength(startLine)))
  }

  /// CRLF, or a bare LF that a lenient reader takes too (RFC 9112 §2.2).
  static func lineEndLength(_ line: [UInt8]) -> Int {
    guard line.last == 10 else { return 0 }
    return line.dropLast().last == 13 ? 2 : 1
  }
}

/// `Name: value` taken apart.
struct HTTPFieldLine {
  let name: String
  let value: String

  /// nil when there is no colon.
  init?(_ line: [UInt8]) {
    let content = line.dropLast(HTTPMessage.lineEndLength(line))
    guard let colon = content.firstIndex(of: 0x3a) else { return nil }
    name = asciiText(content[..<colon])
    var value = content[(colon + 1)...]
    while let first = value.first, first == 0x20 || first == 9 { value.removeFirst() }
    while let last = value.last, last == 0x20 || last == 9 { value.removeLast() }
    self.value = asciiText(value)
  }
}

/// Octets as ASCII; each that is none stands as the replacement character, and a NUL ends the text, as in Wireshark.
func asciiText(_ bytes: some Collection<UInt8>) -> String {
  if bytes.allSatisfy({ $0 > 0 && $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
  var text = String.UnicodeScalarView()
  for byte in bytes {
    if byte == 0 { break }
    text.append(byte < 0x80 ? UnicodeScalar(byte) : "\u{fffd}")
  }
  return String(text)
}
