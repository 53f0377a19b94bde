import Analysis
import Documents
import Lessons
import Terminal

/// How the end of a lesson is drawn: what happened, the answers, what follows.
struct SummaryDrawing {
  let session: LessonSession
  let summary: LessonSummary
  let items: [SummaryScreen.Item]
  let cursor: Int
  let language: Language

  /// Columns of the names of what follows.
  private static let label = 17

  func draw(on canvas: inout Canvas) {
    var area = canvas.bounds
    let title = "\(Texts.finished[language]): \(session.run.title[language])"
    TitleLine.draw(title, language, in: area.cutTop(1), on: &canvas)
    area = area.droppingTop(1).droppingBottom(3)
    for line in "\(summary.counts[language]) \(Texts.walkStaysOpen[language])".wrapped(to: area.width - 4) {
      canvas.put(line, at: area.cutTop(1).droppingLeft(2).origin)
    }
    _ = area.cutTop(1)
    let follows = follows(width: area.width - 4)
    // What follows is never cut; the answers scroll.
    let below = area.cutBottom(min(area.height, follows.count))
    if !summary.rows.isEmpty { drawAnswers(in: area.droppingBottom(1), on: &canvas) }
    let first = follows.firstIndex { $0.item == cursor }
    var top = below
    if summary.rows.count + 2 < area.height { top = rising(below, area) }
    Rows(follows.map(\.row), cursor: first, isFocused: true).draw(
      in: top.droppingLeft(1).droppingRight(1), on: &canvas)
    SentenceLine(sentence).draw(in: canvas.bounds.bottom(2).top(1), on: &canvas)
  }

  /// On tall screens what follows stands right under the answers.
  private func rising(_ below: Rect, _ answers: Rect) -> Rect {
    let used = summary.rows.isEmpty ? 0 : summary.rows.count + 2
    return Rect(x: below.x, y: answers.y + used, width: below.width, height: below.height)
  }

  // MARK: Answers

  private func drawAnswers(in rect: Rect, on canvas: inout Canvas) {
    var area = rect
    let head = area.cutTop(1)
    canvas.put(Texts.yourAnswers[language], at: head.droppingLeft(2).origin, role: .strong)
    let title = min(62, (area.width - 6) * 11 / 20)
    let rows = summary.rows.enumerated().map { index, row in
      Row(
        sign: sign(row), [Span(" " + row.title[language].fitted(to: title)), Span("  " + answer(row))],
        identity: ClickTarget.listed(index).identity)
    }
    let isHere = cursor < rows.count
    let shown = Rows(rows, cursor: isHere ? cursor : nil, isFocused: isHere).draw(
      in: area.droppingLeft(1).droppingRight(1), on: &canvas)
    if shown.count < rows.count {
      let text = Texts.rowsOf(shown.lowerBound + 1, shown.upperBound, rows.count, language)
      canvas.put(text, at: Point(x: head.endX - 2 - text.displayWidth, y: head.y), role: .quiet)
    }
  }

  private func sign(_ row: LessonSummary.Row) -> Span {
    switch row.result {
    case .right(1): Span("✓", .right)
    case .right: Span("2", .strong)
    case .shown: Span("✗", .wrong)
    case .skipped: "?"
    case .open: " "
    }
  }

  /// `you: 0, then 1`
  private func answer(_ row: LessonSummary.Row) -> String {
    let said = row.answer(language)
    switch row.result {
    case .right(1): return said
    case .right: return Texts.youSaid(said, language)
    case .shown where said.isEmpty: return Texts.solutionWas(row.solution[language], language)
    case .shown: return Texts.youSaid(said, language)
    case .skipped, .open: return row.result.name[language]
    }
  }

  // MARK: What follows

  /// Rows with the number of the item that each is; nil: it leads nowhere.
  private func follows(width: Int) -> [(row: Row, item: Int?)] {
    var rows: [(row: Row, item: Int?)] = []
    let room = width - SummaryDrawing.label - 2
    let learned = summary.learned.map { $0[language] }
    if !learned.isEmpty {
      let names = Texts.someOf(learned, columns: room, language)
      rows.append((Row([label(Texts.learned), Span(names, .quiet)]), nil))
    }
    for (index, item) in items.enumerated() {
      let identity = ClickTarget.listed(index).identity
      switch item {
      case .answer: continue
      case .next(let lesson):
        rows.append(
          (
            Row(
              [label(Texts.nextLesson), Span(lesson.title[language], .strong)],
              trailing: [Span(Texts.extent(lesson, language), .quiet)], identity: identity), index
          ))
      case .again(let count):
        rows.append(
          (Row([label(Texts.again), Span(Texts.missedOnes(count, language))], identity: identity), index))
      case .trial(let trial):
        rows.append(
          (
            Row(
              [label(trial == 0 ? Texts.onYourMachine : nil), Span(session.run.trials[trial].run, .strong)],
              identity: identity), index
          ))
      }
    }
    return rows
  }

  private func label(_ text: LocalizedText?) -> Span {
    Span((text?[language] ?? "").padded(to: SummaryDrawing.label))
  }

  // MARK: The sentence line

  private var sentence: String {
    guard items.indices.contains(cursor) else { return Texts.summaryEmpty[language] }
    switch items[cursor] {
    case .answer(let index):
      let row = summary.rows[index]
      let stop = session.stops.firstIndex { stop in
        (stop.before + stop.after).contains { $0.id == row.question }
      }
      return Texts.answerSentence(row, stop: (stop ?? 0) + 1, language)
    case .next(let lesson):
      return lesson.goals.first.map { Texts.afterwards($0[language], language) } ?? lesson.title[language]
    case .again: return Texts.againSentence[language]
    case .trial(let index): return session.run.trials[index].look[language].string
    }
  }
}
