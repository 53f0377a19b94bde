/// A full-duplex Ethernet cable between two ports.
package struct Cable: Equatable, Sendable {
  package var ends: [PortReference]
  /// Bits per second.
  package var rate: Int64
  /// Propagation in nanoseconds.
  package var delay: Int64
  /// Octets of payload a frame may carry.
  package var mtu: Int
  /// A pulled cable carries nothing.
  package var isDown = false

  package init(_ a: PortReference, _ b: PortReference, rate: Int64, delay: Int64, mtu: Int = 1500) {
    ends = [a, b]
    self.rate = rate
    self.delay = delay
    self.mtu = mtu
  }

  /// What a cable has that a person puts between two ports: bits per second, and nanoseconds.
  static let usualRate: Int64 = 1_000_000_000
  static let usualDelay: Int64 = 5_000

  /// Octets a frame takes besides its own: preamble and start delimiter before it, frame check sequence after it.
  package static let overhead = 8 + 4
  /// Octets of silence that must follow (IEEE 802.3 §4.2.3.2.1).
  package static let interframeGap = 12

  /// Nanoseconds that `octets` take on the wire, rounded up.
  package func serialisation(_ octets: Int) -> Int64 {
    (Int64(octets) * 8 * 1_000_000_000 + rate - 1) / rate
  }

  package func opposite(of port: PortReference) -> PortReference { ends[0] == port ? ends[1] : ends[0] }
}
