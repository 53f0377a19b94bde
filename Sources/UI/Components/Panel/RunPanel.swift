import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// What a wrong answer leads to, told by the moments' own words; the last row is what came of it, and always stays.
struct RunPanel {
  let run: RunPanelState
  let context: Panel.Context
  private var language: Language { context.language }

  private static let deviceColumns = 8
  private static let indent = 2 + deviceColumns

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let way = Texts.escToQuestion[language]
    let room = rect.width - way.displayWidth - 10
    let inner = PaneBorder(
      title: [Span(ToldRun.heading(run.title)[language].truncated(to: room))], trailing: [Span(way, .quiet)],
      isFocused: true
    ).draw(in: rect, on: &canvas)
    var area = inner
    let so = run.so[language].wrapped(to: inner.width - 4)
    let end = area.cutBottom(min(so.count, max(1, inner.height - 2)))
    for (row, line) in so.prefix(end.height).enumerated() {
      canvas.put(line, at: end.row(row).droppingLeft(2).origin, role: .strong)
    }
    let lines = run.moments.indices.flatMap { row in told(row, width: inner.width - 1).map { (row, $0) } }
    let cursor = lines.lastIndex { $0.0 == run.cursor }
    let shown = Rows.window(count: lines.count, height: area.height, cursor: cursor, top: 0)
    for index in shown {
      let (row, spans) = lines[index]
      let line = area.row(index - shown.lowerBound)
      canvas.put(spans, at: line.droppingLeft(2).origin, width: line.width - 2)
      canvas.identify(line, as: ClickTarget.cause(row).identity)
      guard row == run.cursor else { continue }
      canvas.mark(line, .select)
      if index == lines.firstIndex(where: { $0.0 == row }) {
        canvas.put(">", at: line.origin, role: .select)
        canvas.cursor = line.origin
      }
    }
    if canvas.cursor == nil { canvas.cursor = inner.origin }
  }

  /// Device, what it did, when; what is longer than a row goes on in the next.
  private func told(_ row: Int, width: Int) -> [[Span]] {
    guard run.moments[row] <= context.recording.last else { return [] }
    let moment = context.recording.timeline.moment(run.moments[row])
    let time = Texts.milliseconds(moment.time)
    let room = width - RunPanel.indent - time.displayWidth - 2
    let words = ToldRun.row(moment, context.reference, language).wrapped(to: max(10, room))
    let role: Role = moment.drop == nil ? .text : .wrong
    return words.enumerated().map { index, text in
      guard index == 0 else {
        return [Span(String(repeating: " ", count: RunPanel.deviceColumns)), Span(text, role)]
      }
      let device = context.words.device(moment).fitted(to: RunPanel.deviceColumns - 1) + " "
      return [Span(device, .strong), Span(text.padded(to: room), role), Span(" " + time, .quiet)]
    }
  }
}
