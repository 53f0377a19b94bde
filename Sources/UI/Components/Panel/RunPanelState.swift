import Analysis
import Documents
import Networking
import Terminal

/// A wrong answer that was run: what it leads to, moment by moment, and what came of it all.
struct RunPanelState: Codable, Equatable, Sendable {
  /// What was done.
  var title = LocalizedText(en: "", ko: "")
  /// Of the fork.
  var moments: [Int] = []
  /// The effect on what the learner wanted.
  var so = LocalizedText(en: "", ko: "")
  var cursor = 0
  /// Nobody has been told the right answer yet: nothing is put beside what it comes to.
  var isAsked = false

  /// It is found out again where it is wanted again.
  private enum CodingKeys: String, CodingKey { case cursor }

  init(title: LocalizedText, moments: [Int], so: LocalizedText, isAsked: Bool) {
    (self.title, self.moments, self.so, self.isAsked) = (title, moments, so, isAsked)
  }

  mutating func handle(_ press: Press) -> [Panel.Request]? {
    switch press.action {
    case .open:
      if case .cause(let row)? = press.target, moments.indices.contains(row), row != cursor {
        return move(to: row)
      }
      return [.lookBack] + (moments.indices.contains(cursor) ? [.jump(to: moments[cursor])] : [])
    case let action where Action.ID.movements.contains(action):
      guard !moments.isEmpty else { return [] }
      return move(to: Movement.moved(cursor, action, count: moments.count, page: 6))
    default: return nil
    }
  }

  private mutating func move(to row: Int) -> [Panel.Request] {
    cursor = row
    return [.look(at: moments[row])]
  }

  /// The moment under the cursor.
  var moment: Int? { moments.indices.contains(cursor) ? moments[cursor] : nil }

  var hints: [KeyHint] {
    [
      KeyHint(.back, "Esc", "to the question", "질문으로"), KeyHint(.down, "↑↓", "moments", "순간"),
      KeyHint(.open, "Enter", "stay there", "거기 머물기"),
    ] + (isAsked ? [] : [.compare]) + [KeyHint(.nextStop, "→", "walk it", "따라가기")]
  }
}
