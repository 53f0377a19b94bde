/// The text of one file with the start of each line, kept to place findings inside it.
final class SourceText: Sendable {
  let name: String
  let text: String
  private let lineStarts: [String.Index]

  init(_ source: Source) {
    name = source.name
    text = source.text
    var starts = [source.text.startIndex]
    let bytes = source.text.utf8
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      bytes.formIndex(after: &index)
      let isLineBreak = byte == 0x0A || (byte == 0x0D && (index == bytes.endIndex || bytes[index] != 0x0A))
      if isLineBreak { starts.append(index) }
    }
    lineStarts = starts
  }

  /// Where a position is in the text; nil: beyond it.
  func index(of position: Position) -> String.Index? {
    guard lineStarts.indices.contains(position.line - 1) else { return nil }
    return text.unicodeScalars.index(
      lineStarts[position.line - 1], offsetBy: position.column - 1, limitedBy: text.endIndex)
  }

  /// From this position to the end of its line, without the line break.
  func line(from position: Position) -> Substring.UnicodeScalarView {
    guard lineStarts.indices.contains(position.line - 1) else { return "".unicodeScalars[...] }
    let rest = text.unicodeScalars[lineStarts[position.line - 1]...]
    return rest.prefix { $0 != "\n" && $0 != "\r" }.dropFirst(position.column - 1)
  }
}

/// Where a value stands in its file. It knows how the value is spelled there, so that an offset inside an
/// expression becomes a column of the file.
package struct Place: Hashable, Sendable {
  enum Spelling: Sendable { case plain, singleQuoted, doubleQuoted, block }

  package let position: Position
  let source: SourceText
  let spelling: Spelling

  package static func == (a: Place, b: Place) -> Bool { a.file == b.file && a.position == b.position }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(position)
  }

  package var file: String { source.name }

  /// - Parameter offset: UTF-8 bytes into the decoded text; nil for the value as a whole.
  package func finding(_ text: String, atOffset offset: Int? = nil) -> Finding {
    Finding(file: file, position: offset.map { position(atOffset: $0) } ?? position, text: text)
  }

  /// The place of a byte of the decoded text; the value's own start when it spans several lines.
  ///
  /// - Parameter offset: UTF-8 bytes into the decoded text.
  package func position(atOffset offset: Int) -> Position {
    guard spelling != .block else { return position }
    var line = source.line(from: position)
    let whole = line.count
    if spelling != .plain { line = line.dropFirst() }
    var remaining = offset
    while remaining > 0 {
      guard let length = takeScalar(from: &line) else { return position }
      remaining -= length
    }
    return Position(line: position.line, column: position.column + whole - line.count)
  }

  /// Drops the spelling of one decoded scalar and returns its length in UTF-8; nil at the end.
  private func takeScalar(from line: inout Substring.UnicodeScalarView) -> Int? {
    guard let first = line.popFirst() else { return nil }
    switch (spelling, first) {
    case (.singleQuoted, "'"):
      return line.popFirst() == "'" ? 1 : nil
    case (.doubleQuoted, "\""):
      return nil
    case (.doubleQuoted, "\\"):
      guard let letter = line.popFirst() else { return nil }
      guard let digits = ["x": 2, "u": 4, "U": 8][letter] else {
        return ["N": 2, "_": 2, "L": 3, "P": 3][letter] ?? 1
      }
      let value = UInt32(String(String.UnicodeScalarView(line.prefix(digits))), radix: 16)
      line = line.dropFirst(digits)
      return value.flatMap(Unicode.Scalar.init).map { UTF8.width($0) }
    default:
      return UTF8.width(first)
    }
  }
}

/// A decoded value that remembers where it stands, for checks that can only be made later.
package struct Located<Value> {
  package let value: Value
  package let place: Place

  package init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
extension Located: Sendable where Value: Sendable {}
