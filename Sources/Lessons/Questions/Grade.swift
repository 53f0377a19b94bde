import Analysis
import Documents

/// What an answer is worth.
package enum Grade: Equatable, Sendable {
  case right
  /// The mistakes of all parts that are wrong, in the order of the parts: the first one's sentence is said, the tags of
  /// all are kept. None: nobody foresaw any of them.
  case wrong(mistakes: [PreparedMistake])
  case invalid(InvalidAnswer)

  /// nil: nobody foresaw this mistake.
  package static func wrong(_ mistake: PreparedMistake?) -> Grade {
    .wrong(mistakes: mistake.map { [$0] } ?? [])
  }

  /// The mistake whose sentence is said.
  package var mistake: PreparedMistake? {
    if case .wrong(let mistakes) = self { mistakes.first } else { nil }
  }
}

/// What one part of an answer is worth: a tick, a blank, an item in its order, a pair.
package struct PartGrade: Equatable, Sendable {
  package let isRight: Bool
  /// nil: right, or nobody foresaw this mistake.
  package let mistake: PreparedMistake?

  package init(isRight: Bool, mistake: PreparedMistake? = nil) {
    self.isRight = isRight
    self.mistake = mistake
  }
}

/// A foreseen mistake with its sentence.
package struct PreparedMistake: Equatable, Sendable {
  package let tag: String
  private let own: LocalizedRendering?
  private let registries: Registries?

  /// With a sentence of the question's own.
  package init(tag: String, say: LocalizedRendering) {
    self.tag = tag
    own = say
    registries = nil
  }

  /// With the sentence that is said of it everywhere, which is read when it is asked for: few mistakes are made.
  package init(tag: String, in registries: Registries) {
    self.tag = tag
    own = nil
    self.registries = registries
  }

  /// What is said to who makes it.
  package var say: LocalizedRendering {
    own ?? LocalizedRendering(registries?.sentence(of: tag)?.text ?? LocalizedText(en: "", ko: ""))
  }

  package static func == (one: PreparedMistake, other: PreparedMistake) -> Bool {
    one.tag == other.tag && one.say == other.say
  }
}

/// Why something is no answer at all; it does not count as a try.
package enum InvalidAnswer: Error, Equatable, Sendable {
  /// A number from 1 to this is expected.
  case noChoice(Int)
  /// Numbers from 1 to this are expected, those of all that is right.
  case noChoices(Int)
  /// Each number from 1 to this is expected once.
  case noOrder(Int)
  /// For each of so many numbers a letter of so many is expected.
  case noPairs(Int, Int)
  /// So many values are expected.
  case noValues(Int)
  /// A yes or no for each of so many is expected.
  case noMarks(Int)
  case alreadyTried
  case noNumber
  case noField
  /// The frame has this many bytes.
  case noSuchByte(Int)
  case unknownField(String, suggestion: String?)
  /// The field exists, but not in this frame.
  case absentField(String)
  /// A value that is typed in other forms is expected.
  case noValue(ValueForm)
  /// What was meant to be pointed at is none of what is there.
  case nothingCalled(String, suggestion: String?)

  package var text: LocalizedText {
    switch self {
    case .noChoice(let count):
      LocalizedText(en: "Type a number from 1 to \(count).", ko: "1부터 \(count)까지의 번호를 입력하세요.")
    case .noChoices(let count):
      LocalizedText(
        en: "Type the numbers of all that are right, from 1 to \(count): 1 3.",
        ko: "맞는 것의 번호를 1부터 \(count)까지에서 모두 입력하세요. 예: 1 3")
    case .noOrder(let count):
      LocalizedText(
        en: "Type all numbers from 1 to \(count) in their order.", ko: "1부터 \(count)까지의 번호를 순서대로 모두 입력하세요.")
    case .noPairs(let left, let right):
      LocalizedText(
        en: "Type each number from 1 to \(left) with its letter from a to \(letter(right)): 1b 2a.",
        ko: "1부터 \(left)까지의 번호마다 a부터 \(letter(right))까지의 글자를 붙여 입력하세요. 예: 1b 2a")
    case .noValues(let count):
      LocalizedText(
        en: "Type \(count) values in their order, or name=value for each.",
        ko: "값 \(count)개를 순서대로, 또는 이름=값으로 입력하세요.")
    case .noMarks(let count):
      LocalizedText(
        en: "Type y or n for each of the \(count): y n y.", ko: "\(count)개마다 y나 n을 입력하세요. 예: y n y")
    case .alreadyTried:
      LocalizedText(en: "You have tried that one. Choose another.", ko: "이미 고른 답입니다. 다른 답을 고르세요.")
    case .noNumber:
      LocalizedText(
        en: "Type a number: 18, 0x12 or 0b10010.", ko: "숫자를 입력하세요. 예: 18, 0x12, 0b10010")
    case .noValue(let form): form.expectation
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
          "\(quoted(name).with("이라는/라는")) 필드는 없습니다.\(suggestion.map { " \($0.with("을/를")) 찾으세요?" } ?? "")"
      )
    case .absentField(let name):
      LocalizedText(
        en: "This frame has no \(name).", ko: "이 프레임에는 \(name.with("이/가")) 없습니다.")
    case .nothingCalled(let name, let suggestion):
      LocalizedText(
        en: "Nothing here is called \(quoted(name)).\(suggestion.map { " Did you mean \($0)?" } ?? "")",
        ko:
          "\(quoted(name).with("이라는/라는")) 것은 여기 없습니다.\(suggestion.map { " \($0.with("을/를")) 찾으세요?" } ?? "")"
      )
    }
  }
}

/// `a`, `b`, … for a partner's number, counted from 1.
func letter(_ number: Int) -> String {
  guard (1...26).contains(number) else { return String(number) }
  return String(UnicodeScalar(UInt8(0x60 + number)))
}
