extension DraftLesson {
  static let layers = DraftLesson(
    "layers",
    devices: .home,
    marks: [
      "atisp", "atswitch", "atweb", "back", "hosts", "job", "lost", "lower", "middle", "neighbour",
      "peers", "ports", "signals", "upward",
    ],
    values: [
      "eth.dst", "ip.dst", "ip.proto", "laptop.peer.port", "lost.moment.time - neighbour.moment.time",
      "moment.bytes", "moment.method", "moment.path", "neighbour.moment.bytes",
      "neighbour.moment.bytes - ports.moment.bytes", "tcp.dstport",
    ],
    conditions: [
      "http.request.method == \"GET\""
    ],
    places: [
      "eth.dst", "eth.src", "eth.type", "http.host", "http.request.method", "http.response.code", "ip.dst",
      "ip.proto", "ip.ttl", "laptop.cable", "tcp.dstport", "tcp.flags", "tcp.seq_raw",
    ]
  )
}
