import Analysis
import Documents
import Networking
import Terminal

/// The bytes, sixteen a row: `[ ]` around what is selected, `( )` around what is lit.
struct BytesPane {
  let bytes: [UInt8]
  let selected: Range<Int>
  let lit: [Range<Int>]
  /// Bytes that are not shown: they would answer a question.
  let masked: [Range<Int>]
  /// Bytes with a blank that is filled in.
  var blanks: [Range<Int>] = []
  /// The byte under the cursor, when the pane has the focus.
  let cursor: Int?

  static let perRow = 16

  /// Rows to show so that what is selected can be seen.
  func window(height: Int) -> Range<Int> {
    let count = (bytes.count + BytesPane.perRow - 1) / BytesPane.perRow
    let wanted = cursor ?? (selected.isEmpty ? lit.first?.lowerBound ?? 0 : selected.lowerBound)
    let last = cursor ?? (selected.isEmpty ? wanted : selected.upperBound - 1)
    let row = wanted / BytesPane.perRow
    if count <= height { return 0..<count }
    if last / BytesPane.perRow < height { return 0..<height }
    let top = min(max(0, row - 1), count - height)
    return top..<min(count, top + height)
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let window = window(height: rect.height)
    for row in window { draw(row: row, in: rect.row(row - window.lowerBound), on: &canvas) }
  }

  /// Column of the slot before a byte, from the pane's left edge.
  static func slot(_ column: Int) -> Int { 6 + 3 * column + (column >= 8 ? 1 : 0) }

  private func draw(row: Int, in line: Rect, on canvas: inout Canvas) {
    let first = row * BytesPane.perRow
    let count = min(BytesPane.perRow, bytes.count - first)
    canvas.put(hex(UInt64(first), digits: 4), at: line.droppingLeft(1).origin, role: .quiet)
    let textColumn = BytesPane.slot(BytesPane.perRow) + 2
    for column in 0..<count {
      let byte = first + column
      let role = role(byte)
      let x = line.x + BytesPane.slot(column)
      let identity = ClickTarget.byte(byte).identity
      let isBlank = blanks.contains { $0.contains(byte) }
      let cover: String? = isBlank ? "_" : masked.contains { $0.contains(byte) } ? "·" : nil
      canvas.put(
        cover.map { $0 + $0 } ?? hexByte(bytes[byte]), at: Point(x: x + 1, y: line.y), role: role,
        identity: identity
      )
      if role != .text, column + 1 < count, self.role(byte + 1) == role, column != 7 {
        canvas.put(" ", at: Point(x: x + 3, y: line.y), role: role)
      }
      canvas.put(
        cover ?? shown(bytes[byte]), at: Point(x: line.x + textColumn + column, y: line.y),
        role: role,
        identity: identity)
      if byte == cursor { canvas.cursor = Point(x: x + 1, y: line.y) }
    }
    brackets(first..<first + count, in: line, on: &canvas)
  }

  private func brackets(_ row: Range<Int>, in line: Rect, on canvas: inout Canvas) {
    func put(_ sign: String, before byte: Int, _ role: Role) {
      let column = byte - row.lowerBound
      // Behind the eighth byte there are two slots: what closes stands in the first.
      let x = BytesPane.slot(column) - (column == 8 && (sign == "]" || sign == ")") ? 1 : 0)
      canvas.put(sign, at: Point(x: line.x + x, y: line.y), role: role)
    }
    for range in lit {
      let part = range.clamped(to: row)
      if part.isEmpty { continue }
      put("(", before: part.lowerBound, .strong)
      put(")", before: part.upperBound, .strong)
    }
    let part = selected.clamped(to: row)
    if part.isEmpty { return }
    put("[", before: part.lowerBound, .strong)
    put("]", before: part.upperBound, .strong)
  }

  private func role(_ byte: Int) -> Role {
    if selected.contains(byte) { return .select }
    return lit.contains { $0.contains(byte) } ? .lit : .text
  }

  private func shown(_ byte: UInt8) -> String {
    (0x20..<0x7f).contains(byte) ? String(Unicode.Scalar(byte)) : "."
  }
}

extension Sign {
  static let selectedBytes = Sign(
    "[ ]", .around, .strong, say("selected: field and its bytes", "고른 필드와 그 바이트"))
  static let litBytes = Sign("( )", .around, .strong, say("lit: the text speaks of it", "강조: 설명이 말하는 것"))
}
