extension DraftLesson {
  static let tcpClose = DraftLesson(
    "tcp-close",
    devices: .printing,
    marks: [
      "again", "busy", "done", "ended", "fin", "fin2", "finack", "finhere", "finish", "gone", "half",
      "heard", "idle", "lastack", "lasting", "letter", "news", "page", "report", "reset", "server", "syn",
      "three", "waits",
    ],
    values: [
      "0x001", "0x004", "0x010", "0x011", "2", "4", "fin.tcp.seq", "fin2.tcp.seq",
      "frames(server, ended, laptop, \"tcp\")", "gone.moment.time - waits.moment.time",
      "idle.moment.seconds", "laptop", "laptop.tcp[fin].state", "letter.moment.bytes", "moment.device",
      "news.moment.time - finhere.moment.time", "news.tcp.len", "none", "printer.tcp[fin].state",
      "printer.tcp[three].state", "syn.tcp.seq", "tcp.ack", "tcp.ack_raw", "tcp.flags", "tcp.seq",
      "tcp.seq_raw", "three.tcp.dstport",
    ],
    conditions: [
      "tcp.ack_raw == fin.tcp.seq_raw + 1", "tcp.ack_raw == fin2.tcp.seq_raw + 1",
      "tcp.ack_raw > news.tcp.seq_raw", "tcp.flags == 0x002", "tcp.flags.fin == 1", "tcp.flags.reset == 1",
      "tcp.len > 0",
    ],
    places: [
      "fin", "laptop.tcp[fin]", "laptop.tcp[three]", "letter", "printer.tcp[fin]", "printer.tcp[three]",
      "syn", "tcp.ack", "tcp.flags", "tcp.flags.ack", "tcp.flags.fin", "tcp.flags.reset", "tcp.seq",
    ]
  )
}
