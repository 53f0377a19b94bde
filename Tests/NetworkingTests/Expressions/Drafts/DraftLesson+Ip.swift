extension DraftLesson {
  static let ip = DraftLesson(
    "ip",
    devices: .home,
    marks: [
      "arrive", "carry", "damaged", "ends", "first", "hop", "inside", "lives", "onward", "out", "pieces",
      "promise", "reached", "total", "words",
    ],
    values: [
      "17", "20", "24", "6", "65535 - ip.checksum", "65535 - sum(ip) % 65536", "70", "arrive.ip.ttl",
      "arrive.moment.time - first.moment.time", "first.ip.checksum", "first.ip.ttl",
      "first.ip.ttl - arrive.ip.ttl", "hall.up.ip", "hop.ip.checksum", "hop.ip.checksum - 256",
      "hop.ip.ttl", "icmp.type", "ip.checksum", "ip.checksum + 1", "ip.dsfield", "ip.dst", "ip.hdr_len",
      "ip.hdr_len / 4", "ip.id", "ip.len", "ip.len - ip.hdr_len", "ip.proto", "ip.src", "ip.ttl",
      "ip.ttl - 1", "ip.ttl - 2", "ip.version", "moment.milliseconds", "out.ip.checksum",
      "reached.ip.checksum", "reached.ip.checksum + 1", "reached.ip.checksum - 256", "reached.ip.ttl",
      "reached.ip.ttl + 1", "sum(ip)", "sum(ip) % 65536", "sum(ip) / 65536", "word(ip, 0)",
      "word(ip, 0) + word(ip, 1)", "word(ip, 1)", "word(ip, 2)", "word(ip, 3)", "word(ip, 4)",
      "word(ip, 6)", "word(ip, 7)", "word(ip, 8)", "word(ip, 9)",
    ],
    conditions: [
      "icmp.type == 8"
    ],
    places: [
      "first", "hop", "icmp.type", "ip", "ip.checksum", "ip.dst", "ip.flags", "ip.frag_offset",
      "ip.hdr_len", "ip.id", "ip.len", "ip.proto", "ip.src", "ip.ttl", "ip.version", "reached", "web",
    ]
  )
}
