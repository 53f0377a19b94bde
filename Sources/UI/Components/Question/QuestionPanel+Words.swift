import Analysis
import Documents
import Lessons
import Terminal

/// Slots, one's own words, and the points that are ticked after them.
extension QuestionPanel {
  private func label(_ slot: Slot, _ slots: [Slot]) -> String {
    let room = slots.map { $0.label?[language].string.displayWidth ?? 0 }.max() ?? 0
    return (slot.label?[language].string ?? "").padded(to: room) + "  "
  }

  func filling(_ slots: [Slot]) -> [Line] {
    slots.enumerated().map { index, slot in
      let isCursor = input.cursor == index
      let typed = input.typed[index]
      let value = slot.text(typed.string, language)
      let head = (isCursor ? " > " : "   ") + label(slot, slots)
      var spans = [Span(head), Span(value.isEmpty ? "________  " : value.padded(to: 10))]
      spans.append(Span("  " + help(slot, typed.string), .quiet))
      let isTyped = isCursor && slot.choices.isEmpty
      return Line(
        spans, trailing: input.isLocked(index, context) ? [Span("✓", .right)] : [], isCursor: isCursor,
        target: .choice(index), typing: isTyped ? head.displayWidth + typed.beforeCursor.displayWidth : nil)
    }
  }

  /// What may be typed there.
  private func help(_ slot: Slot, _ typed: String) -> String {
    switch slot.form {
    case .number: return TypedNumber.echo(typed) ?? help(slot.value)
    case .text: return ""
    case .oneOf(let choices):
      return choices.enumerated().map { "\($0.offset + 1) " + $0.element.text[language].string }
        .joined(separator: "   ")
    case .anyOf(let choices):
      let ticks = typed.split(separator: " ").compactMap { Int($0) }
      return choices.enumerated().map { index, choice in
        "\(index + 1) [\(ticks.contains(index + 1) ? "✓" : " ")] " + choice.text[language].string
      }.joined(separator: " ")
    }
  }

  private func help(_ form: ValueForm) -> String {
    switch form {
    case .mac, .ipv4: Texts.anAddress[language]
    default: Texts.aNumber[language]
    }
  }

  /// Part, what was said, what is right, and why it is not that.
  func filled(_ slots: [Slot], _ width: Int) -> [Line] {
    guard case .lines(let right)? = last(context.question.rightAnswer) else { return [] }
    var given: [String] = []
    if case .lines(let lines)? = last(state.attempts.last?.answer) { given = lines }
    let rows = slots.indices.map { index in
      (
        given.indices.contains(index) ? slots[index].text(given[index], language) : "",
        right.indices.contains(index) ? slots[index].text(right[index], language) : ""
      )
    }
    let said = max(10, Texts.youSaid[language].displayWidth, rows.map(\.0.displayWidth).max() ?? 0)
    let real = max(10, rows.map(\.1.displayWidth).max() ?? 0)
    let blank = String(repeating: " ", count: 3 + label(slots[0], slots).displayWidth)
    let head = Line([
      Span(blank + Texts.youSaid[language].padded(to: said + 2) + Texts.theAnswerIs[language], .quiet)
    ])
    return [head]
      + slots.indices.flatMap { index -> [Line] in
        let part = parts.indices.contains(index) ? parts[index] : nil
        let isRight = part?.isRight ?? (rows[index].0 == rows[index].1)
        let start = Span(
          "   " + label(slots[index], slots) + rows[index].0.padded(to: said + 2)
            + rows[index].1.padded(to: real))
        guard !given.isEmpty else { return [Line([start])] }
        let says = (part?.mistake?.say[language].string ?? "").wrapped(
          to: max(10, width - start.text.displayWidth - 6))
        let first = Line(
          [start, "  ", isRight ? Span("✓", .right) : Span("✗", .wrong), Span(isRight ? "" : " " + says[0])])
        let pad = String(repeating: " ", count: start.text.displayWidth + 4)
        return [first] + (isRight ? [] : says.dropFirst().map { Line([Span(pad + $0)]) })
      }
  }

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
    let points = choices.indices.map { index in
      guard index < input.uncovered else { return Line([Span("   ····", .quiet)]) }
      let isCursor = input.cursor == index
      let box = input.ticks.contains(index) ? "[✓] " : "[ ] "
      return Line(
        [Span((isCursor ? " > " : "   ") + box)] + texts(index, choices), isCursor: isCursor,
        target: .choice(index))
    }
    let told = input.told
    guard !told.isEmpty else { return points }
    let line = min(input.top, told.count - 1)
    let place = Texts.of("\(line + 1)", told.count, language)
    return points + [
      Line(
        [Span(" " + Texts.you(quoted(told[line]), language))],
        trailing: told.count > 1 ? [Span(place, .quiet)] : [])
    ]
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
