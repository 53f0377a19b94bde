import Analysis
import Documents
import Networking
import Terminal

/// Three lines on the unit: what it is, its parts now, and what it was made from or what became of it.
struct PDULines {
  let scene: Scene
  let topology: Topology
  let reference: (any ReferenceTexts)?
  /// What must not be read: of layers their lengths.
  let masked: Set<Subject>
  let language: Language

  func draw(in rect: Rect, on canvas: inout Canvas) {
    for (index, line) in lines(width: rect.width - 1).prefix(rect.height).enumerated() {
      canvas.put(line, at: rect.row(index).droppingLeft(1).origin, width: rect.width - 1)
    }
  }

  private func lines(width: Int) -> [[Span]] {
    guard let unit = scene.unit else { return [[Span(Texts.noBytesShort[language], .quiet)]] + endings }
    let now = PDUBar(unit, added: scene.changes.addedLayers, masked: unit.lengths(of: masked))
    let old = scene.before.map { PDUBar($0, masked: $0.lengths(of: masked)) }
    var lines = [[Span(title(unit, now))]]
    if let old, old.parts.map(\.range.count) != now.parts.map(\.range.count) {
      let label = max(Texts.now[language].displayWidth, Texts.before[language].displayWidth) + 1
      let new = now.spans(language, width: width - label)
      let was = old.spans(language, width: width - label)
      let indent = max(0, new.displayWidth - was.displayWidth)
      let gap = min(indent, max(0, width - label - was.displayWidth))
      lines.append([Span(Texts.now[language].padded(to: label), .quiet)] + new)
      lines.append(
        [Span(Texts.before[language].padded(to: label) + String(repeating: " ", count: gap), .quiet)] + was)
    } else {
      lines.append(now.spans(language, width: width))
    }
    return lines.count == 3 && !endings.isEmpty ? Array(lines.prefix(2)) + endings : lines + endings
  }

  private var endings: [[Span]] {
    if let end = Texts.end(of: scene, topology, reference, language) { return [[Span("✗ " + end, .wrong)]] }
    if scene.waiting > 0 { return [[Span(Texts.waiting(scene.waiting, language), .notice)]] }
    return []
  }

  private func title(_ unit: Dissection, _ bar: PDUBar) -> String {
    let size = Texts.bytes(unit.bytes.count, language)
    if scene.isFrame {
      let everyone = unit.nodes(named: "eth.dst").first?.value == .mac(.broadcast)
      return Texts.frame(unit.number, language) + ", " + size + (everyone ? Texts.forEveryone[language] : "")
    }
    let name = Texts.unit(unit, language)
    let sum =
      bar.parts.count > 1 ? " = " + bar.parts.map(\.length).joined(separator: " + ") : ""
    return "\(name), \(size)\(sum)"
  }
}
