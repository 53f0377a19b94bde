/// What one side has sent and said so far, for `tcp.analysis.*`.
struct TCPSideAnalysis: Sendable {
  /// The numbers of a segment that are not acknowledged yet: a SYN or FIN takes one.
  struct Sent: Sendable {
    var first: SequenceNumber
    var next: SequenceNumber
    var frame: Int
    var time: Int64
  }
  /// What waits for an acknowledgment, in the order it came, repeats too.
  var unacknowledged: [Sent] = []
  static let mostUnacknowledged = 1000
  /// Bytes under way cannot be counted after a gap, until the other side acknowledges.
  var hasGap = false
  /// Octets since the last PSH, and whether the segment before had one.
  var pushedBytes = 0
  var lastWasPush = false

  /// The end of what was seen without a gap.
  var continuous: SequenceNumber?
  /// Highest number sent so far, and the frame that moved it, when.
  var next: SequenceNumber?
  var nextFrame = 0
  var nextTime: Int64 = 0
  var lastWasKeepAlive = false
  var lastWasProbe = false
  /// How far it has acknowledged.
  var acknowledged: SequenceNumber?
  /// What stood last in the fields of acknowledgment (whether its flag was set or not) and window, and when.
  var lastAcknowledgment: SequenceNumber?
  var window: UInt16?
  var lastTime: Int64 = 0
  /// Octets that it has beyond that acknowledgment, as its last segment says.
  var selected = 0
  /// The frame that brought that acknowledgment first, and how often it was repeated. −1: what it sent was acknowledged
  /// without having been seen.
  var acknowledgmentFrame = 0
  var repeats = 0

  /// A segment that came early lies behind what was acknowledged without having been seen.
  var isAheadOfGap: Bool {
    guard let next, let continuous else { return false }
    return continuous < next
  }

  /// The gap was told: not again before something new is sent, or acknowledged by this side.
  mutating func passGap() {
    if isAheadOfGap { continuous = next } else { repeats = -1 }
  }
}

extension TCP {
  /// Adds `tcp.analysis.*`: which segment this one acknowledges and how long that took, how much is under way, and what
  /// is unusual about it (after Wireshark's User's Guide §7.5).
  func analyse(
    _ stream: inout TCPStream, _ own: Int, _ length: Int, _ context: inout DissectionInProgress
  ) -> TCPRemarks {
    let f = Self.fields
    let now = context.result.time
    var found: [(Field, FieldValue)] = []
    let remarks = remarks(stream, own, length, now)
    remember(&stream.sides[own].analysis, remarks, length, context)
    if remarks.acknowledgesUnseen { stream.sides[1 - own].analysis.passGap() }
    // As in Wireshark, without a look at the ACK flag.
    acknowledge(&stream.sides[1 - own].analysis, now, &found)
    if syn, !ack { stream.lastSYN = now }
    // None at all is none that could be measured.
    if ack, !syn, stream.initialRoundTrip == nil, let start = stream.lastSYN, start != now {
      stream.initialRoundTrip = now - start
    }
    let round = stream.initialRoundTrip
    if length > 0, !stream.sides[own].analysis.hasGap {
      let selected = stream.sides[1 - own].analysis.selected
      countBytes(&stream.sides[own], length, selected, &found)
    }
    guard !found.isEmpty || !remarks.list.isEmpty || remarks.acknowledgesUnseen else { return remarks }
    let group = context.generate(f.analysis, .none, under: -1)
    let early = found.prefix { $0.0 === f.acknowledgedFrame || $0.0 === f.roundTrip }
    for (field, value) in early { context.generate(field, value, under: group) }
    if let round { context.generate(f.initialRoundTrip, .nanoseconds(round), under: group) }
    for (field, value) in found.dropFirst(early.count) { context.generate(field, value, under: group) }
    note(remarks, under: group, &context)
    return remarks
  }

  private func acknowledge(
    _ other: inout TCPSideAnalysis, _ now: Int64, _ found: inout [(Field, FieldValue)]
  ) {
    let f = Self.fields
    if let sent = other.unacknowledged.first(where: { $0.next == acknowledgment }) {
      found.append((f.acknowledgedFrame, .number(UInt64(sent.frame))))
      if now != sent.time { found.append((f.roundTrip, .nanoseconds(now - sent.time))) }
    }
    other.unacknowledged.removeAll { $0.next <= acknowledgment }
    if ack { other.hasGap = false }
    for index in other.unacknowledged.indices where other.unacknowledged[index].first < acknowledgment {
      other.unacknowledged[index].first = acknowledgment
    }
  }

  /// From the oldest number that waits to the newest, without what the other side has selected; the SYN or FIN of this
  /// very segment is no byte.
  private func countBytes(
    _ side: inout TCPSide, _ length: Int, _ selected: Int, _ found: inout [(Field, FieldValue)]
  ) {
    let f = Self.fields
    side.analysis.pushedBytes = side.analysis.lastWasPush ? length : side.analysis.pushedBytes + length
    side.analysis.lastWasPush = psh
    let first = side.analysis.unacknowledged.map { side.relative($0.first) }.min() ?? 0
    let next = side.analysis.unacknowledged.map { side.relative($0.next) }.max() ?? 0
    let count = Int(UInt32(truncatingIfNeeded: next &- first)) - selected
    // Numbers from before the beginning count as far behind it.
    guard count > 0, count < 2_000_000_000 else { return }
    found.append((f.bytesInFlight, .number(UInt64(count - (syn || fin ? 1 : 0)))))
    found.append((f.pushedBytes, .number(UInt64(side.analysis.pushedBytes))))
  }

  private func remember(
    _ side: inout TCPSideAnalysis, _ remarks: TCPRemarks, _ length: Int, _ context: DissectionInProgress
  ) {
    let f = Self.fields
    let (frame, now) = (context.result.number, context.result.time)
    let next = sequence + sequenceLength(length)
    let isProbe = remarks.contains(f.zeroWindowProbe)
    if remarks.contains(f.lostSegment) { side.hasGap = true }
    if next != sequence, side.unacknowledged.count < TCPSideAnalysis.mostUnacknowledged {
      side.unacknowledged.append(.init(first: sequence, next: next, frame: frame, time: now))
    }
    if !isProbe, side.next.map({ $0 < next }) ?? true {
      (side.next, side.nextFrame, side.nextTime) = (next, frame, now)
    }
    // What closes a gap joins all that came early behind it.
    if !isProbe, side.continuous ?? sequence == sequence { side.continuous = side.next }
    side.lastWasKeepAlive = remarks.contains(f.keepAlive)
    side.lastWasProbe = isProbe
    side.repeats = remarks.duplicateNumber ?? side.repeats
    if ack { side.acknowledged = acknowledgment }
    if side.lastAcknowledgment != acknowledgment {
      side.repeats = 0
      side.acknowledgmentFrame = frame
    }
    side.lastAcknowledgment = acknowledgment
    side.selected = options.reduce(0) { sum, option in
      guard case .sack(let blocks) = option else { return sum }
      return blocks.reduce(sum) { $0 + max(0, SequenceNumber($1.right) - SequenceNumber($1.left)) }
    }
    side.window = window
    side.lastTime = now
  }
}
