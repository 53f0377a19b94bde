/// What applications ask of a host's TCP, and what it tells them.
extension Host {
  /// Opens a listening socket before the walk.
  /// - Parameter readsLate: what comes on its connections lies in the kernel until the program calls `receive`.
  mutating func listen(port: UInt16, owner: Int, noDelay: Bool = false, readsLate: Bool = false) {
    defer { nextDescriptor += 1 }
    tcp.listeners.append(
      TCPSockets.Listening(
        descriptor: nextDescriptor, owner: owner,
        listener: TCPListener(local: Endpoint(.unspecified, port), backlog: 128), noDelay: noDelay,
        readsLate: readsLate))
  }

  mutating func tcpConnect(
    _ descriptor: Int, to remote: Endpoint, _ origin: ValueOrigin, owner: Int, _ step: inout Step
  ) {
    let details = [Detail("address", .ipv4(remote.address)), Detail("port", .number(UInt64(remote.port)))]
    // A connection has one other end (RFC 9293 §3.9.2.3).
    guard !isForMany(remote.address), let source = sourceAddress(to: remote.address) else {
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

  func connection(
    _ local: Endpoint, _ remote: Endpoint, opening: Bool, noDelay: Bool = false, _ step: inout Step
  ) -> TCPConnection {
    var settings = tcp.settings
    settings.noDelay = settings.noDelay || noDelay
    if let path = path(to: remote.address) {
      settings.maximumSegmentSize = UInt16(clamping: path.mtu - 40)
    }
    return TCPConnection(
      TCPConnection.ID(local: local, remote: remote), opening: opening, settings: settings,
      initialSequenceNumber: tcp.secret.initialSequenceNumber(local: local, remote: remote, at: step.now),
      timestampOffset: tcp.secret.timestampOffset(local: local, remote: remote),
      identification: step.random.uint16(), moment: step.number)
  }

  mutating func tcpSend(_ descriptor: Int, _ bytes: [UInt8], _ step: inout Step) {
    guard let index = tcp.index(descriptor), !tcp.sockets[index].isShutDown else {
      return step.happened(
        MomentKind.socket.error, nil, drop: .socket.noSocket, [Detail("reason", .text("closed"))])
    }
    step.happened(
      MomentKind.socket.send, PDU(.tcpPort(tcp.sockets[index].connection.remote.port), bytes),
      [Detail("bytes", .number(UInt64(bytes.count)))])
    let provenance = step.work.provenance + [step.number]
    guard tcp.sockets[index].blocked.isEmpty else {
      tcp.sockets[index].blocked += bytes
      tcp.sockets[index].blockedBuilders += provenance
      tcp.sockets[index].blockedCalls += 1
      return
    }
    let id = tcp.sockets[index].connection.id
    let taken = write(bytes, provenance: provenance, on: index, &step)
    guard let index = tcp.index(id) else { return }
    guard taken < bytes.count else {
      return step.then(.application(tcp.sockets[index].owner, .sent(descriptor)))
    }
    tcp.sockets[index].blocked = bytes
    tcp.sockets[index].blockedFrom = taken
    tcp.sockets[index].blockedBuilders = provenance
    tcp.sockets[index].blockedCalls = 1
  }

  /// Puts as much as fits into the send buffer, and remembers whose it is; returns how many octets that was.
  private mutating func write(_ bytes: [UInt8], provenance: [Int], on index: Int, _ step: inout Step) -> Int {
    let connection = tcp.sockets[index].connection
    tcp.sockets[index].writings.removeAll { $0.end <= connection.send.unacknowledged.value }
    let taken = min(bytes.count, connection.writable)
    if taken > 0 {
      tcp.sockets[index].writings.append(
        TCPSockets.Writing(
          moment: step.number, end: connection.sendBuffer.end + taken, provenance: provenance))
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
        MomentKind.socket.receive, PDU(.name("data"), bytes), [Detail("bytes", .number(UInt64(bytes.count)))]
      )
      step.then(.application(owner, .data(descriptor, bytes)), building: true)
    }
    follow(effects, of: tcp.sockets[index].connection.id, &step)
    if connection.peerHasClosed { step.then(.readable(descriptor)) }
  }

  /// The program begins to read: `recv` returns what has come in the meantime.
  mutating func tcpReceive(_ descriptor: Int, _ step: inout Step) {
    guard let index = tcp.index(descriptor), !tcp.sockets[index].isRead else { return }
    tcp.sockets[index].isRead = true
    tcpReadable(descriptor, &step)
  }

  mutating func tcpShutdown(_ descriptor: Int, _ step: inout Step) {
    guard let index = tcp.index(descriptor) else {
      return step.happened(
        MomentKind.socket.error, nil, drop: .socket.noSocket, [Detail("reason", .text("closed"))])
    }
    step.happened(
      MomentKind.socket.shutdown, nil,
      [Detail("port", .number(UInt64(tcp.sockets[index].connection.local.port)))])
    tcp.sockets[index].isShutDown = true
    // FIN comes after what `send` was given.
    if tcp.sockets[index].blocked.isEmpty { run(.shutdown, on: index, &step) }
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

  // MARK: What comes back

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
    let socket = tcp.sockets[index]
    if socket.isRead, socket.connection.readable > 0 || socket.connection.peerHasClosed {
      step.then(.readable(descriptor))
    }
  }

  /// There is room again: what the application's `send` still holds goes on.
  mutating func refill(_ index: Int, _ step: inout Step) {
    let waiting = tcp.sockets[index].blocked
    guard !waiting.isEmpty else { return }
    let from = tcp.sockets[index].blockedFrom
    let id = tcp.sockets[index].connection.id
    let room = min(waiting.count - from, max(1, tcp.sockets[index].connection.writable))
    let provenance = tcp.sockets[index].blockedBuilders
    let taken = write(Array(waiting[from..<from + room]), provenance: provenance, on: index, &step)
    guard let index = tcp.index(id) else { return }
    tcp.sockets[index].blockedFrom = from + taken
    guard from + taken == waiting.count else { return }
    let calls = tcp.sockets[index].blockedCalls
    tcp.sockets[index].blocked = []
    tcp.sockets[index].blockedFrom = 0
    tcp.sockets[index].blockedBuilders = []
    tcp.sockets[index].blockedCalls = 0
    if tcp.sockets[index].closesWhenSent { return _ = run(.close, on: index, &step) }
    if tcp.sockets[index].isShutDown { run(.shutdown, on: index, &step) }
    guard let index = tcp.index(id) else { return }
    guard let descriptor = tcp.sockets[index].descriptor else { return }
    for _ in 0..<calls { step.then(.application(tcp.sockets[index].owner, .sent(descriptor))) }
  }

  mutating func ended(_ index: Int, _ end: TCPCloseReason, _ step: inout Step) {
    let socket = tcp.sockets.remove(at: index)
    if let listening = tcp.listeners.firstIndex(where: { $0.listener.hears(socket.connection.local) }) {
      tcp.listeners[listening].listener.remove(socket.connection.id)
    }
    guard let descriptor = socket.descriptor, !socket.connection.isOrphaned, let error = end.socketError
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

extension TCPCloseReason {
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
