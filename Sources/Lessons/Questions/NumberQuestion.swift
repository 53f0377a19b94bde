import Analysis
import Documents
import Networking

/// `number`: type a number, an address, a mask or a time.
package struct NumberQuestion: Question {
  package static let kind = "number"
  package static let documentation =
    "type a number: 18, 0x12 and 0b10010 are one answer; an address or a mask, too"

  package struct Wrong: Sendable {
    package enum Source: Sendable {
      case value(Located<Expression>)
      /// Every other value of a column of a table.
      case others(Located<Others>)
      /// What comes of the mistake's own wrong rule.
      case model
    }

    package let source: Source
    package let mistake: Mistake

    fileprivate var isMany: Bool { if case .others = source { true } else { false } }

    fileprivate var type: ExpressionType? {
      switch source {
      case .value(let expression): expression.value.type
      case .others(let others): others.value.type
      case .model: nil
      }
    }

    fileprivate var place: Place {
      switch source {
      case .value(let expression): expression.place
      case .others(let others): others.place
      case .model: mistake.tag.place
      }
    }
  }

  package let common: QuestionCommon
  package let answer: Located<Expression>
  package let wrong: [Wrong]
  /// How far from it an answer may be, in per cent of it.
  package let tolerance: Int

  package static func read(_ m: MappingReader, _ common: QuestionCommon, _ scope: LessonScope)
    -> NumberQuestion?
  {
    let number = Shape<Expression>.number(scope.names).located
    let other = Shape<Wrong>.mapping("wrong number") { m in
      let source = m.oneOf(
        [
          TaggedCase("is", number.map { Wrong.Source.value($0) }, "a number that a mistake leads to"),
          TaggedCase(
            "others", Shape<Others>.otherValues(scope).located.map { .others($0) },
            "every other value of a column of a table: switch.mac.port"),
        ], isRequired: false)
      let mistake = Mistake(m, scope)
      let isModel = !m.has("is") && !m.has("others")
      guard let source = isModel ? .model : source, let mistake else { return nil }
      return Wrong(source: source, mistake: mistake)
    }
    let answer = m.required("right", number, "the right number, computed")
    let wrong = m.optional("wrong", other.list, default: [], "mistakes that can be foreseen")
    let tolerance = m.optional(
      "within", .integer(in: 0...50), default: 0, "per cent that an answer may be away from it")
    guard let answer else { return nil }
    if tolerance > 0, let type = answer.value.type, ![.number, .time].contains(type) {
      m.report("\(type.words) is right or wrong, never nearly right", at: "within")
    }
    for each in wrong {
      guard let right = answer.value.type, let type = each.type, !right.isAnswered(by: type) else { continue }
      m.node.problems.report(
        each.place.finding("the right answer is \(right.words), but this is \(type.words)"))
    }
    return NumberQuestion(common: common, answer: answer, wrong: wrong, tolerance: tolerance)
  }

  package func prepare(_ preparation: inout Preparation) -> PreparedQuestion? {
    guard let reading = preparation.value(self.answer) else { return nil }
    let reads = preparation.places(readBy: self.answer.value)
    let form = ValueForm(of: reading, self.answer.value.type)
    let answer = NumberKey(
      form: form, answer: reading.value, tolerance: tolerance,
      shown: reading.field == nil ? form.line(reading.value) : reading.text, mistakes: [], reads: reads)
    var mistakes: [NumberKey.Mistake] = []
    // What is said of one number goes before what is said of all others.
    for each in wrong.filter({ !$0.isMany }) + wrong.filter(\.isMany) {
      for number in preparation.values(of: each, instead: self.answer.value) {
        if answer.isRight(number) {
          if each.isMany { continue }
          preparation.drop(each.place, "this wrong answer is the right one, \(number.text)")
        } else if mistakes.contains(where: { form.isSame($0.number, number) }) {
          if each.isMany { continue }
          preparation.drop(each.place, "this wrong answer, \(number.text), is given twice")
        } else {
          mistakes.append(NumberKey.Mistake(number: number, mistake: preparation.prepared(each.mistake)))
        }
      }
    }
    return preparation.question(
      common,
      NumberKey(
        form: form, answer: answer.answer, tolerance: tolerance, shown: answer.shown, mistakes: mistakes,
        reads: reads))
  }
}

