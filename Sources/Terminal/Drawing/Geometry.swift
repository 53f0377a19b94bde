/// Columns and rows of a screen or a part of it.
package struct Size: Hashable, Sendable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A place on the screen, from 0, 0 in the upper left corner.
package struct Point: Hashable, Sendable {
  package var x: Int
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A part of the screen. Splitting never gives more than there is: asking 10 rows of a rectangle of 4 gives 4.
package struct Rect: Hashable, Sendable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  /// A negative extent counts as none.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package init(_ size: Size) { self.init(x: 0, y: 0, width: size.width, height: size.height) }

  package var origin: Point { Point(x: x, y: y) }
  package var size: Size { Size(width: width, height: height) }
  package var isEmpty: Bool { width == 0 || height == 0 }
  /// First column to the right of it.
  package var endX: Int { x + width }
  /// First row below it.
  package var endY: Int { y + height }

  package func contains(_ point: Point) -> Bool {
    (x..<endX).contains(point.x) && (y..<endY).contains(point.y)
  }

  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(endX, other.endX) - left, height: min(endY, other.endY) - top)
  }

  // MARK: Parts

  package func top(_ rows: Int) -> Rect {
    Rect(x: x, y: y, width: width, height: clamped(rows, height))
  }
  package func bottom(_ rows: Int) -> Rect { droppingTop(height - clamped(rows, height)) }
  package func left(_ columns: Int) -> Rect {
    Rect(x: x, y: y, width: clamped(columns, width), height: height)
  }
  package func right(_ columns: Int) -> Rect { droppingLeft(width - clamped(columns, width)) }

  package func droppingTop(_ rows: Int) -> Rect {
    let cut = clamped(rows, height)
    return Rect(x: x, y: y + cut, width: width, height: height - cut)
  }
  package func droppingBottom(_ rows: Int) -> Rect { top(height - clamped(rows, height)) }
  package func droppingLeft(_ columns: Int) -> Rect {
    let cut = clamped(columns, width)
    return Rect(x: x + cut, y: y, width: width - cut, height: height)
  }
  package func droppingRight(_ columns: Int) -> Rect { left(width - clamped(columns, width)) }

  /// One row of it, counted from its top; empty when it has no such row.
  package func row(_ index: Int) -> Rect {
    index < 0 || index >= height
      ? Rect(x: x, y: y, width: 0, height: 0) : Rect(x: x, y: y + index, width: width, height: 1)
  }

  package func inset(_ columns: Int = 1, rows: Int = 1) -> Rect {
    droppingTop(rows).droppingBottom(rows).droppingLeft(columns).droppingRight(columns)
  }

  // MARK: Cutting pieces off: returns the piece, keeps the rest

  package mutating func cutTop(_ rows: Int) -> Rect {
    defer { self = droppingTop(rows) }
    return top(rows)
  }
  package mutating func cutBottom(_ rows: Int) -> Rect {
    defer { self = droppingBottom(rows) }
    return bottom(rows)
  }
  package mutating func cutRight(_ columns: Int) -> Rect {
    defer { self = droppingRight(columns) }
    return right(columns)
  }

  private func clamped(_ wanted: Int, _ available: Int) -> Int { min(max(0, wanted), available) }
}
