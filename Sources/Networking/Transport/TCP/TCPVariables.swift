/// Send sequence variables (RFC 9293 §3.3.1).
///
///               1         2          3          4
///          ----------|----------|----------|----------
///                 SND.UNA    SND.NXT    SND.UNA
///                                      +SND.WND
///
///     1 acknowledged   2 sent, not acknowledged   3 may be sent now   4 not yet allowed
package struct TCPSendVariables: Equatable, Sendable {
  /// ISS.
  package var initial: Traced<SequenceNumber>
  /// SND.UNA.
  package var unacknowledged: Traced<SequenceNumber>
  /// SND.NXT.
  package var next: Traced<SequenceNumber>
  /// SND.WND in octets, after scaling.
  package var window = Traced(0, 0)
  /// SND.WL1: sequence number of the segment that last set the window.
  package var windowSequence = SequenceNumber(0)
  /// SND.WL2: its acknowledgment number.
  package var windowAcknowledgment = SequenceNumber(0)
  /// MAX.SND.WND: the largest window seen.
  package var largestWindow = 0

  init(initial number: SequenceNumber, moment: Int) {
    initial = Traced(number, moment)
    unacknowledged = initial
    next = initial
  }

  /// Octets, SYN and FIN that are on their way.
  package var inFlight: Int { max(0, next.value - unacknowledged.value) }
}

/// Receive sequence variables (RFC 9293 §3.3.1).
///
///                 1          2          3
///             ----------|----------|----------
///                    RCV.NXT    RCV.NXT
///                              +RCV.WND
///
///     1 received and acknowledged   2 may come now   3 not yet allowed
package struct TCPReceiveVariables: Equatable, Sendable {
  /// IRS.
  package var initial: Traced<SequenceNumber>
  /// RCV.NXT.
  package var next: Traced<SequenceNumber>
  /// What the buffer has room for, of that what was announced; it never moves back (RFC 9293 §3.8.6).
  package var promised: SequenceNumber
  /// RCV.NXT + RCV.WND, the furthest that was announced: `promised`, rounded up by the window's scale.
  package var edge: SequenceNumber
  /// The acknowledgment number last sent (Last.ACK.sent, RFC 7323 §4.3).
  package var lastAcknowledged: SequenceNumber

  init(initial number: SequenceNumber, moment: Int) {
    initial = Traced(number, moment)
    next = Traced(number + 1, moment)
    promised = number + 1
    edge = number + 1
    lastAcknowledged = number + 1
  }

  /// RCV.WND in octets: what is accepted.
  package var window: Int { max(0, edge - next.value) }
  /// Octets promised and not yet used.
  package var promise: Int { max(0, promised - next.value) }
}
