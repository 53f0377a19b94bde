/// How long to wait for an acknowledgment (RFC 6298).
package struct RetransmissionTimer: Equatable, Sendable {
  /// SRTT in nanoseconds; nil before the first measurement.
  package private(set) var smoothed: Int64?
  /// RTTVAR in nanoseconds.
  package private(set) var variation: Int64 = 0
  /// RTO in nanoseconds, with what doubling has added.
  package private(set) var timeout: Int64
  /// Timeouts in a row.
  package private(set) var expirations = 0
  private let minimum: Int64
  private let maximum: Int64
  /// G: the granularity of the clock.
  private static let granularity: Int64 = 1_000_000

  package init(_ settings: TCPSettings) {
    timeout = settings.initialTimeout
    minimum = settings.minimumTimeout
    maximum = settings.maximumTimeout
  }

  /// A round trip was measured (§2.2, §2.3).
  package mutating func measured(_ roundTrip: Int64) {
    let sample = min(max(roundTrip, 0), maximum)
    if let old = smoothed {
      variation = (3 * variation + abs(old - sample)) / 4
      smoothed = (7 * old + sample) / 8
    } else {
      smoothed = sample
      variation = sample / 2
    }
    timeout = min(max(smoothed! + max(Self.granularity, 4 * variation), minimum), maximum)
  }

  /// The timer ran out: back off (§5.5).
  package mutating func expired() {
    expirations += 1
    timeout = min(timeout * 2, maximum)
  }

  /// Something new was acknowledged.
  package mutating func succeeded() { expirations = 0 }

  /// The SYN had to be repeated and nothing was measured: be careful with data (§5.7).
  package mutating func beginData() {
    if smoothed == nil, expirations > 0 { timeout = min(3_000_000_000, maximum) }
    expirations = 0
  }
}
