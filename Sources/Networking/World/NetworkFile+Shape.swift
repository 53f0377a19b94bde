import Documents

/// What a network file may hold: the decoder, its messages and its schema.
extension NetworkFile {
  package static let shape = Shape<NetworkFile>.mapping("network") { m in
    let format = m.required("format", .integer(in: 1...2), "version of this format")
    let id = m.required("id", .word, "the name by which lessons and commands find it")
    let title = m.required("title", .localized, "what it shows")
    let clock = m.required("clock", clock, "the world's calendar at time 0")
    let capture = m.optional(
      "capture", Shape<String>.text.located,
      "the device whose first cable is recorded by default")
    let devices = m.required("devices", device.entries(keys: Shape<String>.word), "the boxes, by name")
    let cables = m.required("cables", cable.list, "what connects them")
    let script = m.optional(
      "script", Shape<String>.text.located.list, default: [],
      "who does what, and when: \"laptop: ping printer\", \"at 25s: laptop: ping printer\"")
    let names = names(of: devices ?? [], marks: m.node["marks"]?.entries?.map(\.key) ?? [])
    let marks = m.optional(
      "marks", Where.shape(names).entries(keys: markName(names)), default: [],
      "moments that every lesson on this network may name")
    let vary = m.optional("vary", NetworkVariation.set, default: [], "what may be otherwise in every run")
    let faults = m.optional(
      "faults", fault(names).entries(keys: Shape<String>.word), default: [],
      "what can be wrong with it, by name")
    if format == 1 { reportKeysOfFormat2(m, devices ?? []) }
    guard let format, let id, let title, let clock, let devices, let cables else { return nil }
    var file = NetworkFile(
      format: format, id: id, title: title, clock: clock, capture: capture,
      devices: devices.map { (Located($0.key, at: $0.keyPlace), $0.value) }, cables: cables,
      script: script)
    (file.marks, file.vary, file.faults) = (marks, vary, faults)
    return file
  }

  /// What expressions in marks and faults may name.
  private static func names(of devices: [KeyedValue<Device>], marks: [String]) -> ExpressionScope {
    ExpressionScope(
      devices: Dictionary(
        devices.map {
          ($0.key, DeviceScope(ports: $0.value.portNames, $0.value.kind == .switch ? .bridge : .host))
        },
        uniquingKeysWith: { first, _ in first }),
      marks: Set(marks))
  }

