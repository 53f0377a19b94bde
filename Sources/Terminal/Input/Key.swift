/// One thing the learner did, or that the terminal or the system told us.
package enum Key: Hashable, Sendable {
  /// A printing character, the blank among them; Hangul as it came (see `HangulKeys`).
  case character(Character)
  case up, down, left, right
  case shiftUp, shiftDown, shiftLeft, shiftRight
  case home, end, pageUp, pageDown, insert, delete
  case enter, tab, backtab, escape, backspace
  /// Ctrl with a lower-case letter. Ctrl-C, Ctrl-Z and Ctrl-\ never arrive so: they are signals.
  case control(Character)
  /// F1 to F12.
  case function(Int)
  /// The left button or the wheel, where the mouse is on.
  case mouse(Mouse)
  /// Text from the clipboard; none of it is a key.
  case paste(String)
  /// The terminal has another size, or is ours again after Ctrl-Z.
  case resize(Size)
  /// HUP, INT, QUIT or TERM by number: save, close the terminal and take it (`Curses.take`).
  case signal(Int32)
  /// A sequence that means nothing here.
  case unknown
}

/// What the mouse did, and in which cell.
package struct Mouse: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case press, release, wheelUp, wheelDown
  }

  package var action: Action
  /// On a terminal that has just become smaller it may lie outside.
  package var at: Point

  package init(_ action: Action, at: Point) {
    self.action = action
    self.at = at
  }
}
