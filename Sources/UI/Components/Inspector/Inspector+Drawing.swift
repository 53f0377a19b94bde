import Analysis
import Documents
import Networking
import Terminal

/// How an inspector is drawn: a pane with the tree, one with the bytes, and on tall screens one with the selected field.
struct InspectorDrawing<Context: InspectorContext> {
  let inspector: Inspector
  let context: Context
  let language: Language
  /// The pane that has the keys; nil: none of them.
  let focus: InspectorPane?

  // MARK: Fields

  /// - Parameter rows: rows of the pane on this screen, which decide what is folded.
  func drawFields(title: String, in rect: Rect, rows height: Int, on canvas: inout Canvas) {
    let isFocused = focus == .fields
    let inner = PaneBorder(title: [Span(title)], isFocused: isFocused).draw(in: rect, on: &canvas)
    guard let unit = context.unit, let tree = inspector.tree(in: context, height: height) else {
      for (index, line) in Texts.noBytes[language].wrapped(to: inner.width - 4).enumerated() {
        canvas.put(line, at: inner.row(index + 1).droppingLeft(2).origin, role: .quiet)
      }
      if isFocused { canvas.cursor = inner.origin }
      return
    }
    let lit = inspector.litPlaces(in: context)
    let pane = FieldTreePane(
      dissection: unit, tree: tree, changes: context.changes, lit: lit, masked: maskedPlaces(unit),
      maskedLengths: unit.lengths(of: context.masked), blanks: context.blanks, language: language,
      width: inner.width)
    let cursor = inspector.cursor(of: tree, in: context)
    let top = tree.top(cursor: cursor, lit: lit, height: inner.height)
    Rows(pane.rows(), cursor: cursor, isFocused: isFocused).draw(in: inner, on: &canvas, top: top)
    if let error = unit.error, tree.rows.count < inner.height {
      let line = inner.row(tree.rows.count)
      canvas.put(
        "✗ " + error.description, at: line.droppingLeft(1).origin, role: .wrong, width: line.width - 1)
    }
  }

  private func maskedPlaces(_ unit: Dissection) -> Set<FieldPlace> {
    context.masked.isEmpty ? [] : Set(unit.places(of: Array(context.masked)))
  }

  /// The selected field with its bits under its bytes.
  func drawField(in rect: Rect, on canvas: inout Canvas) {
    FieldDetailPane(field: closer).draw(in: rect, on: &canvas)
  }

  var closer: FieldDetail<Context> { FieldDetail(inspector: inspector, context: context, language: language) }

  // MARK: Bytes

  func drawBytes(in rect: Rect, on canvas: inout Canvas) {
    let isFocused = focus == .bytes
    guard let unit = context.unit else {
      PaneBorder(title: [Span(Texts.bytesTitle[language])], isFocused: isFocused).draw(in: rect, on: &canvas)
      if isFocused { canvas.cursor = rect.inset().origin }
      return
    }
    let source = inspector.source(in: context)
    let bytes = unit.bytes(of: source)
    let pane = BytesPane(
      bytes: bytes, selected: inspector.bytes(in: context), lit: inspector.litBytes(in: context),
      masked: maskedPlaces(unit).map(unit.node).filter { $0.source == source }.map(\.bytes),
      blanks: context.blanks.filter { !$0.value.isRight }.keys.map(unit.node).filter {
        $0.source == source && !$0.bits.isEmpty
      }.map(\.bytes),
      cursor: isFocused ? inspector.byte : nil)
    let rows = rect.height - 2
    let offsets =
      source == .frame
      ? PDUBar(unit, masked: unit.lengths(of: context.masked)).offsets(language)
      : Texts.reassembled(bytes.count, language)
    let count = extent(pane.window(height: rows), of: bytes.count)
    let room = rect.width - 8 - count.displayWidth
    let name = Texts.bytesTitle[language]
    let inner = PaneBorder(
      title: [Span(name), Span(("  " + offsets).truncated(to: max(0, room - name.displayWidth)), .quiet)],
      trailing: [Span(count, .quiet)], isFocused: isFocused
    ).draw(in: rect, on: &canvas)
    pane.draw(in: inner, on: &canvas)
  }

  /// `60 of 60`, `64 of 130 ▾`, `▴ 16-74 of 74`.
  private func extent(_ rows: Range<Int>, of count: Int) -> String {
    let first = rows.lowerBound * BytesPane.perRow
    let end = min(count, rows.upperBound * BytesPane.perRow)
    let shown = first == 0 ? "\(end)" : "\(first)-\(end)"
    return (first > 0 ? "▴ " : "") + Texts.of(shown, count, language) + (end < count ? " ▾" : "")
  }

  // MARK: The sentence line

  /// One sentence on what is selected; nil when nothing is.
  var sentence: String? {
    guard let unit = context.unit else { return nil }
    switch inspector.selection {
    case .field: return inspector.place(in: context).map { sentence(unit, $0) }
    case .layer(let path): return unit.index(of: path).map { sentence(unit, layer: $0) }
    case .fold(let path): return sentence(unit, fold: path)
    case nil: return nil
    }
  }

  private func sentence(_ unit: Dissection, _ place: FieldPlace) -> String {
    if let blank = context.blanks[place] {
      let node = unit.node(place)
      return node.field.name + ": " + blank.shown(in: node)
    }
    if maskedPlaces(unit).contains(place) { return unit.node(place).field.name + ": " + Sign.hidden.text }
    return SelectionNarration.field(
      place, in: unit, was: context.changes.was[place],
      says: context.reference?.field(unit.node(place).field.name), language)
  }

  private func sentence(_ unit: Dissection, layer index: Int) -> String {
    let isOpen = !inspector.closed.contains(.layer(unit.path(ofLayer: index)))
    let hint = SelectionNarration.layerHint(isOpen: isOpen, language)
    if maskedPlaces(unit).contains(where: { $0.layer == index }) { return hint }
    let layer = unit.layers[index]
    let hasLength = !unit.lengths(of: context.masked).contains(layer.bytes.count)
    return SelectionNarration.layer(layer, language, hasLength: hasLength) + " " + hint
  }

  private func sentence(_ unit: Dissection, fold path: FieldPath) -> String {
    guard let layer = unit.index(of: path.layer) else { return "" }
    let nodes = unit.layers[layer].nodes
    return SelectionNarration.folded(
      inspector.folded.filter(nodes.indices.contains).map { nodes[$0].field.label }, language)
  }
}
