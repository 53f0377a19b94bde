extension DraftLesson {
  static let encapsulation = DraftLesson(
    "encapsulation",
    devices: .home,
    marks: [
      "begins", "call", "carried", "chain", "datagram", "deliver", "framed", "hop", "landed", "packet",
      "segment", "unwrap", "wire",
    ],
    values: [
      "1", "2 * call.moment.bytes", "call.moment.bytes", "datagram.moment.bytes + ip.hdr_len",
      "datagram.udp.length", "datagram.udp.length + ip.hdr_len + len(framed.eth)", "deliver.moment.bytes",
      "eth.type", "framed.ip.ttl - unwrap.ip.ttl", "framed.ip.ttl - unwrap.ip.ttl + 1",
      "framed.ip.ttl - unwrap.ip.ttl + 2", "framed.moment.bytes", "ip.dst", "ip.hdr_len",
      "ip.hdr_len + tcp.hdr_len", "ip.len", "ip.proto", "ip.ttl", "landed.moment.bytes", "len(eth)",
      "len(eth) + ip.hdr_len", "len(eth) + ip.hdr_len + len(datagram.udp)",
      "len(eth) + ip.hdr_len + tcp.hdr_len", "len(eth) + ip.hdr_len + tcp.hdr_len + 1",
      "len(eth) + ip.hdr_len + tcp.hdr_len + 4", "len(udp)", "moment.bytes", "moment.bytes + 4",
      "tcp.hdr_len", "udp.dstport", "udp.length",
    ],
    conditions: [
      "dns.flags.response == 0"
    ],
    places: [
      "dns", "dns.flags", "dns.id", "dns.qry.name", "eth", "eth.dst", "eth.src", "eth.type",
      "http.request.method", "ip.dst", "ip.hdr_len", "ip.len", "ip.proto", "ip.ttl", "ip.version",
      "laptop.cable", "segment", "tcp.hdr_len", "udp.dstport", "udp.length", "udp.srcport",
    ]
  )
}
