extension World {
  /// What must hold between any two steps; nil when it does. Checked after every step in tests.
  package var brokenInvariant: String? {
    if let broken = brokenTime ?? brokenWork { return broken }
    for index in devices.indices { if let broken = brokenDevice(index) { return broken } }
    return nil
  }

  private var brokenTime: String? {
    var last = (time: now, order: 0)
    for entry in agenda.upcoming {
      if entry.time < now { return "the agenda holds something of \(entry.time), and it is \(now)" }
      if (entry.time, entry.order) < last { return "the agenda is not in order at \(entry.time)" }
      last = (entry.time, entry.order)
      if case .arrival(let port, let bytes, _, let frame, let cause, let provenance) = entry.event {
        guard devices.indices.contains(port.device), devices[port.device].ports.indices.contains(port.port)
        else { return "frame \(frame) goes nowhere" }
        if bytes.count < Ethernet.minimumLength { return "frame \(frame) is too short" }
        if !(1...frames).contains(frame) { return "there is no frame \(frame)" }
        if !provenance.contains(cause) { return "frame \(frame) was not built by \(cause)" }
        if let broken = broken(provenance) { return broken }
      }
    }
    return scriptQueue.waiting.allSatisfy(script.indices.contains) ? nil : "the script is over"
  }

  /// One device has work at a time, so that a walk reads device by device.
  private var brokenWork: String? {
    if work.count > 1, Set(work.map(\.device)).count > 1 { return "two devices act at one time" }
    for item in work {
      if !(0...moments).contains(item.cause) { return "\(item.task) has no cause" }
      if let broken = broken(item.provenance) { return broken }
    }
    return nil
  }

  /// Moments are named after they happened.
  private func broken(_ numbers: [Int]) -> String? {
    for number in numbers where number < 1 || number > moments { return "there is no moment \(number) yet" }
    return nil
  }

  private func brokenDevice(_ index: Int) -> String? {
    var broken = brokenPorts(devices[index].ports)
    if let host = devices[index].host {
      broken = brokenHost(host) ?? broken
    } else if let bridge = devices[index].bridge {
      broken = brokenSwitch(bridge, devices[index]) ?? broken
    }
    guard let broken else { return nil }
    return "\(devices[index].name): \(broken)"
  }

  private func brokenPorts(_ ports: [Port]) -> String? {
    for port in ports {
      if port.queue.count > Port.queueLimit { return "port \(port.name) has too long a queue" }
      if !port.queue.isEmpty, port.busyUntil < now { return "port \(port.name) waits for nothing" }
      if let cable = port.cable, !cables.indices.contains(cable) {
        return "port \(port.name) has no such cable"
      }
    }
    return nil
  }

  private func brokenSwitch(_ bridge: LearningSwitch, _ device: Device) -> String? {
    if bridge.rows.count > 1, Set(bridge.rows.map(\.address)).count < bridge.rows.count {
      return "a MAC address is at two ports"
    }
    for row in bridge.rows {
      if !device.ports.indices.contains(row.port) { return "there is no port \(row.port)" }
      if row.seen > now || row.address.isGroup { return "\(row.address) cannot be learned" }
      if row.lastUse < row.moment { return "\(row.address) was used before it was learned" }
      if let broken = broken([row.moment, row.lastUse]) { return broken }
    }
    return nil
  }

  private func brokenHost(_ host: Host) -> String? {
    for row in host.arp.rows {
      // Written only when something is wrong: this is asked after every step.
      var name: String { "the ARP row of \(row.address)" }
      if (row.mac == nil) != (row.state == .incomplete) { return "\(name) is \(row.state.rawValue)" }
      if row.mac != nil, !row.waiting.isEmpty { return "\(name) lets packets wait" }
      if row.waiting.count > host.arp.settings.waiting { return "\(name) has too many packets" }
      if row.since > now || row.attempts > host.arp.settings.attempts { return "\(name) is ahead of time" }
      if let broken = broken([row.moment, row.started]) { return broken }
    }
    for index in 1..<max(1, host.arp.rows.count) {
      let row = host.arp.rows[index]
      let isTwice = host.arp.rows[..<index].contains {
        $0.address == row.address && $0.interface == row.interface
      }
      if isTwice { return "two ARP rows for one address" }
    }
    // Of most hosts most of the time there is no more to ask.
    return host.udp.isEmpty && host.tcp.sockets.isEmpty ? nil : brokenSockets(host)
  }

  private func brokenSockets(_ host: Host) -> String? {
    let descriptors =
      host.udp.map(\.descriptor) + host.tcp.sockets.compactMap(\.descriptor)
      + host.tcp.listeners.map(\.descriptor)
    if Set(descriptors).count < descriptors.count { return "two sockets have one descriptor" }
    if descriptors.contains(where: { $0 >= host.nextDescriptor }) { return "a descriptor is given out twice" }
    if host.udp.count > 1, Set(host.udp.map(\.port)).count < host.udp.count {
      return "two sockets have one UDP port"
    }
    if host.tcp.sockets.count > 1, Set(host.tcp.sockets.map(\.connection.id)).count < host.tcp.sockets.count {
      return "a connection twice"
    }
    for socket in host.udp where !host.applications.indices.contains(socket.owner) {
      return "a lost UDP socket"
    }
    for socket in host.tcp.sockets {
      if let broken = socket.connection.brokenInvariant { return broken }
      if !host.applications.indices.contains(socket.owner) { return "a lost TCP socket" }
      if socket.blockedFrom > socket.blocked.count { return "more was sent than there is" }
      if let broken = broken(socket.writings.flatMap(\.provenance)) { return broken }
    }
    return nil
  }
}
