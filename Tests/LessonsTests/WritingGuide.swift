import Documents
import Foundation

@testable import Lessons

/// The examples of docs/writing-lessons.md, as a folder of lessons. What a block of it is stands after its language:
/// the name of its file, `question` or `before` (asked at the last step of handshake.yaml), `after STEP` (steps that come after
/// it there). A `diff` changes that lesson, and the `console` after it has what `check` says then.
struct WritingGuide {
  struct Block: Equatable {
    let language: String
    let role: String
    let text: String
    /// Of its first line.
    let line: Int
  }

  struct Change {
    let old: String
    let new: String
    let says: [String]
  }

  let blocks: [Block]

  static let path = BuiltInTests.repository.appendingPathComponent("docs/writing-lessons.md").path
  static let lesson = "handshake.yaml"

  init() throws {
    let lines = try String(contentsOfFile: Self.path, encoding: .utf8).components(separatedBy: "\n")
    var blocks: [Block] = []
    var open: (info: String, line: Int, text: [String])?
    for (index, line) in lines.enumerated() {
      guard line.hasPrefix("```") else {
        open?.text.append(line)
        continue
      }
      if let block = open {
        let words = block.info.split(separator: " ", maxSplits: 1).map(String.init)
        blocks.append(
          Block(
            language: words.first ?? "", role: words.count > 1 ? words[1] : "",
            text: block.text.joined(separator: "\n"), line: block.line))
        open = nil
      } else {
        open = (String(line.dropFirst(3)), index + 2, [])
      }
    }
    precondition(open == nil, "the guide ends inside a block")
    self.blocks = blocks
  }

  func texts(_ role: String) -> [String] {
    blocks.filter { $0.language == "yaml" && $0.role == role }.map(\.text)
  }

  var files: [Block] { blocks.filter { $0.language == "yaml" && $0.role.hasSuffix(".yaml") } }

  /// What stands in a role's place before the blank: `after syn` → `syn`.
  func steps(_ role: String) -> [(step: String, text: String)] {
    blocks.filter { $0.language == "yaml" && $0.role.hasPrefix(role + " ") }
      .map { (String($0.role.dropFirst(role.count + 1)), $0.text) }
  }

  /// The lesson with all questions and steps that the guide adds to it.
  func wholeLesson() -> String? {
    guard var text = texts(Self.lesson).first else { return nil }
    text += "\n" + indented("before:\n" + indented(texts("before").joined(separator: "\n"), 2), 4)
    text += "\n" + indented("after:\n" + indented(texts("question").joined(separator: "\n"), 2), 4)
    for (step, steps) in steps("after") {
      var lines = text.components(separatedBy: "\n")
      guard let index = lines.firstIndex(of: "  - id: \(step)"),
        let next = lines[(index + 1)...].firstIndex(where: { $0.hasPrefix("  - ") })
      else { return nil }
      lines.insert(indented(steps, 2), at: next)
      text = lines.joined(separator: "\n")
    }
    return text + "\n"
  }

  private func indented(_ text: String, _ columns: Int) -> String {
    text.components(separatedBy: "\n").map { $0.isEmpty ? $0 : String(repeating: " ", count: columns) + $0 }
      .joined(separator: "\n")
  }

  /// Each `diff` with what `check` says of it.
  func changes() -> [Change] {
    zip(blocks, blocks.dropFirst()).compactMap { diff, console in
      guard diff.language == "diff", console.language == "console" else { return nil }
      let lines = diff.text.components(separatedBy: "\n")
      guard lines.count == 2, lines[0].hasPrefix("-"), lines[1].hasPrefix("+") else { return nil }
      return Change(
        old: String(lines[0].dropFirst()), new: String(lines[1].dropFirst()),
        says: console.text.components(separatedBy: "\n"))
    }
  }

  /// Writes the files of the guide into a folder of their own, and removes it afterwards.
  func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = NSTemporaryDirectory() + "packetwalk-guide-\(UInt64.random(in: 0...UInt64.max))"
    for file in files {
      let path = folder + "/" + file.role
      let parent = Foundation.URL(fileURLWithPath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
      try (file.text + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }

  /// What `check` says of a file of that folder.
  static func findings(_ name: String, in folder: String) -> [String] {
    checked(name, in: folder).ordered.map { $0.description.replacing(folder + "/", with: "") }
  }

  static func checked(_ name: String, in folder: String) -> LessonCheck {
    let library = LessonLibrary(folders: [folder] + BuiltInTests.library.folders)
    var check = LessonCheck(library, measure: LessonSample.rows)
    check.check("\(folder)/\(name)", isFolder: false)
    return check
  }
}
