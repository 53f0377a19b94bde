/// What one cell shows: a character and at most two marks that combine with it, packed into one word
/// (21 bits each) so that a canvas copies and compares as plain memory.
package struct Glyph: Hashable, Sendable {
  private(set) var packed: UInt64

  package static let blank = Glyph(" ")
  /// The second column of the wide character to the left.
  package static let rightHalf = Glyph(packed: 0)

  package init(_ scalar: Unicode.Scalar) { packed = UInt64(scalar.value) }
  private init(packed: UInt64) { self.packed = packed }

  /// The character without its marks.
  package var base: Unicode.Scalar { Unicode.Scalar(UInt32(packed & 0x1f_ffff)) ?? " " }

  /// Base and marks in order.
  package var scalars: [Unicode.Scalar] {
    if packed < 0x20_0000 { return [base] }
    var result = [base]
    for shift in [21, 42] {
      let value = UInt32((packed >> shift) & 0x1f_ffff)
      if value != 0, let scalar = Unicode.Scalar(value) { result.append(scalar) }
    }
    return result
  }

  package var isPlain: Bool { packed < 0x20_0000 }

  package var string: String {
    var result = String.UnicodeScalarView()
    write(to: &result)
    return String(result)
  }

  /// Its base and marks; nothing for the second column of a wide character.
  func write(to text: inout String.UnicodeScalarView) {
    if packed == 0 { return }
    text.append(base)
    if !isPlain { for mark in scalars.dropFirst() { text.append(mark) } }
  }

  /// Adds a combining mark. Conjoining jamo become the syllable they spell; a third mark is left out.
  mutating func combine(_ mark: Unicode.Scalar) {
    if isPlain, let syllable = Hangul.joined(base, mark) {
      packed = UInt64(syllable.value)
    } else if packed < 1 << 21 {
      packed |= UInt64(mark.value) << 21
    } else if packed < 1 << 42 {
      packed |= UInt64(mark.value) << 42
    }
  }
}
