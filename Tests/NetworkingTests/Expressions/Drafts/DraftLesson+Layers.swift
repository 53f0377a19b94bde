extension DraftLesson {
  static let layers = DraftLesson(
    "layers",
    devices: [
      "laptop": .host("eth0"),
      "phone": .host("eth0"),
      "printer": .host("eth0"),
      "switch": .bridge("1", "2", "3", "4"),
      "router": .host("lan", "wan"),
      "isp": .host("access", "service", "up"),
      "resolver": .host("eth0"),
      "core": .host("isp", "hall", "root", "tld"),
      "root": .host("eth0"),
      "tld": .host("eth0"),
      "hall": .host("up", "servers", "names"),
      "rack": .bridge("1", "2", "3", "4"),
      "web": .host("eth0"),
      "mail": .host("eth0"),
      "files": .host("eth0"),
      "ns1": .host("eth0"),
    ],
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
