/// One thing said in the row over the footer, in whole sentences: what does not fit into the row takes the one above it
/// too, where that is free, and is never cut in the middle.
package struct SentenceLine: Sendable {
  package var text: String
  package var role: Role

  package init(_ text: String, role: Role = .text) {
    // A value may hold line ends of its own: they are no breaks here.
    self.text = text.filter { !$0.isNewline }
    self.role = role
  }

  /// Its lines in so many rows.
  package func lines(width: Int, rows: Int) -> [String] { text.wrapped(to: width, rows: rows) }

  /// - Parameter row: all of the row; the text is set in by one column.
  package func draw(in row: Rect, on canvas: inout Canvas) {
    let room = row.droppingLeft(1)
    let above = Rect(x: row.x, y: row.y - 1, width: row.width, height: 1)
    let isFree = above.y > 0 && canvas.isBlank(above)
    let lines = lines(width: room.width, rows: isFree ? 2 : 1)
    for (index, line) in lines.enumerated() {
      let place = Point(x: room.x, y: row.y - lines.count + 1 + index)
      canvas.put(line, at: place, role: role, width: room.width)
    }
  }
}

extension Canvas {
  fileprivate func isBlank(_ row: Rect) -> Bool {
    (row.x..<row.endX).allSatisfy { self[Point(x: $0, y: row.y)].glyph == .blank }
  }
}
