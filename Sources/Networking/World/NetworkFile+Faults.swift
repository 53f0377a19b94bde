import Documents

/// Faults do what the network can have done to it; what it cannot is said where it stands.
extension NetworkFile {
  /// - Parameter cabled: the ports that have a cable.
  func checkFaults(_ devices: [Networking.Device], _ cabled: Set<PortReference>, _ problems: Problems) {
    for fault in faults {
      if fault.value.actions.isEmpty {
        problems.report(
          fault.keyPlace.finding("fault \(quoted(fault.key)) does nothing: give it \"do\""))
      }
      for action in fault.value.actions {
        if case .fault(let other) = action.value {
          problems.report(
            other.place.finding(
              "a fault holds no other fault: write out what \(quoted(other.value)) does"))
        } else {
          action.value.check(devices, cabled, self, problems)
        }
      }
    }
  }

  /// What a lesson's action cannot do on this network.
  package func check(_ action: Located<ForkAction>, _ problems: Problems) {
    let world = world(seed: 0)
    let cabled = Set(world.cables.flatMap(\.ends))
    action.value.check(world.devices, cabled, self, problems)
  }
}

extension ForkAction {
  fileprivate func check(
    _ devices: [Device], _ cabled: Set<PortReference>, _ network: NetworkFile, _ problems: Problems
  ) {
    /// What a text names; what is wrong with it is said.
    func read<Value>(
      _ text: Located<String>, _ read: (String) throws(TextError) -> Value
    ) -> Value? {
      do throws(TextError) {
        return try read(text.value)
      } catch {
        problems.report(text.place.finding(error.message, atOffset: error.offset ?? 0))
        return nil
      }
    }
    func port(_ name: Located<String>) -> PortReference? {
      read(name) { text throws(TextError) in try devices.port(named: text) }
    }
    switch self {
    case .lose, .delay, .edit, .damage, .wait: break
    case .cut(let name), .plug(let name):
      if let port = port(name), !cabled.contains(port) {
        problems.report(name.place.finding("\(name.value) has no cable"))
      }
    case .join(let one, let other):
      let ends = (port(one), port(other))
      if let first = ends.0, first == ends.1 {
        problems.report(other.place.finding("a cable has two ends: name two ports"))
      }
      for (name, port) in [(one, ends.0), (other, ends.1)] where port.map(cabled.contains) ?? false {
        problems.report(name.place.finding("\(name.value) has a cable: a new one goes into a free port"))
      }
    case .restart(let device): _ = read(device) { text throws(TextError) in try devices.index(named: text) }
    case .run(let line): _ = read(line) { text throws(TextError) in try ScriptLine(text, in: devices) }
    case .fault(let name):
      do throws(DocumentError) {
        _ = try network.fault(name)
      } catch {
        error.findings.forEach(problems.report)
      }
    }
  }
}
