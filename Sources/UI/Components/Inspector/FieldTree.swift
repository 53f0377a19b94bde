import Analysis
import Networking

/// The fields pane as a list of rows: what was not lit, changed, selected or opened is folded until the rest fits.
struct FieldTree: Sendable {
  struct Row: Sendable {
    var id: RowID
    var layer: Int
    /// The fields it stands for: one, or a fold's; none for a layer's head.
    var nodes: [Int]
    /// 0 for a layer's head.
    var depth: Int
    /// For what can be opened and closed.
    var isOpen: Bool?
  }

  private(set) var rows: [Row] = []
  private let dissection: Dissection
  private let interest: Set<FieldPlace>
  private let opened: Set<RowID>
  private let closed: Set<RowID>

  /// - Parameters:
  ///   - interest: fields that must stay visible: lit, changed, selected.
  ///   - main: the layer that is open in any case.
  ///   - opened, closed: what the learner did by hand.
  init(
    _ dissection: Dissection, interest: Set<FieldPlace>, main: Int?, opened: Set<RowID>, closed: Set<RowID>,
    height: Int
  ) {
    self.dissection = dissection
    self.interest = interest
    self.opened = opened
    self.closed = closed
    var shut: Set<Int> = []
    var folds: [Int: Set<Int>] = [:]
    rows = layout(shut: shut, folds: folds)
    // Close the layers nobody speaks of, those furthest from the one in question first.
    let center = main ?? max(0, dissection.layers.count - 1)
    let byDistance = dissection.layers.indices.sorted { (abs($0 - center), $1) < (abs($1 - center), $0) }
    for layer in byDistance.reversed() where rows.count > height {
      let head = RowID.layer(dissection.path(ofLayer: layer))
      if layer == main || opened.contains(head) || interest.contains(where: { $0.layer == layer }) {
        continue
      }
      shut.insert(layer)
      rows = layout(shut: shut, folds: folds)
    }
    // Then fold fields, as few as it takes, from the longest run.
    while rows.count > height, let run = longestRun(folds) {
      let count = rows.count - height + 1
      // What is computed says least: a run that ends with it is folded from its end.
      let nodes = dissection.layers[run.layer].nodes
      let endsComputed = run.nodes.suffix(2).contains { nodes[$0].field.isGenerated }
      folds[run.layer, default: []].formUnion(
        endsComputed ? run.nodes.suffix(count) : run.nodes.prefix(count))
      rows = layout(shut: shut, folds: folds)
    }
    // What is left over goes to the nearest closed layer, its last fields unfolded.
    for layer in byDistance where shut.contains(layer) {
      let nodes = visible(layer)
      let room = height - rows.count
      if nodes.count > room, room < 3 { continue }
      shut.remove(layer)
      if nodes.count > room {
        let folded = nodes.prefix(nodes.count - room + 1)
        folds[layer] = Set(folded.filter { dissection.layers[layer].nodes[$0].parent < 0 })
      }
      rows = layout(shut: shut, folds: folds)
    }
  }

  // MARK: Rows

  private func layout(shut: Set<Int>, folds: [Int: Set<Int>]) -> [Row] {
    var rows: [Row] = []
    for layer in dissection.layers.indices {
      let id = RowID.layer(dissection.path(ofLayer: layer))
      let isOpen = !closed.contains(id) && !shut.contains(layer)
      rows.append(Row(id: id, layer: layer, nodes: [], depth: 0, isOpen: isOpen))
      if isOpen { append(layer: layer, folded: folds[layer] ?? [], to: &rows) }
    }
    return rows
  }

  private func append(layer: Int, folded: Set<Int>, to rows: inout [Row]) {
    var run: [Int] = []
    for index in visible(layer) {
      if folded.contains(index) {
        if let last = run.last, !adjacent(last, index, layer) { close(&run, layer, &rows) }
        run.append(index)
        continue
      }
      close(&run, layer, &rows)
      rows.append(row(index, layer))
    }
    close(&run, layer, &rows)
  }

  private func close(_ run: inout [Int], _ layer: Int, _ rows: inout [Row]) {
    defer { run = [] }
    guard let first = run.first else { return }
    let path = dissection.path(of: FieldPlace(layer: layer, node: first))
    rows.append(
      Row(id: .fold(path), layer: layer, nodes: run, depth: depth(first, layer), isOpen: false))
  }

