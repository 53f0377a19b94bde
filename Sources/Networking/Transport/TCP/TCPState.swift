/// RFC 9293 §3.3.2.
package enum TCPState: String, CaseIterable, Sendable {
  case closed = "CLOSED"
  case listen = "LISTEN"
  case synSent = "SYN-SENT"
  case synReceived = "SYN-RECEIVED"
  case established = "ESTABLISHED"
  case finWait1 = "FIN-WAIT-1"
  case finWait2 = "FIN-WAIT-2"
  case closeWait = "CLOSE-WAIT"
  case closing = "CLOSING"
  case lastAck = "LAST-ACK"
  case timeWait = "TIME-WAIT"

  /// Both sides know each other's initial sequence number.
  package var isSynchronized: Bool {
    switch self {
    case .closed, .listen, .synSent, .synReceived: false
    default: true
    }
  }

  /// Data or FIN may go out, new or left from before the close.
  package var maySend: Bool {
    switch self {
    case .established, .closeWait, .finWait1, .closing, .lastAck: true
    default: false
    }
  }

  /// The other side's FIN has not come yet.
  package var mayReceive: Bool { self == .established || self == .finWait1 || self == .finWait2 }
}
