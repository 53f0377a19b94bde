/// An answer to a segment that belongs to no connection.
package struct TCPRefusal: Equatable, Sendable {
  package var header: TCP
  package var source: IPv4Address
  package var destination: IPv4Address
}

extension Host {
  /// Opens a listening socket before the walk.
  mutating func listen(port: UInt16, owner: Int, noDelay: Bool = false) {
    tcp.listeners.append(
      TCPSockets.Listening(
        owner: owner, listener: TCPListener(local: Endpoint(.unspecified, port), backlog: 128),
        noDelay: noDelay))
  }

  // MARK: Calls

  mutating func tcpConnect(
    _ descriptor: Int, to remote: Endpoint, _ origin: Origin, owner: Int, _ step: inout Step
  ) {
    let details = [Detail("address", .ipv4(remote.address)), Detail("port", .number(UInt64(remote.port)))]
    guard let source = sourceAddress(to: remote.address) else {
      step.happened(
        MomentKind.socket.error, nil, details + [Detail("reason", .text(SocketError.unreachable.rawValue))])
      return step.then(.application(owner, .failed(descriptor, .unreachable)))
    }
    guard let port = freePort(even: true, &step.random) else {
      step.happened(
        MomentKind.socket.error, nil, details + [Detail("reason", .text(SocketError.noPort.rawValue))])
      return step.then(.application(owner, .failed(descriptor, .noPort)))
    }
    let local = Endpoint(source, port)
    let connection = connection(local, remote, opening: true, &step)
    tcp.sockets.append(
      TCPSockets.Socket(descriptor: descriptor, owner: owner, connection: connection, origin: origin))
    step.happened(
      MomentKind.socket.connect,
      changes: [TableChange("socket", "\(descriptor)", before: nil, after: "TCP \(local) → \(remote)")],
      details + [Detail("source", .number(UInt64(local.port)))])
    run(.connect, on: tcp.sockets.count - 1, &step)
  }

  private func connection(
    _ local: Endpoint, _ remote: Endpoint, opening: Bool, noDelay: Bool = false, _ step: inout Step
  ) -> TCPConnection {
    var settings = tcp.settings
    settings.noDelay = settings.noDelay || noDelay
    if let route = routes.lookup(remote.address) {
      settings.maximumSegmentSize = UInt16(clamping: interfaces[route.interface].mtu - 40)
    }
    return TCPConnection(
      TCPConnection.ID(local: local, remote: remote), opening: opening, settings: settings,
      initialSequenceNumber: tcp.secret.initialSequenceNumber(local: local, remote: remote, at: step.now),
      timestampOffset: tcp.secret.timestampOffset(local: local, remote: remote),
      identification: step.random.uint16(), moment: step.number)
  }

  mutating func tcpSend(_ descriptor: Int, _ bytes: [UInt8], _ step: inout Step) {
    guard let index = tcp.index(descriptor) else {
      return step.happened(MomentKind.socket.error, nil, drop: .noSocket, [Detail("reason", .text("closed"))])
    }
    step.happened(
      MomentKind.socket.send, Unit(.tcpPort(tcp.sockets[index].connection.remote.port), bytes),
      [Detail("bytes", .number(UInt64(bytes.count)))])
    let builders = step.work.builders + [step.number]
    guard tcp.sockets[index].blocked.isEmpty else {
      tcp.sockets[index].blocked += bytes
      tcp.sockets[index].blockedBuilders += builders
      tcp.sockets[index].blockedCalls += 1
      return
    }
    let id = tcp.sockets[index].connection.id
    let taken = write(bytes, builders: builders, on: index, &step)
    guard let index = tcp.index(id) else { return }
    guard taken < bytes.count else {
      return step.then(.application(tcp.sockets[index].owner, .sent(descriptor)))
    }
    tcp.sockets[index].blocked = bytes
    tcp.sockets[index].blockedFrom = taken
    tcp.sockets[index].blockedBuilders = builders
    tcp.sockets[index].blockedCalls = 1
  }

