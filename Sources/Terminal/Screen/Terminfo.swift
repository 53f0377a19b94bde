import CNcurses

/// What the terminal's description says that ncurses does not do by itself. To be made once the terminal is found.
struct Terminfo {
  /// Switches marked (bracketed) paste on, and off again.
  let pasteOn: String
  let pasteOff: String
  /// Whether it understands xterm's private modes.
  let hasPrivateModes: Bool

  init() {
    hasPrivateModes = Terminfo.string("rmcup")?.contains("\u{1B}[?") ?? false
    pasteOn = Terminfo.string("BE") ?? (hasPrivateModes ? "\u{1B}[?2004h" : "")
    pasteOff = Terminfo.string("BD") ?? (hasPrivateModes ? "\u{1B}[?2004l" : "")
  }

  static func string(_ name: String) -> String? { curses_capability(name).map { String(cString: $0) } }

  /// Undoes what ncurses does not know of. Mouse modes are never on yet; leaving them off costs nothing.
  var leaving: String {
    pasteOff + (hasPrivateModes ? "\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1003l\u{1B}[?1006l" : "")
  }

  /// Where there is no second screen to leave, the shell goes on below ours, from the cursor in the last row.
  var below: String { Terminfo.string("rmcup") == nil ? "\r\n" : "" }

  /// All that a dying process has to write.
  func reset(rows: Int) -> String {
    let modes = ["rmkx", "sgr0", "op", "cnorm"].compactMap(Terminfo.string).joined()
    let lastRow = curses_move_to(Int32(rows - 1), 0).map { String(cString: $0) } ?? ""
    return leaving + modes + (Terminfo.string("rmcup") ?? lastRow + below)
  }

  /// The terminal's own key sequences.
  var keys: [[UInt8]: Key] {
    var result: [[UInt8]: Key] = [:]
    for (name, key) in Terminfo.keyNames {
      guard let sequence = Terminfo.string(name).map({ Array($0.utf8) }) else { continue }
      if sequence.count > 1, sequence[0] == 0x1B { result[sequence] = key }
    }
    return result
  }

  private static let keyNames: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
      ("kri", .shiftUp), ("kind", .shiftDown), ("kLFT", .shiftLeft), ("kRIT", .shiftRight),
      ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
      ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backtab), ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
