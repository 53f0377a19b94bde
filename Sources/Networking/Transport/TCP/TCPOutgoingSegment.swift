/// A segment that is ready to be sealed and handed to the internet layer.
package struct TCPOutgoingSegment: Equatable, Sendable {
  /// Data offset and checksum are left to `TCP.sealed(source:destination:payload:)`.
  package var header: TCP
  package var payload: [UInt8] = []
  package var reason: TCPEmission
  /// For the IPv4 header: one more than in the connection's segment before, 0 in a SYN,ACK.
  package var identification: UInt16
  package var evidence: [FieldOrigin] = []
  /// The moments in which the application handed over the payload, oldest first.
  package var dataMoments: [Int] = []

  /// Sequence numbers it uses up (SEG.LEN): octets, and one each for SYN and FIN.
  package var length: Int { payload.count + (header.syn ? 1 : 0) + (header.fin ? 1 : 0) }
}

/// Why a segment is sent.
package enum TCPEmission: String, CaseIterable, Sendable {
  case syn
  case synAck = "syn-ack"
  case acknowledgment
  /// The same number again: something came that was not next.
  case duplicateAcknowledgment = "duplicate-acknowledgment"
  /// For a segment that does not fit (RFC 5961).
  case challenge
  case windowUpdate = "window-update"
  case data
  case fin
  case retransmission
  /// A SYN, ACK once more, as the SYN that it answers has come once more.
  case repetition
  /// Asks whether a closed window has opened.
  case windowProbe = "window-probe"
  case reset
}
