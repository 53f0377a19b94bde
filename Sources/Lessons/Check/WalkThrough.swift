import Analysis
import Documents

/// Walks a lesson to its end in the plain dialogue, as a learner would who answers all questions in one way.
struct WalkThrough {
  enum Manner: String, CaseIterable {
    case right = "right answers"
    case wrong = "wrong answers"
    case none = "no answers"
  }

  /// What goes another way than it should, and at which question; nil: at none.
  struct Fault: Equatable {
    let question: String?
    let text: String
  }

  let run: LessonRun
  let reference: ReferenceLibrary

  /// None when the lesson comes to its end, and each answer was taken for what it is.
  func faults(_ manner: Manner, _ language: Language) -> [Fault] {
    var dialogue = PlainDialogue(
      run, language: language, reference: reference, wrap: { text, _ in [text] })
    _ = dialogue.begin()
    var asked: [String] = []
    var faults: [Fault] = []
    // Each stop, each question and each of its tries is left after a line or two.
    var left = 8 * (run.stops.count + run.allQuestions.count + 1)
    while !dialogue.isOver, left > 0 {
      left -= 1
      guard let question = dialogue.question, !asked.contains(question.id) else {
        _ = dialogue.take("")
        continue
      }
      asked.append(question.id)
      for answer in answers(question, manner) where dialogue.question?.id == question.id {
        _ = dialogue.takeJudged()
        let lines = lines(answer, of: question)
        for line in lines { _ = dialogue.take(line) }
        if isTaken(manner, dialogue.takeJudged()) { continue }
        let given = quoted(lines.joined(separator: " "))
        faults.append(
          Fault(question: question.id, text: "typed as \(given) an answer of those is not taken for one"))
      }
    }
    if dialogue.isOver { return faults }
    let still = dialogue.question.map { "question \(quoted($0.id))" } ?? "stop \(dialogue.stopShown + 1)"
    return faults + [
      Fault(
        question: dialogue.question?.id, text: "the lesson does not come to its end: it stays at \(still)")
    ]
  }

  private func isTaken(_ manner: Manner, _ judged: [JudgedAnswer]) -> Bool {
    guard !judged.isEmpty else { return false }
    return manner == .right
      ? judged.allSatisfy(\.isRight) : judged.allSatisfy { !$0.isRight && !$0.mistakes.isEmpty }
  }

  private func answers(_ question: PreparedQuestion, _ manner: Manner) -> [Answer] {
    switch manner {
    case .right: [question.rightAnswer]
    case .wrong: Array(question.key.foreseen.prefix(question.key.attemptsAllowed))
    case .none: []
    }
  }

  /// As they are typed: in quotes, so that none is taken for a command. One's own words end with a line that says so.
  private func lines(_ answer: Answer, of question: PreparedQuestion) -> [String] {
    zip(question.shapes, answer.inTurn(question.shapes.count)).flatMap { shape, part in
      let lines = shape.line(part).split(separator: "\n").map { "\"\($0)\"" }
      return shape == .lines ? lines + ["."] : lines
    }
  }
}
