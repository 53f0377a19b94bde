/// What a cell means. How it looks follows from it and from what the terminal can show (`Look`).
package enum Role: UInt8, CaseIterable, Hashable, Sendable {
  /// All else.
  case text
  /// What is not spoken of now: unlit fields, times, edges, unfocused tabs, disabled keys.
  case quiet
  /// Titles, layer heads, keys in the footer.
  case strong
  /// Upper edge and title of the focused pane.
  case focus
  /// Coach lines and "does nothing here".
  case notice
  /// Badges of the layers; the physical layer has none.
  case link, internet, transport, app
  /// New or altered by this key press.
  case changed
  /// What the words speak of.
  case lit
  case right
  case wrong
  /// The cursor's row, the selected bytes.
  case select

  /// Which of two roles shows when a cell has both: select over wrong over right over lit over changed over badges
  /// over all else; `quiet` gives way to all but `text`. Of two badges the later one shows.
  package func over(_ other: Role) -> Role { rank >= other.rank ? self : other }

  private var rank: UInt8 {
    switch self {
    case .link, .internet, .transport, .app: Role.link.rawValue
    default: rawValue
    }
  }

  /// Its letter in `Canvas.roles`, the second grid that tests compare.
  package var letter: Character {
    switch self {
    case .text: "."
    case .quiet: "q"
    case .strong: "s"
    case .focus: "f"
    case .notice: "n"
    case .link: "L"
    case .internet: "I"
    case .transport: "T"
    case .app: "A"
    case .changed: "c"
    case .lit: "l"
    case .right: "r"
    case .wrong: "w"
    case .select: "S"
    }
  }
}
