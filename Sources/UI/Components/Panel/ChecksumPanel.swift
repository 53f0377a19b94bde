import Analysis
import Documents
import Networking
import Terminal

/// A checksum added up word by word, as on paper; the bytes of the word are selected above.
struct ChecksumPanel {
  let sum: ChecksumPanelState.View
  let unit: Dissection
  let language: Language

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let area = rect.droppingLeft(1).droppingRight(1)
    let lines = sum.word.map(lines(adding:)) ?? result
    for (index, line) in lines.prefix(area.height).enumerated() {
      canvas.put(line, at: area.row(index).origin, width: area.width)
    }
    canvas.cursor = area.origin
  }

  private var title: Span {
    Span(Texts.checksumOf(unit.layers[sum.walk.layer].protocol.short, language), .strong)
  }

  private func lines(adding word: ChecksumComputation.Word) -> [[Span]] {
    let step = sum.walk.steps[sum.cursor]
    var head = [title, Span("  " + Texts.word(sum.cursor + 1, of: sum.walk.words.count, language))]
    head.append(Span("  " + Texts.part(word.part, language), word.part == .pseudoHeader ? .lit : .quiet))
    let before = [
      Span("     " + hex(UInt64(step.before), digits: 4)), Span("  " + Texts.sumSoFar[language], .quiet),
    ]
    let says = Texts.says(word, holds: sum.walk.held, fields(word), language)
    let added = [
      Span("  + "), Span("[", .strong), Span(hex(UInt64(word.value), digits: 4), .select),
      Span("]", .strong), Span(" " + says),
    ]
    let low = hex(UInt64(step.sum & 0xffff), digits: 4)
    var total = [Span("  = "), Span(step.hasCarry ? "1" : " ", .changed), Span(low, .strong)]
    if step.hasCarry {
      let after = hex(UInt64(step.after), digits: 4)
      total += [
        Span("  " + Texts.carry[language] + " ", .quiet), Span(low + " + "), Span("1", .changed),
        Span(" = "), Span(after, .strong),
      ]
    }
    return [head, before, added, total]
  }

  /// The fields that a word is a part of, by name: those of the header, of what it carries the innermost.
  private func fields(_ word: ChecksumComputation.Word) -> String {
    let content = unit.layers[sum.walk.layer]
    var names: [String] = []
    if word.part == .header {
      names = content.nodes.filter {
        $0.parent < 0 && !$0.field.isGenerated && $0.source == content.source && $0.bytes.overlaps(word.bytes)
      }.map(\.field.name)
    } else {
      names = word.bytes.compactMap { unit.innermostField(ofByte: $0, in: content.source) }.map {
        unit.node($0).field.name
      }
    }
    var once: [String] = []
    for name in names where !once.contains(name) { once.append(name) }
    return once.joined(separator: ", ")
  }

  private var result: [[Span]] {
    let walk = sum.walk
    let total = hex(UInt64(walk.sum), digits: 4)
    let complement = hex(UInt64(walk.result), digits: 4)
    let held = hex(UInt64(walk.held), digits: 4)
    let received = hex(UInt64(walk.received), digits: 4)
    let sign = walk.isRight ? Span("✓", .right) : Span("✗", .wrong)
    return [
      [title, Span("  " + Texts.result[language], .strong)],
      [Span("     " + total), Span("  " + Texts.sumOfWords(walk.words.count, language), .quiet)],
      [
        Span("  ~ "), Span("[", .strong), Span(complement, .select), Span("] ", .strong),
        Span(Texts.complement[language] + "  ", .quiet), sign,
        Span(" " + Texts.fieldHolds("0x" + held, isRight: walk.isRight, language)),
      ],
      [
        Span("  " + Texts.receiver[language] + " ", .quiet), Span("\(total) + \(held) = "),
        Span(received, .strong), Span(" "), sign,
        Span(" " + (walk.isRight ? Texts.allOnes : Texts.notAllOnes)[language]),
      ],
    ]
  }
}

/// On tall screens: the words with their running sums.
struct ChecksumPane {
  let sum: ChecksumPanelState.View
  let unit: Dissection
  let language: Language

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let title = Texts.checksumOf(unit.layers[sum.walk.layer].protocol.short, language)
    let inner = PaneBorder(
      title: [Span(title)],
      trailing: [Span(Texts.word(sum.cursor + 1, of: sum.walk.words.count, language), .quiet)]
    ).draw(in: rect, on: &canvas)
    let words = sum.walk.words
    let shown = Rows.window(
      count: words.count + 1, height: inner.height, cursor: sum.cursor,
      top: max(0, sum.cursor - inner.height / 2))
    let rows = shown.map { index in index < words.count ? row(words[index], index) : result }
    Rows(rows, cursor: sum.cursor - shown.lowerBound).draw(in: inner, on: &canvas)
    canvas.mark(inner.row(sum.cursor - shown.lowerBound), .select)
  }

  private func row(_ word: ChecksumComputation.Word, _ index: Int) -> Row {
    let step = sum.walk.steps[index]
    // What is still to come is not known yet.
    let after = index <= sum.cursor ? " = " + hex(UInt64(step.after), digits: 4) : ""
    let carry = index <= sum.cursor && step.hasCarry ? " " + Texts.withCarry[language] : ""
    let place = Texts.bytePlace(word.bytes, language).padded(to: 16)
    return Row(
      [
        Span(place, .quiet), Span("+ " + hex(UInt64(word.value), digits: 4)), Span(after, .strong),
        Span(carry, .changed),
      ], trailing: word.part == .pseudoHeader ? [Span(Texts.pseudo[language], .lit)] : [])
  }

  private var result: Row {
    let sign = sum.walk.isRight ? Span(" ✓", .right) : Span(" ✗", .wrong)
    return Row([
      Span(Texts.result[language].padded(to: 16), .quiet),
      Span("~ " + hex(UInt64(sum.walk.sum), digits: 4)),
      Span(" = " + hex(UInt64(sum.walk.result), digits: 4), .strong), sign,
    ])
  }
}
