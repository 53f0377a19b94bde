import Documents

/// A text with computed values in it: `asks for {{printer.ip}}`, in Korean with particles that follow their sound:
/// `{{printer.ip}}{은/는}`. A value may name a format: `{{reply.moment.time | ms}}`.
package struct Template: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    case words(String)
    case slot(Slot)
    case particle(Particle)
  }

  /// Where a value goes.
  package struct Slot: Hashable, Sendable {
    /// What stands between the braces, without blanks and format.
    package let name: String
    package let format: ValueFormat?
    /// UTF-8 bytes from the start of the text to `name`.
    package let offset: Int
  }

  package let pieces: [Piece]

  package var slots: [Slot] { pieces.compactMap { if case .slot(let slot) = $0 { slot } else { nil } } }

  /// Reads what it can; what is wrong is added to `errors`.
  package init(_ text: String, language: Language, errors: inout [TextError]) {
    var reader = TemplateReader(text, language)
    pieces = reader.pieces()
    errors += reader.errors
  }

  /// Fills the slots. A particle follows all that was written before it.
  package func filled(_ value: (Slot) -> String) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .words(let words): result += words
      case .slot(let slot): result += value(slot)
      case .particle(let particle): result += particle.following(result)
      }
    }
    return result
  }
}

/// Cuts a template into its pieces.
private struct TemplateReader {
  private let bytes: [UInt8]
  private let language: Language
  private var position = 0
  private(set) var errors: [TextError] = []

  init(_ text: String, _ language: Language) {
    bytes = Array(text.utf8)
    self.language = language
  }

  mutating func pieces() -> [Template.Piece] {
    var pieces: [Template.Piece] = []
    var start = 0
    func words(_ bytes: ArraySlice<UInt8>) {
      if !bytes.isEmpty { pieces.append(.words(String(decoding: bytes, as: UTF8.self))) }
    }
    while position < bytes.count {
      let opening = position
      guard bytes[position] == UInt8(ascii: "{"), let piece = braces() else {
        position = max(position, opening + 1)
        continue
      }
      words(bytes[start..<opening])
      pieces.append(piece)
      start = position
    }
    words(bytes[start...])
    return pieces
  }

  /// A slot or a particle; nil for braces that are meant as such or wrong.
  private mutating func braces() -> Template.Piece? {
    let opening = position
    if bytes[opening...].starts(with: "{{".utf8) {
      guard let closing = find("}}", from: opening + 2) else {
        errors.append(TextError("\"{{\" is never closed; expected \"}}\"", atOffset: opening))
        position = bytes.count
        return nil
      }
      position = closing + 2
      return slot(opening + 2..<closing)
    }
    guard let closing = find("}", from: opening + 1) else { return nil }
    let inside = String(decoding: bytes[opening + 1..<closing], as: UTF8.self)
    guard inside.unicodeScalars.contains(where: { ("가"..."힣").contains($0) }) else { return nil }
    let meant = Particle(meantBy: inside)
    guard inside.contains("/") || meant != nil else { return nil }
    position = closing + 1
    guard language == .ko else {
      errors.append(TextError("{\(inside)} is a Korean particle in an English text", atOffset: opening))
      return nil
    }
    guard let particle = Particle(inside) else {
      let known = Particle.all.map { "{\($0.text)}" }.joined(separator: " ")
      let hint = meant.map { "; did you mean {\($0.text)}?" } ?? " (known: \(known))"
      errors.append(TextError("{\(inside)} is not a particle\(hint)", atOffset: opening))
      return nil
    }
    return .particle(particle)
  }

  private mutating func slot(_ range: Range<Int>) -> Template.Piece? {
    var end = range.upperBound
    var format: ValueFormat?
    let bar = UInt8(ascii: "|")
    // `a || b` has no format.
    if let last = range.last(where: { bytes[$0] == bar }), last > range.lowerBound, bytes[last - 1] != bar {
      let (word, offset) = trimmed(last + 1..<end)
      format = ValueFormat(rawValue: word)
      end = last
      if format == nil {
        let known = ValueFormat.allCases.map(\.rawValue)
        let hint = "\(suggestion(for: word, in: known)) (known: \(known.joined(separator: ", ")))"
        errors.append(TextError("no format is called \(quoted(word))\(hint)", atOffset: offset))
      }
    }
    let (name, offset) = trimmed(range.lowerBound..<end)
    guard !name.isEmpty else {
      errors.append(TextError("there is nothing between \"{{\" and \"}}\"", atOffset: range.lowerBound - 2))
      return nil
    }
    return .slot(Template.Slot(name: name, format: format, offset: offset))
  }

  private func trimmed(_ range: Range<Int>) -> (String, Int) {
    guard range.lowerBound < range.upperBound else { return ("", range.lowerBound) }
    let start = range.first { bytes[$0] != 0x20 } ?? range.upperBound
    let end = range.last { bytes[$0] != 0x20 }.map { $0 + 1 } ?? start
    return (String(decoding: bytes[start..<max(start, end)], as: UTF8.self), start)
  }

  private func find(_ sign: String, from start: Int) -> Int? {
    var index = start
    while index + sign.utf8.count <= bytes.count {
      if bytes[index...].starts(with: sign.utf8) { return index }
      index += 1
    }
    return nil
  }
}
