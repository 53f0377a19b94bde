/// A part of the simulation that is no protocol, with what it declares beside its behaviour as a protocol's descriptor
/// does.
package struct BehaviourDescriptor: Sendable {
  /// Names its file in `lessons/reference/` where it has tables: `switch`.
  package let name: String
  package let moments: [MomentKind]
  package let drops: [DropReason]
  package let evidence: [OriginKind]
  package let tables: [TableDescriptor]

  package init(
    _ name: String, moments: [MomentKind] = [], drops: [DropReason] = [], evidence: [OriginKind] = [],
    tables: [TableDescriptor] = []
  ) {
    self.name = name
    self.moments = moments
    self.drops = drops
    self.evidence = evidence
    self.tables = tables
  }

  /// Every room that is no protocol: one line each.
  package static let others: [BehaviourDescriptor] = [
    BehaviourDescriptor("command", moments: Command.moments.all),
    BehaviourDescriptor(
      "what-if", moments: WhatIf.moments.all, drops: DropReason.whatIf.all, evidence: OriginKind.whatIf.all),
    BehaviourDescriptor("network", evidence: OriginKind.network.all),
    BehaviourDescriptor("device", moments: MomentKind.device.all),
    BehaviourDescriptor("physical", moments: MomentKind.physical.all, drops: DropReason.physical.all),
    BehaviourDescriptor("printing", moments: MomentKind.printer.all + MomentKind.spooler.all),
    BehaviourDescriptor("socket", moments: MomentKind.socket.all, drops: DropReason.socket.all),
    BehaviourDescriptor(
      "switch", moments: MomentKind.bridge.all, drops: DropReason.bridge.all,
      evidence: OriginKind.bridge.all, tables: [.mac]),
  ]

  /// The name of the room that declares a table: a protocol's, or another's.
  package static func declaring(_ table: TableDescriptor) -> String? { rooms[table.id] }

  private static let rooms: [String: String] = {
    var rooms: [String: String] = [:]
    for descriptor in Protocols.all {
      for table in descriptor.tables { rooms[table.id] = descriptor.name }
    }
    for room in others {
      for table in room.tables { rooms[table.id] = room.name }
    }
    return rooms
  }()
}
