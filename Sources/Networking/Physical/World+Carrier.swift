/// What devices see of a cable that is pulled or plugged in.
extension World {
  /// A cable that is not pulled leads to the port: there is a carrier.
  package func hasLink(_ port: PortReference) -> Bool {
    devices[port.device].ports[port.port].cable.map { !cables[$0].isDown } ?? false
  }

  /// The link at a port goes down: what was learned over it is forgotten, as Linux does on losing the carrier
  /// (`neigh_carrier_down`) and a bridge for a port that leaves forwarding (IEEE 802.1D §7.9). What waits for an ARP reply
  /// goes on waiting in vain, and routes stay.
  mutating func carrier(port: Int, isUp: Bool, _ step: inout Step) {
    let device = step.work.device!
    let name = Detail("interface", .text(devices[device].ports[port].name))
    guard !isUp else { return step.happened(MomentKind.physical.carrier, nil, [name]) }
    let changes =
      devices[device].bridge?.forget(port: port) ?? devices[device].host?.forgetNeighbours(on: port)
    step.happened(MomentKind.physical.carrierLost, nil, changes: changes ?? [], [name])
  }

  /// The card never sees the end of the frame and throws away what has come of it.
  mutating func cutShort(_ bytes: [UInt8], _ step: inout Step) {
    step.happened(
      MomentKind.physical.cutShort, PDU(.link(1), bytes), drop: .physical.cutShort,
      [Detail("bytes", .number(UInt64(bytes.count)))])
  }
}

extension Moment {
  /// The transmission that a pulled cable took with it in this moment.
  package var frameCutShort: Int? { kind == MomentKind.physical.cutShort ? frame : nil }
}
