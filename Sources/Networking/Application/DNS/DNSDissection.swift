/// The queries seen so far, so that a response finds its own.
struct DNSTransactions: DissectorState {
  struct Query: Hashable {
    var client: IPv4Address
    var server: IPv4Address
    var port: UInt16
    var identifier: UInt16
  }
  /// Frame number and time of the last query of each kind.
  var queries = BoundedTable<Query, (frame: Int, time: Int64)>(limit: 4096)
}

extension DNSMessage {
  package func dissectPayload(_ context: inout DissectionInProgress) -> Payload {
    guard !context.isQuote, let ip = context.outer(IPv4.self), let ports = ports(context) else {
      return .nothing
    }
    if isResponse {
      let key = DNSTransactions.Query(
        client: ip.destination, server: ip.source, port: ports.destination, identifier: identifier)
      let found = context.state(DNSTransactions.self) { state in
        defer { state.queries[key] = nil }
        return state.queries[key]
      }
      guard let query = found else { return .nothing }
      let place = context.bits(of: Self.fields.identifier)
      context.generate(Self.fields.responseTo, .number(UInt64(query.frame)), from: place)
      context.generate(Self.fields.time, .nanoseconds(context.result.time - query.time))
    } else {
      let key = DNSTransactions.Query(
        client: ip.source, server: ip.destination, port: ports.source, identifier: identifier)
      let (frame, now) = (context.result.number, context.result.time)
      context.state(DNSTransactions.self) { $0.queries[key] = (frame, now) }
    }
    return .nothing
  }

  private func ports(_ context: DissectionInProgress) -> (source: UInt16, destination: UInt16)? {
    if let tcp = context.outer(TCP.self) { return (tcp.sourcePort, tcp.destinationPort) }
    return context.outer(UDP.self).map { ($0.sourcePort, $0.destinationPort) }
  }
}

/// Over TCP each message comes after its length (RFC 1035 §4.2.2).
extension DNSMessage: StreamHeader {
  package static func extent(
    of stream: ArraySlice<UInt8>, inside: Bool, _ context: inout DissectionInProgress
  ) -> MessageExtent {
    let length = stream.prefix(2).reduce(0) { $0 << 8 | Int($1) }
    return stream.count < 2 ? .unknown : .bytes(2 + length)
  }

  /// Octets of the header, of a question at least and of a record at least (RFC 1035 §4.1).
  private static let (headerLength, shortestQuestion, shortestRecord) = (12, 5, 11)

  /// The length alone, or one with a header behind it whose counts fit.
  package static func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).prefix(7)
      .map { Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]) }
    guard let length = words.first, length >= headerLength else { return false }
    if bytes.count == 2 { return true }
    guard words.count == 7 else { return false }
    let (flags, questions) = (words[2], words[3])
    let records = words[4...].reduce(0, +)
    // Opcodes end at 6, and the bit between RA and AD is 0.
    return flags >> 11 & 0xf <= 6 && flags >> 6 & 1 == 0 && questions <= 1
      && headerLength + questions * shortestQuestion + records * shortestRecord <= length
  }
}
