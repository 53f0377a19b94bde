import Documents

@testable import Networking

/// One TCP SYN of a Linux kernel (Captures/page-laptop.pcap, frame 7), seen as frame and as the mark `syn`.
struct ExpressionSample: ExpressionContext {
  static let vocabulary = ExpressionScope(
    devices: ["laptop": .host("eth0"), "router": .host("lan", "wan"), "switch": .bridge("1", "2", "3")],
    marks: ["syn", "quiet"])

  static let syn: [UInt8] = {
    let hex = """
      00005e00530100005e005310080045000 03c87f140004006c60ac0000282c633640ac9b0005088d7575100000000a002
      faf0746300000204 05b40402080a441efda30000000001030307
      """.filter(\.isHexDigit)
    let digits = Array(hex)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16)! }
  }()

  static let frame: Dissection = {
    var dissector = Dissector()
    return dissector.dissect(syn, number: 7, time: 12_000)
  }()

  var subject: Dissection? = frame

  mutating func dissection(of mark: String?) -> Dissection? {
    switch mark {
    case nil: subject
    case "syn": Self.frame
    default: nil
    }
  }

  mutating func moment(_ property: MomentProperty, of mark: String?) -> ExpressionValue? {
    switch property {
    case .number: .number(mark == nil ? 42 : 41)
    case .time: .time(1_500_000)
    case .device: .device("laptop")
    case .layer: .text("physical")
    case .kind: .text("phy.transmit")
    case .cause: .number(40)
    case .frame: .number(7)
    case .drop: nil
    case .detail(let field):
      switch field.name {
      case "gateway": .ipv4(IPv4Address("192.0.2.129")!)
      case "ports": .set(of: [.number(3), .number(2)])
      case "milliseconds": .time(93_400)
      default: nil
      }
    }
  }

  mutating func device(_ reference: DeviceReference) -> ExpressionValue? {
    switch (reference.device, reference.property) {
    case ("laptop", .ip): .ipv4(IPv4Address("192.0.2.130")!)
    case ("laptop", .mac): .mac(MACAddress("00:00:5e:00:53:10")!)
    case ("router", .mac): .mac(MACAddress("00:00:5e:00:53:01")!)
    case (_, .itself): .device(reference.device)
    case (_, .name): .text(reference.device)
    case ("laptop", .broadcast): .ipv4(IPv4Address("192.0.2.191")!)
    case ("laptop", .network): .ipv4(IPv4Address("192.0.2.128")!)
    case ("laptop", .peerPort): .port("1")
    case ("switch", .ports): .set(of: [.port("1"), .port("2"), .port("3")])
    default: nil
    }
  }

  /// Tables of the laptop in a home that has just opened a page, at time 30 s; a switch that knows one address.
  static let tables: [String: Device] = {
    let laptop = MACAddress("00:00:5e:00:53:10")!
    var host = Host(
      interfaces: [.init(name: "eth0", mac: laptop, address: IPv4Prefix("192.0.2.130/26")!)],
      routes: [
        Route(IPv4Prefix("192.0.2.128/26")!, interface: 0),
        Route(IPv4Prefix("0.0.0.0/0")!, gateway: IPv4Address("192.0.2.129")!, interface: 0),
      ])
    host.arp.insert(
      ARPCache.Row(
        interface: 0, address: IPv4Address("192.0.2.129")!, mac: MACAddress("00:00:5e:00:53:01")!,
        state: .stale, since: 10_000_000_000, moment: 3, started: 4))
    var step = Step(
      number: 9, now: 0, clock: 0,
      work: Work(device: 0, task: .deadline, cause: 0), random: SeededRandom(seed: 1))
    let end = { (text: String, port: UInt16) in Endpoint(IPv4Address(text)!, port) }
    let connection = host.connection(
      end("192.0.2.130", 51_632), end("198.51.100.10", 80), opening: true, &step)
    host.listen(port: 22, owner: 0)
    host.tcp.sockets.append(
      TCPSockets.Socket(
        descriptor: 4, owner: 0, connection: connection, origin: ValueOrigin(.network.configured, 0)))
    let label = LocalizedText(en: "", ko: "")
    return [
      "laptop": Device(name: "laptop", label: label, kind: .host, ports: [], host: host),
      "switch": Device(name: "switch", label: label, kind: .switch, ports: [], bridge: LearningSwitch()),
    ]
  }()

  mutating func table(_ reference: TableReference) -> TableSnapshot? {
    guard reference.mark != "quiet" else { return nil }
    return Self.tables[reference.device].map { TableSnapshot(reference.table, of: $0, at: 30_000_000_000) }
  }

  var earlier = 0
  mutating func hasHappened(_ mark: String) -> Bool { mark == "syn" && earlier == 0 }
  mutating func story(_ reference: StoryReference) throws(ExpressionError) -> ExpressionValue {
    throw ExpressionError("the sample has no story", at: reference.offset)
  }

  /// What messages list of a host: `ip, mac, …`, then its tables.
  static let known =
    (DeviceProperty.named.filter { $0.owner != .bridge }.map(\.rawValue)
    + TableDescriptor.all.filter { $0.keeper == .host }.map(\.id)).joined(separator: ", ")

  /// Whether it holds; nil and the error's text when it cannot be read.
  static func test(_ text: String) -> String {
    do throws(ExpressionError) {
      var sample = ExpressionSample()
      return sample.holds(try Expression(text, as: .condition, vocabulary)) ? "yes" : "no"
    } catch { return "\(error.offset): \(error.message)" }
  }

  static func value(_ text: String) -> String {
    do throws(ExpressionError) {
      var sample = ExpressionSample()
      return try sample.value(of: Expression(text, as: .value, vocabulary)).text
    } catch { return "\(error.offset): \(error.message)" }
  }
}
