/// A row of the routing table.
package struct Route: Equatable, Sendable {
  package var prefix: IPv4Prefix
  /// nil: the destination is on this link.
  package var gateway: IPv4Address?
  package var interface: Int
  /// When a way that a redirect has taught is forgotten (nanoseconds); nil for what the network file says.
  package var expires: Int64?
  /// The moment that taught it; 0 for the network file.
  package var moment: Int

  package init(
    _ prefix: IPv4Prefix, gateway: IPv4Address? = nil, interface: Int, expires: Int64? = nil, moment: Int = 0
  ) {
    self.prefix = prefix
    self.gateway = gateway
    self.interface = interface
    self.expires = expires
    self.moment = moment
  }

  package func nextHop(to destination: IPv4Address) -> IPv4Address { gateway ?? destination }
}

extension [Route] {
  /// Longest prefix match (RFC 1812 §5.2.4.3); of equal ones the first.
  package func lookup(_ destination: IPv4Address) -> Route? {
    var best: Route?
    for route in self where route.prefix.contains(destination) {
      if best == nil || route.prefix.length > best!.prefix.length { best = route }
    }
    return best
  }
}
