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
    let phase = input.phase(context)
    let isOpen = phase != .answered && phase != .lookingAround
    let lines =
      switch phase {
      case .lookingAround: waiting(area.size)
      case .answered: answered(area.size)
      default: open(Size(width: area.width, height: area.height - 1))
      }
    for (index, line) in lines.enumerated() {
      canvas.put(line, at: area.row(index).origin, width: area.width)
    }
    if isOpen { drawAnswer(in: area.row(lines.count), on: &canvas) }
  }

  private func waiting(_ size: Size) -> [[Span]] {
    [[Span(Texts.questionWaiting[language], .strong)]]
      + asked(Size(width: size.width, height: size.height - 1)).map { [Span($0, .quiet)] }
  }

  private func open(_ size: Size) -> [[Span]] {
    let says = feedback(Size(width: size.width, height: size.height - 1)).map { [Span($0, .strong)] }
    return asked(Size(width: size.width, height: size.height - says.count)).map { [Span($0)] } + says
  }

  /// The question whole, with its number where there is room; else how it ends.
  private func asked(_ size: Size) -> [String] {
    let ask = context.question.ask[language].string
    let whole = "\(Texts.question(context.number, context.count, language)): \(ask)".wrapped(to: size.width)
    return whole.count <= size.height ? whole : ask.wrappedEnd(to: size.width, rows: size.height)
  }

  /// The answer and as much of its reason as fits whole; the panel that has all of it is one key away.
  private func answered(_ size: Size) -> [[Span]] {
    let solution = context.question.solution[language].string
    let isSelfRated = context.question.key.isSelfRated && !state.attempts.isEmpty
    let answer =
      isSelfRated
      ? Span(Texts.questionTitle(input, context)[language], .strong)
      : state.outcome == .wrong || state.outcome == .unknown
        ? Span(Texts.itIs(solution, language), .strong)
        : Span("✓ " + Texts.rightWith(solution, language), .right)
    let why = context.question.why[language].string
    let wrong = isSelfRated ? nil : state.attempts.last { !$0.isRight }?.mistake?.say[language].string
    let all = why.wrapped(to: size.width) + (wrong.map { ("✗ " + $0).wrapped(to: size.width) } ?? [])
    if all.count < size.height { return [[answer]] + all.map { [Span($0)] } }
    let rows = why.wrapped(to: size.width, rows: size.height - 2)
    return [[answer]] + rows.map { [Span($0)] } + [[Span(Texts.wholeExplanation[language], .quiet)]]
  }

  // MARK: The answer's line

  private func drawAnswer(in line: Rect, on canvas: inout Canvas) {
    guard case .type(let slots) = input.shape(context), let slot = input.cursor.map({ slots[$0] }),
      let typed = input.cursor.map({ input.typed[$0] })
    else {
      canvas.put(how(line.width), at: line.origin, role: .strong, width: line.width)
      return
    }
    var spans: [Span] = [Span("> ", .strong)]
    if !state.attempts.isEmpty { spans.append(Span(Texts.onceMore[language] + "   ", .strong)) }
    if slots.count > 1 {
      let label = slot.label.map { "   " + $0[language].string } ?? ""
      spans.append(Span(Texts.blank(input.cursor! + 1, of: slots.count, language) + label + "   "))
    }
    let start = spans.displayWidth
    spans.append(Span(typed.string.padded(to: 12), .select))
    if let help = help(slot, typed.string, room: line.width - spans.displayWidth - 2) {
      spans.append(Span("  " + help, .quiet))
    }
    canvas.put(spans, at: line.origin, width: line.width)
    if context.hasFocus {
      canvas.cursor = Point(x: line.x + start + typed.beforeCursor.displayWidth, y: line.y)
    }
  }

  /// The value in its other notation; of an empty line what may be typed there, as long as it fits whole.
  private func help(_ slot: Slot, _ typed: String, room: Int) -> String? {
    if slot.form == .number, let echo = TypedNumber.echo(typed) { return echo }
    guard typed.isEmpty, let expected = Texts.expected(slot.value) else { return nil }
    let forms = (slot.value == .number ? [Texts.typeNumber] : []) + [expected]
    return forms.map { $0[language] }.first { $0.displayWidth <= room }
  }

  /// How it is pointed, or what has been pointed at so far.
  private func how(_ width: Int) -> String {
    guard case .point(let targets, let several) = input.shape(context) else { return "" }
    if !input.pointed.isEmpty {
      return "> " + input.pointed.map { targets.label($0, language) }.joined(separator: ", ")
    }
    if context.opens { return "> " + Texts.enterOpens[language] }
    guard !several, let pointed = context.pointed, targets.has(pointed) else {
      if let picture = context.elsewhere {
        return "> " + Texts.pickElsewhere(targets.kind, picture)[language]
      }
      return Texts.pickHow(targets.kind)[language]
    }
    let name = "> " + targets.label(pointed, language)
    let whole = name + "   " + Texts.enterAnswersWith[language]
    return whole.displayWidth <= width ? whole : name
  }

  // MARK: What is said of an answer

  private func feedback(_ size: Size) -> [String] {
    guard let attempt = state.attempts.last else { return [] }
    return ("✗ " + named(attempt) + say(attempt)).wrapped(to: size.width, rows: size.height)
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