  /// Puts as much as fits into the send buffer, and remembers whose it is; returns how many octets that was.
  private mutating func write(_ bytes: [UInt8], builders: [Int], on index: Int, _ step: inout Step) -> Int {
    let connection = tcp.sockets[index].connection
    tcp.sockets[index].writings.removeAll { $0.end <= connection.send.unacknowledged.value }
    let taken = min(bytes.count, connection.writable)
    if taken > 0 {
      tcp.sockets[index].writings.append(
        TCPSockets.Writing(
          moment: step.number, end: connection.sendBuffer.end + taken, builders: builders))
    }
    return run(.send(bytes), on: index, &step)
  }

  mutating func tcpReadable(_ descriptor: Int, _ step: inout Step) {
    guard let index = tcp.index(descriptor) else { return }
    let owner = tcp.sockets[index].owner
    let connection = tcp.sockets[index].connection
    guard connection.readable > 0 else {
      guard connection.peerHasClosed else { return }
      step.happened(MomentKind.socket.end)
      return step.then(.application(owner, .ended(descriptor)))
    }
    let effects = tcp.sockets[index].connection.handle(.receive(65_536), at: step.now, moment: step.number)
    for case .delivered(let bytes, _) in effects {
      step.happened(
        MomentKind.socket.receive, Unit(.name("data"), bytes), [Detail("bytes", .number(UInt64(bytes.count)))]
      )
      step.then(.application(owner, .data(descriptor, bytes)), building: true)
    }
    follow(effects, of: tcp.sockets[index].connection.id, &step)
    if connection.peerHasClosed { step.then(.readable(descriptor)) }
  }

  mutating func tcpClose(_ descriptor: Int, _ step: inout Step) {
    guard let index = tcp.index(descriptor) else {
      return step.happened(
        MomentKind.socket.close, nil, [Detail("protocol", .text("TCP")), Detail("port", .number(0))])
    }
    let local = tcp.sockets[index].connection.local
    step.happened(
      MomentKind.socket.close,
      changes: [
        TableChange(
          "socket", "\(descriptor)", before: "TCP \(local) → \(tcp.sockets[index].connection.remote)",
          after: nil)
      ],
      [Detail("protocol", .text("TCP")), Detail("port", .number(UInt64(local.port)))])
    tcp.sockets[index].descriptor = nil
    if tcp.sockets[index].blocked.isEmpty {
      run(.close, on: index, &step)
    } else {
      tcp.sockets[index].closesWhenSent = true
    }
  }

  // MARK: Segments

  mutating func tcpReceive(_ packet: IPv4, _ unit: Unit, _ step: inout Step) {
    let bytes = Array(unit.bytes[unit.offset...])
    let pseudo = Checksum.pseudoHeader(
      source: packet.source, destination: packet.destination, protocol: 6, length: bytes.count)
    guard let (header, length) = try? TCP.decode(bytes) else {
      return step.happened(MomentKind.tcp.drop, unit, drop: .badHeader)
    }
    guard Checksum.internet(pseudo + bytes) == 0 else {
      return step.happened(MomentKind.tcp.drop, unit, drop: .badChecksum)
    }
    guard interfaces.contains(where: { $0.address.address == packet.destination }) else {
      return step.happened(MomentKind.tcp.drop, unit, drop: .nobodyWaits)
    }
    let payload = Array(bytes[length...])
    let details = [
      Detail("flags", .text(header.flagNames)), Detail("bytes", .number(UInt64(payload.count))),
      Detail("source", .number(UInt64(header.sourcePort))),
      Detail("destination", .number(UInt64(header.destinationPort))),
    ]
    let id = TCPConnection.ID(
      local: Endpoint(packet.destination, header.destinationPort),
      remote: Endpoint(packet.source, header.sourcePort))
    if let index = tcp.index(id), tcp.sockets[index].connection.mayBeReplaced(by: header) {
      tcp.sockets.remove(at: index)
    }
    if let index = tcp.index(id) {
      step.happened(MomentKind.tcp.receive, unit, details)
      run(.segment(header, payload: payload), on: index, &step)
      return
    }
    guard let listening = tcp.listeners.firstIndex(where: { $0.listener.hears(id.local) }) else {
      return refuse(header, payload, id, unit, details, &step)
    }
    switch tcp.listeners[listening].listener.answer(to: header) {
    case .open:
      step.happened(MomentKind.tcp.receive, unit, details)
      let connection = connection(
        id.local, id.remote, opening: false, noDelay: tcp.listeners[listening].noDelay, &step)
      tcp.sockets.append(
        TCPSockets.Socket(
          descriptor: nil, owner: tcp.listeners[listening].owner, connection: connection,
          origin: Origin(.asker, step.number)))
      tcp.listeners[listening].listener.add(id)
      run(.segment(header, payload: payload), on: tcp.sockets.count - 1, &step)
    case .drop(let reason): step.happened(MomentKind.tcp.drop, unit, drop: DropReason(reason), details)
    case .refuse: refuse(header, payload, id, unit, details, &step)
    }
  }

