/// What is refused before Yams sees it: a file too long, characters that YAML forbids or that end a line only for
/// some programs, and aliases, with which a few lines can stand for billions of values.
struct Refusal {
  private let file: String
  private var position = Position(line: 1, column: 1)
  private var anchors: Set<Substring> = []

  static func finding(in source: Source) -> Finding? {
    var refusal = Refusal(file: source.name)
    return refusal.scan(source.text)
  }

  private init(file: String) {
    self.file = file
  }

  private mutating func scan(_ text: String) -> Finding? {
    guard text.utf8.count <= Document.longest else {
      return finding("this file is longer than \(Document.longest >> 20) MB")
    }
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var previous: Unicode.Scalar = " "
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if let problem = problem(with: scalar) { return finding(problem) }
      if scalar == "&" || scalar == "*", !isNameLetter(previous) {
        let name = text[next...].prefix { $0.unicodeScalars.allSatisfy(isNameLetter) }
        if scalar == "&", !name.isEmpty { anchors.insert(name) }
        if scalar == "*", anchors.contains(name) {
          return finding("aliases (*\(name)) are not used in these files; write the value out")
        }
      }
      let endsLine = scalar == "\n" || (scalar == "\r" && (next == scalars.endIndex || scalars[next] != "\n"))
      position = endsLine ? Position(line: position.line + 1, column: 1) : position
      if !endsLine { position.column += 1 }
      previous = scalar
      index = next
    }
    return nil
  }

  private func problem(with scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xFFFD, 0x10000...: return nil
    default:
      let code = hexadecimal(scalar.value, digits: 4)
      return "the character U+\(code) cannot stand in YAML; write \"\\u\(code)\" in double quotes"
    }
  }

  /// What YAML allows in the name of an anchor. One that follows such a letter is no anchor but plain text.
  private func isNameLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }

  private func finding(_ text: String) -> Finding {
    Finding(file: file, position: position, text: text)
  }
}
