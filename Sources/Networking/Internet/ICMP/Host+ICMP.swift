/// An echo of this host: its own, or the answer to another's.
package enum ICMPEchoSend: Equatable, Sendable {
  case echoRequest(EchoRequest)
  case echoReply(to: IPv4, ICMP, payload: [UInt8])
}

package struct EchoRequest: Equatable, Sendable {
  package var to: IPv4Address
  package var identifier: UInt16
  package var sequence: UInt16
  package var payload: [UInt8]
  /// The moments in which the address was given and the identifier chosen.
  package var asked: Int
  package var chosen: Int
}

package struct ICMPMoments: MomentSet {
  package let echoRequest = MomentKind("icmp.echo-request", .internet, .ipv4("address"), .number("sequence"))
  package let echoReply = MomentKind("icmp.echo-reply", .internet, .ipv4("address"), .number("sequence"))
  package let unreachable = MomentKind("icmp.unreachable", .internet, .word("reason"), .ipv4("address"))
  package let timeExceeded = MomentKind("icmp.time-exceeded", .internet, .ipv4("address"))
  package let redirect = MomentKind("icmp.redirect", .internet, .ipv4("address"), .ipv4("gateway"))
  /// A redirect to a router whose MAC address is not known yet.
  package let redirectNoted = MomentKind("icmp.redirect-noted", .internet, .ipv4("address"), .ipv4("gateway"))
  /// A redirect is followed from now on.
  package let redirected = MomentKind("icmp.redirected", .internet, .ipv4("address"), .ipv4("gateway"))
  package let receive = MomentKind("icmp.receive", .internet, .word("type"), .ipv4("address"))
  package let drop = MomentKind(
    "icmp.drop", .internet, .word("type").sometimes, .ipv4("address").sometimes, .word("reason").sometimes)
}

extension MomentKind { package static let icmp = ICMPMoments() }

package struct ICMPDrops: DropSet {
  /// RFC 1122 §3.2.2: no ICMP error about this packet.
  package let noErrorAllowed = DropReason(rawValue: "no-error-allowed")
  package let errorLimit = DropReason(rawValue: "error-limit")
  /// RFC 1122 §3.2.2.6: an echo request to many need not be answered.
  package let echoToMany = DropReason(rawValue: "echo-to-many")
  /// Not from the gateway in use, or not to a neighbour.
  package let badRedirect = DropReason(rawValue: "bad-redirect")
  /// The packet it quotes is none of those that are on their way (RFC 5927 §4.1).
  package let quotesNothingSent = DropReason(rawValue: "quotes-nothing-sent")
  /// Nobody waits for this message.
  package let nobodyWaits = DropReason(rawValue: "nobody-waits")
}

extension DropReason { package static let icmp = ICMPDrops() }

package struct ICMPOrigins: OriginSet {
  /// Copied from the packet that is answered or reported.
  package let copied = OriginKind(rawValue: "copied")
}

extension OriginKind { package static let icmp = ICMPOrigins() }

extension Host {
  mutating func icmpSend(_ send: ICMPEchoSend, _ step: inout Step) {
    switch send {
    case .echoRequest(let echo):
      guard let source = sourceAddress(to: echo.to) else {
        step.happened(
          MomentKind.icmp.drop, PDU(.name("data"), echo.payload), drop: reasonForNoPath(to: echo.to),
          [Detail("address", .ipv4(echo.to))])
        if let ping = pinging(echo.identifier) {
          step.then(.application(ping, .unreachable(echo.to, sequence: echo.sequence)))
        }
        return
      }
      icmpEmit(
        .echoRequest(identifier: echo.identifier, sequence: echo.sequence), echo.payload,
        MomentKind.icmp.echoRequest, from: source, to: echo.to,
        ValueOrigin(.udp.applicationAddress, echo.asked),
        dontFragment: true,
        evidence: [
          FieldOrigin(ICMP.fields.identifier, .internet.random, echo.chosen),
          FieldOrigin(ICMP.fields.sequence, .internet.counter, step.work.cause),
        ],
        [Detail("address", .ipv4(echo.to)), Detail("sequence", .number(UInt64(echo.sequence)))], &step)
    case .echoReply(let packet, let request, let payload):
      icmpEmit(
        request.echoReply(), payload, MomentKind.icmp.echoReply, from: packet.destination,
        to: packet.source, ValueOrigin(.arp.asker, step.work.cause),
        evidence: [
          FieldOrigin(ICMP.fields.identifier, .icmp.copied, step.work.cause),
          FieldOrigin(ICMP.fields.sequence, .icmp.copied, step.work.cause),
        ],
        [Detail("address", .ipv4(packet.source)), Detail("sequence", .number(UInt64(request.sequence)))],
        &step)
    }
  }

