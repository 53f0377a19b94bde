extension TCPConnection {
  /// The RST for a segment that came to no connection (RFC 9293 §3.10.7.1), without options and with window 0; nil
  /// for a RST, which is never answered.
  package static func refusal(of header: TCP, payloadLength: Int) -> TCP? {
    guard !header.rst else { return nil }
    var answer = TCP()
    answer.sourcePort = header.destinationPort
    answer.destinationPort = header.sourcePort
    answer.rst = true
    if header.ack {
      answer.sequence = header.acknowledgment
    } else {
      answer.ack = true
      let length = payloadLength + (header.syn ? 1 : 0) + (header.fin ? 1 : 0)
      answer.acknowledgment = header.sequence + length
    }
    return answer
  }
}
