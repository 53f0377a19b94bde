import Analysis
import Documents
import Networking
import Terminal

/// A packet before and after a device: the bytes of one header over each other, then what changed and by which rule.
struct HopPanel {
  let diff: HopDiff
  let state: HopPanelState
  let context: Panel.Context
  private var language: Language { context.language }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let inner = PaneBorder(
      title: [Span(title)], trailing: [Span(Texts.changes(diff.changes.count, language), .quiet)],
      isFocused: true
    ).draw(in: rect, on: &canvas)
    canvas.cursor = inner.origin
    guard diff.changes.indices.contains(state.cursor) else {
      for (index, line) in context.sameAsBefore[language].wrapped(to: inner.width - 4).enumerated() {
        canvas.put(line, at: inner.row(index).droppingLeft(2).origin, width: inner.width - 2)
      }
      return
    }
    let change = diff.changes[state.cursor]
    drawBytes(change, in: inner.top(3).droppingLeft(2), on: &canvas)
    let list = inner.droppingTop(3)
    let widest = diff.changes.map { name($0).displayWidth }.max() ?? 0
    let rows = diff.changes.enumerated().map { index, change in
      self.rows(
        change, nameWidth: min(widest, 18), width: list.width - 2, isWhole: index == state.cursor)
    }
    let place = rows[..<state.cursor].map(\.count).reduce(0, +)
    Rows(Array(rows.joined()), cursor: place, isFocused: true).draw(
      in: list, on: &canvas, top: max(0, place + rows[state.cursor].count - list.height + 1))
  }

  // MARK: Whose work

  /// The device between the two.
  private var device: String {
    if context.scene.isFrame, let crossing = context.scene.crossing {
      return context.recording.topology.devices[crossing.from].label[language]
    }
    return context.words.device(context.scene.moment)
  }

  private var title: String {
    context.scene.isFrame
      ? Texts.hopFrames(device, diff.before.number, diff.after.number, language)
      : Texts.hopUnits(device, Texts.unit(diff.before, language), Texts.unit(diff.after, language), language)
  }

  // MARK: Bytes

  private func drawBytes(_ change: HopDiff.Change, in rect: Rect, on canvas: inout Canvas) {
    let labels = [Texts.before, Texts.now].map { $0[language] }
    let label = 2 + (labels.map(\.displayWidth).max() ?? 0)
    let short =
      (diff.after.index(of: change.layer).map { diff.after.layers[$0] }
      ?? diff.before.index(of: change.layer).map { diff.before.layers[$0] })?.protocol.short ?? ""
    let perRow = rect.width >= label + 6 + 32 * 3 + 2 ? 32 : 16
    let old = part(diff.before, change, change.before, perRow)
    let new = part(diff.after, change, change.after, perRow)
    canvas.put(short.fitted(to: 5), at: rect.row(0).origin, role: .strong)
    let signs = signs(old, new)
    for (row, side) in [old, new].enumerated() {
      let line = rect.row(row).droppingLeft(5)
      canvas.put(labels[row], at: line.origin, role: .quiet)
      drawBytes(side, signs, in: line.droppingLeft(label), on: &canvas)
    }
    let line = rect.row(2).droppingLeft(5 + label)
    for (column, sign) in signs.enumerated() where sign != " " {
      canvas.put(sign + sign, at: Point(x: line.x + slot(column) + 1, y: line.y), role: .changed)
    }
  }

  /// Some bytes of a header, and which of them are selected.
  private struct Part {
    var bytes: [UInt8] = []
    var selected = 0..<0
    var isCut = false
  }

  /// The row of a header in which the change stands.
  private func part(
    _ unit: Dissection, _ change: HopDiff.Change, _ place: FieldPlace?, _ perRow: Int
  ) -> Part {
    guard let index = unit.index(of: change.layer) else { return Part() }
    let layer = unit.layers[index]
    let bytes = unit.bytes(of: layer.source)
    var whole = layer.bytes
    let node = place.map(unit.node)
    // What stands after the payload is a row of its own.
    if let node, !whole.contains(node.bytes.lowerBound) { whole = node.bytes }
    let other = place == nil && !change.isLayer ? (change.after ?? change.before) : nil
    if let other {
      // On the side without the field the row is that of the other side, as far as the header goes.
      let far = change.after == nil ? diff.before : diff.after
      let farLayer = far.index(of: change.layer).map { far.layers[$0].bytes } ?? 0..<0
      if !farLayer.contains(far.node(other).bytes.lowerBound) { return Part() }
    }
    let offset = node.map { ($0.bytes.lowerBound - whole.lowerBound) / perRow * perRow } ?? 0
    let first = whole.lowerBound + max(0, offset)
    let range = (first..<max(first, min(first + perRow, whole.upperBound))).clamped(to: bytes.indices)
    let selected = (node?.bytes ?? (change.isLayer ? range : range.lowerBound..<range.lowerBound))
      .clamped(to: range)
    return Part(
      bytes: Array(bytes[range]),
      selected: selected.lowerBound - range.lowerBound..<selected.upperBound - range.lowerBound,
      isCut: range.upperBound < whole.upperBound)
  }

  private func signs(_ old: Part, _ new: Part) -> [String] {
    (0..<max(old.bytes.count, new.bytes.count)).map { index in
      if index >= old.bytes.count { return "+" }
      if index >= new.bytes.count { return "-" }
      return old.bytes[index] == new.bytes[index] ? " " : "~"
    }
  }

  private func slot(_ column: Int) -> Int { 3 * column + column / 8 }

  private func drawBytes(_ part: Part, _ signs: [String], in line: Rect, on canvas: inout Canvas) {
    if part.bytes.isEmpty {
      canvas.put("–", at: line.droppingLeft(1).origin, role: .quiet)
      return
    }
    for (column, byte) in part.bytes.enumerated() {
      let x = line.x + slot(column)
      let role: Role =
        part.selected.contains(column) ? .select : signs[column] == " " ? .quiet : .changed
      canvas.put(hexByte(byte), at: Point(x: x + 1, y: line.y), role: role)
      if part.selected.contains(column), part.selected.contains(column + 1), column % 8 != 7 {
        canvas.put(" ", at: Point(x: x + 3, y: line.y), role: role)
      }
    }
    let end = part.bytes.count
    if part.isCut { canvas.put("…", at: Point(x: line.x + slot(end) + 1, y: line.y), role: .quiet) }
    guard !part.selected.isEmpty else { return }
    let last = part.selected.upperBound
    canvas.put("[", at: Point(x: line.x + slot(part.selected.lowerBound), y: line.y), role: .strong)
    canvas.put("]", at: Point(x: line.x + slot(last) - (last % 8 == 0 ? 1 : 0), y: line.y), role: .strong)
  }

  // MARK: List

  private func name(_ change: HopDiff.Change) -> String { diff.name(change) }

  /// A change, with as many whole sentences on its rule as there is room for. Of the selected one the rule goes on below,
  /// to its end.
  private func rows(_ change: HopDiff.Change, nameWidth: Int, width: Int, isWhole: Bool) -> [Row] {
    let texts = HopNarration(diff: diff, context: context)
    let head = [
      Span(name(change).fitted(to: nameWidth) + "  ", .strong), Span(texts.values(change) + "  "),
    ]
    let sign = Span(change.sign, .changed)
    let (rule, room) = (texts.rule(change), width - head.displayWidth)
    let beside = rule.firstSentences(to: room)
    guard isWhole, beside != rule else { return [Row(sign: sign, head + [Span(beside, .notice)])] }
    // Beside long values there is no room for a text.
    let (indent, first) = room >= Self.narrowestRule ? (head.displayWidth, 1) : (2, 0)
    let lines = rule.wrapped(to: width - indent)
    let below = lines.dropFirst(first).map { line in
      Row([Span(String(repeating: " ", count: indent)), Span(line, .notice)])
    }
    return [Row(sign: sign, head + lines.prefix(first).map { Span($0, .notice) })] + below
  }

  /// Columns in which a rule can be read.
  private static let narrowestRule = 24
}

