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
    /// By cell: the device in it, or -1.
    var occupants: [Int]
    /// By column: the widest label in it.
    var widths: [Int]
    /// Columns that all this takes, with the gaps and one at each edge.
    var width = edges
    var cost = 0

    static let edges = 2
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

  /// What is asked of a cell again and again, worked out once.
  fileprivate struct GridCell {
    let column: Int
    let row: Int
    /// Cells beside, above and below it.
    let sides: [Int]

    static func all(columns: Int, rows: Int) -> [GridCell] {
      (0..<columns * rows).map { cell in
        let (row, column) = cell.quotientAndRemainder(dividingBy: columns)
        var sides: [Int] = []
        if column > 0 { sides.append(cell - 1) }
        if column < columns - 1 { sides.append(cell + 1) }
        if row > 0 { sides.append(cell - columns) }
        if row < rows - 1 { sides.append(cell + columns) }
        return GridCell(column: column, row: row, sides: sides)
      }
    }
  }

  fileprivate struct Search {
    let graph: MapGraph
    let columns: Int
    let cells: [GridCell]
    /// All cells by their numbers.
    let all: [Int]
    let width: Int
    let order: MapPlacementOrder
    /// By device: of its neighbours those that are placed before it, and whether it and that neighbour belong to the
    /// longest way.
    let placedBefore: [[(device: Int, isOnWay: Bool)]]
    let neighbours: [[Int]]
    /// By device: when it is placed.
    let turns: [Int]
    /// By cell: those not too far from it, the first ones first.
    let near: [[Int]]

    /// States that are followed.
    static let beam = 60

    init(_ shown: [Int], _ graph: MapGraph, columns: Int, rows: Int, width: Int) {
      self.graph = graph
      self.columns = columns
      self.width = width
      let cells = GridCell.all(columns: columns, rows: rows)
      self.cells = cells
      all = Array(cells.indices)
      near = cells.map { anchor in
        cells.indices.filter { cell in
          let across = abs(cells[cell].column - anchor.column)
          let down = abs(cells[cell].row - anchor.row)
          return across + down <= 3 || across == 0 || down == 0
        }
      }
      let neighbours = graph.neighbours
      let order = MapPlacementOrder(shown, neighbours)
      var turns = Array(repeating: Int.max, count: graph.widths.count)
      for (turn, device) in order.devices.enumerated() { turns[device] = turn }
      placedBefore = neighbours.enumerated().map { device, others in
        let isOnWay = order.backbone.contains(device)
        return others.filter { turns[$0] < turns[device] }.map {
          ($0, isOnWay && order.backbone.contains($0))
        }
      }
      self.neighbours = neighbours
      self.order = order
      self.turns = turns
    }

    func run() -> [State] {
      var states = [
        State(
          places: Array(repeating: -1, count: graph.widths.count),
          grid: Array(repeating: [], count: cells.count), occupants: Array(repeating: -1, count: cells.count),
          widths: Array(repeating: 0, count: columns))
      ]
      for (turn, device) in order.devices.enumerated() {
        let waiting = waiting(after: turn)
        // Cost, state and cell as one number, in this order: there are thousands to sort.
        var found: [Int] = []
        found.reserveCapacity(states.count * cells.count)
        for index in states.indices {
          for cell in candidates(device, states[index]) where states[index].occupants[cell] < 0 {
            guard let cost = cost(of: device, at: cell, waiting, states[index]) else { continue }
            found.append(((states[index].cost + cost) * Search.beam + index) * cells.count + cell)
          }
        }
        found.sort()
        states = found.prefix(Search.beam).map { number in
          let (rest, cell) = number.quotientAndRemainder(dividingBy: cells.count)
          let (cost, index) = rest.quotientAndRemainder(dividingBy: Search.beam)
          return placed(device, cell, cost, states[index])
        }
      }
      return states
    }

    /// By device: how many of its neighbours are placed later than at a turn.
    private func waiting(after turn: Int) -> [Int] {
      neighbours.map { others in others.count { turns[$0] > turn && turns[$0] < Int.max } }
    }

    /// Where to look for a free cell: not too far from the first device it is cabled to; where nothing is free there,
    /// anywhere.
    private func candidates(_ device: Int, _ state: State) -> [Int] {
      guard let anchor = placedBefore[device].first else { return all }
      let near = near[state.places[anchor.device]]
      return near.contains { state.occupants[$0] < 0 } ? near : all
    }

    /// What it costs to place a device there; nil when the columns would become too wide.
    private func cost(of device: Int, at cell: Int, _ waiting: [Int], _ state: State) -> Int? {
      if grownWidth(state, by: device, at: cell) > width { return nil }
      var cost = state.grid[cell].isEmpty ? 0 : 40
      for other in placedBefore[device] {
        let place = state.places[other.device]
        cost += length(from: place, to: cell, state)
        if other.isOnWay { cost += direction(from: place, to: cell) }
      }
      // Devices still to come want a free side of the one they are cabled to.
      cost += 12 * max(0, waiting[device] - freeSides(of: cell, state))
      for side in cells[cell].sides {
        let other = state.occupants[side]
        if other >= 0, waiting[other] > freeSides(of: side, state) - 1 { cost += 12 }
      }
      return cost
    }

    /// Columns of the grid with a device in a cell.
    private func grownWidth(_ state: State, by device: Int, at cell: Int) -> Int {
      let widest = state.widths[cells[cell].column]
      if widest >= graph.widths[device] { return state.width }
      // A column that was empty needs a gap beside it, unless it is the only one.
      let gap = widest == 0 && state.width > State.edges ? MapPlacement.smallestGap : 0
      return state.width + gap + graph.widths[device] - widest
    }

    /// A cable's cost: its length, bends, and what it goes over.
    private func length(from start: Int, to end: Int, _ state: State) -> Int {
      let across = cells[end].column - cells[start].column
      let down = cells[end].row - cells[start].row
      var cost = 10 * (abs(across) + abs(down))
      guard across == 0 || down == 0 else { return cost + 25 }
      let passing: Content = across == 0 ? .down : .across
      let step = across == 0 ? columns : 1
      var cell = min(start, end) + step
      while cell < max(start, end) {
        let content = state.grid[cell]
        if content.contains(.device) || content.contains(passing) {
          cost += 40
        } else if !content.isEmpty {
          cost += 25
        }
        cell += step
      }
      return cost
    }

    /// The way through a network reads from left to right, then down, then back.
    private func direction(from start: Int, to end: Int) -> Int {
      let across = cells[end].column - cells[start].column
      let down = cells[end].row - cells[start].row
      return across > 0 ? 0 : down > 0 ? 2 : across < 0 ? 3 : 4
    }

    private func freeSides(of cell: Int, _ state: State) -> Int {
      var free = 0
      for side in cells[cell].sides where state.grid[side].isEmpty { free += 1 }
      return free
    }

    private func placed(_ device: Int, _ cell: Int, _ cost: Int, _ state: State) -> State {
      var state = state
      state.cost = cost
      state.places[device] = cell
      state.grid[cell].insert(.device)
      state.occupants[cell] = device
      state.width = grownWidth(state, by: device, at: cell)
      let column = cells[cell].column
      state.widths[column] = max(state.widths[column], graph.widths[device])
      for other in placedBefore[device] {
        let start = state.places[other.device]
        let isDown = cells[start].column == column
        guard isDown || cells[start].row == cells[cell].row else { continue }
        let step = isDown ? columns : 1
        for passed in stride(from: min(start, cell) + step, to: max(start, cell), by: step) {
          state.grid[passed].insert(isDown ? .down : .across)
        }
      }
      return state
    }
  }
}
