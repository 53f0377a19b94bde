extension String {
  /// Letters from which a value is recognised inside of words; what is shorter is looked for as a whole word.
  static let shortestTold = 4

  /// Whether this text says a value. `10.0.0.2` is not in `10.0.0.20`, `18` not in `0x18` or `1.18`, `no` not in `now`.
  package func tells(_ value: String) -> Bool { placeTelling(value) != nil }

  /// Where it says it first, in letters from its start; nil: nowhere.
  func placeTelling(_ value: String) -> Int? {
    // Nearly no text has it: letters are looked at where it does.
    guard contains(value) else { return nil }
    let (text, wanted) = (Array(self), Array(value))
    guard let first = wanted.first, let last = wanted.last, wanted.count <= text.count else { return nil }
    let isShort = wanted.count < String.shortestTold
    return (0...text.count - wanted.count).first { start in
      guard text[start] == first, text[start..<start + wanted.count].elementsEqual(wanted) else {
        return false
      }
      let before = text[..<start]
      let after = text[(start + wanted.count)...]
      return !String.goesOn(before.reversed(), first, isShort) && !String.goesOn(after, last, isShort)
    }
  }

  /// Whether the word or number that ends with a letter goes on beside it.
  private static func goesOn(_ beside: some Sequence<Character>, _ letter: Character, _ isShort: Bool) -> Bool
  {
    var iterator = beside.makeIterator()
    guard let next = iterator.next() else { return false }
    if letter.isASCII, letter.isNumber || letter.isHexDigit {
      if next.isASCII, next.isNumber { return true }
      if ".:".contains(next), let second = iterator.next(), second.isASCII, second.isHexDigit { return true }
    }
    guard isShort else { return false }
    // A Korean particle goes on with no word but its own.
    return letter.isASCII
      ? next.isASCII && (next.isLetter || next.isNumber || next == "_") : !next.isASCII && next.isLetter
  }
}
