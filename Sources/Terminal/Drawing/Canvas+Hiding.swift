/// Words that must not be read.
extension Canvas {
  /// Puts `·` in place of every letter that must not be read inside of a rectangle.
  /// - Parameter places: of the letters of a row those that must not be read.
  package mutating func hide(in rect: Rect, _ places: ([Character]) -> [Range<Int>]) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    for y in area.y..<area.endY {
      let row = y * size.width
      // The second column of a wide letter is none of its own.
      let cells = (row + area.x..<row + area.endX).filter { glyphs[$0] != .rightHalf }
      let letters = cells.map { Character(glyphs[$0].string) }
      for place in places(letters) {
        let end = place.upperBound < cells.count ? cells[place.upperBound] : row + area.endX
        for cell in cells[place.lowerBound]..<end { glyphs[cell] = Glyph("·") }
      }
    }
  }
}
