/// Which segments belong here (RFC 9293 §3.10.7.4, first check; PAWS, RFC 7323 §5; challenges, RFC 5961).
extension TCPConnection {
  /// The segment, cut to what counts; nil: it was dropped, and answered where that helps the other side.
  mutating func acceptable(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome)
    -> TCPIncomingSegment?
  {
    if let known = simultaneousSYN(segment, &turn) { return known }
    if options.timestamps, !segment.header.rst, let stamp = segment.header.timestamps,
      let recent = recentTimestamp, Int32(truncatingIfNeeded: stamp.value &- recent.value) < 0
    {
      return refuse(segment, .oldTimestamp, &turn)
    }
    let next = receive.next.value
    let window = receive.window
    if window == 0 {
      if segment.sequence == next { return withoutText(segment, &turn) }
      return refuse(segment, segment.end <= next ? .duplicate : .outsideWindow, &turn)
    }
    let startsInside = segment.sequence >= next && segment.sequence < receive.edge
    let last = segment.end - 1
    let endsInside = segment.length > 0 && last >= next && last < receive.edge
    if startsInside || endsInside { return segment }
    return refuse(segment, segment.end <= next ? .duplicate : .outsideWindow, &turn)
  }

  /// A repeated SYN asks for the SYN,ACK again; the SYN,ACK of a simultaneous open counts as an ACK.
  private mutating func simultaneousSYN(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome)
    -> TCPIncomingSegment?
  {
    let header = segment.header
    guard state == .synReceived, header.syn, header.ack, !header.rst, !header.fin,
      segment.sequence == receive.initial.value, segment.acknowledgment == send.next.value
    else { return nil }
    var plain = header
    plain.syn = false
    plain.sequence = receive.next.value
    turn.owes(.acknowledgment)
    return TCPIncomingSegment(plain, [])
  }

  /// With the window closed, acknowledgment and RST still count; octets do not, and are asked for again later.
  private mutating func withoutText(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome)
    -> TCPIncomingSegment
  {
    guard !segment.payload.isEmpty else { return segment }
    turn.effects.append(.dropped(.outsideWindow))
    turn.owes(.duplicateAcknowledgment)
    var header = segment.header
    header.fin = false
    return TCPIncomingSegment(header, [])
  }

  private mutating func refuse(
    _ segment: TCPIncomingSegment, _ reason: TCPDropReason, _ turn: inout TCPEventOutcome
  ) -> TCPIncomingSegment? {
    turn.effects.append(.dropped(reason))
    if segment.header.rst { return nil }
    if state == .synReceived, segment.header.syn, segment.sequence == receive.initial.value {
      retransmitOldest(as: .repetition, &turn)
    } else if state == .timeWait, segment.header.fin, reason == .duplicate {
      apply(.receivedFIN, &turn)
    } else if segment.length > 0, !segment.header.syn {
      turn.owes(.duplicateAcknowledgment)
    } else {
      challenge(segment, &turn)
    }
    return nil
  }

  /// Says where this side is, not too often: two confused sides must not answer each other for ever.
  mutating func challenge(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome) {
    if let last = lastChallenge, turn.now - last < settings.challengeInterval { return }
    lastChallenge = turn.now
    turn.owes(.challenge)
  }

  /// TS.Recent (RFC 7323 §4.3): the timestamp of the segment that the next acknowledgment is about.
  mutating func noteTimestamp(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome) {
    guard options.timestamps, let stamp = segment.header.timestamps,
      segment.sequence <= receive.lastAcknowledged
    else { return }
    if let recent = recentTimestamp, Int32(truncatingIfNeeded: stamp.value &- recent.value) < 0 { return }
    recentTimestamp = Traced(stamp.value, turn.moment)
  }
}
