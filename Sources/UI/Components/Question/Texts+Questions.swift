import Analysis
import Documents
import Lessons
import Terminal

/// What the program says around a question.
extension Texts {
  static func question(_ number: Int, _ count: Int, _ language: Language) -> String {
    language == .en ? "question \(number) of \(count)" : "질문 \(number)/\(count)"
  }

  /// Over the panel.
  static func questionTitle(_ input: QuestionInput, _ context: QuestionInput.Context) -> LocalizedText {
    if context.question.key.isSelfRated, let attempt = context.state.attempts.last, !context.state.isOpen {
      let parts = context.question.parts(of: attempt.answer)
      let said = parts.count(where: \.isRight)
      return both(
        "Explained: \(said) of \(parts.count) points said", "설명: 요점 \(parts.count)개 중 \(said)개를 말함")
    }
    return switch context.state.outcome {
    case .right: both("✓ Right", "✓ 맞았습니다")
    case .wrong: partsRight(context) ?? both("Not this time: here is why", "틀렸습니다. 이유는 이렇습니다")
    case .unknown: both("The answer", "정답")
    case .skipped: both("Skipped", "건너뜀")
    case nil where !context.state.attempts.isEmpty: both("Not yet: one more try", "아직 아닙니다. 한 번 더")
    case nil: questionTitle(input.shape(context), isBefore: context.isBefore)
    }
  }

  /// How many of several parts were right; nil where only the whole counts.
  private static func partsRight(_ context: QuestionInput.Context) -> LocalizedText? {
    guard case .type(let slots)? = context.question.shapes.last, slots.count > 1,
      let parts = context.state.attempts.last.map({ context.question.parts(of: $0.answer) }), !parts.isEmpty
    else { return nil }
    let right = parts.count(where: \.isRight)
    return both(
      "Not this time: \(right) of \(parts.count) right", "\(parts.count)개 중 \(right)개 맞음")
  }

  private static func questionTitle(_ shape: InputShape, isBefore: Bool) -> LocalizedText {
    switch shape {
    case .choose, .type, .point:
      isBefore
        ? both("Before you go on: predict", "다음으로 가기 전에 예상해 보세요")
        : both("A question about what you just saw", "방금 본 내용에 대한 질문")
    case .order:
      isBefore
        ? both("Before you go on: put in order", "다음으로 가기 전에 순서대로 놓아 보세요") : both("Put in order", "순서대로 놓기")
    case .pair: both("Match", "짝 맞추기")
    case .lines: both("Explain, in your own words", "자기 말로 설명해 보세요")
    case .mark: both("What did you say? Tick it as the walk shows it", "무엇을 말했나요? 여정을 보며 표시하세요")
    }
  }

  // MARK: A wrong answer that is run

  static let escToQuestion = both("Esc: back to the question", "Esc: 질문으로 돌아가기")
  static func question(_ number: Int) -> LocalizedText { both("question \(number)", "\(number)번 질문") }

  // MARK: What may be said

