import Analysis
import Documents
import Networking

/// A lesson on paper, for teachers: its stops and questions, with or without the answers, as plain text.
package struct AnswerSheet: Sendable {
  private let run: LessonRun
  private let head: LessonHead
  private let reference: ReferenceLibrary
  private let wrap: @Sendable (String, Int) -> [String]
  private let hasAnswers: Bool

  /// - Parameters:
  ///   - head: what the lesson's file says of itself.
  ///   - hasAnswers: answers, reasons and foreseen mistakes are there; else room to write.
  ///   - wrap: breaks a text into lines of at most so many columns.
  package init(
    _ run: LessonRun, head: LessonHead, reference: ReferenceLibrary, hasAnswers: Bool,
    wrap: @escaping @Sendable (_ text: String, _ columns: Int) -> [String]
  ) {
    self.run = run
    self.head = head
    self.reference = reference
    self.hasAnswers = hasAnswers
    self.wrap = wrap
  }

  /// All of it in one language.
  package func lines(_ language: Language) -> [String] {
    var page = Page(pages: PlainPages(run, language, reference, wrap), hasAnswers: hasAnswers)
    return page.title(head)
      + run.stops.indices.flatMap { index -> [String] in
        let stop = run.stops[index]
        return stop.before.flatMap { page.question($0, isBefore: true) } + page.pages.stop(index)
          + stop.after.flatMap { page.question($0, isBefore: false) }
      }
  }

  /// The sheet in one language while it is written.
  private struct Page {
    var pages: PlainPages
    let hasAnswers: Bool

    private var words: PlainWords { pages.words }
    private var language: Language { pages.language }

    func title(_ head: LessonHead) -> [String] {
      let run = pages.run
      let title = pages.lines(run.title[language])
      return title + [String(repeating: "=", count: 78)]
        + pages.lines(
          words.extent(stops: run.stops.count, questions: run.questions.count, minutes: head.minutes))
        + (run.number == run.ownSeed ? [] : pages.lines(words.variant(run.number, of: run.id)))
        + (head.goals.isEmpty ? [] : pages.lines(words.goals))
        + head.goals.flatMap { pages.lines($0[language], indent: "  - ") } + [""]
    }

    mutating func question(_ question: PreparedQuestion, isBefore: Bool) -> [String] {
      let number = pages.run.number(of: question) ?? 0
      let heading = "\(words.questionOnPaper) \(number)\(isBefore ? " (\(words.before))" : "")"
      var text = pages.lines("[\(heading)] \(question.ask[language].string)")
      for shape in question.shapes {
        // The points of an explanation are its answer.
        if case .mark = shape, !hasAnswers { continue }
        text += pages.material(shape, question.stand, of: question, isTyped: false)
      }
      return text + (hasAnswers ? answer(question) : room(question)) + [""]
    }

    /// What is right and why, and of each answer that was foreseen why it is not.
    private func answer(_ question: PreparedQuestion) -> [String] {
      let mistakes = question.key.foreseen.compactMap { answer -> String? in
        question.grade(answer).mistake.map {
          words.mistake(question.text(of: answer, language), $0.say[language].string)
        }
      }
      return pages.lines(words.answer(question.solution[language].string), indent: "  => ")
        + pages.lines(question.why[language].string, indent: "     ")
        + mistakes.flatMap { pages.lines($0, indent: "   - ") }
    }

    /// A line to write on; for one's own words several.
    private func room(_ question: PreparedQuestion) -> [String] {
      let rows = question.shapes.reduce(0) { count, shape in
        if case .lines = shape { count + 6 } else { max(count, 1) }
      }
      let rule = String(repeating: "_", count: 60)
      return ["", "  \(words.yourAnswer) \(rule)"] + (1..<max(1, rows)).flatMap { _ in ["", "  \(rule)"] }
    }
  }
}
