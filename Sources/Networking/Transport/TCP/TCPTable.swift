extension TableDescriptor {
  /// Ports that listen, then connections. Sizes are octets; `sendbuffer` and `receivebuffer` what the two hold now.
  package static let tcp = TableDescriptor(
    "tcp", changes: ["connection", "socket"], order: 40, .caused,
    columns: [
      .cell("port", .number, least: 5), .cell("remote", .text, least: 16, isElastic: true),
      .cell("state", .text, least: 12, values: TCPState.allCases.map(\.rawValue)),
      .cell("program", .text, spared: 1), .unseen("cwnd", .number),
      .unseen("ssthresh", .number), .unseen("flight", .number), .unseen("rto", .time),
      .unseen("sendbuffer", .number), .unseen("receivebuffer", .number),
      .unseen("fd", .number),
    ],
    forms: ["listening", "connection"],
    key: .socket(
      ports: { $0.header(TCP.self).map { ($0.sourcePort, $0.destinationPort) } },
      waits: { $0.form == "listening" }),
    relatedFields: ["tcp.srcport", "tcp.dstport"]
  ) { host in
    host.tcp.listeners.map { row($0, host) } + host.tcp.sockets.map { row($0, host) }
  }

  private static func row(_ listening: TCPSockets.Listening, _ host: Host) -> TableRow {
    let local = listening.listener.local
    let port = FieldValue.number(UInt64(local.port))
    return TableRow(
      key: [.text("listen"), .text(local.description)],
      cells: [
        [port], [.text("*")], [.text(TCPState.listen.rawValue)], host.program(listening.owner), [], [], [],
        [], [], [], [.number(UInt64(listening.descriptor))],
      ],
      form: "listening", written: 0, shared: [port])
  }

  private static func row(_ socket: TCPSockets.Socket, _ host: Host) -> TableRow {
    let connection = socket.connection
    func octets(_ count: Int) -> [FieldValue] { [.number(UInt64(clamping: count))] }
    let threshold = connection.congestion.threshold
    return TableRow(
      key: [.text(connection.local.description), .text(connection.remote.description)],
      cells: [
        [.number(UInt64(connection.local.port))], [.text(connection.remote.description)],
        [.text(connection.state.rawValue)], host.program(socket.owner), octets(connection.congestion.octets),
        threshold == .max ? [] : octets(threshold), octets(connection.send.inFlight),
        [.nanoseconds(connection.retransmission.timeout)],
        octets(connection.settings.sendBuffer - connection.sendBuffer.free), octets(connection.readable),
        socket.descriptor.map { [.number(UInt64($0))] } ?? [],
      ],
      form: "connection", written: connection.entered,
      shared: [.number(UInt64(connection.local.port)), .number(UInt64(connection.remote.port))])
  }
}

extension Host {
  /// The name of the program that has a socket.
  func program(_ owner: Int) -> [FieldValue] {
    applications.indices.contains(owner) ? [.text(type(of: applications[owner].value).name)] : []
  }
}
