/// Writes segments: every header field, and where each value came from.
extension TCPConnection {
  mutating func sendSYN(acknowledging: Bool, _ turn: inout TCPEventOutcome) {
    if inFlight.isEmpty {
      inFlight = [
        TCPInFlight(
          sequence: send.initial.value, length: 0, syn: true, sentAt: turn.now, moment: turn.moment)
      ]
      send.next = Traced(send.initial.value + 1, turn.moment)
    } else {
      inFlight[0].transmissions += 1
      inFlight[0].sentAt = turn.now
    }
    transmit(inFlight[0], as: acknowledging ? .synAck : .syn, &turn)
    start(.retransmission, after: retransmission.timeout, &turn)
  }

  /// A segment of the list of those in flight, for the first or another time.
  mutating func transmit(_ segment: TCPInFlight, as reason: TCPEmission, _ turn: inout TCPEventOutcome) {
    var header = self.header(sequence: segment.sequence)
    let data = sendBuffer.octets(from: segment.sequence, length: segment.length)
    header.syn = segment.syn
    header.fin = segment.fin
    header.psh = data.push
    header.ack = !(segment.syn && (state == .synSent || reason == .syn))
    let source: (OriginKind, Int) =
      segment.transmissions > 1
      ? (.tcp.retransmitted, segment.moment)
      : segment.syn
        ? (.tcp.initialSequenceNumber, send.initial.moment) : (.tcp.nextSequence, send.next.moment)
    if !data.bytes.isEmpty { acknowledging.sentData(at: turn.now) }
    emit(header, data.bytes, reason, sequence: source, data: data.moments, &turn)
  }

  mutating func sendAcknowledgment(_ reason: TCPEmission, _ turn: inout TCPEventOutcome) {
    var header = self.header(sequence: send.next.value)
    header.ack = true
    emit(header, [], reason, sequence: (.tcp.nextSequence, send.next.moment), data: [], &turn)
  }

  mutating func sendProbe(_ turn: inout TCPEventOutcome) {
    var header = self.header(sequence: send.unacknowledged.value - 1)
    header.ack = true
    let source = (OriginKind.tcp.beforeUnacknowledged, send.unacknowledged.moment)
    emit(header, [], .windowProbe, sequence: source, data: [], &turn)
  }

  /// Tells the other side that this one is gone.
  mutating func sendReset(_ turn: inout TCPEventOutcome) {
    var header = self.header(sequence: send.next.value)
    header.ack = true
    header.rst = true
    emit(header, [], .reset, sequence: (.tcp.nextSequence, send.next.moment), data: [], &turn)
  }

  /// Answers a segment that acknowledges what was never sent: <SEQ=SEG.ACK><CTL=RST>. The connection stays.
  mutating func sendReset(at number: SequenceNumber, _ turn: inout TCPEventOutcome) {
    var header = self.header(sequence: number)
    header.rst = true
    var segment = TCPOutgoingSegment(header: header, reason: .reset, identification: 0)
    segment.evidence = ports + [FieldOrigin(TCP.fields.sequence, .tcp.peerAcknowledgment, turn.moment)]
    turn.effects.append(.emit(segment))
  }

  private func header(sequence: SequenceNumber) -> TCP {
    var header = TCP()
    header.sourcePort = local.port
    header.destinationPort = remote.port
    header.sequence = sequence
    return header
  }

  /// Fills in what every segment of a connection carries, and counts it.
  private mutating func emit(
    _ plain: TCP, _ payload: [UInt8], _ reason: TCPEmission, sequence: (rule: OriginKind, moment: Int),
    data: [Int], _ turn: inout TCPEventOutcome
  ) {
    var header = plain
    let fields = TCP.fields
    var evidence = ports + [FieldOrigin(fields.sequence, sequence.rule, sequence.moment)]
    if header.ack {
      header.acknowledgment = receive.next.value
      evidence.append(FieldOrigin(fields.acknowledgment, .tcp.acknowledgesUpTo, receive.next.moment))
    }
    header.window = header.syn ? synWindow : announceWindow()
    evidence.append(FieldOrigin(fields.window, .tcp.freeReceiveBuffer, receiveBuffer.changed))

    let clock = timestampClock(at: turn.now)
    let echo = header.ack ? recentTimestamp?.value ?? 0 : 0
    header.options =
      header.syn
      ? TCPNegotiatedOptions.offer(settings, clock: clock, echo: echo, agreed: header.ack ? options : nil)
      : options.usual(clock: clock, echo: echo)
    if header.timestamps != nil { evidence += timestampEvidence(echoes: header.ack, turn) }

    var segment = TCPOutgoingSegment(
      header: header, payload: payload, reason: reason, identification: identification)
    segment.evidence = evidence
    segment.dataMoments = data
    if header.syn && header.ack { segment.identification = 0 } else { identification &+= 1 }
    if header.ack { acknowledgmentSent(&turn) }
    turn.effects.append(.emit(segment))
  }

  /// An acknowledgment has gone out, alone or with something else: none is owed any more.
  private mutating func acknowledgmentSent(_ turn: inout TCPEventOutcome) {
    turn.owed = nil
    if receive.lastAcknowledged != receive.next.value { acknowledging.sentAcknowledgment() }
    receive.lastAcknowledged = receive.next.value
    stop(.delayedAcknowledgment, &turn)
  }

  /// Who opened the connection chose a port; who answers takes both from the SYN.
  private var ports: [FieldOrigin] {
    let fields = TCP.fields
    return [
      FieldOrigin(fields.sourcePort, isActiveOpener ? .tcp.ephemeralPort : .tcp.serverPort, opened),
      FieldOrigin(fields.destinationPort, isActiveOpener ? .tcp.serverPort : .tcp.peerPort, opened),
    ]
  }

  private func timestampEvidence(echoes: Bool, _ turn: TCPEventOutcome) -> [FieldOrigin] {
    var evidence: [FieldOrigin] = []
    if let value = TCP.timestampFields.value { evidence.append(FieldOrigin(value, .tcp.clock, turn.moment)) }
    if echoes, let echo = TCP.timestampFields.echo, let recent = recentTimestamp {
      evidence.append(FieldOrigin(echo, .tcp.echo, recent.moment))
    }
    return evidence
  }
}

extension TCP {
  /// The fields of the timestamps option.
  static let timestampFields = (
    value: descriptor.fields.first { $0.name == "tcp.options.timestamp.tsval" },
    echo: descriptor.fields.first { $0.name == "tcp.options.timestamp.tsecr" }
  )
}
