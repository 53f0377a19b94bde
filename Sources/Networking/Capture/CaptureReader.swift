/// Reads the frames of a pcap or pcapng file one after the other.
package struct CaptureReader {
  private var format: any CaptureFileFormat
  private var input: CaptureInput

  /// Reads the file's head. Throws when it is no capture.
  package init(_ source: any CaptureSource) throws(CaptureError) {
    input = CaptureInput(source)
    guard let magic = try input.peek(4) else { throw CaptureError(offset: 0, .notACapture([])) }
    if magic == PcapngFile.sectionHeader {
      format = PcapngFile()
    } else if let pcap = try PcapFile(magic, &input) {
      format = pcap
    } else {
      throw CaptureError(offset: 0, .notACapture(magic))
    }
  }

  package init(_ bytes: [UInt8]) throws(CaptureError) { try self.init(BytesCaptureSource(bytes)) }

  /// The next frame; nil at the end. A file that breaks off throws after its last whole frame. After an error nothing more can be read.
  package mutating func next() throws(CaptureError) -> CapturedFrame? { try format.next(&input) }
}

/// One of the file formats.
protocol CaptureFileFormat {
  mutating func next(_ input: inout CaptureInput) throws(CaptureError) -> CapturedFrame?
}

/// The classic format (draft-ietf-opsawg-pcap): a head of 24 bytes, then records of 16 bytes and a frame.
struct PcapFile: CaptureFileFormat {
  private let order: FileByteOrder
  /// Nanoseconds in the unit of a time stamp's fraction.
  private let unit: Int64
  private let linkType: UInt16
  private let checkLength: Int?

  /// nil when the magic number is another's.
  init?(_ magic: [UInt8], _ input: inout CaptureInput) throws(CaptureError) {
    switch magic {
    case [0xd4, 0xc3, 0xb2, 0xa1]: (order, unit) = (FileByteOrder(isLittle: true), 1000)
    case [0xa1, 0xb2, 0xc3, 0xd4]: (order, unit) = (FileByteOrder(isLittle: false), 1000)
    case [0x4d, 0x3c, 0xb2, 0xa1]: (order, unit) = (FileByteOrder(isLittle: true), 1)
    case [0xa1, 0xb2, 0x3c, 0x4d]: (order, unit) = (FileByteOrder(isLittle: false), 1)
    default: return nil
    }
    let head = try input.take(24, "the file's head")
    let major = order.half(head, at: 4)
    guard major == 2 else {
      throw CaptureError(offset: 4, .invalid("this is pcap version \(major); only version 2 is known"))
    }
    // The upper bits say how many 16-bit words of check sequence frames end in, if bit 26 is set.
    let link = order.word(head, at: 20)
    linkType = UInt16(truncatingIfNeeded: link)
    checkLength = link >> 26 & 1 == 0 ? nil : Int(link >> 28) * 2
  }

  mutating func next(_ input: inout CaptureInput) throws(CaptureError) -> CapturedFrame? {
    guard try !input.isAtEnd() else { return nil }
    let begin = input.offset
    let head = try input.take(16, "a frame's head")
    let count = Int(order.word(head, at: 8))
    guard count <= CapturedFrame.longest else {
      throw CaptureError(
        offset: begin + 8,
        .invalid("the frame says it has \(count) bytes; none has more than \(CapturedFrame.longest)"))
    }
    let bytes = try input.take(count, "a frame", from: begin)
    let time =
      Int64(order.word(head, at: 0)) * 1_000_000_000 + Int64(order.word(head, at: 4)) * unit
    return CapturedFrame(
      time: time, bytes: bytes, wireLength: max(count, Int(order.word(head, at: 12))),
      checkLength: checkLength, linkType: linkType)
  }
}
