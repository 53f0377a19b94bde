import Analysis
import Documents
import Lessons
import Terminal

/// Pairs: the partner stands as text beside the left side, and all partners in a column of their own that never moves.
/// Where that is too wide, its number stands for the partner (`MatchQuestion.sideColumns` is what fits then).
extension QuestionPanel {
  func pairing(_ left: [Choice], _ right: [Choice], width: Int) -> [Line] {
    let leftRoom = widest(left)
    let rightRoom = widest(right)
    guard 3 + leftRoom + 3 + (rightRoom + 2) + 6 + (rightRoom + 2) <= width else {
      return numbered(left, right, leftRoom)
    }
    return (0..<max(left.count, right.count)).map { row in
      let isCursor = input.cursor == row && left.indices.contains(row)
      var spans = [Span(isCursor ? " > " : "   ")]
      if left.indices.contains(row) {
        let partner = input.partners[row].map { "\($0 + 1) " + right[$0].text[language].string } ?? "_"
        let text =
          left[row].text[language].string.padded(to: leftRoom) + "   " + partner.padded(to: rightRoom + 2)
        spans.append(Span(text + "      ", identity: ClickTarget.choice(row).identity))
      } else {
        spans.append(Span(String(repeating: " ", count: leftRoom + rightRoom + 11)))
      }
      if right.indices.contains(row) {
        let isUsed = input.partners.contains(row)
        let text = "\(row + 1) " + right[row].text[language].string
        let identity = ClickTarget.choice(left.count + row).identity
        spans.append(Span(text.padded(to: rightRoom + 2), isUsed ? .quiet : .text, identity: identity))
        // It is dim in any case.
        let used = "   " + Texts.used[language]
        if isUsed, spans.displayWidth + used.displayWidth <= width { spans.append(Span(used, .quiet)) }
      }
      return Line(spans, isCursor: isCursor)
    }
  }

  private func numbered(_ left: [Choice], _ right: [Choice], _ leftRoom: Int) -> [Line] {
    (0..<max(left.count, right.count)).map { row in
      let isCursor = input.cursor == row && left.indices.contains(row)
      var spans = [Span(isCursor ? " > " : "   ")]
      if left.indices.contains(row) {
        let partner = input.partners[row].map { String($0 + 1) } ?? "_"
        spans.append(
          Span(
            left[row].text[language].string.padded(to: leftRoom) + "  " + partner + "  ",
            identity: ClickTarget.choice(row).identity))
      } else {
        spans.append(Span(String(repeating: " ", count: leftRoom + 5)))
      }
      if right.indices.contains(row) {
        spans.append(
          Span(
            "\(row + 1) " + right[row].text[language].string,
            input.partners.contains(row) ? .quiet : .text,
            identity: ClickTarget.choice(left.count + row).identity))
      }
      return Line(spans, isCursor: isCursor)
    }
  }

  /// Each with its right partner, and with the one it was given, which has a row of its own where both are too wide.
  func paired(_ left: [Choice], _ right: [Choice], width: Int) -> [Line] {
    guard case .pairs(let partners)? = last(context.question.rightAnswer) else { return [] }
    var given: [Int] = []
    if case .pairs(let pairs)? = last(state.attempts.last?.answer) { given = pairs }
    let room = widest(left)
    return left.indices.flatMap { row in
      let wanted = right[partners[row]].text[language].string
      var spans = [Span("   " + left[row].text[language].string.padded(to: room) + "   ")]
      let own = given.indices.contains(row) ? given[row] : partners[row]
      let isRight = parts.indices.contains(row) ? parts[row].isRight : own == partners[row]
      if isRight || !right.indices.contains(own) {
        spans += [Span(wanted + " "), Span(given.isEmpty ? "" : "✓", .right)]
      } else {
        spans += [Span(right[own].text[language].string + " "), Span("✗", .wrong)]
        let correction = Span("→ " + wanted)
        if (spans + [correction]).displayWidth < width {
          spans += [" ", correction]
        } else {
          return [Line(spans), Line([Span(String(repeating: " ", count: room + 6)), correction])]
        }
      }
      return [Line(spans)]
    }
  }

  private func widest(_ choices: [Choice]) -> Int {
    choices.map { $0.text[language].string.displayWidth }.max() ?? 0
  }
}
