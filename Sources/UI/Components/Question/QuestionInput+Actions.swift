import Terminal

/// What can be done with a question in front, whatever it asks.
extension QuestionInput {
  static let actions = [
    Action(
      .answer, (1...9).map { .character(Character(String($0))) }, "1 … 9", in: .choices, .question,
      say("answer", "답하기"), say("Answer with this choice.", "이 보기로 답합니다."),
      isOfDigits: true, rebinding: .never("keeps its digits: each stands for a picture or a choice")),
    Action(
      .tick, [" "], "Space", in: .ticking, .question, say("tick; lift, put down", "표시, 들기, 놓기"),
      say("Tick this choice; in an order: pick up, put down.", "이 보기에 표시합니다. 순서에서는 들거나 놓습니다.")),
    Action(
      .takeAway, [.backspace], "Bksp", in: .pairing, .question, say("take away", "짝 빼기"),
      say("Take the partner of this row away.", "이 줄의 짝을 뺍니다.")),
    Action(
      .dontKnow, ["0"], "0", in: .question, .question, say("I don't know", "모르겠어요"),
      say("Show the answer with its reason.", "정답과 그 이유를 보여 줍니다.")),
    Action(
      .hint, ["w"], "w", in: .question, .question, say("hint", "힌트"),
      say("Give the next hint.", "다음 힌트를 줍니다.")),
    Action(
      .skip, [.right, "l", " "], "→", in: .question, .question,
      say("skip, asked twice", "건너뛰기, 두 번"),
      say("Go on without answering: first press asks, second goes.", "답하지 않고 갑니다. 처음엔 묻고 두 번째에 갑니다.")),
  ]
}

extension Action.Scope {
  private static let worksInQuestions = say(
    "Works while a question waits for its answer.", "질문이 답을 기다릴 때 됩니다.")
  static let question = Action.Scope(name: "question", worksOnly: worksInQuestions, shadows: ["walk"])
  /// A question whose choices have digits.
  static let choices = Action.Scope(name: "choices", worksOnly: worksInQuestions, shadows: ["walk"])
  /// A question where Space ticks or lifts.
  static let ticking = Action.Scope(
    name: "ticking", worksOnly: worksInQuestions, shadows: ["question", "walk"])
  /// A question where Backspace takes away.
  static let pairing = Action.Scope(name: "pairing", worksOnly: worksInQuestions, shadows: ["walk"])
}

extension Action.ID {
  static let answer = Action.ID("answer")
  static let tick = Action.ID("tick")
  static let takeAway = Action.ID("take-away")
  static let dontKnow = Action.ID("dont-know")
  static let hint = Action.ID("hint")
  static let skip = Action.ID("skip")
}
