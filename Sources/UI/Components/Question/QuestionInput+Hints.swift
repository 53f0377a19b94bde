import Analysis
import Documents
import Lessons

/// The footer, the sentence line and the digits while a question is in front.
extension QuestionInput {
  func activeKeys(in context: Context) -> ActiveKeys? {
    let phase = phase(context)
    // The others are reached with ↑↓.
    let digits = min(9, digits(context).count)
    guard phase == .answered, context.hasFocus else {
      var keys = QuestionInput.activeKeys(phase, digits: digits)
      if let picture = context.elsewhere, let answer = keys.hints.firstIndex(where: { $0.action == .open }) {
        keys.hints[answer] = KeyHint(
          .view, String(picture.digit), picture.title.en.lowercased(), picture.title.ko)
      }
      if runs(phase, context) { keys.hints.insert(.runAnswer, at: 1) }
      return keys
    }
    var keys = QuestionInput.activeKeys(
      phase, digits: digits, explains: true, scrolls: unseenRows(context) > 0, isTaught: context.taught != nil
    )
    if context.canRun { keys.hints.insert(.runAnswer, at: 1) }
    return keys
  }

  /// Whether `e` runs the last wrong answer now.
  private func runs(_ phase: Phase, _ context: Context) -> Bool {
    guard context.canRun, phase != .answered else { return false }
    guard isTyping(context), case .type(let slots) = shape(context), let cursor else { return true }
    return slots.indices.contains(cursor) && runs(slots[cursor], cursor, context)
  }

  /// - Parameters:
  ///   - digits: how many of them stand for something.
  ///   - explains: the panel has the keys though nothing is left to answer; whether there is more than is shown, and
  ///     whether it is known where it was taught.
  static func activeKeys(
    _ phase: Phase, digits: Int, explains: Bool = false, scrolls: Bool = false, isTaught: Bool = false
  ) -> ActiveKeys {
    let isLooking = phase == .answered || phase == .lookingAround
    return ActiveKeys(
      scopes: scopes(phase), hints: explains ? explaining(scrolls, isTaught) : hints(phase, "1-\(digits)"),
      fixed: isLooking ? [.keys, .quit] : phase == .telling ? [.keepAndLeave] : [.keys],
      helpTitle: isLooking ? ActiveKeys.walkHelp : say("Keys in a question", "질문에서 쓰는 키"))
  }

  private static func scopes(_ phase: Phase) -> [Action.Scope] {
    switch phase {
    // In a text line digits are text: they type before they are looked up.
    case .choosing, .typing, .filling, .telling: [.choices, .question, .walk, .everywhere]
    case .ticking, .ordering, .carrying: [.ticking, .choices, .question, .walk, .everywhere]
    case .gathering: [.ticking, .question, .walk, .everywhere]
    case .pairing: [.pairing, .choices, .question, .walk, .everywhere]
    // Digits are views there.
    case .picking: [.question, .walk, .everywhere]
    // → and ← go from point to point there.
    case .marking: [.ticking, .walk, .everywhere]
    case .answered, .lookingAround: [.walk, .everywhere]
    }
  }

  /// Sets of scopes whose keys can work at the same time.
  static let scopeSets = Phase.allCases.map { scopes($0) }

  private static let goOn = KeyHint(.nextStop, "→", "go on", "계속")

  private static func explaining(_ scrolls: Bool, _ isTaught: Bool) -> [KeyHint] {
    [goOn, scrolls ? KeyHint(.down, "↑↓", "more", "더 보기") : .row]
      + (isTaught ? [KeyHint(.open, "Enter", "where taught", "설명한 곳")] : [])
      + [
        KeyHint(.nextPane, "Tab", "fields", "필드 창"), KeyHint(.back, "Esc", "close", "닫기"), .why, .back,
        .checksum, .compare,
      ]
  }