  private static func markName(_ names: ExpressionScope) -> Shape<String> {
    .parsed("a name of letters, digits and \"_\" like syn2") { text throws(TextError) in
      let isName = text.utf8.allSatisfy {
        (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
      }
      guard isName, let first = text.utf8.first, (0x61...0x7a).contains(first) else { throw TextError("") }
      let objection =
        names.devices[text] != nil ? "a device is" : ExpressionScope.objection(to: text)
      guard let objection else { return text }
      throw TextError("a mark must not be called \(quoted(text)): \(objection)", atOffset: 0)
    }
  }

  private static func fault(_ names: ExpressionScope) -> Shape<Fault> {
    .mapping("fault") { m in
      let title = m.required("title", .localized, "what is wrong, in a few words")
      let actions = m.required("do", ForkAction.shape(names).located.list, "what is done to have it")
      guard let title, let actions else { return nil }
      return Fault(title: title, actions: actions)
    }
  }

  private static func reportKeysOfFormat2(_ m: MappingReader, _ devices: [KeyedValue<Device>]) {
    let problems = m.node.problems
    for entry in m.node.entries ?? [] where ["marks", "vary", "faults"].contains(entry.key) {
      problems.report(entry.keyPlace.finding(belongsToFormat2(entry.key)))
    }
    for ageing in devices.compactMap(\.value.ageing) {
      problems.report(ageing.place.finding(belongsToFormat2("ageing")))
    }
  }

  private static func belongsToFormat2(_ key: String) -> String {
    "\(quoted(key)) belongs to format 2: say \"format: 2\" at the top"
  }

  /// A walk can be captured, and a pcap file counts its seconds from 1970 in 32 bits, until 2106: what begins before
  /// 2100 has room to go on.
  private static let clock = Shape<DateTime>.parsed("a date like 2026-03-02T09:00:00+09:00") {
    text throws(TextError) in
    let date = try DateTime(text)
    guard (0..<4_102_444_800).contains(date.seconds) else {
      throw TextError("it can be from 1970 to 2099, as a capture file counts time from 1970 to 2106")
    }
    return date
  }

  private static let device = Shape<Device>.mapping("device") { m in
    let kind = m.required("kind", kind, "what it does")
    let label = m.required("label", .localized, "its name on screen, at most 6 columns")
    let resolver = m.optional("resolver", Shape<IPv4Address>.ipv4.located, "the DNS server its programs ask")
    let ports = m.optional("ports", .integer(in: 1...48), "how many sockets a switch has")
    let ageing = m.optional(
      "ageing", Shape<Int64>.duration(in: LearningSwitch.ageings).located,
      "after which a switch forgets an address from which no frame comes; "
        + "\(Quantity.durationText(LearningSwitch.usualAgeing)) if not said (IEEE 802.1D)")
    let interfaces = m.optional("interfaces", interfaces, default: [], "by name")
    let routes = m.optional("routes", routes, default: [], "prefixes and the next hop to them")
    let runs = m.optional("runs", programs, default: [], "its programs")
    guard let kind, let label else { return nil }
    return Device(
      kind: kind, label: label, resolver: resolver, ports: ports, ageing: ageing,
      interfaces: interfaces.map { (Located($0.key, at: $0.keyPlace), $0.value) }, routes: routes,
      runs: runs)
  }

  // A network may have many devices: these are made once for all of them.
  private static let kind = Shape<Networking.Device.Kind>.oneOf(
    Networking.Device.Kind.allCases.map { ($0.rawValue, $0) })
  private static let interfaces = interface.entries(keys: Shape<String>.word)
  private static let routes = route.located.list
  private static let programs = ApplicationFile.shape.located.list

  private static let interface = Shape<Interface>.mapping("interface") { m in
    let mac = m.required("mac", Shape<MACAddress>.mac.located, "its MAC address")
    let address = m.required(
      "address", Shape<IPv4Prefix>.prefix.located, "its IPv4 address with the prefix length")
    let gateway = m.optional("gateway", Shape<IPv4Address>.ipv4.located, "where packets to other networks go")
    let duplicate = m.optional(
      "duplicate", .bool, default: false, "its addresses are another's too, on purpose (RFC 5227)")
    guard let mac, let address else { return nil }
    return Interface(mac: mac, address: address, gateway: gateway, isDuplicate: duplicate)
  }

  private static let route = Shape<RouteLine>.parsed("a route like 198.51.100.0/24 via 192.0.2.6") {
    text throws(TextError) in
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3, words[1] == "via" else { throw TextError("expected: PREFIX via ADDRESS") }
    guard let prefix = IPv4Prefix(words[0]), prefix.network == prefix.address else {
      throw TextError("\(quoted(words[0])) is not a network prefix (host bits must be 0)", atOffset: 0)
    }
    guard let gateway = IPv4Address(words[2]) else {
      throw TextError(
        "\(quoted(words[2])) is not an IPv4 address", atOffset: text.utf8.count - words[2].utf8.count)
    }
    return RouteLine(prefix: prefix, gateway: gateway)
  }

  private static let end = Shape<End>.parsed("a port like laptop.eth0 or switch.1") {
    text throws(TextError) in try End(text)
  }

  private static let cable = Shape<Cable>.mapping("cable") { m in
    let ends = m.required("ends", .pair(end.located, end.located), "the two ports it joins")
    let rate = m.required("rate", .rate(in: 100...1_000_000_000_000), "bits per second")
    let delay = m.optional("delay", .duration(in: 0...WhatIf.longestDelay), default: 0, "from end to end")
    let mtu = m.optional("mtu", .integer(in: 68...9000), default: 1500, "octets of payload a frame may carry")
    guard let ends, let rate else { return nil }
    return Cable(ends: ends, rate: rate, delay: delay, mtu: mtu)
  }
}

extension Shape<IPv4Address> {
  package static var ipv4: Shape {
    .parsed("an IPv4 address like 192.0.2.1") { text throws(TextError) in
      guard let address = IPv4Address(text) else { throw TextError("\(quoted(text)) is not an IPv4 address") }
      return address
    }
  }
}

extension Shape<IPv4Prefix> {
  package static var prefix: Shape {
    .parsed("an address with its prefix length like 192.0.2.130/26") { text throws(TextError) in
      guard let prefix = IPv4Prefix(text) else {
        throw TextError("\(quoted(text)) is not an address with a prefix length")
      }
      return prefix
    }
  }
}

extension Shape<MACAddress> {
  package static var mac: Shape {
    .parsed("a MAC address like 00:00:5e:00:53:10") { text throws(TextError) in
      guard let address = MACAddress(text) else { throw TextError("\(quoted(text)) is not a MAC address") }
      return address
    }
  }
}
