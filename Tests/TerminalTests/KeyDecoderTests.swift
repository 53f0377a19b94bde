import Testing

@testable import Terminal

/// All keys of one read after which nothing follows.
private func keys(_ text: String) -> [Key] {
  var decoder = KeyDecoder()
  return decoder.keys(Array(text.utf8)) + decoder.keys([], ended: true)
}

@Test func lettersAndControlKeysAreTold() {
  #expect(keys("k:한é") == [.character("k"), .character(":"), .character("한"), .character("é")])
  #expect(keys("\r\n\t \u{7F}\u{8}") == [.enter, .enter, .tab, .character(" "), .backspace, .backspace])
  #expect(keys("\u{0C}\u{15}\u{0}\u{1C}") == [.control("l"), .control("u"), .unknown, .unknown])
}

/// What xterm, the Linux console, rxvt and tmux send, by xterm's "Control Sequences" and `infocmp`.
@Test(arguments: [
  ("\u{1B}[A", Key.up), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}OD", .left),
  ("\u{1B}[1;2C", .shiftRight), ("\u{1B}[1;2D", .shiftLeft), ("\u{1B}[c", .shiftRight), ("\u{1B}[1;1A", .up),
  ("\u{1B}[H", .home), ("\u{1B}OF", .end), ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}[7~", .home),
  ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete),
  ("\u{1B}[Z", .backtab), ("\u{1B}OM", .enter), ("\u{1B}Ok", .character("+")), ("\u{1B}Oq", .character("1")),
  ("\u{1B}OP", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[24~", .function(12)),
  ("\u{1B}[1;5C", .unknown), ("\u{1B}[I", .unknown), ("\u{1B}[97;5u", .unknown), ("\u{1B}[?62;4c", .unknown),
  ("\u{1B}[M !!", .unknown), ("\u{1B}[12;40R", .unknown),
  ("\u{1B}", .escape),
])
func sequencesAreOneKey(sequence: String, key: Key) {
  #expect(keys(sequence) == [key])
  #expect(keys(sequence + "q").last == .character("q"))
  var decoder = KeyDecoder()
  var slowly: [Key] = []
  for byte in sequence.utf8 { slowly += decoder.keys([byte]) }
  slowly += decoder.keys([], ended: true)
  #expect(slowly == [key])
}

/// By xterm's "Control Sequences", Mouse Tracking, SGR (1006).
@Test(arguments: [
  ("\u{1B}[<0;1;1M", Key.mouse(Mouse(.press, at: Point(x: 0, y: 0)))),
  ("\u{1B}[<0;240;12M", .mouse(Mouse(.press, at: Point(x: 239, y: 11)))),
  ("\u{1B}[<0;4096;1200m", .mouse(Mouse(.release, at: Point(x: 4095, y: 1199)))),
  ("\u{1B}[<64;7;3M", .mouse(Mouse(.wheelUp, at: Point(x: 6, y: 2)))),
  ("\u{1B}[<65;7;3M", .mouse(Mouse(.wheelDown, at: Point(x: 6, y: 2)))),
  // Middle and right button, Ctrl with the left one, a wheel turned sideways.
  ("\u{1B}[<1;7;3M", .unknown), ("\u{1B}[<2;7;3m", .unknown), ("\u{1B}[<16;7;3M", .unknown),
  ("\u{1B}[<66;7;3M", .unknown),
  // Not reports at all.
  ("\u{1B}[<0;0;3M", .unknown), ("\u{1B}[<0;7M", .unknown), ("\u{1B}[<0;7;3;4M", .unknown),
  ("\u{1B}[<0;;3M", .unknown), ("\u{1B}[<M", .unknown), ("\u{1B}[<0;7;3A", .unknown),
  ("\u{1B}[<0;99999999999999999999;3M", .unknown),
])
func mouseReportsAreOneKey(report: String, key: Key) {
  sequencesAreOneKey(sequence: report, key: key)
}

@Test func movingTheMouseIsNoKey() {
  #expect(keys("\u{1B}[<32;7;3M\u{1B}[<35;8;3Mq") == [.character("q")])
}

