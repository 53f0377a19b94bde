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
    let bytes = text.utf8
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
      if keys.contains(where: {
        line.starts(with: $0.utf8) && line.dropFirst($0.utf8.count).first == UInt8(ascii: ":")
      }) {
        return Source(name: name, text: String(text[..<start]))
      }
      start = line.endIndex < bytes.endIndex ? bytes.index(after: line.endIndex) : bytes.endIndex
    }
    return self
  }

  /// One entry of a mapping that is itself an entry of the outermost one, with its way there: enough to read one text
  /// without parsing a whole file. nil when there is no such entry, or the file is not laid out line by line.
  package func entry(_ key: String, in section: String) -> Source? {
    var found: Range<Int>?
    visitEntries(in: section) { name, lines in
      guard name.elementsEqual(key.utf8) else { return false }
      found = lines
      return true
    }
    return found.map { entry($0, in: section) }
  }

  /// All entries of such a mapping, each to be read by itself. Keys in quotes are left out.
  package func entries(in section: String) -> SourceEntries {
    var lines: [String: Range<Int>] = [:]
    visitEntries(in: section) { name, range in
      let key = String(decoding: name, as: UTF8.self)
      if !key.isEmpty, lines[key] == nil { lines[key] = range }
      return false
    }
    return SourceEntries(source: self, section: section, lines: lines)
  }

  /// Tells of each entry its key and the bytes of its lines, until there is enough.
  private func visitEntries(
    in section: String, _ hasEnough: (_ key: UnsafeRawBufferPointer.SubSequence, _ lines: Range<Int>) -> Bool
  ) {
    // Texts of sources are contiguous.
    var text = text
    text.withUTF8 { bytes in
      Source.visitEntries(UnsafeRawBufferPointer(bytes), Array("\(section):".utf8), hasEnough)
    }
  }

  private static func visitEntries(
    _ bytes: UnsafeRawBufferPointer, _ opening: [UInt8],
    _ hasEnough: (_ key: UnsafeRawBufferPointer.SubSequence, _ lines: Range<Int>) -> Bool
  ) {
    var isInside = false
    var indent: Int?
    var open: (key: UnsafeRawBufferPointer.SubSequence, start: Int)?
    var next = 0
    while next < bytes.count {
      let start = next
      var content = start
      while content < bytes.count, bytes[content] == 0x20 { content += 1 }
      var end = content
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      next = min(end + 1, bytes.count)
      guard content < end, bytes[content] != UInt8(ascii: "#"), bytes[content] != 0x0D else { continue }
      let blanks = content - start
      if !isInside {
        isInside = blanks == 0 && bytes[content..<end].starts(with: opening)
        continue
      }
      let own = indent ?? blanks
      indent = own
      guard blanks <= own else { continue }
      if let ended = open, hasEnough(ended.key, ended.start..<start) { return }
      open = nil
      if blanks == 0 { return }
      if blanks == own {
        let key = bytes[content..<end].prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "\"") }
        let isKey = key.endIndex < end && bytes[key.endIndex] == UInt8(ascii: ":")
        open = (isKey ? key : key.prefix(0), start)
      }
    }
    if let open { _ = hasEnough(open.key, open.start..<bytes.count) }
  }

  fileprivate func entry(_ lines: Range<Int>, in section: String) -> Source {
    let (start, end) = (text.utf8.startIndex, text.utf8.endIndex)
    let from = text.utf8.index(start, offsetBy: lines.lowerBound, limitedBy: end) ?? end
    let to = text.utf8.index(from, offsetBy: lines.count, limitedBy: end) ?? end
    return Source(name: name, text: "\(section):\n" + text[from..<to])
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

/// The entries of a mapping of a file, found but not read.
package struct SourceEntries: Sendable {
  fileprivate let source: Source
  fileprivate let section: String
  /// Bytes of the text, by key.
  fileprivate let lines: [String: Range<Int>]

  package func contains(_ key: String) -> Bool { lines[key] != nil }

  package subscript(key: String) -> Source? { lines[key].map { source.entry($0, in: section) } }
}
