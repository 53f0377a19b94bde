/// An ARP message about to go out.
package struct ARPSend: Equatable, Sendable {
  package var interface: Int
  package var kind: MomentKind
  package var operation: ARPOperation
  /// Where the frame goes: everyone, or the one it is for.
  package var destination: MACAddress
  package var targetMAC: MACAddress
  package var targetIP: IPv4Address
  /// The address that it is about on our side; nil: the interface's. A host answers for all of its addresses.
  package var senderIP: IPv4Address?
  /// The moment in which the target's pair was learned; 0 when it is not known.
  package var learned: Int
  /// The moment that named the target's IP address: the choice of a next hop, or the question that is answered.
  package var named: Int
}

package struct ARPMoments: MomentSet {
  /// No row for the next hop: the packet waits.
  package let miss = MomentKind("arp.miss", .link, .ipv4("address"))
  /// A question is under way already: this packet waits too.
  package let wait = MomentKind("arp.wait", .link, .ipv4("address"))
  package let request = MomentKind("arp.request", .link, .ipv4("address"), .mac("mac"), .mac("to"))
  package let retry = MomentKind("arp.retry", .link, .ipv4("address"), .mac("mac"), .mac("to"))
  /// A unicast question to a neighbour whose row has become stale.
  package let probe = MomentKind("arp.probe", .link, .ipv4("address"), .mac("mac"), .mac("to"))
  package let reply = MomentKind("arp.reply", .link, .ipv4("address"), .mac("mac"), .mac("to"))
  package let learned = MomentKind("arp.learned", .link, .ipv4("address"), .mac("mac"))
  /// A neighbour asks, and its row says so already.
  package let heard = MomentKind("arp.heard", .link, .ipv4("address"), .mac("mac"))
  /// Somebody without an address yet asks whether this host has one (RFC 5227 §2.1.1).
  package let probed = MomentKind("arp.probed", .link, .ipv4("address"), .mac("mac"))
  /// Somebody else says it has this host's address.
  package let conflict = MomentKind("arp.conflict", .link, .ipv4("address"), .mac("mac"))
  /// What this host has sent itself is back, as from a switch that sends out of the port where a frame came in.
  package let own = MomentKind("arp.own", .link, .ipv4("address"), .mac("mac"))
  /// An answer that was not asked for, or not the first.
  package let refused = MomentKind("arp.refused", .link, .ipv4("address"), .mac("mac"))
  /// A transport has shown that a neighbour is alive: no need to ask.
  package let confirmed = MomentKind("arp.confirmed", .link, .ipv4("address"))
  /// A message for somebody else.
  package let ignore = MomentKind("arp.ignore", .link, .ipv4("address"))
  package let failed = MomentKind("arp.failed", .link, .ipv4("address"), .number("waiting"))
  package let stale = MomentKind("arp.stale", .link, .ipv4("address"))
  package let expired = MomentKind("arp.expired", .link, .ipv4("address"))
}

extension MomentKind { package static let arp = ARPMoments() }

package struct ARPDrops: DropSet {
  package let noNeighbour = DropReason(rawValue: "no-neighbour")
  package let waitingFull = DropReason(rawValue: "waiting-full")
  package let ownAddress = DropReason(rawValue: "own-address-claimed")
  package let ownMessage = DropReason(rawValue: "own-message")
  package let unasked = DropReason(rawValue: "arp-unasked")
  /// Of two answers within a second the first counts.
  package let firstCounts = DropReason(rawValue: "arp-first-counts")
}

extension DropReason { package static let arp = ARPDrops() }

package struct ARPOrigins: OriginSet {
  /// The sender's own interface has it.
  package let ownAddress = OriginKind(rawValue: "own-address")
  /// Nobody knows it yet, so everyone is asked.
  package let askEveryone = OriginKind(rawValue: "ask-everyone")
  /// Left empty: it is what is asked for.
  package let unknownYet = OriginKind(rawValue: "unknown-yet")
  /// A row of the ARP cache.
  package let cache = OriginKind(rawValue: "arp-cache")
  /// The next hop that the route names.
  package let nextHop = OriginKind(rawValue: "next-hop")
  /// Answers the message that asked.
  package let asker = OriginKind(rawValue: "asker")
}

