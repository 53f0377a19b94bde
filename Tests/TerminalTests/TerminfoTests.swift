import Testing

@testable import Terminal

@Test func aDyingProcessUndoesEveryMode() {
  // From `infocmp xterm-256color`, ncurses 6.4.
  let described = [
    "rmcup": "\u{1B}[?1049l\u{1B}[23;0;0t", "rmkx": "\u{1B}[?1l\u{1B}>", "sgr0": "\u{1B}(B\u{1B}[m",
    "op": "\u{1B}[39;49m", "cnorm": "\u{1B}[?12l\u{1B}[?25h", "BE": "\u{1B}[?2004h", "BD": "\u{1B}[?2004l",
    "kcuu1": "\u{1B}OA", "kbs": "\u{7F}", "kLFT": "\u{1B}[1;2D", "kmous": "\u{1B}[<",
  ]
  let terminfo = Terminfo { described[$0] }
  let reset = terminfo.reset(lastRow: "never")
  for part in ["rmcup", "rmkx", "sgr0", "op", "cnorm", "BD"] { #expect(reset.contains(described[part]!)) }
  for mouse in [1000, 1002, 1003, 1006] { #expect(reset.contains("\u{1B}[?\(mouse)l")) }
  #expect(!reset.contains("never") && reset.utf8.count < 512)
  #expect(terminfo.pasteOn == "\u{1B}[?2004h")
  #expect(terminfo.mouseOn == "\u{1B}[?1000h\u{1B}[?1006h")
  #expect(terminfo.keys == [Array("\u{1B}OA".utf8): .up, Array("\u{1B}[1;2D".utf8): .shiftLeft])
}

@Test func withoutASecondScreenTheShellGoesOnBelow() {
  // From `infocmp vt100`, padding left out.
  let described = ["rmkx": "\u{1B}[?1l\u{1B}>", "sgr0": "\u{1B}[m\u{0F}"]
  let terminfo = Terminfo { described[$0] }
  #expect(terminfo.reset(lastRow: "\u{1B}[24;1H") == "\u{1B}[?1l\u{1B}>\u{1B}[m\u{0F}\u{1B}[24;1H\r\n")
  #expect(terminfo.pasteOn.isEmpty && terminfo.leaving.isEmpty)
}

@Test func theLinuxConsoleIsNotAskedForTheMouse() {
  // From `infocmp linux`, ncurses 6.4.
  let described = ["kmous": "\u{1B}[M", "sgr0": "\u{1B}[m\u{0F}", "cup": "\u{1B}[%i%p1%d;%p2%dH"]
  #expect(Terminfo { described[$0] }.mouseOn.isEmpty)
}
