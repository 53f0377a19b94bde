/// One chunk of a body (RFC 9112 §7.1); offsets in the body.
///
///     chunk-size [ chunk-ext ] CRLF    5 CRLF
///     chunk-data CRLF                  hello CRLF
///     0 CRLF *( field-line CRLF ) CRLF
struct HTTPChunk: Equatable {
  /// The hexadecimal digits of the size.
  var digits: Range<Int>
  /// The octets of data; none in the last chunk.
  var data: Range<Int>
  /// The octets of data that the line promises.
  var size: Int

  /// No chunk that a capture holds is longer.
  private static let longest = 1 << 30
  private static let longestLine = 4096

  /// What follows the known parts of a chunked body: a chunk with its CRLF, or the last one with the trailer section.
  static func extent(of rest: ArraySlice<UInt8>) -> MessageExtent {
    guard let end = rest.prefix(longestLine).firstIndex(of: 10) else {
      return rest.count < longestLine ? .unknown : .none
    }
    guard let size = size(rest[..<end]) else { return .none }
    let line = end + 1 - rest.startIndex
    if size > 0 { return .part(line + size + 2) }
    var begin = end + 1
    while let end = rest[begin...].firstIndex(of: 10) {
      if rest[begin...end].allSatisfy({ $0 == 13 || $0 == 10 }) { return .bytes(end + 1 - rest.startIndex) }
      begin = end + 1
    }
    return rest.count < HTTPMessage.longestHead ? .unknown : .none
  }

  /// The chunks of a body, the last included, and where they end; a body that breaks off, or is none, ends there.
  static func all(in body: [UInt8]) -> (chunks: [HTTPChunk], end: Int) {
    var chunks: [HTTPChunk] = []
    var place = 0
    while let end = body[place...].firstIndex(of: 10), let size = size(body[place..<end]) {
      let first = end + 1
      let last = min(body.count, first + size)
      chunks.append(
        HTTPChunk(digits: place..<place + digits(body[place..<end]).count, data: first..<last, size: size))
      place = size == 0 ? first : min(body.count, last + 2)
      if size == 0 || last + 2 > body.count { break }
    }
    return (chunks, place)
  }

  private static func digits(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.prefix { UnicodeScalar($0).properties.isASCIIHexDigit }
  }

  /// Hexadecimal digits, before an extension that says more about the chunk.
  private static func size(_ line: ArraySlice<UInt8>) -> Int? {
    let digits = digits(line)
    let next = line[digits.endIndex...].first ?? 13
    guard [13, 32, 9, UInt8(ascii: ";")].contains(next),
      let size = Int(String(decoding: digits, as: UTF8.self), radix: 16), size <= longest
    else { return nil }
    return size
  }
}

extension HTTPMessage {
  /// Notes the chunks of the body, which begins at bit `first`.
  func noteChunks(_ w: inout FieldVisitor, _ first: Int) {
    let f = Self.fields
    func bits(_ range: Range<Int>) -> Range<Int> {
      first + range.lowerBound * 8..<first + range.upperBound * 8
    }
    let (chunks, end) = HTTPChunk.all(in: body)
    for chunk in chunks {
      w.note(f.chunkSize, .number(UInt64(chunk.size)), bits: bits(chunk.digits))
      guard !chunk.data.isEmpty else { continue }
      w.note(f.chunkData, .bytes(Array(body[chunk.data])), bits: bits(chunk.data))
      let boundary = chunk.data.upperBound..<min(body.count, chunk.data.upperBound + 2)
      if !boundary.isEmpty { w.note(f.chunkBoundary, .bytes(Array(body[boundary])), bits: bits(boundary)) }
    }
    let trailer = end..<body.count
    if chunks.last?.size == 0 {
      let lines = trailer.dropLast(Self.lineEndLength(body))
      if !lines.isEmpty { w.note(f.chunkTrailer, .text(asciiText(body[lines])), bits: bits(lines)) }
    } else if !w.allowsCutPayload {
      w.note(fault: w.invalid(f.chunkSize, "no chunk begins here", at: first + end * 8))
    }
    if !content.isEmpty { w.generated(f.joinedBody, .text(asciiText(content)), from: bits(0..<body.count)) }
  }
}
