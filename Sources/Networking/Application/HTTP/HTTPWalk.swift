extension HTTPMessage {
  package mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    guard w.isDecoding else {
      w.append(head + body)
      return
    }
    let f = Self.fields
    guard Self.mayBegin(with: w.bytes[(w.position / 8)..<(w.end / 8)]) else {
      try w.rest(f.body, &body, as: { .text(asciiText($0)) })
      return
    }
    try walkHead(&w)
    let first = w.position
    switch bodyEnd {
    case .after(let count):
      // In a stream its reader knows where the message ends: a response to HEAD has only the length of a body.
      body = try w.take(w.allowsCutPayload || w.isInStream ? min(count, w.remaining) : count, f.body)
    case .close:
      body = try w.take(w.remaining, f.body)
    case .chunks:
      body = try w.take(w.remaining, f.body)
      if !body.isEmpty { noteChunks(&w, first) }
      return
    }
    if !body.isEmpty { w.note(f.body, .text(asciiText(body)), first) }
  }

  private mutating func walkHead(_ w: inout FieldVisitor) throws(WireError) {
    let f = Self.fields
    var first = w.position
    startLine = try line(&w, f.requestMethod)
    while startLine.count == Self.lineEndLength(startLine) {
      emptyLinesBefore += startLine
      first = w.position
      startLine = try line(&w, f.requestMethod)
    }
    guard hasStartLine else {
      throw w.invalid(f.requestMethod, "neither a request line nor a status line", at: first)
    }
    noteStartLine(&w, first)
    let isResponse = isResponse
    if isResponse, !emptyLinesBefore.isEmpty {
      w.note(fault: w.invalid(f.responseVersion, "there is an empty line before the status line", at: first))
    }
    while true {
      let first = w.position
      let line = try line(&w, isResponse ? f.responseLine : f.requestLine)
      if line.count == Self.lineEndLength(line) {
        emptyLine = line
        return
      }
      lines.append(line)
      note(line, first, &w)
      w.note(isResponse ? f.responseLine : f.requestLine, .text(asciiText(line)), first)
    }
  }

  private func line(_ w: inout FieldVisitor, _ field: Field) throws(WireError) -> [UInt8] {
    var found: [UInt8]?
    w.line(until: [10], &found)
    guard let found else { throw w.invalid(field, "the line has no end", at: w.position) }
    return found
  }

  /// A start line that is one: `METHOD target HTTP/…`, or `HTTP/… NNN reason`.
  var hasStartLine: Bool {
    let parts = startParts
    guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }) || isResponse else { return false }
    if isResponse { return startLine[parts[1]].count == 3 && status != nil }
    return parts.count == 3 && startLine[parts[2]].starts(with: "HTTP/".utf8)
      && startLine[parts[0]].allSatisfy { (0x41...0x5a).contains($0) || $0 == 0x2d || $0 == 0x5f }
  }

  private func noteStartLine(_ w: inout FieldVisitor, _ first: Int) {
    let f = Self.fields
    let parts = startParts
    func bits(_ part: Int) -> Range<Int> {
      first + parts[part].lowerBound * 8..<first + parts[part].upperBound * 8
    }
    func text(_ part: Int) -> FieldValue { .text(asciiText(startLine[parts[part]])) }
    if isResponse {
      w.note(f.responseVersion, text(0), bits: bits(0))
      w.note(f.status, .number(UInt64(status ?? 0)), bits: bits(1))
      if let name = Self.statusNames[status ?? 0] {
        w.generated(f.statusDescription, .text(name), from: bits(1))
      }
      if parts.count > 2 { w.note(f.reason, text(2), bits: bits(2)) }
    } else {
      w.note(f.requestMethod, text(0), bits: bits(0))
      w.note(f.requestTarget, text(1), bits: bits(1))
      if startLine[parts[1]].contains(0x20) {
        w.note(
          fault: w.invalid(
            f.requestTarget, "there is a blank in it where %20 should (RFC 9112 §3.2)", at: bits(1).lowerBound
          )
        )
      }
      noteTargetParts(&w, bits(1).lowerBound, Array(startLine[parts[1]]))
      w.note(f.requestVersion, text(2), bits: bits(2))
    }
  }

  /// Path, query and the query's parameters (RFC 3986 §3.3, §3.4), where there is a query.
  private func noteTargetParts(_ w: inout FieldVisitor, _ first: Int, _ target: [UInt8]) {
    let f = Self.fields
    guard let mark = target.firstIndex(of: UInt8(ascii: "?")) else { return }
    func note(_ field: Field, _ range: Range<Int>) {
      w.note(
        field, .text(asciiText(target[range])),
        bits: first + range.lowerBound * 8..<first + range.upperBound * 8)
    }
    let group = w.openLast()
    note(f.targetPath, 0..<mark)
    note(f.targetQuery, mark + 1..<target.count)
    let query = w.openLast()
    var start = mark + 1
    for end in target.indices.dropFirst(mark + 1) where target[end] == UInt8(ascii: "&") {
      note(f.targetParameter, start..<end)
      start = end + 1
    }
    note(f.targetParameter, start..<target.count)
    w.closeLast(query)
    w.closeLast(group)
  }

  private func note(_ line: [UInt8], _ first: Int, _ w: inout FieldVisitor) {
    let f = Self.fields
    guard let parsed = HTTPFieldLine(line), let field = HTTPFields.byHeader[parsed.name.lowercased()] else {
      return
    }
    w.note(field, .text(parsed.value), first)
    guard field == f.contentLengthHeader else { return }
    if let length = UInt64(parsed.value) {
      w.generated(f.contentLength, .number(length), from: first..<w.position)
    }
    guard Self.length(parsed.value) == nil else { return }
    w.note(
      fault: w.invalid(
        f.contentLengthHeader, "it is not a number of bytes that a body can have (RFC 9112 §6.3)", at: first),
      isRefused: false)
  }

  /// Names of the status codes as Wireshark has them.
  private static let statusNames: [Int: String] = [
    100: "Continue", 101: "Switching Protocols", 200: "OK", 201: "Created", 202: "Accepted",
    204: "No Content", 206: "Partial Content", 301: "Moved Permanently", 302: "Found", 303: "See Other",
    304: "Not Modified", 307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request",
    401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    408: "Request Time-out", 411: "Length Required", 413: "Request Entity Too Large",
    414: "Request-URI Too Long", 500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway",
    503: "Service Unavailable", 504: "Gateway Time-out", 505: "HTTP Version not supported",
  ]
}
