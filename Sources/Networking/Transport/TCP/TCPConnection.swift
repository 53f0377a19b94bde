/// One end of a TCP connection (RFC 9293) as a value: events and the time go in, effects come out.
///
/// `handle` is the only way to change it. Each call is one transition: what it says has happened is in order, and
/// segments to emit are complete. The state table is `TCPState.transition(on:)`; what must be checked before a segment
/// may pull one of its triggers is in TCPArrival.swift, in the order of RFC 9293 §3.10.7.
package struct TCPConnection: Equatable, Sendable {
  package struct ID: Hashable, Sendable {
    package var local: Endpoint
    package var remote: Endpoint
    package init(local: Endpoint, remote: Endpoint) {
      self.local = local
      self.remote = remote
    }
  }

  package let id: ID
  package var settings: TCPSettings
  /// This side sent the first SYN.
  package let isActiveOpener: Bool
  /// The moment of its making: the application's connect, or the arrival of a SYN.
  package let opened: Int

  package internal(set) var state: TCPState
  /// The moment in which it came into that state.
  package internal(set) var entered: Int
  package internal(set) var send: TCPSendVariables
  package internal(set) var receive: TCPReceiveVariables
  package internal(set) var sendBuffer: TCPSendBuffer
  package internal(set) var receiveBuffer: TCPReceiveBuffer
  /// What is on its way, oldest first.
  package internal(set) var inFlight: [TCPInFlight] = []
  package internal(set) var options = TCPNegotiatedOptions()
  package internal(set) var timers = TCPTimers()
  package internal(set) var retransmission: RetransmissionTimer
  package internal(set) var congestion: CongestionWindow
  package internal(set) var acknowledging: DelayedAcknowledgment
  /// TS.Recent: what the next segment echoes (RFC 7323 §4.3); nil before the first.
  package internal(set) var recentTimestamp: Traced<UInt32>?

  /// CLOSE was called: FIN goes after the last octet.
  var finishing = false
  /// The application has left; nobody reads any more.
  package internal(set) var isOrphaned = false
  var probing = WindowProbing()
  /// The send buffer was full: the application is told when there is room again.
  var wantsRoom = false
  /// After a timeout everything up to `end` counts as lost; `next` is what goes out again next.
  var recovery: TCPRecovery?
  /// End of the last short segment sent, until it is acknowledged (Nagle's rule as Minshall changed it).
  var lastShortEnd: SequenceNumber?
  /// When new octets were last sent.
  var lastDataSent: Int64?
  /// When a segment that did not fit was last answered.
  var lastChallenge: Int64?
  let timestampOffset: UInt32
  /// IPv4 identification of the next segment.
  var identification: UInt16

  /// A connection in CLOSED (`opening`, then `.connect`) or, for a SYN that came to a listener, in LISTEN (then
  /// `.segment` with that SYN).
  package init(
    _ id: ID, opening: Bool, settings: TCPSettings, initialSequenceNumber: SequenceNumber,
    timestampOffset: UInt32, identification: UInt16, moment: Int
  ) {
    self.id = id
    self.settings = settings
    isActiveOpener = opening
    opened = moment
    state = opening ? .closed : .listen
    entered = moment
    send = TCPSendVariables(initial: initialSequenceNumber, moment: moment)
    receive = TCPReceiveVariables(initial: SequenceNumber(0), moment: moment)
    sendBuffer = TCPSendBuffer(capacity: settings.sendBuffer, start: initialSequenceNumber + 1)
    receiveBuffer = TCPReceiveBuffer(capacity: 0, moment: moment)
    retransmission = RetransmissionTimer(settings)
    congestion = CongestionWindow(segments: settings.initialCongestionWindow, segmentSize: 536)
    acknowledging = DelayedAcknowledgment(settings)
    self.timestampOffset = timestampOffset
    self.identification = identification
  }

  package var local: Endpoint { id.local }
  package var remote: Endpoint { id.remote }
  package var nextDeadline: TCPDeadline? { timers.next }
  /// Payload of a full segment.
  package var segmentSize: Int { options.segmentSize(settings) }
  /// Octets that can be read now.
  package var readable: Int { receiveBuffer.unread }
  /// Octets that `send` would take now.
  package var writable: Int { finishing || state == .closed ? 0 : sendBuffer.free }
  /// The other side's FIN has come, in order.
  package var peerHasClosed: Bool { receiveBuffer.finish.map { $0 < receive.next.value } ?? false }

  /// TSval: milliseconds, from this connection's offset.
  func timestampClock(at now: Int64) -> UInt32 {
    timestampOffset &+ UInt32(truncatingIfNeeded: now / 1_000_000)
  }

  /// One event, one transition. `moment` is the number of the step it happens in.
  package mutating func handle(_ event: TCPEvent, at now: Int64, moment: Int) -> [TCPEffect] {
    var turn = TCPEventOutcome(now: now, moment: moment)
    switch event {
    case .connect: apply(.activeOpen, &turn)
    case .segment(let header, let payload): arrive(TCPIncomingSegment(header, payload), &turn)
    case .send(let bytes): accept(bytes, &turn)
    case .receive(let maximum): deliver(maximum, &turn)
    case .shutdown: apply(.close, &turn)
    case .close: leave(&turn)
    case .abort: apply(.abort, &turn)
    case .unreachable: apply(.unreachable, &turn)
    case .timeout(let timer): expire(timer, &turn)
    }
    emitDue(&turn)
    return turn.effects + turn.wakes
  }

  /// Looks the trigger up in the state table and does what it says.
  mutating func apply(_ trigger: TCPTrigger, _ turn: inout TCPEventOutcome) {
    guard let transition = state.transition(on: trigger) else { return }
    let from = state
    state = transition.to
    if state != from { entered = turn.moment }
    turn.effects.append(.changed(from: from, to: state, arc: transition.arc))
    for action in transition.actions { perform(action, from: from, &turn) }
    if let end = transition.end { turn.wakes.append(.ended(end)) }
  }

  private mutating func perform(_ action: TCPAction, from: TCPState, _ turn: inout TCPEventOutcome) {
    switch action {
    case .sendSYN: sendSYN(acknowledging: false, &turn)
    case .sendSYNACK: sendSYN(acknowledging: true, &turn)
    case .sendACK: turn.owes(.acknowledgment)
    case .sendACKSoon: acknowledging.peerFinished()
    case .sendFIN: finishing = true
    case .sendRST: sendReset(&turn)
    case .startTimeWait:
      for timer in TCPTimer.allCases where timer != .timeWait { stop(timer, &turn) }
      start(.timeWait, after: settings.timeWait, &turn)
    case .deleteTCB:
      for timer in TCPTimer.allCases { stop(timer, &turn) }
      turn.owed = nil
      inFlight = []
      recovery = nil
    }
  }

  mutating func start(_ timer: TCPTimer, after delay: Int64, _ turn: inout TCPEventOutcome) {
    let time = turn.now + delay
    timers.start(timer, at: time, moment: turn.moment)
    turn.effects.append(.timerStarted(timer, until: time))
  }

  mutating func stop(_ timer: TCPTimer, _ turn: inout TCPEventOutcome) {
    if timers.stop(timer) { turn.effects.append(.timerStopped(timer)) }
  }
}

/// One transition in the making.
struct TCPEventOutcome {
  let now: Int64
  let moment: Int
  var effects: [TCPEffect] = []
  /// What the application learns, after everything else.
  var wakes: [TCPEffect] = []
  /// An acknowledgment must go out in this transition, alone or with data.
  var owed: TCPEmission?

  mutating func owes(_ reason: TCPEmission) { owed = owed ?? reason }
}

/// A stretch that counts as lost after a timeout.
package struct TCPRecovery: Equatable, Sendable {
  var next: SequenceNumber
  let end: SequenceNumber
}

/// A segment that was sent and is not acknowledged whole.
package struct TCPInFlight: Equatable, Sendable {
  package var sequence: SequenceNumber
  /// Octets of payload.
  package var length: Int
  package var syn = false
  package var fin = false
  /// When it was last sent.
  package var sentAt: Int64
  /// The transition that first sent it.
  package let moment: Int
  package var transmissions = 1

  package var end: SequenceNumber { sequence + length + (syn ? 1 : 0) + (fin ? 1 : 0) }
}
