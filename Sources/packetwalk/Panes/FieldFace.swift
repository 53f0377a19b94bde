import Documents
import Networking
import Terminal

/// One field looked at closely: where it is, its bits, what it is for, where its value came from.
struct FieldFace {
  let walk: WalkModel
  let language: Language

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let area = rect.droppingLeft(1).droppingRight(1)
    let lines = lines(width: area.width, height: area.height)
    for (index, line) in lines.prefix(area.height).enumerated() {
      canvas.put(line, at: area.row(index).origin, width: area.width)
    }
  }

  private func lines(width: Int, height: Int) -> [[Span]] {
    guard let unit = walk.scene.unit, let place = walk.selectedPlace else {
      return [[Span(Texts.noFieldForFace[language], .quiet)]]
    }
    let node = unit.node(place)
    var head: [Span] = [Span(node.field.name, .strong), Span("  " + node.field.label, .text)]
    head.append(Span("  " + Texts.extent(node, language), .quiet))
    head.append(Span("  " + node.text))
    if let was = walk.scene.changes.was[place] {
      head.append(Span("  " + Texts.was(was, language), .changed))
    }
    var lines = [head]
    if let bits = bits(node, unit, width: width) { lines.append(bits) }
    let says = walk.reference.field(node.field.name)?[language] ?? ""
    let evidence = evidence(node)
    let room = max(1, height - lines.count - (evidence == nil ? 0 : 1))
    lines += says.wrapped(to: width).prefix(room).map { [Span($0)] }
    if let evidence { lines.append([Span(evidence, .notice)]) }
    return lines
  }

  /// `a0 12 = ···· 0000 0001 0010`: the field's own bits, the others of its bytes as dots.
  private func bits(_ node: FieldNode, _ unit: Dissection, width: Int) -> [Span]? {
    if node.field.isGenerated || node.bits.isEmpty { return nil }
    let bytes = unit.bytes(of: node.source)
    let range = node.bytes.clamped(to: 0..<bytes.count)
    // Two digits and eight bits with their blanks; in half bytes as long as there is room.
    let isWide = range.count * 14 + 2 <= width
    let shown = range.prefix(max(1, (width - 4) / 12))
    let digits = shown.map { hexByte(bytes[$0]) }.joined(separator: " ")
    var spans = [Span(digits + (shown.count < range.count ? " …" : "") + " = ", .quiet)]
    for byte in shown {
      var text = ""
      for bit in 0..<8 {
        if bit == 4, isWide { text += " " }
        let isOwn = node.bits.contains(byte * 8 + bit)
        text += isOwn ? String(bytes[byte] >> (7 - UInt8(bit)) & 1) : "·"
      }
      spans.append(Span(text + (byte + 1 == shown.endIndex ? "" : isWide ? "  " : " ")))
    }
    return spans
  }

  private func evidence(_ node: FieldNode) -> String? {
    guard let (evidence, _) = walk.journey.evidence(for: node.field, at: walk.scene.moment.number),
      let says = walk.reference.evidence(evidence.rule)
    else { return nil }
    return "w  " + says[language]
  }
}
