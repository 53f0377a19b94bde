/// The regular expression of `matches`: letters, `.`, `[a-z]`, `[^a-z]`, `\d \w \s` and their opposites, groups, `|`, `* + ?
/// {2,3}`, `^ $`. As in Wireshark case does not matter, and it may match anywhere. All ways through it are followed at once,
/// so that no pattern takes longer than its length times the text's.
package struct TextPattern: Hashable, Sendable {
  package let text: String
  private let steps: [Step]

  private enum Step: Hashable, Sendable {
    case letter(Letter)
    case start, end
    /// Goes on at both.
    case split(Int, Int)
    case jump(Int)
    case found
  }

  private struct Letter: Hashable, Sendable {
    var ranges: [ClosedRange<UInt32>]
    var isOpposite = false

    func fits(_ scalar: UInt32) -> Bool { ranges.contains { $0.contains(scalar) } != isOpposite }
  }

  /// Parts that a pattern may have, repetitions written out.
  private static let longest = 2000

  /// - Throws: what is wrong, and at which byte of the pattern.
  package init(_ text: String) throws(PatternError) {
    self.text = text
    var reader = TextPatternReader(text)
    let tree = try reader.alternatives()
    try reader.finish()
    var writer = Writer()
    try writer.write(tree)
    steps = writer.steps + [.found]
  }

  private struct Writer {
    var steps: [Step] = []
    /// Parts written, those that are empty too.
    private var parts = 0

    mutating func write(_ tree: PatternTree) throws(PatternError) {
      parts += 1
      guard parts < longest else { throw PatternError(message: "this pattern is too long", offset: 0) }
      switch tree {
      case .letter(let ranges, let isOpposite):
        steps.append(.letter(Letter(ranges: ranges, isOpposite: isOpposite)))
      case .start: steps.append(.start)
      case .end: steps.append(.end)
      case .row(let parts): for part in parts { try write(part) }
      case .either(let one, let other):
        let split = reserve()
        try write(one)
        let jump = reserve()
        steps[split] = .split(split + 1, steps.count)
        try write(other)
        steps[jump] = .jump(steps.count)
      case .repeated(let part, let least, let most):
        for _ in 0..<least { try write(part) }
        guard let most else {
          let split = reserve()
          try write(part)
          steps.append(.jump(split))
          steps[split] = .split(split + 1, steps.count)
          return
        }
        for _ in least..<most {
          let split = reserve()
          try write(part)
          steps[split] = .split(split + 1, steps.count)
        }
      }
    }

    /// A place for a step that is known later.
    private mutating func reserve() -> Int {
      steps.append(.jump(0))
      return steps.count - 1
    }
  }

  /// Whether it is found anywhere in a text.
  package func isFound(in text: String) -> Bool {
    let scalars = text.unicodeScalars.map { folded($0.value) }
    var current: [Int] = []
    for place in 0...scalars.count {
      var seen = [Bool](repeating: false, count: steps.count)
      var reached: [Int] = []
      var waiting = current + [0]
      while let step = waiting.popLast() {
        guard !seen[step] else { continue }
        seen[step] = true
        switch steps[step] {
        case .letter: reached.append(step)
        case .start: if place == 0 { waiting.append(step + 1) }
        case .end: if place == scalars.count { waiting.append(step + 1) }
        case .split(let one, let other): waiting += [one, other]
        case .jump(let next): waiting.append(next)
        case .found: return true
        }
      }
      guard place < scalars.count else { return false }
      current = reached.compactMap { step in
        if case .letter(let letter) = steps[step], letter.fits(scalars[place]) { step + 1 } else { nil }
      }
    }
    return false
  }
}

/// What is wrong in a pattern.
package struct PatternError: Error, Hashable, Sendable {
  package let message: String
  /// UTF-8 bytes from its start.
  package let offset: Int
}

/// ASCII letters in lower case.
func folded(_ scalar: UInt32) -> UInt32 { (0x41...0x5A).contains(scalar) ? scalar | 0x20 : scalar }
