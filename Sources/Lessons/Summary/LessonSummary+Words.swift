import Analysis
import Documents

/// The words of a summary.
extension LessonSummary {
  /// `15 stops, 8 questions in 14 minutes: 5 right at once, 2 on the second try, 1 shown.`
  /// - Parameter minutes: how long it took; nil: unknown.
  package func counts(minutes: Int? = nil) -> LocalizedText {
    let parts = LessonSummary.groups.compactMap { group -> LocalizedText? in
      let count = rows.count { group.holds($0.result) }
      return count == 0
        ? nil : LocalizedText(en: "\(count) \(group.name.en)", ko: "\(group.name.ko) \(count)")
    }
    let (stops, questions) = (stops, rows.count)
    let time = LocalizedText(
      en: minutes.map { " in \($0) minute\($0 == 1 ? "" : "s")" } ?? "", ko: minutes.map { ", \($0)분" } ?? "")
    if rows.isEmpty {
      return LocalizedText(
        en: "\(stops) stops, no questions\(time.en).", ko: "\(stops)단계, 질문 없음\(time.ko).")
    }
    return LocalizedText(
      en: "\(stops) stops, \(questions) question\(questions == 1 ? "" : "s")\(time.en): "
        + parts.map(\.en).joined(separator: ", ") + ".",
      ko: "\(stops)단계, 질문 \(questions)개\(time.ko): " + parts.map(\.ko).joined(separator: ", ") + ".")
  }

  /// What is counted together.
  private static let groups: [(name: LocalizedText, holds: @Sendable (Result) -> Bool)] = [
    (Result.right(attempt: 1).name, { $0 == .right(attempt: 1) }),
    (Result.right(attempt: 2).name, { if case .right(let attempt) = $0 { attempt > 1 } else { false } }),
    (Result.shown.name, { $0 == .shown }),
    (Result.skipped.name, { $0 == .skipped }),
    (Result.open.name, { $0 == .open }),
  ]
}

extension LessonSummary.Result {
  /// `right at once`
  package var name: LocalizedText {
    switch self {
    case .right(1): LocalizedText(en: "right at once", ko: "한 번에 맞힘")
    case .right: LocalizedText(en: "on the second try", ko: "두 번째에 맞힘")
    case .shown: LocalizedText(en: "shown", ko: "정답을 봄")
    case .skipped: LocalizedText(en: "skipped", ko: "건너뜀")
    case .open: LocalizedText(en: "not asked", ko: "묻지 않음")
    }
  }
}

extension LessonSummary.Row {
  /// What was answered: what is right where it was answered at once, else what was said in its order.
  package func answer(_ language: Language) -> String {
    let answers = said.map { $0[language] }.joined(separator: language == .en ? ", then " : ", 다음에 ")
    return isGuess ? answers + (language == .en ? " (guess)" : " (추측)") : answers
  }
}
