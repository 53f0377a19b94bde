/// The string literals of a Swift file, as texts: `◇` where a value is filled in. What `+` joins is one text. Literals
/// inside of values are texts of their own; comments are not.
struct SwiftLiterals {
  private(set) var texts: [(line: Int, text: String)] = []
  /// The code without comments and literals.
  private(set) var rest = ""
  /// Where a literal begins that never ends: then nothing after it can be trusted.
  private(set) var unended: Int?

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1

  init(_ source: String) {
    scalars = Array(source.unicodeScalars)
    readCode(isValue: false)
  }

  // MARK: Code

  /// What the last token was, and with it what a literal or `+` that comes next belongs to.
  private enum Before { case value, literal, literalPlus, valuePlus }

  /// - Parameter isValue: up to the parenthesis that ends a value in a literal, else to the end of the file.
  private mutating func readCode(isValue: Bool) {
    var before = Before.value
    var sum: (line: Int, text: String)?
    var depth = 0
    func keep() { if let sum { texts.append(sum) } }
    while let scalar = peek() {
      if skipBlankOrComment(scalar) { continue }
      if let literal = readLiteral() {
        switch before {
        case .literalPlus: sum?.text += literal.text
        case .valuePlus:
          keep()
          sum = (literal.line, "◇" + literal.text)
        case .value, .literal:
          keep()
          sum = literal
        }
        before = .literal
        continue
      }
      if isValue, scalar == ")", depth == 0 { break }
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      advance()
      rest.unicodeScalars.append(scalar)
      if scalar == "+" {
        if peek() == "=" { advance() }
        before = before == .literal ? .literalPlus : .valuePlus
        continue
      }
      if before == .literalPlus { sum?.text += "◇" }
      if before == .literalPlus || before == .literal {
        keep()
        sum = nil
      }
      before = .value
    }
    keep()
  }

  private mutating func skipBlankOrComment(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace {
      advance()
      rest.unicodeScalars.append(scalar)
      return true
    }
    if scalar == "/", peek(1) == "/" {
      while let next = peek(), next != "\n" { advance() }
      return true
    }
    guard scalar == "/", peek(1) == "*" else { return false }
    var depth = 0
    repeat {
      if peek() == "/", peek(1) == "*" {
        depth += 1
        advance()
      } else if peek() == "*", peek(1) == "/" {
        depth -= 1
        advance()
      }
      advance()
    } while depth > 0 && peek() != nil
    return true
  }

  // MARK: Literals

  /// nil where none begins.
  private mutating func readLiteral() -> (line: Int, text: String)? {
    var hashes = 0
    while peek(hashes) == "#" { hashes += 1 }
    guard peek(hashes) == "\"" else { return nil }
    let start = line
    let isMultiline = peek(hashes + 1) == "\"" && peek(hashes + 2) == "\""
    let quotes = isMultiline ? 3 : 1
    for _ in 0..<hashes + quotes { advance() }
    var text = ""
    while let scalar = peek(), isMultiline || scalar != "\n" {
      if scalar == "\"", ends(quotes, hashes) {
        for _ in 0..<quotes + hashes { advance() }
        return (start, text)
      }
      if scalar == "\\", (0..<hashes).allSatisfy({ peek(1 + $0) == "#" }) {
        for _ in 0..<1 + hashes { advance() }
        readEscape(into: &text)
        continue
      }
      text.unicodeScalars.append(scalar == "\n" ? " " : scalar)
      advance()
    }
    unended = unended ?? start
    return (start, text)
  }

  private func ends(_ quotes: Int, _ hashes: Int) -> Bool {
    (0..<quotes).allSatisfy { peek($0) == "\"" } && (0..<hashes).allSatisfy { peek(quotes + $0) == "#" }
  }

  private mutating func readEscape(into text: inout String) {
    guard let scalar = peek() else { return }
    advance()
    switch scalar {
    case "(":
      readCode(isValue: true)
      advance()
      text += "◇"
    case "n", "t", "r", "0": text += " "
    case "u":
      var digits = ""
      while let next = peek(), next != "}" {
        advance()
        if next != "{" { digits.unicodeScalars.append(next) }
      }
      advance()
      if let code = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
        text.unicodeScalars.append(code)
      }
    case "\n": break
    default: text.unicodeScalars.append(scalar)
    }
  }

  private func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    position + offset < scalars.count ? scalars[position + offset] : nil
  }

  private mutating func advance() {
    if peek() == "\n" { line += 1 }
    position += 1
  }
}
