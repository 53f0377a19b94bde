import Analysis
import Terminal

/// Draws cables between labels that have their places: along free cells, with few bends, crossing another cable only
/// at a right angle. Cables that end at devices with no other may join on their way to a common neighbour.
struct MapCableRouter {
  private let size: Size
  private let labels: [Rect?]
  private let links: [MapGraph.Link]
  /// By cell: the device whose label is there, or -1.
  private var owners: [Int]
  /// By cell: the device beside whose label it is, or -1; only that device's cables may go there, straight.
  private var sides: [Int]
  /// By cell: the cable that goes through it across and down, or -1; a bend has both.
  private var across: [Int]
  private var down: [Int]
  private(set) var ways: [[Point]]
  /// How much is wrong with the drawing: bends, crossings, joins.
  private(set) var faults = 0
  /// Scratch of a search, by cell: the cable that may be joined there, or -1.
  private var mates: [Int]

  private static let bend = 4
  private static let crossing = 12
  private static let joining = 6

  /// Routes every cable between two labels.
  /// - Returns: nil when there is no way for one.
  static func routed(_ links: [MapGraph.Link], labels: [Rect?], size: Size) -> MapCableRouter? {
    var router = MapCableRouter(links, labels, size)
    return router.run() ? router : nil
  }

  private init(_ links: [MapGraph.Link], _ labels: [Rect?], _ size: Size) {
    self.size = size
    self.labels = labels
    self.links = links
    let count = size.width * size.height
    owners = Array(repeating: -1, count: count)
    sides = owners
    across = owners
    down = owners
    mates = owners
    ways = Array(repeating: [], count: links.count)
    for (device, label) in labels.enumerated() {
      guard let label else { continue }
      for x in label.x..<label.endX { owners[label.y * size.width + x] = device }
      for x in [label.x - 1, label.endX] where x >= 0 && x < size.width {
        sides[label.y * size.width + x] = device
      }
    }
  }

  private mutating func run() -> Bool {
    var degrees = Array(repeating: 0, count: labels.count)
    let shown = links.indices.filter {
      links[$0].a >= 0 && labels[links[$0].a] != nil && labels[links[$0].b] != nil
    }
    for index in shown {
      degrees[links[index].a] += 1
      degrees[links[index].b] += 1
    }
    func rank(_ index: Int) -> (Int, Int, Int) {
      let a = labels[links[index].a]!
      let b = labels[links[index].b]!
      let isStraight = a.y == b.y || MapCableRouter.middle(a) == MapCableRouter.middle(b)
      return (
        links[index].a == links[index].b ? 2 : isStraight ? 0 : 1, abs(a.y - b.y) * 3 + abs(a.x - b.x), index
      )
    }
    for index in shown.sorted(by: { rank($0) < rank($1) }) {
      let link = links[index]
      // A leaf looks for its hub or for the way of another leaf of the same hub.
      let isTurned = degrees[link.a] > 1 && degrees[link.b] == 1
      let start = isTurned ? link.b : link.a
      let goal = isTurned ? link.a : link.b
      let isLeaf = degrees[start] == 1 && degrees[goal] > 1
      markMates(isLeaf ? shown.filter { isLeafCable($0, of: goal, degrees) } : [], goal)
      guard let way = search(from: start, to: goal) else { return false }
      occupy(way.own, by: index)
      faults += way.cost - way.own.count
      let whole = way.own + rest(of: way.joined, from: way.own.last!, to: goal)
      ways[index] = isTurned ? whole.reversed() : whole
    }
    return true
  }

  private func isLeafCable(_ cable: Int, of hub: Int, _ degrees: [Int]) -> Bool {
    let link = links[cable]
    guard link.a == hub || link.b == hub, !ways[cable].isEmpty else { return false }
    return degrees[link.a == hub ? link.b : link.a] == 1
  }

  /// Notes where these cables have nothing else over or on them.
  private mutating func markMates(_ cables: [Int], _ hub: Int) {
    for cell in mates.indices { mates[cell] = -1 }
    var used: Set<Int> = []
    for cable in cables {
      for point in ways[cable].dropFirst().dropLast() {
        let cell = point.y * size.width + point.x
        let others = [across[cell], down[cell]].contains { $0 >= 0 && $0 != cable }
        mates[cell] = used.insert(cell).inserted && !others && sides[cell] < 0 ? cable : -1
      }
    }
  }

  static func middle(_ label: Rect) -> Int { label.x + (label.width - 1) / 2 }

  /// The end of the way that was joined, to its hub.
  private func rest(of joined: Int?, from cell: Point, to hub: Int) -> [Point] {
    guard let joined else { return [] }
    let way = links[joined].b == hub ? ways[joined] : ways[joined].reversed()
    return Array(way[(way.firstIndex(of: cell)! + 1)...])
  }

