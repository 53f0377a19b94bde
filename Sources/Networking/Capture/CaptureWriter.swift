/// Writes frames as a pcap or pcapng file, times in nanoseconds, little endian. It only makes the bytes: where they go
/// is the caller's.
package struct CaptureWriter: Sendable {
  package enum Format: Sendable {
    case pcap, pcapng

    /// What the file's name says: `.pcap`, else pcapng.
    package init(fileName: String) { self = fileName.lowercased().hasSuffix(".pcap") ? .pcap : .pcapng }
  }

  package let format: Format
  /// The name of the one interface: `laptop.eth0`.
  package let interface: String
  package let linkType: UInt16

  /// What was written so far, the file's head first.
  package private(set) var bytes: [UInt8] = []

  /// - Parameter interface: its name; pcap has no place for it.
  package init(_ format: Format, interface: String, linkType: UInt16 = 1) {
    self.format = format
    self.interface = interface
    self.linkType = linkType
    bytes = head
  }

  /// - Parameter time: nanoseconds since 1970.
  package mutating func append(_ frame: [UInt8], at time: Int64) {
    bytes += record(CapturedFrame(time: time, bytes: frame))
  }

  package mutating func append(_ frame: CapturedFrame) { bytes += record(frame) }

  private var head: [UInt8] {
    switch format {
    case .pcap:
      return word(0xa1b2_3c4d) + half(2) + half(4) + word(0) + word(0)
        + word(UInt32(CapturedFrame.longest)) + word(UInt32(linkType))
    case .pcapng:
      let section =
        word(0x1a2b_3c4d) + half(1) + half(0) + [UInt8](repeating: 0xff, count: 8)
        + option(4, Array("packetwalk".utf8)) + option(0, [])
      let description =
        half(linkType) + half(0) + word(UInt32(CapturedFrame.longest)) + option(2, Array(interface.utf8))
        + option(9, [9]) + option(13, [0]) + option(0, [])
      return block(0x0a0d_0d0a, section) + block(1, description)
    }
  }

  private func record(_ frame: CapturedFrame) -> [UInt8] {
    let time = UInt64(max(0, frame.time ?? 0))
    let lengths =
      word(UInt32(truncatingIfNeeded: frame.bytes.count)) + word(UInt32(truncatingIfNeeded: frame.wireLength))
    switch format {
    case .pcap:
      return word(UInt32(truncatingIfNeeded: time / 1_000_000_000)) + word(UInt32(time % 1_000_000_000))
        + lengths + frame.bytes
    case .pcapng:
      let stamp = word(UInt32(time >> 32)) + word(UInt32(truncatingIfNeeded: time))
      return block(6, word(0) + stamp + lengths + padded(frame.bytes))
    }
  }

  private func block(_ type: UInt32, _ body: [UInt8]) -> [UInt8] {
    let length = word(UInt32(truncatingIfNeeded: body.count + 12))
    return word(type) + length + body + length
  }

  private func option(_ code: UInt16, _ value: [UInt8]) -> [UInt8] {
    half(code) + half(UInt16(truncatingIfNeeded: value.count)) + padded(value)
  }

  private func padded(_ bytes: [UInt8]) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4)
  }

  private func half(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xff), UInt8(value >> 8)] }

  private func word(_ value: UInt32) -> [UInt8] {
    half(UInt16(truncatingIfNeeded: value)) + half(UInt16(truncatingIfNeeded: value >> 16))
  }
}
