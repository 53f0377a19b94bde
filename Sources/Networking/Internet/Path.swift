/// The way that a packet of this host's own takes, with the address that it leaves from.
package struct Path: Equatable, Sendable {
  /// nil: it stays on this host.
  package var interface: Int?
  /// Equals the destination when that is on the same link.
  package var nextHop: IPv4Address
  package var source: IPv4Address
  /// Octets a packet may have.
  package var mtu: Int

  /// What a packet may have at most (RFC 791 §3.1): on the way to oneself nothing else counts.
  static let loopbackMTU = 65_535
}

extension Host {
  /// Where a packet of its own goes; nil when nowhere. What is not one host's address never takes a route: a host
  /// reaches itself on 127.0.0.0/8 (RFC 1122 §3.2.1.3), a broadcast and a group stay on one link (§3.3.6, RFC 1112 §6.1),
  /// the one of the default route or the first.
  package func path(to destination: IPv4Address) -> Path? {
    if isOwnUnicast(destination) {
      let source = destination.isLoopback ? IPv4Address.loopback : destination
      return Path(interface: nil, nextHop: destination, source: source, mtu: Path.loopbackMTU)
    }
    switch destination.specialKind {
    case .thisNetwork, .reserved, .loopback: return nil
    case .limitedBroadcast, .multicast:
      return path(out: routes.lookup(destination)?.interface ?? 0, to: destination)
    case nil:
      guard let route = routes.lookup(destination) else { return nil }
      return path(over: route, to: destination)
    }
  }

  func path(over route: Route, to destination: IPv4Address) -> Path? {
    path(out: route.interface, to: route.nextHop(to: destination))
  }

  private func path(out interface: Int, to nextHop: IPv4Address) -> Path? {
    guard interfaces.indices.contains(interface) else { return nil }
    let own = interfaces[interface]
    return Path(interface: interface, nextHop: nextHop, source: own.address.address, mtu: own.mtu)
  }

  /// Why there is no path.
  func reasonForNoPath(to destination: IPv4Address) -> DropReason {
    destination.specialKind == nil ? .internet.noRoute : .internet.noDestination
  }

  /// The address that a packet there leaves from; nil without a path.
  package func sourceAddress(to destination: IPv4Address) -> IPv4Address? { path(to: destination)?.source }

  // MARK: Addresses of its own

  /// One of its interfaces' addresses, or of those by which every host reaches itself.
  package func isOwnUnicast(_ address: IPv4Address) -> Bool {
    address.isLoopback || hasAddress(address)
  }

  /// One of its interfaces'.
  func hasAddress(_ address: IPv4Address) -> Bool { interfaces.contains { $0.address.address == address } }

  /// What is sent there is for this host, if not for it alone.
  package func isOwn(_ address: IPv4Address) -> Bool {
    isOwnUnicast(address) || address == .allHosts || isBroadcast(address)
  }

  /// For more hosts than one.
  func isForMany(_ address: IPv4Address) -> Bool { address.isMulticast || isBroadcast(address) }

  private func isBroadcast(_ address: IPv4Address) -> Bool {
    address == .limitedBroadcast || interfaces.contains { $0.address.broadcast == address }
  }

  /// Addresses that cannot stand in a packet on a cable (RFC 1122 §3.2.1.3, RFC 1812 §5.3.7). A host that has no address
  /// yet sends from 0.0.0.0 to everyone.
  func isMartian(_ header: IPv4) -> Bool {
    switch header.destination.specialKind {
    case .thisNetwork, .loopback: return true
    default: break
    }
    switch header.source.specialKind {
    case .thisNetwork: return header.source != .unspecified || header.destination != .limitedBroadcast
    case .loopback, .multicast, .limitedBroadcast: return true
    case .reserved, nil: return isOwnUnicast(header.source)
    }
  }
}
