import Analysis
import Documents
import Terminal

/// A line over a list, that narrows it to what has all the words typed.
struct ListSearch: Sendable {
  private(set) var line = TextLine(limit: Prompt.longest)
  /// Keys type into it.
  private(set) var isOpen = false

  /// What a press was for the line.
  enum Answer {
    /// The list is another.
    case changed
    case done
    /// Another row is chosen.
    case move(Action.ID)
    /// It is none of the line's.
    case none
  }

  mutating func open() { isOpen = true }

  /// Shows all again; false when all are shown.
  mutating func clear() -> Bool {
    if line.isEmpty { return false }
    line.clear()
    return true
  }

  mutating func handle(_ press: Press) -> Answer {
    switch press.action {
    case .lineTake: isOpen = false
    case .lineLeave:
      isOpen = false
      line.clear()
      return .changed
    case .lineEdit: return line.edit(press.key) ? .changed : .done
    case .lineComplete: break
    case .lineChoose:
      switch press.key {
      case .up: return .move(.up)
      case .pageUp: return .move(.pageUp)
      case .pageDown: return .move(.pageDown)
      default: return .move(.down)
      }
    default: return .none
    }
    return .done
  }

  /// False: it types nothing.
  mutating func type(_ key: Key) -> Bool {
    guard isOpen else { return false }
    switch key {
    case .character(let character): line.insert(character)
    case .paste(let text): line.insert(text)
    default: return false
    }
    return true
  }

  static let activeKeys = ActiveKeys(
    scopes: [.line],
    hints: [
      KeyHint(.lineChoose, "↑↓", "choose", "고르기"), KeyHint(.lineEdit, "Ctrl-U", "clear", "비우기"),
    ], fixed: [KeyHint(.lineTake, "Enter", "accept", "확정"), KeyHint(.lineLeave, "Esc", "cancel", "취소")],
    helpTitle: ListState.helpTitle)

  // MARK: What it finds

  /// Its words in small letters.
  var words: [String] { line.string.lowercased().split(whereSeparator: \.isWhitespace).map(String.init) }

  /// Whether all of some words are in texts.
  static func found(_ words: [String], in texts: @autoclosure () -> [String]) -> Bool {
    if words.isEmpty { return true }
    let all = texts().joined(separator: "\n").lowercased()
    return words.allSatisfy { all.contains($0) }
  }

  // MARK: Drawing

  /// - Parameters:
  ///   - introduction: what stands there while nothing is looked for.
  ///   - room: columns left free at the right.
  func draw(_ introduction: String, room: Int, _ language: Language, in row: Rect, on canvas: inout Canvas) {
    guard isOpen || !line.isEmpty else {
      canvas.put(introduction, at: row.droppingLeft(2).origin, width: row.width - 4 - room)
      return
    }
    let name = Texts.findInList[language]
    let start = row.x + 2 + name.displayWidth + 2
    let window = line.window(width: row.width - start - room)
    canvas.put(name, at: row.droppingLeft(2).origin, role: .strong)
    canvas.put(
      (window.isCutLeft ? "…" : "") + String(line.text[window.shown]) + (window.isCutRight ? "…" : ""),
      at: Point(x: start, y: row.y))
    if isOpen { canvas.cursor = Point(x: start + window.cursorColumn, y: row.y) }
  }
}
