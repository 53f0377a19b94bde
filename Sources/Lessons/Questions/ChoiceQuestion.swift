import Analysis
import Documents
import Networking

/// `choice`: one of a few values or sentences is right.
package struct ChoiceQuestion: Question {
  package static let kind = "choice"
  package static let documentation = "choose one of a few values or sentences"

  package let common: QuestionCommon
  package let answer: AnswerOption
  package let wrong: [AnswerOption]

  package var textsWhileOpen: [LessonText] { AnswerOption.textsWhileOpen(right: [answer], wrong: wrong) }

  package static func read(_ m: MappingReader, _ common: QuestionCommon, _ scope: LessonScope)
    -> ChoiceQuestion?
  {
    let right = m.required("right", AnswerOption.shape(scope, isRight: true), "the right one")
    let wrong = m.required(
      "wrong", AnswerOption.shape(scope, isRight: false).list,
      "two to six distractors, of which the seed draws up to three")
    checkCount(of: kind, m)
    guard let right, let wrong else { return nil }
    checkTypes([right], wrong, m)
    return ChoiceQuestion(common: common, answer: right, wrong: wrong)
  }

  /// Of `choice` and `multi`. What is wrong in one of them is said by itself.
  static func checkCount(of kind: String, _ m: MappingReader) {
    guard let wrong = m.node["wrong"]?.items else { return }
    let isMany = wrong.contains { $0["others"] != nil }
    guard wrong.count > 6 || wrong.count < 2 && !isMany else { return }
    m.report("a \(kind) needs 2 to 6 wrong answers, found \(wrong.count)", at: "wrong")
  }

  /// Of `choice` and `multi`: of a type that no wrong answer has the right one is told by its form.
  static func checkTypes(_ right: [AnswerOption], _ wrong: [AnswerOption], _ m: MappingReader) {
    let others = wrong.map { $0.value?.type }
    for answer in right {
      guard let type = answer.value?.type, let other = others.first ?? nil,
        others.allSatisfy({ $0.map { !type.isComparable(with: $0) } ?? false })
      else { continue }
      m.node.problems.report(
        answer.place.finding(
          "the right answer is \(type.words), but none of the wrong ones is (the first is \(other.words)): its form tells it"
        ))
    }
  }

  package func prepare(_ preparation: inout Preparation) -> PreparedQuestion? {
    guard let shown = preparation.shown(right: answer) else { return nil }
    let right = preparation.prepared(answer, shown)
    var pool = preparation.distinct(wrong, from: [shown], answer.value)
    guard preparation.areEnough(pool, common) else { return nil }
    pool = preparation.drawn(pool, TextBudget.choices - 1, of: common)
    let options = [right] + pool.map { preparation.prepared($0.option, $0.shown) }
    let key = ChoiceKey(
      options: preparation.shuffled(options, of: common), reads: preparation.places(shownBy: shown.text))
    return preparation.question(common, key)
  }
}

/// What decides whether the right option was chosen.
package struct ChoiceKey: QuestionKey {
  package struct Option: Equatable, Sendable {
    package let choice: Choice
    /// nil for the right one.
    package let mistake: PreparedMistake?
    /// nil for a sentence.
    package var value: ExpressionValue?

    package var isRight: Bool { mistake == nil }
  }

  package let options: [Option]
  package let reads: [ReadPlace]

  private var right: Int { options.firstIndex(where: \.isRight) ?? 0 }
  package var shapes: [InputShape] { [.choose(options.map(\.choice), several: false)] }
  package var solution: LocalizedRendering { options[right].choice.text }
  package var rightAnswer: Answer { .places([right]) }
  package var foreseen: [Answer] { options.indices.filter { !options[$0].isRight }.map { .places([$0]) } }

  package var hides: [Subject] { reads.map(\.subject) }

  package func grade(_ answer: Answer) -> Grade {
    guard case .places(let places) = answer, let index = places.first else {
      return .invalid(.noChoice(options.count))
    }
    return options[index].mistake.map { .wrong($0) } ?? .right
  }

  package func values(in answer: Answer) -> [AnsweredValue] {
    guard case .places(let places) = answer, let index = places.first, options.indices.contains(index),
      !options[index].isRight, let value = options[index].value
    else { return [] }
    return [AnsweredValue(target: .said, values: [value])]
  }
}
