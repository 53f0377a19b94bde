/// Arrow keys in the ASCII set. One column has no sign for them that is not the face of another key (`>`, `v`), so they
/// are called by name: `Right next`.
extension Canvas {
  private static let names: [Unicode.Scalar: String] = ["→": "Right", "←": "Left", "↑": "Up", "↓": "Down"]

  /// The names of the arrows in a key's face: `↑↓` → `Up/Down`.
  package static func spelled(_ face: String) -> String {
    var text = ""
    var follows = false
    for scalar in face.unicodeScalars {
      guard let name = names[scalar] else {
        text.unicodeScalars.append(scalar)
        follows = false
        continue
      }
      text += (follows ? "/" : "") + name
      follows = true
    }
    return text
  }

  /// Spells the arrows that stand for keys, as far as blanks after them in the row give way. `laptop → web`, behind a
  /// word, is a direction and stays.
  package mutating func spellArrows() {
    for y in 0..<size.height { spellArrows(inRow: y) }
  }

  private mutating func spellArrows(inRow y: Int) {
    var x = 0
    while x < size.width {
      let isKey = isKey(x, y)
      guard isKey, let name = Canvas.names[glyphs[y * size.width + x].base] else {
        x += 1
        continue
      }
      let joins = x > 0 && isArrow(x - 1, y)
      x += spell((joins ? "/" : "") + name, at: x, y)
    }
  }

  private func base(_ x: Int, _ y: Int) -> Unicode.Scalar { glyphs[y * size.width + x].base }

  private func isArrow(_ x: Int, _ y: Int) -> Bool {
    // A neighbour that was spelled already ends in a letter.
    Canvas.names[base(x, y)] != nil || isSpelled(x, y)
  }

  /// A name that was written in place of an arrow ends there.
  private func isSpelled(_ x: Int, _ y: Int) -> Bool {
    Canvas.names.values.contains { name in
      let scalars = Array(name.unicodeScalars)
      let start = x - scalars.count + 1
      return start >= 0 && scalars.indices.allSatisfy { base(start + $0, y) == scalars[$0] }
    }
  }

  /// Up and down are keys but for those that lead to a word (`↓active OPEN`) and one alone before a gap, as the legend has
  /// it; right and left are keys where a text or a sentence begins, and beside another key.
  private func isKey(_ x: Int, _ y: Int) -> Bool {
    switch base(x, y) {
    case "↑", "↓":
      guard x + 2 < size.width else { return true }
      let (next, after) = (base(x + 1, y), base(x + 2, y))
      if "a"..."z" ~= next || "A"..."Z" ~= next { return false }
      let isBesideKey = x > 0 && isArrow(x - 1, y) || x > 1 && isArrow(x - 2, y)
      return isBesideKey || next != " " || after != " "
    case "→", "←":
      guard x > 0 else { return true }
      if base(x - 1, y) != " " { return isArrow(x - 1, y) }
      return x < 2 || " .,:;?!/│".unicodeScalars.contains(base(x - 2, y)) || isArrow(x - 2, y)
    default: return false
    }
  }

  /// Writes a name over an arrow and moves what follows into the next blanks that are wide enough.
  /// - Returns: columns that the name takes; 1 where the arrow had to stay.
  private mutating func spell(_ name: String, at x: Int, _ y: Int) -> Int {
    let count = name.utf8.count
    let extra = count - 1
    var run = 0
    for end in (x + 1)..<max(x + 1, size.width) {
      run = base(end, y) == " " ? run + 1 : 0
      let isLast = end == size.width - 1
      // Two columns stay blank before what comes next.
      guard run >= (isLast ? extra : extra + 2) else { continue }
      let row = y * size.width
      let from = row + x + 1
      let moved = (end - run + 1 - x - 1)
      let (role, identity) = (roles[from - 1], identities[from - 1])
      for index in (0..<moved).reversed() {
        glyphs[from + extra + index] = glyphs[from + index]
        roles[from + extra + index] = roles[from + index]
        identities[from + extra + index] = identities[from + index]
      }
      for (index, scalar) in name.unicodeScalars.enumerated() {
        glyphs[row + x + index] = Glyph(scalar)
        roles[row + x + index] = role
        identities[row + x + index] = identity
      }
      if let place = cursor, place.y == y, place.x > x, place.x <= x + moved { cursor?.x += extra }
      return count
    }
    return 1
  }
}
