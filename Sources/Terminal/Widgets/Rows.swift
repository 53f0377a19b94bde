/// One row of a list: two columns of gutter, text from the left, text at the right.
package struct Row: Sendable {
  /// The sign beside the cursor: `•`, `+`, `~`, `-` or none.
  package var sign: Span
  package var leading: [Span]
  package var trailing: [Span]
  package var identity: CellTag?

  package init(
    sign: Span = " ", _ leading: [Span], trailing: [Span] = [], identity: CellTag? = nil
  ) {
    self.sign = sign
    self.leading = leading
    self.trailing = trailing
    self.identity = identity
  }
}

/// Rows with one cursor, of which as many are shown as there is room for.
package struct Rows: Sendable {
  package var rows: [Row]
  /// Index of the cursor's row, marked `>`; nil shows none.
  package var cursor: Int?
  /// The focused list's cursor row is reversed.
  package var isFocused: Bool

  package init(_ rows: [Row], cursor: Int? = nil, isFocused: Bool = false) {
    self.rows = rows
    self.cursor = cursor
    self.isFocused = isFocused
  }

  /// Which rows to show: `top` stays first as long as `cursor` is visible, else it moves as little as it can.
  package static func window(count: Int, height: Int, cursor: Int?, top: Int = 0) -> Range<Int> {
    guard count > 0, height > 0 else { return 0..<0 }
    var first = top
    if let cursor {
      first = min(first, cursor)
      first = max(first, cursor - height + 1)
    }
    first = max(0, min(first, count - height))
    return first..<min(count, first + height)
  }

  /// - Parameter top: the row shown first, if the cursor allows.
  /// - Returns: the rows shown; their first is the `top` to keep. A focused list moves `canvas.cursor` to the
  ///   gutter of the cursor's row.
  @discardableResult
  package func draw(in rect: Rect, on canvas: inout Canvas, top: Int = 0) -> Range<Int> {
    let shown = Rows.window(count: rows.count, height: rect.height, cursor: cursor, top: top)
    for index in shown {
      let place = rect.row(index - shown.lowerBound)
      draw(rows[index], isCursor: index == cursor, in: place, on: &canvas)
    }
    return shown
  }

  private func draw(_ row: Row, isCursor: Bool, in place: Rect, on canvas: inout Canvas) {
    canvas.fill(place, identity: row.identity)
    if isCursor { canvas.put(">", at: place.origin, width: place.width) }
    let gutter = [Span(row.sign.text.fitted(to: 1), row.sign.role)]
    canvas.put(gutter, at: place.droppingLeft(1).origin, width: max(0, place.width - 1))
    let room = max(0, place.width - 2)
    let value = min(room, row.trailing.displayWidth)
    canvas.put(row.trailing, at: Point(x: place.endX - value, y: place.y), width: value)
    let gap = value > 0 ? value + 1 : 0
    canvas.put(row.leading, at: place.droppingLeft(2).origin, width: max(0, room - gap))
    if let identity = row.identity { canvas.adopt(identity, in: place) }
    if isCursor, isFocused {
      canvas.mark(place, .select)
      canvas.cursor = place.origin
    }
  }
}

extension Canvas {
  /// Gives an identity to the cells that have none.
  package mutating func adopt(_ identity: CellTag, in rect: Rect) {
    let area = rect.intersection(bounds)
    for y in area.y..<area.endY {
      for index in (y * size.width + area.x)..<(y * size.width + area.endX)
      where identities[index] == nil { identities[index] = identity }
    }
  }
}
