/// What is refused before Yams sees it: a file too long, characters that YAML forbids or that end a line only for
/// some programs, tabs, and aliases, with which a few lines can stand for billions of values.
struct SourceValidator {
  private let file: String
  private var position = Position(line: 1, column: 1)
  private var anchors: Set<Substring> = []

  static func finding(in source: Source) -> Finding? {
    if source.text.utf8.count <= Document.longest, !isSuspicious(source.text) { return nil }
    var refusal = SourceValidator(file: source.name)
    return refusal.scan(source.text)
  }

  private init(file: String) {
    self.file = file
  }

  /// False when a glance at the bytes shows that there is nothing to refuse.
  private static func isSuspicious(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for index in bytes.indices {
        // Most bytes are letters, blanks, or parts of letters that are longer.
        if (0x41...0x7E).contains(bytes[index]) || bytes[index] == 0x20 { continue }
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        switch bytes[index] {
        case 0x0A, 0x0D: continue
        // An anchor, or an alias.
        case UInt8(ascii: "&"), UInt8(ascii: "*"):
          if isNameLetter(Unicode.Scalar(next)) { return true }
        case 0x00..<0x20, 0x7F: return true
        // The controls after ASCII, line and paragraph separator, what is no character.
        case 0xC2 where next < 0xA0, 0xEF where next == 0xBF: return true
        case 0xE2 where next == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]): return true
        default: continue
        }
      }
      return false
    }
  }

  private mutating func scan(_ text: String) -> Finding? {
    guard text.utf8.count <= Document.longest else {
      return finding("this file is longer than \(Document.longest >> 20) MB")
    }
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var previous: Unicode.Scalar = " "
    var line = Line.blank
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if let problem = problem(with: scalar, in: line) { return finding(problem) }
      if scalar == "&" || scalar == "*", !Self.isNameLetter(previous) {
        let name = text[next...].prefix { $0.unicodeScalars.allSatisfy(Self.isNameLetter) }
        if scalar == "&", !name.isEmpty { anchors.insert(name) }
        if scalar == "*", anchors.contains(name) {
          return finding("aliases (*\(name)) are not used in these files; write the value out")
        }
      }
      let endsLine = scalar == "\n" || (scalar == "\r" && (next == scalars.endIndex || scalars[next] != "\n"))
      position = endsLine ? Position(line: position.line + 1, column: 1) : position
      if !endsLine { position.column += 1 }
      line = endsLine ? .blank : line.after(scalar)
      previous = scalar
      index = next
    }
    return nil
  }

  /// What a line has had so far.
  private enum Line {
    case blank, comment, text

    func after(_ scalar: Unicode.Scalar) -> Line {
      guard self == .blank, scalar != " ", scalar != "\t" else { return self }
      return scalar == "#" ? .comment : .text
    }
  }

  private func problem(with scalar: Unicode.Scalar, in line: Line) -> String? {
    switch scalar.value {
    case 0x09:
      switch line {
      case .blank: return "a tab cannot indent YAML; use spaces"
      case .comment: return nil
      case .text: return "a tab is read in different ways; use a space, or \"\\t\" in double quotes"
      }
    case 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xFFFD, 0x10000...: return nil
    default:
      let code = hexadecimal(scalar.value, digits: 4)
      return "the character U+\(code) cannot be in YAML; write \"\\u\(code)\" in double quotes"
    }
  }

  /// What YAML allows in the name of an anchor. One that follows such a letter is no anchor but plain text.
  private static func isNameLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }

  private func finding(_ text: String) -> Finding {
    Finding(file: file, position: position, text: text)
  }
}
