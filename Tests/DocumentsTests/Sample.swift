@testable import Documents

/// A small format of its own, shaped like a network file.
struct Sample: Equatable {
  struct Interface: Equatable {
    var address: Located<String>
    var gateway: String?
  }
  struct Device: Equatable {
    var name: String
    var kind: String
    var label: LocalizedText
    var interfaces: [String: Interface]
    var runs: [Application]
  }
  enum Application: Equatable {
    case browser
    case web(port: Int, idle: Int64)
  }
  struct Cable: Equatable {
    var from: String
    var to: String
    var rate: Int64
    var delay: Int64
  }
  var clock: DateTime
  var devices: [Device]
  var cables: [Cable]

  /// Four numbers; stands for the parsers of addresses and expressions.
  static let address = Shape<String>.parsed("an IPv4 address like 192.0.2.1") { text throws(TextError) in
    var offset = 0
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      guard UInt8(part) != nil else {
        throw TextError("\(quoted(String(part))) is no octet", atOffset: offset)
      }
      offset += part.utf8.count + 1
    }
    return text
  }

  static let interface = Shape<Interface>.mapping("interface") { m in
    _ = m.optional("mac", .text, "Ethernet address")
    let address = m.required("address", address.located, "IPv4 address")
    let gateway = m.optional("gateway", Sample.address, "where packets to other networks go")
    guard let address else { return nil }
    return Interface(address: address, gateway: gateway)
  }

  static let application = Shape<Application>.tagged(
    "an application",
    [
      TaggedCase("browser", .mapping("browser") { _ in .browser }, "opens URLs"),
      TaggedCase(
        "web",
        .mapping("web server") { m in
          let port = m.required("port", .integer(in: 1...65535), "TCP port")
          let idle = m.optional(
            "idle", .duration(in: 0...Int64.max), default: 5_000_000_000, "closes after this silence")
          guard let port else { return nil }
          return .web(port: port, idle: idle)
        }, "serves pages"),
    ])

  static let device = Shape<Device>.mapping("device") { m in
    let kind = m.required("kind", .oneOf(["host", "switch", "router"].map { ($0, $0) }), "what it does")
    let label = m.required("label", .localized, "at most 6 columns")
    let interfaces = m.optional("interfaces", interface.entries(keys: .word), default: [], "by name")
    let runs = m.optional("runs", application.list, default: [], "its applications")
    guard let kind, let label else { return nil }
    return Device(
      name: "", kind: kind, label: label,
      interfaces: Dictionary(uniqueKeysWithValues: interfaces.map { ($0.key, $0.value) }), runs: runs)
  }

  static let cable = Shape<Cable>.mapping("cable") { m in
    let ends = m.required("ends", .pair(.text, .text), "device.interface twice")
    let rate = m.required("rate", .rate(in: 0...Int64.max), "bits per second")
    let delay = m.optional("delay", .duration(in: 0...Int64.max), default: 0, "from end to end")
    guard let ends, let rate else { return nil }
    return Cable(from: ends.0, to: ends.1, rate: rate, delay: delay)
  }

  static let shape = Shape<Sample>.mapping("network") { m in
    let clock = m.required("clock", .date, "the date at time 0")
    let devices = m.required("devices", device.entries(keys: .word), "by name")
    let cables = m.optional("cables", cable.list, default: [], "between two interfaces")
    guard let clock, let devices else { return nil }
    let named = devices.map { entry in
      var device = entry.value
      device.name = entry.key
      return device
    }
    return Sample(clock: clock, devices: named, cables: cables)
  }

  static let text = """
    clock: "2026-03-02T09:00:00+09:00"   # a fixed date
    devices:
      laptop:
        kind: host
        label: {en: laptop, ko: 노트북}
        interfaces:
          eth0: {mac: "00:00:5e:00:53:10", address: "192.0.2.130", gateway: '192.0.2.129'}
        runs: [browser]
      web:
        kind: host
        label:
          en: web
          ko: "\\uC6F9"
        runs:
          - web: {port: 80, idle: 1.5s}
          - browser
    cables:
      - {ends: [laptop.eth0, web.eth0], rate: 1Gbps, delay: 5us}
      - ends:
          - web.eth1
          - laptop.eth1
        rate: 500Mbps

    """
}

/// What decoding this text reports, one finding a line.
func findings<Value>(_ text: String, as shape: Shape<Value>) -> String {
  do {
    _ = try Document.decode(Source(name: "home.yaml", text: text), as: shape)
    return "none"
  } catch {
    return error.description
  }
}
