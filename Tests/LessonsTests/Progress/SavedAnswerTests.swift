import Analysis
import Foundation
import Testing

@testable import Lessons

struct KeptAnswerTests {
  @Test func answersGivenOnceMoreEndAsTheyDid() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    for question in try sample.run().questions {
      var states: [QuestionState] = []
      var state = QuestionState(question)
      #expect(state.kept == nil)
      if state.hint() != nil { states.append(state) }
      state.skip()
      states.append(state)
      state = QuestionState(question)
      state.giveUp()
      states.append(state)
      state = QuestionState(question)
      if question.key is ChoiceKey {
        for answer in question.key.foreseen where state.isOpen {
          _ = state.give(answer)
          states.append(state)
        }
        state = QuestionState(question)
      }
      _ = state.give(question.rightAnswer)
      state.isGuess = true
      states.append(state)
      for state in states {
        let kept = try #require(state.kept)
        #expect(QuestionState(question, kept: kept) == state, "\(question.id): \(kept)")
      }
    }
  }

  @Test func aQuestionThatWasChangedSinceIsAskedAgain() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let question = try #require(try sample.run().questions.first)
    for kept in [
      SavedAnswer(question: question.id, attempts: [.places([99])], outcome: .right),
      SavedAnswer(question: question.id, attempts: [question.rightAnswer], outcome: .wrong),
      SavedAnswer(question: question.id, attempts: [], hints: .max, outcome: nil),
      SavedAnswer(question: question.id, attempts: [], hints: .min, outcome: .skipped),
      SavedAnswer(question: question.id, attempts: [.places([.min])], outcome: .skipped),
    ] {
      #expect(QuestionState(question, kept: kept) == nil, "\(kept)")
    }
  }

  // MARK: What the version before wrote

  private func decoded(_ json: String) throws -> [Answer] {
    try JSONDecoder().decode([Answer].self, from: Data(json.utf8))
  }

  @Test func theFormerCodingIsRead() throws {
    let json =
      #"[{"choice":{"_0":2}},{"line":{"_0":"0x12"}},{"byte":{"_0":14}},{"node":{"_0":{"layer":2,"node":7}}}]"#
    #expect(
      try decoded(json) == [
        .places([2]), .lines(["0x12"]), .subjects([.byte(.frame, 14)]),
        .formerPlace(FieldPlace(layer: 2, node: 7)),
      ])
    #expect(throws: DecodingError.self) { try decoded(#"[{"guess":{"_0":2}}]"#) }
    #expect(throws: DecodingError.self) { try decoded(#"[{"places":[1],"lines":["a"]}]"#) }
    #expect(throws: DecodingError.self) { try decoded(#"[{"subjects":["nothing"]}]"#) }
  }

  @Test func todaysCodingComesBack() throws {
    let answers: [Answer] = [
      .places([0, 2]), .lines(["a", ""]),
      .subjects([.field(.init(layer: .init(name: "ip", occurrence: 1), name: "ip.ttl", occurrence: 0))]),
      .pairs([1, 0]), .inTurn([.lines(["a"]), .places([])]),
    ]
    let json = String(decoding: try JSONEncoder().encode(answers), as: UTF8.self)
    #expect(json.contains(#""field ip#2\/ip.ttl""#))
    #expect(try decoded(json) == answers)
  }

  /// A field was kept by its place after the layer about the frame: `arp.dst.proto_ipv4` is the ninth of the third.
  @Test func aFormerPlaceIsTheFieldItWas() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let question = try sample.run().questions[1]
    let unit = try #require((question.key as? PickKey)?.targets.unit)
    for (name, isRight) in [("arp.dst.proto_ipv4", true), ("arp.src.proto_ipv4", false)] {
      let place = try #require(unit.places(named: name).first)
      let json = #"[{"node":{"_0":{"layer":\#(place.layer + 1),"node":\#(place.node)}}}]"#
      let kept = SavedAnswer(
        question: question.id, attempts: try decoded(json), outcome: isRight ? .right : nil)
      let state = try #require(QuestionState(question, kept: kept))
      #expect(state.attempts.map(\.isRight) == [isRight])
      #expect(state.attempts[0].answer == .subjects([.field(unit.path(of: place))]))
      #expect((state.attempts[0].mistake?.tag == "sender-target-swap") == !isRight)
    }
    let lost = SavedAnswer(
      question: question.id, attempts: try decoded(#"[{"node":{"_0":{"layer":9,"node":0}}}]"#), outcome: nil)
    #expect(QuestionState(question, kept: lost) == nil)
  }

  @Test func aFileOfTheVersionBeforeOpensWithItsAnswers() throws {
    let sample = ProgressSample()
    defer { sample.remove() }
    var store = try sample.store()
    try store.keep(ProgressSample.tour)
    try sample.change(
      #"UPDATE answers SET attempts = '[{"choice":{"_0":2}},{"choice":{"_0":0}}]' WHERE question = 'q-learned'"#
    )
    let place = try #require(try sample.store().place(of: .lesson("tour")))
    #expect(place.answers == ProgressSample.tour.answers)
  }
}
