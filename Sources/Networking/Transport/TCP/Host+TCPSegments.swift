/// An answer to a segment that belongs to no connection.
package struct TCPRefusal: Equatable, Sendable {
  package var header: TCP
  package var source: IPv4Address
  package var destination: IPv4Address
}

extension Host {
  mutating func tcpReceive(_ packet: IPv4, _ unit: PDU, _ step: inout Step) {
    let bytes = Array(unit.bytes[unit.offset...])
    guard let (header, length) = try? TCP.decode(bytes) else {
      return step.happened(MomentKind.tcp.drop, unit, drop: .link.badHeader)
    }
    guard
      TCP.internetChecksum.accepts(
        bytes, holding: header.checksum, from: packet.source, to: packet.destination)
    else {
      return step.happened(MomentKind.tcp.drop, unit, drop: .internet.badChecksum)
    }
    guard isOwnUnicast(packet.destination) else {
      return step.happened(MomentKind.tcp.drop, unit, drop: .icmp.nobodyWaits)
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
      var socket = TCPSockets.Socket(
        descriptor: nil, owner: tcp.listeners[listening].owner, connection: connection,
        origin: ValueOrigin(.arp.asker, step.number))
      socket.isRead = !tcp.listeners[listening].readsLate
      tcp.sockets.append(socket)
      tcp.listeners[listening].listener.add(id)
      run(.segment(header, payload: payload), on: tcp.sockets.count - 1, &step)
    case .drop(let reason): step.happened(MomentKind.tcp.drop, unit, drop: DropReason(reason), details)
    case .refuse: refuse(header, payload, id, unit, details, &step)
    }
  }

  /// Nobody is there: RST (RFC 9293 §3.10.7.1).
  private func refuse(
    _ header: TCP, _ payload: [UInt8], _ id: TCPConnection.ID, _ unit: PDU, _ details: [Detail],
    _ step: inout Step
  ) {
    step.happened(
      MomentKind.tcp.drop, unit, drop: header.rst ? DropReason(.noConnection) : .udp.closedPort, details)
    guard let reset = TCPConnection.refusal(of: header, payloadLength: payload.count) else { return }
    step.then(
      .tcpRefuse(TCPRefusal(header: reset, source: id.local.address, destination: id.remote.address)))
  }

  mutating func tcpRefuse(_ refusal: TCPRefusal, _ step: inout Step) {
    let arrival = step.work.cause
    emit(
      refusal.header, [], from: refusal.source, to: refusal.destination, identification: 0,
      evidence: [
        FieldOrigin(TCP.fields.sourcePort, .tcp.peerPort, arrival),
        FieldOrigin(TCP.fields.destinationPort, .tcp.peerPort, arrival),
        refusal.header.ack
          ? FieldOrigin(TCP.fields.sequence, .internet.hostDefault, 0)
          : FieldOrigin(TCP.fields.sequence, .tcp.peerAcknowledgment, arrival),
        FieldOrigin(TCP.fields.acknowledgment, .tcp.acknowledgesUpTo, arrival),
        FieldOrigin(TCP.fields.window, .internet.hostDefault, 0),
        FieldOrigin(IPv4.fields.destination, .arp.asker, arrival),
        FieldOrigin(IPv4.fields.identification, .internet.hostDefault, 0),
      ], MomentKind.tcp.reset, &step)
  }

  /// A segment that a connection has ready goes down.
  mutating func tcpEmit(_ id: TCPConnection.ID, _ segment: TCPOutgoingSegment, _ step: inout Step) {
    var counted = ValueOrigin(.internet.hostDefault, 0)
    if segment.reason != .synAck, let index = tcp.index(id) {
      let opened = tcp.sockets[index].connection.opened
      counted =
        tcp.sockets[index].lastCounted.map { ValueOrigin(.internet.counter, $0) }
        ?? ValueOrigin(.internet.random, opened)
      tcp.sockets[index].lastCounted = step.number
    }
    emit(
      segment.header, segment.payload, from: id.local.address, to: id.remote.address,
      identification: segment.identification,
      evidence: segment.evidence + [FieldOrigin(IPv4.fields.identification, counted)],
      MomentKind.tcp.emission(segment.reason), &step)
  }

  private func emit(
    _ header: TCP, _ payload: [UInt8], from: IPv4Address, to: IPv4Address, identification: UInt16,
    evidence: [FieldOrigin], _ kind: MomentKind, _ step: inout Step
  ) {
    let sealed = header.sealed(source: from, destination: to, payload: payload)
    let bytes = sealed.encoded + payload
    step.happened(
      kind, PDU(.name("tcp"), bytes),
      evidence: evidence + [FieldOrigin(TCP.fields.checksum, .internet.computed, step.number)],
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
}
