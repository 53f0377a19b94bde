import Testing

@testable import packetwalk

@Test func namesOfFilesSteerNoTerminal() {
  #expect("a\u{1b}[31m:1:2\nb\u{7}".withoutControlsInLines == "a\\033[31m:1:2\nb\\007")
}
