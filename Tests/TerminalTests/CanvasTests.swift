import Testing

@testable import Terminal

@Test func textIsCutAtTheEdgeAndEndsInADot() {
  var canvas = Canvas(Size(width: 8, height: 3))
  #expect(canvas.put("packetwalk", at: Point(x: 0, y: 0)) == 8)
  #expect(canvas.put("packetwalk", at: Point(x: 2, y: 1), width: 4, clip: .cut) == 4)
  #expect(canvas.put("never seen", at: Point(x: 0, y: 3)) == 0)
  canvas.put("walk", at: Point(x: -2, y: 2))
  #expect(canvas.lines == ["packetw…", "  pack", "lk"])
}

@Test func wideTextIsCutBetweenItsCharacters() {
  var canvas = Canvas(Size(width: 5, height: 4))
  #expect(canvas.put("한글한", at: Point(x: 0, y: 0)) == 5)
  #expect(canvas.put("한글한", at: Point(x: 0, y: 1), width: 4) == 3)
  #expect(canvas.put("한글한", at: Point(x: 0, y: 2), width: 3, clip: .cut) == 2)
  canvas.put("한글", at: Point(x: -1, y: 3))
  #expect(canvas.lines == ["한글…", "한…", "한", " 글"])
}

@Test func overwritingOneHalfOfAWideCharacterBlanksTheOther() {
  var canvas = Canvas(Size(width: 6, height: 3))
  for y in 0..<3 { canvas.put("한글자", at: Point(x: 0, y: y)) }
  canvas.put("x", at: Point(x: 2, y: 0))
  canvas.put("x", at: Point(x: 3, y: 1))
  canvas.put("漢", at: Point(x: 1, y: 2))
  #expect(canvas.lines == ["한x 자", "한 x자", " 漢 자"])
}

/// What must hold after any drawing: a right half stands after a wide character, and each row fills its columns.
private func expectWhole(_ canvas: Canvas) {
  for y in 0..<canvas.size.height {
    var columns = 0
    for x in 0..<canvas.size.width {
      let glyph = canvas[Point(x: x, y: y)].glyph
      let next = canvas[Point(x: x + 1, y: y)].glyph
      let width = glyph == .rightHalf ? 0 : glyph.string.displayWidth
      #expect((width == 2) == (next == .rightHalf), "column \(x) of \(canvas.lines[y])")
      columns += width
    }
    #expect(columns == canvas.size.width)
  }
}

@Test func noDrawingLeavesHalfOfAWideCharacter() {
  var random = Seeded(7)
  let words = ["한글", "a", "漢字 mixed", "", "ᄒ\u{1161}\u{11AB}", "e\u{301}", "가a나b", "👩‍💻", "\u{1B}[2J"]
  for _ in 0..<300 {
    var canvas = Canvas(Size(width: 11, height: 2))
    for _ in 0..<12 {
      let point = Point(x: Int.random(in: -3..<12, using: &random), y: Int.random(in: -1..<3, using: &random))
      let width = Int.random(in: 0..<9, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: canvas.fill(Rect(x: point.x, y: point.y, width: width, height: 2), with: "x")
      case 1: canvas.box(Rect(x: point.x, y: point.y, width: width, height: 2))
      case 2: canvas.put(words.randomElement(using: &random)!, at: point, width: width, clip: .cut)
      default: canvas.put(words.randomElement(using: &random)!, at: point, width: width)
      }
    }
    expectWhole(canvas)
    expectWhole(canvas.ascii(keepingWide: true))
    expectWhole(canvas.ascii())
  }
}

@Test func noControlCharacterSurvivesDrawing() {
  let escapes =
    "\u{1B}[2J\u{0}\r\n\t\u{7F}\u{9B}31m\u{202E}abc\u{2066}\u{200B}\u{FEFF}\u{2028}\u{E000}\u{FFFF}"
  var canvas = Canvas(Size(width: 40, height: 1))
  canvas.put(escapes, at: Point(x: 0, y: 0))
  #expect(canvas.text == ".[2J......31m.abc......")
  for value in UInt32(0)...0x10FFFF {
    guard let scalar = Unicode.Scalar(value) else { continue }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      switch DisplayWidth.drawn(scalar) {
      case .nothing, .cell(".", 1): break
      default: Issue.record("U+\(String(value, radix: 16)) reaches the screen")
      }
    default: break
    }
  }
}

@Test func ofTwoRolesTheMoreUrgentShows() {
  let order: [Role] = [.text, .quiet, .app, .changed, .lit, .wrong, .select]
  for (low, weaker) in order.enumerated() {
    for stronger in order[(low + 1)...] {
      #expect(stronger.over(weaker) == stronger)
      #expect(weaker.over(stronger) == stronger)
    }
  }
  #expect(Role.link.over(.app) == .link && Role.app.over(.link) == .app)
  var canvas = Canvas(Size(width: 6, height: 1))
  canvas.put("bytes", at: Point(x: 0, y: 0), role: .quiet)
  canvas.mark(Rect(x: 1, y: 0, width: 2, height: 1), .select)
  canvas.mark(Rect(x: 0, y: 0, width: 4, height: 1), .lit)
  #expect(canvas.roleText == "lSSlq")
}

