import Analysis

/// A cell for every device, in a grid whose columns are as wide as their labels. Cables like to be straight and short;
/// devices are placed one after the other, and of all ways to do so the best few are followed (beam search).
struct MapPlacement: Sendable {
  /// By device: column and row; nil when it is not shown.
  var cells: [Cell?]
  /// How much is wrong with it; less is better.
  var cost: Int

  struct Cell: Hashable, Sendable {
    var column: Int
    var row: Int
  }

  /// Columns between two labels: at least room for a brace and for an arrow head.
  static let smallestGap = 2

  /// Columns of a grid with columns of these widths; unused ones have none.
  static func width(of columns: [Int]) -> Int {
    let used = columns.count { $0 > 0 }
    return columns.reduce(2, +) + max(0, used - 1) * smallestGap
  }

  /// The best placements found, the best first; none when the devices do not fit.
  static func best(_ shown: [Int], of graph: MapGraph, columns: Int, rows: Int, width: Int) -> [MapPlacement]
  {
    guard shown.count <= columns * rows else { return [] }
    let search = Search(shown, graph, columns: columns, rows: rows, width: width)
    return search.run().map { state in
      MapPlacement(
        cells: state.places.map { $0 < 0 ? nil : Cell(column: $0 % columns, row: $0 / columns) },
        cost: state.cost)
    }
  }
}

extension MapPlacement {
  fileprivate struct State {
    /// By device: its cell, or -1.
    var places: [Int]
    /// By cell: what is in it.
    var grid: [Content]
    /// By column: the widest label in it.
    var widths: [Int]
    var cost = 0
  }

  fileprivate struct Content: OptionSet {
    let rawValue: UInt8
    static let device = Content(rawValue: 1)
    static let across = Content(rawValue: 2)
    static let down = Content(rawValue: 4)

    // The search asks millions of times: what an option set has anyway is slow without optimisation.
    var isEmpty: Bool { rawValue == 0 }
    func contains(_ other: Content) -> Bool { rawValue & other.rawValue == other.rawValue }
  }

