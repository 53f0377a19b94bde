extension TableDescriptor {
  /// Which program gets the datagrams for a port.
  package static let udp = TableDescriptor(
    "udp", changes: ["socket"], order: 50, .caused,
    columns: [
      .cell("port", .number, least: 5), .cell("program", .text, isElastic: true), .unseen("fd", .number),
    ],
    key: .socket(
      ports: { $0.header(UDP.self).map { ($0.sourcePort, $0.destinationPort) } }, waits: { _ in true }),
    relatedFields: ["udp.srcport", "udp.dstport"]
  ) { host in
    host.udp.map { socket in
      let port = FieldValue.number(UInt64(socket.port))
      return TableRow(
        key: [.number(UInt64(socket.descriptor))],
        cells: [[port], host.program(socket.owner), [.number(UInt64(socket.descriptor))]],
        written: socket.moment, shared: [port])
    }
  }
}