  /// The most useful first.
  private static func hints(_ phase: Phase, _ digits: String) -> [KeyHint] {
    let answer = KeyHint(.open, "Enter", "answer", "답하기")
    let dontKnow = KeyHint(.dontKnow, "0", "don't know", "모름")
    let help = KeyHint(.hint, "w", "hint", "힌트")
    let lookAround = KeyHint(.nextPane, "Tab", "look around", "둘러보기")
    let skip = KeyHint(.skip, "→", "skip", "건너뛰기")
    let choose = KeyHint(.down, "↑↓", "choose", "고르기")
    switch phase {
    case .choosing:
      return [KeyHint(.answer, digits, "answer", "답하기"), dontKnow, help, lookAround, skip, answer]
    case .typing: return [answer, help, lookAround, skip]
    case .picking: return [.row, answer, .pane, dontKnow, help, skip]
    case .gathering:
      return [.row, KeyHint(.tick, "Space", "take", "고르기"), answer, .pane, dontKnow, help, skip]
    case .answered:
      return [goOn, .why, .row, .pane, .back, .checksum, .compare]
    case .lookingAround:
      return [
        KeyHint(.nextStop, "→", "back to the question", "질문으로"), .row, .pane, .view, .why, .find, .commands,
        .checksum, .compare,
      ]
    case .ticking:
      return [
        KeyHint(.answer, digits, "tick", "표시"), KeyHint(.tick, "↑↓ Space", "tick", "표시"), answer, dontKnow,
        help,
        skip,
      ]
    case .ordering: return [choose, KeyHint(.tick, "Space", "lift", "들기"), answer, dontKnow, help, skip]
    case .carrying:
      return [
        KeyHint(.down, "↑↓", "carry", "옮기기"), KeyHint(.answer, digits, "to that place", "그 자리로"),
        KeyHint(.tick, "Space", "put down", "놓기"), KeyHint(.back, "Esc", "put back", "되돌리기"),
      ]
    case .pairing:
      return [
        KeyHint(.answer, digits, "give", "짝짓기"), KeyHint(.down, "↑↓", "row", "줄"),
        KeyHint(.takeAway, "Bksp", "take away", "빼기"), answer, dontKnow, help,
      ]
    case .filling:
      return [
        KeyHint(.open, "Enter", "take, next", "다음"), KeyHint(.nextPane, "Tab ↑↓", "another", "다른 항목"), help,
        skip,
      ]
    case .telling: return [KeyHint(.open, "Enter", "next line; twice: done", "다음 줄, 두 번: 끝")]
    case .marking:
      return [
        KeyHint(.tick, "Space", "said it", "말했음"), KeyHint(.nextStop, "→", "next point", "다음 요점"),
        KeyHint(.previousStop, "←", "back", "이전"), KeyHint(.down, "↑↓", "your lines", "내 글"), .why,
        KeyHint(.open, "Enter", "done", "끝"),
      ]
    }
  }

  /// What each digit stands for, from 1; empty where digits type or show pictures.
  func digits(_ context: Context) -> [LocalizedText] {
    switch (phase(context), shape(context)) {
    case (.choosing, .choose(let choices, _)), (.ticking, .choose(let choices, _)): choices.map(\.text.text)
    case (.ordering, .order(let choices)), (.carrying, .order(let choices)):
      order.filter(choices.indices.contains).map { choices[$0].text.text }
    case (.pairing, .pair(_, let right)): right.map(\.text.text)
    default: []
    }
  }

  /// For the sentence line; nil where it says what is selected, as always.
  func sentence(_ context: Context) -> String? {
    let phase = phase(context)
    let language = context.language
    if phase == .lookingAround { return nil }
    if let remark { return remark[language] }
    if isHintShown, let hint = context.state.lastHint {
      return Texts.hint(hint[language], context.state.hintsGiven, of: context.question.hints.count, language)
    }
    switch phase {
    case .choosing: return Texts.choosing[language]
    case .typing: return (context.state.hasHints ? Texts.typing : Texts.typingWithoutHints)[language]
    case .answered: return context.hasFocus ? Texts.answered[language] : nil
    case .lookingAround: return nil
    case .picking:
      guard case .point(let targets, _) = shape(context) else { return nil }
      if let picture = context.elsewhere { return Texts.pickElsewhere(targets.kind, picture)[language] }
      guard !context.isPointing else { return nil }
      return Texts.picking(targets.kind)[language]
    case .ticking: return Texts.ticked(ticks.count)[language]
    case .gathering: return context.isPointing && pointed.isEmpty ? nil : Texts.gathering[language]
    case .ordering: return Texts.ordering[language]
    case .carrying:
      guard let cursor, order.indices.contains(cursor) else { return nil }
      return Texts.carrying(shape(context).choices[order[cursor]].text.text)[language]
    case .pairing:
      guard let cursor, partners.indices.contains(cursor) else { return nil }
      return Texts.pairing(
        shape(context).choices[cursor].text.text, partners.count { $0 == nil }, partners.count)[language]
    case .filling: return (room(context) == .tall ? Texts.takingParts : Texts.filling)[language]
    case .telling: return Texts.telling[language]
    case .marking: return Texts.marking[language]
    }
  }
}

extension KeyHint {
  fileprivate static let runAnswer = KeyHint(.edit, "e", "run my answer", "내 답 실행")
  fileprivate static let keepAndLeave = KeyHint(.back, "Esc", "leave (kept)", "나가기")
}
