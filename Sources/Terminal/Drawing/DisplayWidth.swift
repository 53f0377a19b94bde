/// How many columns text takes on the screen, and what of it may be shown at all. Everything that measures or
/// draws text goes through `forEachGlyph`, so that no two views can disagree.
package enum DisplayWidth {
  /// What a scalar becomes on the screen.
  enum Drawn {
    case cell(Unicode.Scalar, width: Int)
    /// Combines with the cell before.
    case mark
    /// Only asks for another shape of its neighbours (joiners, variation selectors).
    case nothing
  }

  /// Stands for what must not reach the terminal: controls, bidirectional overrides, unassigned code points.
  static let replacement: Unicode.Scalar = "."

  static func drawn(_ scalar: Unicode.Scalar) -> Drawn {
    let value = scalar.value
    if value < 0x7F { return .cell(value < 0x20 ? replacement : scalar, width: 1) }
    if (0x2500...0x257F).contains(value) { return .cell(scalar, width: 1) }
    if Hangul.syllables.contains(value) { return .cell(scalar, width: 2) }
    // Conjoining vowels and tails: letters by category, but drawn inside the syllable before them.
    if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7C6).contains(value)
      || (0xD7CB...0xD7FB).contains(value)
    {
      return .mark
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark:
      return scalar.properties.isVariationSelector ? .nothing : .mark
    case .format where value == 0x200C || value == 0x200D:
      return .nothing
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return .cell(replacement, width: 1)
    case .spaceSeparator:
      return isWide(value) ? .cell(scalar, width: 2) : .cell(" ", width: 1)
    default:
      return .cell(scalar, width: isWide(value) ? 2 : 1)
    }
  }

  /// Calls `body` with each glyph of the text and its width, 1 or 2, until it returns false.
  @inline(__always)
  static func forEachGlyph(_ text: String, _ body: (Glyph, Int) -> Bool) {
    var pending: (glyph: Glyph, width: Int)?
    for scalar in text.unicodeScalars {
      switch drawn(scalar) {
      case .nothing: continue
      case .mark:
        if pending == nil {
          pending = (Glyph(replacement), 1)
        } else {
          pending!.glyph.combine(scalar)
        }
      case .cell(let shown, let width):
        if let ready = pending, !body(ready.glyph, ready.width) { return }
        pending = (Glyph(shown), width)
      }
    }
    if let last = pending { _ = body(last.glyph, last.width) }
  }

  /// Calls `body` with the bytes of text in which each is one column, as nearly all text is; nil for any other text.
  @inline(__always)
  static func withPlainBytes<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result)
    -> Result?
  {
    let result: Result?? = text.utf8.withContiguousStorageIfAvailable { bytes in
      for byte in bytes where byte < 0x20 || byte >= 0x7F { return nil }
      return body(bytes)
    }
    return result ?? nil
  }

  /// Columns the text takes.
  package static func width(of text: String) -> Int {
    if let count = withPlainBytes(text, \.count) { return count }
    var sum = 0
    forEachGlyph(text) { _, width in
      sum += width
      return true
    }
    return sum
  }

  private static func isWide(_ value: UInt32) -> Bool {
    if value < 0x1100 { return false }
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(value)
  }
}

extension String {
  /// Columns it takes on the screen.
  package var displayWidth: Int { DisplayWidth.width(of: self) }

  /// Itself when it fits, else its beginning with `…` at the end, at most `width` columns.
  package func truncated(to width: Int) -> String {
    if displayWidth <= width { return self }
    if width <= 0 { return "" }
    if let cut = DisplayWidth.withPlainBytes(self, { String(decoding: $0.prefix(width - 1), as: UTF8.self) })
    {
      return cut + "…"
    }
    var result = String.UnicodeScalarView()
    var used = 0
    DisplayWidth.forEachGlyph(self) { glyph, columns in
      if used + columns > width - 1 { return false }
      used += columns
      if glyph.isPlain { result.append(glyph.base) } else { result.append(contentsOf: glyph.scalars) }
      return true
    }
    result.append("…")
    return String(result)
  }

  /// Blanks added, at the right or (`alignRight`) at the left; longer text stays as it is.
  package func padded(to width: Int, alignRight: Bool = false) -> String {
    let blanks = String.blanks(width - displayWidth)
    return alignRight ? blanks + self : self + blanks
  }

  /// So many blanks, none for a negative number: every line has some, and `String(repeating:count:)` puts them together
  /// one by one.
  package static func blanks(_ count: Int) -> String {
    guard count > 0 else { return "" }
    return String(unsafeUninitializedCapacity: count) { bytes in
      bytes.initialize(repeating: UInt8(ascii: " "))
      return count
    }
  }

  /// Exactly `width` columns: truncated or padded.
  package func fitted(to width: Int, alignRight: Bool = false) -> String {
    truncated(to: width).padded(to: width, alignRight: alignRight)
  }
}
