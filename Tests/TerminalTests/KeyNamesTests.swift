import Foundation
import Testing

@testable import Terminal

@Test(arguments: [
  ("x", Key.character("x")), ("X", .character("X")), ("?", .character("?")), ("-", .character("-")),
  ("ㅈ", .character("ㅈ")), ("space", .character(" ")), ("ctrl-l", .control("l")),
  ("shift-right", .shiftRight), ("pgup", .pageUp), ("pgdn", .pageDown), ("enter", .enter), ("tab", .tab),
  ("shift-tab", .backtab), ("esc", .escape), ("backspace", .backspace), ("f5", .function(5)),
  ("f12", .function(12)),
])
func keysHaveNames(name: String, key: Key) {
  #expect(Key(named: name) == key)
  #expect(key.name == name)
}

@Test func everyKeyOfAKeyboardHasANameThatLeadsBackToIt() {
  let keys: [Key] =
    [
      .up, .down, .left, .right, .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .home, .end, .pageUp,
      .pageDown, .insert, .delete, .enter, .tab, .backtab, .escape, .backspace,
    ] + (1...12).map { .function($0) } + "abdefgklnopqrstuvwxy".map { .control($0) }
    + (0x20...0x7E).map { .character(Character(Unicode.Scalar(UInt8($0)))) }
  for key in keys {
    let name = key.name ?? "none"
    #expect(Key(named: name) == key, "\(name)")
    #expect(!key.shown.isEmpty && (key.shown != "?" || key == .character("?")), "\(name)")
  }
  #expect(Set(keys.compactMap(\.name)).count == keys.count)
  #expect(Set(keys.map(\.shown)).count == keys.count)
}

@Test func capitalsInLongNamesDoNotMatter() {
  #expect(Key(named: "Shift-Tab") == .backtab)
  #expect(Key(named: "CTRL-L") == .control("l"))
  #expect(Key(named: "F5") == .function(5))
}

@Test(arguments: [
  ("S-TAB", Key.backtab), ("s-tab", .backtab), ("BTab", .backtab), ("backtab", .backtab), ("BS", .backspace),
  ("bksp", .backspace), ("BSpace", .backspace), ("Return", .enter), ("CR", .enter), ("Escape", .escape),
  ("PPage", .pageUp), ("PageUp", .pageUp), ("NPage", .pageDown), ("pagedown", .pageDown), ("DC", .delete),
  ("Delete", .delete), ("IC", .insert), ("S-Left", .shiftLeft), ("C-l", .control("l")), ("^L", .control("l")),
  ("SPC", .character(" ")),
])
func keysHaveTheNamesOfOtherProgramsToo(name: String, key: Key) {
  #expect(Key(named: name) == key)
}

@Test func everyNameThatIsListedNamesAKey() {
  let listed = Key.names.flatMap { $0.components(separatedBy: " … ") }
  #expect(listed.count > 20 && listed.allSatisfy { Key(named: $0)?.name == $0 })
}

@Test(arguments: [
  "s-", "c-", "^1", "s-x", "c-c", "^C", "s-f1", "c-up",
  "", " ", "xx", "ctrl-", "ctrl-1", "ctrl-ll", "ctrl-é", "f0", "f13", "f05", "alt-x", "mouse", "\u{1B}", "\n",
  "e\u{301}",
  "\u{202E}",
  // Signals, and what cannot be told from Backspace, Tab and Enter.
  "ctrl-c", "ctrl-z", "ctrl-h", "ctrl-i", "ctrl-j", "ctrl-m",
])
func whatIsNoKeyHasNone(name: String) {
  #expect(Key(named: name) == nil)
}

@Test func theFooterWritesKeysInItsOwnWay() {
  #expect(Key.shiftRight.shown == "Shift-→" && Key.control("l").shown == "Ctrl-L")
  #expect(Key.character(" ").shown == "Space" && Key.character("k").shown == "k")
  #expect(Key.paste("x").name == nil && Key.paste("x").shown == "?")
}
