import Analysis
import Documents
import Lessons
import Terminal

/// Choices, one or several of them right.
extension QuestionPanel {
  /// What fits: the blank line goes first, then the row of 0, then lines of the question.
  func choosing(_ width: Int, _ height: Int) -> [Line] {
    var lines = choosingLines(width, height)
    if lines.count < height { lines.insert(Line([]), at: 0) }
    return lines
  }

  private func choosingLines(_ width: Int, _ height: Int) -> [Line] {
    let options = input.shape(context).choices
    let ask = ask(width)
    let choices = options.indices.flatMap { choice($0, options, width: width) }
    var end: [Line] = []
    if state.isOpen {
      let zero = state.attempts.isEmpty ? Texts.showMe : Texts.showMeNow
      end = [Line([Span("   0  " + zero[language], .quiet)], target: .action(.dontKnow))]
    } else {
      end = context.question.why[language].string.wrapped(to: width - 2).map {
        Line([Span(" " + $0, .strong)])
      }
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

  private func choice(_ index: Int, _ options: [Choice], width: Int) -> [Line] {
    let attempt = state.attempt(at: index)
    let isCursor = state.isOpen && input.cursor == index
    let spans = [Span((isCursor ? " > " : "   ") + "\(index + 1)  ")] + texts(index, options)
    var trailing: [Span] = []
    if let attempt {
      let text = attempt.isRight ? "✓ " + Texts.yourAnswer[language] : "✗ " + Texts.yourAnswer[language]
      trailing = [Span(text, attempt.isRight ? .right : .wrong)]
    } else if state.isSolved, isRight(index) {
      trailing = [Span("✓ " + Texts.rightAnswer[language], .right)]
    }
    var lines = [Line(spans, trailing: trailing, isCursor: isCursor, target: .choice(index))]
    if let say = attempt?.mistake?.say[language].string {
      lines += say.wrapped(to: width - 7).map { Line([Span("      " + $0)]) }
    }
    return lines
  }

  /// A choice, with notes under each other.
  func texts(_ index: Int, _ choices: [Choice]) -> [Span] {
    let text = choices[index].text[language].string
    guard let note = choices[index].note?[language].string, !note.isEmpty else { return [Span(text)] }
    let room = choices.map { $0.text[language].string.displayWidth }.max() ?? 0
    return [Span(text.padded(to: room)), Span("   " + note, .quiet)]
  }

  func isRight(_ index: Int) -> Bool {
    guard case .places(let places)? = last(context.question.rightAnswer) else { return false }
    return places.contains(index)
  }

  // MARK: Several

  func ticking(_ choices: [Choice]) -> [Line] {
    choices.indices.map { index in
      let isCursor = input.cursor == index
      let box = input.ticks.contains(index) ? "[✓] " : "[ ] "
      return Line(
        [Span((isCursor ? " > " : "   ") + "\(index + 1) " + box)] + texts(index, choices),
        isCursor: isCursor,
        target: .choice(index))
    }
  }

  /// Those that are right, and those that were ticked all the same.
  func ticked(_ choices: [Choice]) -> [Line] {
    var ticks: [Int] = []
    if case .places(let places)? = last(state.attempts.last?.answer) { ticks = places }
    return choices.indices.filter { isRight($0) || ticks.contains($0) }.map { index in
      let sign = isRight(index) ? Span("✓ ", .right) : Span("✗ ", .wrong)
      let isYours = ticks.contains(index)
      return Line(
        ["   ", sign] + texts(index, choices),
        trailing: isYours ? [Span(Texts.yourAnswer[language], .quiet)] : [])
    }
  }
}
