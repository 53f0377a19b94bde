import Analysis
import Documents
import Lessons
import Terminal

/// Choices, one or several of them right.
extension QuestionPanel {
  /// With the row of 0 while there is room, then without the first sentences of the question; where it is tight what is
  /// said of a try stands where the question stood.
  func choosing(_ options: [Choice], _ width: Int) -> [Arrangement] {
    let ask = ask(width)
    let end = (context.question.ask[language].string.sentences.last ?? "").wrapped(to: width - 2)
      .map { Line([Span(" " + $0)]) }
    let choices = options.indices.flatMap { choice($0, options, width: width) }
    let plain = options.indices.map { row($0, options, width) }
    let said = state.attempts.last.map { tried($0, width) }
    return [
      Arrangement(ask, [Line([])] + choices + [showMe]), Arrangement(ask, choices + [showMe]),
      Arrangement(ask, choices), Arrangement(end, choices), Arrangement(end + (said ?? []), plain),
      Arrangement(said ?? ask, plain),
    ]
  }

  /// A choice that is there to be chosen, and under it what was said of it.
  private func choice(_ index: Int, _ options: [Choice], width: Int) -> [Line] {
    let say = state.attempt(at: index)?.mistake?.say[language].string
    return [row(index, options, width)]
      + (say?.wrapped(to: width - 7).map { Line([Span("      " + $0)]) } ?? [])
  }

  private func row(_ index: Int, _ options: [Choice], _ width: Int) -> Line {
    let isCursor = input.cursor == index
    let spans = [Span((isCursor ? " > " : "   ") + "\(index + 1)  ")] + texts(index, options)
    var tried: [Span] = []
    if state.attempt(at: index) != nil {
      let words = "✗ " + Texts.yourAnswer[language]
      // The sign alone beside a choice that leaves no more room.
      let fits = spans.displayWidth + words.displayWidth + 2 <= width
      tried = [Span(fits ? words : "✗", .wrong)]
    }
    return Line(spans, trailing: tried, isCursor: isCursor, target: .choice(index))
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
