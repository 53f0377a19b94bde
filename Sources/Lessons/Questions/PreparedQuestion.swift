import Analysis
import Documents
import Networking

/// A question with everything computed, ready to be asked on the screen or in the plain dialogue.
package struct PreparedQuestion: Equatable, Sendable {
  package let id: String
  package let card: String
  package let ask: LocalizedRendering
  package let hints: [LocalizedRendering]
  /// Said after the question is closed, right or wrong.
  package let why: LocalizedRendering
  /// How it is answered, with what decides whether an answer is right.
  package let body: Body

  package enum Body: Equatable, Sendable {
    /// Choose one of the options, shown in this order.
    case choice([Option])
    /// Type a number.
    case number(NumberKey)
    /// Point at a field, or at one of its bytes, of the frame at `PickKey.moment`.
    case pick(PickKey)
  }

  /// One of the choices.
  package struct Option: Equatable, Sendable {
    package let text: LocalizedRendering
    /// What the value is, beside it: `the router's`.
    package let note: LocalizedRendering?
    /// nil for the right one.
    package let mistake: PreparedMistake?

    package var isRight: Bool { mistake == nil }
  }

  /// What decides: each kind's own, in its own file.
  private var key: any QuestionKey {
    switch body {
    case .choice(let options): ChoiceKey(options: options)
    case .number(let key): key
    case .pick(let key): key
    }
  }

  /// The right answer as it is shown.
  package var solution: LocalizedRendering { key.solution }

  /// An answer that is right.
  package var rightAnswer: Answer { key.rightAnswer }

  /// Whether an answer is right, and which mistake it is otherwise.
  package func grade(_ answer: Answer) -> Grade { key.grade(answer) }

  /// What a line typed in the plain dialogue means for this kind.
  package func answer(typed line: String) -> Answer { key.answer(typed: line) }
}

/// How one kind of question judges answers.
protocol QuestionKey {
  var solution: LocalizedRendering { get }
  var rightAnswer: Answer { get }
  func grade(_ answer: Answer) -> Grade
  func answer(typed line: String) -> Answer
}

extension QuestionKey {
  func answer(typed line: String) -> Answer { .line(line) }
}

/// What a learner answers.
package enum Answer: Equatable, Codable, Sendable {
  /// Index of the option as shown, from 0.
  case choice(Int)
  case line(String)
  /// A field of the frame that is asked about.
  case node(NodePlace)
  /// Offset from the start of the frame.
  case byte(Int)
}

/// What an answer is worth.
package enum Grade: Equatable, Sendable {
  case right
  /// nil: nobody foresaw this mistake.
  case wrong(PreparedMistake?)
  case invalid(InvalidAnswer)
}

/// A foreseen mistake with its sentence.
package struct PreparedMistake: Equatable, Sendable {
  package let tag: String
  package let say: LocalizedRendering
}

/// Why something typed is no answer at all; it does not count as a try.
package enum InvalidAnswer: Equatable, Sendable {
  /// A number from 1 to this is expected.
  case noChoice(Int)
  case alreadyTried
  case noNumber
  case noField
  /// The frame has this many bytes.
  case noSuchByte(Int)
  case unknownField(String, suggestion: String?)
  /// The field exists, but not in this frame.
  case absentField(String)

  package var text: LocalizedText {
    switch self {
    case .noChoice(let count):
      LocalizedText(en: "Type a number from 1 to \(count).", ko: "1부터 \(count)까지의 번호를 입력하세요.")
    case .alreadyTried:
      LocalizedText(en: "You have tried that one. Choose another.", ko: "이미 고른 답입니다. 다른 답을 고르세요.")
    case .noNumber:
      LocalizedText(
        en: "Type a number: 18, 0x12 or 0b10010.", ko: "숫자를 입력하세요. 예: 18, 0x12, 0b10010")
    case .noField:
      LocalizedText(
        en: "Type a field's name, like eth.dst, or the offset of a byte.",
        ko: "eth.dst 같은 필드 이름이나 바이트 위치를 입력하세요.")
    case .noSuchByte(let count):
      LocalizedText(
        en: "The frame has \(count) bytes: 0 to \(max(0, count - 1)).",
        ko: "프레임은 \(count)바이트입니다. 0부터 \(max(0, count - 1))까지 입력하세요.")
    case .unknownField(let name, let suggestion):
      LocalizedText(
        en: "No field is called \(quoted(name)).\(suggestion.map { " Did you mean \($0)?" } ?? "")",
        ko:
          "\(quoted(name))\(Particle("이라는/라는")!.following(name)) 필드는 없습니다.\(suggestion.map { " \($0)\(Particle("을/를")!.following($0)) 찾으세요?" } ?? "")"
      )
    case .absentField(let name):
      LocalizedText(
        en: "This frame has no \(name).", ko: "이 프레임에는 \(name)\(Particle("이/가")!.following(name)) 없습니다.")
    }
  }
}
