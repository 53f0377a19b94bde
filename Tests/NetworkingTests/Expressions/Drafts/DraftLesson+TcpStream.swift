extension DraftLesson {
  static let tcpStream = DraftLesson(
    "tcp-stream",
    devices: .printing,
    marks: [
      "complete", "confirms", "counts", "gap", "get", "heads", "headsout", "joined", "limits", "page",
      "piece", "rest", "room", "second", "size", "syn", "third", "written",
    ],
    values: [
      "(written.moment.bytes + heads.tcp.len) % size.tcp.len", "confirms.tcp.ack", "heads.tcp.len",
      "heads.tcp.len + size.tcp.len", "heads.tcp.nxtseq - 1", "heads.tcp.seq", "heads.tcp.seq - 1",
      "ip.hdr_len", "ip.len", "moment.bytes", "none", "printer.tcp[get].cwnd", "second.tcp.seq - 1",
      "size.tcp.len", "size.tcp.len + size.tcp.hdr_len", "size.tcp.nxtseq", "size.tcp.nxtseq - 1",
      "size.tcp.seq", "size.tcp.seq + 1", "size.tcp.seq + 4",
      "size.tcp.seq + size.tcp.len + size.tcp.hdr_len", "size.tcp.seq + size.tcp.len - 1",
      "syn.tcp.options.mss_val", "syn.tcp.options.mss_val - third.tcp.hdr_len",
      "syn.tcp.options.wscale.multiplier", "syn.tcp.options.wscale.shift", "tcp.ack", "tcp.hdr_len",
      "tcp.len", "tcp.len - len(eth)", "tcp.nxtseq", "tcp.seq", "tcp.seq_raw", "tcp.window_size",
      "tcp.window_size_value", "tcp.window_size_value * size.tcp.len",
      "tcp.window_size_value * syn.tcp.options.wscale.shift", "third.tcp.hdr_len - 20",
      "third.tcp.window_size", "third.tcp.window_size_value", "written.moment.bytes",
      "written.moment.bytes % syn.tcp.options.mss_val", "written.moment.bytes - tcp.len",
    ],
    conditions: [
      "tcp.ack == second.tcp.seq", "tcp.flags == 0x002", "tcp.flags == 0x010", "tcp.len < 1000",
      "tcp.len == 0", "tcp.len > 0", "tcp.len > 1000",
    ],
    places: [
      "heads", "ip.hdr_len", "ip.len", "printer.tcp[get]", "size", "size.tcp.len", "size.tcp.nxtseq",
      "size.tcp.seq", "syn", "tcp.ack", "tcp.flags.push", "tcp.hdr_len", "tcp.len", "tcp.nxtseq",
      "tcp.seq", "tcp.window_size_value", "third", "written",
    ]
  )
}
