import Analysis
import Documents
import Networking

/// `text`: a word or a few are typed; case, blanks and full width make no difference.
package struct TextQuestion: Question {
  package static let kind = "text"
  package static let documentation = "type a word or a few: GET and get are one answer"

  /// One or several texts that say the same, or a value.
  package enum Spellings: Sendable {
    case texts([LessonText])
    case value(Located<Expression>)
  }

  package struct Wrong: Sendable {
    package let spellings: Spellings
    package let mistake: Mistake
    package let place: Place
  }

  package let common: QuestionCommon
  package let answer: Spellings
  package let wrong: [Wrong]

  package static func read(_ m: MappingReader, _ common: QuestionCommon, _ scope: LessonScope)
    -> TextQuestion?
  {
    let other = Shape<Wrong>.mapping("wrong text") { m in
      let spellings = m.oneOf(Spellings.cases(scope))
      let mistake = Mistake(m, scope)
      guard let spellings, let mistake else { return nil }
      return Wrong(spellings: spellings, mistake: mistake, place: m.node.place)
    }
    let answer = m.required(
      "right", Spellings.shape(scope), "the right word, or a list of spellings, the first of which is shown")
    let wrong = m.optional("wrong", other.list, default: [], "mistakes that can be foreseen")
    guard let answer else { return nil }
    return TextQuestion(common: common, answer: answer, wrong: wrong)
  }

  package func prepare(_ preparation: inout Preparation) -> PreparedQuestion? {
    guard let right = preparation.shown(right: answer), let solution = right.first else { return nil }
    let accepted = preparation.spellings(of: right)
    guard !accepted.contains(where: { TypedText.folded($0).isEmpty }) else {
      preparation.problems.report(
        common.id.place.finding(
          "question \(quoted(common.id.value)): a right text has no letter that could be typed"))
      return nil
    }
    var mistakes: [TextKey.Mistake] = []
    for each in wrong {
      let shown = preparation.shown(wrong: each.spellings)
      let own = preparation.spellings(of: shown).filter { spelling in
        if accepted.contains(where: { TypedText.isSame($0, spelling) }) {
          preparation.drop(each.place, "this wrong answer is the right one, \(spelling)")
          return false
        }
        return true
      }
      let new = own.filter { spelling in
        !mistakes.contains { $0.spellings.contains { TypedText.isSame($0, spelling) } }
      }
      if new.isEmpty {
        if !own.isEmpty { preparation.drop(each.place, "this wrong answer is given twice") }
        continue
      }
      mistakes.append(TextKey.Mistake(spellings: new, mistake: preparation.prepared(each.mistake)))
    }
    let reads = preparation.places(shownBy: solution)
    return preparation.question(
      common,
      TextKey(
        solution: solution, accepted: accepted, mistakes: mistakes, reads: reads,
        terms: KnownTerms(preparation.registries)))
  }
}

/// What decides whether the right word was typed.
package struct TextKey: QuestionKey {
  package struct Mistake: Equatable, Sendable {
    package let spellings: [String]
    package let mistake: PreparedMistake
  }

  package let solution: LocalizedRendering
  /// All that is right, whatever the language of the screen; the first is the one that is shown.
  package let accepted: [String]
  package let mistakes: [Mistake]
  package let reads: [ReadPlace]
  let terms: KnownTerms

  package var shapes: [InputShape] { [.type([Slot(.text)])] }
  package var spellings: [String] { accepted }
  package var rightAnswer: Answer { .lines([accepted[0]]) }
  package var foreseen: [Answer] { mistakes.map { .lines([$0.spellings[0]]) } }
  package var hides: [Subject] { reads.map(\.subject) }

  package func grade(_ answer: Answer) -> Grade {
    guard case .lines(let lines) = answer, let typed = lines.first, !TypedText.folded(typed).isEmpty else {
      return .invalid(.noValues(1))
    }
    if accepted.contains(where: { TypedText.isSame($0, typed) }) { return .right }
    return .wrong(mistakes.first { $0.spellings.contains { TypedText.isSame($0, typed) } }?.mistake)
  }

  package func normal(_ answer: Answer) -> Answer {
    guard case .lines(let lines) = answer else { return answer }
    return .lines(lines.map(TypedText.folded))
  }

  /// Another term of the glossary is said with its sentence.
  package func remark(on answer: Answer) -> LocalizedText? {
    guard case .lines(let lines) = answer, let typed = lines.first else { return nil }
    return terms.sentence(typed: typed)
  }
}

