import Analysis
import Documents
import Networking
import Terminal

/// A comparison with the hop before.
struct HopPanelState: Codable, Equatable, Sendable {
  /// The change that is looked at.
  var cursor = 0
  var previous: PreviousSelection

  init(previous: PreviousSelection) { self.previous = previous }

  mutating func handle(_ press: Press, in context: Panel.Context) -> [Panel.Request]? {
    guard let changes = context.hop?.changes else { return nil }
    switch press.action {
    case .nextPane, .previousPane: return [.compareRuns]
    case let action where Action.ID.movements.contains(action):
      return move(to: Movement.moved(cursor, action, count: max(1, changes.count), page: 6), in: context)
    default: return nil
    }
  }

  /// Fields and sentence follow.
  mutating func move(to row: Int, in context: Panel.Context) -> [Panel.Request] {
    guard let unit = context.scene.unit, let changes = context.hop?.changes else { return [] }
    cursor = max(0, min(row, changes.count - 1))
    guard changes.indices.contains(cursor) else { return [] }
    let change = changes[cursor]
    if let place = change.after { return [.mark(.field(unit.path(of: place)))] }
    return unit.index(of: change.layer) == nil ? [] : [.mark(.layer(change.layer))]
  }

  var hints: [KeyHint] {
    [
      KeyHint(.down, "↑↓", "change", "바뀐 것"), KeyHint(.open, "Enter", "select it", "고르기"),
      KeyHint(.back, "Esc", "close", "닫기"), KeyHint(.nextPane, "Tab", "runs", "갈래"), .next, .why,
    ]
  }
}
