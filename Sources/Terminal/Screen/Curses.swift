import CNcurses
import CSystem

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal: copies canvases to it and reads keys from it. The only user of ncurses. There is one at a time, on
/// one thread. While it is open no end of the process leaves the terminal in disorder (see `system.h`).
package final class Curses {
  /// Of the terminal now.
  package private(set) var size: Size
  package let colorDepth: ColorDepth
  /// Another one has the next `draw` write everything again.
  package var theme = Theme.standard {
    didSet {
      guard theme != oldValue, isOpen else { return }
      makeLooks()
      redraw()
    }
  }
  /// False draws Hangul as `?`, as the locale cannot say it.
  package let isUTF8: Bool
  /// Signs of the ASCII set: asked for, or not UTF-8, or the terminal turned out to draw others too wide.
  package private(set) var isASCII: Bool

  private let terminfo: Terminfo
  /// What ncurses does not switch on by itself, for as long as the screen is ours.
  private let modesOn: String
  private let isScreen: Bool
  private var looks: [(attributes: Int32, pair: Int32)] = []
  private var shown: Canvas?
  /// When `draw` was last called.
  private var lastDraw: Int64 = 0
  private var cursorIsVisible = true
  private var input: KeyQueue
  private var isOpen = true
  private var isSuspended = false

  /// Takes the terminal over. When it throws, nothing was written.
  /// - Parameter mouse: wants buttons and wheel as keys. The terminal then no longer selects text by itself.
  package init(color: ColorMode = .auto, ascii: Bool = false, mouse: Bool = false) throws(TerminalError) {
    guard guard_is_terminal(0) != 0, guard_is_terminal(1) != 0 else { throw .notATerminal }
    isUTF8 = curses_choose_locale() != 0
    isASCII = ascii || !isUTF8
    let name = Curses.environment("TERM") ?? ""
    isScreen = Clipboard.isScreen(term: name, tmux: Curses.environment("TMUX"))
    switch curses_find_terminal() {
    case 0: break
    case -2: throw .tooSimple(name)
    default: throw .unknownTerminal(name)
    }
    terminfo = Terminfo { name in curses_capability(name).map { String(cString: $0) } }
    modesOn = terminfo.pasteOn + (mouse ? terminfo.mouseOn : "")
    input = KeyQueue(sequences: terminfo.keys)
    guard guard_open(0, 1) == 0 else { throw .notATerminal }
    guard curses_open() != 0 else {
      guard_close()
      throw .unknownTerminal(name)
    }
    size = Size(width: Int(getmaxx(curses_screen())), height: Int(getmaxy(curses_screen())))
    let noColor = Curses.environment("NO_COLOR")
    colorDepth = ColorDepth(
      colors: Int(curses_colors()), mode: color, noColor: !(noColor ?? "").isEmpty)
    setReset()
    guard_arm()
    cbreak()
    noecho()
    nonl()
    keypad(curses_screen(), true)
    typeahead(-1)
    guard_free_control_keys()
    def_prog_mode()
    // Once colours are started ncurses sets them everywhere: without colours it must not be.
    if colorDepth != .mono {
      start_color()
      use_default_colors()
    }
    makeLooks()
    write(modesOn)
    askForWidth()
  }

  deinit { close() }

  /// Gives the terminal back. Harmless when done already.
  /// - Parameter canvas: stays on the shell's screen as plain text, for the learner to scroll back to.
  package func close(leaving canvas: Canvas? = nil) {
    guard isOpen else { return }
    isOpen = false
    if !isSuspended {
      curs_set(1)
      endwin()
      write(terminfo.leaving + terminfo.below)
      // Where there is no second screen, ours stands there already.
      if let canvas, terminfo.below.isEmpty { write(spoken(canvas).left) }
    }
    guard_close()
    curses_close()
  }

  /// Ends the process as the signal would have, the terminal given back first.
  package func take(_ signal: Int32) -> Never {
    close()
    guard_die(signal)
  }

  // MARK: Drawing

  /// Shows a canvas: only cells that differ from the one before are written, the cursor is moved last.
  package func draw(_ canvas: Canvas) {
    guard isOpen, !isSuspended else { return }
    lastDraw = guard_milliseconds()
    if let shown, shown == canvas { return }
    let drawn = spoken(canvas)
    let screen = curses_screen()
    var before = shown.map(spoken) ?? Canvas(canvas.size)
    if shown == nil || before.size != canvas.size {
      before = Canvas(canvas.size)
      werase(screen)
    }
    var changed: [Int] = []
    let width = drawn.size.width
    for y in 0..<min(drawn.size.height, size.height) {
      let row = y * width..<y * width + min(width, size.width)
      let cells = drawn.differences(from: before, in: row)
      if cells.isEmpty { continue }
      changed.append(y)
      for index in cells { put(drawn, index, x: index - row.lowerBound, y: y) }
    }
    // Where lines moved ncurses would scroll parts of the screen. Not every terminal does that right, and it tears; lines
    // it believes unknown are written where they stand. Of all others only what differs is written.
    if drawn.hasMoved(changed, from: before) { for y in changed { wredrawln(screen, Int32(y), 1) } }
    shown = canvas
    showCursor(canvas.cursor)
    wnoutrefresh(screen)
    var length = 0
    if let bytes = curses_update(&length) { guard_write(bytes, length) }
  }

  /// In the signs that this terminal has.
  private func spoken(_ canvas: Canvas) -> Canvas {
    isASCII ? canvas.ascii(keepingWide: isUTF8) : canvas
  }

  /// Has the next `draw` write everything again, as Ctrl-L asks.
  package func redraw() {
    shown = nil
    clearok(curses_screen(), true)
  }

  private func put(_ canvas: Canvas, _ index: Int, x: Int, y: Int) {
    let glyph = canvas.glyphs[index]
    if glyph == .rightHalf { return }
    let isWide =
      x + 1 < canvas.size.width && canvas.glyphs[index + 1] == .rightHalf
    let look = looks[Int(canvas.roles[index].rawValue)]
    let columns: Int32 = isWide ? 2 : 1
    if glyph.isPlain {
      var scalar = glyph.base.value
      curses_put(Int32(y), Int32(x), &scalar, 1, columns, look.attributes, look.pair)
    } else {
      let scalars = glyph.scalars.map(\.value)
      curses_put(Int32(y), Int32(x), scalars, Int32(scalars.count), columns, look.attributes, look.pair)
    }
  }

  private func showCursor(_ cursor: Point?) {
    let isVisible = cursor != nil
    if isVisible != cursorIsVisible {
      curs_set(isVisible ? 1 : 0)
      cursorIsVisible = isVisible
    }
    if let cursor, Rect(size).contains(cursor) { wmove(curses_screen(), Int32(cursor.y), Int32(cursor.x)) }
  }

  /// Finds out whether our lines are two columns wide here (`WidthProbe`). The answer comes among the keys.
  private func askForWidth() {
    guard !isASCII, terminfo.hasPrivateModes else { return }
    // Into the alternate screen, which is empty and has the cursor in its corner.
    wrefresh(curses_screen())
    write(WidthProbe.question)
    input.awaitWidth()
  }

  private func heedWidth() {
    guard input.saysWide, !isASCII else { return }
    isASCII = true
    let canvas = shown
    redraw()
    if let canvas { draw(canvas) }
  }

  /// One pair of colours for each that the roles need, numbered from 1.
  private func makeLooks() {
    var pairs: [Look.Colors: Int32] = [:]
    looks = Role.allCases.map { role in
      let look = role.look(colorDepth, theme)
      guard let colors = look.colors else { return (look.attributes.rawValue, 0) }
      if pairs[colors] == nil {
        let number = Int32(pairs.count + 1)
        init_extended_pair(number, colors.foreground, colors.background)
        pairs[colors] = number
      }
      return (look.attributes.rawValue, pairs[colors]!)
    }
  }

  // MARK: Keys

  /// Waits for the next key; uses no time and writes nothing meanwhile.
  /// - Parameters:
  ///   - timeout: milliseconds after which it returns nil; nil waits as long as it takes.
  ///   - typing: text is being typed. Otherwise a Space or Enter that only ended a Hangul syllable is left out.
  package func nextKey(timeout: Int? = nil, typing: Bool = false) -> Key? {
    let deadline = timeout.map { guard_milliseconds() + Int64($0) }
    while true {
      if let key = input.next(typing: typing) { return key }
      let left = deadline.map { max(0, $0 - guard_milliseconds()) }
      let wait = input.isWaiting ? input.sequenceGap : left ?? -1
      switch guard_wait(Int32(clamping: wait)) {
      case Int32(GUARD_INPUT):
        if !input.read() { return .signal(SIGHUP) }
        heedWidth()
      case Int32(GUARD_TIMEOUT):
        if input.isWaiting { input.flush() } else if left == 0 { return nil }
      case let signal:
        if let key = react(to: signal) { return key }
      }
    }
  }

  /// Whether `nextKey` would return one at once, so that hardly anyone would see what is drawn before. Never waits, and
  /// asks the system only when no key is at hand.
  package func hasPendingInput(typing: Bool = false) -> Bool {
    while !input.hasKey(typing: typing) {
      guard isOpen, guard_has_input() != 0 else { return false }
      // A terminal that is gone is a signal, which is a key.
      guard input.read() else { return true }
      heedWidth()
    }
    return true
  }

  /// Milliseconds for which a screen may be out of date while a key is held.
  private static let staleness: Int64 = 100

  /// Whether a screen drawn now would give way to the next at once, and the one shown is still fresh.
  package func canSkipDrawing(typing: Bool = false) -> Bool {
    guard_milliseconds() - lastDraw < Curses.staleness && hasPendingInput(typing: typing)
  }

  private func react(to signal: Int32) -> Key? {
    switch signal {
    case SIGTSTP:
      return suspend()
    case SIGCONT:
      // Stopped without notice: whoever had the terminal meanwhile has changed it. Ending makes ncurses begin again.
      endwin()
      return resume()
    case SIGWINCH:
      return fit() ? .resize(size) : nil
    default:
      return .signal(signal)
    }
  }

  /// Gives the terminal back, stops, and takes it again when the shell says `fg`.
  /// - Returns: what to do next: draw, or end.
  @discardableResult
  package func suspend() -> Key? {
    endwin()
    write(terminfo.leaving + terminfo.below)
    guard_set_screen_is_ours(0)
    isSuspended = true
    guard_stop()
    // Killed while stopped, in the background: the terminal is not ours to touch any more.
    if guard_ending() != 0 { return nil }
    return resume()
  }

  private func resume() -> Key {
    isSuspended = false
    guard_set_screen_is_ours(1)
    keypad(curses_screen(), true)
    write(modesOn)
    _ = fit()
    redraw()
    return .resize(size)
  }

  /// Takes over the size that the terminal has now. - Returns: whether it changed.
  private func fit() -> Bool {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard guard_window_size(&columns, &rows) == 0 else { return false }
    let now = Size(width: Int(columns), height: Int(rows))
    if now == size { return false }
    resizeterm(rows, columns)
    size = now
    setReset()
    redraw()
    return true
  }

  // MARK: Bytes beside ncurses

  /// Puts text into the clipboard of whoever sits at the terminal, if the terminal lets it (see `Clipboard`).
  /// - Returns: false when it was not even tried: the text is too long or the terminal too simple.
  @discardableResult
  package func copy(_ text: String) -> Bool {
    guard isOpen, !isSuspended, terminfo.hasPrivateModes,
      let sequence = Clipboard.sequence(for: text, throughScreen: isScreen)
    else { return false }
    write(sequence)
    return true
  }

  private func setReset() {
    let lastRow = curses_move_to(Int32(size.height - 1), 0).map { String(cString: $0) } ?? ""
    let bytes = terminfo.reset(lastRow: lastRow)
    guard_set_reset(bytes, bytes.utf8.count)
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private func write(_ bytes: String) {
    if !bytes.isEmpty { guard_write(bytes, bytes.utf8.count) }
  }
}