extension HopDiff {
  /// A field's name, or a header's title.
  func name(_ change: Change) -> String {
    if let place = change.after { return after.node(place).field.name }
    if let place = change.before { return before.node(place).field.name }
    return change.layer.name
  }
}

/// What a change was and why.
struct HopNarration {
  let diff: HopDiff
  let context: Panel.Context
  private var language: Language { context.language }

  /// `64 → 63`
  func values(_ change: HopDiff.Change) -> String {
    if change.isLayer { return (change.kind == .added ? Texts.headerAdded : Texts.headerRemoved)[language] }
    let old = change.before.map { diff.before.node($0).text }
    let new = change.after.map { diff.after.node($0).text }
    guard let new else { return Texts.gone(old ?? "", language) }
    guard let old else { return new }
    return shortened(old, against: new) + " → " + new
  }

  /// The rule by which the value was written; empty where nothing was looked up for it.
  func rule(_ change: HopDiff.Change) -> String {
    guard let place = change.after,
      let (evidence, _) = context.recording.evidence(
        for: diff.after.node(place).field, at: context.scene.moment.number)
    else { return "" }
    return context.reference.evidence(evidence.rule)?[language] ?? ""
  }

  /// One sentence on a change.
  func sentence(_ change: HopDiff.Change) -> String {
    let rule = rule(change)
    return "\(change.sign) \(diff.name(change)): \(values(change))" + (rule.isEmpty ? "" : ". " + rule)
  }
}
