import Analysis
import Documents
import Networking

/// A question as a lesson file asks it; one type for each kind. Values are computed by `prepare`.
package protocol Question: Sendable {
  /// The word at `kind:`.
  static var kind: String { get }
  /// One line for `check --list questions`.
  static var documentation: String { get }
  /// What a first question of the kind has besides what all have, for `new question`.
  static func template(_ texts: TemplateTexts) -> String
  /// Reads the keys that only this kind has: `right`, `wrong` …
  static func read(_ reader: MappingReader, _ common: QuestionCommon, _ scope: LessonScope) -> Self?

  var common: QuestionCommon { get }
  /// Questions that stand in this one, to be asked after it.
  var inner: [any Question] { get }
  /// What stands beside the question while it is open: notes, labels, left sides, items; not what is right itself.
  var textsWhileOpen: [LessonText] { get }
  /// Other questions of the lesson that it names.
  var references: [Located<String>] { get }
  /// The cards that it asks for.
  var cards: [Located<String>] { get }
  /// Computes the right answer and the wrong ones at the moment that the question is about. What cannot be computed, or
  /// does not make a question, is reported; nil when there is nothing to ask then.
  func prepare(_ preparation: inout Preparation) -> PreparedQuestion?
}

extension Question {
  package var inner: [any Question] { [] }
  package var textsWhileOpen: [LessonText] { [] }
  package var references: [Located<String>] { [] }
  package var cards: [Located<String>] { [common.card] }
}

/// All kinds, one line each.
package enum QuestionKinds {
  package static let all: [any Question.Type] = [
    ChoiceQuestion.self,
    MultiQuestion.self,
    NumberQuestion.self,
    TextQuestion.self,
    PickQuestion.self,
    SpotQuestion.self,
    MatchQuestion.self,
    OrderQuestion.self,
    FillQuestion.self,
    PredictQuestion.self,
    ExplainQuestion.self,
  ]

  static func shape(_ scope: LessonScope) -> Shape<any Question> {
    .mapping("question") { m in read(m, scope) }
  }

  /// Reads what every question has and what its kind has.
  static func read(_ m: MappingReader, _ scope: LessonScope) -> (any Question)? {
    let common = QuestionCommon(m, scope)
    let cases = all.map { kind in
      MappingCase<any Question>(kind.kind, kind.documentation) { reader in
        // With nothing known of what is common the kind still reads its keys, for their findings and the schema.
        guard let common else {
          readKeys(of: kind, reader, scope)
          return nil
        }
        return kind.read(reader, common, scope)
      }
    }
    return m.cases("kind", cases, "how it is answered")
  }

  private static func readKeys(of kind: any Question.Type, _ reader: MappingReader, _ scope: LessonScope) {
    _ = kind.read(reader, .unknown(at: reader.node.place), scope)
  }
}

/// What every question has.
package struct QuestionCommon: Sendable {
  package let id: Located<String>
  /// The concept that is remembered; the schedule is keyed by it.
  package let card: Located<String>
  /// The moment whose frame it is about; nil: that of its step.
  package let about: Where?
  /// Where the screen stands while it is asked; nil: before a step at the stop before, after it at the step.
  package let stand: Where?
  /// One wording or several.
  package let ask: [LessonText]
  /// Never masked while it is asked.
  package let given: [Located<PlaceExpression>]
  /// Masked besides what the right answer reads.
  package let hide: [Located<PlaceExpression>]
  /// Lit with the explanation; none: what the right answer reads.
  package let show: [Located<PlaceExpression>]
  /// The field where "run my answer" puts a wrong one.
  package let runField: Located<PlaceExpression>?
  package let hints: [LessonText]
  package let why: LessonText
  package let tests: [QuestionTest]
  /// It makes sense away from its stop, too.
  package let isForQuiz: Bool

  init?(_ m: MappingReader, _ scope: LessonScope) {
    let text = Shape<LessonText>.lessonText(scope)
    let place = Shape<PlaceExpression>.place(scope.names).located
    let id = m.required("id", Shape<String>.questionID.located, "its name")
    let card = m.required("card", Shape<String>.word.located, "the concept that is remembered")
    about = m.optional("in", Where.shape(scope.names), "the moment it is about; by default the step's")
    stand = m.optional(
      "stand", Where.shape(scope.names),
      "where the screen is while it is asked; by default at the previous stop")
    let ask = m.required("ask", text.oneOrMore, "the question, or a list of wordings")
    given = m.optional("given", place.list, default: [], "what is never masked while it is asked")
    hide = m.optional("hide", place.list, default: [], "what is masked besides what the answer reads")
    show = m.optional(
      "show", place.list, default: [], "what is lit with the explanation; by default what the answer reads")
    runField = m.optional("as", place, "the field where a wrong answer is put to run it")
    if let runField, !runField.value.isField {
      m.node.problems.report(
        runField.place.finding("\"as\" is a field of a frame, where the answer is put to run it"))
    }
    let hints = m.optional(
      "hints", text.list, default: [], "up to three: what to notice, where to look, the rule")
    let why = m.required("why", text, "why the answer is right; said after every answer")
    tests = m.optional(
      "tests", QuestionTest.shape(scope).list, default: [], "answers with what must come of them, for check")
    isForQuiz = m.optional("quiz", .bool, default: true, "false: it makes sense only at this stop")
    if hints.count > 3 { m.report("there are \(hints.count) hints; three is the most", at: "hints") }
    guard let id, let card, let ask, let why else { return nil }
    self.id = id
    self.card = card
    self.ask = ask
    self.hints = hints
    self.why = why
  }

  private init(at place: Place) {
    let nothing = LessonText.Version.empty(at: place)
    id = Located("", at: place)
    card = Located("", at: place)
    (about, stand, runField) = (nil, nil, nil)
    why = LessonText(en: nothing, ko: nothing, literals: Literals())
    ask = [why]
    (given, hide, show, hints, tests) = ([], [], [], [], [])
    isForQuiz = true
  }

  static func unknown(at place: Place) -> QuestionCommon { QuestionCommon(at: place) }
}

