import Analysis
import Documents
import Networking
import Terminal

/// On tall screens: the selected field with its bits under its bytes, what it is for, where it came from, its filter.
struct FieldDetailPane<Context: InspectorContext> {
  let field: FieldDetail<Context>
  private var language: Language { field.language }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let inner = PaneBorder(title: [Span(Texts.fieldTitle[language])]).draw(in: rect, on: &canvas)
    let area = inner.droppingLeft(1).droppingRight(1)
    for (index, line) in lines(width: area.width, height: area.height).prefix(area.height).enumerated() {
      canvas.put(line, at: area.row(index).origin, width: area.width)
    }
  }

  private func lines(width: Int, height: Int) -> [[Span]] {
    guard let unit = field.context.unit, let place = field.inspector.place(in: field.context) else {
      return Texts.noFieldForFace[language].wrapped(to: width).map { [Span($0, .quiet)] }
    }
    let node = unit.node(place)
    if let hidden = field.hidden(place, node) { return [hidden] }
    var lines = [[Span(node.field.name, .strong), Span("   " + Texts.extent(node, language), .quiet)]]
    // From below: filter and origin stay, then the sentence, then as many bytes as there is room for.
    var last: [[Span]] = []
    if let evidence = field.evidence(node) { last.append([Span(evidence, .notice)]) }
    last.append([Span(Texts.filter(node.filter, language), .quiet)])
    let says = field.says(node, width: width, rows: max(1, min(3, height - 1 - last.count - 4)))
    let room = height - lines.count - last.count - says.count
    if let ribbon = BitRibbon(place, in: unit) {
      lines += ribbon.grid(width: width, height: max(2, room - 1), language).prefix(max(0, room))
    } else {
      lines.append([Span(node.shownText)])
      lines += (SelectionNarration.computedFrom(node.field, language) ?? "").wrapped(to: width).map {
        [Span($0, .quiet)]
      }
    }
    return lines + says.map { [Span($0)] } + last
  }
}
