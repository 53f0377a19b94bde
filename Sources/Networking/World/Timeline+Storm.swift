/// Frames that go round and round between switches: Ethernet has no time to live, and each switch sends a frame for all
/// out of every other port.
extension Timeline {
  /// The switches that have sent one and the same frame out of one port again and again lately, in their order; empty
  /// when none did. Nothing else repeats whole frames so often: senders count in every packet.
  package var storming: [Int] {
    struct Sending: Hashable {
      let from: PortReference
      let bytes: [UInt8]
    }
    var counts: [Sending: Int] = [:]
    for frame in transmissions.suffix(Self.lookedAt) where front.devices[frame.from.device].bridge != nil {
      counts[Sending(from: frame.from, bytes: frame.bytes), default: 0] += 1
    }
    return Set(counts.filter { $0.value >= Self.often }.map(\.key.from.device)).sorted()
  }

  private static let lookedAt = 2000
  private static let often = 20
}
