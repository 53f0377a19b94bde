import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// A question with choices, over bytes and words: what is asked, the choices, and what became of each try.
struct QuestionPanel {
  let open: OpenQuestion
  /// `question 2 of 6`
  let number: Int
  let count: Int
  let isFocused: Bool
  let language: Language

  private var state: QuestionState { open.state }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let inner = Frame(
      title: [Span(Texts.questionTitle(open)[language], titleRole)],
      trailing: [Span(Texts.question(number, count, language), .quiet)], isFocused: isFocused
    ).draw(in: rect, on: &canvas)
    let area = inner.droppingLeft(1).droppingRight(1)
    var lines = lines(width: area.width, height: area.height)
    if lines.count < area.height { lines.insert(Line([]), at: 0) }
    for (index, line) in lines.prefix(area.height).enumerated() {
      let row = area.row(index)
      canvas.put(line.spans, at: row.origin, width: row.width)
      if !line.trailing.isEmpty {
        let width = line.trailing.displayWidth
        canvas.put([" "] + line.trailing, at: Point(x: row.endX - width - 1, y: row.y))
      }
      if let target = line.target { canvas.identify(row, as: target.identity) }
      if line.isCursor, isFocused {
        canvas.mark(row, .select)
        canvas.cursor = Point(x: row.x + 1, y: row.y)
      }
    }
    if isFocused, canvas.cursor == nil { canvas.cursor = area.origin }
  }

  private var titleRole: Role {
    switch state.outcome {
    case .right: .right
    default: .text
    }
  }

  private struct Line {
    var spans: [Span]
    var trailing: [Span] = []
    var isCursor = false
    var target: Target?

    init(_ spans: [Span], trailing: [Span] = [], isCursor: Bool = false, target: Target? = nil) {
      self.spans = spans
      self.trailing = trailing
      self.isCursor = isCursor
      self.target = target
    }
  }

  /// What fits: the blank line goes first, then the row of 0, then lines of the question.
  private func lines(width: Int, height: Int) -> [Line] {
    let ask = open.question.ask[language].string.wrapped(to: width - 2).map { Line([Span(" " + $0)]) }
    let choices = open.options.indices.flatMap { self.choice($0, width: width) }
    var end: [Line] = []
    if state.isOpen {
      let zero = state.attempts.isEmpty ? Texts.showMe : Texts.showMeNow
      end = [Line([Span("   0  " + zero[language], .quiet)], target: .action(.dontKnow))]
    } else {
      end = open.question.why[language].string.wrapped(to: width - 2).map { Line([Span(" " + $0, .strong)]) }
    }
    var asked = ask
    if !state.isOpen {
      // What is known now matters more than what was asked.
      while asked.count + choices.count + end.count > height, asked.count > 1 { asked.removeLast() }
      if asked.count + choices.count + end.count > height { asked = [] }
      return asked + choices + end
    }
    if asked.count + choices.count + end.count > height { end = [] }
    let gap = asked.count + choices.count + end.count < height ? [Line([])] : []
    return asked + gap + choices + end
  }

  private func choice(_ index: Int, width: Int) -> [Line] {
    let option = open.options[index]
    let attempt = open.attempt(index)
    let isCursor = state.isOpen && open.cursor == index
    let texts = open.options.map { $0.text[language].string.displayWidth }.max() ?? 0
    let note = option.note.map { $0[language].string } ?? ""
    var spans = [Span((isCursor ? " > " : "   ") + "\(index + 1)  ")]
    spans.append(
      Span(note.isEmpty ? option.text[language].string : option.text[language].string.padded(to: texts)))
    if !note.isEmpty { spans.append(Span("   " + note, .quiet)) }
    var trailing: [Span] = []
    if let attempt {
      let text = attempt.isRight ? "✓ " + Texts.yourAnswer[language] : "✗ " + Texts.yourAnswer[language]
      trailing = [Span(text, attempt.isRight ? .right : .wrong)]
    } else if state.isSolved, option.isRight {
      trailing = [Span("✓ " + Texts.rightAnswer[language], .right)]
    }
    var lines = [Line(spans, trailing: trailing, isCursor: isCursor, target: .choice(index))]
    if let say = attempt?.mistake?.say[language].string {
      lines += say.wrapped(to: width - 7).map { Line([Span("      " + $0)]) }
    }
    return lines
  }
}

/// A question that is answered with the panes above in view: in the four rows of the words.
struct QuestionWords {
  let open: OpenQuestion
  let number: Int
  let count: Int
  let isFocused: Bool
  let isAside: Bool
  let language: Language

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let area = rect.droppingLeft(1).droppingRight(1)
    if isAside {
      canvas.put(Texts.questionWaiting[language], at: area.origin, role: .strong, width: area.width)
      for (index, line) in asked(area.width).prefix(max(0, area.height - 1)).enumerated() {
        canvas.put([Span(line, .quiet)], at: area.row(index + 1).origin, width: area.width)
      }
      return
    }
    let answer = open.state.isOpen ? 1 : 0
    let says = feedback(width: area.width)
    let room = area.height - answer
    let ask = asked(area.width).prefix(max(open.state.isOpen ? 1 : 0, room - says.count))
    var y = 0
    for line in ask {
      canvas.put(line, at: area.row(y).origin, width: area.width)
      y += 1
    }
    for line in says.prefix(room - ask.count) {
      canvas.put(line, at: area.row(y).origin, width: area.width)
      y += 1
    }
    if open.state.isOpen { drawAnswer(in: area.row(y), on: &canvas) }
  }

  private func asked(_ width: Int) -> [String] {
    "\(Texts.question(number, count, language)): \(open.question.ask[language].string)".wrapped(to: width)
  }

  private func drawAnswer(in line: Rect, on canvas: inout Canvas) {
    guard open.isNumber else {
      canvas.put(Texts.pickHow[language], at: line.origin, role: .strong, width: line.width)
      return
    }
    var spans = [Span("> ", .strong), Span(open.line.string.padded(to: 12), .select)]
    if let echo = NumberKey.echo(open.line.string) {
      spans.append(Span("  " + echo, .quiet))
    } else if open.line.isEmpty {
      spans.append(Span("  " + Texts.typeNumber[language], .quiet))
    }
    canvas.put(spans, at: line.origin, width: line.width)
    if isFocused { canvas.cursor = Point(x: line.x + 2 + open.line.cursor, y: line.y) }
  }

  private func feedback(width: Int) -> [[Span]] {
    let state = open.state
    let solution = open.question.solution[language].string
    if state.isOpen {
      guard let attempt = state.attempts.last else { return [] }
      let say = attempt.mistake?.say[language].string ?? Texts.notThat[language]
      let given = open.question.text(of: attempt.answer, language)
      return ("✗ " + (given.isEmpty ? "" : "\(given): ") + say).wrapped(to: width).map { [Span($0, .strong)] }
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
    return lines + open.question.why[language].string.wrapped(to: width).map { [Span($0)] }
  }
}
