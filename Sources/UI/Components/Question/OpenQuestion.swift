import Analysis
import Lessons

/// The question in front of the learner, and what is in hand for it.
struct OpenQuestion: Sendable {
  var state: QuestionState
  /// Asked before the stop that comes next; else after the one that is shown.
  var isBefore: Bool
  var input: QuestionInput
  /// What can be done with its last wrong answer.
  var offer = ToldRun.Offer.none

  init(_ state: QuestionState, isBefore: Bool) {
    self.state = state
    self.isBefore = isBefore
    input = QuestionInput(state)
  }

  var question: PreparedQuestion { state.question }

  /// Looks again what the last wrong answer comes to.
  mutating func findRun(in lesson: LessonRun?, _ reference: any ReferenceTexts) {
    offer = lesson.map { state.offer(in: $0, reference) } ?? .none
  }
}

extension OpenQuestion {
  /// What is kept of it between runs.
  struct Saved: Codable, Equatable {
    var id: String
    var isBefore: Bool
    var input: QuestionInput
  }

  var saved: Saved { Saved(id: question.id, isBefore: isBefore, input: input) }

  init(_ state: QuestionState, _ saved: Saved) {
    self.init(state, isBefore: saved.isBefore)
    input = saved.input.fitted(to: state)
  }
}
