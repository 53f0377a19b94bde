/// Every protocol there is: one line each.
package enum Protocols {
  package static let all: [ProtocolDescriptor] = [
    FrameHeader.descriptor,
    Ethernet.descriptor,
    ARP.descriptor,
    IPv4.descriptor,
    ICMP.descriptor,
    UDP.descriptor,
    TCP.descriptor,
    DNSMessage.descriptor,
    HTTPMessage.descriptor,
    DataHeader.descriptor,
  ]

  private static let byBinding: [Binding: ProtocolDescriptor] = {
    var table: [Binding: ProtocolDescriptor] = [:]
    for descriptor in all {
      table[.name(descriptor.name)] = descriptor
      for binding in descriptor.bindings { table[binding] = descriptor }
    }
    return table
  }()

  package static func bound(to binding: Binding) -> ProtocolDescriptor? { byBinding[binding] }
  package static func named(_ name: String) -> ProtocolDescriptor? { byBinding[.name(name)] }

  /// Fields by name and alias; an alias may stand for several.
  package static let fields: [String: [Field]] = {
    var table: [String: [Field]] = [:]
    for field in all.flatMap(\.fields) {
      for name in [field.name] + field.aliases { table[name, default: []].append(field) }
    }
    return table
  }()
}
