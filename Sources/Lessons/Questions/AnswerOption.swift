import Analysis
import Documents
import Networking

/// What can be chosen, right or wrong: a value, a sentence, a text of the reference.
package struct AnswerOption: Sendable {
  package enum Content: Sendable {
    case value(Located<Expression>)
    case text(LessonText)
    /// A text of the reference: `layers.transport`.
    case reference(Located<String>)
    /// Every other value of a column of a table.
    case others(Located<Others>)
    /// What comes of the mistake's own wrong rule.
    case model
  }

  package let content: Content
  package let note: LessonText?
  /// nil for a right answer.
  package let mistake: Mistake?
  /// It is always among those that are drawn.
  package let isKept: Bool
  package let place: Place

  /// The value that it is, when it is one.
  var value: Expression? { if case .value(let expression) = content { expression.value } else { nil } }

  /// One option stands for several.
  var isMany: Bool { if case .others = content { true } else { false } }

  /// The notes of all, and the sentences of those that are wrong.
  static func textsWhileOpen(right: [AnswerOption], wrong: [AnswerOption]) -> [LessonText] {
    (right + wrong).compactMap(\.note)
      + wrong.compactMap { if case .text(let text) = $0.content { text } else { nil } }
  }

  static func shape(_ scope: LessonScope, isRight: Bool) -> Shape<Self> {
    .mapping(isRight ? "right answer" : "wrong answer") { m in
      let contents: [TaggedCase<Content>] = [
        TaggedCase(
          "is", Shape<Expression>.expression(.value, scope.names).located.map { .value($0) },
          "a computed value"),
        TaggedCase("text", Shape<LessonText>.lessonText(scope).map { .text($0) }, "a sentence"),
        TaggedCase(
          "ref",
          Shape<String>.parsed("a text of the reference like layers.transport") { $0 }.located.map {
            .reference($0)
          },
          "a text of the reference"),
      ]
      let others = TaggedCase(
        "others", Shape<Others>.otherValues(scope).located.map { Content.others($0) },
        "every other value of a column of a table: switch.mac.port")
      let written = m.oneOf(isRight ? contents : contents + [others], isRequired: isRight)
      let isModel = !isRight && !["is", "text", "ref", "others"].contains(where: m.has)
      let content = isModel ? .model : written
      let note = m.optional("note", .lessonText(scope), "what the value is, shown beside it")
      if isRight {
        return content.map { Self(content: $0, note: note, mistake: nil, isKept: true, place: m.node.place) }
      }
      let isKept = m.optional("keep", .bool, default: false, "it is always among those that are drawn")
      let mistake = Mistake(m, scope)
      guard let content, let mistake else { return nil }
      return Self(content: content, note: note, mistake: mistake, isKept: isKept, place: m.node.place)
    }
  }

  /// As it is shown on this walk.
  struct Shown {
    let text: LocalizedRendering
    let value: ExpressionValue?

    init(_ text: LocalizedRendering) { (self.text, value) = (text, nil) }

    init(_ reading: Reading, of expression: Expression?) {
      let piece = RenderedText([.init(text: reading.text, expression: expression)])
      text = LocalizedRendering(en: piece, ko: piece)
      value = reading.value
    }

    func isSame(as other: Shown) -> Bool {
      if let value, let theirs = other.value { return value == theirs }
      return text.text == other.text.text
    }
  }
}

extension Preparation {
  /// A right answer; nil after reporting why there is none.
  mutating func shown(right option: AnswerOption) -> AnswerOption.Shown? {
    guard case .value(let expression) = option.content else {
      return shown(wrong: option, instead: nil).first
    }
    return value(expression).map { AnswerOption.Shown($0, of: expression.value) }
  }

