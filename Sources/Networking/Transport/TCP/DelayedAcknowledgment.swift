/// When to acknowledge (RFC 9293 §3.8.6.3): data that comes early in a connection at once, then every second full
/// segment; anything else after a delay, in the hope that an answer takes the acknowledgment along.
package struct DelayedAcknowledgment: Equatable, Sendable {
  /// Segments that may still be acknowledged at once.
  private var quick: Int
  /// Each side answers the other: acknowledgments can ride on data.
  package private(set) var isInteractive = false
  /// Largest payload seen: what counts as a full segment.
  private var largestSegment = 536
  private var lastArrival: Int64?
  /// Short segments that wait for their acknowledgment.
  private var waitingShort = 0
  private let delay: Int64

  package init(_ settings: TCPSettings) {
    quick = settings.quickAcknowledgments
    delay = settings.acknowledgmentDelay
  }

  /// Octets came in order.
  mutating func received(_ count: Int, at now: Int64) {
    if count < largestSegment { waitingShort += 1 }
    largestSegment = max(largestSegment, count)
    lastArrival = now
  }

  /// FIN came: the application will probably answer with its own.
  mutating func peerFinished() { isInteractive = true }

  /// Whether to acknowledge `owed` numbers at once.
  func isDue(owed: Int) -> Bool { owed > largestSegment || (quick > 0 && !isInteractive) }

  /// The application read everything. Says whether a waiting acknowledgment goes out now: the reader will not answer.
  func isDueAfterReading(owed: Int) -> Bool {
    owed > largestSegment || waitingShort > 1 || (waitingShort > 0 && !isInteractive)
  }

  mutating func sentData(at now: Int64) {
    if let lastArrival, now - lastArrival < delay { isInteractive = true }
  }

  mutating func sentAcknowledgment() {
    if quick > 0 { quick -= 1 }
    waitingShort = 0
  }

  /// The delay ran out without an answer.
  mutating func expired() { isInteractive = false }
}
