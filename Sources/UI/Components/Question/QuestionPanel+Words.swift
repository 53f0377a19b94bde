import Analysis
import Documents
import Lessons
import Terminal

/// One's own words, and the points that are ticked after them.
extension QuestionPanel {
  // MARK: One's own words

  func telling() -> [Line] {
    input.typed.enumerated().map { index, line in
      let isCursor = index == input.typed.count - 1
      let head = isCursor ? " > " : "   "
      return Line(
        [Span(head + line.string)], isCursor: isCursor,
        typing: isCursor ? head.displayWidth + line.beforeCursor.displayWidth : nil)
    }
  }

  func marking(_ choices: [Choice], _ width: Int) -> [Line] {
    choices.indices.map { index in
      guard index < input.uncovered else { return Line([Span("   ····", .quiet)]) }
      let isCursor = input.cursor == index
      let box = input.ticks.contains(index) ? "[✓] " : "[ ] "
      return Line(
        [Span((isCursor ? " > " : "   ") + box)] + texts(index, choices), isCursor: isCursor,
        target: .choice(index))
    }
  }

  /// The line of one's own that is nearest in order, a help to memory: it stays in sight while the points scroll.
  func told(_ width: Int) -> [Line] {
    let told = input.told
    guard !told.isEmpty else { return [] }
    let line = min(input.top, told.count - 1)
    let place = told.count > 1 ? [Span(Texts.of("\(line + 1)", told.count, language), .quiet)] : []
    var lines = Texts.you(quoted(told[line]), language).wrapped(to: width - place.displayWidth - 3)
      .map { Line([Span(" " + $0)]) }
    lines[lines.count - 1].trailing = place
    return lines
  }

  /// Points that were said, and those that come back.
  func marked(_ choices: [Choice]) -> [Line] {
    var ticks: [Int] = []
    if case .places(let places)? = last(state.attempts.last?.answer) { ticks = places }
    return choices.indices.map { index in
      let isSaid = ticks.contains(index)
      return Line(["   ", Span(isSaid ? "✓ " : "- ", isSaid ? .right : .text)] + texts(index, choices))
    }
  }
}
