import Analysis
import Documents
import Testing

@testable import Lessons

struct JudgedAnswerTests {
  /// Two blanks, each with a mistake of its own.
  private struct TwoParts: QuestionKey {
    var shapes: [InputShape] { [.order(choices("a", "b", "c"))] }
    var solution: LocalizedRendering { LocalizedRendering("a, b, c") }
    var rightAnswer: Answer { .places([0, 1, 2]) }
    var foreseen: [Answer] { [] }
    var reads: [ReadPlace] { [] }
    var hides: [Subject] { [] }
    var rates = false

    private func mistake(_ tag: String) -> PreparedMistake {
      PreparedMistake(tag: tag, say: LocalizedRendering("no"))
    }

    func grade(_ answer: Answer) -> Grade {
      answer == rightAnswer ? .right : .wrong(answer == .places([0, 2, 1]) ? nil : mistake("first"))
    }

    func parts(of answer: Answer) -> [PartGrade] {
      guard answer != rightAnswer else { return [PartGrade(isRight: true)] }
      return [
        PartGrade(isRight: true), PartGrade(isRight: false, mistake: mistake("first")),
        PartGrade(isRight: false, mistake: mistake("second")), PartGrade(isRight: false),
        PartGrade(isRight: false, mistake: mistake("second")),
      ]
    }

    func ratings(of answer: Answer?) -> [CardRating]? {
      rates ? [CardRating(card: "x", isRight: answer != nil), CardRating(card: "y", isRight: false)] : nil
    }
  }

  private func question(_ key: TwoParts) -> PreparedQuestion {
    let text = LocalizedRendering("?")
    return PreparedQuestion(id: "q", card: "c", ask: text, hints: [text], why: text, key: key)
  }

  @Test func eachTryIsJudgedWithAllItsMistakesAndTheHintsBefore() {
    var state = QuestionState(question(TwoParts()))
    var before = state
    _ = state.hint()
    #expect(state.judged(since: before).isEmpty)
    before = state
    state.isGuess = true
    _ = state.give(.places([2, 1, 0]))
    let wrong = state.judged(since: before)
    #expect(
      wrong == [
        JudgedAnswer(
          question: "q", card: "c", attempt: 1, answer: .places([2, 1, 0]), isRight: false,
          mistakes: ["first", "second"], hints: 1, isGuess: true)
      ])
    before = state
    _ = state.give(.places([0, 1]))
    #expect(state.judged(since: before).isEmpty, "no answer of this kind")
    _ = state.give(.places([0, 1, 2]))
    let right = state.judged(since: before)
    #expect(right.map(\.attempt) == [2] && right[0].isRight && right[0].mistakes.isEmpty)
    before = state
    _ = state.give(.places([0, 2, 1]))
    #expect(state.judged(since: before).isEmpty, "the question is closed")
  }

  @Test func aMistakeThatNobodyForesawStillHasThoseOfItsParts() {
    var state = QuestionState(question(TwoParts()))
    let before = state
    _ = state.give(.places([0, 2, 1]))
    #expect(state.judged(since: before).map(\.mistakes) == [["first", "second"]])
  }

  @Test func givingUpIsAnAnswerAndSkippingIsNone() {
    var state = QuestionState(question(TwoParts()))
    let before = state
    state.skip()
    #expect(state.judged(since: before).isEmpty)
    state = before
    _ = state.give(.places([2, 1, 0]))
    let once = state
    state.giveUp()
    let given = state.judged(since: once)
    #expect(
      given.map(\.attempt) == [2] && given[0].answer == nil && !given[0].isRight && given[0].mistakes == [])
    #expect(state.judged(since: before).map(\.attempt) == [1, 2])
    #expect(state.judged(since: state).isEmpty)
  }

  @Test func anAnswerMayRateOtherCardsThanTheQuestions() {
    var key = TwoParts()
    key.rates = true
    var state = QuestionState(question(key))
    let before = state
    _ = state.give(.places([0, 1, 2]))
    #expect(state.judged(since: before).map { "\($0.card) \($0.isRight)" } == ["x true", "y false"])
    state = before
    state.giveUp()
    #expect(state.judged(since: before).map { "\($0.card) \($0.isRight)" } == ["x false", "y false"])
  }

  @Test func anAnswerThatWasKeptIsNotJudgedAgain() throws {
    var state = QuestionState(question(TwoParts()))
    _ = state.give(.places([2, 1, 0]))
    let kept = try #require(state.kept)
    var again = try #require(QuestionState(state.question, kept: kept))
    let restored = again
    #expect(again.judged(since: restored).isEmpty)
    _ = again.give(.places([0, 1, 2]))
    #expect(again.judged(since: restored).map(\.attempt) == [2])
  }

  @Test func thePlainDialogueTellsWhatItJudgedOnce() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let reference = ReferenceLibrary(sample.library)
    var dialogue = PlainDialogue(
      try sample.run(), language: .en, reference: reference, wrap: { text, _ in [text] })
    _ = dialogue.begin()
    _ = dialogue.take("")
    #expect(dialogue.takeJudged().isEmpty)
    _ = dialogue.take("w")
    _ = dialogue.take("7")
    #expect(dialogue.takeJudged().isEmpty)
    _ = dialogue.take("0")
    let judged = dialogue.takeJudged()
    #expect(judged.map(\.question) == ["q-destination"] && judged[0].card == "arp-request-broadcast")
    #expect(judged[0].answer == nil && judged[0].hints == 1)
    #expect(dialogue.takeJudged().isEmpty)
  }
}