/// A word as a learner types it.
package enum TypedText {
  /// As it is compared: ` ＧＥＴ ` is `get`. Blanks within are left out too, for Korean is written with them and without.
  package static func folded(_ text: String) -> String {
    String(text.withHalfWidthForms.lowercased().filter { !$0.isWhitespace })
  }

  /// Whether two are one answer: spelled alike, or one MAC address with `:`, `-` or nothing between its digits.
  package static func isSame(_ one: String, _ other: String) -> Bool {
    let (one, other) = (folded(one), folded(other))
    if one == other { return true }
    guard let address = MACAddress(one) else { return false }
    return address == MACAddress(other)
  }
}

/// The glossary, for what is said of a word that is another term. It makes no question another.
struct KnownTerms: Equatable, Sendable {
  private let registries: Registries

  init(_ registries: Registries) { self.registries = registries }

  static func == (one: KnownTerms, other: KnownTerms) -> Bool { true }

  func sentence(typed text: String) -> LocalizedText? { registries.term(typed: text)?.say }
}

extension TextQuestion.Spellings {
  /// The keys of a wrong one.
  fileprivate static func cases(_ scope: LessonScope) -> [TaggedCase<Self>] {
    [
      TaggedCase(
        "is", Shape<Expression>.expression(.value, scope.names).located.map { .value($0) }, "a computed value"
      ),
      TaggedCase(
        "text", Shape<LessonText>.lessonText(scope).oneOrMore.map { .texts($0) },
        "a word, or a list of spellings"),
    ]
  }

  /// `{en: …, ko: …}`, a list of such, or `{is: …}`.
  fileprivate static func shape(_ scope: LessonScope) -> Shape<Self> {
    let texts = Shape<LessonText>.lessonText(scope).oneOrMore
    let value = Shape<Self>.mapping("right text") { m in
      m.required("is", Shape<Expression>.expression(.value, scope.names).located, "a computed value").map {
        .value($0)
      }
    }
    return Shape(
      expected: texts.expected,
      describe: { ["anyOf": [texts.describe($0), value.describe($0)]] },
      read: { node in node["is"] == nil ? texts(node).map { .texts($0) } : value(node) })
  }
}

extension Preparation {
  fileprivate mutating func shown(right spellings: TextQuestion.Spellings) -> [LocalizedRendering]? {
    switch spellings {
    case .texts(let texts): return texts.map { rendered($0) }
    case .value(let expression):
      return value(expression).map { [AnswerOption.Shown($0, of: expression.value).text] }
    }
  }

  fileprivate mutating func shown(wrong spellings: TextQuestion.Spellings) -> [LocalizedRendering] {
    switch spellings {
    case .texts(let texts): return texts.map { rendered($0) }
    case .value(let expression):
      return wrongValue(expression).map { [AnswerOption.Shown($0, of: expression.value).text] } ?? []
    }
  }

  /// All spellings of texts in both languages, with those that the glossary has of the same terms; each once.
  fileprivate func spellings(of texts: [LocalizedRendering]) -> [String] {
    let written = texts.flatMap { [$0.en.string, $0.ko.string] }
    var seen: Set<String> = []
    return (written + written.flatMap { registries.term(typed: $0)?.spellings ?? [] })
      .filter { seen.insert(TypedText.folded($0)).inserted }
  }
}
