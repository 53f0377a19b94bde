import Analysis
import Foundation
import Testing

/// docs/conventions.md names what holds each convention; the names are there.
@Suite struct ConventionsTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The rows of its table: number, what holds it.
  private static func rows() throws -> [(number: Int, how: String)] {
    try text("docs/conventions.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, let number = Int(cells[0]) else { return nil }
      return (number, cells[2])
    }
  }

  private static func sources() throws -> [String: String] {
    var sources: [String: String] = [:]
    let tests = root.appending(path: "Tests")
    for case let file as URL in FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil)!
    where file.pathExtension == "swift" {
      sources[file.deletingPathExtension().lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
    }
    return sources
  }

  @Test func everyConventionIsThereOnceAndHasATestOrAReason() throws {
    let rows = try Self.rows()
    #expect(rows.map(\.number) == Array(1...39))
    for row in rows {
      let isHeld =
        row.how.contains("`") || row.how.contains("Not followed: ") || row.how.contains("not a test")
      #expect(isHeld || row.how.contains("pairs"), "\(row.number): \(row.how)")
    }
  }

  @Test func theTestsItNamesExist() throws {
    let document = try Self.text("docs/conventions.md")
    let sources = try Self.sources()
    let names = document.matches(of: /`([A-Z]\w+Tests)\.(\w+)`/)
    #expect(names.count > 30)
    for name in names {
      let (suite, test) = (String(name.output.1), String(name.output.2))
      let source = sources[suite] ?? sources.values.first { $0.contains("struct \(suite) ") }
      #expect(source?.contains("func \(test)(") == true, "\(suite).\(test)")
    }
    let checks = try Self.text("tools/check-terminal")
    for name in document.matches(of: /`check-terminal: (\w+)`/) {
      #expect(checks.contains("def \(name.output.1)("), "\(name.output.1)")
    }
  }
}
