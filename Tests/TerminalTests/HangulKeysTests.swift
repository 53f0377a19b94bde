import Testing

@testable import Terminal

private func strokes(_ text: String) -> String {
  text.map { HangulKeys.strokes(of: $0).map { String($0) } ?? "?" }.joined()
}

@Test(arguments: [
  ("ㅈ", "w"), ("자", "wk"), ("ㅘ", "hk"), ("ㅃ", "q"), ("ㅒ", "o"), ("ㄳ", "rt"), ("값", "rkqt"), ("웬", "dnps"),
  ("ᄒ\u{1161}\u{11AB}", "gks"), ("\u{110C}", "w"), ("꿇", "rnfg"), ("ㅑㅔ", "ip"), ("도움말", "ehdnaakf"),
])
func hangulIsTheKeysThatTypeIt(text: String, expected: String) {
  #expect(strokes(text) == expected)
}

@Test func otherLettersAreNotHangul() {
  for character: Character in ["w", "W", " ", "1", "漢", "é", "あ", "?"] {
    #expect(HangulKeys.strokes(of: character) == nil)
  }
}

@Test func anyRowOfKeysSurvivesComposition() {
  var random = Seeded(2)
  let keys = Array("qwertyuiopasdfghjklzxcvbnmQWERTOP")
  for _ in 0..<5000 {
    let row = (0..<Int.random(in: 1..<12, using: &random)).map { _ in keys.randomElement(using: &random)! }
    #expect(strokes(compose(row)) == String(row).lowercased(), "from \(String(row))")
  }
}

@Test func aBlankRightBehindHangulOnlyCommitsIt() {
  var hangul = HangulKeys()
  func ask(_ key: Key, read: Int, at milliseconds: Int64) -> Bool {
    hangul.onlyCommits(key, read: read, milliseconds: milliseconds)
  }
  #expect(!ask(.character("ㅈ"), read: 1, at: 0))
  #expect(ask(.character(" "), read: 1, at: 0))
  #expect(!ask(.character(" "), read: 1, at: 0))
  #expect(!ask(.character("자"), read: 2, at: 100))
  #expect(ask(.enter, read: 3, at: 120))
  #expect(!ask(.character("ㅈ"), read: 4, at: 200))
  #expect(!ask(.character(" "), read: 5, at: 221))
  #expect(!ask(.character("ㅈ"), read: 6, at: 300))
  #expect(!ask(.right, read: 6, at: 300))
  #expect(!ask(.character(" "), read: 6, at: 300))
  #expect(!ask(.character("w"), read: 7, at: 400))
  #expect(!ask(.enter, read: 7, at: 400))
}

/// What a Korean keyboard's input method makes of key strokes (두벌식), written from the layout alone.
private func compose(_ keys: [Character]) -> String {
  let letters: [Character: Character] = [
    "q": "ㅂ", "w": "ㅈ", "e": "ㄷ", "r": "ㄱ", "t": "ㅅ", "y": "ㅛ", "u": "ㅕ", "i": "ㅑ", "o": "ㅐ", "p": "ㅔ",
    "a": "ㅁ", "s": "ㄴ", "d": "ㅇ", "f": "ㄹ", "g": "ㅎ", "h": "ㅗ", "j": "ㅓ", "k": "ㅏ", "l": "ㅣ",
    "z": "ㅋ", "x": "ㅌ", "c": "ㅊ", "v": "ㅍ", "b": "ㅠ", "n": "ㅜ", "m": "ㅡ",
    "Q": "ㅃ", "W": "ㅉ", "E": "ㄸ", "R": "ㄲ", "T": "ㅆ", "O": "ㅒ", "P": "ㅖ",
  ]
  let leads = Array("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")
  let vowels = Array("ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ")
  let tails = Array("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
  let pairs: [String: Character] = [
    "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ",
    "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ", "ㄹㅌ": "ㄾ",
    "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
  ]
  let row = keys.map { letters[$0]! }
  func isVowel(_ index: Int) -> Bool { index < row.count && vowels.contains(row[index]) }
  var text = ""
  var index = 0
  while index < row.count {
    let first = row[index]
    index += 1
    guard let lead = leads.firstIndex(of: first), isVowel(index) else {
      // Letters that make no syllable stand alone, two of them as a compound.
      if index < row.count, let pair = pairs[String([first, row[index]])],
        isVowel(index) || !isVowel(index + 1)
      {
        text.append(pair)
        index += 1
      } else {
        text.append(first)
      }
      continue
    }
    var vowel = row[index]
    index += 1
    if isVowel(index), let pair = pairs[String([vowel, row[index]])] {
      vowel = pair
      index += 1
    }
    var tail: Character?
    if index < row.count, tails.contains(row[index]), !isVowel(index + 1) {
      tail = row[index]
      index += 1
      if index < row.count, let pair = pairs[String([tail!, row[index]])], !isVowel(index + 1) {
        tail = pair
        index += 1
      }
    }
    let tailNumber = tail.map { tails.firstIndex(of: $0)! + 1 } ?? 0
    let value = 0xAC00 + (lead * 21 + vowels.firstIndex(of: vowel)!) * 28 + tailNumber
    text.unicodeScalars.append(Unicode.Scalar(UInt32(value))!)
  }
  return text
}
