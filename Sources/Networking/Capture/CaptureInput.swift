/// Where the bytes of a capture come from: a file, or an array in tests.
package protocol CaptureSource {
  /// At most `count` bytes; none at the end.
  mutating func read(atMost count: Int) throws(CaptureError) -> [UInt8]
}

/// All bytes at once.
package struct BytesCaptureSource: CaptureSource {
  private var rest: ArraySlice<UInt8>
  package init(_ bytes: [UInt8]) { rest = bytes[...] }

  package mutating func read(atMost count: Int) -> [UInt8] {
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }
}

/// Bytes taken in order from a source, a chunk at a time, with the offset for errors.
struct CaptureInput {
  private var source: any CaptureSource
  private var buffer: [UInt8] = []
  private var start = 0
  /// Bytes taken so far.
  private(set) var offset = 0
  private static let chunk = 65_536

  init(_ source: any CaptureSource) { self.source = source }

  /// Makes at least `count` bytes ready, if there are so many; says how many are.
  private mutating func fill(_ count: Int) throws(CaptureError) -> Int {
    while buffer.count - start < count {
      if start > 0 {
        buffer.removeFirst(start)
        start = 0
      }
      let more = try source.read(atMost: max(Self.chunk, count - buffer.count))
      if more.isEmpty { break }
      buffer += more
    }
    return buffer.count - start
  }

  /// The next bytes without taking them; nil when there are not so many.
  mutating func peek(_ count: Int) throws(CaptureError) -> [UInt8]? {
    try fill(count) >= count ? Array(buffer[start..<start + count]) : nil
  }

  mutating func isAtEnd() throws(CaptureError) -> Bool { try fill(1) == 0 }

  /// The next bytes; `what` they are and where that began, for the error.
  mutating func take(_ count: Int, _ what: String, from begin: Int? = nil) throws(CaptureError) -> [UInt8] {
    let have = try fill(count)
    guard have >= count else {
      throw CaptureError(offset: begin ?? offset, .brokenOff(what, need: count, have: have))
    }
    defer {
      start += count
      offset += count
    }
    return Array(buffer[start..<start + count])
  }

  mutating func skip(_ count: Int, _ what: String) throws(CaptureError) {
    var left = count
    while left > 0 {
      let part = min(left, Self.chunk)
      _ = try take(part, what)
      left -= part
    }
  }
}

/// Numbers in the byte order of the machine that wrote the file.
struct FileByteOrder {
  let isLittle: Bool

  func word(_ bytes: some RandomAccessCollection<UInt8>, at offset: Int) -> UInt32 {
    let four = bytes.dropFirst(offset).prefix(4)
    return isLittle
      ? four.reversed().reduce(0) { $0 << 8 | UInt32($1) } : four.reduce(0) { $0 << 8 | UInt32($1) }
  }

  func half(_ bytes: some RandomAccessCollection<UInt8>, at offset: Int) -> UInt16 {
    let two = bytes.dropFirst(offset).prefix(2)
    return isLittle
      ? two.reversed().reduce(0) { $0 << 8 | UInt16($1) } : two.reduce(0) { $0 << 8 | UInt16($1) }
  }
}
