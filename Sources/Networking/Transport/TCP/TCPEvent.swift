/// What a connection is told.
package enum TCPEvent: Equatable, Sendable {
  /// The application wants this connection: active OPEN.
  case connect
  /// A segment came in whole, its checksum was right and its addresses and ports are this connection's.
  case segment(TCP, payload: [UInt8])
  /// The application hands over octets; as many as fit are taken.
  case send([UInt8])
  /// The application takes at most so many octets.
  case receive(Int)
  /// Nothing more will be sent; what comes is still read: a half-close.
  case shutdown
  /// The application is done with both directions.
  case close
  case abort
  /// An ICMP error quoted a segment of this connection.
  case unreachable
  /// A deadline has come; ignored if it has not.
  case timeout(TCPTimer)
}

/// What a connection says has happened, in this order.
package enum TCPEffect: Equatable, Sendable {
  case changed(from: TCPState, to: TCPState, arc: String)
  /// Not taken any further. What it acknowledged may have been used before.
  case dropped(TCPDropReason)
  /// Octets that the other side has confirmed, without SYN and FIN.
  case acknowledged(Int)
  /// In order: so many octets; the application can read them.
  case received(Int)
  /// Ahead of a gap: so many octets are kept.
  case queuedOutOfOrder(Int)
  case timerStarted(TCPTimer, until: Int64)
  case timerStopped(TCPTimer)
  case timerExpired(TCPTimer)
  case emit(TCPOutgoingSegment)

  /// `send` took so many octets.
  case accepted(Int)
  /// `receive` gives these, with the moments in which they arrived.
  case delivered([UInt8], arrived: [Int])
  /// `receive` gives nothing, and never will.
  case endOfStream
  /// `receive` has nothing yet.
  case nothingToRead
  case failed(TCPCallFailure)

  /// Wakes the application: the handshake is done.
  case connected
  /// Wakes the application: so many octets can be read.
  case readable(Int)
  /// Wakes the application: so many octets can be sent, after a `send` that filled the buffer.
  case writable(Int)
  /// Wakes the application: the other side has sent its last octet.
  case peerClosed
  /// The connection is over and can be forgotten.
  case ended(TCPCloseReason)
}

/// Why a call cannot be served.
package enum TCPCallFailure: String, CaseIterable, Sendable {
  /// There is no connection (ENOTCONN).
  case notConnected = "not-connected"
  /// This side has closed (EPIPE).
  case closed
}

/// Why a segment, or a part of one, was not used.
package enum TCPDropReason: String, CaseIterable, Sendable {
  /// All of it was received before.
  case duplicate = "tcp.duplicate"
  case outsideWindow = "tcp.outside-window"
  /// Its timestamp is older than one seen before (PAWS, RFC 7323 §5).
  case oldTimestamp = "tcp.old-timestamp"
  case acknowledgesUnsent = "tcp.acknowledges-unsent"
  case oldAcknowledgment = "tcp.old-acknowledgment"
  case noAcknowledgment = "tcp.no-acknowledgment"
  /// SYN on a connection that is open already (RFC 5961 §4).
  case unexpectedSYN = "tcp.unexpected-syn"
  case noSYN = "tcp.no-syn"
  /// RST inside the window, but not exactly the next number (RFC 5961 §3).
  case inexactReset = "tcp.inexact-reset"
  case dataAfterFIN = "tcp.data-after-fin"
  /// The application has closed; nobody will read it.
  case dataAfterClose = "tcp.data-after-close"
  case noConnection = "tcp.no-connection"
  /// Too many connections wait to be accepted.
  case backlogFull = "tcp.backlog-full"
}
