/// A packet with the interface and neighbour it goes to.
package struct LinkSend: Equatable, Sendable {
  package var interface: Int
  /// Equals the destination when that is on the same link.
  package var nextHop: IPv4Address
  package var packet: [UInt8]
}

package struct LinkMoments: MomentSet {
  package let wrap = MomentKind("eth.wrap", .link, .mac("mac"), .number("bytes"))
  package let accept = MomentKind("eth.accept", .link, .mac("mac"), .number("bytes"))
  /// A frame for another station.
  package let ignore = MomentKind("eth.ignore", .link, .mac("mac"), .number("bytes"))
  package let drop = MomentKind(
    "eth.drop", .link, .mac("mac").sometimes, .number("bytes").sometimes, .ipv4("address").sometimes)
}

extension MomentKind { package static let link = LinkMoments() }

package struct LinkDrops: DropSet {
  package let notForMe = DropReason(rawValue: "not-for-me")
  package let badHeader = DropReason(rawValue: "bad-header")
  package let unknownType = DropReason(rawValue: "unknown-type")
}

extension DropReason { package static let link = LinkDrops() }

package struct LinkOrigins: OriginSet {
  /// Goes to every host on the link.
  package let broadcast = OriginKind(rawValue: "broadcast")
  /// Made of the address of a multicast group.
  package let group = OriginKind(rawValue: "group")
}

extension OriginKind { package static let link = LinkOrigins() }

extension Host {
  /// Puts a packet into a frame for its next hop, once that hop's MAC address is known.
  mutating func linkSend(_ send: LinkSend, _ step: inout Step) {
    let interface = interfaces[send.interface]
    var frame = Ethernet()
    frame.source = interface.mac
    frame.type = .ipv4
    let evidence: FieldOrigin
    if send.nextHop == .limitedBroadcast || send.nextHop == interface.address.broadcast {
      frame.destination = .broadcast
      evidence = FieldOrigin(Ethernet.fields.destination, .link.broadcast, 0)
    } else if send.nextHop.isMulticast {
      frame.destination = MACAddress(group: send.nextHop)
      evidence = FieldOrigin(Ethernet.fields.destination, .link.group, 0)
    } else if let row = arp.row(send.nextHop, on: send.interface), let mac = row.mac {
      frame.destination = mac
      evidence = FieldOrigin(Ethernet.fields.destination, .arp.cache, row.moment)
      if row.state == .stale {
        arp.update(send.nextHop, on: send.interface) {
          $0.state = .delay
          $0.since = step.now
          $0.confirmed = nil
          $0.started = step.number
          $0.wanted = step.work.cause
        }
      }
    } else {
      return arpWait(send, &step)
    }
    let bytes = frame.encoded + send.packet
    step.happened(
      MomentKind.link.wrap, PDU(.link(1), bytes),
      evidence: [evidence, FieldOrigin(Ethernet.fields.source, .arp.ownAddress, 0)],
      [Detail("mac", .mac(frame.destination)), Detail("bytes", .number(UInt64(bytes.count)))])
    step.then(
      .transmit(
        Outgoing(
          port: send.interface, bytes: bytes, cause: step.number,
          provenance: step.work.provenance + [step.number]
        )))
  }

  /// Takes a frame off the cable when it is for this host.
  mutating func linkReceive(_ bytes: [UInt8], at port: Int, _ step: inout Step) {
    let unit = PDU(.link(1), bytes)
    guard let (header, _) = try? Ethernet.decode(bytes) else {
      return step.happened(MomentKind.link.drop, unit, drop: .link.badHeader)
    }
    let details = [
      Detail("mac", .mac(header.destination)), Detail("bytes", .number(UInt64(bytes.count))),
    ]
    let isForAll = header.destination == .broadcast || header.destination == MACAddress(group: .allHosts)
    guard isForAll || header.destination == interfaces[port].mac else {
      return step.happened(MomentKind.link.ignore, unit, drop: .link.notForMe, details)
    }
    // Goes on with the moments that built it, for a router that sends it on.
    let provenance = step.work.provenance
    switch header.type {
    case .arp:
      step.happened(MomentKind.link.accept, unit, details)
      step.then(.arpReceive(interface: port, bytes: bytes))
    case .ipv4:
      step.happened(MomentKind.link.accept, unit, details)
      step.then(
        .ipReceive(interface: port, PDU(.name("ip"), bytes, offset: Ethernet.headerLength)),
        provenance: provenance)
    default:
      step.happened(MomentKind.link.drop, unit, drop: .link.unknownType, details)
    }
  }
}
