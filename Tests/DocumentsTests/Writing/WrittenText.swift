import Documents
import Foundation

/// One text of the program and where it is written.
struct WrittenText: Sendable {
  let file: String
  let line: Int
  let language: Language
  /// `◇` where a value is filled in.
  let text: String
}

extension WrittenText {
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// All that the program, its lessons and its documents say.
  static let all = Result { try readAll() }

  private static func readAll() throws -> [WrittenText] {
    var texts: [WrittenText] = []
    for file in try files(in: "Sources", ending: ".swift") where !isAboutTexts(file) {
      texts += swift(file, try content(file))
    }
    for file in try files(in: "lessons", ending: ".yaml") { texts += try yaml(file, try content(file)) }
    for file in try documents() { texts += markdown(file, try content(file)) }
    return texts
  }

  /// The rules themselves, with what they forbid.
  private static func isAboutTexts(_ file: String) -> Bool { file.hasPrefix("Sources/Documents/Writing/") }

  static func documents() throws -> [String] {
    try ["README.md", "CHANGELOG.md", "ARCHITECTURE.md"] + files(in: "docs", ending: ".md")
  }

  /// By path from the repository, in order.
  static func files(in folder: String, ending suffix: String) throws -> [String] {
    let root = repository.appendingPathComponent(folder).path
    return try FileManager.default.subpathsOfDirectory(atPath: root).filter { $0.hasSuffix(suffix) }
      .map { "\(folder)/\($0)" }.sorted()
  }

  static func content(_ file: String) throws -> String {
    try String(contentsOfFile: repository.appendingPathComponent(file).path, encoding: .utf8)
  }

  // MARK: Of one file

  /// Every literal: Korean where there is a Korean letter, else English where there are words.
  static func swift(_ file: String, _ source: String) -> [WrittenText] {
    SwiftLiterals(source).texts.compactMap { literal in
      if isKorean(literal.text) {
        return WrittenText(file: file, line: literal.line, language: .ko, text: literal.text)
      }
      guard literal.text.contains(" ") else { return nil }
      return WrittenText(file: file, line: literal.line, language: .en, text: literal.text)
    }
  }

  /// Every value of a key `en`, and every value with a Korean letter in it, but for lists of spellings.
  static func yaml(_ file: String, _ source: String) throws(DocumentError) -> [WrittenText] {
    func texts(_ node: DocumentNode, isEnglish: Bool) -> [WrittenText] {
      if let entries = node.entries {
        return entries.filter { !["also", "keep", "refuse"].contains($0.key) }
          .flatMap { texts($0.value, isEnglish: $0.key == "en") }
      }
      if let items = node.items { return items.flatMap { texts($0, isEnglish: isEnglish) } }
      guard let text = node.text, isEnglish || isKorean(text) else { return [] }
      return [
        WrittenText(
          file: file, line: node.position.line, language: isKorean(text) ? .ko : .en,
          text: text.withValuesAsSigns)
      ]
    }
    return texts(try Document.parse(Source(name: file, text: source)).root, isEnglish: false)
  }

  /// Every paragraph, row and item, without code.
  static func markdown(_ file: String, _ source: String) -> [WrittenText] {
    var texts: [WrittenText] = []
    var paragraph: (line: Int, text: String)?
    var isCode = false
    func keep() {
      guard let paragraph else { return }
      let text = paragraph.text.replacing(/`[^`]*`/, with: "◇")
      texts.append(
        WrittenText(file: file, line: paragraph.line, language: isKorean(text) ? .ko : .en, text: text))
    }
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.drop { $0 == " " }
      if words.hasPrefix("```") { isCode.toggle() }
      let isNew = words.hasPrefix("- ") || words.hasPrefix("|") || words.hasPrefix("#")
      if isCode || words.isEmpty || words.hasPrefix("```") || isNew {
        keep()
        paragraph = nil
      }
      if isCode || words.isEmpty || words.hasPrefix("```") { continue }
      paragraph = (paragraph?.line ?? index + 1, (paragraph.map { $0.text + " " } ?? "") + words)
    }
    keep()
    return texts
  }

  static func isKorean(_ text: String) -> Bool {
    text.unicodeScalars.contains { ("가"..."힣").contains($0) || ("ㄱ"..."ㅣ").contains($0) }
  }
}
