/// The classic format (draft-ietf-opsawg-pcap): a file header of 24 octets, then records of 16 and their bytes.
struct PcapReader: Sendable {
  static let headerLength = 24
  static let recordHeaderLength = 16
  /// Longer records are taken for damage (libpcap's limit).
  static let longest = 262_144

  private let cursor: ByteCursor
  private let order: ByteCursor.Order
  /// Nanoseconds in one unit of a record's fraction.
  private let unit: Int64
  private let linkType: UInt16
  private var offset = PcapReader.headerLength

  /// nil when the file does not begin as a pcap.
  init?(_ cursor: ByteCursor) throws(CaptureError) {
    switch cursor.word(0, .big) {
    case 0xa1b2_c3d4: (order, unit) = (.big, 1000)
    case 0xd4c3_b2a1: (order, unit) = (.little, 1000)
    case 0xa1b2_3c4d: (order, unit) = (.big, 1)
    case 0x4d3c_b2a1: (order, unit) = (.little, 1)
    default: return nil
    }
    guard cursor.has(Self.headerLength, at: 0) else {
      throw CaptureError(
        "the pcap header needs \(Self.headerLength) bytes, the file has \(cursor.count)", at: 0)
    }
    let major = cursor.half(4, order)
    guard major == 2 else { throw CaptureError("pcap version \(major) is not known, only 2", at: 4) }
    linkType = UInt16(truncatingIfNeeded: cursor.word(20, order))
    self.cursor = cursor
  }

  mutating func next() throws(CaptureError) -> CapturedFrame? {
    guard offset < cursor.count else { return nil }
    guard cursor.has(Self.recordHeaderLength, at: offset) else {
      throw CaptureError(
        "the file breaks off: a record's header needs \(Self.recordHeaderLength) bytes, \(cursor.count - offset) are left",
        at: offset)
    }
    let seconds = Int64(cursor.word(offset, order))
    let fraction = Int64(cursor.word(offset + 4, order))
    let kept = Int(cursor.word(offset + 8, order))
    let length = Int(cursor.word(offset + 12, order))
    guard kept <= Self.longest else {
      throw CaptureError(
        "a record of \(kept) bytes is more than any frame has; the file is damaged", at: offset + 8)
    }
    let start = offset + Self.recordHeaderLength
    guard cursor.has(kept, at: start) else {
      throw CaptureError(
        "the file breaks off: a frame needs \(kept) bytes, \(cursor.count - start) are left", at: start)
    }
    offset = start + kept
    return CapturedFrame(
      time: seconds * 1_000_000_000 + fraction * unit, bytes: Array(cursor.bytes[start..<start + kept]),
      length: length, linkType: linkType)
  }
}
