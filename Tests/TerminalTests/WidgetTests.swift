import Testing

@testable import Terminal

@Test func splittingARectangleNeverGivesMoreThanThereIs() {
  var rest = Rect(x: 2, y: 1, width: 10, height: 6)
  #expect(rest.cutTop(2) == Rect(x: 2, y: 1, width: 10, height: 2))
  #expect(rest.cutRight(4) == Rect(x: 8, y: 3, width: 4, height: 4))
  #expect(rest.bottom(1) == Rect(x: 2, y: 6, width: 6, height: 1))
  #expect(rest.cutBottom(9) == Rect(x: 2, y: 3, width: 6, height: 4))
  #expect(rest.isEmpty)
  #expect(rest.inset(3, rows: 3).isEmpty)
  #expect(Rect(x: 0, y: 0, width: 4, height: 4).inset() == Rect(x: 1, y: 1, width: 2, height: 2))
}

@Test func aFrameCarriesItsTitleAndFocus() {
  var canvas = Canvas(Size(width: 40, height: 6))
  let left = PaneBorder(title: [Span("[1 Stack]", .strong), Span(" 2 Ladder", .quiet)])
  let right = PaneBorder(title: ["60 bytes"], trailing: ["▾"], isFocused: true)
  #expect(
    left.draw(in: Rect(x: 0, y: 0, width: 24, height: 3), on: &canvas)
      == Rect(x: 1, y: 1, width: 22, height: 1))
  right.draw(in: Rect(x: 23, y: 0, width: 17, height: 3), on: &canvas)
  PaneBorder(title: ["A very long title that has to be cut somewhere"]).draw(
    in: Rect(x: 0, y: 2, width: 40, height: 4), on: &canvas)
  #expect(
    canvas.lines == [
      "┌─ [1 Stack] 2 Ladder ─┬═ 60 bytes  ▾ ═┐",
      "│                      │               │",
      "├─ A very long title that has to be … ─┤",
      "│                                      │",
      "│                                      │",
      "└──────────────────────────────────────┘",
    ])
  #expect(canvas.roleLines[0] == "qq.sssssssssqqqqqqqqq.qqf.ffffffff....fq")
}

@Test func aListShowsItsCursor() {
  var canvas = Canvas(Size(width: 24, height: 3))
  let rows = Rows(
    [
      Row([Span("▾IPv4", .strong)], trailing: ["20 bytes"]),
      Row(["Version"], trailing: ["4"], identity: CellTag(kind: 1, value: 1)),
      Row(sign: Span("•", .lit), [Span("Time to Live and more", .quiet)], trailing: [Span("64", .lit)]),
      Row(["Protocol"], trailing: ["TCP (6)"]),
    ], cursor: 2, isFocused: true)
  #expect(rows.draw(in: Rect(x: 0, y: 0, width: 22, height: 3), on: &canvas) == 0..<3)
  #expect(
    canvas.lines == [
      "  ▾IPv4       20 bytes",
      "  Version            4",
      ">•Time to Live and… 64",
    ])
  #expect(canvas.roleLines == ["..sssss", "", "SSSSSSSSSSSSSSSSSSSSSS"])
  #expect(canvas.cursor == Point(x: 0, y: 2))
  #expect(canvas[Point(x: 0, y: 1)].identity == CellTag(kind: 1, value: 1))
}

@Test func aListMovesNoMoreThanItMust() {
  #expect(Rows.window(count: 10, height: 4, cursor: 0) == 0..<4)
  #expect(Rows.window(count: 10, height: 4, cursor: 5, top: 0) == 2..<6)
  #expect(Rows.window(count: 10, height: 4, cursor: 5, top: 3) == 3..<7)
  #expect(Rows.window(count: 10, height: 4, cursor: 2, top: 3) == 2..<6)
  #expect(Rows.window(count: 10, height: 4, cursor: 9, top: 9) == 6..<10)
  #expect(Rows.window(count: 3, height: 4, cursor: nil, top: 2) == 0..<3)
  #expect(Rows.window(count: 0, height: 4, cursor: nil) == 0..<0)
}

@Test func theFooterDropsWholeEntriesButNotTheLast() {
  let footer = Footer(
    [.init("→", "next"), .init("←", "back"), .init("Tab", "pane", isEnabled: false)],
    fixed: [.init("?", "keys"), .init("q", "quit")])
  var canvas = Canvas(Size(width: 46, height: 3))
  for (row, width) in [46, 40, 24].enumerated() {
    footer.draw(in: Rect(x: 0, y: row, width: width, height: 1), on: &canvas)
  }
  #expect(
    canvas.lines == [
      " → next  ← back  Tab pane  ? keys  q quit", " → next  ← back  ? keys  q quit",
      " → next  ? keys  q quit",
    ])
  #expect(canvas.roleLines[0] == ".s.......s.......qqqqqqqq..s.......s")
}
