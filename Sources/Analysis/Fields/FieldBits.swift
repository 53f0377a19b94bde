import Documents
import Networking

/// A field on the wire down to its bits: its bytes, their bits, the mask, the number, what it means.
package struct FieldBits: Sendable {
  package let node: FieldNode
  /// The bytes shown, by their place in the source: of a flag those of the whole group.
  package let window: Range<Int>
  package let bytes: [UInt8]
  /// Of an address the bit that says whether it is for a group.
  package let group: FieldNode?
  private let hasFlags: Bool

  /// nil for what is not on the wire.
  package init?(_ place: FieldPlace, in unit: Dissection) {
    let node = unit.node(place)
    let bytes = unit.bytes(of: node.source)
    guard !node.field.isGenerated, !node.bits.isEmpty, node.bytes.upperBound <= bytes.count else {
      return nil
    }
    var window = node.bytes
    let nodes = unit.layers[place.layer].nodes
    if !node.isWholeBytes, nodes.indices.contains(node.parent) {
      let parent = nodes[node.parent]
      if !parent.field.isGenerated, parent.source == node.source, parent.bytes.count <= 4,
        parent.bytes.lowerBound <= window.lowerBound, parent.bytes.upperBound >= window.upperBound
      {
        window = parent.bytes
      }
    }
    self.node = node
    self.window = window
    self.bytes = bytes
    let children = nodes.filter { $0.parent == place.node }
    group = children.last.flatMap { child in
      child.field.isGenerated || child.bits.isEmpty || child.bytes.upperBound > bytes.count ? nil : child
    }
    hasFlags = children.contains { !$0.field.isGenerated && $0.field.type == .bool }
  }

  // MARK: Number

  /// What the field's bits hold; nil for more than 64.
  package var raw: UInt64? {
    guard node.bits.count <= 64 else { return nil }
    return node.bits.reduce(0) { $0 << 1 | UInt64(bytes[$1 / 8] >> (7 - UInt8($1 % 8)) & 1) }
  }

  /// What is shown for it: times the scale, or read from its last byte to its first.
  package var number: UInt64? {
    guard let raw else { return nil }
    if node.field.isSwapped { return raw.byteSwapped >> UInt64(64 - node.bytes.count * 8) }
    return raw &* node.field.scale
  }

  /// Zeros after the field in the bytes shown.
  package var shift: Int { window.upperBound * 8 - node.bits.upperBound }
  package var isMasked: Bool { node.bits.count < window.count * 8 }

  package var mask: String {
    let ones = (UInt64.max >> UInt64(64 - node.bits.count)) << UInt64(shift)
    return "0x" + hex(ones, digits: window.count * 2)
  }

  package var showsBits: Bool {
    guard window.count <= 4 else { return false }
    switch node.value {
    case .number: return !isSpelled
    case .bool, .signed: return true
    default: return false
    }
  }

  /// The number is written in digits, as HTTP does, not in binary.
  package var isSpelled: Bool {
    guard case .number(let value) = node.value, value != number else { return false }
    return UInt64(ascii) == value
  }

  /// The name of the number, or what the number says in words; nil when there is no more than the number.
  package var meaning: String? {
    let text = node.text
    guard let number else { return text }
    return text == String(number) || text.isEmpty ? nil : text
  }

  // MARK: One line

  /// A piece of the line, by what it is.
  package struct Part: Equatable, Sendable {
    package enum Kind: Sendable { case quiet, plain, result, own }
    package let text: String
    package let kind: Kind

    package init(_ text: String, _ kind: Kind = .plain) {
      self.text = text
      self.kind = kind
    }
  }

  /// `a0 12 = 1010 0000 0001 00[1]0  mask 0x0002  >> 1 = 1  Set`
  /// - Parameter room: bytes that may be shown in hexadecimal, where their bits are not.
  package func parts(room: Int, _ language: Language) -> [Part] {
    if showsBits { return bitParts(language) }
    if case .mac = node.value { return addressParts }
    let shown = node.bytes.prefix(node.bytes.count > room ? max(1, min(room, 12)) : node.bytes.count)
    let isCut = shown.count < node.bytes.count
    return [Part(hexText(shown) + (isCut ? " …" : "") + " = ", .quiet), Part(tail(language), .result)]
  }

  /// What one sentence says of the bits; only for flags and groups of them.
  package func sentence(_ language: Language) -> String? {
    let isFlag = node.field.type == .bool && !node.isWholeBytes
    guard showsBits, isMasked, isFlag || hasFlags else { return nil }
    let start =
      hexText(window) + " = " + bits.map(\.text).joined() + ", \(SelectionNarration.mask[language]) \(mask)"
    return meaning.map { start + ": " + $0 } ?? start
  }

  private func bitParts(_ language: Language) -> [Part] {
    var parts = [Part(hexText(window) + " = ", .quiet)] + bits
    if isMasked {
      parts.append(Part("  \(SelectionNarration.mask[language]) \(mask)", .quiet))
      if shift > 0 { parts.append(Part("  >> \(shift)", .quiet)) }
    }
    guard let raw, let number else { return parts }
    if node.field.isSwapped { parts.append(Part("  " + SelectionNarration.lowByteFirst[language], .quiet)) }
    parts.append(Part(" = \(node.field.isSwapped ? number : raw)", .result))
    if node.field.scale != 1 { parts.append(Part("  × \(node.field.scale) = \(number)")) }
    if let meaning { parts.append(Part("  " + meaning, .result)) }
    return parts
  }

  /// The bits of an address, the one that says for whom it is marked.
  private var addressParts: [Part] {
    var parts = [Part(hexText(node.bytes) + " =", .quiet)]
    for byte in node.bytes {
      parts.append(Part(" "))
      for bit in byte * 8..<byte * 8 + 8 {
        let isGroup = group?.bits.contains(bit) == true
        parts +=
          isGroup ? [Part("[", .result), Part(digit(bit), .own), Part("]", .result)] : [Part(digit(bit))]
      }
    }
    return parts
  }

  /// What the bytes are read as, where their bits are not shown.
  package func tail(_ language: Language) -> String {
    switch node.value {
    case .ipv4(let address): address.bytes.map { String($0) }.joined(separator: " . ")
    case .text: quoted
    case .number(let value) where isSpelled: "\(quoted) = \(value)"
    case .bytes: SelectionNarration.bytes(node.bytes.count, language)
    default: node.text.isEmpty ? SelectionNarration.bytes(node.bytes.count, language) : node.text
    }
  }

  private var quoted: String { "\"" + ascii.prefix(32) + (ascii.count > 32 ? "…" : "") + "\"" }

  private var ascii: String { String(node.bytes.map { character(bytes[$0]) }) }

  package func character(_ byte: UInt8) -> Character {
    (0x20..<0x7f).contains(byte) ? Character(Unicode.Scalar(byte)) : "."
  }

  private func hexText(_ range: Range<Int>) -> String {
    range.map { hexByte(bytes[$0]) }.joined(separator: " ")
  }

  /// `1010 0000 0001 00[1]0`: in groups of four, the field's own in brackets.
  private var bits: [Part] {
    var parts: [Part] = []
    for bit in window.lowerBound * 8..<window.upperBound * 8 {
      let isBorder = bit % 4 == 0 && bit > window.lowerBound * 8
      let isOwn = node.bits.contains(bit)
      if bit == node.bits.upperBound {
        parts.append(Part("]", .result))
      } else if bit == node.bits.lowerBound {
        parts.append(Part("[", .result))
      } else if isBorder {
        parts.append(Part(" ", isOwn ? .own : .quiet))
      }
      parts.append(Part(digit(bit), isOwn ? .own : .quiet))
    }
    if node.bits.upperBound == window.upperBound * 8 { parts.append(Part("]", .result)) }
    return parts
  }

  package func digit(_ bit: Int) -> String { String(bytes[bit / 8] >> (7 - UInt8(bit % 8)) & 1) }
}

extension FieldNode {
  /// It begins and ends at borders of bytes.
  package var isWholeBytes: Bool { bits.lowerBound % 8 == 0 && bits.upperBound % 8 == 0 }
}
