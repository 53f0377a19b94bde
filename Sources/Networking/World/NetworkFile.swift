import Documents

/// A network as a file describes it (`lessons/networks/*.yaml`). Building a world from it takes a seed.
package struct NetworkFile: Sendable {
  package struct Device: Sendable {
    package var kind: Networking.Device.Kind
    package var label: LocalizedText
    package var resolver: Located<IPv4Address>?
    package var ports: Int?
    /// Nanoseconds after which a switch forgets an address that it has not heard of; nil: the standard's.
    package var ageing: Located<Int64>?
    package var interfaces: [(name: Located<String>, value: Interface)]
    package var routes: [Located<RouteLine>]
    package var runs: [Located<AnyApplication>]
  }

  package struct Interface: Sendable {
    package var mac: Located<MACAddress>
    package var address: Located<IPv4Prefix>
    package var gateway: Located<IPv4Address>?
    /// Another interface of the network has its MAC or IP address too, and is meant to.
    package var isDuplicate: Bool
  }

  /// `198.51.100.0/24 via 192.0.2.6`
  package struct RouteLine: Sendable {
    package var prefix: IPv4Prefix
    package var gateway: IPv4Address
  }

  /// `laptop.eth0`, `switch.1`
  package struct End: Sendable {
    package var device: String
    package var port: String
  }

  package struct Cable: Sendable {
    package var ends: (Located<End>, Located<End>)
    package var rate: Int64
    package var delay: Int64
    package var mtu: Int
  }

  /// 1 or 2; only 2 has `ageing`, `marks`, `vary` and `faults`.
  package var format: Int
  /// Something that can be wrong with the network, by the key it has in the file.
  package struct Fault: Sendable {
    package var title: LocalizedText
    /// What is done to have it.
    package var actions: [Located<ForkAction>]
  }

  /// A switch's, when the file does not say how many.
  static let usualPorts = 4

  package var id: String
  package var title: LocalizedText
  package var clock: DateTime
  /// The device whose first cable `run --write` records by default.
  package var capture: Located<String>?
  package var devices: [(name: Located<String>, value: Device)]
  package var cables: [Cable]
  package var script: [Located<String>]
  /// Moments that every lesson on this network may name.
  package var marks: [KeyedValue<Where>] = []
  /// What may be otherwise in every run.
  package var vary: Set<NetworkVariation> = []
  package var faults: [KeyedValue<Fault>] = []
  /// As it was read.
  package private(set) var source = Source(name: "", text: "")
  /// What was built of it when it was read.
  private var planned: Plan?

  init(
    format: Int, id: String, title: LocalizedText, clock: DateTime, capture: Located<String>?,
    devices: [(name: Located<String>, value: Device)], cables: [Cable], script: [Located<String>]
  ) {
    self.format = format
    self.id = id
    self.title = title
    self.clock = clock
    self.capture = capture
    self.devices = devices
    self.cables = cables
    self.script = script
  }

  package static func decode(_ source: Source) throws(DocumentError) -> NetworkFile {
    let document = try Document.parse(source)
    var file = try document.decode(shape)
    file.source = source
    file.planned = file.plan(document.problems)
    if !document.problems.isEmpty { throw DocumentError(document.problems.ordered) }
    return file
  }

  /// The world at time 0. `script` replaces the file's own.
  package func world(seed: UInt64, script lines: [ScriptLine]? = nil) -> World {
    guard let plan = planned else { preconditionFailure("a network file is built when it is decoded") }
    return World(
      clock: clock.seconds, seed: seed, devices: plan.devices, cables: plan.cables,
      script: lines ?? plan.script)
  }

  /// A fault by its name.
  package func fault(_ name: Located<String>) throws(DocumentError) -> Fault {
    if let fault = faults.first(where: { $0.key == name.value }) { return fault.value }
    throw DocumentError([
      name.place.finding(
        "\(id) has no fault \(quoted(name.value))" + suggestion(for: name.value, in: faults.map(\.key)))
    ])
  }
}
