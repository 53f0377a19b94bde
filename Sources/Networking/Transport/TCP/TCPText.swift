/// The segment's octets and its FIN (RFC 9293 §3.10.7.4, seventh and eighth check).
extension TCPConnection {
  mutating func arriveText(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome) {
    guard segment.length > 0 else { return }
    guard state.mayReceive else {
      if segment.end > receive.next.value { turn.effects.append(.dropped(.dataAfterFIN)) }
      return
    }
    if isOrphaned, segment.sequence + segment.payload.count > receive.next.value {
      turn.effects.append(.dropped(.dataAfterClose))
      apply(.abort, &turn)
      return
    }
    let hadGap = !receiveBuffer.islands.isEmpty
    let isNext = segment.sequence <= receive.next.value
    if segment.header.fin { noteFinish(at: segment.end - 1) }
    let isNew = receiveText(segment, &turn)
    let finished = receiveFinish(&turn)
    if hadGap || !isNext || !(isNew || finished) {
      turn.owes(isNew || finished ? .acknowledgment : .duplicateAcknowledgment)
    } else if acknowledging.isDue(owed: receive.next.value - receive.lastAcknowledged) {
      turn.owes(.acknowledgment)
    } else if turn.owed == nil, timers.deadline(.delayedAcknowledgment) == nil {
      start(.delayedAcknowledgment, after: settings.acknowledgmentDelay, &turn)
    }
  }

  /// Remembers where the stream ends, unless what has come already contradicts it.
  private mutating func noteFinish(at number: SequenceNumber) {
    let reached = receiveBuffer.islands.last?.end ?? receive.next.value
    guard receiveBuffer.finish == nil, number >= reached, number <= receive.edge else { return }
    receiveBuffer.finish = number
  }

  /// Says whether the octets in order have become more.
  private mutating func receiveText(_ segment: TCPIncomingSegment, _ turn: inout TCPEventOutcome) -> Bool {
    var edge = receive.edge
    if let finish = receiveBuffer.finish, finish < edge { edge = finish }
    let (advanced, queued) = receiveBuffer.insert(
      segment.payload, at: segment.sequence, next: receive.next.value, edge: edge, moment: turn.moment)
    if queued > 0 { turn.effects.append(.queuedOutOfOrder(queued)) }
    guard advanced > 0 else { return false }
    receive.next = Traced(receive.next.value + advanced, turn.moment)
    acknowledging.received(segment.payload.count, at: turn.now)
    turn.effects.append(.received(advanced))
    turn.wakes.append(.readable(receiveBuffer.unread))
    return true
  }

  /// FIN is next: the stream is complete.
  private mutating func receiveFinish(_ turn: inout TCPEventOutcome) -> Bool {
    guard receiveBuffer.finish == receive.next.value else { return false }
    receive.next = Traced(receive.next.value + 1, turn.moment)
    apply(.receivedFIN, &turn)
    turn.wakes.append(.peerClosed)
    return true
  }
}