  static let showMe = both("I don't know, show me", "모르겠어요, 보여 주세요")
  static let showMeNow = both("Show me", "보여 주세요")
  static let yourAnswer = both("your answer", "고른 답")
  static let noMoreHints = both("There are no more hints. 0 shows the answer.", "힌트가 더 없습니다. 0을 누르면 정답을 봅니다.")
  static let noMoreHintsTyping = both(
    "There are no more hints. Enter with nothing typed shows the answer.",
    "힌트가 더 없습니다. 빈 줄에서 Enter를 누르면 정답을 봅니다.")
  static let skipAsked = both(
    "Skip this question? → again goes on without an answer.", "질문을 건너뛸까요? →를 다시 누르면 답하지 않고 갑니다.")
  static let questionWaiting = both(
    "A question is waiting: → or Tab goes back to it.", "질문이 기다립니다. → 또는 Tab을 누르면 돌아갑니다.")
  static func pickHow(_ kind: SubjectKind) -> LocalizedText {
    let what = kind == .field ? both("the field or its bytes", "필드나 바이트") : pointedAt(kind)
    return both(
      "> Choose \(what.en) above with ↑↓, then Enter.", "> 위에서 ↑↓로 \(what.ko.with("을/를")) 고르고 Enter를 누르세요.")
  }
  /// The rows that one points at are not in view.
  static func pickElsewhere(_ kind: SubjectKind, _ picture: Picture) -> LocalizedText {
    let what = pointedAt(kind)
    return both(
      "\(picture.digit) shows the \(picture.title.en.lowercased()): choose \(what.en) there.",
      "\(picture.digit)번 키를 누르면 \(picture.title.ko.with("이/가")) 나옵니다. 거기서 \(what.ko.with("을/를")) 고르세요.")
  }
  /// What one points at.
  private static func pointedAt(_ kind: SubjectKind) -> LocalizedText {
    switch kind {
    case .row, .cell, .table: both("a row of the tables", "표의 항목")
    case .device: both("a device", "장치")
    case .field, .byte, .layer, .cable, .setting, .detail, .arc: both("a field or a byte", "필드나 바이트")
    }
  }
  static let enterOpens = both(
    "There are fields in this one: Enter shows them, Enter again answers with it.",
    "안에 필드가 더 있습니다. Enter를 누르면 보이고, 또 누르면 이것으로 답합니다.")
  static let enterAnswersWith = both("Enter answers with this.", "Enter를 누르면 이것으로 답합니다.")
  static let typeNumber = both("type a number: 18, 0x12 or 0b10010", "숫자를 입력하세요. 예: 18, 0x12, 0b10010")
  static let notThat = both("Not that one.", "정답이 아닙니다.")
  static let choosing = both(
    "Press a number, or ↑↓ and Enter. Unsure? Guess: even a wrong guess helps later.",
    "번호를 누르거나 ↑↓와 Enter로 고르세요. 몰라도 찍어 보면 기억에 남습니다.")
  static func picking(_ kind: SubjectKind) -> LocalizedText {
    let what = pointedAt(kind)
    return both(
      "↑↓ choose \(what.en), Enter answers with it; 0 shows the answer.",
      "↑↓로 \(what.ko.with("을/를")) 고르고 Enter로 답합니다. 0은 정답을 보여 줍니다.")
  }
  static let pointingStays = both(
    "The question stays: Enter answers with the field; → skips. Esc again leaves.",
    "질문은 그대로입니다. Enter는 답하기, →는 건너뛰기, Esc를 또 누르면 나갑니다.")
  static let typing = both(
    "Enter answers; with nothing typed it gives a hint. ↑↓ look at the fields.",
    "Enter로 답합니다. 빈 줄에서 Enter를 누르면 힌트가 나옵니다. ↑↓로 필드를 봅니다.")
  static let typingWithoutHints = both(
    "Enter answers; with nothing typed it shows the answer. ↑↓ look at the fields.",
    "Enter로 답합니다. 빈 줄에서 Enter를 누르면 정답을 봅니다. ↑↓로 필드를 봅니다.")
  static let answered = both("→ goes on.", "→를 누르면 계속합니다.")
  static let digitsAfterTab = both("Tab, then digits choose a picture.", "Tab을 누른 뒤에 번호로 그림을 고릅니다.")
  static let wholeExplanation = both("Tab shows the whole explanation again.", "Tab을 누르면 설명 전체를 다시 봅니다.")
  static let onceMore = both("once more", "한 번 더")

  /// With its number where there are several.
  static func hint(_ text: String, _ number: Int, of count: Int, _ language: Language) -> String {
    let name = both("Hint", "힌트")[language]
    let whole = count > 1 ? "\(name) \(number)/\(count): \(text)" : "\(name): \(text)"
    // A hint of a whole row stands alone.
    return whole.displayWidth < 80 ? whole : text
  }
  static func rightWith(_ answer: String, _ language: Language) -> String {
    language == .en ? "Right: \(answer)" : "맞았습니다: \(answer)"
  }
  static func itIs(_ answer: String, _ language: Language) -> String {
    language == .en ? "The answer: \(answer)" : "정답: \(answer)"
  }
  static func predictedRight(_ answer: String, _ language: Language) -> String {
    language == .en ? "You predicted it: \(answer)" : "예상이 맞았습니다: \(answer)"
  }
  static func predictedWrong(_ answer: String, _ truth: String, _ language: Language) -> String {
    language == .en ? "You predicted: \(answer). It is: \(truth)" : "예상: \(answer). 실제: \(truth)"
  }

  // MARK: Ticking, ordering, pairing

  static let chooseFirst = both("Choose first: press a number, or ↑ ↓.", "먼저 하나를 고르세요. 번호나 ↑ ↓를 누르면 됩니다.")
  static func pointFirst(_ kind: SubjectKind) -> LocalizedText {
    let what = kind == .field ? both("a field", "필드") : pointedAt(kind)
    return both(
      "Choose \(what.en) first: ↑ ↓ move to it.", "먼저 \(what.ko.with("을/를")) 고르세요. ↑ ↓로 옮겨 가면 됩니다.")
  }
  static let nothingTicked = both(
    "Nothing is ticked: tick all that are right, or 0 shows them.", "표시한 것이 없습니다. 맞는 것에 모두 표시하거나 0을 누르세요.")
  static let nothingMoved = both(
    "Nothing is in order yet: ↑↓ choose, Space lifts.", "아직 순서를 정하지 않았습니다. ↑↓로 고르고 Space로 드세요.")
  static func noPartner(_ text: LocalizedText) -> LocalizedText {
    both(
      "\(text.en.truncated(to: 40)) has no partner yet.", "\(text.ko.truncated(to: 40)): 아직 짝이 없습니다.")
  }
  static func pointsUnseen(_ count: Int) -> LocalizedText {
    both(
      "\(count) not seen yet count as not said. Enter again ends.",
      "아직 보지 않은 \(count)개는 말하지 않은 것이 됩니다. Enter를 다시 누르면 끝냅니다.")
  }

