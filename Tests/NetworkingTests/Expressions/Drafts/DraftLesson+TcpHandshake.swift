extension DraftLesson {
  static let tcpHandshake = DraftLesson(
    "tcp-handshake",
    devices: .home,
    marks: [
      "accepted", "ack", "call", "carried", "flag", "get", "half", "knock", "number", "options", "ready",
      "refused", "reply", "stray", "syn", "synack", "third",
    ],
    values: [
      "0", "0x002", "0x004", "0x010", "0x011", "0x012", "get.tcp.ack_raw", "get.tcp.seq",
      "get.tcp.seq + 1", "get.tcp.seq_raw", "half.web.tcp[syn].state", "hall", "knock.tcp.dstport",
      "laptop", "laptop.tcp[syn].state", "moment.device", "none", "ready.moment.time - call.moment.time",
      "syn.tcp.dstport", "syn.tcp.seq", "syn.tcp.seq_raw", "syn.tcp.seq_raw + 2",
      "syn.tcp.seq_raw + syn.tcp.hdr_len", "syn.tcp.seq_raw - 100000", "syn.tcp.srcport",
      "synack.tcp.ack_raw", "synack.tcp.seq_raw", "synack.tcp.seq_raw + 1", "tcp.ack", "tcp.ack_raw",
      "tcp.ack_raw - syn.tcp.seq_raw", "tcp.dstport", "tcp.flags", "tcp.hdr_len - 20", "tcp.len",
      "tcp.options.mss_val", "tcp.options.wscale.shift", "tcp.seq", "tcp.seq_raw", "tcp.srcport",
      "web.tcp[syn].state",
    ],
    conditions: [
      "http.request.method == \"GET\"", "tcp.flags == 0x002", "tcp.flags == 0x010", "tcp.flags == 0x012",
      "tcp.flags.reset == 1", "tcp.flags.syn == 1",
    ],
    places: [
      "ack.tcp.nxtseq", "get.tcp.seq", "syn", "tcp.ack", "tcp.ack_raw", "tcp.dstport", "tcp.flags",
      "tcp.flags.reset", "tcp.flags.syn", "tcp.options.mss_val", "tcp.options.sack_perm",
      "tcp.options.wscale.shift", "tcp.seq", "tcp.seq_raw", "tcp.srcport", "web.tcp[syn]",
    ]
  )
}
