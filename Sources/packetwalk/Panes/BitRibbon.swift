import Documents
import Networking
import Terminal

/// A field on the wire as a ribbon: its bytes, their bits, the mask, the number, what it means.
/// ```
/// a0 12 = 1010 0000 0001 00[1]0  mask 0x0002  >> 1 = 1  Set
/// ```
struct BitRibbon {
  let node: FieldNode
  /// The bytes shown, by their place in the source: of a flag those of the whole group.
  let window: Range<Int>
  private let bytes: [UInt8]
  /// What is set in a group of flags, or the parts of an address.
  private let children: [FieldNode]
  private let unit: Dissection
  private let place: NodePlace

  /// nil for what is not on the wire.
  init?(_ place: NodePlace, in unit: Dissection) {
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
    self.unit = unit
    self.place = place
    children = nodes.filter { $0.parent == place.node && !$0.field.isGenerated }
  }

  // MARK: Number

  /// What the field's bits hold; nil for more than 64.
  var raw: UInt64? {
    guard node.bits.count <= 64 else { return nil }
    return node.bits.reduce(0) { $0 << 1 | UInt64(bytes[$1 / 8] >> (7 - UInt8($1 % 8)) & 1) }
  }

  /// What is shown for it: times the scale, or read from its last byte to its first.
  var number: UInt64? {
    guard let raw else { return nil }
    if node.field.isSwapped { return raw.byteSwapped >> UInt64(64 - node.bytes.count * 8) }
    return raw &* node.field.scale
  }

  /// Zeros behind the field in the bytes shown.
  private var shift: Int { window.upperBound * 8 - node.bits.upperBound }
  private var isMasked: Bool { node.bits.count < window.count * 8 }

  private var mask: String {
    let ones = (UInt64.max >> UInt64(64 - node.bits.count)) << UInt64(shift)
    return "0x" + hex(ones, digits: window.count * 2)
  }

  private var showsBits: Bool {
    guard window.count <= 4 else { return false }
    switch node.value {
    case .number: return !isSpelled
    case .bool, .signed: return true
    default: return false
    }
  }

  /// The number is written in digits, as HTTP does, not in binary.
  private var isSpelled: Bool {
    guard case .number(let value) = node.value, value != number else { return false }
    return UInt64(ascii) == value
  }

  /// The name of the number, or what the number says in words; nil when there is no more than the number.
  private var meaning: String? {
    let text = node.text
    guard let number else { return text }
    return text == String(number) || text.isEmpty ? nil : text
  }

  // MARK: One line

  func spans(width: Int, _ language: Language) -> [Span] {
    showsBits ? bitSpans(language) : byteSpans(width: width, language)
  }

  /// The same without roles, for the sentence line; only for flags and groups of them.
  func sentence(_ language: Language) -> String? {
    let isFlag = node.field.type == .bool && !node.isWholeBytes
    let isGroup = children.contains { $0.field.type == .bool }
    guard showsBits, isMasked, isFlag || isGroup else { return nil }
    let start = hexText(window) + " = " + bits.map(\.text).joined() + ", \(Texts.mask[language]) \(mask)"
    return meaning.map { start + ": " + $0 } ?? start
  }

  private func bitSpans(_ language: Language) -> [Span] {
    var spans = [Span(hexText(window) + " = ", .quiet)] + bits
    if isMasked {
      spans.append(Span("  \(Texts.mask[language]) \(mask)", .quiet))
      if shift > 0 { spans.append(Span("  >> \(shift)", .quiet)) }
    }
    guard let raw, let number else { return spans }
    if node.field.isSwapped { spans.append(Span("  " + Texts.lowByteFirst[language], .quiet)) }
    spans.append(Span(" = \(node.field.isSwapped ? number : raw)", .strong))
    if node.field.scale != 1 { spans.append(Span("  × \(node.field.scale) = \(number)")) }
    if let meaning { spans.append(Span("  " + meaning, .strong)) }
    return spans
  }

  private func byteSpans(width: Int, _ language: Language) -> [Span] {
    if case .mac = node.value { return addressSpans }
    let text = tail(language)
    let room = max(1, (width - text.displayWidth - 3 - 2) / 3)
    var shown = node.bytes
    if shown.count > room { shown = shown.lowerBound..<shown.lowerBound + max(1, min(room, 12)) }
    let isCut = shown.count < node.bytes.count
    return [Span(hexText(shown) + (isCut ? " …" : "") + " = ", .quiet), Span(text, .strong)]
  }

  /// The bits of an address, the one that says for whom it is marked.
  private var addressSpans: [Span] {
    var spans = [Span(hexText(node.bytes) + " =", .quiet)]
    for byte in node.bytes {
      spans.append(Span(" "))
      for bit in byte * 8..<byte * 8 + 8 {
        let isGroup = group?.node.bits.contains(bit) == true
        spans +=
          isGroup ? [Span("[", .strong), Span(digit(bit), .select), Span("]", .strong)] : [Span(digit(bit))]
      }
    }
    return spans
  }

  private func tail(_ language: Language) -> String {
    switch node.value {
    case .ipv4(let address): address.bytes.map { String($0) }.joined(separator: " . ")
    case .text: quoted
    case .number(let value) where isSpelled: "\(quoted) = \(value)"
    case .bytes: Texts.bytes(node.bytes.count, language)
    default: node.text.isEmpty ? Texts.bytes(node.bytes.count, language) : node.text
    }
  }

  /// Of an address the bit that says whether it is for a group.
  private var group: BitRibbon? {
    guard let index = unit.layers[place.layer].nodes.lastIndex(where: { $0.parent == place.node }) else {
      return nil
    }
    return BitRibbon(NodePlace(layer: place.layer, node: index), in: unit)
  }

