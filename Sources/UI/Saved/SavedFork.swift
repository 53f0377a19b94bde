import Documents
import Foundation
import Networking

/// A fork as it is kept between runs: what was done, where, and how far it was walked. The rest is recorded again.
struct SavedFork: Codable, Equatable {
  /// The name of its kind of moment: `you.ping`.
  var kind: String
  /// The moment of the branch it left, after which it was done.
  var after: Int
  var position: WalkPosition
  var frame: Int?
  var cable: Int?
  var nanoseconds: Int64?
  /// As a line of the script: `laptop: ping 192.0.2.1`.
  var line: String?
  var edit: Edit?
  /// Of `frame`, counted from 0.
  var bit: Int?
  /// The two ends of a new cable: device and port of one, then of the other.
  var ends: [Int]?
  var device: Int?
  /// Nanoseconds of the walk.
  var until: Int64?
  /// Out of which a switch was made to send.
  var ports: [Int]?
  /// The next hop that was decided.
  var gateway: String?

  /// A field that was overwritten.
  struct Edit: Codable, Equatable {
    var field: String
    var old: String
    var new: String
    var checksums: String
    /// The whole frame.
    var bytes: Data
  }

  init?(_ branch: Branch) {
    guard let whatIf = branch.whatIf else { return nil }
    let devices = branch.recording.timeline.front.devices
    kind = whatIf.kind.name
    after = branch.moment - 1
    position = branch.position
    frame = whatIf.frame
    switch whatIf {
    case .edit(_, let edit):
      self.edit = Edit(
        field: edit.field.name, old: edit.old, new: edit.new, checksums: edit.checksums.rawValue,
        bytes: Data(edit.bytes))
    case .delay(_, let nanoseconds): self.nanoseconds = nanoseconds
    case .ask(let line): self.line = line.text(in: devices)
    case .cut(let cable), .plug(let cable): self.cable = cable
    case .damage(_, let bit): self.bit = bit
    case .join(let one, let other): ends = [one, other].flatMap { [$0.device, $0.port] }
    case .restart(let device): self.device = device
    case .wait(let time): until = time
    case .decide(let decision):
      device = decision.device
      switch decision {
      case .ports(_, let ports): self.ports = ports
      case .nextHop(_, let gateway): self.gateway = gateway.description
      case .silence: break
      }
    case .lose, .script, .look: break
    }
  }

  /// What was done; nil when it does not fit this network.
  func whatIf(in world: World) -> WhatIf? {
    if let line { return (try? ScriptLine(line, in: world.devices)).map { .ask($0) } }
    if let cable {
      guard world.cables.indices.contains(cable) else { return nil }
      return kind == WhatIf.cut(cable: cable).kind.name ? .cut(cable: cable) : .plug(cable: cable)
    }
    if kind == WhatIf.script.kind.name { return .script }
    if let until { return .wait(until: until) }
    if let ends { return joined(ends, in: world) }
    if let device { return done(to: device, in: world) }
    guard let frame else { return nil }
    if let bit { return .damage(frame: frame, bit: bit) }
    if let nanoseconds { return .delay(frame: frame, nanoseconds: nanoseconds) }
    guard let edit else { return kind == WhatIf.lose(frame: frame).kind.name ? .lose(frame: frame) : nil }
    guard let checksums = EditedFrame.Checksums(rawValue: edit.checksums),
      let frameEdit = EditedFrame(
        field: edit.field, old: edit.old, new: edit.new, bytes: Array(edit.bytes),
        checksums: checksums)
    else { return nil }
    return .edit(frame: frame, frameEdit)
  }

  private func joined(_ ends: [Int], in world: World) -> WhatIf? {
    guard ends.count == 4 else { return nil }
    let (one, other) = (
      PortReference(device: ends[0], port: ends[1]), PortReference(device: ends[2], port: ends[3])
    )
    let fits = [one, other].allSatisfy {
      world.devices.indices.contains($0.device) && world.devices[$0.device].ports.indices.contains($0.port)
    }
    return fits ? .join(one, other) : nil
  }

  private func done(to device: Int, in world: World) -> WhatIf? {
    guard world.devices.indices.contains(device) else { return nil }
    if kind == WhatIf.restart(device: device).kind.name { return .restart(device: device) }
    if let ports { return .decide(.ports(device: device, ports)) }
    if let gateway {
      return IPv4Address(gateway).map { .decide(.nextHop(device: device, $0)) }
    }
    return .decide(.silence(device: device))
  }
}
