import Analysis
import Documents
import Lessons
import Terminal

/// Slots: blanks, and the parts of a prediction.
extension QuestionPanel {
  private func label(_ slot: Slot, _ slots: [Slot]) -> String {
    let room = slots.map { $0.label?[language].string.displayWidth ?? 0 }.max() ?? 0
    return (slot.label?[language].string ?? "").padded(to: room) + "  "
  }

  /// A row for each, with what there is to choose among beside it, or under the one that the cursor is on.
  func filling(_ slots: [Slot], _ width: Int) -> [Line] {
    slots.indices.flatMap { filling($0, slots, width) }
  }

  private func filling(_ index: Int, _ slots: [Slot], _ width: Int) -> [Line] {
    let slot = slots[index]
    let isCursor = input.cursor == index
    let typed = input.typed[index]
    let isTyped = isCursor && slot.choices.isEmpty && !(slot.form == .number && typed.string == Slot.nothing)
    let value = isTyped ? typed.string : slot.text(typed.string, language)
    let head = (isCursor ? " > " : "   ") + label(slot, slots)
    let indent = String(repeating: " ", count: head.displayWidth)
    let verdict = verdict(index, slot)
    let room = max(10, width - head.displayWidth - verdict.displayWidth - 2)
    let values = value.isEmpty ? ["________"] : value.wrapped(to: room)
    var lines = values.enumerated().map { row, value in
      Line([Span((row == 0 ? head : indent) + value.padded(to: 10))])
    }
    lines[0].trailing = verdict
    (lines[0].isCursor, lines[0].target) = (isCursor, .choice(index))
    if isTyped { lines[0].typing = head.displayWidth + typed.beforeCursor.displayWidth }
    if !input.isLocked(index, context) {
      let gap = slot.form.isSet ? " " : "   "
      let help = help(slot, typed.string)
      let whole = help.joined(separator: gap)
      if lines.count == 1, max(10, values[0].displayWidth) + 2 + whole.displayWidth <= room {
        lines[0].spans.append(Span("  " + whole, .quiet))
      } else if isCursor {
        lines += help.rows(gap, width - 6).map { Line([Span("     " + $0, .quiet)]) }
      }
    }
    for row in lines.indices.dropFirst() where isCursor { lines[row].isOfCursor = true }
    return lines
  }

  /// What the last try was worth there.
  private func verdict(_ index: Int, _ slot: Slot) -> [Span] {
    guard parts.indices.contains(index), case .lines(let given)? = last(state.attempts.last?.answer),
      given.indices.contains(index)
    else { return [] }
    if parts[index].isRight { return [Span("✓", .right)] }
    return [Span("✗ " + Texts.you(slot.text(given[index], language), language), .wrong)]
  }

  /// What may be typed there, in pieces that belong together.
  private func help(_ slot: Slot, _ typed: String) -> [String] {
    let nothing = slot.nothing.map { ["\(Slot.nothing) " + $0[language]] } ?? []
    switch slot.form {
    case .number, .text:
      if slot.form == .number, let echo = TypedNumber.echo(typed) { return [echo] }
      return Texts.expected(slot.value).map { [$0[language]] + nothing } ?? nothing
    case .oneOf(let choices):
      return choices.indices.map { named($0, choices, "") } + nothing
    case .anyOf(let choices):
      let ticks = typed.split(separator: " ").compactMap { Int($0) }
      return choices.indices.map { named($0, choices, ticks.contains($0 + 1) ? " [✓]" : " [ ]") } + nothing
    }
  }

  /// `2 [✓] web`; of a choice that is its own number, as ports are, that once.
  private func named(_ index: Int, _ choices: [Choice], _ box: String) -> String {
    let text = choices[index].text[language].string
    let number = String(index + 1)
    return number + box + (text == number ? "" : " " + text)
  }

  // MARK: Answered

