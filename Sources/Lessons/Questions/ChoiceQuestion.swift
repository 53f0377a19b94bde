import Analysis
import Documents
import Networking

/// `choice`: one of a few values or sentences is right.
package struct ChoiceQuestion: Question {
  package static let kind = "choice"
  package static let documentation = "choose one of a few values or sentences"

  /// What an option shows.
  package enum Content: Sendable {
    case value(Located<Expression>)
    case text(LessonText)
    /// A text of the reference: `layers.transport`.
    case reference(Located<String>)
  }

  package struct Option: Sendable {
    package let content: Content
    package let note: LessonText?
    /// nil for the right answer.
    package let mistake: Mistake?
    package let place: Place
  }

  package let common: QuestionCommon
  package let answer: Option
  package let wrong: [Option]

  package static func read(_ m: MappingReader, _ common: QuestionCommon, _ vocabulary: ExpressionScope)
    -> ChoiceQuestion?
  {
    let right = Shape<Option>.mapping("answer") { m in option(m, vocabulary, mistake: nil) }
    let other = Shape<Option>.mapping("wrong answer") { m in
      let mistake = Mistake(m, vocabulary)
      guard let option = option(m, vocabulary, mistake: mistake), mistake != nil else { return nil }
      return option
    }
    let answer = m.required("answer", right, "the right one")
    let wrong = m.required("wrong", other.list, "the distractors, each with its own sentence")
    guard let answer, let wrong else { return nil }
    return ChoiceQuestion(common: common, answer: answer, wrong: wrong)
  }

  private static func option(_ m: MappingReader, _ vocabulary: ExpressionScope, mistake: Mistake?) -> Option?
  {
    let content = m.oneOf([
      TaggedCase(
        "is", Shape<Expression>.expression(.value, vocabulary).located.map { Content.value($0) },
        "a computed value"),
      TaggedCase("text", Shape<LessonText>.lessonText(vocabulary).map { Content.text($0) }, "a sentence"),
      TaggedCase(
        "ref",
        Shape<String>.parsed("a text of the reference like layers.transport") { $0 }.located.map {
          Content.reference($0)
        },
        "a text of the reference"),
    ])
    let note = m.optional("note", .lessonText(vocabulary), "what the value is, shown beside it")
    return content.map { Option(content: $0, note: note, mistake: mistake, place: m.node.place) }
  }

  package func prepare(_ preparation: inout Preparation) -> PreparedQuestion? {
    var seen: [Shown] = []
    var options: [ChoiceKey.Option] = []
    for option in [answer] + wrong {
      guard let shown = show(option, &preparation) else {
        if option.mistake == nil { return nil }
        continue
      }
      // A distractor that is right on this walk, or stands there already, is dropped.
      if let index = seen.firstIndex(where: { $0.isSame(as: shown) }) {
        preparation.drop(
          option.place,
          index == 0 ? "this wrong answer is the right one" : "this wrong answer is given twice")
        continue
      }
      seen.append(shown)
      let note = option.note.map { preparation.rendered($0) }
      preparation.checkRoom(for: shown.text, note, of: option)
      options.append(
        ChoiceKey.Option(
          choice: Choice(shown.text, note: note), mistake: option.mistake.map { preparation.prepared($0) }))
    }
    guard options.count > 1 else {
      preparation.problems.report(
        common.id.place.finding(
          "question \(quoted(common.id.value)): no wrong answer differs from the right one, \(quoted(seen[0].text.en.string))"
        ))
      return nil
    }
    if options.count > TextBudget.choices {
      preparation.problems.report(
        common.id.place.finding(
          "question \(quoted(common.id.value)) has \(options.count) choices; there is room for \(TextBudget.choices)"
        ))
    }
    let key = ChoiceKey(options: preparation.shuffled(options, of: common), reads: read(&preparation))
    return preparation.question(common, key)
  }

  private struct Shown {
    let text: LocalizedRendering
    let value: ExpressionValue?

    func isSame(as other: Shown) -> Bool {
      if let value, let theirs = other.value { return value == theirs }
      return text.text == other.text.text
    }
  }

  private func show(_ option: Option, _ preparation: inout Preparation) -> Shown? {
    switch option.content {
    case .text(let text): return Shown(text: preparation.rendered(text), value: nil)
    case .value(let expression):
      guard let reading = preparation.value(expression) else { return nil }
      let piece = RenderedText([.init(text: reading.text, expression: expression.value)])
      return Shown(text: LocalizedRendering(en: piece, ko: piece), value: reading.value)
    case .reference(let key):
      if let text = preparation.reference.text(at: key.value) {
        return Shown(text: LocalizedRendering(text), value: nil)
      }
      preparation.problems.report(key.place.finding("the reference has no text \(quoted(key.value))"))
      return nil
    }
  }

  private func read(_ preparation: inout Preparation) -> [ReadPlace] {
    guard case .value(let expression) = answer.content else { return [] }
    return preparation.places(readBy: expression.value)
  }
}

/// What decides whether the right option was chosen.
package struct ChoiceKey: QuestionKey {
  package struct Option: Equatable, Sendable {
    package let choice: Choice
    /// nil for the right one.
    package let mistake: PreparedMistake?

    package var isRight: Bool { mistake == nil }
  }

  package let options: [Option]
  package let reads: [ReadPlace]

  private var right: Int { options.firstIndex(where: \.isRight) ?? 0 }
  package var shapes: [InputShape] { [.choose(options.map(\.choice), several: false)] }
  package var solution: LocalizedRendering { options[right].choice.text }
  package var rightAnswer: Answer { .places([right]) }
  package var foreseen: [Answer] { options.indices.filter { !options[$0].isRight }.map { .places([$0]) } }

  package var hides: [Subject] { reads.map(\.subject) }

  package func grade(_ answer: Answer) -> Grade {
    guard case .places(let places) = answer, let index = places.first else {
      return .invalid(.noChoice(options.count))
    }
    return options[index].mistake.map { .wrong($0) } ?? .right
  }
}

extension Preparation {
  /// A choice and its note stand in one row.
  fileprivate func checkRoom(
    for text: LocalizedRendering, _ note: LocalizedRendering?, of option: ChoiceQuestion.Option
  ) {
    guard let measure else { return }
    let budget = TextBudget.choice
    for language in Language.allCases {
      let row = text[language].string + (note.map { "   " + $0[language].string } ?? "")
      guard measure(row, budget.columns) > budget.rows else { continue }
      problems.report(
        option.place.finding(
          "this choice (\(language.rawValue)) is longer than one row of \(budget.columns) columns"))
    }
  }
}
