import Documents
import Foundation

@testable import Networking

/// The networks that come with the program.
enum Networks {
  static let folder = Foundation.URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("lessons/networks")

  static func file(_ id: String) throws -> NetworkFile {
    let data = try Data(contentsOf: folder.appendingPathComponent("\(id).yaml"))
    return try NetworkFile.decode(Source(name: "\(id).yaml", bytes: Array(data)))
  }

  /// A world of the network, with its own script or these lines.
  static func world(_ id: String, seed: UInt64 = 1, script: [String]? = nil) throws -> World {
    let file = try file(id)
    let devices = file.world(seed: seed).devices
    let lines = try script?.map { try ScriptLine($0, in: devices) }
    return file.world(seed: seed, script: lines)
  }

  static func story(_ world: World, limit: Int = 100_000) -> Timeline {
    var timeline = Timeline(world)
    _ = timeline.extendToEnd(limit: limit)
    return timeline
  }
}
