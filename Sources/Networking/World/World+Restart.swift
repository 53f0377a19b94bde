/// Switching a device off and on again.
package struct DeviceMoments: MomentSet {
  /// It is up again, and has forgotten what it had learned.
  package let restart = MomentKind("device.restart", .physical)
}

extension MomentKind { package static let device = DeviceMoments() }

extension World {
  /// What a device had only in its memory is gone: tables, connections, questions under way, frames that waited for a
  /// wire. What the network file says of it is there again, its servers listen. It takes no time, and the links stay up:
  /// neighbours notice nothing until they send.
  mutating func restart(_ step: inout Step) {
    let device = step.work.device!
    for port in devices[device].ports.indices { devices[device].ports[port].queue = [] }
    let changes = devices[device].bridge?.restart() ?? devices[device].host?.restart(&step.random) ?? []
    step.happened(MomentKind.device.restart, nil, changes: changes)
  }
}

extension LearningSwitch {
  fileprivate mutating func restart() -> [TableChange] {
    Set(rows.map(\.port)).sorted().flatMap { forget(port: $0) }
  }
}

extension Host {
  fileprivate mutating func restart(_ random: inout SeededRandom) -> [TableChange] {
    let changes = forgetting
    arp = ARPCache()
    routes.removeAll { $0.expires != nil }
    udp = []
    tcp = TCPSockets()
    icmp = ICMPLimit()
    nextDescriptor = Host.firstDescriptor
    applications = programs
    start(&random)
    return changes
  }

  /// The rows that are gone afterwards.
  private var forgetting: [TableChange] {
    arp.rows.map { TableChange("arp", $0.address.description, before: $0.mac?.description, after: nil) }
      + routes.filter { $0.expires != nil }.map {
        TableChange("routes", $0.prefix.description, before: $0.gateway?.description, after: nil)
      }
      + tcp.sockets.map {
        TableChange(
          "connection", "\($0.connection.local) \($0.connection.remote)",
          before: $0.connection.state.rawValue,
          after: nil)
      }
  }
}
