import Documents

/// The numbers of a text that no slot computes: constants that a standard fixes, listed at `literal`. A number that is
/// neither was copied from one run of the network, and is wrong on the next.
package struct Literals: Hashable, Sendable {
  package static let key = "literal"
  package static let schema: JSONValue = [
    "type": "array", "items": ["type": "integer"], "description": "numbers in the text that a standard fixes",
  ]

  package let numbers: [Located<Int>]

  init() { numbers = [] }

  /// - Parameter text: the mapping that has the text in its languages, and perhaps `literal`.
  package init(of text: DocumentNode) {
    numbers = text[Literals.key].flatMap { Shape<Int>.integer.located.list($0) } ?? []
  }

  /// The numbers in words that are not listed, with their offsets in UTF-8 bytes.
  ///
  /// - Parameter words: what stands between slots.
  package func unlisted(in words: String) -> [(number: String, offset: Int)] {
    Literals.numbers(in: words).filter { found in !numbers.contains { $0.value == Int(found.number) } }
  }

  /// Those listed that none of the texts has, in whichever word.
  package func unused(in texts: [String]) -> [Located<Int>] {
    let found = Set(texts.flatMap { $0.split { !$0.isNumber } }.compactMap { Int($0) })
    return numbers.filter { !found.contains($0.value) }
  }

  /// Digits in a row, but for those of a name: `IPv4`, `$1`, `3-way`.
  private static func numbers(in words: String) -> [(number: String, offset: Int)] {
    let bytes = Array(words.utf8)
    var found: [(String, Int)] = []
    var index = 0
    while index < bytes.count {
      guard isDigit(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, isDigit(bytes[index]) { index += 1 }
      let isOfName = start > 0 && (isLetter(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "$"))
      if isOfName || bytes[index...].starts(with: "-way".utf8) { continue }
      found.append((String(decoding: bytes[start..<index], as: UTF8.self), start))
    }
    return found
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
