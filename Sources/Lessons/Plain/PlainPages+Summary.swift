import Analysis
import Documents

/// The end of a lesson.
extension PlainPages {
  /// What came of it, what to do next, and what to try.
  func summary(_ summary: LessonSummary, next: LessonHead?) -> [String] {
    let head = lines(words.finished(run.title[language])) + lines(summary.counts()[language])
    let rows = summary.rows.flatMap { row -> [String] in
      let answer = row.answer(language)
      return lines(
        "\(row.result.name[language]): \(row.title[language])\(answer.isEmpty ? "" : ": \(answer)")",
        indent: "  ")
    }
    let trials = run.trials.flatMap { trial in
      lines(trial.command.map { "\(words.onYourMachine): \($0)" } ?? words.tryHere(run.id))
        + lines(trial.look[language].string, indent: "  ")
    }
    let onward = next.map { lines(words.next($0.title[language], id: $0.id)) } ?? []
    return head + rows + [""] + onward + trials + [""]
  }
}