  /// Nobody is there: RST (RFC 9293 §3.10.7.1).
  private func refuse(
    _ header: TCP, _ payload: [UInt8], _ id: TCPConnection.ID, _ unit: Unit, _ details: [Detail],
    _ step: inout Step
  ) {
    step.happened(
      MomentKind.tcp.drop, unit, drop: header.rst ? DropReason(.noConnection) : .closedPort, details)
    guard let reset = TCPConnection.refusal(of: header, payloadLength: payload.count) else { return }
    step.then(
      .tcpRefuse(TCPRefusal(header: reset, source: id.local.address, destination: id.remote.address)))
  }

  mutating func tcpRefuse(_ refusal: TCPRefusal, _ step: inout Step) {
    let arrival = step.work.cause
    emit(
      refusal.header, [], from: refusal.source, to: refusal.destination, identification: 0,
      evidence: [
        Evidence(TCP.fields.sourcePort, .peerPort, arrival),
        Evidence(TCP.fields.destinationPort, .peerPort, arrival),
        refusal.header.ack
          ? Evidence(TCP.fields.sequence, .hostDefault, 0)
          : Evidence(TCP.fields.sequence, .peerAcknowledgment, arrival),
        Evidence(TCP.fields.acknowledgment, .acknowledgesUpTo, arrival),
        Evidence(TCP.fields.window, .hostDefault, 0), Evidence(IPv4.fields.destination, .asker, arrival),
        Evidence(IPv4.fields.identification, .hostDefault, 0),
      ], MomentKind.tcp.reset, &step)
  }

  /// A segment that a connection has ready goes down.
  mutating func tcpEmit(_ id: TCPConnection.ID, _ segment: TCPSegment, _ step: inout Step) {
    var counted = Origin(.hostDefault, 0)
    if segment.reason != .synAck, let index = tcp.index(id) {
      let opened = tcp.sockets[index].connection.opened
      counted = tcp.sockets[index].lastCounted.map { Origin(.counter, $0) } ?? Origin(.random, opened)
      tcp.sockets[index].lastCounted = step.number
    }
    emit(
      segment.header, segment.payload, from: id.local.address, to: id.remote.address,
      identification: segment.identification,
      evidence: segment.evidence + [Evidence(IPv4.fields.identification, counted)],
      MomentKind.tcp.emission(segment.reason), &step)
  }