extension LessonText.Version {
  fileprivate static func empty(at place: Place) -> Self {
    var errors: [TextError] = []
    return Self(template: Template("", language: .en, errors: &errors), expressions: [], place: place)
  }
}

extension Shape {
  /// One, or a list of them with at least one.
  var oneOrMore: Shape<[Value]> {
    let (one, list) = (self, list)
    return Shape<[Value]>(
      expected: "\(expected) or a list of such",
      describe: { ["anyOf": [one.describe($0), list.describe($0)]] },
      read: { node in
        guard let items = node.items else { return one(node).map { [$0] } }
        guard !items.isEmpty else {
          node.report("this list is empty")
          return nil
        }
        return list(node).flatMap { $0.isEmpty ? nil : $0 }
      })
  }
}

extension Shape<String> {
  /// `q_ack`: letters, digits, `_` and `-`.
  static var questionID: Shape {
    .parsed("a name like q_ack") { text throws(TextError) in
      let isName = text.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "_")
      }
      guard isName, let first = text.utf8.first, (0x61...0x7A).contains(first) else {
        throw TextError("only the letters a to z, digits, \"-\" and \"_\" are possible, a letter first")
      }
      return text
    }
  }
}

/// An answer that an author tries out: `{give: "0x12", right: true}`. Slots as in texts.
package struct QuestionTest: Sendable {
  package enum Expectation: Hashable, Sendable {
    case right
    /// Wrong, for the mistake with this tag.
    case tag(String)
    /// No answer of this kind.
    case invalid
  }

  /// One for each part.
  package let give: [LessonText.Version]
  package let expectation: Expectation
  package let place: Place

  static func shape(_ scope: LessonScope) -> Shape<QuestionTest> {
    .mapping("test") { m in
      let typed = Shape<LessonText.Version>.typed(scope)
      let give = m.required("give", typed.oneOrMore, "what is answered, as a learner types it")
      let yes = Shape<Bool>.yes
      let expectation = m.oneOf([
        TaggedCase("right", yes.map { _ in Expectation.right }, "it is right"),
        TaggedCase("tag", Shape<String>.word.map { Expectation.tag($0) }, "it is this mistake"),
        TaggedCase("invalid", yes.map { _ in Expectation.invalid }, "it is not an answer of this kind"),
      ])
      guard let give, let expectation else { return nil }
      return QuestionTest(give: give, expectation: expectation, place: m.node.place)
    }
  }
}

/// The same with its values, as one line.
struct PreparedTest: Sendable {
  let give: String
  let expectation: QuestionTest.Expectation
  let place: Place
}

/// A wrong answer that was foreseen.
package struct Mistake: Sendable {
  /// The misconception behind it, of the registry.
  package let tag: Located<String>
  /// What is said to who answers this; nil: the registry's sentence.
  package let say: LessonText?

  init?(_ m: MappingReader, _ scope: LessonScope) {
    let tag = m.required("tag", Shape<String>.word.located, "the misconception it comes from")
    say = m.optional("say", .lessonText(scope), "what is said to who answers this; by default the registry's")
    guard let tag else { return nil }
    self.tag = tag
  }
}
