package struct TCPOrigins: OriginSet {
  /// Hash of the four addresses and ports, and the clock (RFC 6528).
  package let initialSequenceNumber = OriginKind(rawValue: "tcp.initial-sequence-number")
  /// One after the last number that was used.
  package let nextSequence = OriginKind(rawValue: "tcp.next-sequence")
  /// The numbers of the segment that was sent in that moment.
  package let retransmitted = OriginKind(rawValue: "tcp.retransmitted")
  /// One before the oldest number without acknowledgment, so that the other side must answer.
  package let beforeUnacknowledged = OriginKind(rawValue: "tcp.before-unacknowledged")
  /// One after the last number that came in order.
  package let acknowledgesUpTo = OriginKind(rawValue: "tcp.acknowledges-up-to")
  /// What the segment of that moment acknowledges: the number its sender waits for.
  package let peerAcknowledgment = OriginKind(rawValue: "tcp.peer-acknowledgment")
  package let freeReceiveBuffer = OriginKind(rawValue: "tcp.free-receive-buffer")
  /// Milliseconds, from an offset that was chosen for this connection.
  package let clock = OriginKind(rawValue: "tcp.clock")
  /// The timestamp of the segment that came in that moment.
  package let echo = OriginKind(rawValue: "tcp.echo")
  /// Chosen from the free ones when the application connected.
  package let ephemeralPort = OriginKind(rawValue: "tcp.ephemeral-port")
  /// The application asked for it.
  package let serverPort = OriginKind(rawValue: "tcp.server-port")
  /// The source port of the segment that came in that moment.
  package let peerPort = OriginKind(rawValue: "tcp.peer-port")
}

extension OriginKind { package static let tcp = TCPOrigins() }
