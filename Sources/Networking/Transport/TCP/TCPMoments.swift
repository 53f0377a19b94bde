package struct TCPMoments: MomentSet {
  // Emissions, by what the segment is for.
  package let syn = MomentKind("tcp.syn", .transport)
  package let synAck = MomentKind("tcp.syn-ack", .transport)
  package let ack = MomentKind("tcp.ack", .transport)
  package let duplicateAck = MomentKind("tcp.duplicate-ack", .transport)
  package let challenge = MomentKind("tcp.challenge", .transport)
  package let windowUpdate = MomentKind("tcp.window-update", .transport)
  package let data = MomentKind("tcp.data", .transport)
  package let fin = MomentKind("tcp.fin", .transport)
  package let retransmit = MomentKind("tcp.retransmit", .transport)
  package let windowProbe = MomentKind("tcp.window-probe", .transport)
  package let reset = MomentKind("tcp.reset", .transport)
  /// A segment for a connection, or for a listening port, has come in.
  package let receive = MomentKind("tcp.receive", .transport)
  package let timeout = MomentKind("tcp.timeout", .transport)
  /// TIME-WAIT is over: nothing is left of the connection.
  package let closed = MomentKind("tcp.closed", .transport)
  package let drop = MomentKind("tcp.drop", .transport)

  func emission(_ reason: TCPEmission) -> MomentKind {
    switch reason {
    case .syn: syn
    case .synAck: synAck
    case .acknowledgment: ack
    case .duplicateAcknowledgment: duplicateAck
    case .challenge: challenge
    case .windowUpdate: windowUpdate
    case .data: data
    case .fin: fin
    case .retransmission: retransmit
    case .windowProbe: windowProbe
    case .reset: reset
    }
  }
}

extension MomentKind { package static let tcp = TCPMoments() }
extension DropReason {
  init(_ drop: TCPDrop) { self.init(rawValue: drop.rawValue) }
}
