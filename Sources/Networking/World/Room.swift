/// A part of the simulation that is no protocol, with what it declares beside its behaviour as a protocol's descriptor
/// does.
package struct Room: Sendable {
  /// Names its file in `lessons/reference/` where it has tables: `switch`.
  package let name: String
  package let moments: [MomentKind]
  package let drops: [DropReason]
  package let evidence: [EvidenceRule]
  package let tables: [TableDescriptor]

  package init(
    _ name: String, moments: [MomentKind] = [], drops: [DropReason] = [], evidence: [EvidenceRule] = [],
    tables: [TableDescriptor] = []
  ) {
    self.name = name
    self.moments = moments
    self.drops = drops
    self.evidence = evidence
    self.tables = tables
  }

  /// Every room that is no protocol: one line each.
  package static let others: [Room] = [
    Room("command", moments: Command.moments.all),
    Room(
      "what-if", moments: WhatIf.moments.all, drops: DropReason.whatIf.all, evidence: EvidenceRule.whatIf.all),
    Room("network", evidence: EvidenceRule.network.all),
    Room("physical", moments: MomentKind.physical.all, drops: DropReason.physical.all),
    Room("socket", moments: MomentKind.socket.all, drops: DropReason.socket.all),
    Room(
      "switch", moments: MomentKind.bridge.all, drops: DropReason.bridge.all,
      evidence: EvidenceRule.bridge.all, tables: [.mac]),
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
