/// Where a service of a domain is offered (RFC 2782).
package struct DNSService: Equatable, Sendable {
  /// The lowest is tried first.
  package var priority: UInt16
  /// Among those of one priority: the share of the clients that should take this one.
  package var weight: UInt16
  package var port: UInt16
  package var target: DNSName

  package init(priority: UInt16, weight: UInt16, port: UInt16, target: DNSName) {
    self.priority = priority
    self.weight = weight
    self.port = port
    self.target = target
  }
}

extension DNSService {
  mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    let f = DNSMessage.fields
    try w.uint(f.servicePriority, &priority)
    try w.uint(f.serviceWeight, &weight)
    try w.uint(f.servicePort, &port)
    try target.visitFields(&w, f.serviceTarget)
  }

  /// What a name such as `_sip._tcp.example.com` says, in parts.
  static func noteParts(of name: DNSName, from bits: Range<Int>, _ w: inout FieldVisitor) {
    let f = DNSMessage.fields
    guard name.labels.count > 2 else { return }
    for (field, labels) in [
      (f.service, name.labels[..<1]), (f.serviceProtocol, name.labels[1..<2]),
      (f.serviceDomain, name.labels[2...]),
    ] {
      w.generated(field, .text(DNSName(labels: Array(labels)).description), from: bits)
    }
  }
}
