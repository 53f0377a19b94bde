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
    for (index, line) in lines.prefix(area.height).enumerated() {
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

  /// Rows of the answered panel, all of them; 0 where what does not fit is left out.
  var answeredRows: Int {
    if case .choose(_, several: false) = input.shape(context) { return 0 }
    return answered(width: context.room.width - 2).count
  }

  /// The lines that fit, with which of how many they are when some do not.
  private func shown(width: Int, height: Int) -> (lines: [Line], extent: String?) {
    if case .choose(_, several: false) = input.shape(context) { return (choosing(width, height), nil) }
    guard state.isOpen else {
      return cut(answered(width: width), to: height, cursor: nil, top: input.top)
    }
    let body = open(width: width)
    var asked = (state.attempts.last.map { tried($0, width) } ?? ask(width))
    if asked.count + min(body.count, 4) > height { asked = Array(asked.prefix(max(1, height - 4))) }
    let zero = takesDigits && asked.count + body.count < height ? [showMe] : []
    let rest = cut(
      body, to: height - asked.count - zero.count, cursor: body.firstIndex(where: \.isCursor), top: 0)
    let isRoomy = asked.count + rest.lines.count + zero.count < height
    return ((isRoomy ? [Line([])] : []) + asked + rest.lines + zero, rest.extent)
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
  private func tried(_ attempt: QuestionState.Attempt, _ width: Int) -> [Line] {
    ("✗ " + say(attempt)).wrapped(to: width - 2).map { Line([Span(" " + $0, .strong)]) }
  }

  private func say(_ attempt: QuestionState.Attempt) -> String {
    attempt.mistake?.say[language].string ?? context.question.key.remark(on: attempt.answer)?[language]
      ?? Texts.notThat[language]
  }

  private var takesDigits: Bool { !input.digits(context).isEmpty }

  private var showMe: Line {
    let zero = state.attempts.isEmpty ? Texts.showMe : Texts.showMeNow
    return Line([Span("   0  " + zero[language], .quiet)], target: .action(.dontKnow))
  }

  private func why(_ width: Int) -> [Line] {
    context.question.why[language].string.wrapped(to: width - 2).map { Line([Span(" " + $0, .strong)]) }
  }

  // MARK: By shape

  private func open(width: Int) -> [Line] {
    switch input.shape(context) {
    case .choose(let choices, _): ticking(choices)
    case .type(let slots): filling(slots)
    case .lines: telling()
    case .point: []
    case .order(let choices): ordering(choices, width)
    case .pair(let left, let right): pairing(left, right)
    case .mark(let choices): marking(choices, width)
    }
  }

  /// Answer and reason first, then what was said of the last try, then the question.
  private func answered(width: Int) -> [Line] {
    let answer: [Line] =
      switch context.question.shapes[context.question.shapes.count - 1] {
      case .choose(let choices, _): ticked(choices)
      case .type(let slots): filled(slots, width)
      case .lines, .point: solution(width)
      case .order(let choices): ordered(choices, width)
      case .pair(let left, let right): paired(left, right)
      case .mark(let choices): marked(choices)
      }
    let wrong = state.attempts.last { !$0.isRight && ($0.mistake != nil || state.outcome == .wrong) }
    let says = wrong.map { tried($0, width) } ?? []
    let asked = ask(width).map { Line($0.spans.map { Span($0.text, .quiet) }) }
    return answer + why(width) + says + asked
  }

  private func solution(_ width: Int) -> [Line] {
    Texts.itIs(context.question.solution[language].string, language).wrapped(to: width - 2).map {
      Line([Span(" " + $0, .strong)])
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