  fileprivate struct Search {
    let graph: MapGraph
    let columns: Int
    let rows: Int
    let width: Int
    let neighbours: [[Int]]
    let order: MapPlacementOrder
    /// By device: when it is placed.
    let turns: [Int]

    /// States that are followed.
    static let beam = 60

    init(_ shown: [Int], _ graph: MapGraph, columns: Int, rows: Int, width: Int) {
      self.graph = graph
      self.columns = columns
      self.rows = rows
      self.width = width
      neighbours = graph.neighbours
      order = MapPlacementOrder(shown, neighbours)
      var turns = Array(repeating: Int.max, count: graph.widths.count)
      for (turn, device) in order.devices.enumerated() { turns[device] = turn }
      self.turns = turns
    }

    func run() -> [State] {
      var states = [
        State(
          places: Array(repeating: -1, count: graph.widths.count),
          grid: Array(repeating: [], count: columns * rows), widths: Array(repeating: 0, count: columns))
      ]
      let cells = columns * rows
      for (turn, device) in order.devices.enumerated() {
        let waiting = waiting(after: turn)
        // Cost, state and cell as one number, in this order: there are thousands to sort.
        var found: [Int] = []
        for (index, state) in states.enumerated() {
          for cell in candidates(device, turn, state) {
            guard let cost = cost(of: device, at: cell, turn, waiting, state) else { continue }
            found.append(((state.cost + cost) * Search.beam + index) * cells + cell)
          }
        }
        found.sort()
        states = found.prefix(Search.beam).map { number in
          let (cost, index) = (number / cells / Search.beam, number / cells % Search.beam)
          return placed(device, number % cells, cost, turn, states[index])
        }
      }
      return states
    }

    /// By device: how many of its neighbours are placed later than at a turn.
    private func waiting(after turn: Int) -> [Int] {
      neighbours.map { others in others.count { turns[$0] > turn && turns[$0] < Int.max } }
    }

    /// Free cells not too far from the first device it is cabled to.
    private func candidates(_ device: Int, _ turn: Int, _ state: State) -> [Int] {
      let free = state.grid.indices.filter { !state.grid[$0].contains(.device) }
      guard let anchor = neighbours[device].first(where: { turns[$0] < turn }) else { return free }
      let place = state.places[anchor]
      let near = free.filter { cell in
        let across = abs(cell % columns - place % columns)
        let down = abs(cell / columns - place / columns)
        return across + down <= 3 || across == 0 || down == 0
      }
      return near.isEmpty ? free : near
    }

    /// What it costs to place a device there; nil when the columns would become too wide.
    private func cost(of device: Int, at cell: Int, _ turn: Int, _ waiting: [Int], _ state: State) -> Int? {
      let column = cell % columns
      if state.widths[column] < graph.widths[device] {
        var widths = state.widths
        widths[column] = graph.widths[device]
        if MapPlacement.width(of: widths) > width { return nil }
      }
      var cost = state.grid[cell].isEmpty ? 0 : 40
      for other in neighbours[device] where turns[other] < turn {
        cost += length(from: state.places[other], to: cell, state)
        if order.backbone.contains(device), order.backbone.contains(other) {
          cost += direction(from: state.places[other], to: cell)
        }
      }
      // Devices still to come want a free side of the one they are cabled to.
      cost += 12 * max(0, waiting[device] - freeSides(of: cell, state))
      for side in sides(of: cell) where state.grid[side].contains(.device) {
        guard let other = state.places.firstIndex(of: side) else { continue }
        if waiting[other] > freeSides(of: side, state) - 1 { cost += 12 }
      }
      return cost
    }

    /// A cable's cost: its length, bends, and what it goes over.
    private func length(from start: Int, to end: Int, _ state: State) -> Int {
      let across = end % columns - start % columns
      let down = end / columns - start / columns
      var cost = 10 * (abs(across) + abs(down))
      guard across == 0 || down == 0 else { return cost + 25 }
      let passing: Content = across == 0 ? .down : .across
      for cell in between(start, end) {
        let content = state.grid[cell]
        if content.contains(.device) || content.contains(passing) {
          cost += 40
        } else if !content.isEmpty {
          cost += 25
        }
      }
      return cost
    }

    /// The way through a network reads from left to right, then down, then back.
    private func direction(from start: Int, to end: Int) -> Int {
      let across = end % columns - start % columns
      let down = end / columns - start / columns
      return across > 0 ? 0 : down > 0 ? 2 : across < 0 ? 3 : 4
    }

    private func between(_ start: Int, _ end: Int) -> [Int] {
      let step = start % columns == end % columns ? columns : 1
      return Array(stride(from: min(start, end) + step, to: max(start, end), by: step))
    }

    private func sides(of cell: Int) -> [Int] {
      var sides: [Int] = []
      if cell % columns > 0 { sides.append(cell - 1) }
      if cell % columns < columns - 1 { sides.append(cell + 1) }
      if cell >= columns { sides.append(cell - columns) }
      if cell + columns < columns * rows { sides.append(cell + columns) }
      return sides
    }

    private func freeSides(of cell: Int, _ state: State) -> Int {
      sides(of: cell).count { state.grid[$0].isEmpty }
    }

    private func placed(_ device: Int, _ cell: Int, _ cost: Int, _ turn: Int, _ state: State) -> State {
      var state = state
      state.cost = cost
      state.places[device] = cell
      state.grid[cell].insert(.device)
      state.widths[cell % columns] = max(state.widths[cell % columns], graph.widths[device])
      for other in neighbours[device] where turns[other] < turn {
        let start = state.places[other]
        guard start % columns == cell % columns || start / columns == cell / columns else { continue }
        let passing: Content = start % columns == cell % columns ? .down : .across
        for passed in between(start, cell) { state.grid[passed].insert(passing) }
      }
      return state
    }
  }
}
