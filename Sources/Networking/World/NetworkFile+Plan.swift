import Documents

/// From names to devices, cables and script; what does not fit together is reported where it stands.
extension NetworkFile {
  struct Plan {
    var devices: [Networking.Device]
    var cables: [Networking.Cable]
    var script: [ScriptLine]
  }

  func plan(_ problems: Problems) -> Plan? {
    checkNames(problems)
    checkAddresses(problems)
    var built = devices.compactMap { build($0.name, $0.value, problems) }
    guard built.count == devices.count else { return nil }
    let places = Dictionary(
      built.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var cables: [Networking.Cable] = []
    var taken: Set<PortReference> = []
    for cable in self.cables {
      guard let a = port(cable.ends.0, built, places, problems),
        let b = port(cable.ends.1, built, places, problems)
      else {
        continue
      }
      for (end, reference) in [(cable.ends.0, a), (cable.ends.1, b)] where !taken.insert(reference).inserted {
        problems.report(end.place.finding("\(end.value.device).\(end.value.port) has a cable already"))
      }
      cables.append(Networking.Cable(a, b, rate: cable.rate, delay: cable.delay, mtu: cable.mtu))
      for reference in [a, b] where built[reference.device].host != nil {
        built[reference.device].host!.interfaces[reference.port].mtu = cable.mtu
      }
    }
    if let capture, !built.contains(where: { $0.name == capture.value }) {
      problems.report(
        capture.place.finding(
          "no device \(quoted(capture.value))" + suggestion(for: capture.value, in: built.map(\.name))))
    }
    var script: [ScriptLine] = []
    for line in self.script {
      do throws(TextError) {
        script.append(try ScriptLine(line.value, in: built))
      } catch {
        problems.report(line.place.finding(error.message, atOffset: error.offset ?? 0))
      }
    }
    checkFaults(built, Set(taken), problems)
    return Plan(devices: built, cables: cables, script: script)
  }

  private func build(_ name: Located<String>, _ file: Device, _ problems: Problems) -> Networking.Device? {
    if file.kind == .switch {
      if !file.interfaces.isEmpty || !file.routes.isEmpty || !file.runs.isEmpty || file.resolver != nil {
        problems.report(name.place.finding("switch \(quoted(name.value)) can only have ports"))
      }
      let ports = file.portNames.map(Port.init)
      return Networking.Device(
        name: name.value, label: file.label, kind: .switch, ports: ports,
        bridge: file.ageing.map { LearningSwitch(ageing: $0.value) } ?? LearningSwitch())
    }
    if let ageing = file.ageing {
      problems.report(
        ageing.place.finding("only a switch forgets addresses: \(quoted(name.value)) has no \"ageing\""))
    }
    if file.ports != nil {
      problems.report(name.place.finding("only a switch has \"ports\"; \(quoted(name.value)) has interfaces"))
    }
    if file.interfaces.isEmpty {
      problems.report(name.place.finding("\(file.kind.rawValue) \(quoted(name.value)) has no interface"))
    }
    var routes: [Route] = []
    for (index, interface) in file.interfaces.enumerated() {
      routes.append(
        Route(
          IPv4Prefix(interface.value.address.value.network, interface.value.address.value.length),
          interface: index))
    }
    for (index, interface) in file.interfaces.enumerated() {
      guard let gateway = interface.value.gateway else { continue }
      routes.append(Route(IPv4Prefix(.unspecified, 0), gateway: gateway.value, interface: index))
    }
    for line in file.routes {
      guard
        let index = file.interfaces.firstIndex(where: { $0.value.address.value.contains(line.value.gateway) })
      else {
        problems.report(line.place.finding("\(line.value.gateway) is on no link of \(quoted(name.value))"))
        continue
      }
      if let objection = file.objection(toGateway: line.value.gateway) {
        problems.report(line.place.finding(objection))
      }
      routes.append(Route(line.value.prefix, gateway: line.value.gateway, interface: index))
    }
    var applications = file.runs.map(\.value)
    if file.resolver != nil {
      applications.append(AnyApplication(StubResolver(server: file.resolver!.value)))
    }
    if !applications.contains(where: { $0.value is Ping }) { applications.append(AnyApplication(Ping())) }
    return Networking.Device(
      name: name.value, label: file.label, kind: file.kind,
      ports: file.portNames.map(Port.init),
      host: Host(
        interfaces: file.interfaces.map {
          Host.Interface(name: $0.name.value, mac: $0.value.mac.value, address: $0.value.address.value)
        },
        routes: routes, forwards: file.kind == .router, applications: applications))
  }

  /// - Parameter places: the devices' indices by name; a network may have many.
  private func port(
    _ end: Located<End>, _ devices: [Networking.Device], _ places: [String: Int], _ problems: Problems
  ) -> PortReference? {
    if let device = places[end.value.device], let port = devices[device].port(named: end.value.port) {
      return PortReference(device: device, port: port)
    }
    do throws(TextError) {
      return try devices.port(end.value)
    } catch {
      problems.report(end.place.finding(error.message))
      return nil
    }
  }

  private func checkNames(_ problems: Problems) {
    for device in devices {
      let name = device.name.value
      guard let objection = ExpressionScope.objection(to: name) else { continue }
      problems.report(device.name.place.finding("a device must not be called \(quoted(name)): \(objection)"))
    }
  }
}

extension NetworkFile.Device {
  /// A switch's ports are counted, a host's are its interfaces.
  var portNames: [String] {
    kind == .switch ? (1...(ports ?? NetworkFile.usualPorts)).map { "\($0)" } : interfaces.map(\.name.value)
  }
}
