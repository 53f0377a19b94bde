import Analysis
import Documents
import Lessons
import Terminal

/// How the end of a lesson is drawn: what happened, the answers, what follows.
struct SummaryDrawing {
  let session: LessonSession
  let summary: LessonSummary
  let items: [SummaryScreen.Item]
  /// Of all that can be tried: what is pressed or typed for it here; nil: it is of one's own machine.
  let ways: [LocalizedText?]
  let cursor: Int
  /// Of the walk through the lesson, without its pauses; nil: unknown.
  let minutes: Int?
  let language: Language

  /// Columns of the names of what follows.
  static let label = 17

  func draw(on canvas: inout Canvas) {
    var area = canvas.bounds
    let title = "\(Texts.finished[language]): \(session.run.title[language])"
    TitleLine.draw(title, language, in: area.cutTop(1), on: &canvas)
    area = area.droppingTop(1).droppingBottom(3)
    let counts = summary.counts(minutes: minutes)[language]
    for line in "\(counts) \(Texts.walkStaysOpen[language])".wrapped(to: area.width - 4) {
      canvas.put(line, at: area.cutTop(1).droppingLeft(2).origin)
    }
    _ = area.cutTop(1)
    let answers = answers(width: area.width - 2)
    let follows = follows(width: area.width - 4)
    // What follows is never cut; the answers scroll.
    var below = area.cutBottom(min(area.height, follows.count))
    if !answers.isEmpty { drawAnswers(answers, in: area.droppingBottom(1), on: &canvas) }
    // On tall screens what follows stands right under the answers.
    let used = answers.isEmpty ? 0 : answers.count + 2
    if used < area.height { below.y = area.y + used }
    _ = draw(follows, in: below.droppingLeft(1).droppingRight(1), on: &canvas)
    SentenceLine(sentence).draw(in: canvas.bounds.bottom(2).top(1), on: &canvas)
  }

  /// A line with the item it belongs to; nil: it leads nowhere. What is too long for one goes on in the next.
  private struct Line {
    var row: Row
    var item: Int?
  }

  /// As many lines as there is room for, all of the item under the cursor among them.
  private func draw(_ lines: [Line], in rect: Rect, on canvas: inout Canvas) -> Range<Int> {
    let first = lines.firstIndex { $0.item == cursor }
    let last = lines.lastIndex { $0.item == cursor } ?? 0
    let shown = Rows(lines.map(\.row), cursor: first, isFocused: first != nil).draw(
      in: rect, on: &canvas, top: max(0, last - rect.height + 1))
    for index in shown where first != nil && lines[index].item == cursor {
      canvas.mark(rect.row(index - shown.lowerBound), .select)
    }
    return shown
  }

  // MARK: Answers

  private func drawAnswers(_ answers: [Line], in rect: Rect, on canvas: inout Canvas) {
    var area = rect
    let head = area.cutTop(1)
    canvas.put(Texts.yourAnswers[language], at: head.droppingLeft(2).origin, role: .strong)
    let shown = draw(answers, in: area.droppingLeft(1).droppingRight(1), on: &canvas)
    let items = Set(shown.compactMap { answers[$0].item })
    if shown.count < answers.count, let first = items.min(), let last = items.max() {
      let text = Texts.rowsOf(first + 1, last + 1, summary.rows.count, language)
      canvas.put(text, at: Point(x: head.endX - 2 - text.displayWidth, y: head.y), role: .quiet)
    }
  }

  /// Titles in one column, answers in the next; where one of them has no room there, the answer stands under its title.
  private func answers(width: Int) -> [Line] {
    let room = width - 3
    let column = min(62, room * 11 / 20)
    return summary.rows.enumerated().flatMap { index, row -> [Line] in
      let (title, answer) = (row.title[language], answer(row))
      let isWide = title.displayWidth > column || column + 2 + answer.displayWidth > room
      let below = answer.isEmpty ? [] : answer.wrapped(to: room - 3).map { "   " + $0 }
      let texts = isWide ? title.wrapped(to: room) + below : [title.padded(to: column + 2) + answer]
      return texts.enumerated().map { number, text in
        Line(
          row: Row(
            sign: number == 0 ? sign(row) : " ", [Span(" " + text)],
            identity: ClickTarget.listed(index).identity), item: index)
      }
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

  private func follows(width: Int) -> [Line] {
    let room = width - SummaryDrawing.label - 2
    let learned = summary.learned.map { $0[language] }
    var lines: [Line] = []
    if !learned.isEmpty {
      let names = Texts.someOf(learned, columns: room, language)
      lines.append(Line(row: Row([label(Texts.learned), Span(names, .quiet)])))
    }
    var last: LocalizedText?
    for (index, item) in items.enumerated() {
      guard let part = part(item) else { continue }
      // A name stands once over what has the same.
      let name = part.name == last ? nil : part.name
      last = part.name
      lines += self.lines(name, part.text, part.beside, room: room).map { row in
        var row = row
        row.identity = ClickTarget.listed(index).identity
        return Line(row: row, item: index)
      }
    }
    return lines
  }

  /// What an item is called, what leads on, and what is said beside it; nil: it is an answer.
  private func part(_ item: SummaryScreen.Item) -> (name: LocalizedText, text: Span, beside: String)? {
    switch item {
    case .answer: return nil
    case .next(let lesson):
      return (
        Texts.nextLesson, Span(lesson.title[language], .strong), Texts.extent(lesson, language)
      )
    case .again(let count): return (Texts.again, Span(Texts.missedOnes(count, language)), "")
    case .trial(let index):
      let trial = session.run.trials[index]
      let way = ways[index]
      return (
        way == nil ? Texts.onYourMachine : Texts.tryItHere,
        Span(trial.command ?? way?[language] ?? "", .strong), ""
      )
    }
  }

  private func lines(_ name: LocalizedText?, _ text: Span, _ beside: String, room: Int) -> [Row] {
    let isWide = text.text.displayWidth + 1 + beside.displayWidth > room
    guard isWide else { return [Row([label(name), text], trailing: [Span(beside, .quiet)])] }
    let texts = text.text.wrapped(to: room).map { Span($0, text.role) }
    let rows = (texts + (beside.isEmpty ? [] : [Span(beside, .quiet)])).enumerated()
    return rows.map { Row([label($0.offset == 0 ? name : nil), $0.element]) }
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
    case .trial(let index):
      let look = session.run.trials[index].look[language].string
      return ways[index] == nil ? look : look + " " + Texts.enterTries[language]
    }
  }
}
