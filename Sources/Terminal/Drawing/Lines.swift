/// Line drawing: a line that meets another joins it, so frames that share an edge get the right tees and crosses.
extension Canvas {
  /// A horizontal line; `double` for the upper edge of the focused pane.
  package mutating func horizontalLine(
    at point: Point, length: Int, double: Bool = false, role: Role = .text
  ) {
    for step in 0..<max(0, length) {
      var arms = LineArms.across
      // An end that meets another line does not go through it.
      if length > 1, step == 0, isLine(x: point.x, y: point.y) { arms = .right }
      if length > 1, step == length - 1, isLine(x: point.x + step, y: point.y) { arms = .left }
      join(arms, x: point.x + step, y: point.y, double: double, role: role)
    }
  }

  package mutating func verticalLine(at point: Point, length: Int, role: Role = .text) {
    for step in 0..<max(0, length) {
      var arms = LineArms.upright
      if length > 1, step == 0, isLine(x: point.x, y: point.y) { arms = .down }
      if length > 1, step == length - 1, isLine(x: point.x, y: point.y + step) { arms = .up }
      join(arms, x: point.x, y: point.y + step, double: false, role: role)
    }
  }

  /// The four edges of a rectangle of at least 2 x 2; what is inside stays.
  package mutating func box(_ rect: Rect, doubleTop: Bool = false, role: Role = .text) {
    guard rect.width >= 2, rect.height >= 2 else { return }
    let right = rect.endX - 1
    let bottom = rect.endY - 1
    join(LineArms("┌"), x: rect.x, y: rect.y, double: false, role: role)
    join(LineArms("┐"), x: right, y: rect.y, double: false, role: role)
    join(LineArms("└"), x: rect.x, y: bottom, double: false, role: role)
    join(LineArms("┘"), x: right, y: bottom, double: false, role: role)
    for x in rect.x + 1..<right {
      join(.across, x: x, y: rect.y, double: doubleTop, role: role)
      join(.across, x: x, y: bottom, double: false, role: role)
    }
    for y in rect.y + 1..<bottom {
      join(.upright, x: rect.x, y: y, double: false, role: role)
      join(.upright, x: right, y: y, double: false, role: role)
    }
  }

  private func isLine(x: Int, y: Int) -> Bool {
    !LineArms(self[Point(x: x, y: y)].glyph.base).isEmpty
  }

  private mutating func join(_ arms: LineArms, x: Int, y: Int, double: Bool, role: Role) {
    guard bounds.contains(Point(x: x, y: y)) else { return }
    let index = y * size.width + x
    if glyphs[index] == .blank, !double {
      // Nothing to join, and no half of a wide character.
      glyphs[index] = Glyph(arms.scalar)
      roles[index] = role
      return
    }
    let before = glyphs[index].base
    let old = LineArms(before)
    let drawn = LineArms(rawValue: old.rawValue | arms.rawValue)
    let isDouble = (double || before == "═") && LineArms.across.contains(drawn)
    let joined = old.isEmpty ? role : role.over(roles[index])
    set(Glyph(isDouble ? "═" : drawn.scalar), 1, x: x, y: y, joined, identities[index])
  }
}

/// The directions in which a line leaves its cell.
package struct LineArms: OptionSet, Sendable {
  package let rawValue: UInt8

  package static let up = LineArms(rawValue: 1)
  package static let down = LineArms(rawValue: 2)
  package static let left = LineArms(rawValue: 4)
  package static let right = LineArms(rawValue: 8)
  static let across: LineArms = [.left, .right]
  static let upright: LineArms = [.up, .down]

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The arms of a drawn line; none for any other character.
  init(_ scalar: Unicode.Scalar) {
    // Of most cells it is asked in vain.
    guard scalar.value >= 0x2500, scalar.value < 0x2580 else {
      rawValue = 0
      return
    }
    switch scalar {
    case "│": rawValue = 3
    case "─", "═": rawValue = 12
    case "┘": rawValue = 5
    case "┐": rawValue = 6
    case "┤": rawValue = 7
    case "└": rawValue = 9
    case "┌": rawValue = 10
    case "├": rawValue = 11
    case "┴": rawValue = 13
    case "┬": rawValue = 14
    case "┼": rawValue = 15
    default: rawValue = 0
    }
  }

  // Asked of every cell of a line: the ones that an option set has anyway are slow without optimisation.
  package var isEmpty: Bool { rawValue == 0 }
  package func contains(_ other: LineArms) -> Bool { rawValue & other.rawValue == other.rawValue }

  package var scalar: Unicode.Scalar {
    switch rawValue {
    case 1, 2, 3: "│"
    case 4, 8, 12: "─"
    case 5: "┘"
    case 6: "┐"
    case 7: "┤"
    case 9: "└"
    case 10: "┌"
    case 11: "├"
    case 13: "┴"
    case 14: "┬"
    case 15: "┼"
    default: " "
    }
  }
}
