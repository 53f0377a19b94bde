package struct SocketDrops: DropSet {
  /// The application that had the socket is gone.
  package let noSocket = DropReason(rawValue: "no-socket")
}

extension DropReason { package static let socket = SocketDrops() }

extension Host {
  /// The kernel does what an application asks: the socket layer.
  mutating func call(_ call: SystemCall, by application: Int, _ step: inout Step) {
    switch call {
    case .openDatagram(let descriptor):
      guard let port = freePort(even: false, &step.random) else {
        step.happened(MomentKind.socket.error, nil, [Detail("reason", .text(SocketError.noPort.rawValue))])
        return step.then(.application(application, .failed(descriptor, .noPort)))
      }
      udp.append(UDPSocket(descriptor: descriptor, owner: application, port: port, moment: step.number))
      step.happened(
        MomentKind.socket.open,
        changes: [TableChange("socket", "\(descriptor)", before: nil, after: "UDP port \(port)")],
        [Detail("protocol", .text("UDP")), Detail("port", .number(UInt64(port)))])
    case .sendTo(let descriptor, let to, let payload, let origin):
      step.happened(
        MomentKind.socket.send, PDU(.udpPort(to.port), payload),
        [Detail("bytes", .number(UInt64(payload.count)))])
      step.then(
        .udpSend(UDPSend(descriptor: descriptor, to: to, payload: payload, origin: origin)), building: true)
    case .connect(let descriptor, let endpoint, let origin):
      tcpConnect(descriptor, to: endpoint, origin, owner: application, &step)
    case .send(let descriptor, let bytes): tcpSend(descriptor, bytes, &step)
    case .receive(let descriptor): tcpReceive(descriptor, &step)
    case .shutdown(let descriptor): tcpShutdown(descriptor, &step)
    case .close(let descriptor): close(descriptor, &step)
    }
  }

  /// The kernel hands over what has come in.
  mutating func readable(_ descriptor: Int, _ step: inout Step) {
    if let index = udp.firstIndex(where: { $0.descriptor == descriptor }), !udp[index].received.isEmpty {
      let datagram = udp[index].received.removeFirst()
      step.happened(
        MomentKind.socket.receive, PDU(.udpPort(datagram.from.port), datagram.payload),
        [Detail("bytes", .number(UInt64(datagram.payload.count)))])
      step.then(
        .application(
          udp[index].owner,
          .datagram(descriptor, from: datagram.from, datagram.payload, moment: datagram.moment)))
      return
    }
    tcpReadable(descriptor, &step)
  }

  private mutating func close(_ descriptor: Int, _ step: inout Step) {
    if let index = udp.firstIndex(where: { $0.descriptor == descriptor }) {
      let socket = udp.remove(at: index)
      return step.happened(
        MomentKind.socket.close,
        changes: [TableChange("socket", "\(descriptor)", before: "UDP port \(socket.port)", after: nil)],
        [Detail("protocol", .text("UDP")), Detail("port", .number(UInt64(socket.port)))])
    }
    tcpClose(descriptor, &step)
  }
}
