import Analysis
import Documents
import Networking

/// A question as a lesson file asks it; one type for each kind. Values are computed by `prepare`.
package protocol Question: Sendable {
  /// The word at `kind:`.
  static var kind: String { get }
  /// One line for `check --list questions`.
  static var documentation: String { get }
  /// Reads the keys that only this kind has: `answer`, `wrong` …
  static func read(_ reader: MappingReader, _ common: QuestionCommon, _ vocabulary: ExpressionScope) -> Self?

  var common: QuestionCommon { get }
  /// Computes the right answer and the wrong ones where the question is asked. What cannot be computed, or does not
  /// make a question, is reported; nil when there is nothing to ask then.
  func prepare(_ preparation: inout Preparation) -> PreparedQuestion?
}

/// All kinds, one line each.
package enum QuestionKinds {
  package static let all: [any Question.Type] = [
    ChoiceQuestion.self,
    NumberQuestion.self,
    PickQuestion.self,
  ]

  static func shape(_ vocabulary: ExpressionScope) -> Shape<any Question> {
    .mapping("question") { m in
      let common = QuestionCommon(m, vocabulary)
      let cases = all.map { kind in
        MappingCase<any Question>(kind.kind, kind.documentation) { reader in
          // With nothing known of what is common the kind still reads its keys, for their findings and the schema.
          guard let common else {
            readKeys(of: kind, reader, vocabulary)
            return nil
          }
          return kind.read(reader, common, vocabulary)
        }
      }
      return m.cases("kind", cases, "how it is answered")
    }
  }

  private static func readKeys(
    of kind: any Question.Type, _ reader: MappingReader, _ vocabulary: ExpressionScope
  ) {
    _ = kind.read(reader, .unknown(at: reader.node.place), vocabulary)
  }
}

/// What every question has.
package struct QuestionCommon: Sendable {
  package let id: Located<String>
  /// The concept that is remembered; the schedule is keyed by it.
  package let card: String
  /// The mark whose frame it is about; nil: the frame of its step.
  package let mark: Located<String>?
  package let ask: LessonText
  package let hints: [LessonText]
  package let why: LessonText
  package let tests: [QuestionTest]

  init?(_ m: MappingReader, _ vocabulary: ExpressionScope) {
    let id = m.required("id", Shape<String>.word.located, "its name, for steps")
    let card = m.required("card", .word, "the concept that is remembered")
    let mark = m.optional(
      "in", Shape<String>.parsed("a mark") { $0 }.located, "the mark whose frame it is about")
    let ask = m.required("ask", .lessonText(vocabulary), "the question, at most two lines")
    let hints = m.optional(
      "hints", Shape<LessonText>.lessonText(vocabulary).list, default: [], "given one by one")
    let why = m.required("why", .lessonText(vocabulary), "why the answer is right; said after every answer")
    let tests = m.optional(
      "tests", QuestionTest.shape.list, default: [], "answers with what must come of them, for check")
    guard let id, let card, let ask, let why else { return nil }
    self.id = id
    self.card = card
    self.mark = mark
    self.ask = ask
    self.hints = hints
    self.why = why
    self.tests = tests
  }

  private init(at place: Place) {
    let nothing = LessonText.Version.empty(at: place)
    id = Located("", at: place)
    card = ""
    mark = nil
    ask = LessonText(en: nothing, ko: nothing)
    hints = []
    why = ask
    tests = []
  }

  static func unknown(at place: Place) -> QuestionCommon { QuestionCommon(at: place) }
}

extension LessonText.Version {
  fileprivate static func empty(at place: Place) -> Self {
    var errors: [TextError] = []
    return Self(template: Template("", language: .en, errors: &errors), expressions: [], place: place)
  }
}

/// An answer that an author tries out: `{give: "0x12", right: true}`.
package struct QuestionTest: Sendable {
  package enum Expectation: Hashable, Sendable {
    case right
    /// Wrong, for the mistake with this tag.
    case tag(String)
    /// No answer of this kind.
    case invalid
  }

  package let give: String
  package let expectation: Expectation
  package let place: Place

  static let shape = Shape<QuestionTest>.mapping("test") { m in
    let give = m.required(
      "give", Shape<String>.parsed("an answer as a learner types it") { $0 }, "what is answered")
    let yes = Shape<Bool>.bool
    let expectation = m.oneOf([
      TaggedCase("right", yes.map { _ in Expectation.right }, "it is right"),
      TaggedCase("tag", Shape<String>.word.map { Expectation.tag($0) }, "it is this mistake"),
      TaggedCase("invalid", yes.map { _ in Expectation.invalid }, "it is not an answer of this kind"),
    ])
    guard let give, let expectation else { return nil }
    return QuestionTest(give: give, expectation: expectation, place: m.node.place)
  }
}

/// A wrong answer that was foreseen.
package struct Mistake: Sendable {
  /// The misconception behind it.
  package let tag: String
  package let say: LessonText

  init?(_ m: MappingReader, _ vocabulary: ExpressionScope) {
    let tag = m.required("tag", .word, "the misconception it comes from")
    let say = m.required("say", .lessonText(vocabulary), "what is said to who answers this")
    guard let tag, let say else { return nil }
    self.tag = tag
    self.say = say
  }
}
