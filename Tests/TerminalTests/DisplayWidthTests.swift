import Testing

@testable import Terminal

@Test(arguments: [
  ("", 0), ("packet", 6), ("한글", 4), ("필드 2개", 8), ("漢字", 4), ("ｆｕｌｌ", 8), ("é", 1), ("e\u{301}", 1),
  ("ᄒ\u{1161}\u{11AB}", 2), ("ㅈ", 2), ("─│═▸▾•→←↑↓…·▪◂▴✓✗", 17), ("👍", 2), ("\t", 1), ("\u{1B}", 1), ("ﾊ", 1),
])
func widthIsThatOfTheTerminal(text: String, columns: Int) {
  #expect(text.displayWidth == columns)
}

@Test func widthIsWhatDrawingTakes() {
  for value in stride(from: UInt32(0), through: 0x2FFFF, by: 1) {
    guard let scalar = Unicode.Scalar(value) else { continue }
    let text = "a" + String(scalar)
    var canvas = Canvas(Size(width: 4, height: 1))
    #expect(canvas.put(text, at: Point(x: 0, y: 0)) == text.displayWidth)
  }
}

@Test func conjoiningJamoAreDrawnAsSyllables() {
  var canvas = Canvas(Size(width: 6, height: 1))
  canvas.put("ᄒ\u{1161}\u{11AB}ᄀ\u{1173}\u{11AF}", at: Point(x: 0, y: 0))
  #expect(canvas.lines[0].unicodeScalars.map(\.value) == [0xD55C, 0xAE00])
}

@Test func textIsFittedToColumns() {
  #expect("Destination Address".truncated(to: 12) == "Destination…")
  #expect("노트북".truncated(to: 5) == "노트…")
  #expect("노트북".truncated(to: 4) == "노…")
  #expect("노트북".truncated(to: 0) == "")
  #expect("노트북".fitted(to: 8) == "노트북  ")
  #expect("64".fitted(to: 4, alignRight: true) == "  64")
  #expect("노트북".fitted(to: 4) == "노… ")
}

@Test func linesBreakAtBlanksAndLongWordsAnywhere() {
  #expect("The laptop knows the router".wrapped(to: 10) == ["The laptop", "knows the", "router"])
  #expect("노트북은 라우터의 주소를".wrapped(to: 17) == ["노트북은 라우터의", "주소를"])
  #expect("see http://example.com/ now".wrapped(to: 8) == ["see", "http://e", "xample.c", "om/ now"])
  #expect("가나다라".wrapped(to: 5) == ["가나", "다라"])
  #expect("a\n\nb".wrapped(to: 9) == ["a", "", "b"])
  #expect("  indented line".wrapped(to: 10) == ["  indented", "line"])
  #expect("a sign * its meaning".wrapped(to: 8) == ["a sign *", "its", "meaning"])
  #expect("a sign *\(String.gluedBlank)its meaning".wrapped(to: 8) == ["a sign", "* its", "meaning"])
  #expect("*\(String.gluedBlank)its meaning".wrapped(to: 4) == ["* it", "s", "mean", "ing"])
  #expect("".wrapped(to: 5) == [""])
}

@Test func wrappedLinesAreNeverTooWide() {
  var random = Seeded(3)
  let letters = Array("ab 한글 漢 e\u{301}x")
  for _ in 0..<2000 {
    let text = String((0..<40).map { _ in letters.randomElement(using: &random)! })
    let width = Int.random(in: 2..<20, using: &random)
    let lines = text.wrapped(to: width)
    #expect(lines.allSatisfy { $0.displayWidth <= width })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}