/// What decides whether a number is right.
package struct NumberKey: QuestionKey {
  package struct Mistake: Equatable, Sendable {
    package let number: ExpressionValue
    package let mistake: PreparedMistake
  }

  package let form: ValueForm
  package let answer: ExpressionValue
  /// In per cent.
  package let tolerance: Int
  /// The answer as it stands on the screen.
  package let shown: String
  package let mistakes: [Mistake]
  package let reads: [ReadPlace]

  package var shapes: [InputShape] { [.type([Slot(form.hasLetters ? .text : .number, value: form)])] }
  package var solution: LocalizedRendering { LocalizedRendering(shown) }
  package var rightAnswer: Answer { .lines([form.line(answer)]) }
  package var foreseen: [Answer] { mistakes.map { .lines([form.line($0.number)]) } }

  package var hides: [Subject] { reads.map(\.subject) }

  package func grade(_ answer: Answer) -> Grade {
    guard case .lines(let lines) = answer, let number = lines.first.flatMap(form.value) else {
      return .invalid(form == .number ? .noNumber : .noValue(form))
    }
    if isRight(number) { return .right }
    return .wrong(mistakes.first { form.isSame($0.number, number) }?.mistake)
  }

  func isRight(_ number: ExpressionValue) -> Bool {
    if form.isSame(number, answer) { return true }
    switch (number, answer) {
    case (.number(let number), .number(let answer)), (.time(let number), .time(let answer)):
      return abs(Double(number) - Double(answer)) * 100 <= abs(Double(answer)) * Double(tolerance)
    default: return false
    }
  }

  package func normal(_ answer: Answer) -> Answer {
    guard case .lines(let lines) = answer, let number = lines.first.flatMap(form.value) else { return answer }
    return .lines([form.line(number)])
  }

  package func values(in answer: Answer) -> [AnsweredValue] {
    guard case .lines(let lines) = answer, let number = lines.first.flatMap(form.value), !isRight(number)
    else { return [] }
    return [AnsweredValue(target: .said, values: [number])]
  }
}

extension Preparation {
  fileprivate mutating func values(
    of wrong: NumberQuestion.Wrong, instead right: Expression
  ) -> [ExpressionValue] {
    switch wrong.source {
    case .value(let expression): return wrongValue(expression).map { [$0.value] } ?? []
    case .others(let others):
      let values = values(of: others.value)
      if values.isEmpty { drop(others.place, "this table is empty") }
      return values
    case .model: return modelled(wrong.mistake, of: right).map { [$0.value] } ?? []
    }
  }
}

extension Shape<Expression> {
  /// An expression whose value is typed in digits.
  fileprivate static func number(_ vocabulary: ExpressionScope) -> Shape {
    .parsed("an expression like 64 - 14") { text throws(TextError) in
      let expression: Expression
      do throws(ExpressionError) {
        expression = try Expression(text, as: .value, vocabulary)
      } catch {
        throw TextError(error.message, atOffset: error.offset)
      }
      let possible: [ExpressionType] = [.number, .boolean, .mac, .ipv4, .network, .time]
      guard let type = expression.type, possible.contains(type) else {
        throw TextError(
          "expected a number or an address, found \(text) (\(expression.type?.words ?? "nothing"))",
          atOffset: 0)
      }
      return expression
    }
  }
}

extension ExpressionType {
  /// Whether somebody who is asked for one may say the other.
  fileprivate func isAnswered(by other: ExpressionType) -> Bool {
    self == other || [self, other].allSatisfy { $0 == .number || $0 == .boolean }
  }
}
