/// How many octets the network is trusted with: slow start and congestion avoidance (RFC 5681 §3.1).
package struct CongestionWindow: Equatable, Sendable {
  /// cwnd in octets.
  package private(set) var octets: Int
  /// ssthresh in octets.
  package private(set) var threshold = Int.max
  private let segment: Int
  /// What it was at the beginning.
  private let initial: Int

  package init(segments: Int, segmentSize: Int) {
    segment = segmentSize
    octets = segments * segmentSize
    initial = octets
  }

  /// Nothing was sent for longer than a timeout: what the network can take now is not known (RFC 5681 §4.1).
  package mutating func restarted() { octets = min(octets, initial) }

  /// So many new octets were acknowledged, while `inFlight` were on their way. A window that is not used does not
  /// grow (RFC 7661).
  package mutating func acknowledged(_ count: Int, inFlight: Int) {
    guard count > 0, inFlight * 2 > octets else { return }
    octets += octets < threshold ? min(count, segment) : max(1, segment * segment / octets)
  }

  /// The retransmission timer ran out; `first`: for the first time since the last success.
  package mutating func timedOut(inFlight: Int, first: Bool) {
    if first { threshold = max(inFlight / 2, 2 * segment) }
    octets = segment
  }
}
