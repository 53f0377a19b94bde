/// What a host's administrator and its applications may choose. Times are in nanoseconds.
package struct TCPSettings: Equatable, Sendable {
  /// Announced in the SYN: the interface's MTU less 40 octets of headers without options (RFC 9293 §3.7.1).
  package var maximumSegmentSize: UInt16 = 1460
  package var offersTimestamps = true
  package var offersSelectiveAcknowledgment = true
  /// Bits by which our window is shifted, 0…14; nil: the option is not offered (RFC 7323 §2).
  package var windowScale: UInt8? = 7

  /// Octets that wait for the application at most; the first window is as many whole segments as fit.
  package var receiveBuffer = 65_536
  /// Octets kept for sending or until they are acknowledged.
  package var sendBuffer = 87_040
  /// A short segment does not wait for the acknowledgment of the one before (RFC 9293 §3.7.4, TCP_NODELAY).
  package var noDelay = false

  /// In segments (RFC 6928).
  package var initialCongestionWindow = 10

  /// Retransmission timeout before the first measurement (RFC 6298 §2.1).
  package var initialTimeout: Int64 = 1_000_000_000
  /// RFC 6298 §2.4 says one second; Linux waits at least 200 ms beyond the round trip.
  package var minimumTimeout: Int64 = 200_000_000
  package var maximumTimeout: Int64 = 120_000_000_000
  /// Repetitions of a SYN before giving up: after 1, 2, 4 … seconds.
  package var openRetries = 6
  /// Repetitions of a SYN,ACK.
  package var acceptRetries = 5
  /// Repetitions of anything else.
  package var dataRetries = 15

  /// RFC 9293 §3.8.6.3 allows half a second.
  package var acknowledgmentDelay: Int64 = 40_000_000
  /// Segments that are acknowledged at once after the connection opened, so that the sender can speed up.
  package var quickAcknowledgments = 16

  /// Twice the maximum segment lifetime (RFC 9293 §3.4.2 has four minutes, Linux one).
  package var timeWait: Int64 = 60_000_000_000
  /// How long a connection that its application has left waits for the other side's FIN.
  package var finWait2: Int64 = 60_000_000_000
  /// Answers to segments that do not fit come at most this often (RFC 5961 §7).
  package var challengeInterval: Int64 = 500_000_000

  package init() {}
}
