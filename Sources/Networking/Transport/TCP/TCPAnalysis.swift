/// What one side has sent and said so far, for `tcp.analysis.*`.
struct TCPSideAnalysis: Sendable {
  struct Sent: Sendable {
    /// Of the data, and behind it: a SYN or FIN counts for what acknowledges it, not for the bytes under way.
    var first: SequenceNumber
    var dataEnd: SequenceNumber
    var next: SequenceNumber
    var frame: Int
    var time: Int64
  }
  /// First transmissions that wait for an acknowledgment, in the order they came.
  var unacknowledged: [Sent] = []
  static let mostUnacknowledged = 1024
  /// Bytes under way cannot be counted after a gap.
  var hasGap = false
  /// Octets since the last PSH, and whether the segment before had one.
  var pushedBytes = 0
  var lastWasPush = false

  /// The end of what was seen without a gap.
  var continuous: SequenceNumber?
  /// Highest number sent so far, and when.
  var next: SequenceNumber?
  var lastTime: Int64 = 0
  var lastWasKeepAlive = false
  var lastWasProbe = false
  /// The newest acknowledgment and window, the frame that brought it first, how often it was repeated and when last.
  var acknowledged: SequenceNumber?
  var window: UInt16?
  var acknowledgmentFrame = 0
  var repeats = 0
  var lastRepeat: Int64 = 0
}

extension TCP {
  /// Adds `tcp.analysis.*`: which segment this one acknowledges and how long that took, how much is under way, and what
  /// is unusual about it (after Wireshark's User's Guide §7.5).
  func analyse(_ stream: inout TCPStream, _ own: Int, _ length: Int, _ context: inout DissectionInProgress) {
    let f = Self.fields
    let now = context.result.time
    var found: [(Field, FieldValue)] = []
    let remarks = remarks(stream, own, length, now)
    if ack { acknowledge(&stream.sides[1 - own].analysis, now, &found) }
    if remarks.contains(f.lostAcknowledged) {
      stream.sides[1 - own].analysis.continuous = stream.sides[1 - own].analysis.next
    }
    if syn, !ack { stream.lastSYN = now }
    if ack, !syn, stream.initialRoundTrip == nil, let start = stream.lastSYN {
      stream.initialRoundTrip = now - start
    }
    let round = stream.initialRoundTrip
    if !remarks.isRepeat { send(&stream.sides[own].analysis, length, context, remarks) }
    if length > 0, !remarks.isOutOfOrder, !stream.sides[own].analysis.hasGap {
      countBytes(&stream.sides[own].analysis, length, &found)
    }
    remember(&stream.sides[own].analysis, remarks, length, context)
    guard !found.isEmpty || !remarks.list.isEmpty else { return }
    let group = context.generate(f.analysis, .none, under: -1)
    let early = found.prefix { $0.0 === f.acknowledgedFrame || $0.0 === f.roundTrip }
    for (field, value) in early { context.generate(field, value, under: group) }
    if let round { context.generate(f.initialRoundTrip, .nanoseconds(round), under: group) }
    for (field, value) in found.dropFirst(early.count) { context.generate(field, value, under: group) }
    note(remarks, under: group, &context)
  }

  private func acknowledge(
    _ other: inout TCPSideAnalysis, _ now: Int64, _ found: inout [(Field, FieldValue)]
  ) {
    let f = Self.fields
    if let sent = other.unacknowledged.first(where: { $0.next == acknowledgment }) {
      found.append((f.acknowledgedFrame, .number(UInt64(sent.frame))))
      found.append((f.roundTrip, .nanoseconds(now - sent.time)))
    }
    other.unacknowledged.removeAll { $0.next <= acknowledgment }
    if other.unacknowledged.isEmpty { other.hasGap = false }
  }

  private func send(
    _ side: inout TCPSideAnalysis, _ length: Int, _ context: DissectionInProgress, _ remarks: TCPRemarks
  ) {
    guard sequenceLength(length) > 0 else { return }
    if remarks.contains(Self.fields.lostSegment) { side.hasGap = true }
    side.unacknowledged.append(
      .init(
        first: sequence + (syn ? 1 : 0), dataEnd: sequence + (length + (syn ? 1 : 0)),
        next: sequence + sequenceLength(length),
        frame: context.result.number, time: context.result.time))
    if side.unacknowledged.count > TCPSideAnalysis.mostUnacknowledged { side.unacknowledged.removeFirst() }
  }

  private func countBytes(
    _ side: inout TCPSideAnalysis, _ length: Int, _ found: inout [(Field, FieldValue)]
  ) {
    let f = Self.fields
    if let first = side.unacknowledged.map(\.first).min(by: { $0 < $1 }),
      let end = side.unacknowledged.map(\.dataEnd).max(by: { $0 < $1 }), end - first > 0
    {
      found.append((f.bytesInFlight, .number(UInt64(end - first))))
    }
    side.pushedBytes = side.lastWasPush ? length : side.pushedBytes + length
    side.lastWasPush = psh
    found.append((f.pushedBytes, .number(UInt64(side.pushedBytes))))
  }

  private func remember(
    _ side: inout TCPSideAnalysis, _ remarks: TCPRemarks, _ length: Int, _ context: DissectionInProgress
  ) {
    let f = Self.fields
    let end = sequence + sequenceLength(length)
    if side.next.map({ $0 < end }) ?? true { side.next = end }
    // What closes a gap joins all that came early behind it.
    if side.continuous ?? sequence == sequence, !remarks.contains(f.zeroWindowProbe) {
      side.continuous = side.next
    }
    side.lastTime = context.result.time
    side.lastWasKeepAlive = remarks.contains(f.keepAlive)
    side.lastWasProbe = remarks.contains(f.zeroWindowProbe)
    if let number = remarks.duplicateNumber {
      side.repeats = number
      side.lastRepeat = context.result.time
    } else if ack, side.acknowledged != acknowledgment || length > 0 {
      side.repeats = 0
      if side.acknowledged != acknowledgment { side.acknowledgmentFrame = context.result.number }
    }
    if ack { side.acknowledged = acknowledgment }
    side.window = window
  }
}
