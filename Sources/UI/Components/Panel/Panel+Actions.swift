import Terminal

extension Panel {
  static let actions = [
    Action(
      .why, ["w"], "w", in: .walk, .ask, say("why? where from?", "왜? 어디서?"),
      say("Say why this was sent, or where this value came from.", "왜 보냈는지, 이 값이 어디서 왔는지 보여 줍니다.")),
    Action(
      .checksum, ["c"], "c", in: .walk, .ask, say("checksum: add it up", "체크섬 더해 보기"),
      say("Add up this layer's checksum, word by word.", "이 계층의 체크섬을 한 워드씩 더합니다.")),
    Action(
      .compare, ["v"], "v", in: .walk, .ask, say("compare the hops", "이전 홉과 비교"),
      say("Compare it with what it was before this device.", "이 장치를 지나기 전과 비교합니다.")),
  ]

  /// What speaks in the panel says which keys it has; the words and the selected field have none of their own.
  func activeKeys(in context: Context) -> ActiveKeys? {
    let hints: [KeyHint]
    var fixed = [KeyHint.keys]
    switch mode {
    case .words: return nil
    case .field:
      hints = Panel.fieldHints
      fixed.append(.quit)
    case .why(let why): hints = why.hints
    case .checksum(let sum): hints = sum.hints
    case .hop(let hop): hints = hop.hints
    case .run(let run): hints = run.hints
    }
    return ActiveKeys(
      scopes: [.walk, .everywhere], hints: hints, fixed: fixed, helpTitle: ActiveKeys.walkHelp)
  }

  private static let fieldHints: [KeyHint] = [
    .why, .row, .next, .back, .pane, KeyHint(.back, "Esc", "words", "설명"),
    KeyHint(.checksum, "c", "sum", "체크섬"), .compare, .copy, KeyHint(.edit, "e", "what if", "만약에"), .find,
    .commands,
  ]
}

extension ActiveKeys {
  static let walkHelp = say("Keys on the walk", "여정에서 쓰는 키")
}

extension Action.Scope {
  static let walk = Action.Scope(
    name: "walk", worksOnly: say("Works on a walk.", "여정에서 됩니다."),
    worksUncovered: say("Works on the walk: Esc closes this page.", "여정에서 됩니다. Esc를 누르면 이 화면을 닫습니다."))
}

extension Action.ID {
  static let why = Action.ID("why")
  static let checksum = Action.ID("checksum")
  static let compare = Action.ID("compare")
}

extension KeyHint {
  static let why = KeyHint(.why, "w", "why", "왜")
  static let checksum = KeyHint(.checksum, "c", "checksum", "체크섬")
  static let compare = KeyHint(.compare, "v", "compare", "비교")
  static let pane = KeyHint(.nextPane, "Tab", "pane", "창")
  static let commands = KeyHint(.commands, ":", "commands", "명령")
}
