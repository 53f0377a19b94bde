import Documents
import Lessons
import Terminal

/// A question that has been answered: the answer and its reason first, then what was said, then what was asked.
extension QuestionPanel {
  /// Rows of all of it.
  var answeredRows: Int { answered(width: context.room.width - 2).count }

  func answered(width: Int) -> [Line] {
    let shape = context.question.shapes[context.question.shapes.count - 1]
    let answer: [Line] =
      switch shape {
      case .choose(let choices, several: true): ticked(choices)
      case .type(let slots) where slots.count > 1: filled(slots, width)
      case .choose, .type, .lines, .point: solution(width)
      case .order(let choices): ordered(choices, width)
      case .pair(let left, let right): paired(left, right, width: width)
      case .mark(let choices): marked(choices)
      }
    // Under a single answer its reason is set in; a table of parts stands for itself.
    let why = text(context.question.why[language].string, indent: shape.showsParts ? 1 : 3, width, .strong)
    return answer.flatMap { $0.split(to: width) } + why + said(showsParts: shape.showsParts, width)
      + asked(width)
  }

  private func text(_ text: String, indent: Int, _ width: Int, _ role: Role = .text) -> [Line] {
    text.wrapped(to: width - 1 - indent).map {
      Line([Span(String(repeating: " ", count: indent) + $0, role)])
    }
  }

  /// A text after a sign, its further lines under its first.
  private func text(_ text: String, after sign: Span, _ width: Int, _ role: Role = .text) -> [Line] {
    text.wrapped(to: width - 4).enumerated().map { index, line in
      Line(index == 0 ? [" ", sign, Span(" " + line, role)] : [Span("   " + line, role)])
    }
  }

  private func solution(_ width: Int) -> [Line] {
    var solution = context.question.solution[language].string
    if case .choose(let choices, _) = context.question.shapes[0],
      let note = choices.indices.first(where: isRight).flatMap({ choices[$0].note?[language].string })
    {
      solution += "   " + note
    }
    return text(solution, after: Span("✓", .right), width, .strong)
  }

  /// The tries that were wrong, the newest last, each with the sentence for it.
  private func said(showsParts: Bool, _ width: Int) -> [Line] {
    if context.question.key.isSelfRated { return missed(width) }
    return state.attempts.indices.filter { !state.attempts[$0].isRight }.flatMap { index -> [Line] in
      let attempt = state.attempts[index]
      let say =
        attempt.mistake?.say[language].string ?? context.question.key.remark(on: attempt.answer)?[language]
      let sign = Span("✗", .wrong)
      // The table above is of the last one.
      if showsParts, index == state.attempts.count - 1 {
        return say.map { text($0, after: sign, width) } ?? []
      }
      let you = Texts.you(context.question.text(of: attempt.answer, language), language)
      return text(you, after: sign, width) + (say.map { text($0, indent: 3, width) } ?? [])
    }
  }

  /// The points of an explanation that were not said: they are not wrong, only to come again.
  private func missed(_ width: Int) -> [Line] {
    guard case .mark(let points)? = context.question.shapes.last, let attempt = state.attempts.last else {
      return []
    }
    let grades = context.question.parts(of: attempt.answer)
    let names = points.indices.filter { grades.indices.contains($0) && !grades[$0].isRight }
      .map { points[$0].text[language].string }
    if names.isEmpty { return [] }
    return text(Texts.missedPoints(names.joined(separator: "; "), language), indent: 1, width)
  }

  private func asked(_ width: Int) -> [Line] {
    text(Texts.asked(context.question.ask[language].string, language), indent: 1, width, .quiet)
  }
}

extension QuestionPanel.Line {
  /// With what stands at its right in a line of its own where there is no room beside it.
  fileprivate func split(to width: Int) -> [Self] {
    guard !trailing.isEmpty, spans.displayWidth + trailing.displayWidth + 2 > width else { return [self] }
    var line = self
    line.trailing = []
    return [line, Self([Span("      ")] + trailing)]
  }
}

extension InputShape {
  /// Its answer is shown as a table of parts, each beside what was given.
  fileprivate var showsParts: Bool {
    switch self {
    case .choose(_, let several): several
    case .type(let slots): slots.count > 1
    case .lines, .point: false
    case .order, .pair, .mark: true
    }
  }
}

extension Sign {
  static let verdict = Sign("✓ ✗", .margin, .strong, say("right; wrong, or dropped here", "맞음; 틀림 또는 여기서 버림"))
}
