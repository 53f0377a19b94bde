/// A pane's edges with what stands in them. Panes share edges, and the lines join; draw them from top to bottom,
/// or an upper pane's lower edge runs through the title below.
/// ```
/// ┌═ Frame 1, 60 bytes ═════ 60 of 60 ─┐
/// ```
package struct PaneBorder: Sendable {
  /// In the upper edge, from the left. Without a role of its own it is `strong`, or `focus` when focused.
  package var title: [Span]
  /// In the upper edge, at the right.
  package var trailing: [Span]
  package var isFocused: Bool
  /// Of the lines themselves.
  package var edge: Role

  package init(
    title: [Span] = [], trailing: [Span] = [], isFocused: Bool = false, edge: Role = .quiet
  ) {
    self.title = title
    self.trailing = trailing
    self.isFocused = isFocused
    self.edge = edge
  }

  /// Draws the edges of `rect`.
  /// - Returns: what is inside them.
  @discardableResult
  package func draw(in rect: Rect, on canvas: inout Canvas) -> Rect {
    canvas.box(rect, doubleTop: isFocused, role: edge)
    if isFocused {
      canvas.mark(rect.top(1).inset(1, rows: 0), .focus)
    }
    // Corner and one column of the edge at both ends, a blank around each text.
    let room = rect.width - 4
    if room > 2, !title.isEmpty {
      let shown = title.map { span in
        span.role == .text
          ? Span(span.text, isFocused ? .focus : .strong, identity: span.identity) : span
      }
      canvas.put([" "] + shown.truncated(to: room - 2) + [" "], at: Point(x: rect.x + 2, y: rect.y))
    }
    let left = title.isEmpty ? 0 : min(room, title.displayWidth + 2)
    let right = trailing.displayWidth + 2
    if !trailing.isEmpty, left + right <= room {
      canvas.put([" "] + trailing + [" "], at: Point(x: rect.endX - 2 - right, y: rect.y))
    }
    return rect.inset()
  }
}
