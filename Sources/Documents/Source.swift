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

  /// One entry of a mapping that is itself an entry of the outermost one, with its way there: enough to read one text
  /// without parsing a whole file. nil when there is no such entry, or the file is not laid out line by line.
  package func entry(_ key: String, in section: String) -> Source? {
    let wanted = Array("\(key):".utf8)
    var found: Range<String.Index>?
    visitEntries(in: section) { first, lines in
      guard first.starts(with: wanted) else { return false }
      found = lines
      return true
    }
    return found.map { entry($0, in: section) }
  }

  /// All entries of such a mapping, by their keys, each to be read by itself. Keys in quotes are left out.
  package func entries(in section: String) -> [String: Source] {
    var entries: [String: Source] = [:]
    visitEntries(in: section) { first, lines in
      let key = String(Substring(first.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "\"") }))
      if !key.isEmpty, entries[key] == nil { entries[key] = entry(lines, in: section) }
      return false
    }
    return entries
  }

  /// Tells of each entry how it begins and which lines are its, until there is enough.
  private func visitEntries(
    in section: String,
    _ hasEnough: (_ first: Substring.UTF8View, _ lines: Range<String.Index>) -> Bool
  ) {
    let bytes = text.utf8
    let opening = Array("\(section):".utf8)
    var isInside = false
    var indent: Int?
    var open: (first: Substring.UTF8View, start: String.Index)?
    var next = bytes.startIndex
    while next < bytes.endIndex {
      let position = next
      let line = bytes[position...].prefix { $0 != 0x0A }
      next = line.endIndex < bytes.endIndex ? bytes.index(after: line.endIndex) : line.endIndex
      let blanks = line.prefix { $0 == 0x20 }.count
      let content = line.dropFirst(blanks)
      guard let first = content.first, first != UInt8(ascii: "#"), first != 0x0D else { continue }
      if !isInside {
        isInside = blanks == 0 && content.starts(with: opening)
        continue
      }
      let own = indent ?? blanks
      indent = own
      guard blanks <= own else { continue }
      if let ended = open, hasEnough(ended.first, ended.start..<position) { return }
      open = nil
      if blanks == 0 { return }
      if blanks == own { open = (content, position) }
    }
    if let open { _ = hasEnough(open.first, open.start..<bytes.endIndex) }
  }

  private func entry(_ lines: Range<String.Index>, in section: String) -> Source {
    Source(name: name, text: "\(section):\n" + text[lines])
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
