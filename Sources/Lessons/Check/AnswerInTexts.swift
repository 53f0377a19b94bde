import Analysis
import Documents

/// Finds hints, and sentences on mistakes, that say the right answer: by value, on every seed that is looked at.
struct AnswerInTexts {
  private let questions: [String: any Question]
  private let nodes: QuestionNodes
  private let languages: [Language]
  private(set) var findings: [Finding] = []

  init(_ lesson: Lesson, _ nodes: QuestionNodes) {
    questions = Dictionary(
      lesson.questions.map { ($0.common.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    languages = lesson.languages
    self.nodes = nodes
  }

  /// - Parameter isOwnSeed: the run that learners have first; there short answers are looked for, too, which on others
  ///   meet an unlike number by chance.
  mutating func look(at run: LessonRun, isOwnSeed: Bool) {
    for question in run.allQuestions { look(at: question, isOwnSeed) }
  }

  private mutating func look(at question: PreparedQuestion, _ isOwnSeed: Bool) {
    guard let written = questions[question.id] else { return }
    for language in languages {
      let asked = question.ask[language].string
      let answers = question.answers(language).filter { answer in
        // What the question says itself is no secret.
        (isOwnSeed || !answer.isShort) && answer.told(in: asked) == nil
      }
      for (hint, text) in zip(question.hints, written.common.hints) {
        report(
          answers, in: hint[language].string, at: text[language].place, "this hint",
          "say where to look, not what is there")
      }
      let mistakes = question.key.foreseen.flatMap { answer -> [PreparedMistake] in
        if case .wrong(let mistakes) = question.grade(answer) { mistakes } else { [] }
      }
      for mistake in mistakes {
        let place = nodes.place(ofMistake: mistake.tag, in: question.id, language) ?? written.common.id.place
        report(
          answers, in: mistake.say[language].string, at: place, "the sentence of \(quoted(mistake.tag))",
          "a second try follows")
      }
    }
  }

  private mutating func report(
    _ answers: [RightAnswer], in text: String, at place: Place, _ what: String, _ instead: String
  ) {
    guard let told = answers.lazy.compactMap({ $0.told(in: text) }).first else { return }
    let finding = place.finding("\(what) says the answer, \(quoted(told)); \(instead)")
    if !findings.contains(where: { $0.position == finding.position }) { findings.append(finding) }
  }
}

/// What is right, as a text may say it: one part, or all of a set, each in any of its forms.
struct RightAnswer {
  let parts: [[String]]

  /// Of a set one member is not the answer.
  func told(in text: String) -> String? {
    let told = parts.compactMap { $0.first(where: text.tells) }
    return !parts.isEmpty && told.count == parts.count ? told.joined(separator: ", ") : nil
  }

  var isShort: Bool { parts.allSatisfy { $0.allSatisfy { $0.count < String.shortestTold } } }
}

extension PreparedQuestion {
  /// All that is right, value by value. An order or pairs are said by no single value.
  func answers(_ language: Language) -> [RightAnswer] {
    zip(shapes, rightAnswer.inTurn(shapes.count)).flatMap { shape, answer -> [RightAnswer] in
      switch (shape, answer) {
      case (.choose(let choices, _), .places(let places)):
        [
          RightAnswer(
            parts: places.filter(choices.indices.contains).map { [choices[$0].text[language].string] })
        ]
      case (.type(let slots), .lines(let lines)):
        zip(slots, lines).map { slot, line in RightAnswer(parts: slot.parts(line, language)) }
      case (.point, .subjects):
        [RightAnswer(parts: [[shape.line(answer), shape.text(of: answer, language)].filter { !$0.isEmpty }])]
      default: []
      }
    }
  }
}

extension Slot {
  /// A right line: each of its values, with the other ways to write a number.
  fileprivate func parts(_ line: String, _ language: Language) -> [[String]] {
    if line.isEmpty || line == Slot.nothing && nothing != nil { return [] }
    if !form.choices.isEmpty {
      return line.split(separator: " ").compactMap { Int($0) }.filter {
        form.choices.indices.contains($0 - 1)
      }
      .map { [form.choices[$0 - 1].text[language].string] }
    }
    guard let number = TypedNumber.value(line), number >= 0 else { return [[line]] }
    return [[line, String(number), "0x" + String(number, radix: 16)]]
  }
}

extension String {
  /// Letters from which a value is recognised inside of words; what is shorter is looked for as a whole word.
  static let shortestTold = 4

  /// Whether this text says a value. `10.0.0.2` is not in `10.0.0.20`, `18` not in `0x18` or `1.18`, `no` not in `now`.
  package func tells(_ value: String) -> Bool {
    let (text, wanted) = (Array(self), Array(value))
    guard let first = wanted.first, let last = wanted.last, wanted.count <= text.count else { return false }
    let isShort = wanted.count < String.shortestTold
    return (0...text.count - wanted.count).contains { start in
      guard text[start..<start + wanted.count].elementsEqual(wanted) else { return false }
      let before = text[..<start]
      let after = text[(start + wanted.count)...]
      return !String.goesOn(before.reversed(), first, isShort) && !String.goesOn(after, last, isShort)
    }
  }

  /// Whether the word or number that ends with a letter goes on beside it.
  private static func goesOn(_ beside: some Sequence<Character>, _ letter: Character, _ isShort: Bool) -> Bool
  {
    var iterator = beside.makeIterator()
    guard let next = iterator.next() else { return false }
    if letter.isASCII, letter.isNumber || letter.isHexDigit {
      if next.isASCII, next.isNumber { return true }
      if ".:".contains(next), let second = iterator.next(), second.isASCII, second.isHexDigit { return true }
    }
    guard isShort else { return false }
    // A Korean particle goes on with no word but its own.
    return letter.isASCII
      ? next.isASCII && (next.isLetter || next.isNumber || next == "_") : !next.isASCII && next.isLetter
  }
}
