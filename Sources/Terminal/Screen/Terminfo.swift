/// What the terminal's description says that ncurses does not do by itself.
struct Terminfo: Sendable {
  /// Switches marked (bracketed) paste on.
  let pasteOn: String
  /// Has the terminal report buttons and wheel (`MouseReport`); empty where it would not understand.
  let mouseOn: String
  /// Undoes what ncurses does not know of: paste and mouse modes. Off costs nothing where they were not on.
  let leaving: String
  /// Where there is no second screen to leave, the shell goes on below ours.
  let below: String
  /// Whether it is of xterm's kin, which skips sequences that it does not know.
  let hasPrivateModes: Bool
  /// The terminal's own key sequences.
  let keys: [[UInt8]: Key]

  private let modesOff: String
  private let firstScreen: String?

  /// - Parameter lookUp: a string of the description by its terminfo name, without padding.
  init(_ lookUp: (String) -> String?) {
    firstScreen = lookUp("rmcup")
    hasPrivateModes = firstScreen?.contains("\u{1B}[?") ?? false
    pasteOn = lookUp("BE") ?? (hasPrivateModes ? "\u{1B}[?2004h" : "")
    // The Linux console's description names mouse reports that it does not send.
    mouseOn = hasPrivateModes && lookUp("kmous") != nil ? "\u{1B}[?1000h\u{1B}[?1006h" : ""
    leaving =
      (lookUp("BD") ?? (hasPrivateModes ? "\u{1B}[?2004l" : ""))
      + (hasPrivateModes ? "\u{1B}[?1000l\u{1B}[?1002l\u{1B}[?1003l\u{1B}[?1006l" : "")
    below = firstScreen == nil ? "\r\n" : ""
    modesOff = ["rmkx", "sgr0", "op", "cnorm"].compactMap(lookUp).joined()

    var keys: [[UInt8]: Key] = [:]
    for (name, key) in Terminfo.keyNames {
      guard let sequence = lookUp(name).map({ Array($0.utf8) }) else { continue }
      // A key of one byte is a control character, which the decoder knows.
      if sequence.count > 1, sequence[0] == 0x1B { keys[sequence] = key }
    }
    self.keys = keys
  }

  /// All that a dying process has to write.
  /// - Parameter lastRow: what places the cursor there.
  func reset(lastRow: String) -> String { leaving + modesOff + (firstScreen ?? lastRow + below) }

  private static let keyNames: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
      ("kri", .shiftUp), ("kind", .shiftDown), ("kLFT", .shiftLeft), ("kRIT", .shiftRight),
      ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
      ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backtab), ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