  private var quoted: String { "\"" + ascii.prefix(32) + (ascii.count > 32 ? "…" : "") + "\"" }

  private var ascii: String { String(node.bytes.map { character(bytes[$0]) }) }

  private func character(_ byte: UInt8) -> Character {
    (0x20..<0x7f).contains(byte) ? Character(Unicode.Scalar(byte)) : "."
  }

  private func hexText(_ range: Range<Int>) -> String {
    range.map { hexByte(bytes[$0]) }.joined(separator: " ")
  }

  /// `1010 0000 0001 00[1]0`: in groups of four, the field's own reversed.
  private var bits: [Span] {
    var spans: [Span] = []
    for bit in window.lowerBound * 8..<window.upperBound * 8 {
      let isBorder = bit % 4 == 0 && bit > window.lowerBound * 8
      let isOwn = node.bits.contains(bit)
      if bit == node.bits.upperBound {
        spans.append(Span("]", .strong))
      } else if bit == node.bits.lowerBound {
        spans.append(Span("[", .strong))
      } else if isBorder {
        spans.append(Span(" ", isOwn ? .select : .quiet))
      }
      spans.append(Span(digit(bit), isOwn ? .select : .quiet))
    }
    if node.bits.upperBound == window.upperBound * 8 { spans.append(Span("]", .strong)) }
    return spans
  }

  private func digit(_ bit: Int) -> String { String(bytes[bit / 8] >> (7 - UInt8(bit % 8)) & 1) }

  // MARK: Several lines

  /// Bytes with their bits under them, a pointer to the bit that matters, what they are read as.
  func grid(width: Int, height: Int, _ language: Language) -> [[Span]] {
    var lines: [[Span]] = []
    let perLine = max(1, (width + 1) / 9)
    let room = max(2, height)
    var first = window.lowerBound
    while first < window.upperBound {
      let row = first..<min(first + perLine, window.upperBound)
      let block = rows(row)
      if lines.count + block.count > room { break }
      lines += block
      first = row.upperBound
    }
    if first < window.upperBound {
      lines[lines.count - 1].append(Span(" …", .quiet))
      lines[lines.count - 1] = lines[lines.count - 1].truncated(to: width)
    }
    if let pointer = pointer(perLine, width), first >= window.upperBound, window.count <= perLine {
      lines.append(pointer)
    }
    if let reading = reading(language) { lines.append(reading.truncated(to: width)) }
    return lines
  }

  private var isText: Bool {
    if case .text = node.value { true } else { isSpelled }
  }

  private func rows(_ row: Range<Int>) -> [[Span]] {
    var digits: [Span] = []
    var bits: [Span] = []
    var numbers: [Span] = []
    for byte in row {
      let isOwn = node.bytes.contains(byte)
      digits.append(Span((hexByte(bytes[byte])).padded(to: 9), isOwn ? .strong : .quiet))
      for bit in byte * 8..<byte * 8 + 8 {
        bits.append(Span(digit(bit), node.bits.contains(bit) && isMasked ? .select : isOwn ? .text : .quiet))
      }
      bits.append(Span(" "))
      switch node.value {
      case .ipv4: numbers.append(Span(String(bytes[byte]).padded(to: 9)))
      default: if isText { numbers.append(Span(String(character(bytes[byte])).padded(to: 9))) }
      }
    }
    return [digits, bits] + (numbers.isEmpty ? [] : [numbers])
  }

  /// `^^^^ Header Length`: under a field's own bits, or under the one bit of an address that says for whom it is.
  private func pointer(_ perLine: Int, _ width: Int) -> [Span]? {
    let target: (bits: Range<Int>, text: String)
    if isMasked {
      target = (node.bits, meaning ?? String(raw ?? 0))
    } else if case .mac = node.value, let group {
      target = (group.node.bits, group.node.text)
    } else {
      return nil
    }
    func column(_ bit: Int) -> Int { (bit / 8 - window.lowerBound) * 9 + bit % 8 }
    let start = column(target.bits.lowerBound)
    let end = column(target.bits.upperBound - 1) + 1
    let mark = String(repeating: "^", count: max(1, end - start))
    if end + 1 + target.text.displayWidth <= width || start < target.text.displayWidth + 1 {
      return [
        Span(String(repeating: " ", count: start) + mark + " ", .strong),
        Span(target.text.truncated(to: max(0, width - end - 1)), .strong),
      ]
    }
    let before = String(repeating: " ", count: start - target.text.displayWidth - 1)
    return [Span(before + target.text + " " + mark, .strong)]
  }

  /// `mask 0x0f = 5, × 4 = 20`
  private func reading(_ language: Language) -> [Span]? {
    guard showsBits, let raw, let number else { return nil }
    var spans: [Span] = []
    if isMasked {
      spans.append(Span("\(Texts.mask[language]) \(mask)" + (shift > 0 ? "  >> \(shift)" : "") + " ", .quiet))
    }
    if node.field.isSwapped { spans.append(Span(Texts.lowByteFirst[language] + " ", .quiet)) }
    spans.append(Span("= \(node.field.isSwapped ? number : raw)"))
    if node.field.scale != 1 { spans.append(Span("  × \(node.field.scale) = \(number)")) }
    if !isMasked, let meaning { spans.append(Span("  " + meaning, .strong)) }
    return spans
  }
}

extension FieldNode {
  /// It begins and ends at borders of bytes.
  var isWholeBytes: Bool { bits.lowerBound % 8 == 0 && bits.upperBound % 8 == 0 }
}
