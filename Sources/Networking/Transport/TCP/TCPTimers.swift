/// What a connection may be waiting for.
package enum TCPTimer: String, CaseIterable, Sendable {
  /// An acknowledgment does not come: send again.
  case retransmission
  /// The window is closed: ask (RFC 9293 §3.8.6.1).
  case persist
  case delayedAcknowledgment = "delayed-acknowledgment"
  /// The other side does not finish, and the application is gone.
  case finWait2 = "fin-wait-2"
  case timeWait = "time-wait"

  /// Nothing a walk waits for: a run may end before it.
  package var isMaintenance: Bool { self == .finWait2 || self == .timeWait }
}

/// When a connection wants to be called, and for what.
package struct TCPDeadline: Equatable, Sendable {
  package let timer: TCPTimer
  package let time: Int64
  /// The moment that started the timer.
  package let moment: Int
  package var isMaintenance: Bool { timer.isMaintenance }
}

/// The running timers of one connection.
package struct TCPTimers: Equatable, Sendable {
  /// In the order of starting; a handful at most.
  private var running: [TCPDeadline] = []

  package init() {}

  package func deadline(_ timer: TCPTimer) -> TCPDeadline? { running.first { $0.timer == timer } }
  package var next: TCPDeadline? {
    var next: TCPDeadline?
    for deadline in running where next == nil || deadline.time < next!.time { next = deadline }
    return next
  }
  package var isEmpty: Bool { running.isEmpty }

  /// Starts it, or starts it again.
  mutating func start(_ timer: TCPTimer, at time: Int64, moment: Int) {
    running.removeAll { $0.timer == timer }
    running.append(TCPDeadline(timer: timer, time: time, moment: moment))
  }

  /// Says whether it ran.
  mutating func stop(_ timer: TCPTimer) -> Bool {
    let before = running.count
    running.removeAll { $0.timer == timer }
    return running.count < before
  }
}