  /// What a wrong answer is on this walk: mostly one, nothing where its value is absent.
  private mutating func shown(wrong option: AnswerOption, instead right: Expression?) -> [AnswerOption.Shown]
  {
    switch option.content {
    case .model:
      guard let mistake = option.mistake else { return [] }
      guard let right else {
        problems.report(
          mistake.tag.place.finding(
            "beside a sentence nothing can be computed; say is: or text: what is chosen"))
        return []
      }
      return modelled(mistake, of: right).map { [AnswerOption.Shown($0, of: nil)] } ?? []
    case .text(let text): return [AnswerOption.Shown(rendered(text))]
    case .value(let expression):
      return wrongValue(expression).map { [AnswerOption.Shown($0, of: expression.value)] } ?? []
    case .reference(let key):
      if let text = reference.text(at: key.value) { return [AnswerOption.Shown(LocalizedRendering(text))] }
      problems.report(key.place.finding("the reference has no text \(quoted(key.value))"))
      return []
    case .others(let others):
      let values = values(of: others.value)
      if values.isEmpty { drop(others.place, "this table is empty") }
      return values.map { AnswerOption.Shown(Reading($0), of: nil) }
    }
  }

  typealias Distractor = (option: AnswerOption, shown: AnswerOption.Shown)

  /// The wrong options that are wrong on this walk, and each but once: what is right, or stands there already, is
  /// dropped; what is absent disappears. Those that stand for several come last: what is said of one goes before.
  /// - Parameter value: the right value, when it is one.
  mutating func distinct(
    _ wrong: [AnswerOption], from right: [AnswerOption.Shown], _ value: Expression?
  ) -> [Distractor] {
    var seen = right
    var kept: [Distractor] = []
    for option in wrong.filter({ !$0.isMany }) + wrong.filter(\.isMany) {
      for shown in shown(wrong: option, instead: value) {
        if let index = seen.firstIndex(where: { $0.isSame(as: shown) }) {
          if option.isMany { continue }
          drop(
            option.place,
            index < right.count ? "this wrong answer is the right one" : "this wrong answer is given twice")
          continue
        }
        seen.append(shown)
        kept.append((option, shown))
      }
    }
    return kept
  }

  /// Whether at least two distractors remain; reported where not.
  func areEnough(_ distractors: [Distractor], _ common: QuestionCommon) -> Bool {
    if distractors.count >= 2 { return true }
    let count = distractors.isEmpty ? "no wrong answer differs" : "only one wrong answer differs"
    problems.report(
      common.id.place.finding(
        "question \(quoted(common.id.value)): \(count) from what is right; two must remain"))
    return false
  }

  /// So many of a pool, in its order: those that are kept, and of the others those that the seed draws.
  func drawn(_ pool: [Distractor], _ count: Int, of common: QuestionCommon) -> [Distractor] {
    guard pool.count > count else { return pool }
    let kept = pool.indices.filter { pool[$0].option.isKept }.prefix(count)
    let others = shuffled(pool.indices.filter { !kept.contains($0) }, of: common)
    let chosen = Set(kept).union(others.prefix(count - kept.count))
    return pool.indices.filter(chosen.contains).map { pool[$0] }
  }

  /// An option as it is chosen. A choice and its note stand in one row.
  mutating func prepared(_ option: AnswerOption, _ shown: AnswerOption.Shown) -> ChoiceKey.Option {
    let note = option.note.map { rendered($0) }
    checkRoom(for: shown.text, note, at: option.place)
    return ChoiceKey.Option(
      choice: Choice(shown.text, note: note), mistake: option.mistake.map { prepared($0) }, value: shown.value
    )
  }

  func checkRoom(for text: LocalizedRendering, _ note: LocalizedRendering? = nil, at place: Place) {
    guard let measure else { return }
    let budget = TextBudget.choice
    for language in Language.allCases {
      let row = text[language].string + (note.map { "   " + $0[language].string } ?? "")
      guard measure(row, budget.columns) > budget.rows else { continue }
      problems.report(
        place.finding(
          "this choice (\(language.rawValue)) is longer than one row of \(budget.columns) columns")
      )
    }
  }
}
