import Analysis
import Documents
import Networking

/// What is right, as a text may say it: one value, all values of a set, things in their order, a pair.
struct RightAnswer {
  enum Sort { case values, order, pair }

  /// Each of them in any of its forms; of an order in their order.
  let parts: [[String]]
  /// What could be chosen besides, where several are right: a text that names one of those, too, names what there is to
  /// choose among.
  var others: [[String]] = []
  var sort = Sort.values
  /// It is not chosen among others that are in view.
  var isTyped = false

  /// The parts as a text says them; nil where it does not say all of them: of a set one member is not the answer. Of an
  /// order whoever knows all places but one knows that, too.
  func told(in text: String) -> String? {
    if sort == .order { return orderTold(in: text.lowercased()) }
    let told = parts.compactMap { $0.first(where: text.tells) }
    guard !parts.isEmpty, told.count == parts.count,
      !others.contains(where: { $0.contains(where: text.tells) })
    else { return nil }
    return told.joined(separator: ", ")
  }

  /// - Parameter text: in small letters: within a sentence items begin with one.
  private func orderTold(in text: String) -> String? {
    let told = parts.compactMap { forms in
      forms.lazy.compactMap { form in text.placeTelling(form.lowercased()).map { (form, $0) } }.first
    }
    let isInOrder = zip(told, told.dropFirst()).allSatisfy { $0.1 < $1.1 }
    return isInOrder && told.count >= max(2, parts.count - 1)
      ? told.map(\.0).joined(separator: " → ") : nil
  }

  /// Whether a value is this one, or a set has these members and no others; of a pair whether it is the partner.
  /// - Parameter members: each in its forms.
  func isSame(as members: [[String]]) -> Bool {
    let parts = sort == .pair ? parts.suffix(1) : parts[...]
    return !parts.isEmpty && parts.count == members.count
      && parts.allSatisfy { part in members.contains { !Set($0).isDisjoint(with: part) } }
  }

  /// Of few letters, which stand everywhere by chance.
  var isShort: Bool { parts.allSatisfy { $0.allSatisfy { $0.count < String.shortestTold } } }

  /// Typed by who knows it, and not said by chance: no number of few digits.
  var isRecalled: Bool { isTyped && !(isShort && parts.joined().contains { TypedNumber.value($0) != nil }) }
}

extension PreparedQuestion {
  /// All that is right: of several blanks each, of pairs each, of a set and of an order the whole.
  func answers(_ language: Language) -> [RightAnswer] {
    zip(shapes, rightAnswer.inTurn(shapes.count)).flatMap { shape, answer -> [RightAnswer] in
      switch (shape, answer) {
      case (.choose(let choices, let several), .places(let places)):
        [RightAnswer(choices, places, language, areAll: several)]
      case (.type(let slots), .lines(let lines)):
        zip(slots, lines).compactMap { slot, line in slot.right(line, key.spellings, language) }
      case (.point, .subjects):
        [RightAnswer(parts: [[shape.line(answer), shape.text(of: answer, language)].filter { !$0.isEmpty }])]
      case (.order(let choices), .places(let places)):
        [RightAnswer(parts: places.map { choices[$0].forms(language) }, sort: .order)]
      case (.pair(let left, let right), .pairs(let partners)):
        zip(left, partners).map {
          RightAnswer(parts: [$0.forms(language), right[$1].forms(language)], sort: .pair)
        }
      default: []
      }
    }
  }
}

extension RightAnswer {
  /// - Parameter areAll: all of them are asked for, so that others must not be named.
  fileprivate init(_ choices: [Choice], _ places: [Int], _ language: Language, areAll: Bool) {
    let right = places.filter(choices.indices.contains)
    parts = right.map { choices[$0].forms(language) }
    others = areAll ? choices.indices.filter { !right.contains($0) }.map { choices[$0].forms(language) } : []
  }
}

extension Choice {
  /// As it is shown, and as it may be typed.
  fileprivate func forms(_ language: Language) -> [String] {
    let text = text[language].string
    return text.forms + (name.map { $0 == text ? [] : [$0] } ?? [])
  }
}

extension Slot {
  /// A right line as a text may say it; nil where nothing is right, which no text says by a value.
  /// - Parameter spellings: of what is typed.
  fileprivate func right(_ line: String, _ spellings: [String], _ language: Language) -> RightAnswer? {
    if line.isEmpty || line == Slot.nothing && nothing != nil { return nil }
    guard form.choices.isEmpty else {
      let places = line.split(separator: " ").compactMap { Int($0) }.map { $0 - 1 }
      if case .anyOf(let choices) = form { return RightAnswer(choices, places, language, areAll: true) }
      return RightAnswer(form.choices, places, language, areAll: false)
    }
    // The number that names stand for: `SYN, ACK`.
    let number: [String] =
      if case .number(let number)? = value.value(line) { String(number).forms } else { [] }
    return RightAnswer(parts: [([line] + number + spellings).unique], isTyped: true)
  }
}

extension ExpressionValue {
  /// Its members, each in its forms.
  var membersForms: [[String]] { members.map(\.text.forms) }
}

extension FieldValue {
  var forms: [String] { ExpressionValue(self)?.text.forms ?? [] }
}

extension String {
  /// With the other ways to write it, where it is a number.
  fileprivate var forms: [String] {
    guard let number = TypedNumber.value(self), number >= 0 else { return [self] }
    return [self, String(number), "0x" + String(number, radix: 16)].unique
  }
}
