/// Hangul letters as commands. With Korean input on, `w` arrives as ㅈ and `wk` as 자, held back by the terminal until
/// the next key. Where a command is expected, `strokes` says which keys of the 두벌식 layout were pressed.
package struct HangulKeys: Sendable {
  /// A letter and a blank closer than this were one key press: the blank only ended the syllable.
  static let together: Int64 = 20

  private var letter: (read: Int, milliseconds: Int64)?

  package init() {}

  /// Whether the key is a Space or Enter right after a Hangul letter, that only committed the letter.
  /// To be asked for every key, in order.
  /// - Parameters:
  ///   - read: number of the read that brought the key.
  ///   - milliseconds: when it came, on any clock.
  package mutating func onlyCommits(_ key: Key, read: Int, milliseconds: Int64) -> Bool {
    let before = letter
    letter = nil
    switch key {
    case .character(let character) where HangulKeys.strokes(of: character) != nil:
      letter = (read, milliseconds)
      return false
    case .character(" "), .enter:
      guard let before else { return false }
      return before.read == read || milliseconds - before.milliseconds <= HangulKeys.together
    default:
      return false
    }
  }

  /// The keys that type a syllable or jamo (composed, conjoining or compound), in lower case; nil when the
  /// character is not Hangul.
  package static func strokes(of character: Character) -> [Character]? {
    var keys = ""
    for scalar in character.unicodeScalars {
      guard let more = strokes(of: scalar) else { return nil }
      keys += more
    }
    return keys.isEmpty ? nil : Array(keys)
  }

  private static func strokes(of scalar: Unicode.Scalar) -> String? {
    if let parts = Hangul.parts(scalar) {
      return leads[parts.lead] + vowels[parts.vowel] + (parts.tail > 0 ? tails[parts.tail - 1] : "")
    }
    let value = Int(scalar.value)
    switch scalar.value {
    case Hangul.leads: return leads[value - 0x1100]
    case Hangul.vowels: return vowels[value - 0x1161]
    case Hangul.tails: return tails[value - 0x11A8]
    case 0x3131...0x314E: return consonants[value - 0x3131]
    case 0x314F...0x3163: return vowels[value - 0x314F]
    default: return nil
    }
  }

  // In the order of Unicode. Doubled letters need Shift on the keyboard; as commands they are their small letter.

  /// ㄱ ㄲ ㄴ ㄷ ㄸ ㄹ ㅁ ㅂ ㅃ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ
  private static let leads = "r r s e e f a q q t t d w w c z x v g".words
  /// ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅘ ㅙ ㅚ ㅛ ㅜ ㅝ ㅞ ㅟ ㅠ ㅡ ㅢ ㅣ
  private static let vowels = "k o i o j p u p h hk ho hl y n nj np nl b m ml l".words
  /// ㄱ ㄲ ㄳ ㄴ ㄵ ㄶ ㄷ ㄹ ㄺ ㄻ ㄼ ㄽ ㄾ ㄿ ㅀ ㅁ ㅂ ㅄ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ
  private static let tails = "r r rt s sw sg e f fr fa fq ft fx fv fg a q qt t t d w c z x v g".words
  /// ㄱ ㄲ ㄳ ㄴ ㄵ ㄶ ㄷ ㄸ ㄹ ㄺ ㄻ ㄼ ㄽ ㄾ ㄿ ㅀ ㅁ ㅂ ㅃ ㅄ ㅅ ㅆ ㅇ ㅈ ㅉ ㅊ ㅋ ㅌ ㅍ ㅎ
  private static let consonants =
    "r r rt s sw sg e e f fr fa fq ft fx fv fg a q q qt t t d w w c z x v g".words
}

extension String {
  fileprivate var words: [String] { split(separator: " ").map(String.init) }
}
