import Analysis
import Documents

/// What the start screen says of a lesson, read without the rest of the file.
package struct LessonHead: Hashable, Sendable {
  package let path: String
  package let id: String
  /// Older names.
  package let aliases: [String]
  package let title: LocalizedText
  /// As the author says.
  package let minutes: Int?
  package let stops: Int
  package let status: Lesson.Status

  /// nil when the file has no readable head; `check` says why.
  package init?(_ source: Source, path: String) {
    let head = source.head(before: ["network", "marks", "steps", "questions"])
    guard let values = try? Document.decode(head, as: LessonHead.shape) else { return nil }
    self.path = path
    id = values.id
    aliases = values.aliases
    title = values.title
    minutes = values.minutes
    status = values.status
    stops = LessonHead.stops(in: source.text)
  }

  private struct Values: Sendable {
    var id: String
    var aliases: [String]
    var title: LocalizedText
    var minutes: Int?
    var status: Lesson.Status
  }

  private static let shape = Shape<Values>.mapping("lesson") { m in
    m.ignoreOtherKeys()
    let id = m.required("id", .word, "")
    let aliases = m.optional("aliases", Shape<String>.word.list, default: [], "")
    let title = m.required("title", anyLanguage, "")
    let minutes = m.optional("minutes", .integer(in: 1...600), "")
    let status = m.optional("status", Lesson.Status.shape, default: .active, "")
    guard let id, let title else { return nil }
    return Values(id: id, aliases: aliases, title: title, minutes: minutes, status: status)
  }

  /// What has one language says the same in the other.
  private static let anyLanguage = Shape<LocalizedText>(
    expected: Shape<LocalizedText>.localized.expected, describe: Shape<LocalizedText>.localized.describe
  ) { node in
    let texts = Language.allCases.map { node[$0.rawValue]?.text }
    guard let first = texts.compactMap({ $0 }).first else { return nil }
    return LocalizedText(en: texts[0] ?? first, ko: texts[1] ?? first)
  }

  /// Counts the list items right under `steps:`, without parsing them.
  private static func stops(in text: String) -> Int {
    var indent: Int?
    var isInside = false
    var count = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !isInside {
        isInside = line.starts(with: "steps:".utf8)
        continue
      }
      let blanks = line.prefix { $0 == 0x20 }.count
      guard blanks < line.count else { continue }
      let first = line[line.index(line.startIndex, offsetBy: blanks)]
      if first == UInt8(ascii: "#") || first == 0x0D { continue }
      let isItem = first == UInt8(ascii: "-")
      if blanks == 0, !isItem { break }
      if isItem, indent == nil { indent = blanks }
      if isItem, blanks == indent { count += 1 }
    }
    return count
  }
}

extension LessonLibrary {
  /// The id of the first lesson that can be read.
  package var firstLesson: String? { lessonPaths.lazy.compactMap(head).first?.id }

  /// The heads of all lessons that can be read, in teaching order.
  package func heads() -> [LessonHead] {
    lessonPaths.compactMap(head)
  }

  private func head(_ path: String) -> LessonHead? {
    (try? source(path)).flatMap { LessonHead($0, path: path) }
  }
}
