/// Something one layer of one device is about to do: each becomes one moment.
package struct Work: Equatable, Sendable {
  package var device: Int?
  package var task: Task
  /// The moment that asks for it.
  package var cause: Int
  /// The transmission that led to it, when one did.
  package var frame: Int?
  /// The moments that built the unit in hand so far.
  package var provenance: [Int] = []
}

/// What there is to do, from the top of the stack to the bottom and up again.
package enum Task: Equatable, Sendable {
  /// A line of the script, by index: somebody at a device does something.
  case command(Int)
  case application(Int, ApplicationEvent)
  /// An application, by index, calls the kernel.
  case call(Int, SystemCall)
  /// A socket, by descriptor, has something for its application.
  case readable(Int)
  case udpSend(UDPSend)
  case tcpEmit(TCPConnection.ID, TCPOutgoingSegment)
  /// A call of an application fails: by application and descriptor.
  case callFails(Int, Int, SocketError)
  /// A handshake is done: `connect` returns, or `accept` for the listener with that index.
  case connected(TCPConnection.ID)
  case accept(Int)
  case tcpRefuse(TCPRefusal)
  case icmpSend(ICMPEchoSend)
  /// An ICMP error quotes this packet: the socket that sent it is told.
  case icmpError(quote: [UInt8], ICMPUnreachable)
  /// A packet cannot be delivered: its sender is told.
  case undeliverable(packet: [UInt8], code: ICMPUnreachable)
  case timeExceeded(packet: [UInt8])
  /// The packet has a better way: its sender is told.
  case redirect(packet: [UInt8], gateway: IPv4Address)
  case ipSend(IPSend)
  case linkSend(LinkSend)
  case arpSend(ARPSend)
  case transmit(Outgoing)
  /// A frame has come in whole at a port.
  case receive(port: Int, bytes: [UInt8], fcs: UInt32)
  /// The link at a port goes up or down with its cable.
  case carrier(port: Int, isUp: Bool)
  /// The rest of a frame does not come in any more: its cable was pulled.
  case cutShort(bytes: [UInt8])
  /// The device is switched off and on again.
  case restart
  case linkReceive(port: Int, bytes: [UInt8])
  /// A switch that has learned goes on to forward.
  case bridge(port: Int, bytes: [UInt8])
  case arpReceive(interface: Int, bytes: [UInt8])
  /// A packet has come in; without an interface: from this host itself.
  case ipReceive(interface: Int?, PDU)
  case icmpReceive(IPv4, PDU)
  case udpReceive(IPv4, PDU)
  case tcpReceive(IPv4, PDU)
  case deadline
}

extension Task {
  /// Makes something new to send: no longer about the frame that came in.
  var isOutgoing: Bool {
    switch self {
    case .call, .udpSend, .tcpEmit, .tcpRefuse, .icmpSend, .undeliverable, .timeExceeded, .redirect,
      .ipSend, .arpSend:
      true
    default: false
    }
  }
}
