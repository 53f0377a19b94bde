import Documents

/// What a device, one of its interfaces or the cable in one of its ports knows: what may stand after `laptop.`, or after
/// `router.lan.`.
package enum DeviceProperty: String, CaseIterable, Sendable {
  /// The device, with nothing after its name.
  case itself = ""
  case ip, mac, mask, gateway, network, broadcast
  case name, ports, ageing
  case cable
  case peerDevice = "peer.device"
  case peerPort = "peer.port"

  /// What has it.
  package enum Owner: Sendable {
    case device
    /// An interface with addresses: of a host or router.
    case interface
    /// A port of any device.
    case port
    case bridge
  }

  package var owner: Owner {
    switch self {
    case .itself, .name, .ports: .device
    case .ageing: .bridge
    case .ip, .mac, .mask, .gateway, .network, .broadcast: .interface
    case .cable, .peerDevice, .peerPort: .port
    }
  }

  /// nil: it can only be there, or be pointed at.
  package var type: ExpressionType? {
    switch self {
    case .itself, .peerDevice: .device
    case .ip, .mask, .gateway, .network, .broadcast: .ipv4
    case .mac: .mac
    case .name: .text
    case .ports: .set(.port)
    case .peerPort: .port
    case .ageing: .time
    case .cable: nil
    }
  }

  /// What it is, of which Korean puts the owner in front.
  package var words: LocalizedText {
    switch self {
    case .itself: LocalizedText(en: "the device", ko: "장치")
    case .ip: LocalizedText(en: "the IPv4 address", ko: "IPv4 주소")
    case .mac: LocalizedText(en: "the MAC address", ko: "MAC 주소")
    case .mask: LocalizedText(en: "the network mask", ko: "네트워크 마스크")
    case .gateway: LocalizedText(en: "the default gateway", ko: "기본 게이트웨이")
    case .network: LocalizedText(en: "the network address", ko: "네트워크 주소")
    case .broadcast: LocalizedText(en: "the broadcast address", ko: "브로드캐스트 주소")
    case .name: LocalizedText(en: "the name", ko: "이름")
    case .ports: LocalizedText(en: "the ports with a link", ko: "링크가 살아 있는 포트")
    case .ageing: LocalizedText(en: "the time after which a row is forgotten", ko: "항목을 지우기까지의 시간")
    case .cable: LocalizedText(en: "the cable", ko: "케이블")
    case .peerDevice: LocalizedText(en: "the device at the cable's other end", ko: "케이블 반대쪽 장치")
    case .peerPort: LocalizedText(en: "the port at the cable's other end", ko: "케이블 반대쪽 포트")
    }
  }

  /// Every name that may be written.
  package static let named: [DeviceProperty] = allCases.filter { $0 != .itself }
}

/// The names of a device's ports, by which expressions name what is there.
package struct DeviceScope: Hashable, Sendable {
  /// In their order; those of a host are its interfaces.
  package let ports: [String]
  package let keeper: TableDescriptor.Keeper

  package init(ports: [String], _ keeper: TableDescriptor.Keeper) {
    self.ports = ports
    self.keeper = keeper
  }

  package static func host(_ interfaces: String...) -> DeviceScope { DeviceScope(ports: interfaces, .host) }
  package static func bridge(_ ports: String...) -> DeviceScope { DeviceScope(ports: ports, .bridge) }

  package func has(_ property: DeviceProperty) -> Bool {
    switch property.owner {
    case .device, .port: true
    case .interface: keeper == .host
    case .bridge: keeper == .bridge
    }
  }

  /// Whether the name of a port must stand before it.
  package func needsPort(_ property: DeviceProperty) -> Bool {
    switch property.owner {
    case .device, .bridge: false
    case .interface, .port: ports.count != 1
    }
  }

  /// All that can be written after the device's name: `ip`, or `lan.ip` and `wan.ip`.
  package var paths: [String] {
    DeviceProperty.named.filter(has).flatMap { property in
      needsPort(property) ? ports.map { "\($0).\(property.rawValue)" } : [property.rawValue]
    }
  }
}

/// `laptop.ip`, `router.lan.mac`, `switch`: read in the world at the moment that is looked at, or at a mark's.
package struct DeviceReference: Hashable, Sendable {
  package let mark: String?
  package let device: String
  /// nil for what is the device's own.
  package let port: String?
  package let property: DeviceProperty
  /// UTF-8 bytes from the start of the expression.
  let offset: Int

  /// As written, with its port: `router.lan.ip`.
  package var text: String {
    ([mark, device, port].compactMap { $0 } + (property == .itself ? [] : [property.rawValue]))
      .joined(separator: ".")
  }

  /// What has the property: `router.lan`.
  package var owner: String { [device, port].compactMap { $0 }.joined(separator: ".") }
}
