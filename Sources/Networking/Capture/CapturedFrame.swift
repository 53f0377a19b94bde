/// One frame of a capture file.
package struct CapturedFrame: Equatable, Sendable {
  /// Nanoseconds since 1970.
  package var time: Int64
  /// Octets on the wire; more than `bytes` when the capture cut it.
  package var length: Int
  package var bytes: [UInt8]
  /// LINKTYPE_…: 1 is Ethernet.
  package var linkType: UInt16

  package init(time: Int64, bytes: [UInt8], length: Int? = nil, linkType: UInt16 = 1) {
    self.time = time
    self.bytes = bytes
    self.length = length ?? bytes.count
    self.linkType = linkType
  }
}

/// What is wrong with a capture file: where, what was found, what was expected.
package struct CaptureError: Error, Equatable, Sendable, CustomStringConvertible {
  /// From the start of the file, in bytes.
  package let offset: Int
  package let text: String

  package init(_ text: String, at offset: Int) {
    self.text = text
    self.offset = offset
  }

  package var description: String { "byte \(offset): \(text)" }
}
