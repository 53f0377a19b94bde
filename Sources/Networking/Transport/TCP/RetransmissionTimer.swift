/// How long to wait for an acknowledgment (RFC 6298), as Linux counts it: the least wait stands beside the round trip, not
/// over it, and the variation falls once a round trip, however many samples that brings (RFC 7323 appendix G).
package struct RetransmissionTimer: Equatable, Sendable {
  /// SRTT in nanoseconds; nil before the first measurement.
  package private(set) var smoothed: Int64?
  /// Four times RTTVAR in nanoseconds, never less than `minimum`: what RTO has beyond SRTT.
  package private(set) var variation: Int64 = 0
  /// RTO in nanoseconds, with what doubling has added.
  package private(set) var timeout: Int64
  /// Timeouts in a row.
  package private(set) var expirations = 0
  /// Four times the mean deviation, and its largest value of this round trip.
  private var deviation: Int64 = 0
  private var largestDeviation: Int64 = 0
  /// When this sequence number is acknowledged, the round trip is over.
  private var roundEnd: SequenceNumber?
  private let minimum: Int64
  private let maximum: Int64

  package init(_ settings: TCPSettings) {
    timeout = settings.initialTimeout
    minimum = settings.minimumTimeout
    maximum = settings.maximumTimeout
  }

  /// A round trip was measured (§2.2, §2.3), while `acknowledged` was the first number not acknowledged and `next` the
  /// next to be sent.
  package mutating func measured(
    _ roundTrip: Int64, acknowledged: SequenceNumber, next: SequenceNumber
  ) {
    let sample = min(max(roundTrip, 0), maximum)
    if let old = smoothed {
      let error = sample - old
      smoothed = old + error / 8
      let growth = abs(error) - deviation / 4
      // A round trip that became shorter says little about the next: it weighs an eighth of that.
      deviation += error < 0 && growth > 0 ? growth / 8 : growth
      largestDeviation = max(largestDeviation, deviation)
      variation = max(variation, largestDeviation)
      if let end = roundEnd, acknowledged > end {
        if largestDeviation < variation { variation -= (variation - largestDeviation) / 4 }
        roundEnd = next
        largestDeviation = minimum
      }
    } else {
      smoothed = sample
      deviation = 2 * sample
      variation = max(deviation, minimum)
      largestDeviation = variation
      roundEnd = next
    }
    timeout = min(smoothed! + variation, maximum)
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