extension OriginKind { package static let arp = ARPOrigins() }

extension Host {
  /// Sends an ARP request, probe or reply: one message, wrapped in its frame.
  mutating func arpSend(_ send: ARPSend, _ step: inout Step) {
    let interface = interfaces[send.interface]
    let own = send.senderIP ?? interface.address.address
    let message = ARP(
      send.operation, senderMAC: interface.mac, senderIP: own,
      targetMAC: send.targetMAC,
      targetIP: send.targetIP)
    var frame = Ethernet()
    frame.destination = send.destination
    frame.source = interface.mac
    frame.type = .arp
    let bytes = frame.encoded + message.encoded
    let f = ARP.fields
    let known: OriginKind = send.operation == .reply ? .arp.asker : .arp.cache
    step.happened(
      send.kind, PDU(.link(1), bytes),
      evidence: [
        FieldOrigin(
          Ethernet.fields.destination, send.destination == .broadcast ? .arp.askEveryone : known, send.learned
        ),
        FieldOrigin(Ethernet.fields.source, .arp.ownAddress, 0),
        FieldOrigin(f.senderMAC, .arp.ownAddress, 0),
        FieldOrigin(f.senderIP, .arp.ownAddress, 0),
        FieldOrigin(f.targetMAC, send.targetMAC == .zero ? .arp.unknownYet : known, send.learned),
        FieldOrigin(f.targetIP, send.operation == .reply ? .arp.asker : .arp.nextHop, send.named),
      ],
      [
        Detail("address", .ipv4(send.operation == .reply ? own : send.targetIP)),
        Detail("mac", .mac(send.operation == .reply ? interface.mac : send.destination)),
        Detail("to", .mac(send.destination)),
      ])
    step.then(
      .transmit(Outgoing(port: send.interface, bytes: bytes, cause: step.number, provenance: [step.number])))
  }

  /// RFC 826 "Packet Reception": update what is known; when asked, learn the asker and answer.
  mutating func arpReceive(_ bytes: [UInt8], on interface: Int, _ step: inout Step) {
    let unit = PDU(.link(1), bytes, offset: 0)
    guard let (message, _) = try? ARP.decode(bytes, from: Ethernet.headerLength) else {
      return step.happened(MomentKind.link.drop, unit, drop: .link.badHeader)
    }
    guard message.hardwareType == 1, message.protocolType == .ipv4, message.hardwareSize == 6,
      message.protocolSize == 4
    else { return step.happened(MomentKind.link.drop, unit, drop: .link.unknownType) }
    let sender = Detail("mac", .mac(message.senderMAC))
    // For any of its addresses, on every link, as Linux does.
    let isAsked = message.operation == .request && hasAddress(message.targetIP)
    if message.senderIP == .unspecified, isAsked {
      step.happened(MomentKind.arp.probed, unit, [Detail("address", .ipv4(message.targetIP)), sender])
      return arpAnswer(message, on: interface, &step)
    }
    let details = [Detail("address", .ipv4(message.senderIP)), sender]
    if hasAddress(message.senderIP) {
      guard message.senderMAC != interfaces[interface].mac else {
        return step.happened(MomentKind.arp.own, unit, drop: .arp.ownMessage, details)
      }
      return step.happened(MomentKind.arp.conflict, unit, drop: .arp.ownAddress, details)
    }
    let known = arp.row(message.senderIP, on: interface)
    guard isAsked || known != nil else {
      guard hasAddress(message.targetIP) else {
        return step.happened(
          MomentKind.arp.ignore, unit, drop: .link.notForMe, [Detail("address", .ipv4(message.targetIP))])
      }
      return step.happened(MomentKind.arp.refused, unit, drop: .arp.unasked, details)
    }
    let isSame = known?.mac == message.senderMAC
    // An announcement of one's own address is no second answer.
    let isAnnouncement = message.senderIP == message.targetIP
    if let known, known.mac != nil, !isSame, !isAsked, !isAnnouncement,
      step.now < known.since + arp.settings.lock
    {
      return step.happened(MomentKind.arp.refused, unit, drop: .arp.firstCounts, details)
    }
    // Only an answer to us shows that our frames arrive there too.
    let isConfirmation = message.operation == .reply && isForOne(bytes, on: interface)
    if isSame, !isConfirmation {
      step.happened(MomentKind.arp.heard, unit, details)
    } else {
      arp.remove(message.senderIP, on: interface)
      arp.insert(
        ARPCache.Row(
          interface: interface, address: message.senderIP, mac: message.senderMAC,
          state: isConfirmation ? .reachable : .stale, since: step.now, moment: step.number,
          started: step.number))
      step.happened(
        MomentKind.arp.learned, unit,
        changes: [
          TableChange(
            "arp", message.senderIP.description, before: known?.mac?.description,
            after: message.senderMAC.description)
        ], details)
    }
    if isAsked { arpAnswer(message, on: interface, &step) }
    for packet in known?.waiting ?? [] {
      var work = packet.work
      work.cause = step.number
      step.resume(work)
    }
  }

