extension DraftLesson {
  static let ipAddress = DraftLesson(
    "ip-address",
    devices: .guestLAN,
    marks: [
      "bits", "border", "classes", "direct", "done", "edges", "far", "half", "hop", "itself", "outside",
      "ping", "pong", "reply", "request", "start", "two", "worked",
    ],
    values: [
      "0.0.0.127", "255.255.255.0", "255.255.255.128", "255.255.255.192", "camera.broadcast", "camera.ip",
      "camera.mask", "camera.network", "count(laptop.routes)", "eth.dst",
      "frames(outside, itself, laptop, \"ip\")", "ip.dst", "isp.broadcast", "isp.broadcast + 1",
      "isp.broadcast - 1", "isp.broadcast - isp.network + 1", "isp.ip", "isp.mask", "isp.network",
      "isp.network + 1", "isp.network + 127", "isp.network - 128", "laptop.ip", "laptop.mask",
      "laptop.network", "laptop.network + 256", "laptop.routes[laptop.ip].length", "moment.gateway",
      "printer.ip", "router.guest.ip", "router.guest.mac", "router.lan.ip", "tablet.broadcast",
      "tablet.broadcast - tablet.network + 1", "tablet.broadcast - tablet.network - 1", "tablet.ip",
      "tablet.mac", "tablet.mask", "tablet.network", "tablet.routes[tablet.ip].length",
    ],
    conditions: [
      "arp.opcode == 1", "arp.opcode == 2", "icmp.type == 0", "icmp.type == 8", "ip.dst == 127.0.0.1",
      "ip.dst == camera.ip", "ip.dst == laptop.ip", "ip.dst == tablet.broadcast",
    ],
    places: [
      "camera", "camera.ip", "camera.mask", "eth.dst", "eth.src", "ip.dst", "ip.src", "isp", "isp.ip",
      "isp.mask", "laptop", "laptop.routes[laptop.ip]", "laptop.routes[printer.ip]",
      "laptop.routes[tablet.ip]", "printer", "router", "tablet", "tablet.routes[tablet.ip]",
    ]
  )
}
