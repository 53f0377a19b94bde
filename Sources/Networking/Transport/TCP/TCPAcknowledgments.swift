/// What an acknowledgment does (RFC 9293 §3.10.7.4, fifth check).
extension TCPConnection {
  mutating func acknowledge(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome) {
    let number = segment.acknowledgment
    if number > send.unacknowledged.value { advance(to: number, segment, &turn) }
    guard number >= send.unacknowledged.value else { return }
    let setBefore = send.windowSequence
    if setBefore < segment.sequence
      || (setBefore == segment.sequence && send.windowAcknowledgment <= number)
    {
      setWindow(segment, &turn)
    }
    probing.answered()
    if send.window.value > 0 {
      probing.opened()
      stop(.persist, &turn)
    }
  }

  /// SND.WND, SND.WL1, SND.WL2. The window in a SYN is never scaled (RFC 7323 §2.2).
  mutating func setWindow(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome) {
    let shift = segment.header.syn ? 0 : options.sendScale
    let octets = Int(segment.header.window) << shift
    if octets != send.window.value { send.window = Traced(octets, turn.moment) }
    send.windowSequence = segment.sequence
    send.windowAcknowledgment = segment.acknowledgment
    send.largestWindow = max(send.largestWindow, octets)
  }

  private mutating func advance(
    to number: SequenceNumber, _ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome
  ) {
    let before = send.inFlight
    let finished = finHasBeenSent && number == send.next.value
    send.unacknowledged = Traced(number, turn.moment)
    let octets = sendBuffer.release(upTo: number)
    measure(segment, takingOff: number, &turn)
    congestion.acknowledged(octets, inFlight: before)
    if let end = lastShortEnd, end <= number { lastShortEnd = nil }
    if let lost = recovery {
      let next = lost.next < number ? number : lost.next
      recovery = next < lost.end ? TCPRecovery(next: next, end: lost.end) : nil
    }
    if octets > 0 { turn.effects.append(.acknowledged(octets)) }
    if inFlight.isEmpty {
      stop(.retransmission, &turn)
    } else {
      start(.retransmission, after: retransmission.timeout, &turn)
    }
    if finished { takeFINAcknowledged(&turn) }
    if wantsRoom, sendBuffer.free * 3 >= sendBuffer.capacity, !finishing {
      wantsRoom = false
      turn.wakes.append(.writable(sendBuffer.free))
    }
  }

  private mutating func takeFINAcknowledged(_ turn: inout TCPEventOutcome) {
    apply(.receivedACKOfFIN, &turn)
    if state == .finWait2, isOrphaned { start(.finWait2, after: settings.finWait2, &turn) }
  }

  /// Takes acknowledged segments off the list and measures the round trip: from the oldest, unless it was sent twice
  /// and one cannot tell which one was answered (Karn; RFC 6298 §3) – then the echoed timestamp tells.
  private mutating func measure(
    _ segment: TCPIncomingSegment, takingOff number: SequenceNumber, _ turn: inout TCPEventOutcome
  ) {
    var oldest: TCPInFlight?
    var ambiguous = false
    var whole = 0
    while whole < inFlight.count, inFlight[whole].end <= number {
      oldest = oldest ?? inFlight[whole]
      ambiguous = ambiguous || inFlight[whole].transmissions > 1
      whole += 1
    }
    inFlight.removeFirst(whole)
    if let first = inFlight.first, first.sequence < number {
      inFlight[0].length -= min(first.length, number - first.sequence)
      inFlight[0].sequence = number
    }
    if let oldest, !ambiguous {
      measured(turn.now - oldest.sentAt)
    } else if options.timestamps, let stamp = segment.header.timestamps, stamp.echo != 0 {
      let ticks = Int32(truncatingIfNeeded: timestampClock(at: turn.now) &- stamp.echo)
      if ticks >= 0 { measured(Int64(ticks) * 1_000_000) }
    }
    if state.isSynchronized { retransmission.succeeded() }
  }

  private mutating func measured(_ roundTrip: Int64) {
    retransmission.measured(
      roundTrip, acknowledged: send.unacknowledged.value, next: send.next.value)
  }

  /// SND.NXT stands after our FIN.
  var finHasBeenSent: Bool { finishing && send.next.value > sendBuffer.end }
}
