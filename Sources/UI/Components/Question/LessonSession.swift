import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// A lesson on its way: its stops, and what was answered so far.
package struct LessonSession: Sendable {
  let run: LessonRun
  /// By question id.
  var states: [String: QuestionState] = [:]

  package init(_ run: LessonRun) { self.run = run }

  var stops: [LessonRun.Stop] { run.stops }

  func state(of question: PreparedQuestion) -> QuestionState {
    states[question.id] ?? QuestionState(question)
  }

  func stop(at moment: Int) -> LessonRun.Stop? { stops.first { $0.moment == moment } }

  // MARK: What is asked when

  struct Gate {
    var moment: Int
    var question: PreparedQuestion
  }

  /// The question that stands between here and a later moment. It is asked one moment before its stop.
  func gate(from moment: Int, to target: Int) -> Gate? {
    for stop in stops where stop.moment > moment && stop.moment <= target {
      if let question = unanswered(stop.before) {
        return Gate(moment: max(moment, stop.moment - 1), question: question)
      }
    }
    return nil
  }

  /// The next question that comes after the stop at this moment.
  func question(after moment: Int) -> PreparedQuestion? {
    stop(at: moment).flatMap { unanswered($0.after) }
  }

  /// The first question that nobody answered or skipped.
  func unanswered(_ questions: [PreparedQuestion]) -> PreparedQuestion? {
    questions.first { state(of: $0).isOpen }
  }

  /// The prediction that was made before this stop, beside what is true.
  func note(at moment: Int, _ language: Language) -> Span? {
    guard let question = stop(at: moment)?.before.last else { return nil }
    let state = state(of: question)
    let truth = question.solution[language].string
    switch state.outcome {
    case .right: return Span("✓ " + Texts.predictedRight(truth, language), .right)
    case .wrong:
      let answer = state.attempts.last.map { question.text(of: $0.answer, language) } ?? ""
      return Span("✗ " + Texts.predictedWrong(answer, truth, language), .strong)
    case .unknown, .skipped, nil: return nil
    }
  }
}
