/// A TCP option (RFC 9293 §3.2; window scale and timestamps RFC 7323, SACK RFC 2018).
package enum TCPOption: Equatable, Sendable {
  case endOfList
  case noOperation
  /// Octets of data a segment may carry, announced in a SYN.
  case maximumSegmentSize(UInt16)
  /// Bits to shift the window left, 0…14.
  case windowScale(UInt8)
  case sackPermitted
  /// Blocks received beyond the cumulative acknowledgment: left edge, right edge (exclusive).
  case sack([SACKBlock])
  /// TSval and TSecr.
  case timestamps(value: UInt32, echo: UInt32)
  /// Any other kind, its data kept as bytes: among them the cookie of TCP Fast Open (34, RFC 7413), which may be empty.
  case other(kind: UInt8, data: [UInt8])

  package struct SACKBlock: Equatable, Sendable {
    package var left: UInt32
    package var right: UInt32
    package init(left: UInt32, right: UInt32) {
      self.left = left
      self.right = right
    }
  }
}
