/// Line drawing: a line that meets another joins it, so frames that share an edge get the right tees and crosses.
extension Canvas {
  /// A horizontal line; `double` for the upper edge of the focused pane.
  package mutating func horizontalLine(
    at point: Point, length: Int, double: Bool = false, role: Role = .text
  ) {
    for step in 0..<max(0, length) {
      var arms: LineArms = [.left, .right]
      // An end that meets another line does not go through it.
      if length > 1, step == 0, isLine(x: point.x, y: point.y) { arms = .right }
      if length > 1, step == length - 1, isLine(x: point.x + step, y: point.y) { arms = .left }
      join(arms, x: point.x + step, y: point.y, double: double, role: role)
    }
  }

  package mutating func verticalLine(at point: Point, length: Int, role: Role = .text) {
    for step in 0..<max(0, length) {
      var arms: LineArms = [.up, .down]
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
    join([.down, .right], x: rect.x, y: rect.y, double: false, role: role)
    join([.down, .left], x: right, y: rect.y, double: false, role: role)
    join([.up, .right], x: rect.x, y: bottom, double: false, role: role)
    join([.up, .left], x: right, y: bottom, double: false, role: role)
    for x in rect.x + 1..<right {
      join([.left, .right], x: x, y: rect.y, double: doubleTop, role: role)
      join([.left, .right], x: x, y: bottom, double: false, role: role)
    }
    for y in rect.y + 1..<bottom {
      join([.up, .down], x: rect.x, y: y, double: false, role: role)
      join([.up, .down], x: right, y: y, double: false, role: role)
    }
  }

  private func isLine(x: Int, y: Int) -> Bool {
    !LineArms(self[Point(x: x, y: y)].glyph.base).isEmpty
  }

  private mutating func join(_ arms: LineArms, x: Int, y: Int, double: Bool, role: Role) {
    guard bounds.contains(Point(x: x, y: y)) else { return }
    let index = y * size.width + x
    let before = glyphs[index].base
    let drawn = LineArms(before).union(arms)
    let isDouble = drawn.isSubset(of: [.left, .right]) && (double || before == "═")
    let joined = LineArms(before).isEmpty ? role : role.over(roles[index])
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

  /// Indexed by raw value.
  private static let scalars: [Unicode.Scalar] = [
    " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
  ]

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The arms of a drawn line; none for any other character.
  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "│": self = [.up, .down]
    case "─", "═": self = [.left, .right]
    case "┘": self = [.up, .left]
    case "┐": self = [.down, .left]
    case "┤": self = [.up, .down, .left]
    case "└": self = [.up, .right]
    case "┌": self = [.down, .right]
    case "├": self = [.up, .down, .right]
    case "┴": self = [.up, .left, .right]
    case "┬": self = [.down, .left, .right]
    case "┼": self = [.up, .down, .left, .right]
    default: self = []
    }
  }

  package var scalar: Unicode.Scalar { Self.scalars[Int(rawValue)] }
}
