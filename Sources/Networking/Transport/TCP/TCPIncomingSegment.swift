/// A segment that has come in.
struct TCPIncomingSegment {
  let header: TCP
  let payload: [UInt8]

  init(_ header: TCP, _ payload: [UInt8]) {
    self.header = header
    self.payload = payload
  }

  var sequence: SequenceNumber { header.sequence }
  var acknowledgment: SequenceNumber { header.acknowledgment }
  /// SEG.LEN: octets, and one each for SYN and FIN.
  var length: Int { payload.count + (header.syn ? 1 : 0) + (header.fin ? 1 : 0) }
  var end: SequenceNumber { sequence + length }
}

/// SEGMENT ARRIVES (RFC 9293 §3.10.7), in its order of checks.
extension TCPConnection {
  mutating func arrive(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome) {
    switch state {
    case .closed: turn.effects.append(.dropped(.noConnection))
    case .listen: arriveListening(segment, &turn)
    case .synSent: arriveOpening(segment, &turn)
    default: arriveSynchronized(segment, &turn)
    }
  }

  /// §3.10.7.2: the listener has made this connection for this SYN.
  private mutating func arriveListening(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome) {
    guard segment.header.syn, !segment.header.ack, !segment.header.rst else {
      turn.effects.append(.dropped(.noSYN))
      return
    }
    learnPeer(segment, &turn)
    apply(.receivedSYN, &turn)
  }

  /// §3.10.7.3: SYN-SENT.
  private mutating func arriveOpening(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome) {
    let header = segment.header
    if header.ack, segment.acknowledgment <= send.initial.value || segment.acknowledgment > send.next.value {
      turn.effects.append(.dropped(.acknowledgesUnsent))
      if !header.rst { sendReset(at: segment.acknowledgment, &turn) }
      return
    }
    if header.rst {
      if header.ack { apply(.receivedRST, &turn) } else { turn.effects.append(.dropped(.inexactReset)) }
      return
    }
    guard header.syn else {
      turn.effects.append(.dropped(.noSYN))
      return
    }
    learnPeer(segment, &turn)
    if header.ack {
      acknowledge(segment, &turn)
      establish(segment, by: .receivedSYNACK, &turn)
    } else {
      apply(.receivedSYN, &turn)
    }
  }

  /// §3.10.7.4: every other state.
  private mutating func arriveSynchronized(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome) {
    guard let segment = acceptable(segment, &turn) else { return }
    let header = segment.header
    if header.rst {
      arriveReset(segment, &turn)
      return
    }
    if header.syn {
      turn.effects.append(.dropped(.unexpectedSYN))
      challenge(segment, &turn)
      return
    }
    guard header.ack else {
      turn.effects.append(.dropped(.noAcknowledgment))
      return
    }
    noteTimestamp(segment, &turn)
    guard arriveAcknowledgment(segment, &turn), state != .closed else { return }
    arriveText(segment, &turn)
  }

  /// Step 2, with RFC 5961 §3: only the very next number resets.
  private mutating func arriveReset(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome) {
    if segment.sequence == receive.next.value {
      apply(.receivedRST, &turn)
    } else {
      turn.effects.append(.dropped(.inexactReset))
      challenge(segment, &turn)
    }
  }

  /// Step 5. Says whether the segment may go on.
  private mutating func arriveAcknowledgment(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome)
    -> Bool
  {
    let number = segment.acknowledgment
    if state == .synReceived {
      guard number > send.unacknowledged.value, number <= send.next.value else {
        turn.effects.append(.dropped(.acknowledgesUnsent))
        sendReset(at: number, &turn)
        return false
      }
      acknowledge(segment, &turn)
      establish(segment, by: .receivedACKOfSYN, &turn)
      return true
    }
    if number > send.next.value {
      turn.effects.append(.dropped(.acknowledgesUnsent))
      challenge(segment, &turn)
      return false
    }
    if number < send.unacknowledged.value - max(send.largestWindow, 1) {
      turn.effects.append(.dropped(.oldAcknowledgment))
      challenge(segment, &turn)
      return false
    }
    acknowledge(segment, &turn)
    return true
  }

  /// Learns the other side's first number, options and timestamp from its SYN, and sets up the receive buffer.
  private mutating func learnPeer(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome) {
    options = TCPNegotiatedOptions(offered: segment.header.options, settings)
    receive = TCPReceiveVariables(initial: segment.sequence, moment: turn.moment)
    receiveBuffer = TCPReceiveBuffer(capacity: initialWindow, moment: turn.moment)
    receive.promised = receive.next.value + initialWindow
    receive.edge = receive.promised
    congestion = CongestionWindow(segments: settings.initialCongestionWindow, segmentSize: segmentSize)
    if options.timestamps, let stamp = segment.header.timestamps {
      recentTimestamp = Traced(stamp.value, turn.moment)
    }
    setWindow(segment, &turn)
  }

  private mutating func establish(
    _ segment: TCPIncomingSegment, by trigger: TCPTrigger, _ turn: inout TCPEventOutcome
  ) {
    apply(trigger, &turn)
    setWindow(segment, &turn)
    if retransmission.expirations > 0 {
      congestion = CongestionWindow(segments: 1, segmentSize: segmentSize)
    }
    retransmission.beginData()
    turn.wakes.append(.connected)
  }
}
