/// How a field's value stands in its bits, so that what a person types can be put there.
enum FieldEncoding: Equatable, Sendable {
  /// A number of so many bits; shown is (wire − base) · scale, modulo their number, the octets swapped or not.
  case number(width: Int, scale: UInt64, base: UInt64, swapped: Bool)
  /// A number in ASCII digits.
  case digits(count: Int)
  case flag(width: Int)
  case mac
  case ipv4
  /// Bytes that are typed in hexadecimal or as text.
  case bytes(count: Int)
  /// Text in the line at `line`, of which it may be a part.
  case text(count: Int, line: Range<Int>)
  /// A domain name: labels with their lengths, and what ends it: a zero or a pointer to `rest`.
  case name(bytes: [UInt8], literal: Int, rest: [[UInt8]])
  /// Bytes whose value has no text that could be read back.
  case raw(count: Int)

  /// What was typed, as bits.
  struct Value: Equatable, Sendable {
    var bits: [UInt8]
    var shown: String
    /// All of the field's bits, where `Value` may be a part of them.
    var isWhole = false
  }

  /// The bits of the whole field where its value is only a part of them.
  var whole: Range<Int>? { if case .text(_, let line) = self { line } else { nil } }

  static func of(
    _ node: FieldNode, in frame: [UInt8], isName: Bool
  ) throws(FieldEditRefusal) -> (FieldEncoding, Range<Int>) {
    let (field, bits) = (node.field, node.bits)
    let isAligned = bits.lowerBound % 8 == 0 && bits.upperBound % 8 == 0
    let octets = isAligned ? Array(frame[bits.lowerBound / 8..<bits.upperBound / 8]) : []
    switch (field.type, node.value) {
    case (.decimal, .number(let shown)), (.hex, .number(let shown)):
      if bits.count == field.bits, (1...64).contains(bits.count) {
        return (numberEncoding(field, shown, frame.bits(bits).number), bits)
      }
      // Digits of another base are none to count with.
      if !octets.isEmpty, octets.count <= 18, octets.allSatisfy({ (48...57).contains($0) }),
        octets.reduce(0, { $0 * 10 + UInt64($1 - 48) }) == shown
      {
        return (.digits(count: octets.count), bits)
      }
    case (.bool, .bool) where bits.count <= 8: return (.flag(width: bits.count), bits)
    case (.mac, .mac) where bits.count == 48: return (.mac, bits)
    case (.ipv4, .ipv4) where bits.count == 32: return (.ipv4, bits)
    case (.text, .text(let text)):
      guard isAligned else { break }
      if isName { return (nameEncoding(octets, text) ?? .raw(count: octets.count), bits) }
      let wanted = Array(text.utf8)
      if !wanted.isEmpty, let place = octets.lastRange(of: wanted) {
        let first = bits.lowerBound + place * 8
        return (.text(count: wanted.count, line: bits), first..<first + wanted.count * 8)
      }
    case (.bytes, .bytes) where isAligned: return (.bytes(count: octets.count), bits)
    default: break
    }
    guard isAligned else { throw .notInFrame(field) }
    return (.raw(count: octets.count), bits)
  }

  private static func numberEncoding(_ field: Field, _ shown: UInt64, _ wire: UInt64) -> FieldEncoding {
    let width = field.bits
    let read = field.isSwapped ? wire.swapped(octets: width / 8) : wire
    // Numbers may be counted from a beginning that this frame does not say.
    let base = (read &- shown / field.scale) & .ones(width)
    return .number(width: width, scale: field.scale, base: base, swapped: field.isSwapped)
  }

  private static func nameEncoding(_ octets: [UInt8], _ text: String) -> FieldEncoding? {
    guard let labels = DNSName(text)?.labels else { return nil }
    var position = 0
    var literal = 0
    while position < octets.count, octets[position] != 0, octets[position] < 0xc0 {
      position += 1 + Int(octets[position])
      literal += 1
    }
    guard position < octets.count, literal <= labels.count else { return nil }
    return .name(bytes: octets, literal: literal, rest: Array(labels.dropFirst(literal)))
  }

  /// The present value as it can be typed.
  func typed(_ node: FieldNode) -> String {
    switch self {
    case .flag: node.value == .bool(true) ? "true" : "false"
    case .bytes: "0x" + node.show.filter { $0 != ":" }
    default: node.show
    }
  }
}

extension UInt64 {
  /// The largest number of so many bits.
  static func ones(_ width: Int) -> UInt64 { width >= 64 ? .max : 1 << UInt64(width) - 1 }

  func swapped(octets: Int) -> UInt64 { octets == 0 ? self : byteSwapped >> UInt64(64 - octets * 8) }

  func bits(_ width: Int) -> [UInt8] { (0..<width).map { UInt8(self >> UInt64(width - 1 - $0) & 1) } }
}

extension [UInt8] {
  /// Bits as one number, the first the highest.
  var number: UInt64 { reduce(0) { $0 << 1 | UInt64($1) } }

  /// Where another row of bytes stands in this one for the last time.
  func lastRange(of other: [UInt8]) -> Int? {
    guard other.count <= count else { return nil }
    return (0...count - other.count).last { self[$0..<$0 + other.count].elementsEqual(other) }
  }
}
