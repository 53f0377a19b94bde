/// A frame as a capture file holds it.
package struct CapturedFrame: Equatable, Sendable {
  /// Nanoseconds since 1970, UTC; nil: the file says none.
  package var time: Int64?
  /// The file says a time that no `time` can hold: before 1970 or after April 2262.
  package var isTimeOutOfRange = false
  package var bytes: [UInt8]
  /// Octets on the wire; more than `bytes` when the snap length cut the frame.
  package var wireLength: Int
  /// Octets of frame check sequence at its end; nil: the file says nothing of it.
  package var checkLength: Int?
  /// LINKTYPE_… (tcpdump.org/linktypes.html).
  package var linkType: UInt16
  /// nil in pcap files, which know no interfaces.
  package var interface: FrameInfo.Interface?

  package init(
    time: Int64?, bytes: [UInt8], wireLength: Int? = nil, checkLength: Int? = nil, linkType: UInt16 = 1,
    interface: FrameInfo.Interface? = nil
  ) {
    self.time = time
    self.bytes = bytes
    self.wireLength = wireLength ?? bytes.count
    self.checkLength = checkLength
    self.linkType = linkType
    self.interface = interface
  }

  /// No frame of any link is longer; Wireshark has the same limit.
  static let longest = 262_144
}

extension Dissector {
  /// Reads a frame of a capture file, with the pseudo-layer `frame`.
  package mutating func dissect(_ frame: CapturedFrame, number: Int) -> Dissection {
    dissect(
      frame.bytes, number: number, time: frame.time ?? 0, start: .link(frame.linkType),
      frame: FrameInfo(
        wireLength: frame.wireLength, checkLength: frame.checkLength, interface: frame.interface,
        hasTime: frame.time != nil,
        isTimeOutOfRange: frame.isTimeOutOfRange))
  }
}

/// Why a capture file cannot be read on, and where: byte offset from its start.
package struct CaptureError: Error, Equatable, Sendable, CustomStringConvertible {
  package enum Problem: Equatable, Sendable {
    /// The file ends within something.
    case brokenOff(String, need: Int, have: Int)
    /// The first bytes belong to no known format.
    case notACapture([UInt8])
    case invalid(String)
    /// The system's reason.
    case unreadable(String)
  }

  package var offset: Int
  package var problem: Problem

  package init(offset: Int, _ problem: Problem) {
    self.offset = offset
    self.problem = problem
  }

  package var description: String {
    switch problem {
    case .brokenOff(let what, let need, let have):
      "byte \(offset): the file breaks off: \(what) needs \(need) bytes, but only \(have) are left"
    case .notACapture(let magic):
      switch magic.prefix(2) {
      case []: "byte 0: expected a pcap or pcapng file, but it has not even 4 bytes"
      case _ where [[0x34, 0xcd, 0xb2, 0xa1], [0xa1, 0xb2, 0xcd, 0x34]].contains(magic):
        "byte 0: a pcap file in a variant that old Linux systems wrote (its records are longer): save it as pcapng in "
          + "Wireshark"
      case [0x1f, 0x8b]: "byte 0: the file is packed with gzip: unpack it first (gunzip)"
      default:
        "byte 0: expected a pcap or pcapng file, but it begins with \(hexText(magic, separator: 0x20)); save it as "
          + "pcapng in Wireshark or with tcpdump -w"
      }
    case .invalid(let reason): "byte \(offset): \(reason)"
    case .unreadable(let reason): "byte \(offset): \(reason)"
    }
  }
}
