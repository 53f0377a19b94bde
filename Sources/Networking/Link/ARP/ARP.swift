/// Address resolution packet (RFC 826; field sizes as for IPv4 over Ethernet).
///
///      0                   1                   2                   3
///      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///     +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
///     |         Hardware type         |         Protocol type         |
///     +-------------------------------+-------------------------------+
///     | Hardware size | Protocol size |             Opcode            |
///     +-------------------------------+-------------------------------+
///     |                      Sender MAC address                       |
///     +                               +-------------------------------+
///     |                               |       Sender IP address       |
///     +-------------------------------+-------------------------------+
///     |  … Sender IP address          |       Target MAC address      |
///     +-------------------------------+                               +
///     |                                                               |
///     +---------------------------------------------------------------+
///     |                       Target IP address                       |
///     +---------------------------------------------------------------+
package struct ARP: Header {
  package struct Fields: FieldSet {
    let hardwareType = Field(
      "arp.hw.type", "Hardware type", .decimal(16), names: { $0 == 1 ? "Ethernet" : nil })
    let protocolType = Field(
      "arp.proto.type", "Protocol type", .hex(16), names: { EtherType(rawValue: UInt16($0)).name })
    let hardwareSize = Field("arp.hw.size", "Hardware size", .decimal(8))
    let protocolSize = Field("arp.proto.size", "Protocol size", .decimal(8))
    let operation = Field(
      "arp.opcode", "Opcode", .decimal(16), names: { ARPOperation(rawValue: UInt16($0)).name })
    let isGratuitous = Field(
      "arp.isgratuitous", "Is gratuitous", .bool, generated: true,
      from: ["arp.src.proto_ipv4", "arp.dst.proto_ipv4"])
    let isProbe = Field(
      "arp.isprobe", "Is probe", .bool, generated: true, from: ["arp.opcode", "arp.src.proto_ipv4"])
    let isAnnouncement = Field(
      "arp.isannouncement", "Is announcement", .bool, generated: true,
      from: ["arp.opcode", "arp.src.proto_ipv4", "arp.dst.proto_ipv4"])
    let senderMAC = Field("arp.src.hw_mac", "Sender MAC address", .mac)
    let senderIP = Field("arp.src.proto_ipv4", "Sender IP address", .ipv4)
    let targetMAC = Field("arp.dst.hw_mac", "Target MAC address", .mac)
    let targetIP = Field("arp.dst.proto_ipv4", "Target IP address", .ipv4)
    let senderHardware = Field("arp.src.hw", "Sender hardware address", .bytes)
    let senderProtocol = Field("arp.src.proto", "Sender protocol address", .bytes)
    let targetHardware = Field("arp.dst.hw", "Target hardware address", .bytes)
    let targetProtocol = Field("arp.dst.proto", "Target protocol address", .bytes)
    package init() {}
  }
  package static let fields = Fields()
  package static let descriptor = ProtocolDescriptor(
    "arp", "Address Resolution Protocol", short: "ARP", layer: .link, header: ARP.self, fields: fields,
    bindings: [.etherType(EtherType.arp.rawValue)],
    moments: MomentKind.arp.all, drops: DropReason.arp.all, evidence: OriginKind.arp.all,
    tables: [.arp, .waiting])

  /// 1: Ethernet (IANA "ARP Parameters").
  package var hardwareType: UInt16 = 1
  package var protocolType = EtherType.ipv4
  /// Octets of a hardware address.
  package var hardwareSize: UInt8 = 6
  /// Octets of a protocol address.
  package var protocolSize: UInt8 = 4
  package var operation = ARPOperation.request
  package var senderMAC = MACAddress.zero
  package var senderIP = IPv4Address.unspecified
  /// What is asked for; zero in a request (RFC 826 leaves it open).
  package var targetMAC = MACAddress.zero
  package var targetIP = IPv4Address.unspecified
  /// Sender and target hardware addresses when they are not Ethernet's, as they stand on the wire.
  package var otherHardware: [[UInt8]] = [[], []]
  /// Sender and target protocol addresses when they are not IPv4's.
  package var otherProtocol: [[UInt8]] = [[], []]

  package init() {}

  package init(
    _ operation: ARPOperation, senderMAC: MACAddress, senderIP: IPv4Address, targetMAC: MACAddress = .zero,
    targetIP: IPv4Address
  ) {
    self.operation = operation
    self.senderMAC = senderMAC
    self.senderIP = senderIP
    self.targetMAC = targetMAC
    self.targetIP = targetIP
  }

  /// The reply of the station that has the target's address (RFC 826 "Packet Reception").
  package func reply(from mac: MACAddress) -> ARP {
    ARP(.reply, senderMAC: mac, senderIP: targetIP, targetMAC: senderMAC, targetIP: senderIP)
  }

  package mutating func visitFields(_ w: inout FieldVisitor) throws(WireError) {
    let f = Self.fields
    try w.uint(f.hardwareType, &hardwareType)
    try w.code(f.protocolType, &protocolType)
    try w.uint(f.hardwareSize, &hardwareSize)
    try w.uint(f.protocolSize, &protocolSize)
    try w.code(f.operation, &operation)
    try hardware(f.senderMAC, &senderMAC, f.senderHardware, &otherHardware[0], &w)
    try address(f.senderIP, &senderIP, f.senderProtocol, &otherProtocol[0], &w)
    try hardware(f.targetMAC, &targetMAC, f.targetHardware, &otherHardware[1], &w)
    try address(f.targetIP, &targetIP, f.targetProtocol, &otherProtocol[1], &w)
  }

  /// Hardware type 6 (IEEE 802) has Ethernet's addresses too.
  private var hasMACs: Bool { (hardwareType == 1 || hardwareType == 6) && hardwareSize == 6 }
  private var hasIPs: Bool { protocolType == .ipv4 && protocolSize == 4 }

  private func hardware(
    _ field: Field, _ mac: inout MACAddress, _ otherField: Field, _ other: inout [UInt8],
    _ w: inout FieldVisitor
  ) throws(WireError) {
    if hasMACs {
      try w.mac(field, &mac)
    } else if hardwareSize > 0 {
      try w.bytes(otherField, &other, count: Int(hardwareSize))
    }
  }

  private func address(
    _ field: Field, _ ip: inout IPv4Address, _ otherField: Field, _ other: inout [UInt8],
    _ w: inout FieldVisitor
  ) throws(WireError) {
    if hasIPs {
      try w.ipv4(field, &ip)
    } else if protocolSize > 0 {
      try w.bytes(otherField, &other, count: Int(protocolSize))
    }
  }

  package func dissectPayload(_ context: inout DissectionInProgress) -> Payload {
    let f = Self.fields
    guard hasMACs, hasIPs else { return .nothing }
    let place = context.bits(of: f.senderIP)
    var last = f.operation
    func note(_ field: Field, when holds: Bool) {
      guard holds else { return }
      context.generate(field, .bool(true), from: place, after: last)
      last = field
    }
    let isQuestion = operation == .request && targetMAC == .zero
    note(f.isGratuitous, when: senderIP == targetIP && (operation == .request || operation == .reply))
    note(f.isProbe, when: isQuestion && senderIP == .unspecified && targetIP != .unspecified)
    note(f.isAnnouncement, when: isQuestion && senderIP == targetIP)
    return .nothing
  }

  package var summary: String {
    guard hasMACs, hasIPs else { return "Operation \(operation.name ?? "\(operation.rawValue)")" }
    return switch operation {
    case .request: "Who has \(targetIP)? Tell \(senderIP)"
    case .reply: "\(senderIP) is at \(senderMAC)"
    default: "Operation \(operation.rawValue)"
    }
  }
}

/// What an ARP packet asks or tells (IANA "ARP Parameters").
package struct ARPOperation: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let request = ARPOperation(rawValue: 1)
  package static let reply = ARPOperation(rawValue: 2)

  package var name: String? {
    switch self {
    case .request: "request"
    case .reply: "reply"
    default: nil
    }
  }
}
