/// What a pattern is made of.
indirect enum PatternTree {
  case letter([ClosedRange<UInt32>], isOpposite: Bool)
  case start, end
  case row([PatternTree])
  case either(PatternTree, PatternTree)
  /// `most` nil: as often as one likes.
  case repeated(PatternTree, least: Int, most: Int?)
}

/// Reads a pattern from left to right.
struct TextPatternReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private static let deepest = 32
  private static let most = 100

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func alternatives() throws(PatternError) -> PatternTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw wrong("groups are nested more than \(Self.deepest) deep") }
    var tree = try row()
    while take("|") { tree = .either(tree, try row()) }
    return tree
  }

  func finish() throws(PatternError) {
    if position < scalars.count { throw wrong("this \")\" closes nothing") }
  }

  private mutating func row() throws(PatternError) -> PatternTree {
    var parts: [PatternTree] = []
    while let next, next != "|", next != ")" { parts.append(try repeated()) }
    return .row(parts)
  }

  private mutating func repeated() throws(PatternError) -> PatternTree {
    let part = try part()
    let start = position
    var tree = part
    if take("*") {
      tree = .repeated(part, least: 0, most: nil)
    } else if take("+") {
      tree = .repeated(part, least: 1, most: nil)
    } else if take("?") {
      tree = .repeated(part, least: 0, most: 1)
    } else if next == "{" {
      tree = try counted(part)
    }
    guard position == start || !["*", "+", "?", "{"].contains(next) else {
      throw wrong("this repeats a repetition; put it in parentheses")
    }
    return tree
  }

  private mutating func counted(_ part: PatternTree) throws(PatternError) -> PatternTree {
    let start = position
    position += 1
    let least = number()
    let isRange = take(",")
    let most = isRange ? number() : least
    guard let least, take("}"), least <= Self.most, most.map({ $0 >= least && $0 <= Self.most }) ?? true
    else {
      position = start
      throw wrong("expected a repetition like {2} or {2,4}, at most \(Self.most)")
    }
    return .repeated(part, least: least, most: most)
  }

  private mutating func number() -> Int? {
    var digits = ""
    while let next, ("0"..."9").contains(next), digits.count < 4 {
      digits.unicodeScalars.append(next)
      position += 1
    }
    return Int(digits)
  }

  private mutating func part() throws(PatternError) -> PatternTree {
    let start = position
    guard let letter = next else { throw wrong("expected a letter") }
    position += 1
    switch letter {
    case "^": return .start
    case "$": return .end
    case ".": return .letter([0x0A...0x0A], isOpposite: true)
    case "(":
      let tree = try alternatives()
      if take(")") { return tree }
      position = start
      throw wrong("this group is not closed")
    case "[": return try letters(from: start)
    case "\\":
      guard let (ranges, isOpposite) = escaped() else {
        position = start
        throw wrong("this backslash begins nothing that is known here")
      }
      return .letter(ranges, isOpposite: isOpposite)
    case "*", "+", "?":
      position = start
      throw wrong("there is nothing to repeat")
    default: return .letter([one(letter)], isOpposite: false)
    }
  }

  /// What stands between `[` and `]`.
  private mutating func letters(from start: Int) throws(PatternError) -> PatternTree {
    let isOpposite = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while let letter = next, letter != "]" || isFirst {
      isFirst = false
      position += 1
      if letter == "\\" {
        guard let (more, isOther) = escaped(), !isOther else {
          position -= 1
          throw wrong("this backslash begins nothing that is known here")
        }
        ranges += more
      } else if next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
        let last = scalars[position + 1]
        guard letter <= last else { throw wrong("this range goes backwards") }
        position += 2
        ranges += spelled(letter.value...last.value)
      } else {
        ranges.append(one(letter))
      }
    }
    if take("]") { return .letter(ranges, isOpposite: isOpposite) }
    position = start
    throw wrong("this \"[\" is not closed")
  }

  /// What follows a backslash; nil when it means nothing.
  private mutating func escaped() -> ([ClosedRange<UInt32>], isOpposite: Bool)? {
    guard let letter = next else { return nil }
    position += 1
    let digits: ClosedRange<UInt32> = 0x30...0x39
    switch letter {
    case "d": return ([digits], false)
    case "D": return ([digits], true)
    case "w": return ([digits, 0x61...0x7A, 0x5F...0x5F], false)
    case "W": return ([digits, 0x61...0x7A, 0x5F...0x5F], true)
    case "s": return ([0x09...0x0D, 0x20...0x20], false)
    case "S": return ([0x09...0x0D, 0x20...0x20], true)
    case "n": return ([0x0A...0x0A], false)
    case "r": return ([0x0D...0x0D], false)
    case "t": return ([0x09...0x09], false)
    default:
      return letter.properties.isAlphabetic || digits.contains(letter.value) ? nil : ([one(letter)], false)
    }
  }

  private func one(_ letter: Unicode.Scalar) -> ClosedRange<UInt32> {
    folded(letter.value)...folded(letter.value)
  }

  /// The text is read in lower case: so a range has its capitals in lower case too.
  private func spelled(_ range: ClosedRange<UInt32>) -> [ClosedRange<UInt32>] {
    let capitals = range.clamped(to: 0x41...0x5A)
    let isReal = range.overlaps(0x41...0x5A)
    return [range] + (isReal ? [(capitals.lowerBound | 0x20)...(capitals.upperBound | 0x20)] : [])
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ letter: Unicode.Scalar) -> Bool {
    guard next == letter else { return false }
    position += 1
    return true
  }

  private func wrong(_ message: String) -> PatternError {
    PatternError(message: message, offset: String(String.UnicodeScalarView(scalars[..<position])).utf8.count)
  }
}
