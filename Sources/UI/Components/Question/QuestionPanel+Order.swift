import Analysis
import Documents
import Lessons
import Terminal

/// Putting in order. The digits number places, not items, so that they never move.
extension QuestionPanel {
  func ordering(_ choices: [Choice], _ width: Int) -> [Line] {
    let texts = input.order.map { choices[$0].text[language].string }
    let room = min(texts.map(\.displayWidth).max() ?? 0, width - 10)
    return texts.indices.map { place in
      let isCursor = input.cursor == place
      let isCarried = isCursor && input.lifted != nil
      let head = (isCursor ? " > " : "   ") + "\(place + 1) "
      let text = isCarried ? "{ " + texts[place].fitted(to: room) + " }" : "  " + texts[place]
      let carried = isCarried ? input.lifted.map { Texts.carried(from: $0 + 1)[language] } : nil
      // What is carried stands there whole before it is said from where.
      let was = carried.flatMap { room + 12 + $0.displayWidth <= width ? $0 : nil }
      return Line(
        [Span(head), Span(text)], trailing: was.map { [Span($0, .quiet)] } ?? [], isCursor: isCursor,
        target: .choice(place))
    }
  }

  /// In the right order; each one that was put elsewhere says where.
  func ordered(_ choices: [Choice], _ width: Int) -> [Line] {
    guard case .places(let right)? = last(context.question.rightAnswer) else { return [] }
    var put: [Int] = []
    if case .places(let places)? = last(state.attempts.last?.answer) { put = places }
    return right.enumerated().map { place, choice in
      let own = put.firstIndex(of: choice)
      let isRight = own.map { parts.indices.contains($0) ? parts[$0].isRight : $0 == place } ?? true
      let trailing =
        own.map { isRight ? Span("✓", .right) : Span(Texts.youPut($0 + 1)[language], .wrong) }
      return Line(
        [Span("   \(place + 1)   "), Span(choices[choice].text[language].string)],
        trailing: trailing.map { [$0] } ?? [])
    }
  }
}
