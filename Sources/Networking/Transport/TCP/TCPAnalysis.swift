/// What one side has sent and the other has not acknowledged yet.
struct TCPSideAnalysis: Sendable {
  struct Sent: Sendable {
    var first: SequenceNumber
    var next: SequenceNumber
    var frame: Int
    var time: Int64
  }
  /// In the order they came.
  var unacknowledged: [Sent] = []
  static let mostUnacknowledged = 1024
  /// Octets since the last PSH, and whether the segment before had one.
  var pushedBytes = 0
  var lastWasPush = false
}

extension TCP {
  /// Adds `tcp.analysis.*`: which segment this one acknowledges and how long that took, and how much is under way.
  func analyse(_ stream: inout TCPStream, _ own: Int, _ length: Int, _ context: inout DissectionContext) {
    let f = Self.fields
    let (now, frame) = (context.result.time, context.result.number)
    var found: [(Field, FieldValue)] = []
    if ack { acknowledge(&stream.sides[1 - own].analysis, now, &found) }
    if syn, !ack { stream.lastSYN = now }
    if ack, !syn, stream.initialRoundTrip == nil, let start = stream.lastSYN {
      stream.initialRoundTrip = now - start
    }
    if sequenceLength(length) > 0 {
      let sent = TCPSideAnalysis.Sent(
        first: sequence, next: sequence + sequenceLength(length), frame: frame, time: now)
      stream.sides[own].analysis.unacknowledged.append(sent)
      if stream.sides[own].analysis.unacknowledged.count > TCPSideAnalysis.mostUnacknowledged {
        stream.sides[own].analysis.unacknowledged.removeFirst()
      }
    }
    if length > 0 { countBytes(&stream.sides[own].analysis, length, &found) }
    guard !found.isEmpty else { return }
    if let time = stream.initialRoundTrip {
      let place = found.firstIndex { $0.0 === f.bytesInFlight } ?? found.count
      found.insert((f.initialRoundTrip, .nanoseconds(time)), at: place)
    }
    let group = context.generate(f.analysis, .none, under: -1)
    for (field, value) in found { context.generate(field, value, under: group) }
  }

  private func acknowledge(
    _ other: inout TCPSideAnalysis, _ now: Int64, _ found: inout [(Field, FieldValue)]
  ) {
    let f = Self.fields
    if let sent = other.unacknowledged.last(where: { $0.next == acknowledgment }) {
      found.append((f.acknowledgedFrame, .number(UInt64(sent.frame))))
      found.append((f.roundTrip, .nanoseconds(now - sent.time)))
    }
    other.unacknowledged.removeAll { $0.next <= acknowledgment }
  }

  private func countBytes(
    _ side: inout TCPSideAnalysis, _ length: Int, _ found: inout [(Field, FieldValue)]
  ) {
    let f = Self.fields
    if let first = side.unacknowledged.map(\.first).min(by: { $0 < $1 }),
      let next = side.unacknowledged.map(\.next).max(by: { $0 < $1 }), next - first > 0
    {
      found.append((f.bytesInFlight, .number(UInt64(next - first))))
    }
    side.pushedBytes = side.lastWasPush ? length : side.pushedBytes + length
    side.lastWasPush = psh
    found.append((f.pushedBytes, .number(UInt64(side.pushedBytes))))
  }
}
