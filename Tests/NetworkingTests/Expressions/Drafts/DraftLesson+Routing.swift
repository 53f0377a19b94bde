extension DraftLesson {
  static let routing = DraftLesson(
    "routing",
    devices: [
      "laptop": .host("eth0"),
      "dorm": .host("lan", "fibre", "copper"),
      "office": .host("dorm", "lab"),
      "lab": .host("fibre", "copper", "disks", "robots"),
      "store": .host("eth0"),
      "robot": .host("eth0"),
    ],
    marks: [
      "arrive", "asks", "back", "blank", "cut", "expired", "filled", "fits", "hop", "last", "own", "path",
      "ping", "pong", "second",
    ],
    values: [
      "1", "2", "arp.dst.proto_ipv4", "count(laptop.routes)", "dorm.lan.ip",
      "dorm.routes[198.51.100.7].prefix", "dorm.routes[ip.dst].prefix", "dorm.routes[robot.ip].prefix",
      "dorm.routes[robot.ip].via", "dorm.routes[store.ip].prefix", "ip.dst", "ip.src", "ip.ttl",
      "ip.ttl#2", "lab.copper.ip", "lab.fibre.ip", "lab.routes[198.51.100.7].prefix",
      "lab.routes[ip.dst].length", "lab.routes[ip.dst].prefix", "lab.routes[laptop.ip].prefix",
      "lab.routes[store.ip].prefix", "laptop", "laptop.routes[ip.dst].prefix",
      "laptop.routes[laptop.ip].prefix", "moment.device", "moment.gateway", "moment.ttl", "none", "office",
      "office.dorm.ip", "own.ip.ttl", "own.ip.ttl - moment.ttl", "ping.ip.ttl",
      "ping.ip.ttl - arrive.ip.ttl", "ping.ip.ttl - arrive.ip.ttl + 1", "store.ip",
    ],
    conditions: [
      "arp.opcode == 1", "icmp.type == 0", "icmp.type == 11", "icmp.type == 8", "ip.dst == robot.ip",
      "ip.src == store.ip",
    ],
    places: [
      "arp.dst.proto_ipv4", "arrive.ip.ttl", "dorm.routes", "dorm.routes[198.51.100.7]",
      "dorm.routes[ip.dst]", "dorm.routes[laptop.ip]", "dorm.routes[robot.ip]", "dorm.routes[store.ip]",
      "eth.dst", "icmp.type", "ip.dst", "ip.src", "ip.ttl", "lab.routes[198.51.100.7]",
      "lab.routes[ip.dst]", "lab.routes[laptop.ip].prefix", "lab.routes[store.ip]",
      "laptop.routes[ip.dst]", "own",
    ]
  )
}
