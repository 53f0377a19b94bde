/// A run of text in one role; a line of the screen is an array of them.
package struct Span: Hashable, Sendable, ExpressibleByStringInterpolation {
  package var text: String
  package var role: Role
  package var identity: CellTag?

  package init(_ text: String, _ role: Role = .text, identity: CellTag? = nil) {
    self.text = text
    self.role = role
    self.identity = identity
  }

  package init(stringLiteral value: String) { self.init(value) }
}

extension [Span] {
  /// Columns the spans take together.
  package var displayWidth: Int { reduce(0) { $0 + $1.text.displayWidth } }

  /// The spans that fit, the last one ending in `…` when something is left out.
  package func truncated(to width: Int) -> [Span] {
    if displayWidth <= width { return self }
    var room = width
    var result: [Span] = []
    for (index, var span) in enumerated() {
      let columns = span.text.displayWidth
      let isLast = index == count - 1
      if columns < room || (isLast && columns <= room) {
        room -= columns
        result.append(span)
      } else {
        // An exact fit still has to say that more follows.
        span.text = columns <= room ? (span.text + " ").truncated(to: room) : span.text.truncated(to: room)
        result.append(span)
        break
      }
    }
    return result
  }
}

extension Canvas {
  /// Writes spans one after the other on one line.
  /// - Returns: columns taken.
  @discardableResult
  package mutating func put(
    _ spans: [Span], at point: Point, width: Int? = nil, clip: TruncationMode = .ellipsis
  ) -> Int {
    let room = max(0, min(width ?? .max, size.width - point.x))
    var used = 0
    for span in clip == .ellipsis ? spans.truncated(to: room) : spans {
      used += put(
        span.text, at: Point(x: point.x + used, y: point.y), role: span.role, identity: span.identity,
        width: room - used, clip: clip)
    }
    return used
  }
}
