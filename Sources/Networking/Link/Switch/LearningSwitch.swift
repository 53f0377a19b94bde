/// A transparent bridge (IEEE 802.1D §7): learns source addresses, forwards, floods, forgets.
package struct LearningSwitch: Equatable, Sendable {
  /// One row of the MAC table.
  package struct Row: Equatable, Sendable {
    package var address: MACAddress
    package var port: Int
    /// When a frame from the address was last seen (nanoseconds).
    package var seen: Int64
    /// The moment that wrote the row.
    package var moment: Int
    /// The moment of the last frame from the address: its age counts from there.
    package var lastUse: Int
  }

  package private(set) var rows: [Row] = []
  /// Nanoseconds after which an unused row goes.
  package let ageing: Int64
  /// What can be set: IEEE 802.1D §7.9.2 has 10 s to 1,000,000 s, and 300 s if not said. A lesson may want less.
  package static let ageings: ClosedRange<Int64> = 1_000_000_000...1_000_000_000_000_000
  static let usualAgeing: Int64 = 300_000_000_000

  package init(ageing: Int64 = Self.usualAgeing) { self.ageing = ageing }

  package var nextDeadline: Int64? {
    var next: Int64?
    for row in rows where next == nil || row.seen + ageing < next! { next = row.seen + ageing }
    return next
  }

  mutating func perform(_ task: Task, ports: [Int], _ step: inout Step) {
    switch task {
    case .linkReceive(let port, let bytes): receive(bytes, at: port, ports: ports, &step)
    case .bridge(let port, let bytes): forward(bytes, from: port, ports: ports, &step)
    case .deadline: expire(&step)
    default: preconditionFailure("a switch has no \(task)")
    }
  }

  private mutating func receive(_ bytes: [UInt8], at port: Int, ports: [Int], _ step: inout Step) {
    guard let (header, _) = try? Ethernet.decode(bytes) else {
      return step.happened(MomentKind.link.drop, PDU(.link(1), bytes), drop: .link.badHeader)
    }
    if let index = rows.firstIndex(where: { $0.address == header.source }), rows[index].port == port {
      rows[index].seen = step.now
      rows[index].lastUse = step.number
      return forward(bytes, from: port, ports: ports, &step)
    }
    guard !header.source.isGroup else { return forward(bytes, from: port, ports: ports, &step) }
    let old = rows.first { $0.address == header.source }
    rows.removeAll { $0.address == header.source }
    rows.append(
      Row(address: header.source, port: port, seen: step.now, moment: step.number, lastUse: step.number))
    step.happened(
      MomentKind.bridge.learn, PDU(.link(1), bytes),
      changes: [
        TableChange(
          "mac", header.source.description, before: old.map { "\($0.port + 1)" }, after: "\(port + 1)")
      ],
      [Detail("mac", .mac(header.source)), Detail("port", .number(UInt64(port + 1)))])
    step.then(.bridge(port: port, bytes: bytes), provenance: step.work.provenance)
  }

  private func forward(_ bytes: [UInt8], from port: Int, ports: [Int], _ step: inout Step) {
    guard let (header, _) = try? Ethernet.decode(bytes) else {
      return step.happened(MomentKind.link.drop, PDU(.link(1), bytes), drop: .link.badHeader)
    }
    if case .ports(_, let ports)? = step.decision { return send(bytes, header, decided: ports, &step) }
    let unit = PDU(.link(1), bytes)
    let mac = Detail("mac", .mac(header.destination))
    let others = ports.filter { $0 != port }
    if !header.destination.isGroup, let row = rows.first(where: { $0.address == header.destination }) {
      let detail = Detail("port", .number(UInt64(row.port + 1)))
      guard row.port != port else {
        return step.happened(MomentKind.bridge.filter, unit, drop: .bridge.samePort, [mac, detail])
      }
      step.happened(
        MomentKind.bridge.forward, unit,
        evidence: [FieldOrigin(Ethernet.fields.destination, .bridge.portFromTable, row.moment)],
        [mac, detail])
      return send(bytes, out: [row.port], &step)
    }
    guard !others.isEmpty else {
      return step.happened(
        MomentKind.bridge.flood, unit, drop: .physical.noCable, [mac, Detail("ports", setOf: [])])
    }
    step.happened(MomentKind.bridge.flood, unit, [mac, Detail("ports", setOf: Self.numbers(others))])
    send(bytes, out: others, &step)
  }

  /// As they are labelled, counted from 1.
  static func numbers(_ ports: [Int]) -> [FieldValue] { ports.map { .number(UInt64($0 + 1)) } }

  /// Sends out of ports that somebody else has chosen, at least one.
  private func send(_ bytes: [UInt8], _ header: Ethernet, decided ports: [Int], _ step: inout Step) {
    let mac = Detail("mac", .mac(header.destination))
    step.happened(
      MomentKind.bridge.send, PDU(.link(1), bytes),
      evidence: [FieldOrigin(Ethernet.fields.destination, .whatIf.decided, step.work.cause)],
      [mac, Detail("ports", setOf: Self.numbers(ports))])
    send(bytes, out: ports, &step)
  }

  private func send(_ bytes: [UInt8], out ports: [Int], _ step: inout Step) {
    for port in ports {
      step.then(
        .transmit(Outgoing(port: port, bytes: bytes, cause: step.number, provenance: step.work.provenance)))
    }
  }

  /// Forgets what it learned at a port.
  mutating func forget(port: Int) -> [TableChange] {
    let gone = rows.filter { $0.port == port }
    rows.removeAll { $0.port == port }
    return gone.map { TableChange("mac", $0.address.description, before: "\($0.port + 1)", after: nil) }
  }

  /// One row a step.
  private mutating func expire(_ step: inout Step) {
    guard let index = rows.firstIndex(where: { $0.seen + ageing <= step.now }) else { return }
    let row = rows.remove(at: index)
    step.blame(row.lastUse)
    step.happened(
      MomentKind.bridge.expired, nil,
      changes: [TableChange("mac", row.address.description, before: "\(row.port + 1)", after: nil)],
      [Detail("mac", .mac(row.address))])
  }
}

package struct SwitchMoments: MomentSet {
  package let learn = MomentKind("switch.learn", .link, .mac("mac"), .number("port"))
  package let forward = MomentKind("switch.forward", .link, .mac("mac"), .number("port"))
  package let flood = MomentKind("switch.flood", .link, .mac("mac"), .numbers("ports"))
  package let filter = MomentKind("switch.filter", .link, .mac("mac"), .number("port"))
  /// Out of ports that somebody decided on in the switch's place, whatever its table says.
  package let send = MomentKind("switch.send", .link, .mac("mac"), .numbers("ports"))
  package let expired = MomentKind("switch.expired", .link, .mac("mac"))
}

extension MomentKind { package static let bridge = SwitchMoments() }

package struct SwitchDrops: DropSet {
  package let samePort = DropReason(rawValue: "same-port")
}

extension DropReason { package static let bridge = SwitchDrops() }

package struct SwitchOrigins: OriginSet {
  /// The switch's table says behind which port the address is.
  package let portFromTable = OriginKind(rawValue: "port-from-table")
}

extension OriginKind { package static let bridge = SwitchOrigins() }
