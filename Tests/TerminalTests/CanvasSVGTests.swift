import Testing

@testable import Terminal

private func canvas(_ width: Int, _ height: Int, _ draw: (inout Canvas) -> Void) -> Canvas {
  var canvas = Canvas(Size(width: width, height: height))
  draw(&canvas)
  return canvas
}

/// What stands between the document's head and its end.
private func parts(_ canvas: Canvas, theme: Theme = .standard) -> [String] {
  Array(canvas.svg(theme: theme, title: "x").split(separator: "\n").map(String.init)[4...].dropLast(2))
}

@Test func aDrawingIsOneDocument() {
  let drawing = canvas(4, 1) { $0.put("ab", at: Point(x: 1, y: 0)) }
  #expect(
    drawing.svg(theme: .light, title: "A & B") == """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" width="60" height="40" viewBox="0 0 60 40">
      <title>A &amp; B</title>
      <rect width="60" height="40" fill="#ffffff"/>
      <g transform="translate(10 10)" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, \
      'Noto Sans Mono CJK KR', D2Coding, monospace" font-size="16">
      <text x="10" y="15" textLength="20" lengthAdjust="spacingAndGlyphs" fill="#000000">ab</text>
      </g>
      </svg>

      """)
}

@Test func wideAndNarrowLettersAreApart() {
  let drawing = canvas(8, 1) { $0.put("a한글b", at: Point(x: 0, y: 0), role: .strong) }
  let end = "lengthAdjust=\"spacingAndGlyphs\" fill=\"#e4e4e4\" font-weight=\"bold\">"
  #expect(
    parts(drawing) == [
      "<text x=\"0\" y=\"15\" textLength=\"10\" \(end)a</text>",
      "<text x=\"10\" y=\"15\" textLength=\"40\" \(end)한글</text>",
      "<text x=\"50\" y=\"15\" textLength=\"10\" \(end)b</text>",
    ])
}

@Test func aRunOfBackgroundIsOneRectangle() {
  let drawing = canvas(6, 2) {
    $0.put("ab c", at: Point(x: 1, y: 1), role: .lit)
    $0.put("d", at: Point(x: 5, y: 1), role: .select)
  }
  #expect(
    parts(drawing).filter { $0.hasPrefix("<rect") } == [
      "<rect x=\"10\" y=\"20\" width=\"40\" height=\"20\" fill=\"#ffd75f\"/>",
      "<rect x=\"50\" y=\"20\" width=\"10\" height=\"20\" fill=\"#e4e4e4\"/>",
    ])
  #expect(parts(drawing).last!.hasSuffix("fill=\"#000000\">d</text>"))
}

@Test func linesAreDrawnFromCellToCell() {
  let drawing = canvas(4, 3) { $0.box(Rect(x: 0, y: 0, width: 4, height: 3), role: .quiet) }
  #expect(
    parts(drawing) == [
      "<path fill=\"none\" stroke=\"#767676\" d=\"M5 10H35M5 50H35M5 10V50M35 10V50\"/>"
    ])
}

@Test func aDoubleLineIsTwoStrokesAndCornersThatDoNotMeetStayApart() {
  let drawing = canvas(4, 1) { $0.put("═┐┌─", at: Point(x: 0, y: 0)) }
  #expect(
    parts(drawing) == [
      "<path fill=\"none\" stroke=\"#e4e4e4\" d=\"M0 8H10M0 12H10M10 10H15M25 10H40M15 10V20M25 10V20\"/>"
    ])
}

@Test func nothingInADrawingIsTakenForMarkup() {
  let drawing = canvas(40, 1) { $0.put("</text><script>&\"\u{1B}[2J\u{0}", at: Point(x: 0, y: 0)) }
  let document = drawing.svg(title: "</title>\u{1B}\u{FFFE}")
  #expect(document.contains(">&lt;/text&gt;&lt;script&gt;&amp;\".[2J.</text>"))
  #expect(document.contains("<title>&lt;/title&gt;..</title>"))
  #expect(!document.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
}

@Test func themesColourADrawingEachInItsWay() {
  let drawing = canvas(5, 1) { $0.put("Eth", at: Point(x: 0, y: 0), role: .link) }
  let documents = Theme.allCases.map { drawing.svg(theme: $0, title: "x") }
  #expect(Set(documents).count == Theme.allCases.count)
  #expect(documents == Theme.allCases.map { drawing.svg(theme: $0, title: "x") })
}
