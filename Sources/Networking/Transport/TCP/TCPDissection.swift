extension TCP {
  package func dissectPayload(_ context: inout DissectionInProgress) -> Payload {
    let f = Self.fields
    context.generate(f.flagText, .text(flagText), from: context.bits(of: f.flags), after: f.fin)
    guard let ip = context.outer(IPv4.self) else {
      noteAboveIP(&context)
      return .payload([])
    }
    let pair = SocketPair(ip, sourcePort, destinationPort)
    let length = payloadLength(in: ip, context)
    context.noteChecksum()
    let (now, isQuote) = (context.result.time, context.isQuote)
    let index = context.state(TCPStreams.self) { $0.index(of: pair, self, at: now, isQuote: isQuote) }
    guard var stream = context.state(TCPStreams.self, { $0.streams[index] }) else { return .payload([]) }
    context.generate(f.stream, .number(UInt64(index)), after: f.destinationPort)
    let own = pair.isUpward ? 0 : 1
    if context.isQuote {
      context.generate(
        f.relativeAcknowledgment, .number(UInt64(acknowledgment.value)),
        from: context.bits(of: f.acknowledgment), after: f.stream)
      return notePayload(&context)
    }
    let (said, header) = (Int(dataOffset) * 4, context.layer.bytes.count)
    // A header that is said to go on after the end of what is there has no length of data: as in Wireshark it teaches
    // nothing about the stream. One said to be too short does, by the length that it leaves.
    let isTooLong = said > header
    if !isTooLong { learn(&stream, own) }
    context.generate(f.completeness, .number(UInt64(stream.completeness.rawValue)), after: f.stream)
    if isTooLong {
      noteRawNumbers(&context)
    } else {
      noteNumbers(stream, own, length, after: f.completeness, &context)
    }
    noteWindow(stream.sides[own], &context)
    context.generate(f.timeRelative, .nanoseconds(now - stream.first))
    context.generate(f.timeDelta, .nanoseconds(now - stream.previous))
    // Which of the bytes are data nobody knows.
    guard said == header else {
      (stream.previous, stream.isNew) = (now, false)
      context.state(TCPStreams.self) { $0.streams[index] = stream }
      return .payload([])
    }
    let remarks = analyse(&stream, own, length, &context)
    // As in Wireshark, a connection that was there before the capture is judged from its second segment on.
    if !stream.isNew || (syn && !ack) { stream.completeness.insert(.init(self, payloadLength: length)) }
    stream.isNew = false
    stream.previous = now
    stream.isReusing = false
    context.tcpStream = index
    if rst, length > 0 { return noteResetCause(stream, index, &context) }
    var inside = notePayload(&context)
    if context.payload.count < length {
      inside = .payload([
        .tcpPort(min(sourcePort, destinationPort)), .tcpPort(max(sourcePort, destinationPort)),
      ])
    } else if let descriptor = streamProtocol, !isKnownBad(context) {
      // One owner: else every segment would copy the list of those before it.
      context.state(TCPStreams.self) { table in
        _ = table.streams.update(index) { $0.sides[own].reader = TCPStreamReader() }
      }
      readStream(
        &stream.sides[own].reader, as: descriptor, length,
        acknowledged: stream.sides[1 - own].analysis.acknowledged, &context)
      inside = .nothing
      // The bytes are taken, though their messages may lie elsewhere: they are nobody's trailer.
      context.position = context.end
    } else if remarks.isRepeat, !context.payload.isEmpty {
      // They are read where they came first.
      if !remarks.contains(Self.fields.spuriousRetransmission), !remarks.isOutOfOrder {
        noteSegmentData(context.position..<context.end, &context)
      }
      inside = .nothing
      context.position = context.end
    }
    context.state(TCPStreams.self) { $0.streams[index] = stream }
    return inside
  }

  /// Inside a host a segment is there without its packet: what follows from the segment itself, and from what went over the
  /// host's cable before, by the ports.
  private func noteAboveIP(_ context: inout DissectionInProgress) {
    guard Int(dataOffset) * 4 == context.layer.bytes.count else { return }
    let (length, ports) = (context.payload.count, Self.fields.destinationPort)
    let known = context.state(TCPStreams.self) { $0.stream(from: sourcePort, to: destinationPort) }
    var (stream, own) = known ?? (TCPStream(first: 0, previous: 0), 0)
    // A SYN begins to count, whatever went over the same ports before.
    if syn, !ack { stream = TCPStream(first: 0, previous: 0) }
    guard syn || known != nil else {
      context.generate(Self.fields.length, .number(UInt64(length)), after: ports)
      return
    }
    learn(&stream, own)
    noteNumbers(stream, own, length, after: ports, &context)
    noteWindow(stream.sides[own], &context)
  }

  /// Wireshark counts from the initial number where a SYN was seen, else from one before the first number.
  private func learn(_ stream: inout TCPStream, _ own: Int) {
    if stream.sides[own].base == nil || (syn && ack) {
      if let base = stream.sides[own].base, base != sequence { stream.isReusing = true }
      stream.sides[own].base = syn ? sequence : sequence - 1
    }
    if ack, stream.sides[1 - own].base == nil { stream.sides[1 - own].base = acknowledgment - 1 }
    guard syn else { return }
    stream.sides[own].reader.begin(at: sequence + 1)
    let shift = options.compactMap {
      if case .windowScale(let shift) = $0 { Int(min(shift, 14)) } else { nil }
    }
    // Scaling is used only when both offer it (RFC 7323 §2.2).
    if let shift = shift.first, !ack || stream.sides[1 - own].windowShift != -2 {
      stream.sides[own].windowShift = shift
    } else {
      stream.sides[own].windowShift = -2
      stream.sides[1 - own].windowShift = -2
    }
  }

  /// Octets of data as the IP header has it, though a capture may have kept less.
  private func payloadLength(in ip: IPv4, _ context: DissectionInProgress) -> Int {
    guard context.isCut || context.isQuote else {
      return context.payload.count + context.layer.bytes.count - Int(dataOffset) * 4
    }
    return max(0, Int(ip.totalLength) - Int(ip.headerWords) * 4 - Int(dataOffset) * 4)
  }

  private func noteNumbers(
    _ stream: TCPStream, _ own: Int, _ length: Int, after sibling: Field,
    _ context: inout DissectionInProgress
  ) {
    let f = Self.fields
    let relative = stream.sides[own].relative(sequence)
    let place = context.bits(of: f.sequence)
    context.generate(f.length, .number(UInt64(length)), after: sibling)
    context.generate(f.relativeSequence, .number(relative), from: place, after: f.length)
    let next = UInt64(
      UInt32(truncatingIfNeeded: relative) &+ UInt32(truncatingIfNeeded: sequenceLength(length)))
    // Not where it is unknown which bytes are data.
    let isHonest = Int(dataOffset) * 4 == context.layer.bytes.count
    if isHonest { context.generate(f.nextSequence, .number(next), from: place, after: f.sequence) }
    let acknowledged = ack ? stream.sides[1 - own].relative(acknowledgment) : UInt64(acknowledgment.value)
    context.generate(
      f.relativeAcknowledgment, .number(acknowledged), from: context.bits(of: f.acknowledgment),
      after: isHonest ? f.nextSequence : f.sequence)
    for edge in [f.leftEdge, f.rightEdge] {
      context.rewrite(edge) { value in
        guard case .number(let raw) = value else { return value }
        return .number(stream.sides[1 - own].relative(SequenceNumber(UInt32(truncatingIfNeeded: raw))))
      }
    }
  }

  private func noteRawNumbers(_ context: inout DissectionInProgress) {
    let f = Self.fields
    context.generate(
      f.relativeSequence, .number(UInt64(sequence.value)), from: context.bits(of: f.sequence),
      after: f.completeness)
    context.generate(
      f.relativeAcknowledgment, .number(UInt64(acknowledgment.value)),
      from: context.bits(of: f.acknowledgment), after: f.sequence)
  }

  /// Sequence numbers that the segment takes: a SYN or FIN counts as one.
  func sequenceLength(_ payloadLength: Int) -> Int { payloadLength + (syn || fin ? 1 : 0) }

  private func noteWindow(_ side: TCPSide, _ context: inout DissectionInProgress) {
    let f = Self.fields
    let place = context.bits(of: f.window)
    let shift = side.windowShift
    let scaled = syn || shift < 0 ? UInt64(window) : UInt64(window) << UInt64(shift)
    context.generate(f.scaledWindow, .number(scaled), from: place, after: f.window)
    guard !syn else { return }
    context.generate(
      f.windowFactor, .signed(shift < 0 ? Int64(shift) : 1 << Int64(shift)), from: place,
      after: f.scaledWindow)
  }

  /// A receiver throws such a segment away: its bytes are no part of the stream.
  private func isKnownBad(_ context: DissectionInProgress) -> Bool {
    context.value(of: Self.fields.checksumStatus) == .number(ChecksumStatus.bad.rawValue)
  }

  /// RFC 1122 §4.2.2.12 lets a reset carry a text that says why.
  private func noteResetCause(
    _ stream: TCPStream, _ index: Int, _ context: inout DissectionInProgress
  ) -> Payload {
    let first = context.position * 8
    context.generate(
      Self.fields.resetCause, .text(asciiText(context.payload)),
      from: first..<first + context.payload.count * 8)
    context.state(TCPStreams.self) { $0.streams[index] = stream }
    context.position = context.end
    return .nothing
  }

  private func notePayload(_ context: inout DissectionInProgress) -> Payload {
    let payload = Array(context.payload)
    guard !payload.isEmpty else { return .nothing }
    let first = context.position * 8
    context.generate(Self.fields.payload, .bytes(payload), from: first..<first + payload.count * 8)
    return .payload([])
  }

  /// `·······A··S·`: a letter for each flag that is set.
  private var flagText: String {
    let letters: [(Bool, String)] = [
      (reserved & 4 != 0, "R"), (reserved & 2 != 0, "R"), (reserved & 1 != 0, "R"), (accurateECN, "A"),
      (cwr, "C"), (ece, "E"), (urg, "U"), (ack, "A"), (psh, "P"), (rst, "R"), (syn, "S"), (fin, "F"),
    ]
    return letters.map { $0 ? $1 : "·" }.joined()
  }
}
