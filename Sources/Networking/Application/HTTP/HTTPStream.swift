extension HTTPMessage: StreamHeader {
  package static func extent(
    of stream: ArraySlice<UInt8>, inside: Bool, _ context: inout DissectionInProgress
  ) -> MessageExtent {
    if inside { return HTTPChunk.extent(of: stream) }
    do {
      guard let (head, length) = try parseHead(stream) else { return .unknown }
      let index = context.tcpStream ?? -1
      let start = context.messageStart
      let asked = context.state(HTTPExchanges.self) { state -> HTTPExchanges.Exchange? in
        guard var connection = state.connections[index] else { return nil }
        if connection.hasGap, head.isResponse, let start {
          connection.passGap(to: SequenceNumber(start))
          state.connections[index] = connection
        }
        return connection.waiting.first
      }
      switch head.bodyEnd(answering: asked?.method) {
      case .chunks: return .part(length)
      case .after(let count):
        let (total, overflow) = length.addingReportingOverflow(count)
        return overflow ? .none : .bytes(total)
      // A client gives such a response up: what is there now is shown with it.
      case .close: return head.hasUnreadableLength ? .none : .untilClose
      }
    } catch {
      return .none
    }
  }

  /// A head longer than this is no head.
  package static let longestHead = 65_536

  /// The message at the start of a byte stream, and how many bytes it takes; nil while more must come. `isClosed`: the
  /// sender has closed, which ends a body without a length. Throws when the bytes cannot become a message.
  package static func parse(
    _ stream: some Collection<UInt8>, isClosed: Bool = false
  ) throws(WireError) -> (message: HTTPMessage, consumed: Int)? {
    guard let length = try messageLength(stream, isClosed: isClosed) else { return nil }
    let (message, used) = try decode(Array(stream.prefix(length)))
    return (message, used)
  }

  /// Octets of the message at the start of a byte stream; nil while that cannot be said or they are not all there.
  static func messageLength(
    _ stream: some Collection<UInt8>, isClosed: Bool = false
  ) throws(WireError) -> Int? {
    guard let (head, headLength) = try parseHead(stream) else { return nil }
    switch head.bodyEnd {
    case .after(let count):
      let (total, overflow) = headLength.addingReportingOverflow(count)
      return !overflow && total <= stream.count ? total : nil
    case .close:
      return isClosed ? stream.count : nil
    case .chunks:
      let bytes = Array(stream)
      var length = headLength
      while length < bytes.count {
        switch HTTPChunk.extent(of: bytes[length...]) {
        case .part(let count): length += count
        case .bytes(let count): return length + count
        case .unknown: return nil
        case .untilClose, .none: throw malformed("no chunk begins where one should")
        }
      }
      return nil
    }
  }

  /// Whether these bytes can be the beginning of a start line: of `HTTP/`, or of a method in capitals, perhaps after empty
  /// lines.
  static func mayBegin(with bytes: ArraySlice<UInt8>) -> Bool {
    guard !bytes.isEmpty else { return false }
    let bytes = bytes.drop { $0 == 13 || $0 == 10 }
    if zip(bytes, "HTTP/".utf8).allSatisfy({ $0 == $1 }) { return true }
    let method = bytes.prefix { $0 != UInt8(ascii: " ") }
    guard (1...longestMethod).contains(method.count) else { return false }
    return method.allSatisfy {
      (0x41...0x5a).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
  }

  private static let longestMethod = 24

  /// A start line, or what can become one: `HTTP/`, or a method with its blank.
  package static func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.contains(10) || bytes.contains(0x20) || bytes.starts(with: "HTTP/".utf8) else { return false }
    do {
      _ = try parseHead(bytes)
      return !bytes.isEmpty
    } catch {
      return false
    }
  }

  /// The head alone, as soon as its empty line is there.
  static func parseHead(
    _ stream: some Collection<UInt8>
  ) throws(WireError) -> (head: HTTPMessage, length: Int)? {
    guard stream.isEmpty || mayBegin(with: Array(stream.prefix(longestMethod + 1))[...]) else {
      throw malformed("neither a request line nor a status line")
    }
    var head = HTTPMessage()
    var line: [UInt8] = []
    var length = 0
    for byte in stream {
      length += 1
      line.append(byte)
      if length > longestHead { throw malformed("the head is longer than \(longestHead) bytes") }
      guard byte == 10 else { continue }
      if head.startLine.isEmpty, line.count == lineEndLength(line) {
        head.emptyLinesBefore += line
      } else if head.startLine.isEmpty {
        head.startLine = line
        guard head.hasStartLine else { throw malformed("neither a request line nor a status line") }
      } else if line.count == lineEndLength(line) {
        head.emptyLine = line
        return (head, length)
      } else {
        head.lines.append(line)
      }
      line = []
    }
    return nil
  }

  private static func malformed(_ reason: String) -> WireError {
    WireError(layer: descriptor.name, field: fields.requestMethod, offset: 0, problem: .invalid(reason))
  }
}