  mutating func icmpReceive(_ packet: IPv4, _ unit: PDU, _ step: inout Step) {
    let bytes = Array(unit.bytes[unit.offset...])
    guard let (message, length) = try? ICMP.decode(bytes) else {
      return step.happened(MomentKind.icmp.drop, unit, drop: .link.badHeader)
    }
    guard ICMP.internetChecksum.accepts(bytes, holding: message.checksum) else {
      return step.happened(MomentKind.icmp.drop, unit, drop: .internet.badChecksum)
    }
    let details = [
      Detail("type", .text(message.type.name ?? "\(message.type.rawValue)")),
      Detail("address", .ipv4(packet.source)),
    ]
    let payload = Array(bytes[length...])
    switch message.type {
    case .echoRequest:
      // Linux's default; else one packet could call up a flood.
      guard !isForMany(packet.destination) else {
        return step.happened(MomentKind.icmp.drop, unit, drop: .icmp.echoToMany, details)
      }
      step.happened(MomentKind.icmp.receive, unit, details)
      step.then(.icmpSend(.echoReply(to: packet, message, payload: payload)))
    case .echoReply:
      guard let application = pinging(message.identifier) else {
        return step.happened(MomentKind.icmp.drop, unit, drop: .icmp.nobodyWaits, details)
      }
      step.happened(MomentKind.icmp.receive, unit, details)
      step.then(
        .application(
          application,
          .echoReply(
            packet.source, identifier: message.identifier, sequence: message.sequence, payload: payload)))
    case .destinationUnreachable, .timeExceeded:
      step.happened(MomentKind.icmp.receive, unit, details)
      let code = message.type == .timeExceeded ? .host : ICMPUnreachable(rawValue: message.code)
      step.then(.icmpError(quote: payload, code))
    case .redirect: redirected(message, quote: payload, from: packet.source, unit, &step)
    default:
      step.happened(MomentKind.icmp.drop, unit, drop: .icmp.nobodyWaits, details)
    }
  }

  /// Index of the `ping` that sends echo requests with an identifier.
  func pinging(_ identifier: UInt16) -> Int? {
    applications.firstIndex { ($0.value as? Ping)?.sends(identifier) ?? false }
  }

  mutating func icmpEmit(
    _ message: ICMP, _ payload: [UInt8], _ kind: MomentKind, from: IPv4Address, to: IPv4Address,
    _ origin: ValueOrigin, dontFragment: Bool = false, dscp: UInt8 = 0, evidence: [FieldOrigin] = [],
    _ details: [Detail], _ step: inout Step
  ) {
    let bytes = message.sealed(payload: payload).encoded + payload
    step.happened(
      kind, PDU(.name("icmp"), bytes),
      evidence: evidence + [FieldOrigin(ICMP.fields.checksum, .internet.computed, step.number)], details)
    step.then(
      .ipSend(
        IPSend(
          proto: .icmp, source: from, destination: to, identification: step.random.uint16(),
          dontFragment: dontFragment, dscp: dscp, payload: bytes,
          evidence: [
            FieldOrigin(IPv4.fields.identification, .internet.random, step.number),
            FieldOrigin(IPv4.fields.destination, origin),
          ])), building: true)
  }
}