  private func isForOne(_ bytes: [UInt8], on interface: Int) -> Bool {
    (try? Ethernet.decode(bytes))?.0.destination == interfaces[interface].mac
  }

  private func arpAnswer(_ question: ARP, on interface: Int, _ step: inout Step) {
    step.then(
      .arpSend(
        ARPSend(
          interface: interface, kind: MomentKind.arp.reply, operation: .reply,
          destination: question.senderMAC, targetMAC: question.senderMAC, targetIP: question.senderIP,
          senderIP: question.targetIP, learned: step.number, named: step.number)))
  }

  /// A packet needs its next hop's MAC address and has none: it waits, and the first one asks.
  mutating func arpWait(_ send: LinkSend, _ step: inout Step) {
    let unit = PDU(.name("ip"), send.packet)
    let detail = Detail("address", .ipv4(send.nextHop))
    let waiting = ARPCache.Waiting(
      send: send, moment: step.number,
      work: Work(
        device: step.work.device, task: .linkSend(send), cause: step.work.cause, frame: step.work.frame,
        provenance: step.work.provenance))
    let change = TableChange(
      "waiting", send.nextHop.description, before: nil, after: "\(send.packet.count) bytes")
    if let row = arp.row(send.nextHop, on: send.interface) {
      // The latest packets are kept (RFC 1122 §2.3.2.2): the oldest makes room, then this one comes again.
      guard row.waiting.count < arp.settings.waiting else {
        arp.update(send.nextHop, on: send.interface) { $0.waiting.removeFirst() }
        let oldest = row.waiting[0]
        step.happened(
          MomentKind.link.drop, PDU(.name("ip"), oldest.send.packet), drop: .arp.waitingFull,
          changes: [
            TableChange(
              "waiting", send.nextHop.description, before: "\(oldest.send.packet.count) bytes", after: nil)
          ], [detail])
        return step.resume(step.work)
      }
      arp.update(send.nextHop, on: send.interface) { $0.waiting.append(waiting) }
      return step.happened(MomentKind.arp.wait, unit, changes: [change], [detail])
    }
    arp.insert(
      ARPCache.Row(
        interface: send.interface, address: send.nextHop, mac: nil, state: .incomplete, since: step.now,
        attempts: 1, moment: step.number, started: step.number, wanted: step.work.cause, waiting: [waiting]))
    step.happened(MomentKind.arp.miss, unit, changes: [change], [detail])
    step.then(.arpSend(question(send.nextHop, on: send.interface, MomentKind.arp.request)))
  }

