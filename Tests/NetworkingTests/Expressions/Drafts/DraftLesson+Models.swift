extension DraftLesson {
  static let models = DraftLesson(
    "models",
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
