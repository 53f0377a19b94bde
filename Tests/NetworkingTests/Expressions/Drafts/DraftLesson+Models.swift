extension DraftLesson {
  static let models = DraftLesson(
    "models",
    devices: .home,
    marks: [
      "atweb", "below", "count", "datagram", "device", "gap", "history", "presentation", "router",
      "segment", "session",
    ],
    values: [
      "http.content_type", "http.request.method", "ip.dst", "moment.bytes", "moment.name",
    ],
    conditions: [
      "dns.flags.response == 0", "http.request.method == \"GET\"",
    ],
    places: [
      "dns.qry.name", "eth", "eth.dst", "http.content_type", "http.host", "http.request.method",
      "http.request.uri", "http.response.code", "ip", "ip.dst", "tcp.dstport", "tcp.flags", "tcp.options",
      "tcp.seq_raw", "tcp.srcport", "udp.length",
    ]
  )
}
