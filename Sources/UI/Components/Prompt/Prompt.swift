import Analysis
import Documents
import Networking
import Terminal

/// A line that is typed into, over the lower panes: what it is for, and what the program says of it.
///
/// A kind of prompt is a case of `Kind` and one file with three functions of `Model`: what is said of the line
/// (`reading`), and what Enter does (`take`). The keys, the list, the drawing and the history are the same for all.
struct Prompt: Sendable {
  enum Kind: Sendable {
    case commands
    case find
    case goTo(GoToDestination)
    case save(SavePrompt)
    case edit(EditPrompt)
    case delay(frame: Int)
  }

  var kind: Kind
  var line: TextLine
  /// The line was offered, and nothing was done to it yet: it is selected, and what is typed takes its place.
  var isOffered = false
  /// The suggestion that was chosen by ↑ ↓; nil while none was.
  var cursor: Int?
  var reading = Reading()
  /// Hangul that was typed and turned back into the keys it was typed with, until another key.
  var turned: (hangul: String, latin: String)?
  /// Which line of the history is shown, counted from the last; nil: none.
  var recalled: Int?

  /// Most Unicode scalars a line holds.
  static let longest = 400

  init(_ kind: Kind, text: String = "") {
    self.kind = kind
    line = TextLine(text, limit: Prompt.longest)
  }

  /// What the program says of the line, looked up once a key.
  struct Reading: Sendable {
    var suggestions: [Suggestion] = []
    /// At the right of the upper edge: how many match, that it is wrong.
    var status: Span?
    /// On the sentence line, when no suggestion was chosen.
    var remark: Remark?
    /// Characters of the line that are wrong.
    var wrong: Range<Int>?
    /// What Tab makes of the line when no suggestion was chosen.
    var completion: TextLine?
    /// How the line goes on, on the sentence line as long as nothing is wrong with it.
    var usage: String?
  }

  struct Remark: Equatable, Sendable {
    var text: String
    var role: Role = .text

    init(_ text: String, _ role: Role = .text) {
      self.text = text
      self.role = role
    }
  }

  /// One row of the list.
  struct Suggestion: Equatable, Sendable {
    var name: String
    /// Beside the name: a key.
    var key = ""
    /// In one sentence; of a row that cannot be taken now, why.
    var sentence: String
    var isEnabled = true
    var choice: Choice
    /// What Tab makes of the line; nil: the name.
    var completion: TextLine?
    /// The line that is remembered when it is taken; nil: what Tab makes of it.
    var whole: String?
  }

  /// What a suggestion stands for.
  enum Choice: Equatable, Sendable {
    /// The line it makes.
    case line(TextLine)
    case action(Action.ID, Key)
    case place(Destination)
    case saveCapture(device: Int)
    case checksums(EditedFrame.Checksums)
    /// What is done, one after the other, each on a fork.
    case whatIf([WhatIf])
  }
}

extension Prompt {
  /// The suggestion that Enter takes.
  var chosen: Suggestion? {
    guard let cursor, reading.suggestions.indices.contains(cursor) else { return nil }
    return reading.suggestions[cursor]
  }

  /// In lists of things to do the first row is chosen without a key.
  var choosesFirst: Bool {
    if case .commands = kind { true } else { false }
  }

  /// Filters and numbers are Latin; a Korean keyboard's letters are turned back.
  var turnsHangulBack: Bool {
    switch kind {
    case .find, .goTo, .edit, .delay: true
    case .commands, .save: false
    }
  }

  /// What is kept for ↑ on an empty line, each kind for itself.
  var historyName: String? {
    switch kind {
    case .commands: "commands"
    case .find: "find"
    case .goTo, .save, .edit, .delay: nil
    }
  }
}

// MARK: Its keys

/// In a line that is typed into every printing key types; these do the rest.
extension Prompt: ActionOwner {
  static let activeKeys = ActiveKeys(
    scopes: [.line],
    hints: [
      KeyHint(.lineChoose, "↑↓", "choose", "고르기"), KeyHint(.lineComplete, "Tab", "complete", "채우기"),
      KeyHint(.lineEdit, "Ctrl-U", "clear", "비우기"),
    ], fixed: [KeyHint(.lineTake, "Enter", "accept", "확정"), KeyHint(.lineLeave, "Esc", "cancel", "취소")],
    helpTitle: ActiveKeys.walkHelp)

  private static let types = Action.Rebinding.never("keeps its keys: the others type")

  static let actions = [
    Action(
      .lineTake, [.enter], "Enter", in: .line, .line, say("accept the line", "입력 확정"),
      say("Accept the line as it is, or the marked row.", "줄이나 표시한 항목을 그대로 씁니다."), rebinding: types),
    Action(
      .lineLeave, [.escape], "Esc", in: .line, .line, say("cancel the line", "입력 취소"),
      say("Cancel the line; nothing has happened.", "아무 일 없이 입력을 취소합니다."), rebinding: types),
    Action(
      .lineComplete, [.tab], "Tab", in: .line, .line, say("complete the line", "줄 채우기"),
      say("Complete the word, or take what was meant.", "낱말을 채우거나 고친 것을 받아들입니다."), rebinding: types),
    Action(
      .lineChoose, [.up, .down, .pageUp, .pageDown], "↑ ↓", in: .line, .line, say("choose a row", "항목 고르기"),
      say("Choose a row; on an empty line ↑ brings the last one back.", "항목을 고릅니다. 빈 줄에서 ↑를 누르면 지난 줄이 나옵니다."),
      rebinding: types),
    Action(
      .lineEdit, [.left, .right, .home, .end, .backspace, .delete, .control("u")], "← → …", in: .line, .line,
      say("edit the line", "줄 고치기"),
      say(
        "← → Home End move, Backspace and Delete delete, Ctrl-U clears.",
        "← → Home End로 옮기고 Backspace와 Delete로 지우고 Ctrl-U로 비웁니다."),
      rebinding: types),
  ]
}

extension Action.Scope {
  static let line = Action.Scope(
    name: "line", worksOnly: say("Works while you type in a line like this one.", "이런 입력 줄에서 쓰는 키입니다."))
}

extension Action.ID {
  static let lineTake = Action.ID("line-take")
  static let lineLeave = Action.ID("line-leave")
  static let lineComplete = Action.ID("line-complete")
  static let lineChoose = Action.ID("line-choose")
  static let lineEdit = Action.ID("line-edit")
}
