/// The arithmetic of Hangul syllables (The Unicode Standard §3.12).
enum Hangul {
  static let syllables: ClosedRange<UInt32> = 0xAC00...0xD7A3
  static let leads: ClosedRange<UInt32> = 0x1100...0x1112
  static let vowels: ClosedRange<UInt32> = 0x1161...0x1175
  static let tails: ClosedRange<UInt32> = 0x11A8...0x11C2

  /// Lead and vowel, or open syllable and tail, as one syllable; nil when they do not join.
  static func joined(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Unicode.Scalar? {
    if leads.contains(first.value), vowels.contains(second.value) {
      return syllable(
        lead: Int(first.value - leads.lowerBound), vowel: Int(second.value - vowels.lowerBound), tail: 0)
    }
    if syllables.contains(first.value), (first.value - syllables.lowerBound) % 28 == 0,
      tails.contains(second.value)
    {
      return Unicode.Scalar(first.value + second.value - tails.lowerBound + 1)
    }
    return nil
  }

  /// - Parameter tail: 0 for none, else 1-27.
  static func syllable(lead: Int, vowel: Int, tail: Int) -> Unicode.Scalar? {
    Unicode.Scalar(syllables.lowerBound + UInt32((lead * 21 + vowel) * 28 + tail))
  }

  /// The parts of a syllable: lead 0-18, vowel 0-20, tail 0-27 with 0 for none.
  static func parts(_ syllable: Unicode.Scalar) -> (lead: Int, vowel: Int, tail: Int)? {
    guard syllables.contains(syllable.value) else { return nil }
    let index = Int(syllable.value - syllables.lowerBound)
    return (index / 588, index / 28 % 21, index % 28)
  }
}
