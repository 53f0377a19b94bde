extension DraftLesson {
  static let `switch` = DraftLesson(
    "switch",
    devices: [
      "laptop": .host("eth0"),
      "phone": .host("eth0"),
      "printer": .host("eth0"),
      "switch": .bridge("1", "2", "3", "4"),
    ],
    marks: [
      "answer", "copy", "domains", "done", "filter", "flood", "forgets", "forward", "later", "learn",
      "ping", "pong", "quiet", "reply", "request", "start", "taken", "unknown",
    ],
    values: [
      "count(later.switch.mac)", "count(switch.mac)", "count(switch.mac) + 2", "eth.dst", "eth.src",
      "frames(start, quiet, laptop)", "frames(start, quiet, phone)", "laptop.mac", "laptop.peer.port",
      "learn.moment.port", "moment.mac", "moment.port", "moment.ports", "none", "printer.mac",
      "printer.peer.port", "switch.ageing", "switch.mac[eth.dst].port", "switch.ports",
      "who(\"eth.accept\", unknown, taken)", "{phone, printer}",
    ],
    conditions: [
      "arp.opcode == 1", "arp.opcode == 2", "count(switch.mac) == 0", "icmp.type == 0", "icmp.type == 8",
    ],
    places: [
      "eth.dst", "eth.src", "laptop.cable", "phone.cable", "printer.cable", "switch.mac",
      "switch.mac[eth.dst]", "switch.mac[eth.src]",
    ]
  )
}
