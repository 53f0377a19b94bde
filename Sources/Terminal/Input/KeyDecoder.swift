/// Turns the terminal's bytes into keys. Sequences of terminfo come first, then what all terminals in use send
/// (ECMA-48, xterm's control sequences); a sequence nobody knows becomes one `unknown`, never loose letters.
struct KeyDecoder: Sendable {
  /// Terminfo's key sequences.
  private let sequences: [[UInt8]: Key]
  private let longest: Int
  private var buffer: [UInt8] = []
  private var pasted: [UInt8]?

  /// Awaits what the terminal says of its width, which is no key.
  var probe = WidthProbe()

  /// Longer pastes are cut.
  static let longestPaste = 1 << 20
  private static let pasteEnd = Array("\u{1B}[201~".utf8)
  /// What is longer and has not ended is no control sequence.
  private static let longestSequence = 256

  init(sequences: [[UInt8]: Key] = [:]) {
    self.sequences = sequences
    longest = sequences.keys.map(\.count).max() ?? 0
  }

  /// The beginning of a sequence waits for its rest; ask again with `ended` when none comes.
  var isWaiting: Bool { !buffer.isEmpty && pasted == nil }

  /// The keys in these bytes.
  /// - Parameter ended: nothing followed for a while, so what waits is complete: a lone `ESC` is the key.
  mutating func keys(_ bytes: [UInt8], ended: Bool = false) -> [Key] {
    let bytes = buffer + bytes
    buffer = []
    var keys: [Key] = []
    var position = 0
    while position < bytes.count {
      guard let (key, length) = next(bytes[position...], ended: ended) else { break }
      position += length
      if let key { keys.append(key) }
    }
    buffer = Array(bytes[position...])
    return keys
  }

  /// The first key and the bytes it took; nil when more must come first. A key may be missing (paste).
  private mutating func next(_ bytes: ArraySlice<UInt8>, ended: Bool) -> (Key?, Int)? {
    if pasted != nil { return paste(bytes) }
    let first = bytes[bytes.startIndex]
    if first == 0x1B, let found = described(bytes) { return found }
    switch first {
    case 0x1B: return escape(bytes, ended: ended)
    case 0x08, 0x7F: return (.backspace, 1)
    case 0x09: return (.tab, 1)
    case 0x0A, 0x0D: return (.enter, 1)
    case 0x01...0x1A: return (.control(Character(Unicode.Scalar(first + 0x60))), 1)
    case 0x00..<0x20: return (.unknown, 1)
    case 0x20..<0x7F: return (.character(Character(Unicode.Scalar(first))), 1)
    default: return character(bytes, ended: ended)
    }
  }

  private func described(_ bytes: ArraySlice<UInt8>) -> (Key?, Int)? {
    var length = min(longest, bytes.count)
    while length > 0 {
      if let key = sequences[Array(bytes.prefix(length))] { return (key, length) }
      length -= 1
    }
    return nil
  }

  private mutating func escape(_ bytes: ArraySlice<UInt8>, ended: Bool) -> (Key?, Int)? {
    guard bytes.count > 1 else { return ended ? (.escape, 1) : nil }
    let start = bytes.startIndex
    switch bytes[start + 1] {
    case UInt8(ascii: "["):
      if let found = controlSequence(bytes) { return found }
      return ended ? (bytes.count == 2 ? .escape : .unknown, bytes.count == 2 ? 1 : bytes.count) : nil
    case UInt8(ascii: "O"):
      guard bytes.count > 2 else { return ended ? (.escape, 1) : nil }
      return (KeyDecoder.singleShift(bytes[start + 2]), 3)
    default:
      return (.escape, 1)
    }
  }

