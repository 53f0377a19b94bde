import Analysis
import Documents
import Testing

@testable import Lessons

/// Which question a card's turn brings, in which variant.
struct QuizVariantsTests {
  private static let library = BuiltInTests.library
  private static let reference = ReferenceLibrary(library)
  private static let deck = QuizDeck(library)

  private func variants(fixed: UInt64? = nil, seed: UInt64 = 1) -> QuizVariants {
    QuizVariants(Self.library, Self.reference, fixed: fixed, seed: seed)
  }

  private func turn(_ card: String) throws -> QuizSession.Turn {
    QuizSession.Turn(card: card, questions: try #require(Self.deck[card]).questions)
  }

  private let several = QuizSession.Turn(
    card: "c", questions: ["a", "b", "c"].map { QuizQuestion(lesson: "tour", question: $0, kind: "choice") })

  @Test func theLastQuestionComesLastAndNotInItsVariant() {
    for number in 0..<50 {
      let last = AskedQuestion(lesson: "tour", question: "b", seed: 11)
      let choices = variants().choices(several, number: number, last: last)
      #expect(choices.map(\.question.question).sorted() == ["a", "b", "c"])
      #expect(choices.last?.question.question == "b" && choices.last?.variants.contains(11) == false)
      #expect(choices.allSatisfy { Set($0.variants).isSubset(of: LessonCheck.seeds) && !$0.variants.isEmpty })
    }
  }

  @Test func oneQuestionIsAskedInAllItsVariantsInTheLongRun() {
    let one = QuizSession.Turn(card: "c", questions: [several.questions[0]])
    var seen: Set<UInt64> = []
    var last: AskedQuestion?
    for number in 0..<300 {
      let variant = variants().choices(one, number: number, last: last)[0].variants[0]
      #expect(variant != last?.seed)
      last = .init(lesson: "tour", question: "a", seed: variant)
      seen.insert(variant)
    }
    #expect(seen == Set(LessonCheck.seeds))
  }

  @Test func theSameSeedDrawsTheSame() {
    func draws(_ variants: QuizVariants) -> [String] {
      (0..<20).map { number in
        let choice = variants.choices(several, number: number, last: nil)[0]
        return "\(choice.question.question) \(choice.variants[0])"
      }
    }
    #expect(draws(variants(seed: 5)) == draws(variants(seed: 5)))
    #expect(draws(variants(seed: 5)) != draws(variants(seed: 6)))
    #expect(variants(fixed: 4711).choices(several, number: 3, last: nil).allSatisfy { $0.variants == [4711] })
  }

  @Test func aQuestionComesInItsRecordedWorldWithOtherValues() throws {
    let turn = try turn("tour-arp-broadcast")
    guard let asking = variants().asking(turn, number: 1) else {
      Issue.record("it cannot be asked")
      return
    }
    #expect(turn.questions.contains { $0.lesson == asking.run.id && $0.question == asking.question.id })
    #expect(LessonCheck.seeds.contains(asking.run.number))
    let last = AskedQuestion(lesson: asking.run.id, question: asking.question.id, seed: asking.run.number)
    guard let other = variants().asking(turn, number: 2, last: last) else {
      Issue.record("it cannot be asked in another variant")
      return
    }
    #expect(other.run.number != asking.run.number)
    // Where it is asked and what it is about are in the world that comes with it.
    for each in [asking, other] {
      for place in [each.question.about, each.question.stand] {
        #expect(each.run.branches.indices.contains(place.branch))
        #expect(each.run.branches[place.branch].timeline.moments.count > place.moment)
      }
      let isRight = each.question.grade(each.question.rightAnswer) == .right
      #expect(isRight)
    }
    let logged = asking.asked(.ko)
    #expect(logged.lesson == asking.run.id && logged.seed == asking.run.number && logged.language == .ko)
    let one = QuizSession.Turn(
      card: "x", questions: [QuizQuestion(lesson: last.lesson, question: last.question, kind: "")])
    let isTheSame = variants(fixed: last.seed).asking(one, number: 9)?.question == asking.question
    #expect(isTheSame)
  }

  @Test func whatCannotBeAskedIsNoTurn() throws {
    let questions = [
      QuizQuestion(lesson: "tour", question: "no-such", kind: "choice"),
      QuizQuestion(lesson: "no-such", question: "q", kind: "choice"),
    ]
    let isNone = variants().asking(.init(card: "c", questions: questions), number: 1) == nil
    #expect(isNone)
  }

  @Test func theStoreKnowsWhatACardWasAskedLast() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    let store = try sample.store()
    #expect(try store.lastAsked("a") == nil)
    try store.log([
      QuizSample.answer("a", isRight: true, at: QuizSample.at(1), in: "s"),
      QuizSample.answer("b", isRight: true, at: QuizSample.at(1), in: "s", question: "other"),
    ])
    #expect(try store.lastAsked("a") == .init(lesson: "tour", question: "q-a-0", seed: 11))
  }
}
