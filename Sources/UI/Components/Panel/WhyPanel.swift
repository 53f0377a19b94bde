import Analysis
import Documents
import Networking
import Terminal

/// The chain of causes, the effect first; the panes above show the moment under the cursor.
struct WhyPanel {
  let why: WhyPanelState
  let context: Panel.Context
  private var language: Language { context.language }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let isSent = why.subject == nil
    let inner = PaneBorder(
      title: [Span(isSent ? Texts.whyFrame[language] : valueTitle)],
      trailing: [Span(isSent ? Texts.tabValue[language] : Texts.tabFrame[language], .quiet)], isFocused: true
    ).draw(in: rect, on: &canvas)
    let area = inner.height > 6 ? inner.droppingTop(1) : inner
    if why.rows.isEmpty {
      canvas.put(Texts.noEvidence[language], at: area.droppingLeft(2).origin, width: area.width - 2)
      canvas.cursor = area.origin
      return
    }
    let shown = Rows.window(
      count: why.rows.count, height: area.height, cursor: why.cursor,
      top: max(0, why.cursor - area.height / 2))
    for index in shown {
      draw(
        why.rows[index], isFirst: index == 0, isCursor: index == why.cursor,
        in: area.row(index - shown.lowerBound), on: &canvas)
      canvas.identify(area.row(index - shown.lowerBound), as: ClickTarget.cause(index).identity)
    }
  }

  private var valueTitle: String { "\(Texts.whyValue[language]) \(why.subject?.name ?? "")" }

  private func draw(
    _ row: WhyPanelState.Row, isFirst: Bool, isCursor: Bool, in line: Rect, on canvas: inout Canvas
  ) {
    let words = context.words
    var spans: [Span] = []
    if let rule = row.rule, let says = context.reference.evidence(rule) {
      drawRow([Span(says[language])], isCursor: isCursor, in: line, on: &canvas)
      return
    }
    let tag = (isFirst ? Texts.now : Texts.because)[language]
    spans.append(Span(tag.fitted(to: 8), .quiet))
    let moment = context.recording.timeline.moment(row.moment)
    let time = Texts.time(moment.time).replacing(" ms", with: "")
    let rest = max(0, line.width - 2 - 8 - 8 - 12 - time.displayWidth - 2)
    spans.append(Span(words.device(moment).fitted(to: 7) + " ", .strong))
    spans.append(Span(words.layer(moment).fitted(to: 11) + " "))
    let says = context.reference.short(moment)
    spans.append(Span(says[language].fitted(to: rest)))
    spans.append(Span(" " + time + " ", .quiet))
    drawRow(spans, isCursor: isCursor, in: line, on: &canvas)
  }

  private func drawRow(_ spans: [Span], isCursor: Bool, in line: Rect, on canvas: inout Canvas) {
    if isCursor { canvas.put(">", at: line.origin) }
    canvas.put(spans, at: line.droppingLeft(2).origin, width: line.width - 2)
    if isCursor {
      canvas.mark(line, .select)
      canvas.cursor = line.origin
    }
  }
}
