import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// The question in front: opening, answering, looking around, skipping.
extension WalkScreen {
  mutating func ask(_ question: PreparedQuestion, isBefore: Bool = true) {
    guard let lesson else { return }
    let open = OpenQuestion(lesson.state(of: question), isBefore: isBefore)
    self.question = open
    panel.mode = .words
    focus = open.pickMoment == nil ? .question : .fields
    // What is pointed at must be in view.
    if let moment = open.pickMoment { look(at: moment) }
  }

  /// What the learner is doing with the question in front.
  enum QuestionPhase { case choosing, typing, picking, answered, lookingAround }

  var questionPhase: QuestionPhase? {
    guard let question else { return nil }
    if !question.state.isOpen { return .answered }
    if question.pickMoment != nil { return question.isAside ? .lookingAround : .picking }
    if focus != .question { return .lookingAround }
    return question.isNumber ? .typing : .choosing
  }

  var questionSituation: Situation? {
    guard let phase = questionPhase, let question else { return nil }
    let answer = Hint(.open, "Enter", "answer", "답하기")
    let dontKnow = Hint(.dontKnow, "0", "don't know", "모름")
    let hint = Hint(.hint, "w", "hint", "힌트")
    let lookAround = Hint(.nextPane, "Tab", "look around", "둘러보기")
    let skip = Hint(.skip, "→", "skip", "건너뛰기")
    let field = Hint(.down, "↑↓", "field", "필드")
    switch phase {
    case .choosing:
      return Situation(
        scopes: [.choices, .question, .walk, .everywhere],
        hints: [
          Hint(.answer, "1-\(question.options.count)", "answer", "답하기"), dontKnow, hint, lookAround, skip,
          answer,
        ], fixed: [.keys], helpTitle: QuestionActions.helpTitle)
    case .typing:
      return Situation(
        scopes: [.choices, .question, .walk, .everywhere], hints: [answer, hint, lookAround, skip],
        fixed: [.keys], helpTitle: QuestionActions.helpTitle)
    case .picking:
      return Situation(
        scopes: [.question, .walk, .everywhere], hints: [field, answer, .pane, dontKnow, hint, skip],
        fixed: [.keys], helpTitle: QuestionActions.helpTitle)
    case .answered:
      return Situation(
        scopes: [.walk, .everywhere],
        hints: [Hint(.nextStop, "→", "go on", "계속"), .why, field, .pane, .back, .checksum, .compare],
        fixed: [.keys, .quit], helpTitle: Situation.walkHelp)
    case .lookingAround:
      return Situation(
        scopes: [.walk, .everywhere],
        hints: [
          Hint(.nextStop, "→", "back to the question", "질문으로"), field, .pane, .view, .why, .find, .commands,
          .checksum, .compare,
        ], fixed: [.keys, .quit], helpTitle: Situation.walkHelp)
    }
  }

  // MARK: Keys

  /// What a key means while a question is in front; nil when it keeps its meaning on the walk.
  mutating func handleInQuestion(_ press: Press) -> Outcome? {
    guard let phase = questionPhase, case .words = panel.mode else { return nil }
    switch (phase, press.action) {
    case (.answered, .nextStop), (.answered, .nextMoment), (.answered, .nextFrame), (.answered, .skip):
      return goOn()
    case (.answered, .open) where focus == .question: return goOn()
    case (.answered, .back), (.answered, .previousStop):
      closeQuestion()
      return press.action == .back ? .done : nil
    case (.lookingAround, .nextStop), (.lookingAround, .nextMoment), (.lookingAround, .nextFrame):
      returnToQuestion()
      return .done
    case (_, .previousStop), (_, .previousMoment), (_, .previousFrame), (_, .start):
      closeQuestion()
      return nil
    case (.lookingAround, _): return nil
    case (_, .skip), (_, .nextStop), (_, .nextMoment), (_, .nextFrame), (_, .furthest): return skip()
    case (_, .hint): return hint()
    case (_, .dontKnow): return giveUp()
    case (.picking, .back):
      question?.isAside = true
      return .done
    case (.choosing, .back), (.typing, .back):
      focus = .fields
      return .done
    case (.choosing, .answer):
      guard let number = press.digit else { return .done }
      return answer(.choice(number - 1))
    case (.choosing, .open): return answer(.choice(question?.cursor ?? 0))
    case (.choosing, let action) where Action.ID.movements.contains(action):
      guard let open = question else { return .done }
      question?.cursor = Movement.moved(open.cursor, action, count: open.options.count, page: 4)
      return .done
    case (.picking, .open): return pick(press)
    default: return nil
    }
  }

