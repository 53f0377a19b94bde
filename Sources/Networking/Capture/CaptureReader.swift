/// Reads a capture file frame by frame: pcap (microseconds or nanoseconds) or pcapng, in either byte order.
package struct CaptureReader: Sendable {
  private enum Form: Sendable {
    case pcap(PcapReader)
    case pcapng(PcapngReader)
  }

  private var form: Form

  /// Looks at the first bytes; what is neither pcap nor pcapng is an error.
  package init(_ bytes: [UInt8]) throws(CaptureError) {
    let cursor = ByteCursor(bytes)
    guard bytes.count >= 4 else {
      throw CaptureError("this is no capture file: \(bytes.count) bytes are too few", at: 0)
    }
    if cursor.word(0, .big) == PcapngReader.sectionHeader {
      form = .pcapng(try PcapngReader(cursor))
    } else if let pcap = try PcapReader(cursor) {
      form = .pcap(pcap)
    } else {
      throw CaptureError(
        "this is neither pcap nor pcapng (it begins with \(bytes.prefix(4).map(hexByte).joined(separator: " ")))",
        at: 0)
    }
  }

  /// The next frame; nil at the end. A file that breaks off throws after its last whole frame.
  package mutating func next() throws(CaptureError) -> CapturedFrame? {
    switch form {
    case .pcap(var reader):
      defer { form = .pcap(reader) }
      return try reader.next()
    case .pcapng(var reader):
      defer { form = .pcapng(reader) }
      return try reader.next()
    }
  }
}

/// Numbers of either byte order at any place of a row of bytes; nothing is read beyond its end.
struct ByteCursor: Sendable {
  enum Order: Sendable { case big, little }

  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var count: Int { bytes.count }
  func has(_ length: Int, at offset: Int) -> Bool { length >= 0 && offset >= 0 && length <= count - offset }

  /// Caller has checked that two octets are there.
  func half(_ offset: Int, _ order: Order) -> UInt16 {
    let (a, b) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
    return order == .big ? a << 8 | b : b << 8 | a
  }

  /// Caller has checked that four octets are there.
  func word(_ offset: Int, _ order: Order) -> UInt32 {
    let (a, b) = (UInt32(half(offset, order)), UInt32(half(offset + 2, order)))
    return order == .big ? a << 16 | b : b << 16 | a
  }
}
