/// A host's secret, drawn once from the world's seed; from it come the numbers that others should not guess.
package struct TCPSecret: Equatable, Sendable {
  private let first: UInt64
  private let second: UInt64

  package init(_ first: UInt64, _ second: UInt64) {
    self.first = first
    self.second = second
  }

  /// ISN = M + F(local, remote, secret): a clock of 4 µs and a keyed hash (RFC 6528 §3).
  package func initialSequenceNumber(local: Endpoint, remote: Endpoint, at now: Int64) -> SequenceNumber {
    SequenceNumber(
      UInt32(truncatingIfNeeded: now / 4000) &+ UInt32(truncatingIfNeeded: hash(local, remote, 0)))
  }

  /// What the connection's timestamp clock shows at time 0 (RFC 7323 §7.1).
  package func timestampOffset(local: Endpoint, remote: Endpoint) -> UInt32 {
    UInt32(truncatingIfNeeded: hash(local, remote, 1))
  }

  private func hash(_ local: Endpoint, _ remote: Endpoint, _ purpose: UInt8) -> UInt64 {
    func ports(_ port: UInt16) -> [UInt8] { [UInt8(port >> 8), UInt8(port & 0xff)] }
    return SipHash.hash(
      local.address.bytes + ports(local.port) + remote.address.bytes + ports(remote.port) + [purpose],
      key: (first, second))
  }
}
