extension DraftLesson {
  static let sockets = DraftLesson(
    "sockets",
    devices: .home,
    marks: [
      "accepted", "ask", "call", "deliver", "door", "everyone", "found", "frame", "got2", "hello",
      "listens", "lookup", "many", "own", "phoned", "syn", "syn2", "waits",
    ],
    values: [
      "1", "count(web.tcp)", "count(web.tcp) - 1", "count(web.tcp) - 2", "hello.ip.src",
      "hello.tcp.dstport", "hello.tcp.srcport", "ip.dst", "ip.proto", "ip.src", "laptop.udp[ask].fd",
      "moment.bytes", "syn.ip.dst", "syn.tcp.dstport", "syn.tcp.srcport", "syn2.tcp.srcport",
      "tcp.dstport", "tcp.srcport", "udp.dstport", "udp.srcport", "web.tcp[got2].fd", "web.tcp[hello].fd",
      "web.tcp[hello].receivebuffer",
    ],
    conditions: [
      "dns.flags.response == 0", "http.request.method == \"GET\"", "tcp.flags == 0x002",
    ],
    places: [
      "ip.dst", "ip.proto", "ip.src", "laptop.tcp", "laptop.tcp[syn]", "laptop.udp[ask]",
      "resolver.udp[53]", "tcp.dstport", "tcp.srcport", "udp.dstport", "udp.srcport", "web.tcp",
      "web.tcp[80]", "web.tcp[got2]", "web.tcp[hello]", "web.tcp[phoned]",
    ]
  )
}
