extension TableDescriptor {
  /// Which MAC address an IP address has on a link. A row that was asked for and has no answer is none yet: packets
  /// wait for it, but there is nothing to know.
  package static let arp = TableDescriptor(
    "arp", order: 10, .learned, isShownEmpty: true, hasAge: true,
    columns: [
      .cell("address", .ipv4, least: 15), .cell("mac", .mac, least: 17),
      .cell(
        "state", .text, spared: 1, values: states.map(\.rawValue), isTranslated: true,
        usual: ARPCache.State.reachable.rawValue),
    ],
    forms: ["known", "doubtful"], key: .value(of: "address", .ipv4),
    relatedFields: [
      "eth.dst", "eth.src", "arp.src.hw_mac", "arp.dst.hw_mac", "ip.dst", "ip.src", "arp.src.proto_ipv4",
      "arp.dst.proto_ipv4",
    ],
    awaits: { host in host.arp.rows.contains { !$0.waiting.isEmpty } }
  ) { host in
    host.arp.rows.compactMap { row in
      guard let mac = row.mac else { return nil }
      return TableRow(
        key: [.number(UInt64(row.interface)), .ipv4(row.address)],
        cells: [[.ipv4(row.address)], [.mac(mac)], [.text(row.state.rawValue)]],
        form: row.state == .reachable ? "known" : "doubtful", written: max(row.moment, row.started),
        confirmed: max(row.since, row.confirmed ?? row.since), shared: [.ipv4(row.address), .mac(mac)])
    }
  }

  /// Of a row that has an address.
  private static let states: [ARPCache.State] = [.reachable, .stale, .delay, .probe]

  /// Packets that wait for such a MAC address.
  package static let waiting = TableDescriptor(
    "waiting", order: 20, .caused, hasTitles: false,
    columns: [
      .cell("hop", .ipv4, least: 16, isElastic: true), .cell("packet", .text),
      .dissectPayload("bytes", .number),
    ],
    key: .value(of: "hop", .ipv4), relatedFields: ["arp.dst.proto_ipv4", "arp.src.proto_ipv4"]
  ) { host in
    host.arp.rows.flatMap(\.waiting).map { waiting in
      let (hop, packet) = (waiting.send.nextHop, waiting.send.packet)
      var dissector = Dissector()
      let layers = dissector.dissect(packet, start: .name("ip")).layers
      let name = layers.last { $0.protocol.name != "data" }?.protocol.short ?? "IP"
      return TableRow(
        key: [.number(UInt64(waiting.moment))],
        cells: [[.ipv4(hop)], [.text(name)], [.number(UInt64(packet.count))]], written: waiting.moment,
        shared: [.ipv4(hop)])
    }
  }
}
