import Analysis
import Lessons
import Networking
import Terminal

/// The states that one end went through, from top to bottom; the present one in `[ ]`, and over it the arc that led there.
struct TCPStateHistoryDrawing {
  let end: TCPConversation.End
  let name: String
  /// Arcs taken after this moment are new.
  let since: Int
  /// Rows of the picture, a state each.
  let rows: Range<Int>
  let cursor: Int?
  /// The question that is open: a port that it asks for is not written.
  let asked: PreparedQuestion?
  /// The end at which the moment happens.
  let focus: Bool

  private struct Line {
    var spans: [Span]
    /// Index of the state.
    var state: Int?
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    var area = rect
    let head = area.cutTop(1).droppingLeft(2)
    canvas.put(
      [Span(focus ? "{\(name)}" : name, .strong), Span(":" + port, .quiet)], at: head.origin,
      width: head.width)
    // The states around the one under the cursor, else around the present one.
    let shown = cursor.flatMap { rows.contains($0) ? $0 - rows.lowerBound : nil } ?? end.arcs.count
    let lines = lines(around: shown, width: area.width - 2)
    let place = lines.firstIndex { $0.state == shown } ?? 0
    let window = Rows.window(count: lines.count, height: area.height, cursor: place)
    for index in window {
      let line = area.row(index - window.lowerBound)
      canvas.put(lines[index].spans, at: line.droppingLeft(2).origin, width: line.width - 2)
      guard let state = lines[index].state else { continue }
      if isNew(state) { canvas.put("~", at: line.droppingLeft(1).origin, role: .changed) }
      canvas.identify(line, as: ClickTarget.pictureRow(rows.lowerBound + state).identity)
      if cursor == rows.lowerBound + state {
        canvas.mark(line, .select)
        canvas.put(">", at: line.origin, role: .select)
        canvas.cursor = line.origin
      }
    }
    if window.lowerBound > 0 { canvas.put("▴", at: Point(x: rect.endX - 1, y: area.y), role: .quiet) }
    if window.upperBound < lines.count {
      canvas.put("▾", at: Point(x: rect.endX - 1, y: area.endY - 1), role: .quiet)
    }
  }

  private var port: String {
    asked?.asks(for: UInt64(end.endpoint.port)) == true ? Sign.hidden.text : String(end.endpoint.port)
  }

  private func isNew(_ state: Int) -> Bool { state > 0 && end.arcs[state - 1].moment > since }

  private func lines(around shown: Int, width: Int) -> [Line] {
    end.states.enumerated().flatMap { index, state -> [Line] in
      let isNow = index == end.arcs.count
      let text = isNow ? "[\(state.rawValue)]" : " \(state.rawValue)"
      let role: Role = isNew(index) ? .changed : isNow ? .strong : .quiet
      let own = Line(spans: [Span(text, role)], state: index)
      guard index > 0, index == shown || isNew(index) else { return [own] }
      return arc(end.arcs[index - 1].label, isNew: isNew(index), width) + [own]
    }
  }

  /// `rcv SYN,ACK / snd ACK`, on two lines or more when one is too short.
  private func arc(_ label: String, isNew: Bool, _ width: Int) -> [Line] {
    let role: Role = isNew ? .changed : .quiet
    let whole = " \(Sign.step.text)" + label
    if whole.displayWidth <= width { return [Line(spans: [Span(whole, role)], state: nil)] }
    let parts = label.split(separator: "/", maxSplits: 1).map { $0.drop { $0 == " " } }
    return parts.enumerated().flatMap { index, part in
      let head = index == 0 ? " \(Sign.step.text)" : "   / "
      return String(part).wrapped(to: width - head.displayWidth).enumerated().map { row, text in
        let start = row == 0 ? head : String(repeating: " ", count: head.displayWidth)
        return Line(spans: [Span(start + text, role)], state: nil)
      }
    }
  }
}

extension Sign {
  static let step = Sign("↓", .picture, .text, say("TCP: from one state to the next", "TCP: 다음 상태로"))
}
