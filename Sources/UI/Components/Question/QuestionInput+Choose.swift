import Analysis
import Documents
import Lessons
import Terminal

/// One choice, or all that are right.
extension QuestionInput {
  mutating func choose(_ press: Press, among count: Int, _ context: Context) -> [Request]? {
    switch press.action {
    case .answer:
      guard let number = press.digit else { return [] }
      return submit(.places([number - 1]), context)
    case .open: return submit(.places([cursor ?? 0]), context)
    case let action where Action.ID.movements.contains(action):
      cursor = Movement.moved(cursor ?? 0, action, count: count, page: 4)
      return []
    default: return nil
    }
  }

  /// Digits and Space only tick; Enter alone answers.
  mutating func tick(_ press: Press, among count: Int, _ context: Context) -> [Request]? {
    if moveCursor(press.action, count: count) { return [] }
    switch press.action {
    case .answer:
      guard let row = row(press, among: count) else {
        remark = InvalidAnswer.noChoices(count).text
        return []
      }
      toggle(row)
    case .tick:
      guard let cursor else {
        remark = Texts.chooseFirst
        return []
      }
      toggle(cursor)
    case .open:
      guard !ticks.isEmpty else {
        remark = Texts.nothingTicked
        return []
      }
      return submit(.places(ticks.sorted()), context)
    default: return nil
    }
    return []
  }

  mutating func toggle(_ row: Int) {
    settle()
    if ticks.remove(row) == nil { ticks.insert(row) }
    cursor = row
  }
}
