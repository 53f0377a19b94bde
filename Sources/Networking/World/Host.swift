/// An IP host or router: interfaces, tables, sockets and the programs above them.
package struct Host: Equatable, Sendable {
  package struct Interface: Equatable, Sendable {
    package var name: String
    package var mac: MACAddress
    package var address: IPv4Prefix
    package var mtu = 1500

    package init(name: String, mac: MACAddress, address: IPv4Prefix) {
      self.name = name
      self.mac = mac
      self.address = address
    }
  }

  /// Interface n is port n of the device.
  package var interfaces: [Interface]
  package var routes: [Route]
  /// Whether it is a router.
  package var forwards: Bool
  package var arp = ARPCache()
  package var udp: [UDPSocket] = []
  package var tcp = TCPSockets()
  package var icmp = ICMPLimit()
  package var applications: [AnyApplication]
  /// The same as they are before they have started.
  let programs: [AnyApplication]
  var nextDescriptor = Host.firstDescriptor
  /// 0 to 2 are a process's input, output and errors.
  static let firstDescriptor = 3

  package init(
    interfaces: [Interface], routes: [Route], forwards: Bool = false, applications: [AnyApplication] = []
  ) {
    self.interfaces = interfaces
    self.routes = routes
    self.forwards = forwards
    self.applications = applications
    programs = applications
  }

  mutating func start(_ random: inout SeededRandom) {
    tcp.secret = TCPSecret(random.next(), random.next())
    for index in applications.indices {
      var application = applications[index].value
      application.start(&self, index: index)
      applications[index].value = application
    }
  }

  /// Binds a UDP socket before the walk; returns its descriptor.
  mutating func bindDatagram(port: UInt16, owner: Int) -> Int {
    defer { nextDescriptor += 1 }
    udp.append(UDPSocket(descriptor: nextDescriptor, owner: owner, port: port, moment: 0))
    return nextDescriptor
  }

  /// Index of the application that is a `T`.
  func application<T: Application>(_ type: T.Type) -> Int? {
    applications.firstIndex { $0.value is T }
  }

  /// A free port of Linux's range 32768–60999, at random; `connect` takes even ones.
  /// A taken one leads to the next; nil when all are taken.
  func freePort(even: Bool, _ random: inout SeededRandom) -> UInt16? {
    let (first, step, count) = (32_768, even ? 2 : 1, even ? 14_116 : 28_232)
    let start = Int(random.number(in: 0...UInt64(count - 1)))
    for tried in 0..<count {
      let port = UInt16(first + (start + tried) % count * step)
      if !udp.contains(where: { $0.port == port }) && !tcp.uses(port) { return port }
    }
    return nil
  }

  // MARK: Time

  /// When it must act by itself next: for the story, or only for maintenance (ageing, TIME-WAIT).
  package func nextDeadline(maintenance: Bool) -> Int64? {
    var next: Int64?
    func take(_ time: Int64?) {
      if let time, next == nil || time < next! { next = time }
    }
    if !arp.rows.isEmpty { take(arp.nextDeadline(maintenance: maintenance)) }
    if !tcp.sockets.isEmpty { take(tcp.nextDeadline(maintenance: maintenance)) }
    if maintenance { for route in routes { take(route.expires) } }
    if !maintenance { for index in applications.indices { take(applications[index].value.nextDeadline) } }
    return next
  }

  /// The same for whichever of the two comes first, without copying anything of the host.
  mutating func earliestDeadline() -> Int64? {
    var next: Int64?
    func take(_ time: Int64?) {
      if let time, next == nil || time < next! { next = time }
    }
    // Most hosts have nothing to wait for.
    if !arp.rows.isEmpty {
      take(arp.nextDeadline(maintenance: true))
      take(arp.nextDeadline(maintenance: false))
    }
    if !tcp.sockets.isEmpty {
      take(tcp.nextDeadline(maintenance: true))
      take(tcp.nextDeadline(maintenance: false))
    }
    for index in applications.indices { take(applications[index].value.nextDeadline) }
    for route in routes { take(route.expires) }
    return next
  }

  /// What a copy of the world costs at most, about.
  var bufferedBytes: Int { 512 + arp.rows.count * 96 + tcp.bufferedBytes }

  // MARK: Steps

  mutating func perform(_ task: Task, _ step: inout Step) {
    switch task {
    case .application(let index, let event): application(index, event, &step)
    case .call(let index, let call): self.call(call, by: index, &step)
    case .readable(let descriptor): readable(descriptor, &step)
    case .udpSend(let send): udpSend(send, &step)
    case .tcpEmit(let id, let segment): tcpEmit(id, segment, &step)
    case .connected(let id): tcpConnected(id, &step)
    case .accept(let listening): tcpAccept(listening, &step)
    case .callFails(let owner, let descriptor, let error):
      step.happened(MomentKind.socket.error, nil, [Detail("reason", .text(error.rawValue))])
      step.then(.application(owner, .failed(descriptor, error)))
    case .tcpRefuse(let refusal): tcpRefuse(refusal, &step)
    case .ipSend(let send): ipSend(send, &step)
    case .linkSend(let send): linkSend(send, &step)
    case .arpSend(let send): arpSend(send, &step)
    case .linkReceive(let port, let bytes): linkReceive(bytes, at: port, &step)
    case .arpReceive(let interface, let bytes): arpReceive(bytes, on: interface, &step)
    case .ipReceive(let interface, let unit): ipReceive(unit, on: interface, &step)
    case .icmpReceive(let packet, let unit): icmpReceive(packet, unit, &step)
    case .udpReceive(let packet, let unit): udpReceive(packet, unit, &step)
    case .tcpReceive(let packet, let unit): tcpReceive(packet, unit, &step)
    case .icmpSend(let send): icmpSend(send, &step)
    case .icmpError(let quote, let code): icmpError(about: quote, code, &step)
    case .undeliverable(let packet, let code): undeliverable(packet, code, &step)
    case .timeExceeded(let packet): timeExceeded(packet, &step)
    case .redirect(let packet, let gateway): redirect(about: packet, to: gateway, &step)
    case .deadline: deadline(&step)
    case .command, .transmit, .receive, .carrier, .cutShort, .restart, .bridge:
      preconditionFailure("\(task) is the world's or a switch's")
    }
  }

  private mutating func application(_ index: Int, _ event: ApplicationEvent, _ step: inout Step) {
    var calls = SystemCalls(step, application: index, nextDescriptor: nextDescriptor)
    applications[index].value.handle(event, &calls)
    nextDescriptor = calls.descriptors
    step = calls.step
  }

  private mutating func deadline(_ step: inout Step) {
    if let row = arp.due(at: step.now) { return arpDeadline(row, &step) }
    if tcpDeadline(&step) { return }
    if let index = expiredRoute(at: step.now) { return forgetRoute(index, &step) }
    let due = applications.indices.first { index in
      applications[index].value.nextDeadline.map { $0 <= step.now } ?? false
    }
    if let due { application(due, .deadline, &step) }
  }
}
