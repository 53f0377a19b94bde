import Analysis
import Documents
import Lessons
import Networking
import Terminal

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

extension OpenQuestion {
  /// What is kept of it between runs.
  struct Saved: Codable, Equatable {
    var id: String
    var isBefore: Bool
    var cursor: Int
    /// Half-typed.
    var line: String
    /// In the line, in characters.
    var position: Int
    var isHintShown: Bool
    var isAside: Bool
  }

  var saved: Saved {
    Saved(
      id: question.id, isBefore: isBefore, cursor: cursor, line: line.string, position: line.cursor,
      isHintShown: hint != nil, isAside: isAside)
  }

  init(_ state: QuestionState, _ kept: Saved) {
    self.init(state, isBefore: kept.isBefore)
    cursor = max(0, min(kept.cursor, options.count - 1))
    isAside = kept.isAside
    line.insert(kept.line)
    while line.cursor > max(0, kept.position) { _ = line.edit(.left) }
    if kept.isHintShown, state.hintsGiven > 0 { hint = question.hints[state.hintsGiven - 1].text }
  }
}
