/// What the application asks for (RFC 9293 §3.10.2–§3.10.5).
extension TCPConnection {
  mutating func accept(_ bytes: [UInt8], _ turn: inout TCPEventOutcome) {
    guard state != .closed, state != .listen else {
      turn.effects.append(.failed(.notConnected))
      return
    }
    guard !finishing else {
      turn.effects.append(.failed(.closed))
      return
    }
    let taken = sendBuffer.append(bytes, moment: turn.moment)
    wantsRoom = taken < bytes.count || sendBuffer.free == 0
    turn.effects.append(.accepted(taken))
  }

  mutating func deliver(_ maximum: Int, _ turn: inout TCPEventOutcome) {
    guard receiveBuffer.unread > 0 else {
      let over = peerHasClosed || state == .closed
      turn.effects.append(over ? .endOfStream : .nothingToRead)
      return
    }
    let (bytes, arrived) = receiveBuffer.take(max(0, maximum), moment: turn.moment)
    turn.effects.append(.delivered(bytes, arrived: arrived))
    guard state.mayReceive else { return }
    let owed = receive.next.value - receive.lastAcknowledged
    if timers.deadline(.delayedAcknowledgment) != nil, receiveBuffer.unread == 0,
      acknowledging.isDueAfterReading(owed: owed)
    {
      turn.owes(.acknowledgment)
    } else if receive.promise * 2 <= offerableWindow, offerableWindow > 0 {
      turn.owes(.windowUpdate)
    }
  }

  /// Both directions: what was not read is an error the other side must learn of (RFC 9293 §3.10.4; RFC 2525 §2.17).
  mutating func leave(_ turn: inout TCPEventOutcome) {
    isOrphaned = true
    if receiveBuffer.unread > 0, state.isSynchronized {
      apply(.abort, &turn)
    } else if finishing {
      if state == .finWait2 { start(.finWait2, after: settings.finWait2, &turn) }
    } else {
      apply(.close, &turn)
    }
  }
}
