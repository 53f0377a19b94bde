import Documents
import Foundation
import Testing

@testable import Networking

/// Small networks that each stand for a kind of fault: `Networks/NAME.yaml`.
enum CaseNetworks {
  static func file(_ name: String) throws -> NetworkFile {
    let url: Foundation.URL? = Bundle.module.url(forResource: "Networks/\(name)", withExtension: "yaml")
    return try NetworkFile.decode(Source(name: name, bytes: Array(try Data(contentsOf: #require(url)))))
  }

  /// Its story to the end, with its own script.
  static func story(_ name: String, seed: UInt64 = 1, limit: Int = 60_000) throws -> Story {
    try Story(file(name).world(seed: seed), limit: limit)
  }

  /// What is wrong with it, as `check` says it.
  static func findings(_ name: String) throws -> [String] {
    do {
      _ = try file(name)
      return []
    } catch let error as DocumentError {
      return error.findings.map(\.description)
    }
  }
}
