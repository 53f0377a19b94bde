import Analysis
import Terminal

/// Draws the cables of a map, and what is on them.
struct MapCableDrawing {
  let layout: MapLayout
  let traffic: MapTraffic
  let origin: Point
  /// Cells that something else is drawn over.
  let covered: Set<Point>
  /// Which draw of the moving frame this is; nil: the still picture.
  let step: Int?
  /// Cables that the author lights.
  let lit: Set<Int>

  func draw(on canvas: inout Canvas) {
    drawQuiet(on: &canvas)
    for crossing in traffic.trail where crossing != traffic.current {
      for cell in cells(crossing) { put(cell.double, cell.place, .text, on: &canvas) }
    }
    if let current = traffic.current { draw(current, on: &canvas) }
    for cable in traffic.busy where cable != traffic.current?.cable {
      sign(Sign.underWay.text, .text, cable, on: &canvas)
    }
    for cable in lit.sorted() { light(cable, on: &canvas) }
    for cable in traffic.down { sign(Sign.pulled.text, .wrong, cable, on: &canvas) }
  }

  // MARK: The frame at hand

  private func draw(_ current: MapTraffic.Crossing, on canvas: inout Canvas) {
    let cells = cells(current).filter { !covered.contains($0.place) }
    if let step {
      let places = MapAnimation.places(cells.count)
      guard places.indices.contains(step) else { return }
      for cell in cells.prefix(places[step]) { put(cell.double, cell.place, .strong, on: &canvas) }
      put(Sign.underWay.text, cells[places[step]].place, .strong, on: &canvas)
      return
    }
    for cell in cells { put(cell.double, cell.place, .strong, on: &canvas) }
    guard let last = cells.last else { return }
    let (sign, role) = traffic.cableEvent?.sign ?? (last.head, .strong)
    guard sign.contains(where: \.isLetter) else { return put(sign, last.place, role, on: &canvas) }
    // A letter beside a name would be read as one of its letters.
    let apart = cells.last { !isBesideLabel($0.place) }
    put(apart == nil ? Sign.underWay.text : sign, (apart ?? last).place, role, on: &canvas)
  }

  private func isBesideLabel(_ place: Point) -> Bool {
    layout.labels.contains { label in
      label.map { $0.y == place.y && ($0.endX == place.x || $0.x == place.x + 1) } ?? false
    }
  }

  /// The free cells that the frame at hand passes, in its direction.
  var currentPlaces: [Point] {
    guard let current = traffic.current else { return [] }
    return cells(current).map(\.place).filter { !covered.contains($0) }
  }

  // MARK: Cells

  /// A cell of a cable, seen in the direction in which a frame passes it.
  private struct Cell {
    var place: Point
    var double: String
    var head: String
  }

  /// Between the labels.
  private func cells(_ crossing: MapTraffic.Crossing) -> [Cell] {
    guard layout.ways.indices.contains(crossing.cable) else { return [] }
    var way = layout.ways[crossing.cable]
    guard way.count > 2 else { return [] }
    if let label = layout.labels[crossing.from], !contains(label, way[0]) { way.reverse() }
    return (1..<(way.count - 1)).map { index in
      let arms = arms(way, index)
      return Cell(
        place: way[index], double: MapCableDrawing.double[arms] ?? "═",
        head: way[index].x > way[index - 1].x
          ? "▸" : way[index].x < way[index - 1].x ? "◂" : way[index].y > way[index - 1].y ? "▾" : "▴")
    }
  }

  private func contains(_ label: Rect, _ point: Point) -> Bool { label.contains(point) }

  /// Which sides of a cell a way goes through: 1 up, 2 down, 4 left, 8 right.
  private func arms(_ way: [Point], _ index: Int) -> Int {
    let here = way[index]
    return [way[index - 1], way[index + 1]].reduce(0) { arms, next in
      arms | (next.y < here.y ? 1 : next.y > here.y ? 2 : next.x < here.x ? 4 : 8)
    }
  }

  private static let double = [3: "║", 12: "═", 5: "╝", 6: "╗", 9: "╚", 10: "╔"]
  private static let single = [
    3: "│", 12: "─", 5: "┘", 6: "┐", 9: "└", 10: "┌", 7: "┤", 11: "├", 13: "┴", 14: "┬", 15: "┼",
  ]

  private func drawQuiet(on canvas: inout Canvas) {
    var sides: [Point: Int] = [:]
    for way in layout.ways where way.count > 2 {
      for index in 1..<(way.count - 1) { sides[way[index], default: 0] |= arms(way, index) }
    }
    for (place, arms) in sides { put(MapCableDrawing.single[arms] ?? "─", place, .quiet, on: &canvas) }
  }

  /// In the colour of what is lit, and with its sign where nothing else stands on the cable.
  private func light(_ cable: Int, on canvas: inout Canvas) {
    for place in layout.ways[cable].dropFirst().dropLast() where !covered.contains(place) {
      canvas.mark(Rect(x: origin.x + place.x, y: origin.y + place.y, width: 1, height: 1), .lit)
    }
    if traffic.current?.cable != cable, !traffic.busy.contains(cable) {
      sign(Sign.lit.text, .lit, cable, on: &canvas)
    }
  }

  /// One sign in the middle of a cable.
  private func sign(_ text: String, _ role: Role, _ cable: Int, on canvas: inout Canvas) {
    let cells = layout.ways[cable].dropFirst().dropLast().filter { !covered.contains($0) }
    if cells.isEmpty { return }
    put(text, cells[cells.count / 2], role, on: &canvas)
  }

  private func put(_ text: String, _ place: Point, _ role: Role, on canvas: inout Canvas) {
    canvas.put(text, at: Point(x: origin.x + place.x, y: origin.y + place.y), role: role)
  }
}

extension Sign {
  static let double = Sign(
    "═ ║", .picture, .text,
    say("Map: the way so far; TCP: bytes that are confirmed", "지도: 지금까지 온 길, TCP: 확인된 바이트"))
  static let underWay = Sign(
    "▪", .picture, .text,
    say(
      "Map: a late or another frame under way; TCP: bytes not confirmed",
      "지도: 늦춘 프레임이나 다른 프레임, TCP: 아직 확인되지 않은 바이트"))
  static let pulled = Sign(
    "✗", .picture, .wrong, say("Map, Stack: a cable that is pulled out", "지도, 계층: 뽑힌 케이블"))
}
