extension Canvas {
  /// The same screen in the ASCII set: what the program draws has its own signs, column for column.
  /// - Parameter keepingWide: leaves Hangul and other wide characters (`--ascii` in a UTF-8 locale); else each
  ///   of their columns becomes `?`.
  package func ascii(keepingWide: Bool = false) -> Canvas {
    var result = self
    for index in glyphs.indices where glyphs[index] != .rightHalf {
      let isWide = index + 1 < glyphs.count && glyphs[index + 1] == .rightHalf
      if isWide, keepingWide { continue }
      result.glyphs[index] = isFold(index) ? Canvas.closedFold : glyphs[index].ascii
      if isWide { result.glyphs[index + 1] = result.glyphs[index] }
    }
    return result
  }

  /// A closed fold must not look like the cursor, which may stand beside it.
  private static let closedFold = Glyph(")")

  /// `▸` is the head of an arrow after a line, and a closed fold before a name; the legend has it before its open form.
  private func isFold(_ index: Int) -> Bool {
    guard glyphs[index].base == "▸" else { return false }
    let column = index % size.width
    func base(_ step: Int) -> Unicode.Scalar? {
      (0..<size.width).contains(column + step) ? glyphs[index + step].base : nil
    }
    if let before = base(-1), !LineArms(before).isEmpty { return false }
    guard let after = base(1) else { return false }
    return after.properties.isAlphabetic || after.properties.numericType != nil
      || after == " " && base(2) == "▾"
  }
}

extension Glyph {
  /// Its one-column stand-in; `?` when it has none.
  package var ascii: Glyph {
    if isPlain, base.isASCII { return self }
    return Glyph(isPlain ? Glyph.asciiSigns[base] ?? "?" : "?")
  }

  /// All signs that the program draws itself, then what texts are likely to hold. What means two things has two signs,
  /// and none of those in ASCII on every terminal (`> + ~ - =`) is one of them, but for the heads of arrows and open folds. Of arrows
  /// that are keys `SpelledArrows` writes the names.
  private static let asciiSigns: [Unicode.Scalar: Unicode.Scalar] = [
    "─": "-", "│": "|",
    "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    "═": "#", "║": "#", "╔": "#", "╗": "#", "╚": "#", "╝": "#",
    "▸": ">", "▾": "v", "◂": "<", "▴": "^", "→": ">", "←": "<", "↑": "^", "↓": "V",
    "•": "*", "…": "$", "·": "_", "▪": "@", "✓": "Y", "✗": "X",
    "–": "-", "—": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "×": "x", "µ": "u",
  ]
}
