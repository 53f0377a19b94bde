import Analysis
import Documents

/// What lists say of a lesson, read without the rest of the file.
package struct LessonHead: Hashable, Sendable {
  package var path: String
  package var id: String
  /// Older names.
  package var aliases: [String]
  package var title: LocalizedText
  /// As the author says.
  package var writtenMinutes: Int?
  package var stops: Int
  package var questions: Int
  package var status: Lesson.Status
  /// Ids of lessons that come before.
  package var needs: [String]
  package var topics: [String]
  /// What one can do afterwards.
  package var goals: [LocalizedText]

  package init(
    id: String, title: LocalizedText, stops: Int, minutes: Int? = nil, questions: Int = 0, path: String = "",
    aliases: [String] = [], status: Lesson.Status = .active, needs: [String] = [], topics: [String] = [],
    goals: [LocalizedText] = []
  ) {
    self.path = path
    self.id = id
    self.aliases = aliases
    self.title = title
    writtenMinutes = minutes
    self.stops = stops
    self.questions = questions
    self.status = status
    self.needs = needs
    self.topics = topics
    self.goals = goals
  }

  /// nil when the file has no readable head; `check` says why.
  package init?(_ source: Source, path: String) {
    guard let head = try? LessonHead.read(source, path: path) else { return nil }
    self = head
  }

  /// - Throws: what is wrong with the head, where. What comes after it is not read.
  package static func read(_ source: Source, path: String) throws(DocumentError) -> LessonHead {
    var head = try Document.decode(
      source.head(before: ["network", "marks", "steps", "questions"]), as: shape)
    head.path = path
    let outline = StepCount(source.text)
    (head.stops, head.questions) = (outline.steps, outline.questions)
    return head
  }

  /// About how long it takes: as the author says, by default 40 s a stop and 30 s a question.
  package var minutes: Int { writtenMinutes ?? max(1, (stops * 40 + questions * 30 + 59) / 60) }

  private static let shape = Shape<LessonHead>.mapping("lesson") { m in
    m.ignoreOtherKeys()
    let id = m.required("id", .word, "")
    let aliases = m.optional("aliases", Shape<String>.word.list, default: [], "")
    let title = m.required("title", anyLanguage, "")
    let minutes = m.optional("minutes", .integer(in: 1...600), "")
    let status = m.optional("status", Lesson.Status.shape, default: .active, "")
    let needs = m.optional("needs", Shape<String>.word.list, default: [], "")
    let topics = m.optional("topics", Shape<String>.word.list, default: [], "")
    let goals = m.optional("goals", anyLanguage.list, default: [], "")
    guard let id, let title else { return nil }
    return LessonHead(
      id: id, title: title, stops: 0, minutes: minutes, aliases: aliases, status: status, needs: needs,
      topics: topics, goals: goals)
  }

  /// What has one language says the same in the other.
  private static let anyLanguage = Shape<LocalizedText>(
    expected: Shape<LocalizedText>.localized.expected, describe: Shape<LocalizedText>.localized.describe
  ) { node in
    let texts = Language.allCases.map { node[$0.rawValue]?.text }
    guard let first = texts.compactMap({ $0 }).first else {
      node.reportMismatch(Shape<LocalizedText>.localized.expected)
      return nil
    }
    return LocalizedText(en: texts[0] ?? first, ko: texts[1] ?? first)
  }
}

extension LessonLibrary {
  /// The id of the first lesson that can be read.
  package var firstLesson: String? { lessonPaths.lazy.compactMap(head).first?.id }

  /// The heads of all lessons that can be read, in teaching order. One half is read on another core.
  package func heads() -> [LessonHead] {
    let paths = lessonPaths
    let second = Beside { [self] in paths[(paths.count / 2)...].compactMap(head) }
    return paths[..<(paths.count / 2)].compactMap(head) + second.value
  }

  private func head(_ path: String) -> LessonHead? {
    (try? source(path)).flatMap { LessonHead($0, path: path) }
  }
}
