/// Words that must not be read.
extension Canvas {
  /// Puts `·` in place of every letter of these words, wherever they stand by themselves inside a rectangle.
  package mutating func hide(_ words: [String], in rect: Rect) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for word in words {
      var wanted: [Glyph] = []
      DisplayWidth.forEachGlyph(word) { glyph, columns in
        wanted += [glyph] + Array(repeating: .rightHalf, count: columns - 1)
        return true
      }
      guard !wanted.isEmpty, wanted.count <= area.width else { continue }
      for y in area.y..<area.endY {
        let row = y * size.width
        for x in area.x...(area.endX - wanted.count) where glyphs[row + x] == wanted[0] {
          let cells = row + x..<row + x + wanted.count
          guard glyphs[cells].elementsEqual(wanted), !isOfWord(row + x - 1, in: row + area.x),
            cells.upperBound == row + area.endX || !isOfWord(cells.upperBound, in: row + area.x)
          else { continue }
          for cell in cells { glyphs[cell] = Glyph("·") }
        }
      }
    }
  }

  /// Whether a letter or digit stands in a cell of the row that begins at `first`.
  private func isOfWord(_ cell: Int, in first: Int) -> Bool {
    guard cell >= first, cell < glyphs.count else { return false }
    let scalars = glyphs[cell].scalars
    return scalars.first.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? false
  }
}
