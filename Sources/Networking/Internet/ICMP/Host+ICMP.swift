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

/// How fast a host may send ICMP errors (Linux: icmp_msgs_per_sec 1000, burst 50).
package struct ICMPLimit: Equatable, Sendable {
  package var credit = 50
  package var refilled: Int64 = 0

  /// Takes one from the credit; false when there is none.
  mutating func take(at now: Int64) -> Bool {
    let fresh = (now - refilled) / 1_000_000
    if fresh > 0 {
      credit = Int(min(50, Int64(credit) + fresh))
      refilled = now
    }
    guard credit > 0 else { return false }
    credit -= 1
    return true
  }
}

package struct ICMPMoments: MomentSet {
  package let echoRequest = MomentKind("icmp.echo-request", .internet, .ipv4("address"), .number("sequence"))
  package let echoReply = MomentKind("icmp.echo-reply", .internet, .ipv4("address"), .number("sequence"))
  package let unreachable = MomentKind("icmp.unreachable", .internet, .word("reason"), .ipv4("address"))
  package let timeExceeded = MomentKind("icmp.time-exceeded", .internet, .ipv4("address"))
  package let receive = MomentKind("icmp.receive", .internet, .word("type"), .ipv4("address"))
  package let drop = MomentKind(
    "icmp.drop", .internet, .word("type").sometimes, .ipv4("address").sometimes, .word("reason").sometimes)
}

extension MomentKind { package static let icmp = ICMPMoments() }

package struct ICMPDrops: DropSet {
  /// RFC 1122 §3.2.2: no ICMP error about this packet.
  package let noErrorAllowed = DropReason(rawValue: "no-error-allowed")
  package let errorLimit = DropReason(rawValue: "error-limit")
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
          MomentKind.icmp.drop, PDU(.name("data"), echo.payload), drop: .internet.noRoute,
          [Detail("address", .ipv4(echo.to))])
        if let ping = pinging(echo.identifier) { step.then(.application(ping, .unreachable(echo.to))) }
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
      // An answer to a broadcast comes from the interface's own address (RFC 1122 §3.2.2.6).
      let isUnicast = interfaces.contains { $0.address.address == packet.destination }
      let own = isUnicast ? packet.destination : sourceAddress(to: packet.source)
      icmpEmit(
        request.echoReply(), payload, MomentKind.icmp.echoReply, from: own ?? packet.destination,
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
