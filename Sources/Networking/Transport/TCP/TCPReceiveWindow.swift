/// How much the other side is invited to send (RFC 9293 §3.8.6).
extension TCPConnection {
  /// As many whole segments as the buffer holds; what a SYN can say at most is 65,535.
  var initialWindow: Int {
    let space = min(settings.receiveBuffer, 65_535 + 1)
    let size = segmentSizeOffered
    return min(space >= size ? space / size * size : space, 65_535)
  }

  /// Before the other side has spoken, a segment has room for as much as our own MSS option says.
  private var segmentSizeOffered: Int {
    max(
      1, Int(settings.maximumSegmentSize) - (state == .listen || state == .synReceived ? options.length : 0))
  }

  /// A SYN's window, unscaled; the same when it is sent again.
  var synWindow: UInt16 {
    UInt16(clamping: receiveBuffer.capacity > 0 ? receiveBuffer.capacity : initialWindow)
  }

  /// What could be offered: free space in the units the scale allows, rounded down; nothing when less than a segment
  /// is free (silly window avoidance, §3.8.6.2.2).
  var offerableWindow: Int {
    let free = receiveBuffer.free
    if free < min(segmentSize, receiveBuffer.capacity / 2) { return 0 }
    return min(free >> options.receiveScale, 65_535) << options.receiveScale
  }

  /// Moves the promised right edge when that is worth it (an unscaled window by whole segments, §3.8.6.2.2; a scaled one
  /// is coarse enough, as Linux has it) and never back, and returns what the window field says:
  /// rounded up to the units the scale allows, so that no promise is taken back (RFC 7323 §2.4).
  mutating func announceWindow() -> UInt16 {
    let next = receive.next.value
    let worth = options.receiveScale > 0 ? 1 : min(segmentSize, receiveBuffer.capacity / 2)
    if offerableWindow - receive.promise >= worth {
      receive.promised = next + offerableWindow
    }
    let unit = 1 << options.receiveScale
    let field = min((receive.promise + unit - 1) / unit, 65_535)
    if next + field * unit > receive.edge { receive.edge = next + field * unit }
    return UInt16(field)
  }
}
