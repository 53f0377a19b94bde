import Analysis
import Documents
import Lessons
import Terminal

/// Pairing: ↑↓ choose on the left, a digit gives that partner and goes on, Backspace takes it away, Enter answers.
extension QuestionInput {
  mutating func pair(_ press: Press, with count: Int, _ context: Context) -> [Request]? {
    if moveCursor(press.action, count: partners.count) { return [] }
    switch press.action {
    case .answer:
      guard let partner = row(press, among: count) else { return [] }
      return give(partner: partner, of: count)
    case .takeAway:
      settle()
      if let cursor { partners[cursor] = nil }
    case .open:
      settle()
      guard let missing = partners.firstIndex(of: nil) else {
        return submit(.pairs(partners.compactMap(\.self)), context)
      }
      cursor = missing
      remark = Texts.noPartner(shape(context).choices[missing].text.text)
    default: return nil
    }
    return []
  }

  /// Gives the row under the cursor its partner, and goes to the next row without one. Two rows may have the same.
  mutating func give(partner: Int, of count: Int) -> [Request]? {
    guard let cursor, (0..<count).contains(partner) else { return [] }
    settle()
    partners[cursor] = partner
    let later = partners.indices.filter { $0 > cursor } + partners.indices.filter { $0 < cursor }
    self.cursor = later.first { partners[$0] == nil } ?? cursor
    return []
  }
}