  private mutating func occupy(_ way: [Point], by cable: Int) {
    for index in way.indices.dropFirst() {
      for point in [way[index - 1], way[index]] {
        let cell = point.y * size.width + point.x
        if owners[cell] >= 0 { continue }
        if way[index - 1].y == way[index].y {
          if across[cell] < 0 { across[cell] = cable }
        } else if down[cell] < 0 {
          down[cell] = cable
        }
      }
    }
  }

  // MARK: Search

  private enum Direction: Int, CaseIterable {
    case right, down, left, up
    var x: Int { self == .right ? 1 : self == .left ? -1 : 0 }
    var y: Int { self == .down ? 1 : self == .up ? -1 : 0 }
    var isAcross: Bool { y == 0 }
    var reversed: Direction { Direction(rawValue: (rawValue + 2) % 4)! }
  }

  private struct Found {
    /// With the label's cells at its ends, or ending where it joins another.
    var own: [Point]
    var joined: Int?
    var cost: Int
  }

  /// The cheapest way (Dijkstra). A state is a cell and the direction in which it was entered.
  private func search(from start: Int, to goal: Int) -> Found? {
    var costs = Array(repeating: Int.max, count: owners.count * 4)
    var before = Array(repeating: -1, count: owners.count * 4)
    var buckets: [[Int]] = []
    func push(_ state: Int, _ cost: Int, _ previous: Int) {
      guard cost < costs[state] else { return }
      costs[state] = cost
      before[state] = previous
      while buckets.count <= cost { buckets.append([]) }
      buckets[cost].append(state)
    }
    let label = labels[start]!
    for x in label.x..<label.endX {
      for direction in Direction.allCases {
        if direction == .left, x != label.x { continue }
        // A cable from a device to itself comes back in the directions that it does not leave in.
        if start == goal, direction == .left || direction == .down { continue }
        if direction == .right, x != label.endX - 1 { continue }
        let aside = direction.isAcross ? 0 : abs(x - MapCableRouter.middle(label))
        let state = (label.y * size.width + x) * 4 + direction.rawValue
        push(state, aside, -1)
      }
    }
    var level = 0
    while level < buckets.count {
      while let state = buckets[level].popLast() {
        if costs[state] < level { continue }
        let cell = state / 4
        let entered = Direction(rawValue: state % 4)!
        let isStart = before[state] < 0
        if !isStart {
          if owners[cell] == goal {
            let own = trace(state, before)
            // One that meets itself has found no place of its own.
            if Set(own).count < own.count { continue }
            return Found(own: own, joined: nil, cost: level)
          }
          if let mate = joinable(cell, entered) {
            return Found(own: trace(state, before), joined: mate, cost: level)
          }
        }
        let isOver = !isStart && (across[cell] >= 0 || down[cell] >= 0)
        for direction in Direction.allCases {
          if direction != entered, isStart || isOver || direction == entered.reversed { continue }
          if direction != entered, sides[cell] >= 0 { continue }
          guard let (next, cost) = step(cell, direction, start, goal) else { continue }
          push(
            next * 4 + direction.rawValue, level + cost + (direction == entered ? 0 : MapCableRouter.bend),
            state)
        }
      }
      level += 1
    }
    return nil
  }

  /// The next cell in a direction and what entering it costs; nil when a cable cannot go there.
  private func step(_ cell: Int, _ direction: Direction, _ start: Int, _ goal: Int)
    -> (Int, Int)?
  {
    let x = cell % size.width + direction.x
    let y = cell / size.width + direction.y
    guard x >= 0, x < size.width, y >= 0, y < size.height else { return nil }
    let next = y * size.width + x
    if owners[next] >= 0 {
      guard owners[next] == goal else { return nil }
      return (next, 1 + (direction.isAcross ? 0 : abs(x - MapCableRouter.middle(labels[goal]!))))
    }
    if sides[next] >= 0, !direction.isAcross || (sides[next] != start && sides[next] != goal) { return nil }
    if joinable(next, direction) != nil { return (next, 1 + MapCableRouter.joining) }
    if direction.isAcross ? across[next] >= 0 : down[next] >= 0 { return nil }
    let isCrossing = across[next] >= 0 || down[next] >= 0
    return (next, isCrossing ? 1 + MapCableRouter.crossing : 1)
  }

  /// The way that can be joined in this cell when it is entered so: one that runs straight across the direction, or
  /// bends away from it.
  private func joinable(_ cell: Int, _ direction: Direction) -> Int? {
    guard mates[cell] >= 0 else { return nil }
    let way = ways[mates[cell]]
    let point = Point(x: cell % size.width, y: cell / size.width)
    let arm = Point(x: point.x - direction.x, y: point.y - direction.y)
    let index = way.firstIndex(of: point)!
    return way[index - 1] == arm || way[index + 1] == arm ? nil : mates[cell]
  }

  private func trace(_ end: Int, _ before: [Int]) -> [Point] {
    var way: [Point] = []
    var state = end
    while state >= 0 {
      let cell = state / 4
      way.append(Point(x: cell % size.width, y: cell / size.width))
      state = before[state]
    }
    return way.reversed()
  }
}
