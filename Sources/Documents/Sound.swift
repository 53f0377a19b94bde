/// How the end of a text sounds when a Korean reader says it aloud: what decides between 은 and 는.
package enum Sound: Equatable, Sendable {
  case vowel
  /// ㄹ: a consonant, except before 으로.
  case rieul
  case consonant

  /// Digits are read one by one, hexadecimal letters and abbreviations letter by letter, words as words; what stands
  /// in brackets at the end is skipped.
  package init(endOf text: String) {
    let spoken = Sound.spoken(Array(text.unicodeScalars)[...])
    guard let last = spoken.last else {
      self = .vowel
      return
    }
    switch last {
    case "가"..."힣":
      let tail = (last.value - 0xAC00) % 28
      self = tail == 0 ? .vowel : tail == 8 ? .rieul : .consonant
    case "1", "7", "8": self = .rieul
    case "0", "3", "6": self = .consonant
    case "a"..."z", "A"..."Z": self = Sound.latin(spoken)
    default: self = .vowel
    }
  }

  /// Without blanks, quotes, full stops and brackets at the end.
  private static func spoken(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var rest = text
    while let last = rest.last {
      let opening = opening(of: last)
      if let opening, let start = rest.lastIndex(of: opening), start > rest.startIndex {
        rest = rest[..<start]
      } else if opening != nil || silent.contains(last) {
        rest.removeLast()
      } else {
        break
      }
    }
    return rest
  }

  private static func opening(of bracket: Unicode.Scalar) -> Unicode.Scalar? {
    switch bracket {
    case ")": "("
    case "]": "["
    case "}": "{"
    case ">": "<"
    default: nil
    }
  }

  private static let silent: [Unicode.Scalar] = [
    " ", "\n", "\t", "\"", "'", "“", "”", "‘", "’", "`", ".", ",", "!", "?", ":", ";", "…", "*", "/",
  ]

  private static func latin(_ text: ArraySlice<Unicode.Scalar>) -> Sound {
    let digits = text.suffix { $0 == ":" || $0 == "x" || $0.properties.isASCIIHexDigit }
    if digits.contains(":") || digits.starts(with: ["0", "x"]) { return .vowel }
    let word = String(text.suffix { ("a"..."z").contains($0) || ("A"..."Z").contains($0) })
    if let known = words[word.lowercased()] { return known }
    let isAbbreviation = word == word.uppercased() || !word.lowercased().contains { "aeiouy".contains($0) }
    return isAbbreviation ? letter(word.uppercased().last!) : ending(Array(word.lowercased()))
  }

  /// The name of a letter: 엘, 엠, 엔, 알 end in consonants.
  private static func letter(_ letter: Character) -> Sound {
    switch letter {
    case "L", "R": .rieul
    case "M", "N": .consonant
    default: .vowel
    }
  }

  /// Loan words: 터널 (tunnel), 프레임 (frame), 패킷 (packet), 호스트 (host).
  private static func ending(_ word: [Character]) -> Sound {
    guard let last = word.last, word.count > 1 else { return .vowel }
    let before = word[word.count - 2]
    let isAfterVowel = "aeiou".contains(before)
    switch last {
    case "l": return .rieul
    case "m", "n": return .consonant
    case "g": return before == "n" ? .consonant : .vowel
    case "e" where before == "l": return .rieul
    case "e": return before == "m" || before == "n" ? .consonant : .vowel
    case "k" where before == "c": return .consonant
    case "b", "c", "k", "p", "t":
      return isAfterVowel && !(word.count > 2 && "aeiou".contains(word[word.count - 3])) ? .consonant : .vowel
    default: return .vowel
    }
  }

  /// Words that are not said as the rules have it.
  private static let words: [String: Sound] = [
    "syn": .consonant, "fin": .consonant, "ack": .vowel, "nat": .vowel, "lan": .consonant, "wan": .consonant,
    "vlan": .consonant, "mac": .consonant, "ping": .consonant, "get": .consonant, "put": .consonant,
    "head": .vowel, "ram": .consonant, "rom": .consonant, "bit": .vowel, "byte": .vowel, "bytes": .vowel,
    "hub": .vowel, "ms": .vowel, "ns": .vowel, "us": .vowel, "type": .consonant, "set": .vowel,
  ]
}

extension ArraySlice<Unicode.Scalar> {
  /// The longest end in which all are so.
  fileprivate func suffix(while isSo: (Unicode.Scalar) -> Bool) -> ArraySlice {
    self[(lastIndex { !isSo($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}

extension String {
  fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.init()
    unicodeScalars.append(contentsOf: scalars)
  }
}
