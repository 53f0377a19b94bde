extension TableDescriptor {
  /// Where a packet goes next.
  package static let routes = TableDescriptor(
    "routes", order: 70, .caused, hasTitles: false,
    columns: [
      .cell("prefix", .network, least: 18), .cell("via", .ipv4, isElastic: true),
      .cell("interface", .text, spared: 1), .unseen("length", .number),
    ],
    forms: ["gateway", "link"], key: .longestPrefix(of: "prefix"), relatedFields: ["ip.dst"]
  ) { host in
    host.routes.map { route in
      let interface = host.interfaces[route.interface].name
      let via = route.gateway.map { [FieldValue.ipv4($0)] } ?? []
      return TableRow(
        key: [.network(route.prefix), .text(interface)] + via,
        cells: [
          [.network(route.prefix)], via, [.text(interface)], [.number(UInt64(route.prefix.length))],
        ],
        form: route.gateway == nil ? "link" : "gateway", written: route.moment)
    }
  }
}
