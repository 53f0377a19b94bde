import Foundation
import Testing

@testable import Terminal

/// RFC 4648 §10.
@Test(arguments: [
  ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
  ("foobar", "Zm9vYmFy"),
])
func textsGoInBase64(text: String, digits: String) {
  #expect(Clipboard.sequence(for: text) == "\u{1B}]52;c;\(digits)\u{07}")
}

@Test func allBytesGoInBase64() {
  let bytes = (0...255).map { UInt8($0) } + [255, 254]
  #expect(String(decoding: Clipboard.base64(bytes), as: UTF8.self) == Data(bytes).base64EncodedString())
}

@Test func noByteOfATextReachesTheTerminalAsItself() throws {
  let sequence = try #require(Clipboard.sequence(for: "\u{1B}[2J\u{07}한글"))
  #expect(sequence == "\u{1B}]52;c;G1sySgftlZzquIA=\u{07}")
}

@Test func textsThatTerminalsWouldDropAreNotSent() throws {
  let longest = String(repeating: "x", count: Clipboard.longestText)
  #expect(try #require(Clipboard.sequence(for: longest)).utf8.count < 100_000)
  #expect(Clipboard.sequence(for: longest + "x") == nil)
}

@Test func throughScreenASequenceGoesInPieces() throws {
  let text = String(repeating: "packetwalk", count: 30)
  let plain = try #require(Clipboard.sequence(for: text))
  let wrapped = try #require(Clipboard.sequence(for: text, throughScreen: true))
  let pieces = wrapped.components(separatedBy: "\u{1B}\\")
  #expect(pieces.last == "")
  #expect(pieces.dropLast().allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 78 })
  #expect(pieces.dropLast().map { $0.dropFirst(2) }.joined() == plain)
}

@Test func screenIsToldFromTmux() {
  #expect(Clipboard.isScreen(term: "screen-256color", tmux: nil))
  #expect(!Clipboard.isScreen(term: "screen-256color", tmux: "/tmp/tmux-1000/default,1,0"))
  #expect(!Clipboard.isScreen(term: "xterm-256color", tmux: nil))
}
