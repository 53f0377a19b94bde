extension TableDescriptor {
  /// Behind which port of a switch a MAC address is; ports are counted from 1, as they are labelled.
  package static let mac = TableDescriptor(
    "mac", order: 30, .learned, isShownEmpty: true, hasAge: true,
    columns: [.cell("address", .mac, least: 17), .cell("port", .number)],
    key: .value(of: "address", .mac),
    relatedFields: ["eth.dst", "eth.src", "arp.src.hw_mac", "arp.dst.hw_mac"]
  ) { bridge in
    bridge.rows.map { row in
      TableRow(
        key: [.mac(row.address)], cells: [[.mac(row.address)], [.number(UInt64(row.port + 1))]],
        written: row.moment, confirmed: row.seen, shared: [.mac(row.address)])
    }
  }
}
