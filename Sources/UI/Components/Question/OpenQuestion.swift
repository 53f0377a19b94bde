import Lessons

/// The question in front of the learner, and what is in hand for it.
struct OpenQuestion: Sendable {
  var state: QuestionState
  /// Asked before the stop that comes next; else after the one that is shown.
  var isBefore: Bool
  var input: QuestionInput
  /// What its last wrong answer comes to when it is run; nil: nothing of it can be done.
  var run: AnswerRun?

  init(_ state: QuestionState, isBefore: Bool) {
    self.state = state
    self.isBefore = isBefore
    input = QuestionInput(state)
  }

  var question: PreparedQuestion { state.question }

  /// Looks again what the last wrong answer comes to.
  mutating func findRun(in lesson: LessonRun?) {
    let wrong = state.attempts.last { !$0.isRight }
    run = lesson.flatMap { lesson in wrong.flatMap { question.run(of: $0.answer, in: lesson) } }
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
