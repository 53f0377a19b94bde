import Terminal

/// What every list, tree and picture understands.
enum Movement: ActionOwner {
  static let actions = [
    Action(
      .up, [.up, "k"], "↑ k", in: .everywhere, .place, say("one row up", "한 줄 위로"),
      say("Move one row up in the pane; in the bytes one byte back.", "창에서 한 줄 위로, 바이트에서는 이전 바이트로 갑니다.")),
    Action(
      .down, [.down, "j"], "↓ j", in: .everywhere, .place, say("one row down", "한 줄 아래로"),
      say("Move one row down in the pane; in the bytes one byte on.", "창에서 한 줄 아래로, 바이트에서는 다음 바이트로 갑니다."),
      opposite: .up),
    Action(
      .pageUp, [.pageUp], "PgUp", in: .everywhere, .place, say("a page up", "한 화면 위로"),
      say("Move one page up in the pane; in the bytes one row.", "창에서 한 화면 위로, 바이트에서는 한 줄 위로 갑니다.")),
    Action(
      .pageDown, [.pageDown], "PgDn", in: .everywhere, .place, say("a page down", "한 화면 아래로"),
      say("Move one page down in the pane; in the bytes one row.", "창에서 한 화면 아래로, 바이트에서는 한 줄 아래로 갑니다.")),
    Action(
      .first, [.home, "g"], "Home g", in: .everywhere, .place, say("first row", "첫 줄"),
      say("Go to the first row of the pane.", "창의 첫 줄로 갑니다.")),
    Action(
      .last, [.end, "G"], "End G", in: .everywhere, .place, say("last row", "마지막 줄"),
      say("Go to the last row of the pane.", "창의 마지막 줄로 갑니다.")),
    Action(
      .nextPane, [.tab], "Tab", in: .everywhere, .place, say("next pane", "다음 창"),
      say("Go to the next pane.", "다음 창으로 갑니다.")),
    Action(
      .previousPane, [.backtab], "S-Tab", in: .everywhere, .place, say("previous pane", "이전 창"),
      say("Go to the previous pane.", "이전 창으로 갑니다.")),
    Action(
      .open, [.enter], "Enter", in: .everywhere, .place, say("open: field, layer, row", "열기: 필드, 계층, 줄"),
      say("Open or close what is under the cursor; answer; choose.", "커서가 있는 것을 열거나 닫고, 답하고, 고릅니다.")),
  ]

  /// Where a cursor goes among `count` rows; a page keeps one row in sight.
  static func moved(_ now: Int, _ action: Action.ID, count: Int, page: Int) -> Int {
    let wanted =
      switch action {
      case .up: now - 1
      case .down: now + 1
      case .pageUp: now - max(1, page - 1)
      case .pageDown: now + max(1, page - 1)
      case .first: 0
      case .last: count - 1
      default: now
      }
    assert(Action.ID.movements.contains(action), "nothing does \(action.name)")
    return max(0, min(count - 1, wanted))
  }
}

extension Action.ID {
  static let up = Action.ID("up")
  static let down = Action.ID("down")
  static let pageUp = Action.ID("page-up")
  static let pageDown = Action.ID("page-down")
  static let first = Action.ID("first")
  static let last = Action.ID("last")
  static let nextPane = Action.ID("next-pane")
  static let previousPane = Action.ID("previous-pane")
  static let open = Action.ID("open")

  static let movements: Set<Action.ID> = [.up, .down, .pageUp, .pageDown, .first, .last]
}
