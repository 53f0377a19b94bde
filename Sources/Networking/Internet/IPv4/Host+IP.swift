/// What a transport asks the internet layer to send.
package struct IPSend: Equatable, Sendable {
  package var proto: IPProtocol
  package var source: IPv4Address
  package var destination: IPv4Address
  package var identification: UInt16
  package var dontFragment: Bool
  package var dscp: UInt8 = 0
  package var timeToLive: UInt8 = 64
  package var payload: [UInt8]
  package var evidence: [FieldOrigin] = []
}

package struct InternetMoments: MomentSet {
  package let wrap = MomentKind(
    "ip.wrap", .internet, .ipv4("address"), .ipv4("gateway"), .number("bytes"), .boolean("direct"))
  package let accept = MomentKind("ip.accept", .internet, .ipv4("address"), .ipv4("from"))
  package let forward = MomentKind(
    "ip.forward", .internet, .ipv4("address"), .ipv4("gateway"), .number("ttl"), .boolean("direct"),
    .text("interface"))
  /// The way that a redirect taught has served its time.
  package let routeExpired = MomentKind("ip.route-expired", .internet, .ipv4("address"))
  package let drop = MomentKind("ip.drop", .internet, .ipv4("address").sometimes, .ipv4("from").sometimes)
}

extension MomentKind { package static let internet = InternetMoments() }

package struct InternetDrops: DropSet {
  package let noRoute = DropReason(rawValue: "no-route")
  /// Nothing can be sent to such an address.
  package let noDestination = DropReason(rawValue: "no-destination")
  /// No packet on a cable can have such an address.
  package let martian = DropReason(rawValue: "martian")
  /// For many hosts: no router sends it on.
  package let staysOnLink = DropReason(rawValue: "stays-on-link")
  package let ttlExpired = DropReason(rawValue: "ttl-expired")
  package let notMine = DropReason(rawValue: "not-mine")
  package let badChecksum = DropReason(rawValue: "bad-checksum")
  /// Larger than the next link takes, and may not be fragmented.
  package let tooBig = DropReason(rawValue: "too-big")
  /// Larger than the next link takes; it could be fragmented, but nobody here does.
  package let needsFragments = DropReason(rawValue: "needs-fragments")
  package let fragment = DropReason(rawValue: "fragment")
}

extension DropReason { package static let internet = InternetDrops() }

package struct InternetOrigins: OriginSet {
  /// The host's default for a new packet.
  package let hostDefault = OriginKind(rawValue: "host-default")
  /// One less than on the packet that came in.
  package let decremented = OriginKind(rawValue: "decremented")
  /// Computed over the header.
  package let computed = OriginKind(rawValue: "computed")
  /// Chosen at random.
  package let random = OriginKind(rawValue: "random")
  /// One more than on the packet before.
  package let counter = OriginKind(rawValue: "counter")
  /// Left as it came in.
  package let kept = OriginKind(rawValue: "kept")
}

extension OriginKind { package static let internet = InternetOrigins() }

extension Host {
  /// Chooses the way and puts an IP header in front.
  mutating func ipSend(_ send: IPSend, _ step: inout Step) {
    var header = IPv4()
    header.dscp = send.dscp
    header.identification = send.identification
    // A group's packets go no further than the link unless somebody wants it (RFC 1112 §6.1).
    header.timeToLive = send.destination.isMulticast ? 1 : send.timeToLive
    header.proto = send.proto
    header.source = send.source
    header.destination = send.destination
    header = header.sealed(payloadLength: send.payload.count)
    let decided = step.decidedRoute(to: send.destination, self)
    let path =
      decided.flatMap { self.path(over: $0, to: send.destination) } ?? self.path(to: send.destination)
    // TCP cuts its stream to fit; of what others send, Linux forbids the fragments only where none are needed.
    let fits = path.map { Int(header.totalLength) <= $0.mtu } ?? true
    header.dontFragment = send.dontFragment && (fits || send.proto == .tcp)
    header = header.withChecksum
    let packet = header.encoded + send.payload
    let unit = PDU(.name("ip"), packet)
    let address = Detail("address", .ipv4(send.destination))
    guard let path else {
      return step.happened(
        MomentKind.internet.drop, unit, drop: reasonForNoPath(to: send.destination), [address])
    }
    guard fits else {
      return step.happened(MomentKind.internet.drop, unit, drop: header.reasonForNoFit, [address])
    }
    let f = IPv4.fields
    step.happened(
      MomentKind.internet.wrap, unit,
      evidence: send.evidence + [
        FieldOrigin(f.timeToLive, .internet.hostDefault, 0),
        FieldOrigin(f.source, .arp.ownAddress, 0),
        FieldOrigin(f.totalLength, .internet.computed, step.number),
        FieldOrigin(f.checksum, .internet.computed, step.number),
      ],
      [
        address, Detail("gateway", .ipv4(path.nextHop)), Detail("bytes", .number(UInt64(packet.count))),
        Detail("direct", .bool(path.nextHop == send.destination)),
      ])
    // What a host sends to itself never reaches a cable (RFC 1122 §3.2.1.3).
    guard let interface = path.interface else { return step.then(.ipReceive(interface: nil, unit)) }
    step.then(
      .linkSend(LinkSend(interface: interface, nextHop: path.nextHop, packet: packet)), building: true)
  }

