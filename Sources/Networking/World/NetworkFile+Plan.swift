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
    return Plan(devices: built, cables: cables, script: script)
  }

  private func build(_ name: Located<String>, _ file: Device, _ problems: Problems) -> Networking.Device? {
    if file.kind == .switch {
      if !file.interfaces.isEmpty || !file.routes.isEmpty || !file.runs.isEmpty || file.resolver != nil {
        problems.report(name.place.finding("switch \(quoted(name.value)) can only have ports"))
      }
      let ports = (1...(file.ports ?? 4)).map { Port("\($0)") }
      return Networking.Device(
        name: name.value, label: file.label, kind: .switch, ports: ports, bridge: LearningSwitch())
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
      ports: file.interfaces.map { Port($0.name.value) },
      host: Host(
        interfaces: file.interfaces.map {
          Host.Interface(name: $0.name.value, mac: $0.value.mac.value, address: $0.value.address.value)
        },
        routes: routes, forwards: file.kind == .router, applications: applications))
  }

  /// - Parameter places: the devices' indices by name.
  private func port(
    _ end: Located<End>, _ devices: [Networking.Device], _ places: [String: Int], _ problems: Problems
  ) -> PortReference? {
    guard let device = places[end.value.device] else {
      problems.report(
        end.place.finding(
          "no device \(quoted(end.value.device))" + suggestion(for: end.value.device, in: devices.map(\.name))
        ))
      return nil
    }
    guard let port = devices[device].port(named: end.value.port) else {
      let names = devices[device].ports.map(\.name)
      problems.report(
        end.place.finding(
          "\(end.value.device) has no \(quoted(end.value.port)) (known: \(names.joined(separator: ", ")))"))
      return nil
    }
    return PortReference(device: device, port: port)
  }

  private func checkNames(_ problems: Problems) {
    for device in devices {
      let name = device.name.value
      guard let objection = ExpressionScope.objection(to: name) else { continue }
      problems.report(device.name.place.finding("a device must not be called \(quoted(name)): \(objection)"))
    }
  }
}
