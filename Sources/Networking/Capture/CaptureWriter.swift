/// Writes frames of one Ethernet interface as pcap or pcapng, with nanoseconds, little endian.
package struct CaptureWriter: Sendable {
  package enum Format: Sendable { case pcap, pcapng }

  package let format: Format
  package private(set) var bytes: [UInt8] = []
  /// As tcpdump and Wireshark set it.
  private static let snapLength: UInt32 = 262_144

  /// - Parameter interface: its name; pcap has no place for it.
  package init(_ format: Format, interface: String) {
    self.format = format
    switch format {
    case .pcap:
      word(0xa1b2_3c4d)
      half(2)
      half(4)
      word(0)
      word(0)
      word(Self.snapLength)
      word(1)
    case .pcapng:
      block(0x0a0d_0d0a) { writer in
        writer.word(0x1a2b_3c4d)
        writer.half(1)
        writer.half(0)
        writer.word(0xffff_ffff)
        writer.word(0xffff_ffff)
        writer.option(4, Array("packetwalk".utf8))
        writer.endOfOptions()
      }
      block(1) { writer in
        writer.half(1)
        writer.half(0)
        writer.word(Self.snapLength)
        writer.option(2, Array(interface.utf8))
        writer.option(9, [9])
        writer.endOfOptions()
      }
    }
  }

  /// - Parameter time: nanoseconds since 1970.
  package mutating func append(_ frame: [UInt8], at time: Int64) {
    switch format {
    case .pcap:
      word(UInt32(truncatingIfNeeded: time / 1_000_000_000))
      word(UInt32(truncatingIfNeeded: time % 1_000_000_000))
      word(UInt32(frame.count))
      word(UInt32(frame.count))
      bytes += frame
    case .pcapng:
      block(6) { writer in
        writer.word(0)
        writer.word(UInt32(truncatingIfNeeded: time >> 32))
        writer.word(UInt32(truncatingIfNeeded: time))
        writer.word(UInt32(frame.count))
        writer.word(UInt32(frame.count))
        writer.padded(frame)
      }
    }
  }

  private mutating func block(_ kind: UInt32, _ body: (inout CaptureWriter) -> Void) {
    word(kind)
    let place = bytes.count
    word(0)
    body(&self)
    let length = UInt32(bytes.count - place + 8)
    word(length)
    for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: length >> UInt32(8 * index)) }
  }

  private mutating func option(_ code: UInt16, _ value: [UInt8]) {
    half(code)
    half(UInt16(value.count))
    padded(value)
  }

  private mutating func endOfOptions() { word(0) }

  private mutating func padded(_ more: [UInt8]) {
    bytes += more
    bytes += [UInt8](repeating: 0, count: (4 - more.count % 4) % 4)
  }

  private mutating func half(_ value: UInt16) { bytes += [UInt8(value & 0xff), UInt8(value >> 8)] }
  private mutating func word(_ value: UInt32) {
    bytes += (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
  }
}
