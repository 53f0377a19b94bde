import Analysis
import Testing

@testable import Lessons

struct KeptAnswerTests {
  @Test func answers_given_once_more_end_as_they_did() throws {
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
      if case .choice(let options) = question.body {
        for index in options.indices where !options[index].isRight && state.isOpen {
          _ = state.give(.choice(index))
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

  @Test func a_question_that_was_changed_since_is_asked_again() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let question = try #require(try sample.run().questions.first)
    for kept in [
      KeptAnswer(question: question.id, attempts: [.choice(99)], outcome: .right),
      KeptAnswer(question: question.id, attempts: [question.rightAnswer], outcome: .wrong),
      KeptAnswer(question: question.id, attempts: [], hints: .max, outcome: nil),
      KeptAnswer(question: question.id, attempts: [], hints: .min, outcome: .skipped),
      KeptAnswer(question: question.id, attempts: [.choice(.min)], outcome: .skipped),
    ] {
      #expect(QuestionState(question, kept: kept) == nil, "\(kept)")
    }
  }
}
