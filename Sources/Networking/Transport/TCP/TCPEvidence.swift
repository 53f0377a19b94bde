extension EvidenceRule {
  /// Hash of the four addresses and ports, and the clock (RFC 6528).
  package static let initialSequenceNumber = EvidenceRule(rawValue: "tcp.initial-sequence-number")
  /// One behind the last number that was used.
  package static let nextSequence = EvidenceRule(rawValue: "tcp.next-sequence")
  /// The numbers of the segment that was sent in that moment.
  package static let retransmitted = EvidenceRule(rawValue: "tcp.retransmitted")
  /// One before the oldest number without acknowledgment, so that the other side must answer.
  package static let beforeUnacknowledged = EvidenceRule(rawValue: "tcp.before-unacknowledged")
  /// One behind the last number that came in order.
  package static let acknowledgesUpTo = EvidenceRule(rawValue: "tcp.acknowledges-up-to")
  /// What the segment of that moment acknowledges: the number its sender waits for.
  package static let peerAcknowledgment = EvidenceRule(rawValue: "tcp.peer-acknowledgment")
  package static let freeReceiveBuffer = EvidenceRule(rawValue: "tcp.free-receive-buffer")
  /// Milliseconds, from an offset that was chosen for this connection.
  package static let clock = EvidenceRule(rawValue: "tcp.clock")
  /// The timestamp of the segment that came in that moment.
  package static let echo = EvidenceRule(rawValue: "tcp.echo")
  /// Chosen from the free ones when the application connected.
  package static let ephemeralPort = EvidenceRule(rawValue: "tcp.ephemeral-port")
  /// The application asked for it.
  package static let serverPort = EvidenceRule(rawValue: "tcp.server-port")
  /// The source port of the segment that came in that moment.
  package static let peerPort = EvidenceRule(rawValue: "tcp.peer-port")

  package static let tcp: [EvidenceRule] = [
    .initialSequenceNumber, .nextSequence, .retransmitted, .beforeUnacknowledged, .acknowledgesUpTo,
    .peerAcknowledgment, .freeReceiveBuffer, .clock, .echo, .ephemeralPort, .serverPort, .peerPort,
  ]
}
