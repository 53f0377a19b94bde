package struct TCPFields: FieldSet {
  let sourcePort = Field("tcp.srcport", "Source Port", .decimal(16), also: ["tcp.port"])
  let destinationPort = Field("tcp.dstport", "Destination Port", .decimal(16), also: ["tcp.port"])
  let stream = Field(
    "tcp.stream", "Stream index", .decimal(32), generated: true,
    from: ["ip.src", "ip.dst", "tcp.srcport", "tcp.dstport", .earlierFrames])
  let completeness = Field(
    "tcp.completeness", "Conversation completeness", .decimal(8), generated: true,
    from: ["tcp.flags", "ip.len", "ip.hdr_len", "tcp.hdr_len", .earlierFrames])
  let length = Field(
    "tcp.len", "TCP Segment Len", .decimal(32), generated: true,
    from: ["ip.len", "ip.hdr_len", "tcp.hdr_len"])
  let relativeSequence = Field(
    "tcp.seq", "Sequence Number", .decimal(32), generated: true, from: ["tcp.seq_raw", .earlierFrames],
    sequenceNumber: true)
  let sequence = Field("tcp.seq_raw", "Sequence Number (raw)", .decimal(32), sequenceNumber: true)
  let nextSequence = Field(
    "tcp.nxtseq", "Next Sequence Number", .decimal(32), generated: true,
    from: [
      "tcp.seq_raw", "tcp.flags.syn", "tcp.flags.fin", "ip.len", "ip.hdr_len", "tcp.hdr_len", .earlierFrames,
    ], sequenceNumber: true)
  let relativeAcknowledgment = Field(
    "tcp.ack", "Acknowledgment Number", .decimal(32), generated: true, from: ["tcp.ack_raw", .earlierFrames],
    sequenceNumber: true)
  let acknowledgment = Field("tcp.ack_raw", "Acknowledgment number (raw)", .decimal(32), sequenceNumber: true)
  let dataOffset = Field(
    "tcp.hdr_len", "Header Length", .decimal(8), bits: 4, shownTimes: 4,
    describe: { value in if case .number(let bytes) = value { "\(bytes) bytes (\(bytes / 4))" } else { "" } })
  let flags = Field(
    "tcp.flags", "Flags", .hex(16), bits: 12,
    describe: { value in
      guard case .number(let bits) = value else { return "" }
      let names = TCP.flagNames(of: bits)
      return "0x\(hex(bits, digits: 3))" + (names.isEmpty ? "" : " (\(names))")
    })
  let reserved = Field("tcp.flags.res", "Reserved", .bool, bits: 3, describe: setText)
  let accurateECN = Field("tcp.flags.ae", "Accurate ECN", .bool, describe: setText)
  let cwr = Field("tcp.flags.cwr", "Congestion Window Reduced", .bool, describe: setText)
  let ece = Field("tcp.flags.ece", "ECN-Echo", .bool, describe: setText)
  let urg = Field("tcp.flags.urg", "Urgent", .bool, describe: setText)
  let ack = Field("tcp.flags.ack", "Acknowledgment", .bool, describe: setText)
  let psh = Field("tcp.flags.push", "Push", .bool, describe: setText)
  let rst = Field("tcp.flags.reset", "Reset", .bool, describe: setText)
  let syn = Field("tcp.flags.syn", "Syn", .bool, describe: setText)
  let fin = Field("tcp.flags.fin", "Fin", .bool, describe: setText)
  let flagText = Field("tcp.flags.str", "TCP Flags", .text, generated: true, from: ["tcp.flags"])
  let window = Field("tcp.window_size_value", "Window", .decimal(16))
  let scaledWindow = Field(
    "tcp.window_size", "Calculated window size", .decimal(32), generated: true,
    from: ["tcp.window_size_value", .earlierFrames])
  let windowFactor = Field(
    "tcp.window_size_scalefactor", "Window size scaling factor", .signed, generated: true,
    from: [.earlierFrames],
    describe: { value in
      switch value {
      case .signed(-1): "-1 (unknown)"
      case .signed(-2): "-2 (no window scaling used)"
      case .signed(let factor): "\(factor)"
      default: ""
      }
    })
  let checksum = Field("tcp.checksum", "Checksum", .hex(16))
  let checksumStatus = Field(
    "tcp.checksum.status", "Checksum Status", .decimal(8), generated: true, from: ["tcp.checksum", .summed],
    names: ChecksumStatus.name)
  let checksumCalculated = Field(
    "tcp.checksum_calculated", "Calculated Checksum", .hex(16), generated: true, from: [.summed])
  let urgentPointer = Field("tcp.urgent_pointer", "Urgent Pointer", .decimal(16))

  let options = Field("tcp.options", "TCP Options", .bytes, describe: { $0.countText })
  let endOfList = Field("tcp.options.eol", "TCP Option - End of Option List (EOL)", .bytes)
  let noOperation = Field("tcp.options.nop", "TCP Option - No-Operation (NOP)", .bytes)
  let maximumSegmentSize = Field("tcp.options.mss", "TCP Option - Maximum segment size", .bytes)
  let windowScale = Field("tcp.options.wscale", "TCP Option - Window scale", .bytes)
  let sackPermitted = Field("tcp.options.sack_perm", "TCP Option - SACK permitted", .bytes)
  let sack = Field("tcp.options.sack", "TCP Option - SACK", .bytes)
  let timestamps = Field("tcp.options.timestamp", "TCP Option - Timestamps", .bytes)
  let unknown = Field("tcp.options.unknown", "TCP Option - Unknown", .bytes)
  let kind = Field("tcp.option_kind", "Kind", .decimal(8), names: { TCPOption.name(kind: UInt8($0)) })
  let optionLength = Field("tcp.option_len", "Length", .decimal(8))
  let maximumSegmentSizeValue = Field("tcp.options.mss_val", "MSS Value", .decimal(16))
  let shift = Field("tcp.options.wscale.shift", "Shift count", .decimal(8))
  let multiplier = Field(
    "tcp.options.wscale.multiplier", "Multiplier", .decimal(16), generated: true,
    from: ["tcp.options.wscale.shift"])
  let timestamp = Field("tcp.options.timestamp.tsval", "Timestamp value", .decimal(32))
  let timestampEcho = Field("tcp.options.timestamp.tsecr", "Timestamp echo reply", .decimal(32))
  let leftEdge = Field("tcp.options.sack_le", "TCP SACK Left Edge", .decimal(32), sequenceNumber: true)
  let rightEdge = Field("tcp.options.sack_re", "TCP SACK Right Edge", .decimal(32), sequenceNumber: true)
  let sackCount = Field(
    "tcp.options.sack.count", "TCP SACK Count", .decimal(8), generated: true, from: ["tcp.option_len"])
  let fastOpen = Field("tcp.options.tfo", "TCP Option - TCP Fast Open", .bytes)
  let fastOpenRequest = Field("tcp.options.tfo.request", "Fast Open Cookie Request", .none)
  let fastOpenCookie = Field("tcp.options.tfo.cookie", "Fast Open Cookie", .bytes)
  let experimental = Field("tcp.options.experimental", "TCP Option - Experimental", .bytes)
  let experiment = Field("tcp.options.experimental.exid", "Experiment Identifier", .hex(16))
  let experimentData = Field("tcp.options.experimental.data", "Data", .bytes)
  let unknownPayload = Field("tcp.options.unknown.payload", "Payload", .bytes)

  let timeRelative = Field(
    "tcp.time_relative", "Time since first frame in this TCP stream", .duration, generated: true,
    from: [.time, .earlierFrames])
  let timeDelta = Field(
    "tcp.time_delta", "Time since previous frame in this TCP stream", .duration, generated: true,
    from: [.time, .earlierFrames])

  let analysis = Field(
    "tcp.analysis", "SEQ/ACK analysis", .none, generated: true,
    from: ["tcp.seq_raw", "tcp.ack_raw", .earlierFrames])
  let acknowledgedFrame = Field(
    "tcp.analysis.acks_frame", "This is an ACK to the segment in frame", .decimal(32), generated: true,
    from: ["tcp.ack_raw", .earlierFrames])
  let roundTrip = Field(
    "tcp.analysis.ack_rtt", "The RTT to ACK the segment was", .duration, generated: true,
    from: ["tcp.ack_raw", .time, .earlierFrames])
  let initialRoundTrip = Field(
    "tcp.analysis.initial_rtt", "iRTT", .duration, generated: true, from: [.earlierFrames])
  let bytesInFlight = Field(
    "tcp.analysis.bytes_in_flight", "Bytes in flight", .decimal(32), generated: true,
    from: ["tcp.seq_raw", "ip.len", "ip.hdr_len", "tcp.hdr_len", .earlierFrames])
  let pushedBytes = Field(
    "tcp.analysis.push_bytes_sent", "Bytes sent since last PSH flag", .decimal(32), generated: true,
    from: ["tcp.flags.push", "ip.len", "ip.hdr_len", "tcp.hdr_len", .earlierFrames])

  let analysisFlags = Field(
    "tcp.analysis.flags", "TCP Analysis Flags", .none, generated: true,
    from: ["tcp.seq_raw", "tcp.ack_raw", .earlierFrames])
  let retransmission = remark("retransmission", "This frame is a (suspected) retransmission")
  let fastRetransmission = remark(
    "fast_retransmission", "This frame is a (suspected) fast retransmission")
  let spuriousRetransmission = remark(
    "spurious_retransmission", "This frame is a (suspected) spurious retransmission")
  let outOfOrder = remark("out_of_order", "This frame is a (suspected) out-of-order segment")
  let lostSegment = remark("lost_segment", "Previous segment(s) not captured (common at capture start)")
  let lostAcknowledged = remark(
    "ack_lost_segment", "ACKed segment that wasn't captured (common at capture start)")
  let reusedPorts = remark(
    "reused_ports",
    "A new tcp session is started with the same ports as an earlier session in this trace")
  let duplicateAck = remark("duplicate_ack", "Duplicate ACK")
  let duplicateAckNumber = Field(
    "tcp.analysis.duplicate_ack_num", "Duplicate ACK #", .decimal(32), generated: true,
    from: ["tcp.ack_raw", .earlierFrames])
  let duplicateAckFrame = Field(
    "tcp.analysis.duplicate_ack_frame", "Duplicate to the ACK in frame", .decimal(32), generated: true,
    from: ["tcp.ack_raw", .earlierFrames])
  let windowUpdate = remark("window_update", "TCP window update")
  let keepAlive = remark("keep_alive", "TCP keep-alive segment")
  let keepAliveAck = remark("keep_alive_ack", "ACK to a TCP keep-alive segment")
  let zeroWindow = remark("zero_window", "TCP Zero Window segment")
  let zeroWindowProbe = remark("zero_window_probe", "TCP Zero Window Probe")
  let zeroWindowProbeAck = remark("zero_window_probe_ack", "ACK to a TCP Zero Window Probe")
  let timeout = Field(
    "tcp.analysis.rto", "The RTO for this segment was", .duration, generated: true,
    from: ["tcp.seq_raw", .time, .earlierFrames])
  let timeoutFrame = Field(
    "tcp.analysis.rto_frame", "RTO based on delta from frame", .decimal(32), generated: true,
    from: ["tcp.seq_raw", .earlierFrames])

  let payload = Field("tcp.payload", "TCP payload", .bytes, describe: { $0.countText })
  let segmentData = Field("tcp.segment_data", "TCP segment data", .bytes, describe: { $0.countText })
  let segments = Field(
    "tcp.segments", "Reassembled TCP Segments", .none, generated: true, from: [.earlierFrames])
  let segment = Field("tcp.segment", "TCP Segment", .decimal(32), generated: true, from: [.earlierFrames])
  let segmentCount = Field(
    "tcp.segment.count", "Segment count", .decimal(32), generated: true, from: [.earlierFrames])
  let reassembledLength = Field(
    "tcp.reassembled.length", "Reassembled TCP length", .decimal(32), generated: true, from: [.earlierFrames])
  let reassembledData = Field(
    "tcp.reassembled.data", "Reassembled TCP Data", .bytes, generated: true,
    from: ["tcp.payload", .earlierFrames], describe: { $0.countText })
  let resetCause = Field("tcp.reset_cause", "Reset cause", .text)
  package init() {}
}

/// A field without a value that says what is unusual about a segment.
private func remark(_ name: String, _ label: String) -> Field {
  Field(
    "tcp.analysis." + name, label, .none, generated: true,
    from: ["tcp.seq_raw", "tcp.ack_raw", .earlierFrames])
}
