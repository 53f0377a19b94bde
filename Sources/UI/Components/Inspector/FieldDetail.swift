import Analysis
import Documents
import Networking
import Terminal

/// The selected field looked at closely: where it is, its bits, what it is for, where its value came from.
struct FieldDetail<Context: InspectorContext> {
  let inspector: Inspector
  let context: Context
  let language: Language

  /// What it is for, in so many rows; what is left out is marked by `…`.
  func says(_ node: FieldNode, width: Int, rows: Int) -> [String] {
    let lines = (context.reference?.field(node.field.name)?[language] ?? "").wrapped(to: width)
    guard lines.count > rows, rows > 0 else { return lines }
    return lines.prefix(rows - 1) + [(lines[rows - 1] + " …").truncated(to: width)]
  }

  /// All that is said of a field whose value would answer the open question; nil where it may be seen.
  func hidden(_ place: FieldPlace, _ node: FieldNode) -> [Span]? {
    guard context.maskedPlaces.contains(place) else { return nil }
    return [
      Span(node.field.name, .strong), Span("  " + node.field.label), Span("  " + Sign.hidden.text, .quiet),
    ]
  }

  /// Where its value came from.
  func evidence(_ node: FieldNode) -> String? {
    guard let rule = context.evidence(for: node.field), let says = context.reference?.evidence(rule) else {
      return nil
    }
    return "w  " + says[language]
  }

  /// In the rows of the words.
  func drawFace(in rect: Rect, on canvas: inout Canvas) {
    let area = rect.droppingLeft(1).droppingRight(1)
    let lines = lines(width: area.width, height: area.height)
    for (index, line) in lines.prefix(area.height).enumerated() {
      canvas.put(line, at: area.row(index).origin, width: area.width)
    }
  }

  private func lines(width: Int, height: Int) -> [[Span]] {
    guard let unit = context.unit, let place = inspector.place(in: context) else {
      return [[Span(Texts.noFieldForFace[language], .quiet)]]
    }
    let node = unit.node(place)
    if let hidden = hidden(place, node) { return [hidden] }
    var head: [Span] = [Span(node.field.name, .strong), Span("  " + node.field.label, .text)]
    head.append(Span("  " + Texts.extent(node, language), .quiet))
    head.append(Span("  " + node.shownText))
    if let was = context.changes.was[place] {
      head.append(Span("  " + SelectionNarration.was(was, language), .changed))
    }
    var lines = [head]
    if let ribbon = BitRibbon(place, in: unit) {
      lines.append(ribbon.spans(width: width, language))
    } else if let origin = SelectionNarration.computedFrom(node.field, language) {
      lines.append([Span("= " + origin)])
    }
    let evidence = evidence(node)
    let room = max(1, height - lines.count - (evidence == nil ? 0 : 1))
    lines += says(node, width: width, rows: room).map { [Span($0)] }
    if let evidence { lines.append([Span(evidence, .notice)]) }
    return lines
  }
}
