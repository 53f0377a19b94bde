package struct TCPMoments: MomentSet {
  // Emissions, by what the segment is for.
  package let syn = MomentKind("tcp.syn", .transport, .segment)
  package let synAck = MomentKind("tcp.syn-ack", .transport, .segment)
  package let ack = MomentKind("tcp.ack", .transport, .segment)
  package let duplicateAck = MomentKind("tcp.duplicate-ack", .transport, .segment)
  package let challenge = MomentKind("tcp.challenge", .transport, .segment)
  package let windowUpdate = MomentKind("tcp.window-update", .transport, .segment)
  package let data = MomentKind("tcp.data", .transport, .segment)
  package let fin = MomentKind("tcp.fin", .transport, .segment)
  package let retransmit = MomentKind("tcp.retransmit", .transport, .segment)
  package let repeated = MomentKind("tcp.repeat", .transport, .segment)
  package let windowProbe = MomentKind("tcp.window-probe", .transport, .segment)
  package let reset = MomentKind("tcp.reset", .transport, .segment)
  /// A segment for a connection, or for a listening port, has come in.
  package let receive = MomentKind("tcp.receive", .transport, .segment + .transition)
  package let timeout = MomentKind(
    "tcp.timeout", .transport, [.word("timer"), .number("port")] + .transition)
  /// TIME-WAIT is over: nothing is left of the connection.
  package let closed = MomentKind("tcp.closed", .transport, [.word("timer"), .number("port")] + .transition)
  /// ICMP says that a segment did not arrive, and the connection stays.
  package let told = MomentKind("tcp.told", .transport, .word("reason"), .ipv4("address"))
  package let drop = MomentKind("tcp.drop", .transport, .segment.sometimes)

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
    case .repetition: repeated
    case .windowProbe: windowProbe
    case .reset: reset
    }
  }
}

extension MomentKind { package static let tcp = TCPMoments() }
/// What a connection or a listener says of a segment that it does not use.
package struct TCPDrops: DropSet {
  package var all: [DropReason] { TCPDropReason.allCases.map(DropReason.init) }
}

extension DropReason {
  package static let tcp = TCPDrops()

  init(_ drop: TCPDropReason) { self.init(rawValue: drop.rawValue) }
}