  /// `ESC [` parameters, intermediates, final byte (ECMA-48 §5.4); nil when it has not ended.
  private mutating func controlSequence(_ bytes: ArraySlice<UInt8>) -> (Key?, Int)? {
    var index = bytes.startIndex + 2
    let parameters = bytes[index...].prefix { (0x30...0x3F).contains($0) }
    index += parameters.count
    while index < bytes.endIndex, (0x20...0x2F).contains(bytes[index]) { index += 1 }
    guard index < bytes.endIndex else {
      return bytes.count > KeyDecoder.longestSequence ? (.unknown, bytes.count) : nil
    }
    let final = bytes[index]
    let length = index + 1 - bytes.startIndex
    if !(0x40...0x7E).contains(final) { return (.unknown, length - 1) }
    if parameters.isEmpty, final == UInt8(ascii: "[") {
      // The Linux console's F1 to F5.
      guard index + 1 < bytes.endIndex else { return nil }
      let number = Int(bytes[index + 1]) - 0x40
      return ((1...5).contains(number) ? .function(number) : .unknown, length + 1)
    }
    if parameters.isEmpty, final == UInt8(ascii: "M") {
      // The old mouse report has three bytes more.
      return bytes.count < length + 3 ? nil : (.unknown, length + 3)
    }
    if parameters.first == UInt8(ascii: "<") {
      return (MouseReport.key(parameters.dropFirst(), final: final), length)
    }
    let numbers =
      parameters.isEmpty
      ? []
      : parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
        $0.isEmpty ? 1 : Int(String(decoding: $0, as: UTF8.self)) ?? 0
      }
    if final == UInt8(ascii: "~"), numbers == [200] {
      pasted = []
      return (nil, length)
    }
    if final == UInt8(ascii: "R"), numbers.count == 2, probe.takes(row: numbers[0], column: numbers[1]) {
      return (nil, length)
    }
    return (KeyDecoder.key(final: final, numbers), length)
  }

  /// Takes pasted text up to what may be its end, whole runs at a time.
  private mutating func paste(_ bytes: ArraySlice<UInt8>) -> (Key?, Int)? {
    let end = KeyDecoder.pasteEnd
    if bytes.starts(with: end) {
      // Terminals send line ends as the Enter key.
      let text = String(decoding: (pasted ?? []).map { $0 == 0x0D ? 0x0A : $0 }, as: UTF8.self)
      pasted = nil
      return (.paste(text), end.count)
    }
    if end.starts(with: bytes) { return nil }
    let run = bytes[..<(bytes.dropFirst().firstIndex(of: end[0]) ?? bytes.endIndex)]
    pasted!.append(contentsOf: run.prefix(KeyDecoder.longestPaste - pasted!.count))
    return (nil, run.count)
  }

  private func character(_ bytes: ArraySlice<UInt8>, ended: Bool) -> (Key?, Int)? {
    let first = bytes[bytes.startIndex]
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let sequence = bytes.prefix(length)
    // Where the sequence breaks off, whatever breaks it is looked at again.
    let whole = 1 + sequence.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count
    if whole == bytes.count, whole < length, !ended { return nil }
    guard let text = String(validating: sequence, as: UTF8.self), let scalar = text.unicodeScalars.first
    else {
      return (.unknown, whole)
    }
    switch DisplayWidth.drawn(scalar) {
    case .nothing: return (nil, length)
    case .cell(let shown, _) where shown == DisplayWidth.replacement && shown != scalar:
      return (.unknown, length)
    default: return (.character(Character(scalar)), length)
    }
  }
}

extension KeyDecoder {
  /// `ESC O x`: cursor keys and the keypad in application mode.
  private static func singleShift(_ final: UInt8) -> Key {
    switch final {
    case UInt8(ascii: "M"): return .enter
    case 0x6A...0x79: return .character(Character(Unicode.Scalar(final - 0x40)))
    default: return key(final: final, [])
    }
  }

  /// The key of a control sequence. The second number is 1 + modifiers, of which only Shift alone is told apart.
  private static func key(final: UInt8, _ numbers: [Int]) -> Key {
    let modifiers = numbers.count > 1 ? numbers[1] : 1
    let isShift = modifiers == 2
    guard modifiers == 1 || isShift else { return .unknown }
    switch Character(Unicode.Scalar(final)) {
    case "A": return isShift ? .shiftUp : .up
    case "B": return isShift ? .shiftDown : .down
    case "C": return isShift ? .shiftRight : .right
    case "D": return isShift ? .shiftLeft : .left
    // rxvt's shifted arrows.
    case "a" where numbers.isEmpty: return .shiftUp
    case "b" where numbers.isEmpty: return .shiftDown
    case "c" where numbers.isEmpty: return .shiftRight
    case "d" where numbers.isEmpty: return .shiftLeft
    case "H": return .home
    case "F": return .end
    case "Z": return .backtab
    case "P": return .function(1)
    case "Q": return .function(2)
    case "R" where numbers.isEmpty: return .function(3)
    case "S": return .function(4)
    case "~": return numbered[numbers.first ?? 0] ?? .unknown
    default: return .unknown
    }
  }

  /// `ESC [ number ~`, from the VT220 on.
  private static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]
}
