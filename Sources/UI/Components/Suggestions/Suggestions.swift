import Analysis
import Documents
import Networking
import Terminal

/// What could happen on a network in which nothing has happened yet: a list over the lower panes, each row with the
/// command that does the same.
struct Suggestions: Component {
  /// Of the network; none where a walk begins by itself.
  var items: [Suggestion] = []
  /// The row that is marked.
  var cursor = 0
  /// Closed, one line says that it is there.
  var isOpen = true

  struct Context {
    /// It has the keys.
    let hasFocus: Bool
  }

  enum Request {
    case `do`([WhatIf])
    /// The keys go to the panes above.
    case leave
  }

  mutating func handle(_ press: Press, in context: Context) -> [Request]? {
    guard context.hasFocus else { return nil }
    switch press.action {
    case .suggest:
      if let row = press.digit.map({ $0 - 1 }), items.indices.contains(row) { cursor = row }
      return []
    case .open, .nextStop: return items.indices.contains(cursor) ? [.do(items[cursor].whatIfs)] : []
    case .back:
      isOpen = false
      return [.leave]
    case let action where Action.ID.movements.contains(action):
      cursor = Movement.moved(cursor, action, count: max(1, items.count), page: items.count)
      return []
    default: return nil
    }
  }

  /// A click marks a row, a second one does it.
  mutating func clicked(_ row: Int) -> [Request] {
    guard items.indices.contains(row) else { return [] }
    if row == cursor { return [.do(items[row].whatIfs)] }
    cursor = row
    return []
  }

  // MARK: Keys

  static let scopes: [Action.Scope] = [.suggestions, .walk, .everywhere]

  func activeKeys(in context: Context) -> ActiveKeys? {
    guard context.hasFocus else { return nil }
    return ActiveKeys(
      scopes: Suggestions.scopes,
      hints: [
        KeyHint(.suggest, "1-\(items.count) ↑↓", "choose", "고르기"), KeyHint(.open, "Enter", "do it", "하기"),
        KeyHint(.commands, ":", "other things", "다른 일"), KeyHint(.nextPane, "Tab", "look around", "둘러보기"),
        KeyHint(.back, "Esc", "close", "닫기"),
      ], fixed: [.keys, .quit], helpTitle: ActiveKeys.walkHelp)
  }

  static let actions = [
    Action(
      .suggest, (1...9).map { .character(Character(String($0))) }, "1 … 9", in: .suggestions, .ask,
      say("choose what happens", "할 일 고르기"),
      say("Mark this suggestion; Enter has it happen.", "이 제안을 표시합니다. Enter를 누르면 일어납니다."),
      isOfDigits: true, rebinding: .never("keeps its digits: each stands for a suggestion")),
    Action(
      .startOver, [], ":start over", in: .walk, .time, say("start over", "처음부터 다시"),
      say("Explore this network from before anything happened.", "아무 일도 일어나기 전부터 이 네트워크를 다시 봅니다.")),
  ]
}

extension Action.Scope {
  static let suggestions = Action.Scope(
    name: "suggestions", worksOnly: say("Works where nothing has happened yet.", "아직 아무 일도 없을 때 됩니다."),
    shadows: ["walk"])
}

extension Action.ID {
  static let suggest = Action.ID("suggest")
  static let startOver = Action.ID("start-over")
}
