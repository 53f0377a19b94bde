extension DraftLesson {
  static let ethernet = DraftLesson(
    "ethernet",
    devices: [
      "laptop": .host("eth0"),
      "phone": .host("eth0"),
      "printer": .host("eth0"),
      "switch": .bridge("1", "2", "3", "4", "5"),
      "router": .host("lan", "far"),
      "server": .host("eth0"),
    ],
    marks: [
      "asking", "astray", "beyond", "bits", "everyone", "full", "heard", "ignored", "opening", "padding",
      "random", "reply", "request", "twin", "unicast", "vendor",
    ],
    values: [
      "0", "00:00:5e:00:53:11", "01:00:5e:90:10:07", "31:91:c4:07:5e:d7", "3c:91:c4:07:5e:da",
      "60 - len(arp)", "64 - 14 - len(arp)", "64 - len(arp)", "a8:91:c4:07:5e:d1", "eth.dst", "eth.src",
      "eth.type", "frames(opening, heard, server)", "ip.len", "laptop.mac", "len(arp)", "len(eth)",
      "len(eth.dst)", "len(eth.padding)", "len(eth.src)", "len(eth.type)", "moment.bytes",
      "moment.bytes + 4", "phone.mac", "printer.mac", "request.eth.dst", "router.lan.mac",
      "who(\"eth.accept\", astray, ignored)", "who(\"eth.accept\", opening, heard)",
      "{phone, printer, router, server}", "{phone, printer, router, switch}", "{phone, printer, router}",
      "{phone, printer}", "{printer}", "{router}",
    ],
    conditions: [
      "arp.opcode == 1", "arp.opcode == 2", "icmp.type == 8", "ip.len == 1500",
    ],
    places: [
      "eth.dst", "eth.dst.ig", "eth.dst.lg", "eth.padding", "eth.src", "eth.src.ig", "eth.src.lg",
      "eth.type", "ip.len", "laptop.mac", "phone", "phone.mac", "printer", "router", "server",
    ]
  )
}
