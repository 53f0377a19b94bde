extension DraftLesson {
  static let tour = DraftLesson(
    "tour",
    devices: .home,
    marks: [
      "answer", "arrive", "ask", "close", "connected", "delivered", "enter", "hop", "idle", "lasthop",
      "learn", "leave", "lookup", "page", "reached", "request", "syn", "synack", "wrap",
    ],
    values: [
      "1", "arp.dst.hw_mac", "arp.dst.proto_ipv4", "arp.src.hw_mac", "arp.src.proto_ipv4", "dns.a",
      "dns.qry.name", "dns.resp.ttl", "eth.dst", "http.request.method", "http.request.uri",
      "idle.moment.seconds", "ip.dst", "ip.hdr_len", "ip.hdr_len + tcp.hdr_len + 1", "ip.ttl", "len(eth)",
      "len(eth) + ip.hdr_len + tcp.hdr_len + 1", "len(eth) + ip.len", "len(eth) + ip.len + 1",
      "moment.bytes", "moment.code", "moment.name", "page.moment.time - enter.moment.time",
      "reached.ip.ttl", "resolver.mac", "router.lan.mac", "syn.tcp.seq", "syn.tcp.seq_raw + 1", "tcp.ack",
      "tcp.ack + 1", "tcp.dstport", "tcp.hdr_len", "tcp.seq", "tcp.seq_raw", "udp.dstport",
    ],
    conditions: [
      "arp.opcode == 1", "dns.flags.response == 0", "http.request.method == \"GET\"", "tcp.flags == 0x002",
      "tcp.flags == 0x010", "tcp.flags == 0x012",
    ],
    places: [
      "arp.dst.hw_mac", "arp.dst.proto_ipv4", "arp.src.hw_mac", "arp.src.proto_ipv4", "dns.a",
      "dns.qry.name", "dns.resp.ttl", "eth.dst", "eth.src", "http.content_length_header", "http.host",
      "http.request.method", "http.response.code", "ip.dst", "ip.hdr_len", "ip.len", "ip.proto", "ip.ttl",
      "laptop.arp[arp.src.proto_ipv4]", "len(eth)", "syn.tcp.nxtseq", "tcp.ack", "tcp.dstport",
      "tcp.flags", "tcp.flags.syn", "tcp.hdr_len", "tcp.seq_raw", "tcp.srcport", "udp.dstport", "web",
    ]
  )
}
