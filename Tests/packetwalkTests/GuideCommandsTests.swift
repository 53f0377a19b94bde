import Foundation
import Testing

@testable import packetwalk

/// docs/writing-lessons.md and the command line.
@Suite struct GuideCommandsTests {
  /// Every command that it tells to type is one.
  @Test func theCommandsOfTheGuideAreCommands() throws {
    let path = Foundation.URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/writing-lessons.md").path
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
      .filter { $0.hasPrefix("packetwalk ") }
    #expect(lines.count >= 10)
    for line in lines {
      let command = line.components(separatedBy: "  #")[0].components(separatedBy: " > ")[0]
      // What stands in quotes is one word.
      let words = command.components(separatedBy: "\"").enumerated().flatMap { index, part in
        index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
      }
      #expect(throws: Never.self, "\(line)") { try Packetwalk.parseAsRoot(Array(words.dropFirst())) }
    }
  }
}
