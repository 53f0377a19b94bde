/// What moves a connection from state to state: the upper half of RFC 9293's figure 5, in its words.
package enum TCPTrigger: String, CaseIterable, Sendable {
  case activeOpen = "active OPEN"
  case receivedSYN = "rcv SYN"
  case receivedSYNACK = "rcv SYN,ACK"
  case receivedACKOfSYN = "rcv ACK of SYN"
  case close = "CLOSE"
  case receivedFIN = "rcv FIN"
  case receivedACKOfFIN = "rcv ACK of FIN"
  case twoSegmentLifetimes = "Timeout=2MSL"
  case receivedRST = "rcv RST"
  case abort = "ABORT"
  case gaveUp = "R2 timeout"
  case unreachable = "rcv ICMP unreachable"
}

/// What a transition does: the lower half.
package enum TCPAction: String, CaseIterable, Sendable {
  case sendSYN = "snd SYN"
  case sendSYNACK = "snd SYN,ACK"
  case sendACK = "snd ACK"
  /// The application's own FIN may take it along.
  case sendACKSoon = "snd ACK soon"
  case sendFIN = "snd FIN"
  case sendRST = "snd RST"
  case startTimeWait = "start 2MSL"
  case deleteTCB = "delete TCB"

  /// As figure 5 says it; nil for what it leaves out.
  var label: String? {
    switch self {
    case .sendACKSoon: Self.sendACK.rawValue
    case .startTimeWait: nil
    default: rawValue
    }
  }
}

/// How a connection ended.
package enum TCPCloseReason: String, CaseIterable, Sendable {
  case finished
  /// RST in answer to the SYN.
  case refused
  case reset
  case timedOut = "timed-out"
  /// By this side.
  case aborted
  case unreachable
}

/// An arc of the state diagram.
package struct TCPTransition: Equatable, Sendable {
  package let trigger: TCPTrigger
  package let to: TCPState
  package let actions: [TCPAction]
  /// Set when the connection is over.
  package let end: TCPCloseReason?

  /// As the diagram labels it: `rcv SYN,ACK / snd ACK`.
  package var arc: String {
    let told = actions.compactMap(\.label)
    return trigger.rawValue + " / " + (told.isEmpty ? "x" : told.joined(separator: ", "))
  }
}

extension TCPState {
  /// The state table (RFC 9293 §3.3.2, figure 5, with the resets of §3.5.3). nil: nothing changes.
  package func transition(on trigger: TCPTrigger) -> TCPTransition? {
    func to(_ state: TCPState, _ actions: TCPAction..., end: TCPCloseReason? = nil) -> TCPTransition {
      TCPTransition(trigger: trigger, to: state, actions: actions, end: end)
    }
    switch (self, trigger) {
    case (.closed, .activeOpen): return to(.synSent, .sendSYN)
    case (.listen, .receivedSYN): return to(.synReceived, .sendSYNACK)
    case (.listen, .close): return to(.closed, .deleteTCB, end: .finished)

    case (.synSent, .receivedSYN): return to(.synReceived, .sendSYNACK)
    case (.synSent, .receivedSYNACK): return to(.established, .sendACK)
    case (.synSent, .close): return to(.closed, .deleteTCB, end: .aborted)
    case (.synSent, .abort): return to(.closed, .deleteTCB, end: .aborted)
    case (.synSent, .receivedRST): return to(.closed, .deleteTCB, end: .refused)
    case (.synSent, .unreachable): return to(.closed, .deleteTCB, end: .unreachable)

    case (.synReceived, .receivedACKOfSYN): return to(.established)
    case (.synReceived, .close): return to(.finWait1, .sendFIN)
    case (.synReceived, .unreachable): return to(.closed, .deleteTCB, end: .unreachable)

    case (.established, .close): return to(.finWait1, .sendFIN)
    case (.established, .receivedFIN): return to(.closeWait, .sendACKSoon)
    case (.closeWait, .close): return to(.lastAck, .sendFIN)
    case (.finWait1, .receivedACKOfFIN): return to(.finWait2)
    case (.finWait1, .receivedFIN): return to(.closing, .sendACK)
    case (.finWait2, .receivedFIN): return to(.timeWait, .sendACK, .startTimeWait)
    case (.closing, .receivedACKOfFIN): return to(.timeWait, .startTimeWait)
    case (.lastAck, .receivedACKOfFIN): return to(.closed, .deleteTCB, end: .finished)
    case (.timeWait, .receivedFIN): return to(.timeWait, .sendACK, .startTimeWait)
    case (.timeWait, .twoSegmentLifetimes): return to(.closed, .deleteTCB, end: .finished)
    case (.finWait2, .gaveUp): return to(.closed, .deleteTCB, end: .timedOut)

    case (.closed, _), (.listen, _), (.timeWait, .abort): return nil
    case (.closing, .receivedRST), (.lastAck, .receivedRST), (.timeWait, .receivedRST):
      return to(.closed, .deleteTCB, end: .finished)
    case (_, .receivedRST): return to(.closed, .deleteTCB, end: .reset)
    case (.closing, .abort), (.lastAck, .abort): return to(.closed, .deleteTCB, end: .aborted)
    case (_, .abort): return to(.closed, .sendRST, .deleteTCB, end: .aborted)
    case (_, .gaveUp): return to(.closed, .deleteTCB, end: .timedOut)
    default: return nil
    }
  }
}
