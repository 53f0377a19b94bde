import Analysis
import Networking
import Terminal

/// The state diagram of RFC 9293, figure 5, with where both ends stand in `[ ]`, the arcs they took, and the one just
/// taken. What the figure leaves out (resets, giving up) has no arc here either.
struct TCPStateDiagram {
  let ends: [TCPConversation.End]
  /// Arcs taken after this moment are new.
  let since: Int

  static let size = Size(width: 65, height: 18)

  struct Arc {
    var from: TCPState
    var to: TCPState
    /// The upper half of the figure's label, as the diagram has it.
    var label: String
    var labelAt: Point
    /// From a place in one state to the one in front of the other; only turns are named.
    var way: [Point]

    init(
      _ from: TCPState, _ to: TCPState, at place: (Int, Int), _ way: (Int, Int)...
    ) {
      self.from = from
      self.to = to
      label = StateDiagram.tcp.arc(from: from.rawValue, to: to.rawValue)?.label ?? ""
      labelAt = Point(x: place.0, y: place.1)
      self.way = way.map { Point(x: $0.0, y: $0.1) }
    }
  }

  /// Where the states' names begin; CLOSED stands at the top and at the end.
  private static let places: [(state: TCPState, at: Point)] = [
    (.closed, Point(x: 26, y: 0)), (.listen, Point(x: 26, y: 3)), (.synReceived, Point(x: 1, y: 5)),
    (.synSent, Point(x: 48, y: 5)), (.established, Point(x: 23, y: 7)), (.finWait1, Point(x: 8, y: 10)),
    (.closeWait, Point(x: 44, y: 10)), (.finWait2, Point(x: 8, y: 13)), (.closing, Point(x: 27, y: 13)),
    (.lastAck, Point(x: 45, y: 13)), (.timeWait, Point(x: 26, y: 16)), (.closed, Point(x: 46, y: 16)),
  ]

  static let arcs: [Arc] = [
    Arc(.closed, .listen, at: (13, 1), (26, 0), (26, 2)),
    Arc(.listen, .closed, at: (29, 2), (28, 3), (28, 1)),
    Arc(.closed, .synSent, at: (38, 2), (30, 0), (30, 1), (52, 1), (52, 4)),
    Arc(.synSent, .closed, at: (41, 0), (55, 5), (55, 0), (33, 0)),
    Arc(.listen, .synReceived, at: (7, 4), (26, 3), (5, 3), (5, 4)),
    Arc(.listen, .synSent, at: (38, 4), (31, 3), (50, 3), (50, 4)),
    Arc(.synSent, .synReceived, at: (25, 5), (48, 5), (14, 5)),
    Arc(.synReceived, .established, at: (11, 6), (9, 5), (9, 7), (21, 7)),
    Arc(.synSent, .established, at: (38, 6), (52, 5), (52, 7), (35, 7)),
    Arc(.synReceived, .finWait1, at: (4, 9), (3, 5), (3, 10), (6, 10)),
    Arc(.established, .finWait1, at: (15, 9), (26, 7), (26, 8), (13, 8), (13, 9)),
    Arc(.established, .closeWait, at: (39, 9), (31, 7), (31, 8), (48, 8), (48, 9)),
    Arc(.finWait1, .finWait2, at: (14, 12), (12, 10), (12, 12)),
    Arc(.finWait1, .closing, at: (21, 11), (17, 10), (30, 10), (30, 12)),
    Arc(.closeWait, .lastAck, at: (50, 11), (48, 10), (48, 12)),
    Arc(.finWait2, .timeWait, at: (14, 15), (12, 13), (12, 16), (24, 16)),
    Arc(.closing, .timeWait, at: (32, 14), (30, 13), (30, 15)),
    Arc(.lastAck, .closed, at: (50, 14), (48, 13), (48, 15)),
    Arc(.timeWait, .closed, at: (34, 17), (34, 16), (44, 16)),
  ]

  func draw(at origin: Point, on canvas: inout Canvas) {
    func place(_ point: Point) -> Point { Point(x: origin.x + point.x, y: origin.y + point.y) }
    // What was taken stands over what was not where lines cross.
    let arcs = TCPStateDiagram.arcs.map { (arc: $0, role: role($0)) }
    for (arc, role) in arcs.sorted(by: { rank($0.role) < rank($1.role) }) {
      for (point, sign) in TCPStateDiagram.line(arc.way) { canvas.put(sign, at: place(point), role: role) }
      canvas.put(arc.label, at: place(arc.labelAt), role: role)
    }
    for (index, (state, point)) in TCPStateDiagram.places.enumerated() {
      let isNow = ends.contains { end in
        // Before and after a connection CLOSED is not the same place.
        end.state == state && (state != .closed || (index == 0) == end.arcs.isEmpty)
      }
      let text = isNow ? "[\(state.rawValue)]" : " \(state.rawValue) "
      canvas.put(text, at: place(Point(x: point.x - 1, y: point.y)), role: isNow ? .strong : .text)
    }
  }

  private func role(_ arc: Arc) -> Role {
    var found = Role.quiet
    for end in ends {
      for (index, taken) in end.arcs.enumerated() {
        guard end.state(beforeArc: index) == arc.from, taken.to == arc.to,
          taken.label.hasPrefix(arc.label + " /")
        else {
          continue
        }
        if taken.moment > since { return .changed }
        found = .strong
      }
    }
    return found
  }

  private func rank(_ role: Role) -> Int { role == .quiet ? 0 : role == .strong ? 1 : 2 }

  /// The places of a line from after its first point, with corners and an arrow head.
  private static func line(_ way: [Point]) -> [(Point, String)] {
    var points = [way[0]]
    for turn in way.dropFirst() {
      while points[points.count - 1] != turn {
        let last = points[points.count - 1]
        points.append(
          Point(x: last.x + (turn.x - last.x).signum(), y: last.y + (turn.y - last.y).signum()))
      }
    }
    return points.indices.dropFirst().map { index in
      let back = arm(from: points[index], to: points[index - 1])
      guard index + 1 < points.count else {
        let head = back == .up ? "▾" : back == .down ? "▴" : back == .left ? "▸" : "◂"
        return (points[index], head)
      }
      return (points[index], String(back.union(arm(from: points[index], to: points[index + 1])).scalar))
    }
  }

  private static func arm(from point: Point, to other: Point) -> LineArms {
    if point.x != other.x { return other.x > point.x ? .right : .left }
    return other.y > point.y ? .down : .up
  }
}
