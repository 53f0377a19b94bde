import Analysis
import Documents
import Lessons
import Terminal

/// A question that is answered with the panes above in view: in the four rows of the words. Also one that waits.
struct CompactQuestionPanel {
  let input: QuestionInput
  let context: QuestionInput.Context

  private var language: Language { context.language }
  private var state: QuestionState { context.state }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let area = rect.droppingLeft(1).droppingRight(1)
    if input.phase(context) == .lookingAround {
      canvas.put(Texts.questionWaiting[language], at: area.origin, role: .strong, width: area.width)
      for (index, line) in asked(area.width).prefix(max(0, area.height - 1)).enumerated() {
        canvas.put([Span(line, .quiet)], at: area.row(index + 1).origin, width: area.width)
      }
      return
    }
    let answer = state.isOpen ? 1 : 0
    let says = feedback(width: area.width)
    let room = area.height - answer
    let ask = asked(area.width).prefix(max(state.isOpen ? 1 : 0, room - says.count))
    var y = 0
    for line in ask {
      canvas.put(line, at: area.row(y).origin, width: area.width)
      y += 1
    }
    for line in says.prefix(room - ask.count) {
      canvas.put(line, at: area.row(y).origin, width: area.width)
      y += 1
    }
    if state.isOpen { drawAnswer(in: area.row(y), on: &canvas) }
  }

  private func asked(_ width: Int) -> [String] {
    "\(Texts.question(context.number, context.count, language)): \(context.question.ask[language].string)"
      .wrapped(to: width)
  }

  // MARK: The answer's line

  private func drawAnswer(in line: Rect, on canvas: inout Canvas) {
    guard case .type(let slots) = input.shape(context), let slot = input.cursor.map({ slots[$0] }),
      let typed = input.cursor.map({ input.typed[$0] })
    else {
      canvas.put(how, at: line.origin, role: .strong, width: line.width)
      return
    }
    var spans: [Span] = [Span("> ", .strong)]
    if slots.count > 1 {
      let label = slot.label.map { "   " + $0[language].string } ?? ""
      spans.append(Span(Texts.blank(input.cursor! + 1, of: slots.count, language) + label + "   "))
    }
    let start = spans.displayWidth
    spans.append(Span(typed.string.padded(to: 12), .select))
    if slot.form == .number {
      if let echo = TypedNumber.echo(typed.string) {
        spans.append(Span("  " + echo, .quiet))
      } else if typed.isEmpty {
        spans.append(Span("  " + Texts.typeNumber[language], .quiet))
      }
    }
    canvas.put(spans, at: line.origin, width: line.width)
    if context.hasFocus {
      canvas.cursor = Point(x: line.x + start + typed.beforeCursor.displayWidth, y: line.y)
    }
  }

  /// How it is pointed, or what has been pointed at so far.
  private var how: String {
    guard case .point(let targets, _) = input.shape(context), !input.pointed.isEmpty else {
      return Texts.pickHow[language]
    }
    return "> " + input.pointed.map { targets.label($0, language) }.joined(separator: ", ")
  }

  // MARK: What is said of an answer

  private func feedback(width: Int) -> [[Span]] {
    let solution = context.question.solution[language].string
    if state.isOpen {
      guard let attempt = state.attempts.last else { return [] }
      return ("✗ " + named(attempt) + say(attempt)).wrapped(to: width).map { [Span($0, .strong)] }
    }
    let head: Span
    switch state.outcome {
    case .right: head = Span("✓ " + Texts.rightWith(solution, language), .right)
    case .wrong, .unknown: head = Span(Texts.itIs(solution, language), .strong)
    case .skipped, nil: return []
    }
    var lines = [[head]]
    if state.outcome == .wrong, let say = state.attempts.last?.mistake?.say[language].string {
      lines += ("✗ " + say).wrapped(to: width).prefix(1).map { [Span($0)] }
    }
    return lines + context.question.why[language].string.wrapped(to: width).map { [Span($0)] }
  }

  private func say(_ attempt: QuestionState.Attempt) -> String {
    attempt.mistake?.say[language].string ?? context.question.key.remark(on: attempt.answer)?[language]
      ?? Texts.notThat[language]
  }

  /// What was typed, in front of what is said of it; what was pointed at is marked where it stands.
  private func named(_ attempt: QuestionState.Attempt) -> String {
    if case .point = input.shape(context) { return "" }
    let text = context.question.text(of: attempt.answer, language)
    return text.isEmpty ? "" : "\(text): "
  }
}
