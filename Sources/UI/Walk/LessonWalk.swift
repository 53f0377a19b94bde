import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// A lesson on its way: its stops, and what was answered so far.
package struct LessonWalk: Sendable {
  let run: LessonRun
  /// By question id.
  var states: [String: QuestionState] = [:]
  /// The question in front, or waiting while the learner looks around.
  var open: OpenQuestion?

  package init(_ run: LessonRun) { self.run = run }

  var stops: [LessonRun.Stop] { run.stops }
  /// A question hides what would answer it.
  var isAsking: Bool { open?.state.isOpen == true }

  func state(of question: PreparedQuestion) -> QuestionState {
    states[question.id] ?? QuestionState(question)
  }

  /// The first question that nobody answered or skipped.
  func unanswered(_ questions: [PreparedQuestion]) -> PreparedQuestion? {
    questions.first { state(of: $0).isOpen }
  }

  func stop(at moment: Int) -> LessonRun.Stop? { stops.first { $0.moment == moment } }

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

/// A question in front of the learner.
struct OpenQuestion: Sendable {
  var state: QuestionState
  /// Asked before the stop that comes next; else after the one that is shown.
  var isBefore: Bool
  /// The choice under the cursor.
  var cursor = 0
  var line = TextLine()
  var hint: LocalizedText?
  /// Why what was typed is no answer, or what the first press of → asks.
  var remark: LocalizedText?
  var isSkipAsked = false
  /// The learner looks around in the panes that the question is answered in.
  var isAside = false

  init(_ state: QuestionState, isBefore: Bool) {
    self.state = state
    self.isBefore = isBefore
  }

  /// On an empty answer line these do what they do elsewhere; no answer begins with one.
  static let keysOfAnEmptyLine: Set<Character> = ["w", "l", "?", "t", ":", "/"]

  var question: PreparedQuestion { state.question }

  var options: [PreparedQuestion.Option] {
    if case .choice(let options) = question.body { options } else { [] }
  }

  var isChoice: Bool { !options.isEmpty }
  var isNumber: Bool {
    if case .number = question.body { true } else { false }
  }
  /// Of a question that is answered by pointing: the moment whose frame it is about.
  var pickMoment: Int? {
    if case .pick(let key) = question.body { key.moment } else { nil }
  }

  /// The attempt on a choice, by its index.
  func attempt(_ index: Int) -> QuestionState.Attempt? {
    state.attempts.first { $0.answer == .choice(index) }
  }
}

extension PreparedQuestion {
  /// An answer as it is shown again.
  func text(of answer: Answer, _ language: Language) -> String {
    switch (body, answer) {
    case (.choice(let options), .choice(let index)) where options.indices.contains(index):
      return options[index].text[language].string
    case (_, .line(let line)): return line
    default: return ""
    }
  }
}
