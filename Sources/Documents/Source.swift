/// One file as text, with the name that findings carry.
package struct Source: Hashable, Sendable {
  /// As the reader knows the file: the path given on the command line, or a built-in's short name.
  package let name: String
  package let text: String

  /// A byte order mark at the start is dropped.
  package init(name: String, text: String) {
    self.name = name
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var kept = String(scalars)
    kept.makeContiguousUTF8()
    self.text = kept
  }

  /// Refuses bytes that are not UTF-8, naming the first bad one.
  package init(name: String, bytes: [UInt8]) throws(DocumentError) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DocumentError([Source.firstBadByte(name: name, bytes: bytes)])
    }
    self.init(name: name, text: text)
  }

  /// The part before the first line that begins with one of these keys of the outermost mapping: enough
  /// to read a title without parsing a whole lesson.
  package func head(before keys: [String]) -> Source {
    var start = text.startIndex
    while start < text.endIndex {
      let line = text[start...].prefix { !$0.isNewline }
      if keys.contains(where: { line.hasPrefix($0 + ":") }) {
        return Source(name: name, text: String(text[..<start]))
      }
      start = line.endIndex < text.endIndex ? text.index(after: line.endIndex) : text.endIndex
    }
    return self
  }

  private static func firstBadByte(name: String, bytes: [UInt8]) -> Finding {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Finding(
        file: name, position: Position(line: 1, column: 1),
        text: "this file is UTF-16; save it as UTF-8")
    }
    var position = Position(line: 1, column: 1)
    var offset = 0
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while case .valid(let units) = parser.parseScalar(from: &iterator) {
      offset += units.count
      position.column += 1
      if units.first == 0x0A { position = Position(line: position.line + 1, column: 1) }
    }
    let byte = offset < bytes.count ? hexadecimal(UInt32(bytes[offset]), digits: 2) : "?"
    return Finding(
      file: name, position: position,
      text: "byte 0x\(byte) is not UTF-8 (byte \(offset) of the file); save the file as UTF-8")
  }
}
