import Documents

/// A network as a file describes it (`lessons/networks/*.yaml`). Building a world from it takes a seed.
package struct NetworkFile: Sendable {
  package struct Device: Sendable {
    package var kind: Networking.Device.Kind
    package var label: LocalizedText
    package var resolver: Located<IPv4Address>?
    package var ports: Int?
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

  package var id: String
  package var title: LocalizedText
  package var clock: DateTime
  /// The device whose first cable `run --write` records by default.
  package var capture: Located<String>?
  package var devices: [(name: Located<String>, value: Device)]
  package var cables: [Cable]
  package var script: [Located<String>]
  /// What was built of it when it was read.
  private var planned: Plan?

  init(
    id: String, title: LocalizedText, clock: DateTime, capture: Located<String>?,
    devices: [(name: Located<String>, value: Device)], cables: [Cable], script: [Located<String>]
  ) {
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
}
