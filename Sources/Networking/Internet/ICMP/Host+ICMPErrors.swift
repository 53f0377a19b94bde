/// ICMP errors, sent and received.
extension Host {
  /// Type 3 (RFC 792, RFC 1122 §3.2.2.1) about a packet of ours or of somebody else's.
  mutating func undeliverable(_ packet: [UInt8], _ code: ICMPUnreachable, _ step: inout Step) {
    guard let (header, length) = try? IPv4.decode(packet) else {
      return step.happened(MomentKind.icmp.drop, PDU(.name("ip"), packet), drop: .link.badHeader)
    }
    if isOwnUnicast(header.source) { return tellOwner(of: packet, header, length, code, &step) }
    let mtu = routes.lookup(header.destination).map {
      UInt16(truncatingIfNeeded: interfaces[$0.interface].mtu)
    }
    let detail = Detail("reason", .text(code.name ?? "\(code.rawValue)"))
    error(
      .unreachable(code, mtu: code == .fragmentationNeeded ? mtu ?? 0 : 0), about: packet,
      MomentKind.icmp.unreachable, [detail], &step)
  }

  /// Type 11: its time to live ran out here.
  mutating func timeExceeded(_ packet: [UInt8], _ step: inout Step) {
    error(.timeExceeded, about: packet, MomentKind.icmp.timeExceeded, [], &step)
  }

  /// An error has come about a packet of ours (RFC 1122 §3.2.2.1): only its beginning is there.
  mutating func icmpError(about quote: [UInt8], _ code: ICMPUnreachable, _ step: inout Step) {
    guard let (header, length) = try? IPv4.decodeQuote(quote), isOwnUnicast(header.source) else {
      return step.happened(MomentKind.icmp.drop, PDU(.name("ip"), quote), drop: .link.badHeader)
    }
    tellOwner(of: quote, header, length, code, &step)
  }

  /// The sender is on this host: its socket learns that the packet did not arrive.
  private mutating func tellOwner(
    of packet: [UInt8], _ header: IPv4, _ length: Int, _ code: ICMPUnreachable, _ step: inout Step
  ) {
    let unit = PDU(.name("ip"), packet)
    guard packet.count >= length + 8 else {
      return step.happened(MomentKind.icmp.drop, unit, drop: .link.badHeader)
    }
    // Smaller packets would be the answer (RFC 1191); hosts here do not try yet.
    guard code != .fragmentationNeeded else {
      return step.happened(
        MomentKind.icmp.drop, unit, drop: .internet.tooBig, [Detail("address", .ipv4(header.destination))])
    }
    let error: SocketError = code == .port || code == .protocol ? .refused : .unreachable
    let ports = (
      source: UInt16(packet[length]) << 8 | UInt16(packet[length + 1]),
      destination: UInt16(packet[length + 2]) << 8 | UInt16(packet[length + 3])
    )
    let details = [
      Detail("reason", .text(error.rawValue)), Detail("address", .ipv4(header.destination)),
    ]
    switch header.proto {
    case .udp:
      // A server's socket is not connected: errors are not for it.
      guard let socket = udp.first(where: { $0.port == ports.source && $0.moment > 0 }) else { break }
      step.happened(MomentKind.socket.error, unit, details)
      return step.then(.application(socket.owner, .failed(socket.descriptor, error)))
    case .tcp:
      let (local, remote) = (
        Endpoint(header.source, ports.source), Endpoint(header.destination, ports.destination)
      )
      let sequence = packet[length + 4..<length + 8].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      return tcpUnreachable(from: local, to: remote, sequence: sequence, unit, details, &step)
    case .icmp:
      let identifier = UInt16(packet[length + 4]) << 8 | UInt16(packet[length + 5])
      guard packet[length] == ICMPType.echoRequest.rawValue, let application = pinging(identifier) else {
        break
      }
      step.happened(MomentKind.socket.error, unit, details)
      let sequence = UInt16(packet[length + 6]) << 8 | UInt16(packet[length + 7])
      return step.then(
        .application(application, .unreachable(header.destination, sequence: sequence)))
    default: break
    }
    step.happened(MomentKind.icmp.drop, unit, drop: .icmp.nobodyWaits, details)
  }

  /// As much of a packet as fits an error of 576 octets in all (RFC 1812 §4.3.2.3), and the way there: no error is cut.
  private func quote(_ packet: [UInt8], to asker: IPv4Address) -> [UInt8] {
    Array(packet.prefix(min(576, path(to: asker)?.mtu ?? 576) - 20 - 8))
  }

  /// No error about errors, broadcasts or later fragments, and not too many (RFC 1122 §3.2.2). It comes from the address of
  /// the interface that it is sent from (RFC 1812 §4.3.2.4).
  mutating func error(
    _ message: ICMP, about packet: [UInt8], _ kind: MomentKind, _ details: [Detail], _ step: inout Step
  ) {
    let unit = PDU(.name("ip"), packet)
    guard let (header, length) = try? IPv4.decode(packet) else {
      return step.happened(MomentKind.icmp.drop, unit, drop: .link.badHeader)
    }
    let isError = header.proto == .icmp && packet.count > length && ![0, 8].contains(packet[length])
    let isNobody = header.source.specialKind.map { $0 != .reserved && $0 != .loopback } ?? false
    guard !isError, !isForMany(header.destination), !isNobody, header.fragmentOffset == 0 else {
      return step.happened(MomentKind.icmp.drop, unit, drop: .icmp.noErrorAllowed)
    }
    // Path MTU discovery needs every answer; redirects have been counted (Linux: icmp_ratemask).
    guard message.isUnlimited || icmp.take(for: header.source, at: step.now) else {
      return step.happened(MomentKind.icmp.drop, unit, drop: .icmp.errorLimit)
    }
    let own = isOwn(header.destination) ? header.destination : sourceAddress(to: header.source)
    guard let own else {
      return step.happened(MomentKind.icmp.drop, unit, drop: reasonForNoPath(to: header.source))
    }
    icmpEmit(
      message, quote(packet, to: header.source), kind, from: own, to: header.source,
      ValueOrigin(.arp.asker, step.work.cause),
      dscp: 0x30,
      details + [Detail("address", .ipv4(header.source))], &step)
  }
}

extension ICMP {
  fileprivate var isUnlimited: Bool {
    type == .redirect
      || (type == .destinationUnreachable && code == ICMPUnreachable.fragmentationNeeded.rawValue)
  }
}
