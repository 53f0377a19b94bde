import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// A field on the wire as a ribbon: its bytes, their bits, the mask, the number, what it means.
/// ```
/// a0 12 = 1010 0000 0001 00[1]0  mask 0x0002  >> 1 = 1  Set
/// ```
struct BitRibbon {
  let field: FieldBits
  private var node: FieldNode { field.node }
  private var window: Range<Int> { field.window }

  /// nil for what is not on the wire.
  init?(_ place: FieldPlace, in unit: Dissection) {
    guard let field = FieldBits(place, in: unit) else { return nil }
    self.field = field
  }

  // MARK: One line

  func spans(width: Int, _ language: Language) -> [Span] {
    let room = max(1, (width - field.tail(language).displayWidth - 3 - 2) / 3)
    return field.parts(room: room, language).map { Span($0.text, $0.kind.role) }
  }

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
    if case .text = node.value { true } else { field.isSpelled }
  }

  private func rows(_ row: Range<Int>) -> [[Span]] {
    var digits: [Span] = []
    var bits: [Span] = []
    var numbers: [Span] = []
    for byte in row {
      let isOwn = node.bytes.contains(byte)
      digits.append(Span((hexByte(field.bytes[byte])).padded(to: 9), isOwn ? .strong : .quiet))
      for bit in byte * 8..<byte * 8 + 8 {
        bits.append(
          Span(field.digit(bit), node.bits.contains(bit) && field.isMasked ? .select : isOwn ? .text : .quiet)
        )
      }
      bits.append(Span(" "))
      switch node.value {
      case .ipv4: numbers.append(Span(String(field.bytes[byte]).padded(to: 9)))
      default: if isText { numbers.append(Span(String(field.character(field.bytes[byte])).padded(to: 9))) }
      }
    }
    return [digits, bits] + (numbers.isEmpty ? [] : [numbers])
  }

  /// `^^^^ Header Length`: under a field's own bits, or under the one bit of an address that says for whom it is.
  private func pointer(_ perLine: Int, _ width: Int) -> [Span]? {
    let target: (bits: Range<Int>, text: String)
    if field.isMasked {
      target = (node.bits, field.meaning ?? String(field.raw ?? 0))
    } else if case .mac = node.value, let group = field.group {
      target = (group.bits, group.text)
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
    guard field.showsBits, let raw = field.raw, let number = field.number else { return nil }
    var spans: [Span] = []
    if field.isMasked {
      spans.append(
        Span(
          "\(SelectionNarration.mask[language]) \(field.mask)"
            + (field.shift > 0 ? "  >> \(field.shift)" : "") + " ",
          .quiet))
    }
    if node.field.isSwapped { spans.append(Span(SelectionNarration.lowByteFirst[language] + " ", .quiet)) }
    spans.append(Span("= \(node.field.isSwapped ? number : raw)"))
    if node.field.scale != 1 { spans.append(Span("  × \(node.field.scale) = \(number)")) }
    if !field.isMasked, let meaning = field.meaning { spans.append(Span("  " + meaning, .strong)) }
    return spans
  }
}

extension FieldBits.Part.Kind {
  fileprivate var role: Role {
    switch self {
    case .quiet: .quiet
    case .plain: .text
    case .result: .strong
    case .own: .select
    }
  }
}
