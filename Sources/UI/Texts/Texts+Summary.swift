import Analysis
import Documents
import Lessons
import Terminal

/// The end of a lesson.
extension Texts {
  static let finished = both("Finished", "끝")
  static let walkStaysOpen = both(
    "The walk stays open: every answer leads to its place in it.", "여정은 열려 있습니다. 답마다 그 자리로 갈 수 있습니다.")
  static let yourAnswers = both("Your answers", "내 답")
  static let learned = both("Learned", "알게 된 것")
  static let nextLesson = both("Next", "다음")
  static let again = both("Again", "다시")
  static let onYourMachine = both("On your machine", "내 컴퓨터에서")
  static let noNextLesson = both("You have done all lessons that there are.", "지금 있는 레슨을 모두 마쳤습니다.")
  static let summaryEmpty = both("← leads back into the walk.", "←를 누르면 여정으로 돌아갑니다.")
  static let againSentence = both(
    "Asks only what was not right at once, with other values where there are any.",
    "한 번에 맞히지 못한 것만 다시 묻습니다. 바꿀 수 있는 값은 바꿉니다.")

  static func youSaid(_ answers: String, _ language: Language) -> String {
    language == .en ? "you: \(answers)" : "내 답: \(answers)"
  }
  static func solutionWas(_ solution: String, _ language: Language) -> String {
    language == .en ? "the answer: \(solution)" : "정답: \(solution)"
  }
  static func missedOnes(_ count: Int, _ language: Language) -> String {
    if language == .ko { return "한 번에 맞히지 못한 것 \(count)개" }
    return count == 1 ? "the one that was not right at once" : "the \(count) that were not right at once"
  }
  /// `1-6 of 9`
  static func rowsOf(_ first: Int, _ last: Int, _ count: Int, _ language: Language) -> String {
    language == .en ? "\(first)-\(last) of \(count)" : "\(count)개 중 \(first)-\(last)"
  }

  /// As many names as fit whole, and how many more there are.
  static func someOf(_ names: [String], columns: Int, _ language: Language) -> String {
    func text(_ count: Int) -> String {
      let shown = names.prefix(count).joined(separator: "; ")
      let more = names.count - count
      if more == 0 { return shown }
      if count == 0 { return language == .en ? "\(more) cards" : "카드 \(more)장" }
      return language == .en ? "\(shown); and \(more) more" : "\(shown); 그 밖에 \(more)개"
    }
    return (0...names.count).reversed().lazy.map(text).first { $0.displayWidth <= columns } ?? text(0)
  }

  /// `A SYN uses up one number. On the second try: 0, then 1. Stop 9.`
  static func answerSentence(_ row: LessonSummary.Row, stop: Int, _ language: Language) -> String {
    let said = row.answer(language)
    let result = row.result.name[language]
    let shown = row.result == .shown ? " " + solutionWas(row.solution[language], language) + "." : ""
    let how = said.isEmpty ? "\(result.capitalizedFirst)." : "\(result.capitalizedFirst): \(said)."
    let place = language == .en ? "Stop \(stop)." : "\(stop)단계입니다."
    return "\(row.title[language].ended) \(how)\(shown) \(place)"
  }

  /// What one can do after a lesson, as its author wrote it.
  static func afterwards(_ goal: String, _ language: Language) -> String {
    language == .en ? "Afterwards you can: \(goal.uncapitalizedFirst.ended)" : goal.ended
  }
}

extension String {
  /// With a full stop, unless it ends a sentence already.
  fileprivate var ended: String { last.map { ".?!".contains($0) } == true ? self : self + "." }
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
  /// An acronym stays as it is.
  var uncapitalizedFirst: String {
    dropFirst().first?.isLowercase == true ? prefix(1).lowercased() + dropFirst() : self
  }
}
