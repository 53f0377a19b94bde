import Analysis
import Documents
import Networking

/// `number`: type a whole number, decimal, `0x…` or `0b…`.
package struct NumberQuestion: Question {
  package static let kind = "number"
  package static let documentation = "type a number: 18, 0x12 and 0b10010 are one answer"

  package struct Wrong: Sendable {
    package let number: Located<Expression>
    package let mistake: Mistake
  }

  package let common: QuestionCommon
  package let answer: Located<Expression>
  package let wrong: [Wrong]

  package static func read(_ m: MappingReader, _ common: QuestionCommon, _ vocabulary: ExpressionScope)
    -> NumberQuestion?
  {
    let number = Shape<Expression>.number(vocabulary).located
    let right = Shape<Located<Expression>>.mapping("number answer") { m in
      m.required("is", number, "the right number, computed")
    }
    let other = Shape<Wrong>.mapping("wrong number") { m in
      let number = m.required("is", number, "a number that a mistake leads to")
      let mistake = Mistake(m, vocabulary)
      guard let number, let mistake else { return nil }
      return Wrong(number: number, mistake: mistake)
    }
    let answer = m.required("answer", right, "the right one")
    let wrong = m.optional(
      "wrong", other.list, default: [], "mistakes that can be foreseen, each with its own sentence")
    guard let answer else { return nil }
    return NumberQuestion(common: common, answer: answer, wrong: wrong)
  }

  package func prepare(_ preparation: inout Preparation) -> PreparedQuestion? {
    guard let answer = number(self.answer, &preparation) else { return nil }
    var mistakes: [NumberKey.Mistake] = []
    for each in wrong {
      guard let number = number(each.number, &preparation) else { continue }
      if number == answer {
        preparation.drop(each.number.place, "this wrong answer is the right one, \(answer)")
      } else if mistakes.contains(where: { $0.number == number }) {
        preparation.drop(each.number.place, "this wrong answer, \(number), is given twice")
      } else {
        mistakes.append(NumberKey.Mistake(number: number, mistake: preparation.prepared(each.mistake)))
      }
    }
    let reads = preparation.places(readBy: self.answer.value)
    return preparation.question(common, NumberKey(answer: answer, mistakes: mistakes, reads: reads))
  }

  private func number(_ expression: Located<Expression>, _ preparation: inout Preparation) -> Int64? {
    switch preparation.value(expression)?.value {
    case .number(let number): number
    case .boolean(let flag): flag ? 1 : 0
    default: nil
    }
  }
}

/// What decides whether a number is right.
package struct NumberKey: QuestionKey {
  package struct Mistake: Equatable, Sendable {
    package let number: Int64
    package let mistake: PreparedMistake
  }

  package let answer: Int64
  package let mistakes: [Mistake]
  package let reads: [ReadPlace]

  package var shapes: [InputShape] { [.type([Slot(.number)])] }
  package var solution: LocalizedRendering { LocalizedRendering(String(answer)) }
  package var rightAnswer: Answer { .lines([String(answer)]) }
  package var foreseen: [Answer] { mistakes.map { .lines([String($0.number)]) } }

  package var hides: [Subject] { reads.map(\.subject) }

  package func grade(_ answer: Answer) -> Grade {
    guard case .lines(let lines) = answer, let number = lines.first.flatMap(TypedNumber.value) else {
      return .invalid(.noNumber)
    }
    if number == self.answer { return .right }
    return .wrong(mistakes.first { $0.number == number }?.mistake)
  }
}

extension Shape<Expression> {
  /// An expression whose value is a whole number.
  fileprivate static func number(_ vocabulary: ExpressionScope) -> Shape {
    .parsed("an expression like 64 - 14") { text throws(TextError) in
      let expression: Expression
      do throws(ExpressionError) {
        expression = try Expression(text, as: .value, vocabulary)
      } catch {
        throw TextError(error.message, atOffset: error.offset)
      }
      guard let type = expression.type, type == .number || type == .boolean else {
        throw TextError(
          "expected a number, found \(text) (\(expression.type?.words ?? "nothing"))", atOffset: 0)
      }
      return expression
    }
  }
}
