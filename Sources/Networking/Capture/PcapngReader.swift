/// The newer format (draft-ietf-opsawg-pcapng): blocks with their length before and behind. Section headers, interface
/// descriptions, enhanced and simple packets are read, others skipped.
struct PcapngReader: Sendable {
  static let sectionHeader: UInt32 = 0x0a0d_0d0a
  private static let interfaceDescription: UInt32 = 1
  private static let simplePacket: UInt32 = 3
  private static let enhancedPacket: UInt32 = 6
  private static let longestBlock = 1 << 24

  private struct Interface: Sendable {
    var linkType: UInt16
    var snapLength: Int
    /// Units in a second.
    var resolution: UInt64 = 1_000_000
    /// Seconds to add.
    var offset: Int64 = 0
  }

  private let cursor: ByteCursor
  private var order = ByteCursor.Order.little
  private var offset = 0
  private var interfaces: [Interface] = []

  init(_ cursor: ByteCursor) throws(CaptureError) { self.cursor = cursor }

  mutating func next() throws(CaptureError) -> CapturedFrame? {
    while offset < cursor.count {
      let (kind, body, end) = try block()
      defer { offset = end }
      switch kind {
      case Self.sectionHeader: interfaces = []
      case Self.interfaceDescription: try describe(body)
      case Self.enhancedPacket: return try enhanced(body)
      case Self.simplePacket: return try simple(body)
      default: break
      }
    }
    return nil
  }

  /// Type, place of the body, and where the next block begins.
  private mutating func block() throws(CaptureError) -> (UInt32, Range<Int>, Int) {
    guard cursor.has(12, at: offset) else {
      throw CaptureError(
        "the file breaks off: a block needs at least 12 bytes, \(cursor.count - offset) are left", at: offset)
    }
    if cursor.word(offset, .big) == Self.sectionHeader { try section() }
    let length = Int(cursor.word(offset + 4, order))
    guard length >= 12, length % 4 == 0, length <= Self.longestBlock else {
      throw CaptureError("a block cannot be \(length) bytes long; the file is damaged", at: offset + 4)
    }
    guard cursor.has(length, at: offset) else {
      throw CaptureError(
        "the file breaks off: a block needs \(length) bytes, \(cursor.count - offset) are left", at: offset)
    }
    guard cursor.word(offset + length - 4, order) == UInt32(length) else {
      throw CaptureError(
        "the block's length stands differently behind it; the file is damaged", at: offset + length - 4)
    }
    return (cursor.word(offset, order), offset + 8..<offset + length - 4, offset + length)
  }

  /// A section says in which byte order it is.
  private mutating func section() throws(CaptureError) {
    switch cursor.word(offset + 8, .big) {
    case 0x1a2b_3c4d: order = .big
    case 0x4d3c_2b1a: order = .little
    default: throw CaptureError("the section header has no byte-order mark", at: offset + 8)
    }
    guard cursor.has(16, at: offset) else {
      throw CaptureError("the file breaks off in a section header", at: offset)
    }
    let major = cursor.half(offset + 12, order)
    guard major == 1 else {
      throw CaptureError("pcapng version \(major) is not known, only 1", at: offset + 12)
    }
  }

  private mutating func describe(_ body: Range<Int>) throws(CaptureError) {
    guard body.count >= 8 else {
      throw CaptureError("an interface description needs 8 bytes", at: body.lowerBound)
    }
    var interface = Interface(
      linkType: cursor.half(body.lowerBound, order), snapLength: Int(cursor.word(body.lowerBound + 4, order)))
    var place = body.lowerBound + 8
    while place + 4 <= body.upperBound {
      let code = cursor.half(place, order)
      let length = Int(cursor.half(place + 2, order))
      guard code != 0, place + 4 + length <= body.upperBound else { break }
      if code == 9, length == 1 {
        interface.resolution = try resolution(cursor.bytes[place + 4], at: place + 4)
      }
      if code == 14, length == 8 {
        let words = [cursor.word(place + 4, order), cursor.word(place + 8, order)]
        let (high, low) = order == .big ? (words[0], words[1]) : (words[1], words[0])
        interface.offset = Int64(bitPattern: UInt64(high) << 32 | UInt64(low))
      }
      place += 4 + (length + 3) / 4 * 4
    }
    interfaces.append(interface)
  }

  /// if_tsresol: a power of ten, or of two with the highest bit set.
  private func resolution(_ octet: UInt8, at place: Int) throws(CaptureError) -> UInt64 {
    let power = Int(octet & 0x7f)
    if octet & 0x80 != 0, power < 64 { return 1 << UInt64(power) }
    if octet & 0x80 == 0, power <= 19 { return (0..<power).reduce(1) { value, _ in value * 10 } }
    throw CaptureError("a time resolution of \(octet) is beyond any clock", at: place)
  }

  private func enhanced(_ body: Range<Int>) throws(CaptureError) -> CapturedFrame {
    let start = body.lowerBound
    guard body.count >= 20 else { throw CaptureError("a packet block needs 20 bytes", at: start) }
    let index = Int(cursor.word(start, order))
    guard index < interfaces.count else {
      throw CaptureError("a packet of interface \(index), which is not described before it", at: start)
    }
    let ticks = UInt64(cursor.word(start + 4, order)) << 32 | UInt64(cursor.word(start + 8, order))
    let kept = Int(cursor.word(start + 12, order))
    guard kept <= body.count - 20 else {
      throw CaptureError(
        "a packet of \(kept) bytes in a block that has room for \(body.count - 20)", at: start + 12)
    }
    let interface = interfaces[index]
    return CapturedFrame(
      time: nanoseconds(ticks, interface), bytes: Array(cursor.bytes[start + 20..<start + 20 + kept]),
      length: Int(cursor.word(start + 16, order)), linkType: interface.linkType)
  }

  private func simple(_ body: Range<Int>) throws(CaptureError) -> CapturedFrame {
    guard body.count >= 4 else {
      throw CaptureError("a simple packet block needs 4 bytes", at: body.lowerBound)
    }
    guard let interface = interfaces.first else {
      throw CaptureError("a packet before any interface was described", at: body.lowerBound)
    }
    let length = Int(cursor.word(body.lowerBound, order))
    let limit = interface.snapLength == 0 ? length : min(length, interface.snapLength)
    let kept = min(limit, body.count - 4)
    let start = body.lowerBound + 4
    return CapturedFrame(
      time: 0, bytes: Array(cursor.bytes[start..<start + kept]), length: length, linkType: interface.linkType)
  }

  private func nanoseconds(_ ticks: UInt64, _ interface: Interface) -> Int64 {
    let (seconds, rest) = ticks.quotientAndRemainder(dividingBy: interface.resolution)
    let wide = rest.multipliedFullWidth(by: 1_000_000_000)
    let fraction = interface.resolution.dividingFullWidth(wide).quotient
    let whole = Int64(truncatingIfNeeded: seconds) &+ interface.offset
    return whole &* 1_000_000_000 &+ Int64(truncatingIfNeeded: fraction)
  }
}
