extension World {
  /// What a device knows now; nil when there is no such thing: no gateway, no cable.
  package func value(of reference: DeviceReference) -> ExpressionValue? {
    value(of: reference.property, ofDevice: reference.device, port: reference.port)
  }

  /// - Parameter port: nil for what is the device's own.
  package func value(of property: DeviceProperty, ofDevice name: String, port portName: String?)
    -> ExpressionValue?
  {
    guard let index = device(named: name) else { return nil }
    let device = devices[index]
    switch property {
    case .itself: return .device(device.name)
    case .name: return .text(device.name)
    case .ageing: return device.bridge.map { .time($0.ageing) }
    case .ports:
      let linked = device.ports.indices.filter { hasLink(PortReference(device: index, port: $0)) }
      return .set(of: linked.map { .port(device.ports[$0].name) })
    case .ip, .mac, .mask, .gateway, .network, .broadcast:
      guard let host = device.host,
        let place = host.interfaces.firstIndex(where: { $0.name == portName })
      else { return nil }
      return host.value(property, ofInterface: place)
    case .cable, .peerDevice, .peerPort:
      guard let port = portName.flatMap(device.port(named:)), let cable = device.ports[port].cable
      else {
        return nil
      }
      let peer = cables[cable].opposite(of: PortReference(device: index, port: port))
      let name = devices[peer.device].ports[peer.port].name
      switch property {
      case .peerDevice: return .device(devices[peer.device].name)
      case .peerPort: return .port(name)
      default: return .text("\(devices[peer.device].name).\(name)")
      }
    }
  }

  /// The names an expression may use for devices.
  package var vocabulary: [String: DeviceScope] {
    Dictionary(
      devices.map { ($0.name, DeviceScope(ports: $0.ports.map(\.name), $0.bridge == nil ? .host : .bridge)) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension NetworkFile {
  /// The names an expression may use for devices.
  package var vocabulary: [String: DeviceScope] {
    Dictionary(
      devices.map {
        ($0.name.value, DeviceScope(ports: $0.value.portNames, $0.value.kind == .switch ? .bridge : .host))
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension Host {
  fileprivate func value(_ property: DeviceProperty, ofInterface place: Int) -> ExpressionValue? {
    let interface = interfaces[place]
    let prefix = interface.address
    switch property {
    case .ip: return .ipv4(prefix.address)
    case .mac: return .mac(interface.mac)
    case .mask: return .ipv4(prefix.mask)
    case .network: return .ipv4(prefix.network)
    case .broadcast: return prefix.broadcast.map { .ipv4($0) }
    case .gateway:
      let route = routes.first { $0.interface == place && $0.gateway != nil && $0.prefix.length == 0 }
      return route?.gateway.map { .ipv4($0) }
    case .itself, .name, .ports, .ageing, .cable, .peerDevice, .peerPort: return nil
    }
  }
}
