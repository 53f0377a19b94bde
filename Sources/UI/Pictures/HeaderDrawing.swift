import Analysis
import Networking
import Terminal

/// A header's diagram on the screen: bit ruler, then a line with names and a line with values for each row of 32 bits.
/// `[ ]` around the selected cell; `•`, `~`, `+` before the name of one that is lit, changed or new.
/// ```
///   0       8       16      24     31
///   ┌Source Port─────┬Destination Port┐
///   │51514           │80              │
/// ```
struct HeaderDrawing {
  let diagram: HeaderDiagram
  let source: PictureSource
  /// Bits of the selected field, counted from the header's first.
  let selected: Range<Int>?
  /// The row under the cursor, when the picture has the focus.
  let cursor: Int?
  let title: String

  /// Cursor, sign.
  private static let gutter = 2

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let grid = HeaderGrid(
      diagram, columnsPerBit: HeaderGrid.columnsPerBit(width: rect.width - HeaderDrawing.gutter))
    let lines = 2 * diagram.rowCount + 1
    var room = rect
    if rect.height > lines + 2 {
      canvas.put(title, at: room.cutTop(1).droppingLeft(HeaderDrawing.gutter).origin, role: .strong)
    }
    let current = currentCell.map { diagram.cells[$0].bits.lowerBound / HeaderDiagram.bitsPerRow }
    ruler(
      grid, isTall: room.height > lines + 1, in: room.cutTop(room.height > lines + 1 ? 2 : 1), on: &canvas)
    let whole = drawn(grid, lines)
    let top = top(current ?? 0, of: lines, height: room.height)
    for line in top..<min(lines, top + room.height) {
      copy(whole, line, to: room.row(line - top), on: &canvas)
    }
    if top > 0 { canvas.put("▴", at: Point(x: rect.endX - 1, y: room.y), role: .quiet) }
    if top + room.height < lines {
      canvas.put("▾", at: Point(x: rect.endX - 1, y: room.endY - 1), role: .quiet)
    }
    if let current, cursor != nil {
      let line = room.row(2 * current + 1 - top)
      canvas.put(">", at: line.origin, role: .select)
      canvas.cursor = line.origin
    }
  }

  /// The cell under the cursor, else the selected one.
  private var currentCell: Int? {
    if let cursor, diagram.fields.indices.contains(cursor) {
      return diagram.cells.firstIndex { $0.bits == diagram.fields[cursor].bits }
    }
    return selected.flatMap { bits in diagram.cells.firstIndex { bits.overlaps($0.bits) } }
  }

  /// The line shown first: from the top as long as the current row can be seen whole, else it stands in the middle.
  private func top(_ row: Int, of lines: Int, height: Int) -> Int {
    if lines <= height || 2 * row + 3 <= height { return 0 }
    return max(0, min(2 * row + 1 - height / 2, lines - height))
  }

  private func copy(_ whole: Canvas, _ line: Int, to place: Rect, on canvas: inout Canvas) {
    let room = place.droppingLeft(HeaderDrawing.gutter)
    for x in 0..<min(whole.size.width, room.width) {
      let cell = whole[Point(x: x, y: line)]
      canvas.put(
        cell.glyph.string, at: Point(x: room.x + x, y: room.y), role: cell.role, identity: cell.identity)
    }
    guard line % 2 == 1 else { return }
    // A single bit has no room for signs; the gutter has them, each kind once.
    let single = rowCells(line / 2).filter { diagram.cells[$0].bits.count == 1 }.flatMap(signs)
    let shown = [Sign.lit, .changed, .added].filter(single.contains).prefix(HeaderDrawing.gutter)
    canvas.put(
      shown.map(\.span), at: Point(x: place.x + HeaderDrawing.gutter - shown.count, y: place.y))
  }

  private func rowCells(_ row: Int) -> [Int] {
    let bits = row * HeaderDiagram.bitsPerRow..<(row + 1) * HeaderDiagram.bitsPerRow
    return diagram.cells.indices.filter { diagram.cells[$0].bits.overlaps(bits) }
  }

  // MARK: Ruler

  /// Bit numbers, tens over ones when there is room; `▾` over a single bit that is selected.
  private func ruler(_ grid: HeaderGrid, isTall: Bool, in rect: Rect, on canvas: inout Canvas) {
    let left = rect.x + HeaderDrawing.gutter
    let last = rect.row(rect.height - 1)
    for bit in 0..<HeaderDiagram.bitsPerRow {
      let x = left + grid.columns(of: bit).lowerBound
      if isTall {
        if bit % 10 == 0 { canvas.put(String(bit / 10), at: Point(x: x, y: rect.y), role: .quiet) }
        canvas.put(String(bit % 10), at: Point(x: x, y: last.y), role: .quiet)
      } else if bit % 8 == 0 {
        canvas.put(String(bit), at: Point(x: x, y: last.y), role: .quiet)
      } else if bit == 31 {
        canvas.put("31", at: Point(x: x - 1, y: last.y), role: .quiet)
      }
    }
    guard let selected, selected.count == 1 else { return }
    let x = left + grid.columns(of: selected.lowerBound % HeaderDiagram.bitsPerRow).lowerBound
    canvas.put("▾", at: Point(x: x, y: last.y), role: .strong)
  }

  // MARK: Cells

  /// The whole diagram, however high.
  private func drawn(_ grid: HeaderGrid, _ lines: Int) -> Canvas {
    var canvas = Canvas(Size(width: grid.width, height: lines))
    for (point, arms) in arms(grid) {
      canvas.put(String(arms.scalar), at: point, role: .quiet)
    }
    for (row, segments) in grid.rows.enumerated() {
      for segment in segments { fill(segment, row, grid, on: &canvas) }
    }
    for (row, segments) in grid.rows.enumerated() {
      for segment in segments where isSelected(segment.cell) { brackets(segment, row, segments, on: &canvas) }
    }
    return canvas
  }

  /// The lines: what leaves each place where one is.
  private func arms(_ grid: HeaderGrid) -> [Point: LineArms] {
    var arms: [Point: LineArms] = [:]
    for line in 0...diagram.rowCount {
      for run in edges(over: line) {
        let columns = grid.line(run)
        for x in columns {
          let ends: LineArms =
            x == columns.lowerBound ? .right : x == columns.upperBound - 1 ? .left : [.left, .right]
          arms[Point(x: x, y: 2 * line), default: []].formUnion(ends)
        }
      }
    }
    for (row, segments) in grid.rows.enumerated() {
      for x in Set(segments.flatMap { [$0.left, $0.right].compactMap(\.self) }) {
        arms[Point(x: x, y: 2 * row), default: []].insert(.down)
        arms[Point(x: x, y: 2 * row + 1), default: []].formUnion([.up, .down])
        arms[Point(x: x, y: 2 * row + 2), default: []].insert(.up)
      }
    }
    return arms
  }

  /// Runs of bits with a line over row `row`: where the cell above is not the cell below.
  private func edges(over row: Int) -> [Range<Int>] {
    func cell(_ bit: Int, _ row: Int) -> Int? {
      let position = row * HeaderDiagram.bitsPerRow + bit
      return row < 0 ? nil : diagram.cells.firstIndex { $0.bits.contains(position) }
    }
    var runs: [Range<Int>] = []
    for bit in 0..<HeaderDiagram.bitsPerRow where cell(bit, row - 1) != cell(bit, row) {
      if let last = runs.last, last.upperBound == bit {
        runs[runs.count - 1] = last.lowerBound..<bit + 1
      } else {
        runs.append(bit..<bit + 1)
      }
    }
    return runs
  }

  private func fill(_ segment: HeaderGrid.Segment, _ row: Int, _ grid: HeaderGrid, on canvas: inout Canvas) {
    let cell = diagram.cells[segment.cell]
    let width = segment.text.count
    let identity = diagram.row(ofCell: segment.cell).map { ClickTarget.pictureRow($0).identity }
    let role = role(segment.cell)
    let area = Rect(x: segment.text.lowerBound, y: 2 * row + 1, width: width, height: 1)
    canvas.put(
      value(of: segment, grid).padded(to: width), at: area.origin, role: role, identity: identity,
      width: width)
    if isSelected(segment.cell) { canvas.mark(area, .select) }
    guard segment.isFirst, width > 0, !cell.names.isEmpty else { return }
    let signs = Array(signs(segment.cell).prefix(width - 1))
    let room = width - signs.count
    // A name that is begun says more than one that is cut with a sign.
    let text =
      room < 5 ? fitting(cell.names.map { String($0.prefix(room)) }, room) : fitting(cell.names, room)
    let name = Span(text, role == .text ? .quiet : role, identity: identity)
    canvas.put(signs.map(\.span) + [name], at: Point(x: area.x, y: 2 * row))
  }

  /// A cell over several rows has its value where it first fits whole; where it fits nowhere it runs on from row to row.
  private func value(of segment: HeaderGrid.Segment, _ grid: HeaderGrid) -> String {
    let isMasked = place(segment.cell).map(source.masked.contains) == true
    let values = isMasked ? [Sign.hidden.text] : diagram.cells[segment.cell].values
    if segment.isFirst, segment.isLast { return fitting(values, segment.text.count) }
    let parts = grid.rows.flatMap { $0.filter { $0.cell == segment.cell } }
    let index = parts.firstIndex { $0.row == segment.row }!
    for value in values {
      if let home = parts.firstIndex(where: { value.displayWidth <= $0.text.count }) {
        return index == home ? value : ""
      }
    }
    var rest = values[0][...]
    for part in parts[..<index] { rest = rest.dropFirst(rest.count(inColumns: part.text.count)) }
    if segment.isLast { return String(rest).truncated(to: segment.text.count) }
    return String(rest.prefix(rest.count(inColumns: segment.text.count)))
  }

  /// The first of several that fits, else the first with `…`; a column or two have room for an initial.
  private func fitting(_ texts: [String], _ width: Int) -> String {
    if let text = texts.first(where: { $0.displayWidth <= width && $0.displayWidth > 0 }) { return text }
    return width < 3 ? String(texts[0].prefix(1)) : texts[0].truncated(to: width)
  }

  private func brackets(
    _ segment: HeaderGrid.Segment, _ row: Int, _ segments: [HeaderGrid.Segment], on canvas: inout Canvas
  ) {
    let y = 2 * row + 1
    let isJoined = { (other: HeaderGrid.Segment?) in other.map { isSelected($0.cell) } ?? false }
    let before = segments.last { $0.bits.upperBound == segment.bits.lowerBound }
    let after = segments.first { $0.bits.lowerBound == segment.bits.upperBound }
    if let x = segment.left, !isJoined(before) { canvas.put("[", at: Point(x: x, y: y), role: .strong) }
    if let x = segment.right, !isJoined(after) { canvas.put("]", at: Point(x: x, y: y), role: .strong) }
  }

  // MARK: Roles

  private func isSelected(_ cell: Int) -> Bool {
    if let cursor, diagram.fields.indices.contains(cursor) {
      return diagram.cells[cell].bits == diagram.fields[cursor].bits
    }
    guard let selected else { return false }
    return diagram.cells[cell].bits.overlaps(selected)
  }

  /// The author speaks of the cell: by its field, by what is computed from it, or by the group it stands in.
  private func isLit(_ cell: Int) -> Bool {
    guard let unit = source.scene.unit else { return false }
    let bits = diagram.cells[cell].bits
    return source.lit.contains { place in
      guard place.layer == diagram.layer else { return false }
      let found = diagram.bits(of: unit.node(place))
      return found.lowerBound <= bits.lowerBound && found.upperBound >= bits.upperBound
    }
  }

  private func place(_ cell: Int) -> FieldPlace? {
    diagram.cells[cell].node.map { FieldPlace(layer: diagram.layer, node: $0) }
  }

  private func role(_ cell: Int) -> Role {
    if isLit(cell) { return .lit }
    return place(cell).map(source.scene.changes.fields.contains) == true ? .changed : .text
  }

  private func signs(_ cell: Int) -> [Sign] {
    let changes = place(cell).map { Sign.of($0, lit: [], source.scene.changes) } ?? []
    return (isLit(cell) ? [.lit] : []) + changes
  }
}

extension Substring {
  /// How many of its characters fit so many columns.
  fileprivate func count(inColumns width: Int) -> Int {
    var used = 0
    return prefix { character in
      used += String(character).displayWidth
      return used <= width
    }.count
  }
}

extension HeaderDiagram {
  /// The cursor's row for a cell; nil for bits that are not shown.
  func row(ofCell index: Int) -> Int? {
    cells[index].node == nil ? nil : cells[..<index].count { $0.node != nil }
  }
}
