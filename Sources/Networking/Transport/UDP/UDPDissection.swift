/// The UDP conversations of a capture, numbered as they come.
struct UDPConversations: DissectorState {
  struct Conversation: Sendable {
    let index: Int
    var first: Int64
    var previous: Int64
  }
  var conversations = BoundedTable<SocketPair, Conversation>(limit: 16_384)
  var count = 0

  mutating func conversation(_ pair: SocketPair, at time: Int64) -> Conversation {
    if let known = conversations[pair] { return known }
    let new = Conversation(index: count, first: time, previous: time)
    conversations[pair] = new
    count += 1
    return new
  }
}

extension UDP {
  package func dissectPayload(_ context: inout DissectionInProgress) -> Payload {
    let f = Self.fields
    context.noteChecksum()
    var last = f.checksumStatus
    if let ip = context.outer(IPv4.self) {
      let pair = SocketPair(ip, sourcePort, destinationPort)
      let now = context.result.time
      let conversation = context.state(UDPConversations.self) { $0.conversation(pair, at: now) }
      context.generate(f.stream, .number(UInt64(conversation.index)), after: last)
      if !context.isQuote {
        context.generate(f.timeRelative, .nanoseconds(now - conversation.first), after: f.stream)
        context.generate(f.timeDelta, .nanoseconds(now - conversation.previous), after: f.timeRelative)
        context.state(UDPConversations.self) { _ = $0.conversations.update(pair) { $0.previous = now } }
        last = f.timeDelta
      } else {
        last = f.stream
      }
    }
    let payload = Array(context.payload.prefix(max(0, Int(length) - Self.headerLength)))
    if !payload.isEmpty {
      let first = context.position * 8
      context.generate(f.payload, .bytes(payload), from: first..<first + payload.count * 8)
    }
    return .payload(
      [.udpPort(min(sourcePort, destinationPort)), .udpPort(max(sourcePort, destinationPort))],
      length: Int(length) - Self.headerLength, by: f.length)
  }
}
