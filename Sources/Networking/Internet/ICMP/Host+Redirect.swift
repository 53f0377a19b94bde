/// Redirects (RFC 792, type 5): a router that sends a packet out where it came in knows a better way for its sender.
extension Host {
  /// How long a redirected host keeps to the new way (Linux: 300 s).
  private static let redirectLifetime: Int64 = 300_000_000_000

  /// RFC 1812 §5.2.7.2: the sender and the next hop are on one link.
  func shouldRedirect(_ header: IPv4, from interface: Int, _ route: Route) -> Bool {
    interface == route.interface && interfaces[interface].address.contains(header.source)
  }

  /// Tells the sender of a packet that was sent on, with code 1: for this host alone.
  mutating func redirect(about packet: [UInt8], to gateway: IPv4Address, _ step: inout Step) {
    guard let (header, _) = try? IPv4.decode(packet) else { return }
    guard icmp.takeRedirect(for: header.source, at: step.now) else { return }
    error(
      .redirect(to: gateway), about: packet, MomentKind.icmp.redirect, [Detail("gateway", .ipv4(gateway))],
      &step)
  }

  /// A redirect has come in. It counts from the gateway that is in use, and towards a neighbour (RFC 1122 §3.2.2.2); as on
  /// Linux one whose MAC address is known: the first only makes it ask for that.
  mutating func redirected(
    _ message: ICMP, quote: [UInt8], from router: IPv4Address, _ unit: PDU, _ step: inout Step
  ) {
    let gateway = message.gateway
    guard !forwards, let (header, _) = try? IPv4.decodeQuote(quote), isOwnUnicast(header.source),
      let path = path(to: header.destination), let interface = path.interface, path.nextHop == router,
      router != header.destination, gateway != router, !isOwn(gateway),
      interfaces[interface].address.contains(gateway)
    else {
      return step.happened(
        MomentKind.icmp.drop, unit, drop: .icmp.badRedirect,
        [Detail("type", .text(message.type.name ?? "")), Detail("address", .ipv4(router))])
    }
    let details = [Detail("address", .ipv4(header.destination)), Detail("gateway", .ipv4(gateway))]
    guard arp.row(gateway, on: interface)?.mac != nil else {
      step.happened(MomentKind.icmp.redirectNoted, unit, details)
      return arpResolve(gateway, on: interface, &step)
    }
    let prefix = IPv4Prefix(header.destination, 32)
    routes.removeAll { $0.prefix == prefix && $0.expires != nil }
    routes.append(
      Route(
        prefix, gateway: gateway, interface: interface, expires: step.now + Self.redirectLifetime,
        moment: step.number))
    step.happened(
      MomentKind.icmp.redirected, unit,
      changes: [
        TableChange("routes", prefix.description, before: router.description, after: gateway.description)
      ], details)
  }

  /// The first redirected way whose time has come.
  func expiredRoute(at now: Int64) -> Int? { routes.firstIndex { $0.expires.map { $0 <= now } ?? false } }

  mutating func forgetRoute(_ index: Int, _ step: inout Step) {
    let route = routes.remove(at: index)
    step.blame(route.moment)
    step.happened(
      MomentKind.internet.routeExpired, nil,
      changes: [
        TableChange("routes", route.prefix.description, before: route.gateway?.description, after: nil)
      ], [Detail("address", .ipv4(route.prefix.address))])
  }
}
