import Documents

/// A box in the network: ports, and either a switch's or a host's (or router's) behaviour behind them.
package struct Device: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable { case host, router, `switch` }

  package var name: String
  /// What it is called on screen.
  package var label: LocalizedText
  package var kind: Kind
  package var ports: [Port]
  package var host: Host?
  package var bridge: LearningSwitch?

  package init(
    name: String, label: LocalizedText, kind: Kind, ports: [Port], host: Host? = nil,
    bridge: LearningSwitch? = nil
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.ports = ports
    self.host = host
    self.bridge = bridge
  }

  /// Nanoseconds from a frame's last bit until the device takes it up (its interrupt, its queue): a switch is quicker.
  /// The layers themselves take no time.
  package var handling: Int64 { kind == .switch ? 2000 : 10_000 }

  package func port(named name: String) -> Int? { ports.firstIndex { $0.name == name } }

  /// The layers it has: a switch ends at link, a router at internet.
  package var layers: [LayerKind] {
    switch kind {
    case .switch: [.physical, .link]
    case .router: [.physical, .link, .internet]
    case .host: [.physical, .link, .internet, .transport, .application]
    }
  }
}
