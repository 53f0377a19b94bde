extension DraftLesson {
  static let arp = DraftLesson(
    "arp",
    devices: .guestLAN,
    marks: [
      "again", "answer", "asked", "asks", "beyond", "done", "far", "late", "miss", "nobody", "pairs",
      "ping", "pong", "reply", "request", "stale", "stored",
    ],
    values: [
      "1", "2", "4", "arp.dst.hw_mac", "arp.dst.proto_ipv4", "arp.opcode", "arp.src.hw_mac",
      "arp.src.proto_ipv4", "done.moment.milliseconds", "eth.dst", "eth.type",
      "frames(asks, nobody, laptop, \"arp.opcode == 1\")", "frames(done, again, laptop, \"arp\")",
      "laptop.arp[printer.ip].mac", "laptop.ip", "laptop.mac", "moment.address", "moment.milliseconds",
      "moment.time - late.moment.time", "none", "printer.arp[laptop.ip].mac", "printer.ip", "printer.mac",
      "request.arp.dst.hw_mac", "request.eth.dst", "router.guest.ip", "router.lan.ip", "router.lan.mac",
      "tablet.ip", "who(\"arp.learned\", request, reply)", "{phone, printer, router}", "{printer, router}",
    ],
    conditions: [
      "arp.opcode == 1", "arp.opcode == 2", "icmp.type == 0", "icmp.type == 8",
    ],
    places: [
      "arp.dst.hw_mac", "arp.dst.proto_ipv4", "arp.opcode", "arp.src.hw_mac", "arp.src.proto_ipv4",
      "eth.dst", "eth.type", "laptop.arp", "laptop.arp[printer.ip]", "printer.arp[laptop.ip]",
    ]
  )
}
