import Analysis
import Documents
import Lessons
import Terminal

/// Putting in order. Nothing carried: ↑↓ choose, a digit goes to that place, Space lifts, Enter answers. Carrying: ↑↓ or a
/// digit move what is carried, Space or Enter put it down, Esc puts it back.
extension QuestionInput {
  mutating func put(_ press: Press, _ context: Context) -> [Request]? {
    if lifted != nil { return carry(press) }
    if moveCursor(press.action, count: order.count) { return [] }
    switch press.action {
    case .answer:
      settle()
      cursor = row(press, among: order.count) ?? cursor
    case .tick:
      settle()
      if cursor == nil { remark = Texts.chooseFirst } else { lifted = cursor }
    case .open:
      guard cursor != nil else {
        remark = Texts.nothingMoved
        return []
      }
      return submit(.places(order), context)
    default: return nil
    }
    return []
  }

  private mutating func carry(_ press: Press) -> [Request]? {
    switch press.action {
    case .answer: if let row = row(press, among: order.count) { move(to: row) }
    case .tick, .open: lifted = nil
    case let action where Action.ID.movements.contains(action):
      move(to: Movement.moved(cursor ?? 0, action, count: order.count, page: 4))
    default: return nil
    }
    return []
  }

  /// Moves what is carried; the others close the gap.
  mutating func move(to place: Int) {
    guard let cursor, order.indices.contains(cursor), order.indices.contains(place) else { return }
    order.insert(order.remove(at: cursor), at: place)
    self.cursor = place
  }

  mutating func putBack() -> [Request]? {
    if let lifted { move(to: lifted) }
    lifted = nil
    return []
  }
}
