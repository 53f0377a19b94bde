/// When data goes out (RFC 9293 §3.8.6.2.1, §3.7.4; RFC 5681).
extension TCPConnection {
  /// The end of every transition: everything that may be sent now, then what is still owed.
  mutating func emitDue(_ turn: inout TCPEventOutcome) {
    if state.maySend {
      resendLost(&turn)
      sendNew(&turn)
      startPersistIfStuck(&turn)
    }
    if let reason = turn.owed, state != .closed { sendAcknowledgment(reason, &turn) }
  }

  /// New octets, as far as the window, the network and Nagle allow. `pressing`: the window has been small for long;
  /// a short segment is better than none.
  mutating func sendNew(pressing: Bool = false, _ turn: inout TCPEventOutcome) {
    if inFlight.isEmpty, let last = lastDataSent, turn.now - last > retransmission.timeout {
      congestion.restarted()
    }
    while !finHasBeenSent {
      let unsent = sendBuffer.end - send.next.value
      let allowed = send.window.value - send.inFlight
      let trusted = congestion.octets - send.inFlight
      let length = max(0, min(unsent, segmentSize, allowed, trusted))
      let isLast = length == unsent
      let fin = isLast && finishing && allowed > length
      guard length > 0 || fin else { return }
      if length > 0, !pressing, !isWorthSending(length, isLast: isLast, fin: fin, trusted: trusted) { return }
      let segment = TCPInFlight(
        sequence: send.next.value, length: length, fin: fin, sentAt: turn.now, moment: turn.moment)
      if length > 0, length < segmentSize { lastShortEnd = segment.end }
      transmit(segment, as: length > 0 ? .data : .fin, &turn)
      lastDataSent = turn.now
      inFlight.append(segment)
      send.next = Traced(segment.end, turn.moment)
      if timers.deadline(.retransmission) == nil {
        start(.retransmission, after: retransmission.timeout, &turn)
      }
    }
  }

  private func isWorthSending(_ length: Int, isLast: Bool, fin: Bool, trusted: Int) -> Bool {
    if length == segmentSize || fin { return true }
    if isLast { return settings.noDelay || lastShortEnd == nil }
    return trusted > length && length * 2 >= send.largestWindow
  }

  /// Nothing is on its way that could bring an acknowledgment, and yet there is something to send.
  private mutating func startPersistIfStuck(_ turn: inout TCPEventOutcome) {
    let waiting = sendBuffer.end > send.next.value || (finishing && !finHasBeenSent)
    guard waiting, inFlight.isEmpty, timers.deadline(.persist) == nil else { return }
    startPersist(&turn)
  }
}
