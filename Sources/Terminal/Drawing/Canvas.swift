/// One cell, as `Canvas` hands it out.
package struct Cell: Hashable, Sendable {
  /// `.rightHalf` in the second column of a wide character.
  package var glyph: Glyph
  package var role: Role
  package var identity: CellTag?
}

/// How text longer than its room ends.
package enum TruncationMode: Sendable {
  /// In the middle of a word, silently.
  case cut
  /// With `…` in its last column.
  case ellipsis
}

/// A screen as a value: a grid of cells and the place of the hardware cursor. Everything is drawn into one;
/// `Curses` only copies it. What lies outside is cut off; wide characters are never cut in half.
package struct Canvas: Equatable, Sendable {
  package let size: Size
  /// Where the hardware cursor stands; nil hides it.
  package var cursor: Point?

  // Row by row, one array per property: a canvas is mostly copied and compared.
  var glyphs: [Glyph]
  var roles: [Role]
  var identities: [CellTag?]

  package init(_ size: Size) {
    CanvasCount.note()
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    let count = self.size.width * self.size.height
    glyphs = Array(repeating: .blank, count: count)
    roles = Array(repeating: .text, count: count)
    identities = Array(repeating: nil, count: count)
  }

  package var bounds: Rect { Rect(size) }

  /// The cell at a point; a blank one outside.
  package subscript(_ point: Point) -> Cell {
    guard bounds.contains(point) else { return Cell(glyph: .blank, role: .text, identity: nil) }
    let index = point.y * size.width + point.x
    return Cell(glyph: glyphs[index], role: roles[index], identity: identities[index])
  }

  /// Cells that do not look as they do on another canvas of the same size, whatever they stand for.
  func differences(from other: Canvas, in cells: Range<Int>) -> [Int] {
    var found: [Int] = []
    glyphs.withUnsafeBufferPointer { glyphs in
      other.glyphs.withUnsafeBufferPointer { others in
        roles.withUnsafeBufferPointer { roles in
          other.roles.withUnsafeBufferPointer { otherRoles in
            for cell in cells where glyphs[cell] != others[cell] || roles[cell] != otherRoles[cell] {
              found.append(cell)
            }
          }
        }
      }
    }
    return found
  }

  /// Whether one of these lines stands on another canvas of the same size too, as another one of them; seldom it says so
  /// of lines that only resemble.
  func hasMoved(_ lines: [Int], from other: Canvas) -> Bool {
    let before = lines.map { other.fingerprint(ofLine: $0) }
    return lines.enumerated().contains { index, line in
      let now = fingerprint(ofLine: line)
      return before.indices.contains { $0 != index && before[$0] == now }
    }
  }

  /// The same for lines with the same glyphs.
  private func fingerprint(ofLine y: Int) -> UInt64 {
    glyphs[y * size.width..<(y + 1) * size.width].reduce(0) { ($0 ^ $1.packed) &* 0x100_0000_01b3 }
  }

  // MARK: Drawing

  /// Writes one line of text over what was there. Control characters show as `.`, line ends too.
  /// - Parameter width: columns it may take, by default all to the right edge.
  /// - Returns: columns taken.
  @discardableResult
  package mutating func put(
    _ text: String, at point: Point, role: Role = .text, identity: CellTag? = nil, width: Int? = nil,
    clip: TruncationMode = .ellipsis
  ) -> Int {
    let room = max(0, min(width ?? .max, size.width - point.x))
    guard room > 0, point.y >= 0, point.y < size.height else { return 0 }
    if let used = DisplayWidth.withPlainBytes(
      text,
      { bytes in
        putPlain(bytes, at: point, role, identity, room: room, clip)
      })
    {
      return used
    }
    var used = 0
    var cut = false
    // The last glyph's place, in case `…` has to replace it.
    var last = 0
    DisplayWidth.forEachGlyph(text) { glyph, columns in
      if used + columns > room {
        cut = true
        return false
      }
      set(glyph, columns, x: point.x + used, y: point.y, role, identity)
      last = used
      used += columns
      return true
    }
    if cut, clip == .ellipsis {
      // With a column to spare (a wide character did not fit) nothing is lost.
      if used == room { used = last }
      set(Glyph("…"), 1, x: point.x + used, y: point.y, role, identity)
      used += 1
    }
    return used
  }

  /// The same for bytes of which each is a column.
  private mutating func putPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, at point: Point, _ role: Role, _ identity: CellTag?, room: Int,
    _ clip: TruncationMode
  ) -> Int {
    let used = min(bytes.count, room)
    let row = point.y * size.width
    let cells = row + max(0, point.x)..<row + max(0, point.x, point.x + used)
    guard !cells.isEmpty else { return used }
    // Only at its ends can it cut a wide character in half.
    clearWide(around: cells.lowerBound)
    clearWide(around: cells.upperBound - 1)
    let first = row + point.x
    glyphs.withUnsafeMutableBufferPointer { glyphs in
      for cell in cells { glyphs[cell] = Glyph(Unicode.Scalar(bytes[cell - first])) }
    }
    for cell in cells { roles[cell] = role }
    for cell in cells { identities[cell] = identity }
    if bytes.count > room, clip == .ellipsis { glyphs[cells.upperBound - 1] = Glyph("…") }
    return used
  }

  /// Writes one glyph. Both halves of a wide character that it cuts into become blank.
  mutating func set(_ glyph: Glyph, _ columns: Int, x: Int, y: Int, _ role: Role, _ identity: CellTag?) {
    guard y >= 0, y < size.height, x + columns > 0, x < size.width else { return }
    if columns == 2, x < 0 || x + 1 >= size.width {
      set(.blank, 1, x: max(0, x), y: y, role, identity)
      return
    }
    let index = y * size.width + x
    for cell in index..<(index + columns) {
      clearWide(around: cell)
      glyphs[cell] = cell == index ? glyph : .rightHalf
      roles[cell] = role
      identities[cell] = identity
    }
  }

  /// Blanks the other half when the cell is one half of a wide character.
  private mutating func clearWide(around cell: Int) {
    if glyphs[cell] == .rightHalf { glyphs[cell - 1] = .blank }
    // The last cell of a row is never a left half, so the next cell is of the same row.
    if cell + 1 < glyphs.count, glyphs[cell + 1] == .rightHalf { glyphs[cell + 1] = .blank }
  }

  /// Puts one text in the place of another one that takes as many columns, wherever it stands.
  package mutating func replace(_ text: String, with other: String) {
    precondition(text.displayWidth == other.displayWidth, "what replaces takes as many columns")
    var wanted: [Glyph] = []
    DisplayWidth.forEachGlyph(text) { glyph, columns in
      wanted += [glyph] + Array(repeating: .rightHalf, count: columns - 1)
      return true
    }
    guard !wanted.isEmpty, wanted.count <= size.width else { return }
    for start in 0...(glyphs.count - wanted.count)
    where glyphs[start] == wanted[0] && Array(glyphs[start..<start + wanted.count]) == wanted {
      let (x, y) = (start % size.width, start / size.width)
      put(other, at: Point(x: x, y: y), role: roles[start], identity: identities[start])
    }
  }

  /// Fills with one character of width 1, by default blanks.
  package mutating func fill(
    _ rect: Rect, with scalar: Unicode.Scalar = " ", role: Role = .text, identity: CellTag? = nil
  ) {
    let area = rect.intersection(bounds)
    guard !area.isEmpty else { return }
    let glyph = Glyph(scalar)
    for y in area.y..<area.endY {
      let row = y * size.width + area.x..<y * size.width + area.endX
      // Only at its ends can it cut a wide character in half.
      clearWide(around: row.lowerBound)
      clearWide(around: row.upperBound - 1)
      for index in row {
        glyphs[index] = glyph
        roles[index] = role
        identities[index] = identity
      }
    }
  }

  // MARK: Marking what is drawn

  /// Adds a role to cells: of it and what they have, `Role.over` decides which shows.
  package mutating func mark(_ rect: Rect, _ role: Role) {
    forEachIndex(in: rect) { canvas, index in canvas.roles[index] = role.over(canvas.roles[index]) }
  }

  /// Sets a role, whatever the cells had.
  package mutating func paint(_ rect: Rect, _ role: Role) {
    forEachIndex(in: rect) { canvas, index in canvas.roles[index] = role }
  }

  /// Says what cells stand for.
  package mutating func identify(_ rect: Rect, as identity: CellTag?) {
    forEachIndex(in: rect) { canvas, index in canvas.identities[index] = identity }
  }

  private mutating func forEachIndex(in rect: Rect, _ body: (inout Canvas, Int) -> Void) {
    let area = rect.intersection(bounds)
    for y in area.y..<area.endY {
      for x in area.x..<area.endX { body(&self, y * size.width + x) }
    }
  }
}
