extension String {
  /// Lines of at most `width` columns, broken at blanks (Korean too) and at line ends; a word longer than a line
  /// is broken where the line ends. Blanks at a break are left out. Never empty: "" gives one empty line.
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
    let word = rest.dropFirst(gap.count).prefix { $0 != " " }
    rest = rest.dropFirst(gap.count + word.count)
    if word.isEmpty { break }
    let columns = String(word).displayWidth
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
    DisplayWidth.forEachGlyph(String(word)) { glyph, columns in
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