  /// Part, what was said, what is right, and why it is not that: in columns, or under each other where they are too long
  /// for that.
  func filled(_ slots: [Slot], _ width: Int) -> [Line] {
    guard case .lines(let right)? = last(context.question.rightAnswer) else { return [] }
    var given: [String] = []
    if case .lines(let lines)? = last(state.attempts.last?.answer) { given = lines }
    let rows = slots.indices.map { index in
      JudgedPart(
        label: label(slots[index], slots),
        said: given.indices.contains(index) ? slots[index].text(given[index], language) : nil,
        right: right.indices.contains(index) ? slots[index].text(right[index], language) : "",
        grade: parts.indices.contains(index) ? parts[index] : nil)
    }
    let isPrediction = slots.contains { $0.nothing != nil }
    let truth = (isPrediction ? Texts.theRunDid : Texts.theAnswerIs)[language]
    let said =
      given.isEmpty ? -2 : max(10, Texts.youSaid[language].displayWidth, rows.map(\.saidWidth).max() ?? 0)
    let real = max(10, rows.map(\.right.displayWidth).max() ?? 0)
    let start = 3 + label(slots[0], slots).displayWidth
    guard start + said + 2 + real + 4 <= width else {
      return rows.flatMap { stacked($0, truth, width) }
    }
    let titles = (given.isEmpty ? "" : Texts.youSaid[language].padded(to: said + 2)) + truth
    let head = Line([Span(String(repeating: " ", count: start) + titles, .quiet)])
    return [head]
      + rows.flatMap { row in
        let text = "   " + row.label + (row.said?.padded(to: said + 2) ?? "") + row.right.padded(to: real)
        return judged(row, text, width)
      }
  }

  private func judged(_ row: JudgedPart, _ text: String, _ width: Int) -> [Line] {
    guard row.said != nil else { return [Line([Span(text)])] }
    let say = row.say(language)
    let room = width - text.displayWidth - 6
    let isBeside = room >= 24
    let says = say.isEmpty ? [] : say.wrapped(to: isBeside ? room : width - 8)
    let beside = isBeside ? says.first.map { " " + $0 } ?? "" : ""
    let first = Line([Span(text), "  ", row.sign, Span(beside)])
    let indent = String(repeating: " ", count: isBeside ? text.displayWidth + 4 : 6)
    return [first] + says.dropFirst(isBeside ? 1 : 0).map { Line([Span(indent + $0)]) }
  }

  /// Values under each other.
  private func stacked(_ row: JudgedPart, _ truth: String, _ width: Int) -> [Line] {
    func value(_ name: String, _ value: String) -> [Line] {
      "\(name): \(value)".wrapped(to: width - 8).map { Line([Span("      " + $0)]) }
    }
    let says = row.say(language)
    return [Line(["   ", row.said == nil ? " " : row.sign, Span(" " + row.label)])]
      + (row.said.map { value(Texts.youSaid[language], $0) } ?? []) + value(truth, row.right)
      + (says.isEmpty ? [] : says.wrapped(to: width - 8).map { Line([Span("      " + $0)]) })
  }
}

/// A part of an answer beside what is right.
private struct JudgedPart {
  let label: String
  /// nil: nothing was answered.
  let said: String?
  let right: String
  let grade: PartGrade?

  var saidWidth: Int { said?.displayWidth ?? 0 }
  private var isRight: Bool { grade?.isRight ?? (said == right) }
  var sign: Span { isRight ? Span("✓", .right) : Span("✗", .wrong) }
  func say(_ language: Language) -> String { isRight ? "" : grade?.mistake?.say[language].string ?? "" }
}

extension Slot.Form {
  fileprivate var isSet: Bool { if case .anyOf = self { true } else { false } }
}

extension [String] {
  /// As many pieces a row as fit.
  fileprivate func rows(_ gap: String, _ width: Int) -> [String] {
    var rows: [String] = []
    for piece in self {
      if let last = rows.last, last.displayWidth + gap.displayWidth + piece.displayWidth <= width {
        rows[rows.count - 1] += gap + piece
      } else {
        rows.append(piece)
      }
    }
    return rows
  }
}
