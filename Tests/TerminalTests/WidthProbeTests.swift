import Testing

@testable import Terminal

/// A decoder of a terminal that was asked.
private func asked() -> KeyDecoder {
  var decoder = KeyDecoder()
  decoder.probe.isAwaited = true
  return decoder
}

@Test(arguments: [(2, false), (3, true)])
func theAnswerIsNoKey(column: Int, isWide: Bool) {
  let answer = Array("\u{1B}[1;\(column)R".utf8)
  for length in 0...answer.count {
    var decoder = asked()
    #expect(decoder.keys(Array(answer[..<length])) + decoder.keys(Array(answer[length...])) == [])
    #expect(decoder.probe.isWide == isWide)
    #expect(!decoder.probe.isAwaited && !decoder.isWaiting)
  }
}

@Test func keysAroundTheAnswerAreKeys() {
  var decoder = asked()
  #expect(
    decoder.keys(Array("a\u{1B}[A\u{1B}[1;3R\u{1B}[Bb".utf8)) == [
      .character("a"), .up, .down, .character("b"),
    ])
  #expect(decoder.probe.isWide)
}

@Test func onlyOneAnswerIsTaken() {
  var decoder = asked()
  // xterm's Shift-F3 and Alt-F3.
  #expect(decoder.keys(Array("\u{1B}[1;2R\u{1B}[1;3R\u{1B}[1;2R".utf8)) == [.unknown, .unknown])
  #expect(!decoder.probe.isWide)
}

@Test func unaskedThereIsNoAnswer() {
  var decoder = KeyDecoder()
  #expect(decoder.keys(Array("\u{1B}[1;3R".utf8)) == [.unknown])
  #expect(!decoder.probe.isWide)
}

@Test(arguments: ["\u{1B}[2;3R", "\u{1B}[1;5R", "\u{1B}[1;4R", "\u{1B}[1;1R", "\u{1B}[24;80R"])
func anotherPlaceIsNoAnswer(report: String) {
  var decoder = asked()
  #expect(decoder.keys(Array(report.utf8)) == [.unknown])
  #expect(decoder.probe.isAwaited && !decoder.probe.isWide)
}

@Test func aThirdFunctionKeyIsNoAnswer() {
  var decoder = asked()
  #expect(decoder.keys(Array("\u{1B}[R\u{1B}OR".utf8)) == [.function(3), .function(3)])
  #expect(decoder.probe.isAwaited)
}
