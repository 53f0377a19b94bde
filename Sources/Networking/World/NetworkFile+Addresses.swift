import Documents

/// Which addresses a network file may give: none that means something else, none twice unless that is the lesson.
extension NetworkFile {
  func checkAddresses(_ problems: Problems) {
    for device in devices.map(\.value) {
      for interface in device.interfaces.map(\.value) {
        checkMAC(interface.mac, problems)
        checkAddress(interface.address, problems)
        checkGateway(of: interface, device, problems)
      }
      if let resolver = device.resolver, let kind = resolver.value.specialKind, kind != .loopback {
        problems.report(
          resolver.place.finding("no DNS server has the address \(resolver.value): it \(kind.words)"))
      }
    }
    checkDuplicates(problems)
  }

  private func checkMAC(_ mac: Located<MACAddress>, _ problems: Problems) {
    if mac.value.isGroup {
      problems.report(mac.place.finding("\(mac.value) is a group address; an interface has its own"))
    }
    if mac.value == .zero {
      problems.report(
        mac.place.finding("\(mac.value) stands for \"not known\"; an interface has its own address"))
    }
  }

  private func checkAddress(_ address: Located<IPv4Prefix>, _ problems: Problems) {
    let prefix = address.value
    if let kind = prefix.address.specialKind {
      problems.report(address.place.finding("no interface can have \(prefix.address): it \(kind.words)"))
    } else if prefix.isOwnOfNetwork(prefix.address) {
      problems.report(address.place.finding("\(prefix) is the network's own or its broadcast address"))
    }
  }

  private func checkGateway(of interface: Interface, _ device: Device, _ problems: Problems) {
    guard let gateway = interface.gateway else { return }
    if !interface.address.value.contains(gateway.value) {
      problems.report(
        gateway.place.finding("gateway \(gateway.value) is not in \(interface.address.value)"))
    } else if let objection = device.objection(toGateway: gateway.value) {
      problems.report(gateway.place.finding(objection))
    }
  }

  /// Each IP address is one interface's, each MAC address one interface's in its LAN: what is in another LAN is never in
  /// one frame with it. An interface that says `duplicate` may have what another has; it must then have it.
  private func checkDuplicates(_ problems: Problems) {
    let lans = LANs(self)
    let placed = devices.flatMap { device in
      device.value.interfaces.map { (lan: lans[device.name.value, $0.name.value], interface: $0) }
    }
    let interfaces = placed.map(\.interface)
    let macs = Dictionary(grouping: placed) { LANs.Station(lan: $0.lan, mac: $0.interface.value.mac.value) }
      .mapValues { $0.map(\.interface) }
    let addresses = Dictionary(grouping: interfaces, by: \.value.address.value.address)
    for (lan, (name, interface)) in placed {
      let alike = macs[LANs.Station(lan: lan, mac: interface.mac.value)]!
      let sameAddress = addresses[interface.address.value.address]!
      if interface.isDuplicate {
        if alike.count == 1, sameAddress.count == 1 {
          problems.report(
            name.place.finding("\(quoted(name.value)) says \"duplicate\", but nobody has its addresses too"))
        }
        continue
      }
      // The first to have it is right; what comes after it is not.
      if alike.first(where: { !$0.value.isDuplicate })?.name.place != name.place {
        problems.report(
          interface.mac.place.finding("MAC address \(interface.mac.value) is used twice in one LAN"))
      }
      if sameAddress.first(where: { !$0.value.isDuplicate })?.name.place != name.place {
        problems.report(
          interface.address.place.finding(
            "address \(interface.address.value.address) is used twice (to do so on purpose: \"duplicate: true\")"
          ))
      }
    }
  }
}

extension NetworkFile.Device {
  /// Why packets cannot be handed to this address on one of its links; nil when they can.
  func objection(toGateway gateway: IPv4Address) -> String? {
    let links = interfaces.map(\.value.address.value)
    if links.contains(where: { $0.address == gateway }) {
      return "gateway \(gateway) is this device's own address; it is another device's"
    }
    if let kind = gateway.specialKind { return "\(gateway) cannot be a gateway: it \(kind.words)" }
    if links.contains(where: { $0.contains(gateway) && $0.isOwnOfNetwork(gateway) }) {
      return "\(gateway) cannot be a gateway: it is the network's own or its broadcast address"
    }
    return nil
  }
}
