import Analysis
import Documents
import Lessons
import Terminal

/// A question over bytes and words: what is asked, what there is to answer with, and what became of each try.
struct QuestionPanel {
  let input: QuestionInput
  let context: QuestionInput.Context

  var language: Language { context.language }
  var state: QuestionState { context.state }

  /// A line of the panel: a blank, `>` where the cursor is, text from the left, text at the right.
  struct Line {
    var spans: [Span]
    var trailing: [Span] = []
    var isCursor = false
    /// It goes on with what the line under the cursor begins: both are to be seen.
    var isOfCursor = false
    var target: ClickTarget?
    /// Where in the line letters are typed, in columns.
    var typing: Int?

    init(
      _ spans: [Span], trailing: [Span] = [], isCursor: Bool = false, target: ClickTarget? = nil,
      typing: Int? = nil
    ) {
      self.spans = spans
      self.trailing = trailing
      self.isCursor = isCursor
      self.target = target
      self.typing = typing
    }
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let inner = PaneBorder(
      title: [Span(Texts.questionTitle(input, context)[language], titleRole)],
      trailing: [Span(trailing, .quiet)], isFocused: context.hasFocus
    ).draw(in: rect, on: &canvas)
    let area = inner.droppingLeft(1).droppingRight(1)
    let (lines, extent) = shown(width: area.width, height: area.height)
    for (index, line) in lines.enumerated() {
      draw(line, in: area.row(index), on: &canvas)
    }
    if context.hasFocus, canvas.cursor == nil { canvas.cursor = area.origin }
    if let extent {
      let text = " \(extent) "
      canvas.put(
        text, at: Point(x: rect.endX - 2 - text.displayWidth, y: rect.endY - 1), role: .quiet)
    }
  }

  private func draw(_ line: Line, in row: Rect, on canvas: inout Canvas) {
    canvas.put(line.spans, at: row.origin, width: row.width)
    if !line.trailing.isEmpty {
      let width = line.trailing.displayWidth
      canvas.put([" "] + line.trailing, at: Point(x: row.endX - width - 1, y: row.y))
    }
    if let target = line.target { canvas.identify(row, as: target.identity) }
    guard line.isCursor, context.hasFocus else { return }
    if let typing = line.typing {
      canvas.cursor = Point(x: row.x + typing, y: row.y)
    } else {
      canvas.mark(row, .select)
      canvas.cursor = Point(x: row.x + 1, y: row.y)
    }
  }

  private var titleRole: Role {
    switch state.outcome {
    case .right: .right
    default: .text
    }
  }

  private var trailing: String {
    if state.isOpen, case .mark(let choices) = input.shape(context) {
      return Texts.said(input.ticks.count, of: min(input.uncovered, choices.count), language)
    }
    return Texts.question(context.number, context.count, language)
  }

  // MARK: What fits

  /// The lines that fit, with which of how many they are when some do not.
  private func shown(width: Int, height: Int) -> (lines: [Line], extent: String?) {
    guard state.isOpen else {
      return cut(answered(width: width), to: height, cursor: nil, top: input.top)
    }
    if case .choose(let choices, several: false) = input.shape(context) {
      return fitting(choosing(choices, width), height)
    }
    let body = open(width: width)
    let head = state.attempts.last.map { tried($0, width) } ?? ask(width)
    if case .mark = input.shape(context) {
      let told = told(width)
      let (lines, extent) = fitting([Arrangement(head, body)], max(2, height - told.count))
      return (lines + told, extent)
    }
    let zero = takesDigits ? [showMe] : []
    return fitting([Arrangement(head, body + zero), Arrangement(head, body)], height)
  }

  /// Lines in one of the ways that a question can be set: the head stays in sight, the rest scrolls where it must.
  struct Arrangement {
    var head: [Line]
    var rest: [Line]
    var count: Int { head.count + rest.count }

    init(_ head: [Line], _ rest: [Line]) {
      self.head = head
      self.rest = rest
    }
  }

  /// The first one that fits, with a blank line above where there is room; else the last one, scrolled to the cursor.
  private func fitting(_ arrangements: [Arrangement], _ height: Int) -> (lines: [Line], extent: String?) {
    if let fits = arrangements.first(where: { $0.count <= height }) {
      return ((fits.count < height ? [Line([])] : []) + fits.head + fits.rest, nil)
    }
    guard let last = arrangements.last else { return ([], nil) }
    // A head that would leave no room to choose in scrolls with the rest: nothing is cut in the middle.
    let head = last.head.count <= height - 2 ? last.head : []
    let rest = head.isEmpty ? last.head + last.rest : last.rest
    let room = height - head.count
    let end = rest.lastIndex { $0.isCursor || $0.isOfCursor }
    let shown = cut(rest, to: room, cursor: end, top: 0)
    return (head + shown.lines, shown.extent)
  }

  private func cut(_ lines: [Line], to height: Int, cursor: Int?, top: Int) -> (
    lines: [Line], extent: String?
  ) {
    guard lines.count > height else { return (lines, nil) }
    let window = Rows.window(count: lines.count, height: height, cursor: cursor, top: top)
    let first = window.lowerBound > 0 ? "▴ " : ""
    let last = window.upperBound < lines.count ? " ▾" : ""
    let extent = Texts.of("\(window.lowerBound + 1)-\(window.upperBound)", lines.count, language)
    return (Array(lines[window]), first + extent + last)
  }

  func ask(_ width: Int) -> [Line] {
    context.question.ask[language].string.wrapped(to: width - 2).map { Line([Span(" " + $0)]) }
  }

  /// After a first try what is said of it stands where the question stood.
  func tried(_ attempt: QuestionState.Attempt, _ width: Int) -> [Line] {
    ("✗ " + part(attempt) + say(attempt)).wrapped(to: width - 2).map { Line([Span(" " + $0, .strong)]) }
  }

  /// Which of several parts the sentence is about.
  private func part(_ attempt: QuestionState.Attempt) -> String {
    guard case .type(let slots) = input.shape(context), slots.count > 1, attempt.mistake != nil,
      let index = parts.firstIndex(where: { $0.mistake != nil }), slots.indices.contains(index),
      let label = slots[index].label
    else { return "" }
    return label[language].string + ": "
  }

  private func say(_ attempt: QuestionState.Attempt) -> String {
    attempt.mistake?.say[language].string ?? context.question.key.remark(on: attempt.answer)?[language]
      ?? Texts.notThat[language]
  }

  private var takesDigits: Bool { !input.digits(context).isEmpty }

  var showMe: Line {
    let zero = state.attempts.isEmpty ? Texts.showMe : Texts.showMeNow
    return Line([Span("   0  " + zero[language], .quiet)], target: .action(.dontKnow))
  }

  // MARK: By shape

  private func open(width: Int) -> [Line] {
    switch input.shape(context) {
    case .choose(let choices, _): ticking(choices)
    case .type(let slots): filling(slots, width)
    case .lines: telling()
    case .point: []
    case .order(let choices): ordering(choices, width)
    case .pair(let left, let right): pairing(left, right, width: width)
    case .mark(let choices): marking(choices, width)
    }
  }

  /// What each part of the last try is worth; empty without a try or without parts.
  var parts: [PartGrade] {
    state.attempts.last.map { context.question.parts(of: $0.answer) } ?? []
  }

  /// The last try, or the right answer, in the form of the shape that is drawn.
  func last(_ answer: Answer?) -> Answer? {
    if case .inTurn(let answers)? = answer { return answers.last }
    return answer
  }
}
