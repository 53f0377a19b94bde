extension String {
  /// Keeps two words on one line, as a sign and what it means; drawn it is a blank like any other.
  package static let gluedBlank = "\u{A0}"

  /// Lines of at most `width` columns, broken at blanks (Korean too) and at line ends; a word longer than a line
  /// is broken where the line ends. Blanks at a break are left out. At a `gluedBlank` no line is broken. Never empty: "" gives one empty line.
  package func wrapped(to width: Int) -> [String] {
    guard width > 0 else { return [""] }
    let isOneLine = DisplayWidth.withPlainBytes(self) { bytes in
      bytes.count <= width && bytes.last != UInt8(ascii: " ")
    }
    if isOneLine == true { return [self] }
    return split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap {
      wrapLine($0, width)
    }
  }
}

private func wrapLine(_ paragraph: Substring, _ width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  var rest = paragraph
  while !rest.isEmpty {
    let gap = rest.prefix { $0 == " " }
    let glued = rest.dropFirst(gap.count).prefix { $0 != " " }
    rest = rest.dropFirst(gap.count + glued.count)
    if glued.isEmpty { break }
    let word = String(glued).replacing(String.gluedBlank, with: " ")
    let columns = word.displayWidth
    // A gap at the very start is an indentation and stays.
    let startsLine = line.isEmpty && !lines.isEmpty
    let gapWidth = startsLine ? 0 : gap.count
    if used + gapWidth + columns <= width {
      if !startsLine { line += gap }
      line += word
      used += gapWidth + columns
      continue
    }
    if !line.isEmpty { lines.append(line) }
    line = ""
    used = 0
    DisplayWidth.forEachGlyph(word) { glyph, columns in
      if used + columns > width, !line.isEmpty {
        lines.append(line)
        line = ""
        used = 0
      }
      line += glyph.string
      used += columns
      return true
    }
  }
  lines.append(line)
  return lines
}
