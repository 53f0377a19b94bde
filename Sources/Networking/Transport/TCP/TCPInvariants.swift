extension TCPConnection {
  /// What must hold between any two transitions; nil when it does. Checked after every step in tests.
  package var brokenInvariant: String? {
    (brokenSending ?? brokenReceiving).map { "\(id.local) \(state.rawValue): \($0)" }
  }

  private var brokenSending: String? {
    if send.unacknowledged.value > send.next.value { return "SND.UNA is beyond SND.NXT" }
    if sendBuffer.count > sendBuffer.capacity { return "the send buffer is too full" }
    if state == .closed {
      return timers.isEmpty && inFlight.isEmpty ? nil : "a closed connection still waits"
    }
    var reached = send.unacknowledged.value
    for segment in inFlight {
      if segment.sequence != reached { return "the segments in flight leave a gap at \(reached)" }
      reached = segment.end
    }
    if reached != send.next.value { return "the segments in flight do not end at SND.NXT" }
    if !inFlight.isEmpty, timers.deadline(.retransmission) == nil { return "in flight, but no timer" }
    return nil
  }

  private var brokenReceiving: String? {
    let roundedUp = 1 << options.receiveScale
    if receiveBuffer.unread + receiveBuffer.outOfOrder > receiveBuffer.capacity + roundedUp {
      return "the receive buffer is too full"
    }
    if receive.next.value > receive.edge + 1 { return "RCV.NXT is beyond the window" }
    var reached = receive.next.value + 1
    for island in receiveBuffer.islands {
      if island.start < reached { return "a range ahead of a gap begins before \(reached)" }
      reached = island.end
    }
    return nil
  }
}
