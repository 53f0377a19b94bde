/// How keys are called: `name` in the settings file and the manual, `shown` in the footer.
extension Key {
  /// All but characters, control keys and function keys, whose names follow a rule.
  private static let named: [(key: Key, name: String, shown: String)] = [
    (.character(" "), "space", "Space"),
    (.up, "up", "↑"), (.down, "down", "↓"), (.left, "left", "←"), (.right, "right", "→"),
    (.shiftUp, "shift-up", "Shift-↑"), (.shiftDown, "shift-down", "Shift-↓"),
    (.shiftLeft, "shift-left", "Shift-←"), (.shiftRight, "shift-right", "Shift-→"),
    (.home, "home", "Home"), (.end, "end", "End"),
    (.pageUp, "pgup", "PgUp"), (.pageDown, "pgdn", "PgDn"),
    (.insert, "ins", "Ins"), (.delete, "del", "Del"),
    (.enter, "enter", "Enter"), (.tab, "tab", "Tab"), (.backtab, "shift-tab", "Shift-Tab"),
    (.escape, "esc", "Esc"), (.backspace, "backspace", "Backspace"),
  ]

  /// Other names by which people call them: those of tmux, of terminfo and of other programs' manuals.
  private static let otherNames = [
    "spc": "space", "return": "enter", "ret": "enter", "cr": "enter", "escape": "esc",
    "bs": "backspace", "bksp": "backspace", "bspace": "backspace", "btab": "shift-tab",
    "backtab": "shift-tab",
    "pageup": "pgup", "ppage": "pgup", "pagedown": "pgdn", "npage": "pgdn", "delete": "del", "dc": "del",
    "insert": "ins", "ic": "ins",
  ]

  /// What begins the name of a key with another one held down.
  private static let modifiers = [("s-", "shift-"), ("c-", "ctrl-"), ("^", "ctrl-")]

  /// All names, for messages: a character stands for itself.
  package static let names =
    named.map(\.name) + ["ctrl-a … ctrl-y", "f1 … f12"]

  /// Letters that terminals cannot tell from Backspace, Tab and Enter, and those that are signals (Ctrl-C, Ctrl-Z).
  private static let controlsThatNeverArrive: Set<Character> = ["c", "h", "i", "j", "m", "z"]

  /// The key of a name: `x`, `?`, `ctrl-l`, `shift-right`, `pgup`, `f5`. Names of more than one letter are the same
  /// in capitals; tmux's names do too: `S-Tab`, `BSpace`, `C-l`. Nil for what names no key, and for keys that never arrive.
  package init?(named name: String) {
    if name.count == 1, let character = name.first {
      guard Key.isTyped(character) else { return nil }
      self = .character(character)
      return
    }
    var small = name.lowercased()
    small = Key.otherNames[small] ?? small
    for (short, whole) in Key.modifiers where small.hasPrefix(short) {
      small = whole + small.dropFirst(short.count)
    }
    if let entry = Key.named.first(where: { $0.name == small }) {
      self = entry.key
    } else if small.hasPrefix("ctrl-"), small.utf8.count == 6, let letter = small.last,
      ("a"..."z").contains(letter), !Key.controlsThatNeverArrive.contains(letter)
    {
      self = .control(letter)
    } else if let number = (1...12).first(where: { small == "f\($0)" }) {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// As a settings file and the manual write it; nil for what is no key on a keyboard.
  package var name: String? {
    if let entry = Key.named.first(where: { $0.key == self }) { return entry.name }
    switch self {
    case .character(let character): return String(character)
    case .control(let letter): return "ctrl-\(letter)"
    case .function(let number): return "f\(number)"
    default: return nil
    }
  }

  /// As the footer and the sentence line write it; `?` for what is no key on a keyboard.
  package var shown: String {
    if let entry = Key.named.first(where: { $0.key == self }) { return entry.shown }
    switch self {
    case .control(let letter): return "Ctrl-\(letter.uppercased())"
    case .function(let number): return "F\(number)"
    default: return name ?? "?"
    }
  }

  /// Whether the decoder can deliver it: one scalar, drawn as itself. The blank has a name.
  private static func isTyped(_ character: Character) -> Bool {
    guard character != " ", character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first,
      case .cell(let shown, _) = DisplayWidth.drawn(scalar)
    else { return false }
    return shown == scalar
  }
}
