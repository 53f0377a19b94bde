package struct TCPRules: EvidenceSet {
  /// Hash of the four addresses and ports, and the clock (RFC 6528).
  package let initialSequenceNumber = EvidenceRule(rawValue: "tcp.initial-sequence-number")
  /// One after the last number that was used.
  package let nextSequence = EvidenceRule(rawValue: "tcp.next-sequence")
  /// The numbers of the segment that was sent in that moment.
  package let retransmitted = EvidenceRule(rawValue: "tcp.retransmitted")
  /// One before the oldest number without acknowledgment, so that the other side must answer.
  package let beforeUnacknowledged = EvidenceRule(rawValue: "tcp.before-unacknowledged")
  /// One after the last number that came in order.
  package let acknowledgesUpTo = EvidenceRule(rawValue: "tcp.acknowledges-up-to")
  /// What the segment of that moment acknowledges: the number its sender waits for.
  package let peerAcknowledgment = EvidenceRule(rawValue: "tcp.peer-acknowledgment")
  package let freeReceiveBuffer = EvidenceRule(rawValue: "tcp.free-receive-buffer")
  /// Milliseconds, from an offset that was chosen for this connection.
  package let clock = EvidenceRule(rawValue: "tcp.clock")
  /// The timestamp of the segment that came in that moment.
  package let echo = EvidenceRule(rawValue: "tcp.echo")
  /// Chosen from the free ones when the application connected.
  package let ephemeralPort = EvidenceRule(rawValue: "tcp.ephemeral-port")
  /// The application asked for it.
  package let serverPort = EvidenceRule(rawValue: "tcp.server-port")
  /// The source port of the segment that came in that moment.
  package let peerPort = EvidenceRule(rawValue: "tcp.peer-port")
}

extension EvidenceRule { package static let tcp = TCPRules() }
