import Analysis
import Documents
import Testing

@testable import Lessons

struct ExplainQuestionTests {
  @Test func oneTellsAndThenTicks() throws {
    let question = try KindsSample().question("q_why")
    #expect(question.shapes.count == 2 && question.shapes[0] == .lines)
    #expect(
      question.shapes[1].choices.map(\.text.en.string) == ["both directions", "an old SYN", "a forged one"])
    #expect(question.grade(typed: "my own\nwords\ny y y") == .right)
    #expect(question.grade(typed: "my own\nwords\ny n y") == .wrong(nil))
    #expect(question.grade(typed: "y n") == .invalid(.noMarks(3)))
    #expect(question.key.foreseen.isEmpty && question.hides.isEmpty)
  }

  /// The points were seen: there is no second try, and what was left out is no mistake.
  @Test func itClosesWithTheTicks() throws {
    let question = try KindsSample().question("q_why")
    var state = QuestionState(question)
    let answer = try question.answer(typed: "words\nn y n")
    #expect(state.give(answer) == .shown(nil))
    #expect(state.outcome == .wrong && question.key.remark(on: answer)?.en == "You said 1 of 3.")
    let kept = try #require(state.kept)
    #expect(QuestionState(question, kept: kept) == state)
  }

  @Test(arguments: [
    ("y y y", [true, true]), ("n y n", [false, false]), ("n y y", [false, true]), ("n n n", [false, false]),
    ("y n y", [true, false]),
  ])
  func everyPointRatesItsCard(_ ticks: String, _ good: [Bool]) throws {
    let question = try KindsSample().question("q_why")
    let rated = try #require(question.key.ratings(of: try question.answer(typed: "w\n" + ticks)))
    #expect(rated.map(\.card) == ["tcp-numbers-both-ways", "tcp-old-syn"])
    #expect(rated.map(\.isRight) == good)
  }

  @Test func followUpsComeOfThePointsThatWereTicked() throws {
    let sample = try KindsSample()
    let question = sample.question("q_why")
    func next(_ ticks: String) throws -> [String] {
      sample.run.followUps(of: question, after: try question.answer(typed: "w\n" + ticks)).map(\.id)
    }
    #expect(try next("y n n") == ["q_third"])
    #expect(try next("n n y") == ["f_isn"])
    #expect(try next("y y y") == ["q_third", "f_isn"])
    #expect(try next("n n n") == [])
    #expect(sample.question("f_isn").about == question.about, "it is asked where it stands")
    #expect(sample.run.questions.contains { $0.id == "f_isn" } == false)
  }

  @Test(arguments: [
    (
      "{question: q_third, when", "{question: q_thrid, when",
      "no question is called \"q_thrid\"; did you mean \"q_third\"?"
    ),
    ("when: tcp-numbers-both-ways", "when: tcp-both-way", "no point has the card \"tcp-both-way\""),
    ("id: f_isn", "id: q_why", "two questions are called \"q_why\""),
  ])
  func whatIsNoFollowUpIsSaid(_ old: String, _ new: String, _ finding: String) {
    let findings = KindsSample.findings(old, new)
    #expect(findings.contains { $0.contains(finding) }, "\(findings)")
  }

  @Test func theSchemaHasEveryKind() {
    let schema = LessonSchema.text(pictures: [])
    for kind in QuestionKinds.all { #expect(schema.contains("\"const\": \"\(kind.kind)\"")) }
    for key in ["parts", "items", "points", "follow", "put"] { #expect(schema.contains("\"\(key)\": {")) }
  }

  @Test(arguments: Language.allCases)
  func thePlainDialogueAsksOn(language: Language) throws {
    let sample = try KindsSample()
    let reference = ReferenceLibrary(KindsSample.library)
    var dialogue = PlainDialogue(
      sample.run, language: language, reference: reference, step: 6, wrap: { text, _ in [text] })
    let en = language == .en
    _ = dialogue.begin()
    _ = dialogue.take("")
    // Two orders are given up.
    _ = dialogue.take("0")
    let asked = dialogue.take("0")
    #expect(asked.contains(en ? "Why three?" : "왜 셋일까요?"))
    #expect(dialogue.take("two numbers") == [])
    #expect(
      dialogue.take(".").prefix(2)
        == (en ? ["  1  both directions", "  2  an old SYN"] : ["  1  양방향", "  2  오래된 SYN"]))
    let said = dialogue.take("n y n")
    #expect(said.first == (en ? "You said 1 of 3." : "3개 중 1개를 말했습니다."))
    #expect(said.contains(en ? "A follow-up question." : "꼬리 질문."))
    #expect(said.contains(en ? "Which number?" : "몇 번?"))
    #expect(dialogue.take("").last == (en ? "finished: kinds" : "끝냄: kinds"))
  }

  @Test func thePlainDialogueSaysWhichPartsAreRight() throws {
    let sample = try KindsSample()
    var dialogue = PlainDialogue(
      sample.run, language: .en, reference: ReferenceLibrary(KindsSample.library), step: 4,
      wrap: { text, _ in [text] })
    _ = dialogue.begin()
    let asked = dialogue.take("")
    #expect(asked.contains("  Who sends it?") && asked.contains("    n  nobody"))
    let said = dialogue.take("web / SYN / n")
    #expect(
      said.prefix(4) == [
        "No. It also says yes.", "  Who sends it?: web: right", "  Flags: SYN: wrong",
        "  Acknowledgment number (raw): nothing: wrong",
      ])
  }
}
