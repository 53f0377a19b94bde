/// The two ends of a conversation, the same from either side.
struct SocketPair: Hashable, Sendable {
  struct End: Hashable, Sendable {
    var address: IPv4Address
    var port: UInt16
  }
  let low: End
  let high: End
  /// Whether the packet it was made from went from `low` to `high`; no part of the pair.
  let isUpward: Bool

  init(_ ip: IPv4, _ sourcePort: UInt16, _ destinationPort: UInt16) {
    let source = End(address: ip.source, port: sourcePort)
    let destination = End(address: ip.destination, port: destinationPort)
    isUpward = (source.address, source.port) <= (destination.address, destination.port)
    (low, high) = isUpward ? (source, destination) : (destination, source)
  }

  static func == (a: SocketPair, b: SocketPair) -> Bool { a.low == b.low && a.high == b.high }

  func hash(into hasher: inout Hasher) {
    hasher.combine(low)
    hasher.combine(high)
  }
}
