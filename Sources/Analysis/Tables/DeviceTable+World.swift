import Documents
import Networking

extension World {
  /// Every table of every device, in the order of the network file.
  package var tables: [DeviceTable] { devices.indices.flatMap(tables) }

  /// An ARP cache and a MAC table are shown empty too: that is why a device asks, or floods.
  package func tables(of index: Int) -> [DeviceTable] {
    let device = devices[index]
    return DeviceTable.Kind.allCases.compactMap { kind in
      var table = DeviceTable(device: index, label: device.label, kind: kind)
      if let bridge = device.bridge {
        guard kind == .mac else { return nil }
        table.rows = bridge.rows.map { row($0) }
      } else if let host = device.host {
        if kind == .mac { return nil }
        table.rows = rows(kind, of: host)
        if kind == .arp {
          table.isAwaited = host.arp.rows.contains { !$0.waiting.isEmpty }
          return table
        }
        if table.rows.isEmpty { return nil }
      }
      return table
    }
  }

  private func rows(_ kind: DeviceTable.Kind, of host: Host) -> [TableRow] {
    switch kind {
    case .arp: host.arp.rows.compactMap { row($0) }
    case .waiting: host.arp.rows.flatMap { row in row.waiting.map { self.row($0) } }
    case .mac: []
    case .tcp: host.tcp.listeners.map { row($0, host) } + host.tcp.sockets.map { row($0, host) }
    case .udp: host.udp.map { row($0, host) }
    case .questions:
      host.applications.compactMap { ($0.value as? StubResolver)?.lookups }.joined().flatMap(rows)
    case .routes: host.routes.map { row($0, host) }
    case .records:
      host.applications.compactMap { ($0.value as? RecordServer)?.records }.joined().map { row($0) }
    }
  }

  // MARK: Link

  /// nil for an address that was asked for and has no answer: packets wait for it, but there is nothing to know.
  private func row(_ row: ARPCache.Row) -> TableRow? {
    guard let mac = row.mac else { return nil }
    let state = row.state == .reachable ? .same("") : TableTexts.state(row.state)
    return TableRow(
      key: "\(row.interface) \(row.address)", cells: [.same(row.address), .same(mac), state],
      statement: TableTexts.pair(row.address, mac, row.state), age: now - row.since,
      moment: max(row.moment, row.started), values: [.ipv4(row.address), .mac(mac)])
  }

  private func row(_ waiting: ARPCache.Waiting) -> TableRow {
    var dissector = Dissector()
    let packet = dissector.dissect(waiting.send.packet, start: .name("ip"))
    let name = packet.layers.last { $0.protocol.name != "data" }?.protocol.short ?? "IP"
    return TableRow(
      key: "\(waiting.moment)", cells: TableTexts.waitingCells(waiting.send, name),
      statement: TableTexts.waits(waiting.send, name), moment: waiting.moment,
      values: [.ipv4(waiting.send.nextHop)])
  }

  private func row(_ row: LearningSwitch.Row) -> TableRow {
    TableRow(
      key: row.address.description, cells: [.same(row.address), .same(row.port + 1)],
      statement: TableTexts.behind(row.address, port: row.port + 1), age: now - row.seen, moment: row.moment,
      values: [.mac(row.address)])
  }

  // MARK: Internet

  private func row(_ route: Route, _ host: Host) -> TableRow {
    let interface = host.interfaces[route.interface].name
    return TableRow(
      key: "\(route.prefix) \(interface) \(route.gateway?.description ?? "")",
      cells: [.same(route.prefix), TableTexts.leads(route.gateway), .same(interface)],
      statement: TableTexts.route(route, interface), moment: 0, prefix: route.prefix)
  }

  // MARK: Transport

  private func row(_ listening: TCPSockets.Listening, _ host: Host) -> TableRow {
    let port = listening.listener.local.port
    return TableRow(
      key: "listen \(listening.listener.local)",
      cells: [.same(port), .same("*"), .same(TCPState.listen.rawValue), program(listening.owner, host)],
      statement: TableTexts.listens(port), moment: 0, values: [.number(UInt64(port))])
  }

  private func row(_ socket: TCPSockets.Socket, _ host: Host) -> TableRow {
    let connection = socket.connection
    let (local, remote, state) = (connection.local, connection.remote, connection.state.rawValue)
    return TableRow(
      key: "\(local) \(remote)",
      cells: [.same(local.port), .same(remote), .same(state), program(socket.owner, host)],
      statement: TableTexts.connection(local.port, remote, state), moment: connection.entered,
      values: [.number(UInt64(local.port)), .number(UInt64(remote.port))])
  }

  private func row(_ socket: UDPSocket, _ host: Host) -> TableRow {
    let program = program(socket.owner, host)
    return TableRow(
      key: "\(socket.descriptor)", cells: [.same(socket.port), program],
      statement: TableTexts.datagrams(socket.port, program), moment: socket.moment,
      values: [.number(UInt64(socket.port))])
  }

  private func program(_ owner: Int, _ host: Host) -> LocalizedText {
    guard host.applications.indices.contains(owner) else { return .same("") }
    return .same(type(of: host.applications[owner].value).name)
  }

  // MARK: Application

  private func rows(_ lookup: StubResolver.Lookup) -> [TableRow] {
    lookup.queries.map { query in
      let type = query.type.name ?? "\(query.type.rawValue)"
      let answer = TableTexts.answer(query.addresses)
      return TableRow(
        key: "\(lookup.descriptor) \(type)", cells: [.same(lookup.name), .same(type), answer],
        statement: TableTexts.question(lookup.name, type, answer),
        moment: query.addresses == nil ? lookup.chosen : query.moment,
        values: [.text(lookup.name)] + (query.addresses ?? []).map(FieldValue.ipv4))
    }
  }

  private func row(_ record: DNSRecord) -> TableRow {
    let name = record.name.description
    let type = record.type.name ?? "\(record.type.rawValue)"
    var values: [FieldValue] = [.text(name)]
    let value: String
    switch record.data {
    case .address(let address):
      value = address.description
      values.append(.ipv4(address))
    case .address6(let address): value = address.description
    case .alias(let other), .nameServer(let other): value = other.description
    case .authority(let zone): value = zone.primary.description
    case .other(let bytes): value = "\(bytes.count) bytes"
    }
    return TableRow(
      key: "\(name) \(type) \(value)", cells: [.same(name), .same(type), .same(value)],
      statement: TableTexts.record(name, type, value), moment: 0, values: values)
  }
}

extension LocalizedText {
  /// What is written the same in every language.
  static func same(_ value: some CustomStringConvertible) -> LocalizedText {
    LocalizedText(en: value.description, ko: value.description)
  }
}