  /// Asks for an address that no packet waits for yet, unless that is under way.
  mutating func arpResolve(_ address: IPv4Address, on interface: Int, _ step: inout Step) {
    guard arp.row(address, on: interface) == nil else { return }
    arp.insert(
      ARPCache.Row(
        interface: interface, address: address, mac: nil, state: .incomplete, since: step.now, attempts: 1,
        moment: step.number, started: step.number, wanted: step.number))
    step.then(.arpSend(question(address, on: interface, MomentKind.arp.request)))
  }

  private func question(_ address: IPv4Address, on interface: Int, _ kind: MomentKind) -> ARPSend {
    let known = arp.row(address, on: interface)
    let unicast = kind == MomentKind.arp.probe ? known?.mac : nil
    return ARPSend(
      interface: interface, kind: kind, operation: .request, destination: unicast ?? .broadcast,
      targetMAC: .zero, targetIP: address, learned: unicast == nil ? 0 : known?.moment ?? 0,
      named: known?.wanted ?? 0)
  }

  /// A row's time has come: ask again, give up, check, or forget.
  mutating func arpDeadline(_ row: ARPCache.Row, _ step: inout Step) {
    let detail = Detail("address", .ipv4(row.address))
    step.blame(row.started)
    switch row.state {
    case .incomplete, .probe:
      guard row.attempts < arp.settings.attempts else { return giveUp(row, &step) }
      arp.update(row.address, on: row.interface) {
        $0.since = step.now
        $0.started = step.number
        $0.attempts += 1
      }
      let probing = row.state == .probe
      arpSend(
        question(row.address, on: row.interface, probing ? MomentKind.arp.probe : MomentKind.arp.retry), &step
      )
    case .delay where (row.confirmed ?? .min) >= row.since:
      arp.update(row.address, on: row.interface) {
        $0.state = .reachable
        $0.since = row.confirmed ?? step.now
        $0.confirmed = nil
        $0.started = step.number
      }
      step.happened(
        MomentKind.arp.confirmed, nil,
        changes: [TableChange("arp", row.address.description, before: "delay", after: "reachable")], [detail])
    case .delay:
      arp.update(row.address, on: row.interface) {
        $0.state = .probe
        $0.since = step.now
        $0.started = step.number
        $0.attempts = 1
      }
      arpSend(question(row.address, on: row.interface, MomentKind.arp.probe), &step)
    case .reachable:
      arp.update(row.address, on: row.interface) {
        $0.state = .stale
        $0.since = step.now
        $0.started = step.number
      }
      step.happened(
        MomentKind.arp.stale, nil,
        changes: [TableChange("arp", row.address.description, before: "reachable", after: "stale")], [detail])
    case .stale:
      arp.remove(row.address, on: row.interface)
      step.happened(
        MomentKind.arp.expired, nil,
        changes: [TableChange("arp", row.address.description, before: row.mac?.description, after: nil)],
        [detail])
    }
  }

  private mutating func giveUp(_ row: ARPCache.Row, _ step: inout Step) {
    arp.remove(row.address, on: row.interface)
    let first = row.waiting.first.map { PDU(.name("ip"), $0.send.packet) }
    step.happened(
      MomentKind.arp.failed, first, drop: row.waiting.isEmpty ? nil : .arp.noNeighbour,
      changes: [TableChange("arp", row.address.description, before: row.mac?.description, after: nil)],
      [Detail("address", .ipv4(row.address)), Detail("waiting", .number(UInt64(row.waiting.count)))])
    for waiting in row.waiting {
      step.then(.undeliverable(packet: waiting.send.packet, code: .host))
    }
  }
}

extension Host {
  /// Forgets the MAC addresses that it knows on an interface.
  mutating func forgetNeighbours(on interface: Int) -> [TableChange] {
    let gone = arp.rows.filter { $0.interface == interface && $0.mac != nil }
    for row in gone { arp.remove(row.address, on: interface) }
    return gone.map { TableChange("arp", $0.address.description, before: $0.mac?.description, after: nil) }
  }
}
