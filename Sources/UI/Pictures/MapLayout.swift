import Analysis
import Terminal

/// Where everything of a network stands in a room: labels that never overlap, cables between them.
struct MapLayout: Equatable, Sendable {
  /// By device: the row its label takes; nil when there was no room for it.
  var labels: [Rect?]
  /// By cable: its cells from one end to the other, the last cell of each label included; empty when it is not drawn.
  var ways: [[Point]]

  /// Devices that are drawn, in reading order.
  var shown: [Int] {
    labels.indices.filter { labels[$0] != nil }.sorted {
      (labels[$0]!.y, labels[$0]!.x) < (labels[$1]!.y, labels[$1]!.x)
    }
  }
  var hidden: [Int] { labels.indices.filter { labels[$0] == nil } }

  /// The whole network; where there is no room for that nothing is drawn.
  init(whole graph: MapGraph, in size: Size) {
    let all = Array(graph.widths.indices)
    self = MapLayout.whole(all, of: graph, in: size) ?? MapLayout(nothingOf: graph)
  }

  /// The neighbourhood of some devices, the most important first, with one row left for saying what is hidden.
  init(near focus: [Int], _ graph: MapGraph, in size: Size) {
    let size = Size(width: size.width, height: size.height - 1)
    let ranked = MapLayout.ranked(focus, graph)
    var count = min(ranked.count - 1, MapLayout.capacity(graph, size))
    while count > 0 {
      let kept = Set(ranked.prefix(count))
      if let layout = MapLayout.whole(kept.sorted(), of: graph.keeping(kept), in: size) {
        self = layout
        return
      }
      count -= max(1, count / 8)
    }
    self = MapLayout(nothingOf: graph)
  }

  private init(nothingOf graph: MapGraph) {
    labels = graph.widths.map { _ in nil }
    ways = graph.links.map { _ in [] }
  }

  private init(labels: [Rect?], ways: [[Point]]) {
    self.labels = labels
    self.ways = ways
  }

  /// The devices in focus, then those near them.
  private static func ranked(_ focus: [Int], _ graph: MapGraph) -> [Int] {
    var ranked = focus
    var position = 0
    let neighbours = graph.neighbours
    while position < ranked.count {
      ranked += neighbours[ranked[position]].filter { !ranked.contains($0) }
      position += 1
    }
    return ranked + graph.widths.indices.filter { !ranked.contains($0) }
  }

  /// More devices than this cannot fit.
  private static func capacity(_ graph: MapGraph, _ size: Size) -> Int {
    let narrowest = graph.widths.min() ?? 1
    return max(0, size.width / (narrowest + MapPlacement.smallestGap)) * max(0, (size.height + 1) / 2)
  }

  // MARK: One try

  /// Placements of one grid that are drawn to see which is best.
  private static let tries = 6

  private static func whole(_ devices: [Int], of graph: MapGraph, in size: Size) -> MapLayout? {
    let narrowest = devices.map { graph.widths[$0] }.min() ?? 1
    let columns = min(devices.count, 8, max(1, size.width / (narrowest + MapPlacement.smallestGap)))
    let rows = min(devices.count, 7, (size.height + 1) / 2)
    guard rows > 0 else { return nil }
    var best: (layout: MapLayout, badness: Int)?
    for columns in stride(from: columns, to: 0, by: -1) where columns * rows >= devices.count {
      let placements = MapPlacement.best(
        devices, of: graph, columns: columns, rows: rows, width: size.width)
      for placement in placements.prefix(tries) where placement.cost < best?.badness ?? .max {
        let labels = labels(placement, graph, size)
        guard let router = MapCableRouter.routed(graph.links, labels: labels, size: size) else { continue }
        let badness = placement.cost + router.faults
        if badness < best?.badness ?? .max {
          best = (MapLayout(labels: labels, ways: router.ways), badness)
        }
      }
      // Narrower grids only help where the wide one was too tight.
      if let best, best.badness < 12 * devices.count { break }
    }
    return best?.layout
  }

  /// From cells of the grid to columns and rows of the room: spread out, but not further than reads well.
  private static func labels(_ placement: MapPlacement, _ graph: MapGraph, _ size: Size) -> [Rect?] {
    let cells = placement.cells
    let columns = Set(cells.compactMap { $0?.column }).sorted()
    let rows = Set(cells.compactMap { $0?.row }).sorted()
    let widths = columns.map { column in
      cells.indices.filter { cells[$0]?.column == column }.map { graph.widths[$0] }.max()!
    }
    let lefts = starts(widths, in: size.width - 2, largestGap: 8)
    let tops = starts(rows.map { _ in 1 }, in: size.height, largestGap: 3)
    return cells.indices.map { device in
      guard let cell = cells[device] else { return nil }
      let column = columns.firstIndex(of: cell.column)!
      let width = graph.widths[device]
      return Rect(
        x: 1 + lefts[column] + (widths[column] - width) / 2, y: tops[rows.firstIndex(of: cell.row)!],
        width: width,
        height: 1)
    }
  }

  /// Where pieces of these lengths begin in a room when they are spread out, in its middle.
  private static func starts(_ lengths: [Int], in room: Int, largestGap: Int) -> [Int] {
    let gaps = lengths.count - 1
    let free = room - lengths.reduce(0, +)
    let spread = min(free, gaps * largestGap)
    var starts: [Int] = []
    var next = (free - spread) / 2
    for (index, length) in lengths.enumerated() {
      starts.append(next)
      next += length
      if gaps > 0 { next += spread * (index + 1) / gaps - spread * index / gaps }
    }
    return starts
  }
}
