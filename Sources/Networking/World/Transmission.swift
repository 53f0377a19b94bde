/// One frame crossing one cable.
package struct Transmission: Equatable, Sendable {
  /// From 1, in the order in which they began.
  package var number: Int
  /// Index in `World.cables`.
  package var cable: Int
  package var from: PortReference
  package var to: PortReference
  /// Nanoseconds: first bit out.
  package var start: Int64
  /// Nanoseconds: last bit in.
  package var end: Int64
  /// As on the cable: padded, without FCS.
  package var bytes: [UInt8]
  /// Frame check sequence, as sent: it does not fit bits that were changed on the cable.
  package var fcs: UInt32
  /// The `phy.transmit` moment.
  package var moment: Int
  /// The moments that built its layers, for evidence.
  package var provenance: [Int]
  /// It was sent, but never arrives: a what-if took it off the cable.
  package var isLost = false

  /// The moments that built a frame, and the one that sends it on. A frame that goes round between switches without end
  /// keeps those that made it and its latest way, or it would take more memory with every round.
  static func builders(_ provenance: [Int], and sent: Int) -> [Int] {
    let longest = 256
    guard provenance.count >= longest else { return provenance + [sent] }
    return provenance.prefix(longest / 2) + provenance.suffix(longest / 2 - 1) + [sent]
  }
}

/// A port of a device, by index.
package struct PortReference: Hashable, Sendable {
  package var device: Int
  package var port: Int

  package init(device: Int, port: Int) {
    self.device = device
    self.port = port
  }
}
