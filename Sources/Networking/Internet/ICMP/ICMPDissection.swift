/// The echo requests seen so far, so that a reply finds its own.
struct ICMPEchoes: DissectorState {
  struct Echo: Hashable {
    var asker: IPv4Address
    var asked: IPv4Address
    var identifier: UInt16
    var sequence: UInt16
  }
  /// Frame number and time of the last request of each kind.
  var requests = BoundedTable<Echo, (frame: Int, time: Int64)>(limit: 4096)
}

extension ICMP {
  package func dissectPayload(_ context: inout DissectionInProgress) -> Payload {
    context.noteChecksum(verifying: !context.isQuote)
    if isEcho {
      if !context.isQuote { pairWithRequest(&context) }
      skipTimestamp(&context)
      return .payload([.name("data")])
    }
    guard type.isError else { return .payload([]) }
    context.isQuote = true
    return .payload([.name("ip")])
  }

  private func pairWithRequest(_ context: inout DissectionInProgress) {
    guard let ip = context.outer(IPv4.self) else { return }
    let (frame, now) = (context.result.number, context.result.time)
    if type == .echoRequest {
      let key = ICMPEchoes.Echo(
        asker: ip.source, asked: ip.destination, identifier: identifier, sequence: sequence)
      context.state(ICMPEchoes.self) { $0.requests[key] = (frame, now) }
    } else {
      let key = ICMPEchoes.Echo(
        asker: ip.destination, asked: ip.source, identifier: identifier, sequence: sequence)
      guard let request = context.state(ICMPEchoes.self, { $0.requests[key] }) else { return }
      context.generate(Self.fields.responseTo, .number(UInt64(request.frame)))
      context.generate(Self.fields.responseTime, .nanoseconds(now - request.time))
    }
  }

  /// `ping` puts the time of sending at the head of its data; Wireshark takes eight octets for one when they are within
  /// a day of the frame's own time, seconds and microseconds, in either byte order.
  private func skipTimestamp(_ context: inout DissectionInProgress) {
    let data = Array(context.payload.prefix(8))
    guard data.count == 8 else { return }
    func word(_ at: Int) -> UInt32 { data[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    for (seconds, microseconds) in [(word(0), word(4)), (word(0).byteSwapped, word(4).byteSwapped)] {
      let distance = Int64(seconds) - context.result.time / 1_000_000_000
      guard abs(distance) < 86_400, microseconds < 1_000_000 else { continue }
      let time = Int64(seconds) * 1_000_000_000 + Int64(microseconds) * 1_000
      let first = context.position * 8
      context.generate(Self.fields.dataTime, .nanoseconds(time), from: first..<first + 64)
      context.generate(
        Self.fields.dataTimeRelative, .nanoseconds(context.result.time - time), from: first..<first + 64)
      context.position += 8
      return
    }
  }
}
