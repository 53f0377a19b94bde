import Analysis
import Documents
import Terminal

/// The line that is typed into, over the lower panes: the line, below it what it could become.
struct PromptPanel {
  let prompt: Prompt
  let language: Language

  /// Where it stands on every screen: where a walk has its questions.
  static func place(_ size: Size) -> Rect {
    WalkLayout(size).tallPanel
  }

  func draw(on canvas: inout Canvas) {
    let rect = PromptPanel.place(canvas.size)
    canvas.fill(rect.droppingTop(1))
    let status = prompt.reading.status.map { [$0] } ?? []
    let inner = PaneBorder(
      title: [Span(Texts.label(prompt.kind)[language])], trailing: status, isFocused: true
    )
    .draw(in: rect, on: &canvas)
    var area = inner.droppingLeft(1).droppingRight(1)
    let line = area.cutTop(1)
    drawSuggestions(in: inner.droppingTop(1), on: &canvas)
    drawLine(in: line, on: &canvas)
    drawRemark(on: &canvas)
  }

  // MARK: The line

  private func drawLine(in row: Rect, on canvas: inout Canvas) {
    canvas.put("> ", at: row.origin, role: .strong)
    let room = row.droppingLeft(2)
    let window = prompt.line.window(width: room.width)
    var x = room.x
    if window.isCutLeft {
      canvas.put("…", at: Point(x: x, y: room.y), role: .quiet)
      x += 1
    }
    let shown = prompt.line.text[window.shown]
    for (index, character) in zip(shown.indices, shown) {
      let isWrong = prompt.reading.wrong?.contains(index) == true
      let role: Role = prompt.isOffered ? .select : isWrong ? .wrong : .text
      x += canvas.put(String(character), at: Point(x: x, y: room.y), role: role)
    }
    if window.isCutRight { canvas.put("…", at: Point(x: x, y: room.y), role: .quiet) }
    canvas.cursor = Point(x: room.x + window.cursorColumn, y: room.y)
  }

  // MARK: Suggestions

  private func drawSuggestions(in rect: Rect, on canvas: inout Canvas) {
    let suggestions = prompt.reading.suggestions
    guard !suggestions.isEmpty else { return }
    let most = suggestions.map(\.name.displayWidth).max() ?? 0
    let nameWidth = min(max(16, most), rect.width * 2 / 5)
    let keyWidth = suggestions.map(\.key.displayWidth).max() ?? 0
    let rows = suggestions.enumerated().map { index, suggestion in
      var spans = [
        Span(suggestion.name.fitted(to: nameWidth) + "  ", suggestion.isEnabled ? .strong : .quiet)
      ]
      if keyWidth > 0 { spans.append(Span(suggestion.key.fitted(to: keyWidth) + "  ", .quiet)) }
      spans.append(Span(suggestion.sentence, suggestion.isEnabled ? .text : .quiet))
      return Row(spans, identity: ClickTarget.suggestion(index).identity)
    }
    let shown = Rows(rows, cursor: prompt.cursor, isFocused: prompt.cursor != nil).draw(
      in: rect, on: &canvas, top: (prompt.cursor ?? 0) - rect.height / 2)
    drawExtent(shown, of: rows.count, below: rect, on: &canvas)
  }

  /// In the lower edge, when there are more than fit: `1-7 of 23 ▾`.
  private func drawExtent(_ shown: Range<Int>, of count: Int, below rect: Rect, on canvas: inout Canvas) {
    guard shown.count < count else { return }
    let rows = Texts.of("\(shown.lowerBound + 1)-\(shown.upperBound)", count, language)
    let text = (shown.lowerBound > 0 ? "▴ " : "") + rows + (shown.upperBound < count ? " ▾" : "")
    let start = rect.endX - 3 - text.displayWidth
    canvas.put(" \(text) ", at: Point(x: start, y: rect.endY), role: .quiet)
  }

  // MARK: The sentence line

  private func drawRemark(on canvas: inout Canvas) {
    let row = canvas.bounds.bottom(2).top(1)
    canvas.fill(row)
    let remark = remark
    SentenceLine(remark.text, role: remark.role).draw(in: row, on: &canvas)
  }

  private var remark: Prompt.Remark {
    if let turned = prompt.turned {
      return Prompt.Remark(Texts.turnedBack(turned.hangul, turned.latin)[language], .notice)
    }
    let isUrgent = prompt.reading.remark?.role == .wrong || prompt.reading.remark?.role == .notice
    if let remark = prompt.reading.remark, isUrgent || prompt.chosen == nil { return remark }
    if let usage = prompt.reading.usage, prompt.chosen?.isEnabled != false { return Prompt.Remark(usage) }
    if let chosen = prompt.chosen { return Prompt.Remark(chosen.sentence, chosen.isEnabled ? .text : .quiet) }
    return Prompt.Remark(Texts.how(prompt.kind)[language])
  }
}