  /// A packet has come in: ours, to be forwarded, or to be dropped.
  mutating func ipReceive(_ unit: PDU, on interface: Int?, _ step: inout Step) {
    // A length of 0, which a capture of the sending host may show, is none on a cable.
    guard let (header, length) = try? IPv4.decode(unit.bytes, from: unit.offset),
      Int(header.totalLength) >= length
    else {
      return step.happened(MomentKind.internet.drop, unit, drop: .link.badHeader)
    }
    let headerBytes = unit.bytes[unit.offset..<unit.offset + length]
    guard IPv4.internetChecksum.accepts(headerBytes, holding: header.checksum) else {
      return step.happened(MomentKind.internet.drop, unit, drop: .internet.badChecksum)
    }
    let details = [Detail("address", .ipv4(header.destination)), Detail("from", .ipv4(header.source))]
    guard interface == nil || !isMartian(header) else {
      return step.happened(MomentKind.internet.drop, unit, drop: .internet.martian, details)
    }
    guard isOwn(header.destination) else {
      guard let interface, forwards else {
        return step.happened(MomentKind.internet.drop, unit, drop: .internet.notMine, details)
      }
      guard !header.destination.isMulticast else {
        return step.happened(MomentKind.internet.drop, unit, drop: .internet.staysOnLink, details)
      }
      return ipForward(header, unit, on: interface, &step)
    }
    guard !header.moreFragments, header.fragmentOffset == 0 else {
      return step.happened(MomentKind.internet.drop, unit, drop: .internet.fragment, details)
    }
    // What is after the packet is Ethernet's padding.
    let end = unit.offset + Int(header.totalLength)
    let payload = Array(unit.bytes[..<end])
    let inner = unit.offset + length
    switch header.proto {
    case .icmp:
      step.happened(MomentKind.internet.accept, unit, details)
      step.then(.icmpReceive(header, PDU(.name("icmp"), payload, offset: inner)), building: true)
    case .udp:
      step.happened(MomentKind.internet.accept, unit, details)
      step.then(.udpReceive(header, PDU(.name("udp"), payload, offset: inner)), building: true)
    case .tcp:
      step.happened(MomentKind.internet.accept, unit, details)
      step.then(.tcpReceive(header, PDU(.name("tcp"), payload, offset: inner)), building: true)
    default:
      step.happened(MomentKind.internet.drop, unit, drop: .link.unknownType, details)
      step.then(.undeliverable(packet: Array(payload[unit.offset...]), code: .protocol))
    }
  }

  /// RFC 1812 §5.2: one less to live, a new header checksum, the next hop by longest prefix.
  private mutating func ipForward(_ header: IPv4, _ unit: PDU, on interface: Int, _ step: inout Step) {
    let packet = Array(unit.bytes[unit.offset..<unit.offset + Int(header.totalLength)])
    let address = Detail("address", .ipv4(header.destination))
    guard header.timeToLive > 1 else {
      step.happened(MomentKind.internet.drop, unit, drop: .internet.ttlExpired, [address])
      return step.then(.timeExceeded(packet: packet))
    }
    let decided = step.decidedRoute(to: header.destination, self)
    guard let route = decided ?? routes.lookup(header.destination) else {
      step.happened(MomentKind.internet.drop, unit, drop: .internet.noRoute, [address])
      return step.then(.undeliverable(packet: packet, code: .network))
    }
    guard packet.count <= interfaces[route.interface].mtu else {
      step.happened(MomentKind.internet.drop, unit, drop: header.reasonForNoFit, [address])
      guard header.dontFragment else { return }
      return step.then(.undeliverable(packet: packet, code: .fragmentationNeeded))
    }
    var next = header
    next.timeToLive -= 1
    next = next.withChecksum
    let bytes = next.encoded + packet[(Int(header.headerWords) * 4)...]
    step.happened(
      MomentKind.internet.forward, PDU(.name("ip"), bytes),
      evidence: [
        FieldOrigin(IPv4.fields.timeToLive, .internet.decremented, step.work.cause),
        FieldOrigin(IPv4.fields.checksum, .internet.computed, step.number),
      ],
      [
        address, Detail("gateway", .ipv4(route.nextHop(to: header.destination))),
        Detail("ttl", .number(UInt64(next.timeToLive))), Detail("direct", .bool(route.gateway == nil)),
        Detail("interface", .text(interfaces[route.interface].name)),
      ])
    if shouldRedirect(header, from: interface, route) {
      step.then(.redirect(packet: bytes, gateway: route.nextHop(to: header.destination)))
    }
    step.then(
      .linkSend(
        LinkSend(interface: route.interface, nextHop: route.nextHop(to: header.destination), packet: bytes)),
      building: true)
  }
}

extension IPv4 {
  /// Why a packet that is larger than the next link takes goes no further.
  fileprivate var reasonForNoFit: DropReason { dontFragment ? .internet.tooBig : .internet.needsFragments }
}
