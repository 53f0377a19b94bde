import Documents
import Foundation
import Testing

@testable import Networking

/// The networks that come with the program, and small ones of the tests' own.
enum Networks {
  static let folder = Foundation.URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("lessons/networks")

  /// Each is read once.
  private static let loaded = Result { ["home": try read("home"), "two-hosts": try read("two-hosts")] }

  static func file(_ id: String) throws -> NetworkFile { try #require(try loaded.get()[id]) }

  private static func read(_ id: String) throws -> NetworkFile {
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

  /// A world with devices and cables in the form of a network file.
  static func world(devices: String, cables: String, script: [String]) throws -> World {
    let lines = script.map { "  - \"\($0)\"\n" }.joined()
    let text = """
      format: 2
      id: test
      title: {en: test, ko: test}
      clock: "2026-03-02T09:00:00+09:00"
      devices:
      \(devices)
      cables:
      \(cables)
      script:
      \(lines)
      """
    return try NetworkFile.decode(Source(name: "test.yaml", bytes: Array(text.utf8))).world(seed: 1)
  }

  static func host(_ name: String, _ octet: String, _ address: String, _ more: String = "") -> String {
    """
      \(name):
        kind: host
        label: {en: \(name), ko: \(name)}
        interfaces:
          eth0: {mac: "00:00:5e:00:53:\(octet)", address: "\(address)"\(more)}

    """
  }

  static func story(_ world: World, limit: Int = 100_000) -> Timeline {
    var timeline = Timeline(world)
    _ = timeline.extendToEnd(limit: limit)
    return timeline
  }
}
