import Analysis
import Documents
import Networking

/// `multi`: all that is right is ticked, and nothing else.
package struct MultiQuestion: Question {
  package static let kind = "multi"
  package static let documentation = "tick all that are right"

  /// Rows for choices.
  static let most = 6

  package let common: QuestionCommon
  package let answers: [AnswerOption]
  package let wrong: [AnswerOption]

  package var textsWhileOpen: [LessonText] { AnswerOption.textsWhileOpen(right: answers, wrong: wrong) }

  package static func read(_ m: MappingReader, _ common: QuestionCommon, _ scope: LessonScope)
    -> MultiQuestion?
  {
    let right = m.required(
      "right", AnswerOption.shape(scope, isRight: true).list, "all that is right: 1 to 4")
    let wrong = m.required(
      "wrong", AnswerOption.shape(scope, isRight: false).list,
      "two to six distractors, of which the seed draws so many that there are six in all")
    if let right, !(1...most - 2).contains(right.count) {
      m.report("a multi needs 1 to \(most - 2) right answers, found \(right.count)", at: "right")
    }
    ChoiceQuestion.checkCount(of: kind, m)
    guard let right, let wrong else { return nil }
    ChoiceQuestion.checkTypes(right, wrong, m)
    return MultiQuestion(common: common, answers: right, wrong: wrong)
  }

  package func prepare(_ preparation: inout Preparation) -> PreparedQuestion? {
    var right: [AnswerOption.Shown] = []
    var options: [ChoiceKey.Option] = []
    var isComplete = true
    for answer in answers {
      guard let shown = preparation.shown(right: answer) else {
        isComplete = false
        continue
      }
      // Two values that are one on this walk are one choice.
      if right.contains(where: { $0.isSame(as: shown) }) {
        preparation.drop(answer.place, "this right answer is given twice")
        continue
      }
      right.append(shown)
      options.append(preparation.prepared(answer, shown))
    }
    let pool = preparation.distinct(wrong, from: right, nil)
    guard isComplete, preparation.areEnough(pool, common) else { return nil }
    for distractor in preparation.drawn(pool, Self.most - options.count, of: common) {
      options.append(preparation.prepared(distractor.option, distractor.shown))
    }
    var reads: [ReadPlace] = []
    for shown in right { reads += preparation.places(shownBy: shown.text).filter { !reads.contains($0) } }
    return preparation.question(
      common, MultiKey(options: preparation.shuffled(options, of: common), reads: reads))
  }
}

/// What decides whether exactly the right options were ticked.
package struct MultiKey: QuestionKey {
  package let options: [ChoiceKey.Option]
  package let reads: [ReadPlace]

  private var right: [Int] { options.indices.filter { options[$0].isRight } }
  package var shapes: [InputShape] { [.choose(options.map(\.choice), several: true)] }
  package var solution: LocalizedRendering {
    LocalizedRendering(listing: right.map { options[$0].choice.text })
  }
  package var rightAnswer: Answer { .places(right) }
  /// One tick too many.
  package var foreseen: [Answer] {
    options.indices.filter { !options[$0].isRight }.map { .places((right + [$0]).sorted()) }
  }
  package var hides: [Subject] { reads.map(\.subject) }

  package func grade(_ answer: Answer) -> Grade {
    guard case .places(let ticked) = answer, !ticked.isEmpty, ticked.allSatisfy(options.indices.contains)
    else { return .invalid(.noChoices(options.count)) }
    return Set(ticked) == Set(right) ? .right : .ofParts(parts(of: answer))
  }

  /// One for each option: right when it was ticked, or left, rightly.
  package func parts(of answer: Answer) -> [PartGrade] {
    guard case .places(let ticked) = answer else { return [] }
    return options.indices.map { index in
      let option = options[index]
      let isTicked = ticked.contains(index)
      return PartGrade(isRight: isTicked == option.isRight, mistake: isTicked ? option.mistake : nil)
    }
  }

  package func normal(_ answer: Answer) -> Answer {
    guard case .places(let ticked) = answer else { return answer }
    return .places(ticked.sorted())
  }

  /// What is missing is only counted.
  package func remark(on answer: Answer) -> LocalizedText? {
    guard case .places(let ticked) = answer else { return nil }
    let missing = right.count { !ticked.contains($0) }
    guard missing > 0 else { return nil }
    let isMore = ticked.contains { !options[$0].isRight }
    if isMore {
      return LocalizedText(en: "Missing besides: \(missing).", ko: "그 밖에 \(missing)개가 빠졌습니다.")
    }
    return LocalizedText(
      en: missing == 1 ? "All of that is right; one more is." : "All of that is right; \(missing) more are.",
      ko: "고른 것은 모두 맞지만 \(missing)개가 빠졌습니다.")
  }
}
