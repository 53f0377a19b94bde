/// Where events meet connections: timers, errors, and what a connection says is to be done.
extension Host {
  /// The first TCP timer that is due; false when none is.
  mutating func tcpDeadline(_ step: inout Step) -> Bool {
    for maintenance in [false, true] {
      guard let (index, deadline) = tcp.next(maintenance: maintenance), deadline.time <= step.now else {
        continue
      }
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

  /// An ICMP error about a segment of ours. It counts when that segment is on its way (RFC 5927 §4.1), and ends only a
  /// connection that is being opened: one that stands tries on (RFC 9293 §3.9.2.2).
  mutating func tcpUnreachable(
    from local: Endpoint, to remote: Endpoint, sequence: UInt32, _ unit: PDU, _ details: [Detail],
    _ step: inout Step
  ) {
    guard let index = tcp.index(TCPConnection.ID(local: local, remote: remote)) else {
      return step.happened(MomentKind.icmp.drop, unit, drop: .icmp.nobodyWaits, details)
    }
    let connection = tcp.sockets[index].connection
    let number = SequenceNumber(sequence)
    guard number >= connection.send.unacknowledged.value, number < connection.send.next.value else {
      return step.happened(MomentKind.icmp.drop, unit, drop: .icmp.quotesNothingSent, details)
    }
    guard connection.state.transition(on: .unreachable) != nil else {
      return step.happened(MomentKind.tcp.told, unit, details)
    }
    step.happened(MomentKind.socket.error, unit, details)
    run(.unreachable, on: index, &step)
  }

  /// New data, or an acknowledgment of new data, shows that the neighbour on the way there is alive
  /// (RFC 1122 §2.3.2.1; RFC 4861 §7.3.1): it need not be asked.
  private mutating func confirmNeighbour(towards remote: IPv4Address, at now: Int64) {
    guard let path = path(to: remote), let interface = path.interface else { return }
    arp.update(path.nextHop, on: interface) { if $0.mac != nil { $0.confirmed = now } }
  }

  // MARK: Effects

  /// Gives a connection an event in this step; returns how many octets it took.
  @discardableResult
  mutating func run(_ event: TCPEvent, on index: Int, _ step: inout Step) -> Int {
    let id = tcp.sockets[index].connection.id
    let effects = tcp.sockets[index].connection.handle(event, at: step.now, moment: step.number)
    follow(effects, of: id, &step)
    for case .accepted(let count) in effects { return count }
    return 0
  }

  mutating func follow(_ effects: [TCPEffect], of id: TCPConnection.ID, _ step: inout Step) {
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
        segment.evidence.append(FieldOrigin(IPv4.fields.destination, socket.origin))
        let wrote = socket.writings.filter { segment.dataMoments.contains($0.moment) }
        step.then(.tcpEmit(id, segment), provenance: wrote.flatMap(\.provenance))
      case .connected: connected(index, &step)
      case .readable:
        if let descriptor = socket.descriptor, socket.isRead { step.then(.readable(descriptor)) }
      case .peerClosed:
        if let descriptor = socket.descriptor, socket.isRead, socket.connection.readable == 0 {
          step.then(.readable(descriptor))
        }
      case .writable: refill(index, &step)
      case .ended(let end): ended(index, end, &step)
      case .acknowledged, .received: confirmNeighbour(towards: id.remote.address, at: step.now)
      case .queuedOutOfOrder, .timerStarted, .timerStopped, .timerExpired,
        .accepted,
        .delivered, .endOfStream, .nothingToRead, .failed:
        break
      }
    }
  }

  private mutating func connected(_ index: Int, _ step: inout Step) {
    let socket = tcp.sockets[index]
    if socket.connection.isActiveOpener { return step.then(.connected(socket.connection.id)) }
    guard
      let listening = tcp.listeners.firstIndex(where: { $0.listener.hears(socket.connection.local) })
    else { return }
    tcp.listeners[listening].listener.completed(socket.connection.id)
    step.then(.accept(listening))
  }
}
