import Analysis
import Documents
import Lessons
import Terminal

/// One choice, or all that are right.
extension QuestionInput {
  mutating func choose(_ press: Press, among count: Int, _ context: Context) -> [Request]? {
    // A hint stays while one looks at the choices.
    let isHintShown = isHintShown
    if moveCursor(press.action, count: count) {
      self.isHintShown = isHintShown
      return []
    }
    switch press.action {
    case .answer:
      guard let number = press.digit else { return [] }
      return submit(.places([number - 1]), context)
    case .open:
      guard let cursor else {
        remark = Texts.chooseFirst
        return []
      }
      return submit(.places([cursor]), context)
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
