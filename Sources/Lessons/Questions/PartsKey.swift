import Analysis
import Documents
import Networking

/// What decides whether values were filled in, or predicted, right: part by part; right is whole.
package struct PartsKey: QuestionKey {
  package struct Part: Equatable, Sendable {
    package struct Mistake: Equatable, Sendable {
      package let values: [ExpressionValue]
      package let mistake: PreparedMistake
    }

    package let slot: Slot
    /// Of the slot's choices, in their order; empty where one types.
    package let values: [ExpressionValue]
    /// One value; of a set all of its members; none where nothing is right.
    package let right: [ExpressionValue]
    package let mistakes: [Mistake]
    /// What a wrong answer would change if it were run.
    package let target: AnsweredValue.Target?
  }

  package let parts: [Part]
  package let reads: [ReadPlace]

  package var shapes: [InputShape] { [.type(parts.map(\.slot))] }
  package var hides: [Subject] { reads.map(\.subject) }
  package var rightAnswer: Answer { .lines(parts.map { $0.line($0.right) }) }

  package var solution: LocalizedRendering {
    func text(_ language: Language) -> RenderedText {
      let values = parts.map { part in
        let value = part.slot.text(part.line(part.right), language)
        guard parts.count > 1, let label = part.slot.label else { return value }
        return "\(label[language].string): \(value)"
      }
      return RenderedText(values.joined(separator: "; "))
    }
    return LocalizedRendering(en: text(.en), ko: text(.ko))
  }

  /// All right but for one part, which is a mistake.
  package var foreseen: [Answer] {
    parts.indices.flatMap { index in
      parts[index].mistakes.map { mistake in
        var lines = parts.map { $0.line($0.right) }
        lines[index] = parts[index].line(mistake.values)
        return .lines(lines)
      }
    }
  }

  package func grade(_ answer: Answer) -> Grade {
    let grades = self.parts(of: answer)
    guard grades.count == parts.count else { return .invalid(.noValues(parts.count)) }
    return grades.allSatisfy(\.isRight) ? .right : .ofParts(grades)
  }

  package func parts(of answer: Answer) -> [PartGrade] {
    guard case .lines(let lines) = answer, lines.count == parts.count else { return [] }
    return zip(parts, lines).map { $0.grade($1) }
  }

  package func remark(on answer: Answer) -> LocalizedText? {
    let right = parts(of: answer).count(where: \.isRight)
    guard parts.count > 1 else { return nil }
    return LocalizedText(
      en: "\(right) of \(parts.count) \(right == 1 ? "is" : "are") right.",
      ko: "\(parts.count)개 중 \(right)개가 맞습니다.")
  }

  package func normal(_ answer: Answer) -> Answer {
    guard case .lines(let lines) = answer, lines.count == parts.count else { return answer }
    return .lines(zip(parts, lines).map { part, line in part.values(of: line).map(part.line) ?? line })
  }

  package func values(in answer: Answer) -> [AnsweredValue] {
    guard case .lines(let lines) = answer, lines.count == parts.count else { return [] }
    return zip(parts, lines).enumerated().compactMap { index, slot in
      let (part, line) = slot
      guard let target = part.target, let values = part.values(of: line), !part.isRight(values) else {
        return nil
      }
      return AnsweredValue(target: target, values: values, part: index)
    }
  }
}

extension PartsKey.Part {
  fileprivate func grade(_ line: String) -> PartGrade {
    guard let values = values(of: line) else { return PartGrade(isRight: false) }
    if isRight(values) { return PartGrade(isRight: true) }
    return PartGrade(isRight: false, mistake: mistakes.first { isSame($0.values, values) }?.mistake)
  }

  func isRight(_ values: [ExpressionValue]) -> Bool { isSame(values, right) }

  /// As sets: order does not count.
  func isSame(_ one: [ExpressionValue], _ other: [ExpressionValue]) -> Bool {
    func areIn(_ some: [ExpressionValue], _ all: [ExpressionValue]) -> Bool {
      some.allSatisfy { value in all.contains { slot.value.isSame($0, value) } }
    }
    return areIn(one, other) && areIn(other, one)
  }

  /// What a kept line comes to; nil for what is no value.
  func values(of line: String) -> [ExpressionValue]? {
    if line.isEmpty || line == Slot.nothing && slot.nothing != nil { return [] }
    switch slot.form {
    case .number, .text: return slot.value.value(line).map { [$0] }
    case .oneOf, .anyOf:
      let numbers = line.split(separator: " ").map { Int($0) ?? 0 }
      guard numbers.allSatisfy((1...max(1, values.count)).contains) else { return nil }
      return numbers.map { values[$0 - 1] }
    }
  }

  /// The line that comes to these values.
  func line(_ values: [ExpressionValue]) -> String {
    guard !values.isEmpty else { return slot.nothing == nil ? "" : Slot.nothing }
    switch slot.form {
    case .number, .text: return values.map(slot.value.line).joined(separator: ", ")
    case .oneOf, .anyOf:
      return self.values.indices.filter { index in
        values.contains { slot.value.isSame($0, self.values[index]) }
      }
      .map { String($0 + 1) }.joined(separator: " ")
    }
  }
}

extension ValueForm {
  /// A value as it may be typed, in the field's own words where it has some: `SYN, ACK`.
  func line(_ value: ExpressionValue) -> String {
    guard case .number(let number) = value, number >= 0 else { return value.text }
    if case .hexadecimal(let field) = self { return field.show(.number(UInt64(number))) }
    guard case .named(let field) = self else { return value.text }
    let described = field.text(.number(UInt64(number)))
    let open = described.firstIndex(of: "(") ?? described.endIndex
    let words = [described[..<open], described[open...].dropFirst().prefix { $0 != ")" }].map {
      $0.split(separator: " ").joined(separator: " ")
    }
    let named = words.first { word in
      word.contains(where: \.isLetter) && TypedNumber.value(word) == nil && self.value(word) == value
    }
    return named ?? field.show(.number(UInt64(number)))
  }
}