  static func ticked(_ count: Int) -> LocalizedText {
    if count == 0 {
      return both(
        "Tick all that are right with their digits or Space, then Enter.",
        "맞는 것에 숫자나 Space로 모두 표시하고 Enter를 누르세요.")
    }
    return both(
      "\(count) ticked. Space takes a tick off; Enter answers with what is ticked.",
      "\(count)개 선택. Space로 표시를 지우고, Enter로 답합니다.")
  }
  static let ordering = both(
    "↑↓ choose one, Space lifts it. Enter answers with this order.",
    "↑↓로 고르고 Space로 드세요. Enter를 누르면 지금 순서로 답합니다.")
  static func carrying(_ text: LocalizedText) -> LocalizedText {
    // The row itself has it whole.
    both(
      "Carrying \(quoted(text.en.truncated(to: 16))). ↑↓ or a digit moves it, Space puts it down here.",
      "옮기는 중: \(quoted(text.ko.truncated(to: 16))). ↑↓나 숫자로 옮기고 Space로 놓습니다.")
  }
  static func carried(from place: Int) -> LocalizedText {
    both("carried, was \(place)", "옮기는 중, 원래 \(place)번")
  }
  static func pairing(_ text: LocalizedText, _ left: Int, _ count: Int) -> LocalizedText {
    if left == 0 {
      return both("Every row has its partner. Enter answers.", "모든 항목에 짝이 있습니다. Enter로 답합니다.")
    }
    return both(
      "\(text.en.truncated(to: 24)): press the number of its partner. \(left) of \(count) are left.",
      "\(text.ko.truncated(to: 24)): 짝의 번호를 누르세요. \(count)개 중 \(left)개가 남았습니다.")
  }
  static let used = both("used", "사용함")
  static let telling = both(
    "Enter ends a line; on an empty line: done, and the walk shows the points.",
    "Enter로 줄을 끝냅니다. 빈 줄에서 누르면 끝나고 요점이 나옵니다.")
  static let marking = both(
    "Space if you said it, in whatever words. → shows the next point.", "어떤 말로든 말했으면 Space. →는 다음 요점을 보여 줍니다."
  )
  static func said(_ ticks: Int, of count: Int, _ language: Language) -> String {
    language == .en ? "\(ticks) of \(count) so far" : "지금까지 \(count)개 중 \(ticks)개"
  }
  static func you(_ text: String, _ language: Language) -> String {
    language == .en ? "you: \(text)" : "내 답: \(text)"
  }
  static func asked(_ text: String, _ language: Language) -> String {
    language == .en ? "Asked: \(text)" : "문제: \(text)"
  }
  static func youPut(_ place: Int) -> LocalizedText {
    both("✗ you: \(ordinal(place))", "✗ 내 답: \(place)번째")
  }
  private static func ordinal(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  // MARK: Slots

  static func blank(_ number: Int, of count: Int, _ language: Language) -> String {
    language == .en ? "blank \(number) of \(count)" : "빈칸 \(number)/\(count)"
  }
  static let filling = both(
    "Enter takes it and goes on, on an empty one it gives a hint. ↑↓ another blank.",
    "Enter로 정하고 다음으로 갑니다. 빈칸이면 힌트가 나옵니다. ↑↓로 옮깁니다.")
  static let takingParts = both(
    "Enter takes a part, and on the last one it answers; an empty one gives a hint.",
    "Enter로 하나씩 정하고, 마지막에서 답합니다. 비어 있으면 힌트가 나옵니다.")
  static let numberOnly = both(
    "Only numbers go here: 18, 0x12 or 0b10010.", "여기에는 숫자만 들어갑니다. 예: 18, 0x12, 0b10010")
  /// Said of a letter that belongs to no value of a slot.
  static func onlyHere(_ form: ValueForm) -> LocalizedText {
    guard form != .number, let expected = expected(form) else { return numberOnly }
    return both(
      "What goes here: \(expected.en).", "여기에 들어가는 것: \(expected.ko).")
  }
  static let digitsOnly = both("Press one of the digits.", "보기의 숫자를 누르세요.")
  /// What is typed into a slot; nil where its label says it.
  static func expected(_ form: ValueForm) -> LocalizedText? {
    switch form {
    case .number, .hexadecimal: both("a number", "숫자")
    case .named: both("names, or a number", "이름이나 숫자")
    case .truth: both("1 or 0", "1 또는 0")
    case .mac: both("a MAC address", "MAC 주소")
    case .ipv4: both("an address", "주소")
    case .network: both("a network: 192.0.2.0/24", "네트워크. 예: 192.0.2.0/24")
    case .bytes: both("hexadecimal", "16진수")
    case .text: nil
    case .time: both("a time: 200ms, 1.5s", "시간. 예: 200ms, 1.5s")
    }
  }
  static func missedPoints(_ names: String, _ language: Language) -> String {
    language == .en ? "Not said yet, so it comes back: \(names)" : "아직 말하지 않아 다시 나올 것: \(names)"
  }
  static let youSaid = both("you said", "내 답")
  static let theAnswerIs = both("the answer", "정답")
  static let theRunDid = both("the run did", "실제")
  static let gathering = both(
    "Space takes what is under the cursor, or leaves it; Enter answers.",
    "Space로 커서에 있는 것을 고르거나 빼고 Enter로 답합니다.")
}