  private func row(_ index: Int, _ layer: Int) -> Row {
    let id = RowID.field(dissection.path(of: FieldPlace(layer: layer, node: index)))
    let hasChildren = dissection.layers[layer].nodes.contains { $0.parent == index }
    return Row(
      id: id, layer: layer, nodes: [index], depth: depth(index, layer),
      isOpen: hasChildren ? isOpen(index, layer) : nil)
  }

  /// The nodes that no closed group hides, in order.
  private func visible(_ layer: Int) -> [Int] {
    let nodes = dissection.layers[layer].nodes
    return nodes.indices.filter { index in
      var parent = nodes[index].parent
      while parent >= 0 {
        if !isOpen(parent, layer) { return false }
        parent = nodes[parent].parent
      }
      return true
    }
  }

  /// Groups are closed until somebody opens them or speaks of what is inside.
  private func isOpen(_ group: Int, _ layer: Int) -> Bool {
    let id = RowID.field(dissection.path(of: FieldPlace(layer: layer, node: group)))
    if closed.contains(id) { return false }
    if opened.contains(id) { return true }
    let nodes = dissection.layers[layer].nodes
    return interest.contains { place in
      guard place.layer == layer, place.node < nodes.count else { return false }
      var parent = nodes[place.node].parent
      while parent >= 0 {
        if parent == group { return true }
        parent = nodes[parent].parent
      }
      return false
    }
  }

  private func depth(_ index: Int, _ layer: Int) -> Int {
    let nodes = dissection.layers[layer].nodes
    var depth = 1
    var parent = nodes[index].parent
    while parent >= 0 {
      depth += 1
      parent = nodes[parent].parent
    }
    return depth
  }

  private func adjacent(_ a: Int, _ b: Int, _ layer: Int) -> Bool {
    dissection.layers[layer].nodes[a].parent == dissection.layers[layer].nodes[b].parent
  }

  // MARK: Folding

  /// The longest run of two or more neighbours that may be folded and are not yet.
  private func longestRun(_ folds: [Int: Set<Int>]) -> (layer: Int, nodes: [Int])? {
    var best: (layer: Int, nodes: [Int])?
    var run: (layer: Int, nodes: [Int]) = (-1, [])
    func take() {
      if run.nodes.count >= 2, run.nodes.count > best?.nodes.count ?? 1 { best = run }
      run = (-1, [])
    }
    for row in rows {
      guard case .field(let path) = row.id, mayFold(row, path) else {
        take()
        continue
      }
      if row.layer != run.layer || !adjacent(run.nodes.last!, row.nodes[0], row.layer) { take() }
      run.layer = row.layer
      run.nodes.append(row.nodes[0])
    }
    take()
    return best
  }

  private func mayFold(_ row: Row, _ path: FieldPath) -> Bool {
    if interest.contains(FieldPlace(layer: row.layer, node: row.nodes[0])) || row.isOpen == true {
      return false
    }
    return !opened.contains(.fold(path)) && !opened.contains(.field(path))
  }

  // MARK: Looking up

  /// The row to show first: from the top as long as the cursor can be seen, further down so that all that is lit can
  /// be seen too, else around the cursor.
  func top(cursor: Int?, lit: Set<FieldPlace>, height: Int) -> Int {
    if rows.count <= height { return 0 }
    let wanted = lit.compactMap { index(showing: $0) } + [cursor].compactMap(\.self)
    guard let first = wanted.min(), let last = wanted.max() else { return 0 }
    if last - first < height { return max(0, last - height + 1) }
    guard let cursor else { return 0 }
    return cursor < height ? 0 : cursor - height / 2
  }

  func index(of id: RowID?) -> Int? { id.flatMap { id in rows.firstIndex { $0.id == id } } }

  /// The row that shows a field: its own, or the fold, group or layer that hides it.
  func index(showing place: FieldPlace) -> Int? {
    if let own = rows.firstIndex(where: { $0.layer == place.layer && $0.nodes.contains(place.node) }) {
      return own
    }
    let nodes = dissection.layers[place.layer].nodes
    var parent = nodes[place.node].parent
    while parent >= 0 {
      if let row = rows.firstIndex(where: { $0.layer == place.layer && $0.nodes.contains(parent) }) {
        return row
      }
      parent = nodes[parent].parent
    }
    return rows.firstIndex { $0.layer == place.layer && $0.nodes.isEmpty }
  }
}
