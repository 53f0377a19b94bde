/// What is unusual about a segment, as a capture sees it.
struct TCPRemarks {
  /// Fields without a value, under `tcp.analysis.flags`.
  var list: [Field] = []
  /// Its bytes came before, or come late: Wireshark reads no more of them than that.
  var isRepeat: Bool {
    isOutOfOrder || contains(TCP.fields.retransmission) && !contains(TCP.fields.fastRetransmission)
  }
  var isOutOfOrder: Bool { contains(TCP.fields.outOfOrder) }
  /// How often the same acknowledgment came again, and the frame that had it first.
  var duplicateNumber: Int?
  var duplicateOf = 0
  /// The oldest transmission without acknowledgment, and how long ago it was; nil: it was just now.
  var timeout: (frame: Int, time: Int64)?

  /// It acknowledges more than was seen.
  var acknowledgesUnseen = false

  func contains(_ remark: Field) -> Bool { list.contains { $0 === remark } }
}

extension TCP {
  /// Sent again within this time after a repeated acknowledgment: because of it.
  private static let fastRetransmissionTime: Int64 = 20_000_000
  /// A segment that is late by less than a round trip was overtaken, not sent again; without a known one 3 ms.
  private static let overtakingTime: Int64 = 3_000_000

  func remarks(_ stream: TCPStream, _ own: Int, _ length: Int, _ now: Int64) -> TCPRemarks {
    let f = Self.fields
    let (side, other) = (stream.sides[own].analysis, stream.sides[1 - own].analysis)
    let isPlain = !syn && !fin && !rst
    var remarks = TCPRemarks()
    let isProbe = length == 1 && side.next == sequence && other.window == 0
    let isKeepAlive = length <= 1 && isPlain && side.next.map { sequence == $0 - 1 } ?? false
    if isProbe {
      remarks.list.append(f.zeroWindowProbe)
    } else if window == 0, isPlain {
      remarks.list.append(f.zeroWindow)
    }
    if stream.isReusing { remarks.list.append(f.reusedPorts) }
    if !rst, let next = side.next, next < sequence { remarks.list.append(f.lostSegment) }
    if ack, let continuous = other.continuous, continuous < acknowledgment {
      remarks.acknowledgesUnseen = true
      if other.isAheadOfGap || other.repeats == 0 { remarks.list.append(f.lostAcknowledged) }
    }
    if isProbe {
      repeatedSegment(stream, own, length, now, &remarks)
      return remarks
    }
    if isKeepAlive { remarks.list.append(f.keepAlive) }
    if length == 0, isPlain, side.next == sequence, side.lastAcknowledgment == acknowledgment {
      repeatedAcknowledgment(side, other, &remarks)
    }
    if !isKeepAlive { repeatedSegment(stream, own, length, now, &remarks) }
    return remarks
  }

  private func repeatedAcknowledgment(
    _ side: TCPSideAnalysis, _ other: TCPSideAnalysis, _ remarks: inout TCPRemarks
  ) {
    let f = Self.fields
    if window == 0 {
      if other.lastWasProbe, side.window == 0 { remarks.list.append(f.zeroWindowProbeAck) }
    } else if other.lastWasKeepAlive, side.window == window {
      remarks.list.append(f.keepAliveAck)
    } else if side.window != window {
      remarks.list.append(f.windowUpdate)
    } else {
      remarks.duplicateNumber = max(0, side.repeats) + 1
      remarks.duplicateOf = side.acknowledgmentFrame
      remarks.list.append(f.duplicateAck)
    }
  }

  /// What takes numbers that were taken before was sent again, or overtaken on the way.
  private func repeatedSegment(
    _ stream: TCPStream, _ own: Int, _ length: Int, _ now: Int64, _ remarks: inout TCPRemarks
  ) {
    let f = Self.fields
    let (side, other) = (stream.sides[own].analysis, stream.sides[1 - own].analysis)
    guard sequenceLength(length) > 0 else { return }
    // 0 is what a reset without an acknowledgment has there.
    if length > 0, let acknowledged = other.lastAcknowledgment, acknowledged.value != 0,
      sequence + length <= acknowledged
    {
      remarks.list += [f.spuriousRetransmission, f.retransmission]
      return
    }
    // A segment that begins with the octet of a window probe brings new ones.
    guard let next = side.next, sequence < next, length <= 1 || sequence != next - 1 else { return }
    if other.repeats >= 2, other.lastAcknowledgment == sequence,
      now - other.lastTime < Self.fastRetransmissionTime
    {
      remarks.list += [f.fastRetransmission, f.retransmission]
    } else if now - side.nextTime < stream.initialRoundTrip ?? Self.overtakingTime,
      sequence + sequenceLength(length) != next
    {
      remarks.list.append(f.outOfOrder)
    } else {
      remarks.list.append(f.retransmission)
      let oldest = side.unacknowledged.first.map { ($0.frame, $0.time) } ?? (side.nextFrame, side.nextTime)
      if now != oldest.1 { remarks.timeout = (oldest.0, now - oldest.1) }
    }
  }

  func note(_ remarks: TCPRemarks, under group: Int, _ context: inout DissectionInProgress) {
    let f = Self.fields
    guard !remarks.list.isEmpty else { return }
    let flags = context.generate(f.analysisFlags, .none, under: group)
    for field in remarks.list { context.generate(field, .none, under: flags) }
    if let number = remarks.duplicateNumber {
      context.generate(f.duplicateAck, .none, under: group)
      context.generate(f.duplicateAckNumber, .number(UInt64(number)), under: group)
      context.generate(f.duplicateAckFrame, .number(UInt64(remarks.duplicateOf)), under: group)
    }
    if let timeout = remarks.timeout {
      context.generate(f.timeout, .nanoseconds(timeout.time), under: group)
      context.generate(f.timeoutFrame, .number(UInt64(timeout.frame)), under: group)
    }
  }
}
