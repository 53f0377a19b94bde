import Networking

/// Between whom a transmission goes, by its addresses alone: what can be known of all frames without dissecting any.
struct TransmissionEnds: Sendable {
  /// The moment in which it was sent first: of a frame on a later cable that of the first one.
  let began: Int
  /// The ends by the addresses; where they say nothing, those of its first cable.
  let from: Int
  let to: Int
  let isARP: Bool
  /// It was on another cable before.
  let isRelayed: Bool
  private let addressed: Pair

  private struct Pair: Equatable, Sendable {
    var from: Int?
    var to: Int?
  }

  /// - Parameter earlier: of the transmission that led to this one. Between the same ends it is the same on its way.
  init(_ transmission: Transmission, after earlier: TransmissionEnds?, _ topology: Topology) {
    let ends = topology.ends(ofFrame: transmission.bytes)
    let addressed = Pair(from: ends.from, to: ends.to)
    self.addressed = addressed
    isARP = transmission.bytes.dropFirst(12).starts(with: [0x08, 0x06])
    let same = earlier?.addressed == addressed ? earlier : nil
    isRelayed = same != nil
    began = same?.began ?? transmission.moment
    from = same?.from ?? ends.from ?? transmission.from.device
    to = same?.to ?? ends.to ?? transmission.to.device
  }
}