@Test func aMouseReportMayBreakAnywhere() {
  let report = Array("\u{1B}[<0;240;12M".utf8)
  for length in 1..<report.count {
    var decoder = KeyDecoder()
    #expect(decoder.keys(Array(report[..<length])) == [])
    #expect(decoder.isWaiting)
    #expect(
      decoder.keys(Array(report[length...])) == [.mouse(Mouse(.press, at: Point(x: 239, y: 11)))])
  }
}

@Test func aLoneEscapeWaitsForWhatMayFollow() {
  var decoder = KeyDecoder()
  #expect(decoder.keys([0x1B]) == [])
  #expect(decoder.isWaiting)
  #expect(decoder.keys([], ended: true) == [.escape])
  #expect(!decoder.isWaiting)
  #expect(keys("\u{1B}x") == [.escape, .character("x")])
  #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
  #expect(keys("\u{1B}[") == [.escape, .character("[")])
}

@Test func theTerminalsOwnSequencesComeFirst() {
  var decoder = KeyDecoder(sequences: [Array("\u{1B}A".utf8): .up])
  #expect(decoder.keys(Array("\u{1B}A".utf8)) == [.up])
}

@Test func pastedTextIsNoKeys() {
  #expect(
    keys("a\u{1B}[200~q 00\r\u{1B}[A한\u{1B}[201~b") == [
      .character("a"), .paste("q 00\n\u{1B}[A한"), .character("b"),
    ])
  var decoder = KeyDecoder()
  #expect(decoder.keys(Array("\u{1B}[200~qq\u{1B}[20".utf8)) == [])
  #expect(!decoder.isWaiting)
  #expect(decoder.keys(Array("1~".utf8)) == [.paste("qq")])
}

@Test func aPasteMayBreakAnywhere() {
  let text = "q\u{1B}[20한\u{1B}\u{1B}[A\rend"
  let bytes = Array("\u{1B}[200~\(text)\u{1B}[201~x".utf8)
  let expected: [Key] = [.paste("q\u{1B}[20한\u{1B}\u{1B}[A\nend"), .character("x")]
  for length in 1..<bytes.count {
    var decoder = KeyDecoder()
    #expect(decoder.keys(Array(bytes[..<length])) + decoder.keys(Array(bytes[length...])) == expected)
  }
  var decoder = KeyDecoder()
  #expect(bytes.flatMap { decoder.keys([$0]) } == expected)
}

@Test func aPasteBeyondTheLongestIsCut() {
  let text = String(repeating: "x", count: KeyDecoder.longestPaste + 5000)
  let found = keys("\u{1B}[200~\(text)\u{1B}[201~q")
  #expect(found == [.paste(String(text.prefix(KeyDecoder.longestPaste))), .character("q")])
}

@Test func aSequenceThatNeverEndsIsGivenUp() {
  var decoder = KeyDecoder()
  let digits = [UInt8](repeating: UInt8(ascii: "1"), count: 300)
  #expect(decoder.keys([0x1B, 0x5B] + digits) == [.unknown])
  #expect(!decoder.isWaiting)
}

@Test func badBytesAreUnknownAndLoseNothingElse() {
  var decoder = KeyDecoder()
  #expect(
    decoder.keys([0xFF, 0x61, 0xC3, 0x62, 0xE2, 0x82, 0x1B]) == [
      .unknown, .character("a"), .unknown, .character("b"), .unknown,
    ])
  #expect(decoder.keys([], ended: true) == [.escape])
  #expect(decoder.keys([0xED, 0x95]) == [])
  #expect(decoder.keys([0x9C]) == [.character("한")])
  #expect(decoder.keys(Array("\u{9B}\u{202E}\u{200D}x".utf8)) == [.unknown, .unknown, .character("x")])
}

@Test func noBytesTrapTheDecoder() {
  var random = Seeded(11)
  let alphabet: [UInt8] = [
    0x1B, 0x5B, 0x4F, 0x3B, 0x32, 0x7E, 0x4D, 0x61, 0xE2, 0x82, 0xAC, 0xFF, 0x30, 0x3C, 0x20,
  ]
  var decoder = KeyDecoder()
  for _ in 0..<20_000 {
    let bytes = (0..<Int.random(in: 0..<9, using: &random)).map { _ in alphabet.randomElement(using: &random)!
    }
    _ = decoder.keys(bytes, ended: Bool.random(using: &random))
  }
  #expect(decoder.keys(Array("\u{1B}[99999999999999999999999999~".utf8) + [], ended: true).last == .unknown)
}
