import Analysis
import Terminal

/// A line being typed.
struct TextLine: Equatable, Sendable {
  private(set) var text: [Character] = []
  /// Characters before the insertion point.
  private(set) var cursor = 0
  /// Most Unicode scalars it holds.
  let limit: Int

  /// Longest answer to a question that makes sense to type.
  static let answer = 60

  init(_ text: String = "", limit: Int = TextLine.answer) {
    self.limit = limit
    insert(text)
  }

  var string: String { String(text) }
  var isEmpty: Bool { text.isEmpty }
  var beforeCursor: String { String(text[..<cursor]) }

  mutating func insert(_ character: Character) { insert(String(character)) }

  /// Puts text in at the insertion point: control characters are left out, and what is more than the limit.
  mutating func insert(_ added: String) {
    var before = beforeCursor.unicodeScalars
    let behind = String(text[cursor...]).unicodeScalars
    let room = limit - before.count - behind.count
    before.append(contentsOf: added.unicodeScalars.lazy.filter(TextLine.isTyped).prefix(max(0, room)))
    // A mark joins the character in front of it.
    text = Array(String(before) + String(behind))
    cursor = min(String(before).count, text.count)
  }

  private static func isTyped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    default: true
    }
  }

  /// Replaces characters; the insertion point stands after what was put in.
  mutating func replace(_ range: Range<Int>, with added: String) {
    let part = range.clamped(to: 0..<text.count)
    text.removeSubrange(part)
    cursor = part.lowerBound
    insert(added)
  }

  mutating func clear() { replace(0..<text.count, with: "") }

  /// - Returns: whether the key is one that edits or moves.
  mutating func edit(_ key: Key) -> Bool {
    switch key {
    case .backspace: if cursor > 0 { replace(cursor - 1..<cursor, with: "") }
    case .delete: if cursor < text.count { replace(cursor..<cursor + 1, with: "") }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = text.count
    case .control("u"): clear()
    default: return false
    }
    return true
  }
}

/// Kept between runs with its insertion point.
extension TextLine: Codable {
  private enum CodingKeys: String, CodingKey { case text, cursor, limit }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let limit = try container.decode(Int.self, forKey: .limit)
    self.init(try container.decode(String.self, forKey: .text), limit: max(0, min(limit, 1 << 16)))
    cursor = max(0, min(try container.decode(Int.self, forKey: .cursor), text.count))
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(string, forKey: .text)
    try container.encode(cursor, forKey: .cursor)
    try container.encode(limit, forKey: .limit)
  }
}

extension TextLine {
  /// The part of it that is shown in a row.
  struct Window: Equatable {
    /// Indices of the characters.
    var shown: Range<Int>
    var isCutLeft: Bool
    var isCutRight: Bool
    /// Of the insertion point, from the row's left end.
    var cursorColumn: Int
  }

  /// What fits into `width` columns around the insertion point, which itself needs a column; `…` stands for the rest.
  func window(width: Int) -> Window {
    let widths = text.map { String($0).displayWidth }
    let total = widths.reduce(0, +)
    func columns(_ range: Range<Int>) -> Int { widths[range].reduce(0, +) }
    if total < width {
      return Window(
        shown: 0..<text.count, isCutLeft: false, isCutRight: false, cursorColumn: columns(0..<cursor))
    }
    // One column for each `…`, of which the right one is the insertion point's at the end of the line; elsewhere it
    // stays a third of the row from the right end where it can.
    let room = max(0, width - 2)
    let behind = min(columns(cursor..<text.count), room / 3)
    var first = cursor
    var used = 0
    while first > 0, used + widths[first - 1] + behind <= room {
      first -= 1
      used += widths[first]
    }
    var end = cursor
    while end < text.count, used + widths[end] <= room {
      used += widths[end]
      end += 1
    }
    return Window(
      shown: first..<end, isCutLeft: first > 0, isCutRight: end < text.count,
      cursorColumn: (first > 0 ? 1 : 0) + columns(first..<cursor))
  }
}
