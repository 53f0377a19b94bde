import Analysis
import Documents

/// Answers as lines of text: what is typed in the plain dialogue and tried out by authors, and how an answer is written
/// again.
extension InputShape {
  /// The answer that a line means: `2` · `1 3` · `0x12` · `web / SYN ACK / 18` · `eth.dst` or `14` · `2 1 3` · `1b 2a` ·
  /// `y n`.
  func answer(_ line: String) throws(InvalidAnswer) -> Answer {
    switch self {
    case .choose(let choices, let several):
      guard let numbers = InputShape.numbers(line), several || numbers.count == 1 else {
        throw several ? .noChoices(choices.count) : .noChoice(choices.count)
      }
      return .places(numbers.map { $0 &- 1 }.sorted())
    case .type(let slots): return .lines(try values(line, slots))
    case .lines:
      return .lines(line.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline).map(String.init))
    case .point(let targets, let several):
      guard several else { return .subjects([try targets.subject(called: line)]) }
      var subjects: [Subject] = []
      for word in targets.words(line) { subjects.append(try targets.subject(called: word)) }
      return .subjects(subjects)
    case .order(let choices):
      guard let numbers = InputShape.numbers(line) else { throw .noOrder(choices.count) }
      return .places(numbers.map { $0 &- 1 })
    case .pair(let left, let right):
      guard let partners = InputShape.partners(line, left.count) else {
        throw .noPairs(left.count, right.count)
      }
      return .pairs(partners)
    case .mark(let choices):
      guard let marks = InputShape.marks(line), marks.count == choices.count else {
        throw .noMarks(choices.count)
      }
      return .places(marks.indices.filter { marks[$0] })
    }
  }

  private static func words(_ line: String) -> [Substring] { line.split { $0 == " " || $0 == "," } }

  private static func numbers(_ line: String) -> [Int]? {
    let numbers = words(line).map { Int($0) }
    return numbers.isEmpty || numbers.contains(nil) ? nil : numbers.compactMap(\.self)
  }

  /// `1b 2a 3c`, in any order; nil unless each number has one letter.
  private static func partners(_ line: String, _ count: Int) -> [Int]? {
    var partners = [Int?](repeating: nil, count: count)
    for word in words(line.lowercased()) {
      guard let letter = word.unicodeScalars.last, ("a"..."z").contains(letter),
        let number = Int(word.dropLast()), (1...max(1, count)).contains(number),
        partners.indices.contains(number - 1),
        partners[number - 1] == nil
      else { return nil }
      partners[number - 1] = Int(letter.value) - 0x61
    }
    return partners.contains(nil) ? nil : partners.compactMap(\.self)
  }

  /// `y n y`; the letters of the Korean keys stand for themselves.
  private static func marks(_ line: String) -> [Bool]? {
    let marks = words(line.lowercased()).map { word -> Bool? in
      switch word {
      case "y", "ㅛ", "예", "네": true
      case "n", "ㅜ", "아니요": false
      default: nil
      }
    }
    return marks.contains(nil) ? nil : marks.compactMap(\.self)
  }

  /// The kept line of each slot.
  private func values(_ line: String, _ slots: [Slot]) throws(InvalidAnswer) -> [String] {
    let parts = try InputShape.parts(line, slots)
    var lines: [String] = []
    for (slot, part) in zip(slots, parts) { lines.append(try slot.line(part)) }
    return lines
  }

  /// `tcp.seq_raw=1 tcp.ack_raw=2`, `1 2`, or with blanks in the values `SYN ACK / 1`; `n` alone: nothing at all.
  private static func parts(_ line: String, _ slots: [Slot]) throws(InvalidAnswer) -> [String] {
    if slots.count == 1 { return [line] }
    let words = line.split(separator: " ").map(String.init)
    if words.count == 1, slots.allSatisfy({ $0.nothing != nil }), (try? slots[0].line(line)) == Slot.nothing {
      return slots.map { _ in Slot.nothing }
    }
    if let named = try named(words, slots) { return named }
    // Networks have a slash of their own; one between values stands apart.
    for parts in [apart(line), line.split(separator: "/", omittingEmptySubsequences: false).map(String.init)]
    where parts.count == slots.count {
      return parts.map { $0.split(separator: " ").joined(separator: " ") }
    }
    guard words.count == slots.count, !line.contains("/") else { throw .noValues(slots.count) }
    return words
  }

  /// What stands between slashes that have a blank beside them, or nothing.
  private static func apart(_ line: String) -> [String] {
    let letters = Array(line)
    var parts = [""]
    for (index, letter) in letters.enumerated() {
      let isAtEdge = index == 0 || index == letters.count - 1
      if letter == "/", isAtEdge || letters[index - 1] == " " || letters[index + 1] == " " {
        parts.append("")
      } else {
        parts[parts.count - 1].append(letter)
      }
    }
    return parts
  }

  /// `name=value …`, a value up to the next name; nil where no word names a slot.
  private static func named(_ words: [String], _ slots: [Slot]) throws(InvalidAnswer) -> [String]? {
    guard let first = words.first, first.dropFirst().contains("=") else { return nil }
    var values = [String](repeating: "", count: slots.count)
    var current = 0
    for word in words {
      guard word.dropFirst().contains("=") else {
        values[current] += " " + word
        continue
      }
      let name = word.prefix { $0 != "=" }
      guard let index = slots.firstIndex(where: { $0.name == name }) else {
        throw .nothingCalled(String(name), suggestion: nearest(to: String(name), in: slots.map(\.name)))
      }
      values[index] = String(word.dropFirst(name.count + 1))
      current = index
    }
    return values
  }

  // MARK: Written again

  /// The line that means this answer.
  func line(_ answer: Answer) -> String {
    switch (self, answer) {
    case (.mark(let choices), .places(let places)):
      choices.indices.map { places.contains($0) ? "y" : "n" }.joined(separator: " ")
    case (.point(let targets, _), .subjects(let subjects)):
      subjects.map(targets.written).joined(separator: targets.unit == nil ? ", " : " ")
    case (_, .places(let places)): places.map { String($0 &+ 1) }.joined(separator: " ")
    case (.type(let slots), .lines(let lines)):
      zip(slots, lines).map { $0.typed($1) }.joined(separator: slots.count > 1 ? " / " : "")
    case (_, .lines(let lines)): lines.joined(separator: "\n")
    case (_, .pairs(let partners)):
      partners.enumerated().map { "\($0.offset + 1)\(letter($0.element &+ 1))" }.joined(separator: " ")
    case (_, .subjects), (_, .inTurn), (_, .formerPlace): ""
    }
  }

  /// The answer in words, as it is shown again.
  func text(of answer: Answer, _ language: Language) -> String {
    switch (self, answer) {
    case (.order(let choices), .places(let places)):
      return places.filter(choices.indices.contains).map { choices[$0].text[language].string }.joined(
        separator: " → ")
    case (_, .places(let places)):
      return places.filter(choices.indices.contains).map { choices[$0].text[language].string }.joined(
        separator: ", ")
    case (.type(let slots), .lines(let lines)):
      return zip(slots, lines).map { $0.text($1, language) }.joined(separator: slots.count > 1 ? " / " : "")
    case (.point(let targets, _), .subjects(let subjects)):
      return subjects.map { targets.label($0, language) }.joined(separator: ", ")
    case (.pair(let left, let right), .pairs(let partners)):
      return zip(left, partners).filter { right.indices.contains($1) }.map {
        "\($0.text[language].string): \(right[$1].text[language].string)"
      }.joined(separator: ", ")
    default: return ""
    }
  }
}
