/// What a device does in place of what it would have decided by itself.
package enum Decision: Equatable, Sendable {
  /// A switch, by index: sends the frame in hand out of these ports, by index; of none: keeps it.
  case ports(device: Int, [Int])
  /// A host or router: hands the packet in hand to this next hop, which is on one of its links.
  case nextHop(device: Int, IPv4Address)
  /// Any device: what it was about to send is not sent. It does not know: whatever it noted down stands.
  case silence(device: Int)

  /// Index in `World.devices`.
  package var device: Int {
    switch self {
    case .ports(let device, _), .nextHop(let device, _), .silence(let device): device
    }
  }

  /// Nothing is sent.
  var isSilence: Bool {
    switch self {
    case .ports(_, let ports): ports.isEmpty
    case .nextHop: false
    case .silence: true
    }
  }

  var kind: MomentKind {
    switch self {
    case .ports(_, let ports): ports.isEmpty ? WhatIf.moments.silence : WhatIf.moments.ports
    case .nextHop: WhatIf.moments.nextHop
    case .silence: WhatIf.moments.silence
    }
  }
}