  // MARK: Answers

  private mutating func answer(_ answer: Answer) -> Outcome {
    guard var open = question else { return .done }
    open.remark = nil
    open.hint = nil
    open.isSkipAsked = false
    switch open.state.give(answer) {
    case .invalid(let reason): open.remark = reason.text
    case .tryAgain:
      open.line = TextLine()
      if case .choice = answer, let next = open.options.indices.first(where: { open.attempt($0) == nil }) {
        open.cursor = next
      }
    case .right, .shown: break
    }
    keep(open)
    return .done
  }

  private mutating func keep(_ open: OpenQuestion) {
    question = open
    session?.states[open.question.id] = open.state
  }

  private mutating func pick(_ press: Press) -> Outcome {
    let context = inspectorContext
    if focus == .bytes, inspector.source(in: context) == .frame { return answer(.byte(inspector.byte)) }
    guard let place = inspector.place(in: context) else {
      return focus == .picture ? handleInPicture(press) : handleInInspector(press)
    }
    return answer(.node(NodePlace(layer: place.layer + layersBefore, node: place.node)))
  }

  /// A frame that is asked about may begin with a layer about itself (`frame.*`), which the panes leave out.
  private var layersBefore: Int {
    guard case .pick(let key)? = question?.question.body,
      let here = scene.unit?.places(named: key.answer.text).first
    else { return 0 }
    return key.answer.place.layer - here.layer
  }

  private mutating func giveUp() -> Outcome {
    guard var open = question else { return .done }
    open.state.giveUp()
    open.hint = nil
    open.remark = nil
    keep(open)
    return .done
  }

  private mutating func hint() -> Outcome {
    guard var open = question else { return .done }
    if let hint = open.state.hint() {
      open.hint = hint.text
      open.remark = nil
    } else {
      open.remark = Texts.noMoreHints
    }
    keep(open)
    return .done
  }

  private mutating func skip() -> Outcome {
    guard var open = question else { return .done }
    guard open.isSkipAsked else {
      open.isSkipAsked = true
      open.remark = Texts.skipAsked
      question = open
      return .done
    }
    open.state.skip()
    keep(open)
    return goOn()
  }

  /// From an answered question to what comes next: another question, or the walk.
  private mutating func goOn() -> Outcome {
    closeQuestion()
    return step(Press(action: .nextStop)) ?? .done
  }

  /// Takes the question away; unanswered it comes again.
  mutating func closeQuestion() {
    guard let open = question else { return }
    question = nil
    if focus == .question || open.pickMoment != nil { focus = .fields }
    look(at: moment)
  }

  private mutating func returnToQuestion() {
    if panel.isWhy { lookBack() }
    panel.mode = .words
    question?.isAside = false
    focus = question?.pickMoment == nil ? .question : .fields
    if let moment = question?.pickMoment { look(at: moment) }
  }

  // MARK: Typing

  var isTyping: Bool { questionPhase == .typing && panel.mode == .words }

  /// A key goes into the answer's line; nil when it is none of the line's.
  mutating func type(_ key: Key, in surroundings: Surroundings) -> Outcome? {
    guard var open = question else { return nil }
    defer { if question != nil { question?.line = open.line } }
    switch key {
    case .character(let character):
      let strokes = HangulKeys.strokes(of: character) ?? [character]
      // On an empty line the letters keep their meaning in a question.
      if open.line.isEmpty, strokes.count == 1, OpenQuestion.keysOfAnEmptyLine.contains(strokes[0]) {
        return nil
      }
      open.line.insert(String(strokes))
      question?.remark = nil
      return .done
    case .paste(let text):
      open.line.insert(text)
      return .done
    case .enter:
      if open.line.isEmpty {
        _ = giveUp()
      } else {
        _ = answer(.line(open.line.string))
        open.line = question?.line ?? open.line
      }
      return .done
    case .left, .right:
      // At the ends of the line the arrows are time again.
      let isAtEnd = open.line.cursor == (key == .left ? 0 : open.line.string.count)
      return isAtEnd || !open.line.edit(key) ? nil : .done
    default: return open.line.edit(key) ? .done : nil
    }
  }
}
