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

  /// - Parameter earlier: of the transmission that brought what this one carries.
  init(_ transmission: Transmission, after earlier: TransmissionEnds?, _ topology: Topology) {
    let ends = topology.ends(ofFrame: transmission.bytes)
    isARP = transmission.bytes.dropFirst(12).starts(with: [0x08, 0x06])
    isRelayed = earlier != nil
    began = earlier?.began ?? transmission.moment
    from = earlier?.from ?? ends.from ?? transmission.from.device
    to = earlier?.to ?? ends.to ?? transmission.to.device
  }
}
