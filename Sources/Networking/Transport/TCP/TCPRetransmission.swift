/// What happens when a timer runs out.
extension TCPConnection {
  mutating func expire(_ timer: TCPTimer, _ turn: inout TCPEventOutcome) {
    guard let deadline = timers.deadline(timer), deadline.time <= turn.now else { return }
    _ = timers.stop(timer)
    turn.effects.append(.timerExpired(timer))
    switch timer {
    case .retransmission: retransmit(&turn)
    case .persist: probe(&turn)
    case .delayedAcknowledgment:
      acknowledging.expired()
      turn.owes(.acknowledgment)
    case .finWait2: apply(.gaveUp, &turn)
    case .timeWait: apply(.twoSegmentLifetimes, &turn)
    }
  }

  /// RFC 6298 §5.4–§5.6: the oldest goes out again, and everything after it counts as lost.
  private mutating func retransmit(_ turn: inout TCPEventOutcome) {
    guard let oldest = inFlight.first else { return }
    guard retransmission.expirations < retries else {
      apply(.gaveUp, &turn)
      return
    }
    congestion.timedOut(inFlight: send.inFlight, first: retransmission.expirations == 0)
    retransmission.expired()
    if !oldest.syn { recovery = TCPRecovery(next: oldest.end, end: send.next.value) }
    retransmitOldest(&turn)
    start(.retransmission, after: retransmission.timeout, &turn)
  }

  private var retries: Int {
    switch state {
    case .synSent: settings.openRetries
    case .synReceived: settings.acceptRetries
    default: settings.dataRetries
    }
  }

  mutating func retransmitOldest(as reason: TCPEmission = .retransmission, _ turn: inout TCPEventOutcome) {
    if !inFlight.isEmpty { resend(0, as: reason, &turn) }
  }

  /// After a timeout: what counts as lost, as acknowledgments make room for it.
  mutating func resendLost(_ turn: inout TCPEventOutcome) {
    while let lost = recovery, lost.next < lost.end {
      guard let index = inFlight.firstIndex(where: { $0.sequence >= lost.next }),
        inFlight[index].end <= lost.end
      else {
        recovery = nil
        return
      }
      let segment = inFlight[index]
      guard segment.end - send.unacknowledged.value <= congestion.octets else { return }
      recovery = TCPRecovery(next: segment.end, end: lost.end)
      resend(index, &turn)
    }
  }

  private mutating func resend(
    _ index: Int, as reason: TCPEmission = .retransmission, _ turn: inout TCPEventOutcome
  ) {
    inFlight[index].transmissions += 1
    inFlight[index].sentAt = turn.now
    transmit(inFlight[index], as: reason, &turn)
  }

  /// The window is closed (or too small for what waits): ask with the number before the oldest.
  private mutating func probe(_ turn: inout TCPEventOutcome) {
    guard inFlight.isEmpty else { return }
    guard probing.unanswered < settings.dataRetries else {
      apply(.gaveUp, &turn)
      return
    }
    sendNew(pressing: true, &turn)
    guard inFlight.isEmpty else { return }
    sendProbe(&turn)
    probing.sent()
    startPersist(&turn)
  }

  mutating func startPersist(_ turn: inout TCPEventOutcome) {
    let delay = probing.delay(retransmission.timeout, maximum: settings.maximumTimeout)
    start(.persist, after: delay, &turn)
  }
}
