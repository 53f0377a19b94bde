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
    guard let frame else { return nil }
    if let nanoseconds { return .delay(frame: frame, nanoseconds: nanoseconds) }
    guard let edit else { return kind == WhatIf.lose(frame: frame).kind.name ? .lose(frame: frame) : nil }
    guard let checksums = EditedFrame.Checksums(rawValue: edit.checksums),
      let frameEdit = EditedFrame(
        field: edit.field, old: edit.old, new: edit.new, bytes: Array(edit.bytes),
        checksums: checksums)
    else { return nil }
    return .edit(frame: frame, frameEdit)
  }
}
