extension Canvas {
  /// The rows as plain text, blanks at their ends left out.
  package var lines: [String] {
    text(in: bounds)
  }

  /// The whole screen as plain text, one line a row.
  package var text: String { lines.joined(separator: "\n") }

  /// As lines for a terminal in any mode, without the empty rows at the bottom.
  var left: String {
    let count = (lines.lastIndex { !$0.isEmpty } ?? -1) + 1
    return lines.prefix(count).map { $0 + "\r\n" }.joined()
  }

  /// The second grid for tests: one letter a column (`Role.letter`), `.` at the ends left out.
  package var roleLines: [String] {
    (0..<size.height).map { y in
      var row = ""
      for x in 0..<size.width { row.append(roles[y * size.width + x].letter) }
      while row.last == "." { row.removeLast() }
      return row
    }
  }

  package var roleText: String { roleLines.joined(separator: "\n") }

  /// The text of one rectangle, for tests and the clipboard.
  package func text(in rect: Rect) -> [String] {
    let area = rect.intersection(bounds)
    var rows: [String] = []
    rows.reserveCapacity(area.height)
    for y in area.y..<area.endY {
      let start = y * size.width + area.x
      var end = start + area.width
      while end > start, glyphs[end - 1] == .blank { end -= 1 }
      var row = String.UnicodeScalarView()
      for index in start..<end { glyphs[index].write(to: &row) }
      rows.append(String(row))
    }
    return rows
  }
}