  private func emit(
    _ header: TCP, _ payload: [UInt8], from: IPv4Address, to: IPv4Address, identification: UInt16,
    evidence: [Evidence], _ kind: MomentKind, _ step: inout Step
  ) {
    let sealed = header.sealed(source: from, destination: to, payload: payload)
    let bytes = sealed.encoded + payload
    step.happened(
      kind, Unit(.name("tcp"), bytes),
      evidence: evidence + [Evidence(TCP.fields.checksum, .computed, step.number)],
      [
        Detail("source", .number(UInt64(header.sourcePort))),
        Detail("destination", .number(UInt64(header.destinationPort))),
        Detail("flags", .text(header.flagNames)), Detail("bytes", .number(UInt64(payload.count))),
      ])
    step.then(
      .ipSend(
        IPSend(
          proto: .tcp, source: from, destination: to, identification: identification, dontFragment: true,
          payload: bytes)), building: true)
  }

  // MARK: Time

  /// The first TCP timer that is due; false when none is.
  mutating func tcpDeadline(_ step: inout Step) -> Bool {
    for upkeep in [false, true] {
      guard let (index, deadline) = tcp.next(upkeep: upkeep), deadline.time <= step.now else { continue }
      let isEnd = deadline.isMaintenance
      step.blame(deadline.moment)
      step.happened(
        isEnd ? MomentKind.tcp.closed : MomentKind.tcp.timeout, nil,
        [
          Detail("timer", .text(deadline.timer.rawValue)),
          Detail("port", .number(UInt64(tcp.sockets[index].connection.local.port))),
        ])
      run(.timeout(deadline.timer), on: index, &step)
      return true
    }
    return false
  }

  /// An ICMP error about a segment of ours; false when there is no such connection.
  mutating func tcpUnreachable(
    local port: UInt16, remote: Endpoint, _ unit: Unit, _ details: [Detail], _ step: inout Step
  ) -> Bool {
    guard
      let index = tcp.sockets.firstIndex(where: {
        $0.connection.local.port == port && $0.connection.remote == remote
      })
    else { return false }
    step.happened(MomentKind.socket.error, unit, details)
    run(.unreachable, on: index, &step)
    return true
  }

  // MARK: Effects

  /// Gives a connection an event in this step; returns how many octets it took.
  @discardableResult
  private mutating func run(_ event: TCPEvent, on index: Int, _ step: inout Step) -> Int {
    let id = tcp.sockets[index].connection.id
    let effects = tcp.sockets[index].connection.handle(event, at: step.now, moment: step.number)
    follow(effects, of: id, &step)
    for case .accepted(let count) in effects { return count }
    return 0
  }

  private mutating func follow(_ effects: [TCPEffect], of id: TCPConnection.ID, _ step: inout Step) {
    for effect in effects {
      guard let index = tcp.index(id) else { return }
      let socket = tcp.sockets[index]
      switch effect {
      case .changed(let from, let to, let arc):
        step.note(
          TableChange("connection", "\(id.local) \(id.remote)", before: from.rawValue, after: to.rawValue))
        step.note(Detail("state", .text(to.rawValue)))
        step.note(Detail("arc", .text(arc)))
      case .dropped(let reason): step.note(drop: DropReason(reason))
      case .emit(var segment):
        segment.evidence.append(Evidence(IPv4.fields.destination, socket.origin))
        let wrote = socket.writings.filter { segment.dataMoments.contains($0.moment) }
        step.then(.tcpEmit(id, segment), builders: wrote.flatMap(\.builders))
      case .connected: connected(index, &step)
      case .readable:
        if let descriptor = socket.descriptor { step.then(.readable(descriptor)) }
      case .peerClosed:
        if let descriptor = socket.descriptor, socket.connection.readable == 0 {
          step.then(.readable(descriptor))
        }
      case .writable: refill(index, &step)
      case .ended(let end): ended(index, end, &step)
      case .acknowledged, .received, .queuedOutOfOrder, .timerStarted, .timerStopped, .timerExpired,
        .accepted,
        .delivered, .endOfStream, .nothingToRead, .failed:
        break
      }
    }
  }