@Test func lettersOfRolesAreDistinct() {
  #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
}

@Test func cellsRememberWhatTheyStandFor() {
  var canvas = Canvas(Size(width: 8, height: 1))
  let field = CellTag(kind: 1, value: 42)
  canvas.put("ttl", at: Point(x: 2, y: 0), identity: field)
  #expect(canvas[Point(x: 1, y: 0)].identity == nil)
  #expect(canvas[Point(x: 4, y: 0)].identity == field)
  canvas.adopt(CellTag(kind: 2, value: 0), in: canvas.bounds)
  #expect(canvas[Point(x: 1, y: 0)].identity == CellTag(kind: 2, value: 0))
  #expect(canvas[Point(x: 4, y: 0)].identity == field)
  #expect(canvas[Point(x: 8, y: 0)].identity == nil)
}

@Test func framesThatShareAnEdgeJoin() {
  var canvas = Canvas(Size(width: 20, height: 6))
  canvas.box(Rect(x: 0, y: 0, width: 10, height: 4))
  canvas.box(Rect(x: 9, y: 0, width: 11, height: 4), doubleTop: true)
  canvas.box(Rect(x: 0, y: 3, width: 20, height: 3))
  #expect(
    canvas.text == """
      ┌────────┬═════════┐
      │        │         │
      │        │         │
      ├────────┴─────────┤
      │                  │
      └──────────────────┘
      """)
}

@Test func linesThatCrossMakeACross() {
  var canvas = Canvas(Size(width: 5, height: 3))
  canvas.verticalLine(at: Point(x: 2, y: 0), length: 3)
  canvas.horizontalLine(at: Point(x: 0, y: 1), length: 5)
  #expect(canvas.lines == ["  │", "──┼──", "  │"])
}

@Test func everySignHasAnASCIIForm() {
  var canvas = Canvas(Size(width: 30, height: 3))
  canvas.box(Rect(x: 0, y: 0, width: 30, height: 3), doubleTop: true)
  canvas.put("▸▾•→←↑↓…·▪◂▴✓✗ 한 é", at: Point(x: 2, y: 1))
  #expect(
    canvas.ascii().lines == [
      "+############################+", "| >v*><^V$_@<^YX ?? ?        |",
      "+----------------------------+",
    ])
  #expect(canvas.ascii(keepingWide: true).lines[1] == "| >v*><^V$_@<^YX 한 ?        |")
}

/// `>` is the cursor: a closed fold beside it is another sign, heads of arrows are as everywhere.
@Test func aClosedFoldIsNoCursorInASCII() {
  var canvas = Canvas(Size(width: 24, height: 4))
  canvas.put(">•▸Destination  ▸4 fields", at: Point(x: 0, y: 0))
  canvas.put("▸Eth  ▾IP  ▸필드", at: Point(x: 0, y: 1))
  canvas.put("│──▸│ ═▸core  laptop▸ a", at: Point(x: 0, y: 2))
  canvas.put("▸ ▾ folded  ▸ ◂ heads", at: Point(x: 0, y: 3))
  #expect(
    canvas.ascii().lines == [
      ">*)Destination  )4 fiel$", ")Eth  vIP  )????", "|-->| #>core  laptop> a", ") v folded  > < heads",
    ])
}

/// An arrow that is a key has its name; one between two ends stays an arrow.
@Test func arrowKeysAreSpelled() {
  var canvas = Canvas(Size(width: 44, height: 6))
  canvas.put(" → goes on", at: Point(x: 0, y: 0))
  canvas.put("(a) → web: ↑↓, ← → too", at: Point(x: 1, y: 1))
  canvas.put("│ The question waits: → or Tab.          │", at: Point(x: 0, y: 2))
  canvas.put("  ] [    one frame     →  ←", at: Point(x: 0, y: 3))
  canvas.put("→ this row is full to its very end, so it is", at: Point(x: 0, y: 4))
  canvas.put("  ↓       from state to state", at: Point(x: 0, y: 5))
  canvas.cursor = Point(x: 3, y: 0)
  canvas.spellArrows()
  #expect(
    canvas.lines == [
      " Right goes on", " (a) → web: Up/Down, Left Right too", "│ The question waits: Right or Tab.      │",
      "  ] [    one frame     Right  Left", "→ this row is full to its very end, so it is",
      "  ↓       from state to state",
    ])
  #expect(canvas.cursor == Point(x: 7, y: 0))
  #expect(Canvas.spelled("Tab ↑↓") == "Tab Up/Down" && Canvas.spelled("→") == "Right")
}

@Test func aScreenLeftBehindEndsWithItsLastText() {
  var canvas = Canvas(Size(width: 6, height: 4))
  canvas.put("a 한", at: Point(x: 0, y: 0))
  canvas.put("b", at: Point(x: 1, y: 2), role: .select)
  #expect(canvas.left == "a 한\r\n\r\n b\r\n")
  #expect(Canvas(Size(width: 6, height: 4)).left.isEmpty)
}
