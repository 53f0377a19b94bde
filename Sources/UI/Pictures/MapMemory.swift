import Analysis
import Synchronization
import Terminal

/// Layouts that were made, for they take longer than a draw and follow from graph and room alone.
final class MapMemory: Sendable {
  static let shared = MapMemory()

  private struct Key: Hashable {
    var graph: MapGraph
    var room: Size
    /// Empty: the whole network.
    var focus: [Int]
  }

  /// Layouts that are kept; a walk needs few.
  private static let most = 32

  private let layouts = Mutex<[Key: MapLayout]>([:])

  /// The whole network, or what is near `focus` when there is no room for all.
  func layout(_ graph: MapGraph, in room: Size, focus: () -> [Int]) -> MapLayout {
    let whole = made(Key(graph: graph, room: room, focus: [])) { MapLayout(whole: graph, in: room) }
    if whole.hidden.isEmpty { return whole }
    let focus = focus()
    return made(Key(graph: graph, room: room, focus: focus)) { MapLayout(near: focus, graph, in: room) }
  }

  private func made(_ key: Key, _ make: () -> MapLayout) -> MapLayout {
    if let known = layouts.withLock({ $0[key] }) { return known }
    let layout = make()
    layouts.withLock { layouts in
      if layouts.count >= MapMemory.most { layouts.removeAll() }
      layouts[key] = layout
    }
    return layout
  }
}