  private mutating func connected(_ index: Int, _ step: inout Step) {
    let socket = tcp.sockets[index]
    if socket.connection.isOpener { return step.then(.connected(socket.connection.id)) }
    guard
      let listening = tcp.listeners.firstIndex(where: { $0.listener.hears(socket.connection.local) })
    else { return }
    tcp.listeners[listening].listener.completed(socket.connection.id)
    step.then(.accept(listening))
  }

  /// `connect` returns.
  mutating func tcpConnected(_ id: TCPConnection.ID, _ step: inout Step) {
    guard let index = tcp.index(id), let descriptor = tcp.sockets[index].descriptor else { return }
    step.happened(
      MomentKind.socket.connected, nil,
      [Detail("address", .ipv4(id.remote.address)), Detail("port", .number(UInt64(id.remote.port)))])
    step.then(.application(tcp.sockets[index].owner, .connected(descriptor)))
  }

  /// `accept` returns the oldest connection that waits.
  mutating func tcpAccept(_ listening: Int, _ step: inout Step) {
    guard let id = tcp.listeners[listening].listener.accept(), let index = tcp.index(id) else { return }
    let descriptor = nextDescriptor
    nextDescriptor += 1
    tcp.sockets[index].descriptor = descriptor
    step.happened(
      MomentKind.socket.accept,
      changes: [TableChange("socket", "\(descriptor)", before: nil, after: "TCP \(id.local) → \(id.remote)")],
      [Detail("address", .ipv4(id.remote.address)), Detail("port", .number(UInt64(id.remote.port)))])
    step.then(
      .application(
        tcp.sockets[index].owner, .accepted(descriptor, listener: id.local.port, from: id.remote)))
    if tcp.sockets[index].connection.readable > 0 || tcp.sockets[index].connection.peerHasClosed {
      step.then(.readable(descriptor))
    }
  }

  /// There is room again: what the application's `send` still holds goes on.
  private mutating func refill(_ index: Int, _ step: inout Step) {
    let waiting = tcp.sockets[index].blocked
    guard !waiting.isEmpty else { return }
    let from = tcp.sockets[index].blockedFrom
    let id = tcp.sockets[index].connection.id
    let room = min(waiting.count - from, max(1, tcp.sockets[index].connection.writable))
    let builders = tcp.sockets[index].blockedBuilders
    let taken = write(Array(waiting[from..<from + room]), builders: builders, on: index, &step)
    guard let index = tcp.index(id) else { return }
    tcp.sockets[index].blockedFrom = from + taken
    guard from + taken == waiting.count else { return }
    let calls = tcp.sockets[index].blockedCalls
    tcp.sockets[index].blocked = []
    tcp.sockets[index].blockedFrom = 0
    tcp.sockets[index].blockedBuilders = []
    tcp.sockets[index].blockedCalls = 0
    if tcp.sockets[index].closesWhenSent { return _ = run(.close, on: index, &step) }
    guard let descriptor = tcp.sockets[index].descriptor else { return }
    for _ in 0..<calls { step.then(.application(tcp.sockets[index].owner, .sent(descriptor))) }
  }

  private mutating func ended(_ index: Int, _ end: TCPEnd, _ step: inout Step) {
    let socket = tcp.sockets.remove(at: index)
    if let listening = tcp.listeners.firstIndex(where: { $0.listener.hears(socket.connection.local) }) {
      tcp.listeners[listening].listener.remove(socket.connection.id)
    }
    guard let descriptor = socket.descriptor, !socket.connection.isAbandoned, let error = end.socketError
    else {
      return
    }
    // An ICMP error has said so already.
    let isTold = step.moment?.kind == MomentKind.socket.error
    step.then(
      isTold
        ? .application(socket.owner, .failed(descriptor, error))
        : .callFails(socket.owner, descriptor, error))
  }
}

extension TCPEnd {
  /// What the application's call returns; nil when all went well.
  var socketError: SocketError? {
    switch self {
    case .finished, .aborted: nil
    case .refused: .refused
    case .reset: .reset
    case .timedOut: .timedOut
    case .unreachable: .unreachable
    }
  }
}
