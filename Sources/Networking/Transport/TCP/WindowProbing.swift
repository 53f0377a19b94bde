/// Asking whether a closed window has opened, less and less often (RFC 9293 §3.8.6.1).
package struct WindowProbing: Equatable, Sendable {
  /// Probes since the window closed: each doubles the wait.
  package private(set) var count = 0
  /// Probes in a row that nobody answered.
  package private(set) var unanswered = 0

  mutating func sent() {
    count += 1
    unanswered += 1
  }

  mutating func answered() { unanswered = 0 }
  mutating func opened() { count = 0 }

  func delay(_ timeout: Int64, maximum: Int64) -> Int64 { min(timeout << Int64(min(count, 16)), maximum) }
}
