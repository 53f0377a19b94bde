import Terminal

/// A list with a cursor.
struct ListState: ActionOwner, Codable, Equatable, Sendable {
  var cursor = 0

  static let actions = [
    Action(
      .enterListed, [.right, "l", " "], "→ l Space", in: .list, .place,
      say("open the marked line", "표시한 줄 열기"),
      say("Open the marked line, like Enter.", "Enter처럼 표시한 줄을 엽니다.")),
    Action(
      .leaveListed, [.left, "h", .backspace], "← h Bksp", in: .list, .leave, say("out of a list", "목록에서 나가기"),
      say("Go out of the list, like Esc.", "Esc처럼 목록에서 나갑니다.")),
  ]

  /// What a press comes to in a list of `count` lines.
  enum Answer { case moved, opened(Int), left, nothing, onlyOnePane }

  mutating func handle(_ press: Press, count: Int) -> Answer {
    switch press.action {
    // The first click marks a line, the second opens it.
    case .open where press.target != nil:
      guard case .listed(let row)? = press.target, row != cursor else { return opened(count) }
      cursor = row
      return .moved
    case .open, .enterListed: return opened(count)
    case .back, .leaveListed: return .left
    case .nextPane, .previousPane: return .onlyOnePane
    default:
      cursor = count == 0 ? 0 : Movement.moved(cursor, press.action, count: count, page: 10)
      return .moved
    }
  }

  private func opened(_ count: Int) -> Answer { cursor < count ? .opened(cursor) : .nothing }

  /// The footer of a list whose lines begin something.
  static func activeKeys(closing: KeyHint?) -> ActiveKeys {
    ActiveKeys(
      scopes: [.list, .everywhere],
      hints: [KeyHint(.down, "↑↓", "choose", "고르기"), KeyHint(.open, "Enter", "begin", "시작")]
        + [KeyHint(.language, "t", "한국어", "English")] + (closing.map { [$0] } ?? [])
        + [KeyHint(.commands, ":", "commands", "명령")],
      fixed: [.keys, .quit], helpTitle: helpTitle)
  }

  static let helpTitle = say("Keys in a list", "목록에서 쓰는 키")
}

extension Action.Scope {
  static let list = Action.Scope(name: "list", worksOnly: say("Works in a list.", "목록에서 됩니다."))
}

extension Action.ID {
  static let enterListed = Action.ID("enter-listed")
  static let leaveListed = Action.ID("leave-listed")
}
