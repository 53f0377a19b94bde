import Networking

/// Between whom a transmission goes, by its addresses alone: what can be known of all frames without dissecting any.
struct TransmissionEnds: Sendable {
  /// The ends by the addresses; where they say nothing, those of its first cable.
  let pair: Pair
  /// It was on another cable before.
  let isRelayed: Bool

  struct Pair: Hashable, Sendable {
    let from: Int
    let to: Int
    let isARP: Bool
    /// As of a message: `to` is only where its first cable leads.
    let isToNobody: Bool

    /// Those that are named by its addresses.
    var devices: [Int] { isToNobody ? [from] : [from, to] }
  }

  var from: Int { pair.from }
  var to: Int { pair.to }

  /// - Parameter earlier: of the transmission that brought what this one carries.
  init(_ transmission: Transmission, after earlier: TransmissionEnds?, _ topology: Topology) {
    let ends = topology.ends(ofFrame: transmission.bytes)
    isRelayed = earlier != nil
    pair = Pair(
      from: earlier?.from ?? ends.from ?? transmission.from.device,
      to: earlier?.to ?? ends.to ?? transmission.to.device,
      isARP: transmission.bytes.dropFirst(12).starts(with: [0x08, 0x06]),
      isToNobody: ends.to == nil)
  }
}
