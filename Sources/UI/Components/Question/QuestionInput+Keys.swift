import Analysis
import Documents
import Lessons
import Terminal

/// Keys that are actions; what they do to an answer of each shape stands in the file of that shape.
extension QuestionInput {
  mutating func handle(_ press: Press, in context: Context) -> [Request]? {
    forgetAsked(unless: press.action)
    switch (phase(context), press.action) {
    case (.answered, .nextStop), (.answered, .nextMoment), (.answered, .nextFrame), (.answered, .skip):
      return [.goOn]
    case (.answered, .open) where context.hasFocus: return context.taught.map { [.study($0)] } ?? []
    case (.answered, .edit) where context.hasFocus && context.canRun: return [.run]
    case (.answered, .edit): return nil
    case (_, .edit) where context.canRun || context.isRunLater: return [.run]
    case (.answered, .back): return [.close]
    case (.answered, .previousStop): return [.close, .pass]
    case (.answered, .view) where context.hasFocus:
      // A digit pressed in haste must not keep a picture.
      remark = Texts.digitsAfterTab
      return []
    case (.answered, let action) where Action.ID.movements.contains(action): return scroll(action, context)
    case (.lookingAround, .nextStop), (.lookingAround, .nextMoment), (.lookingAround, .nextFrame):
      return [.comeBack]
    case (.marking, .nextStop), (.marking, .nextMoment), (.marking, .nextFrame): return nextPoint(context)
    case (.marking, .previousStop), (.marking, .previousMoment), (.marking, .previousFrame):
      return previousPoint(context)
    case (_, .previousStop), (_, .previousMoment), (_, .previousFrame), (_, .start): return [.close, .pass]
    case (.lookingAround, _): return nil
    case (_, .skip), (_, .nextStop), (_, .nextMoment), (_, .nextFrame), (_, .furthest): return skip(context)
    case (_, .hint): return hint(context)
    case (_, .dontKnow): return giveUp(context)
    case (.picking, .back), (.gathering, .back): return escape(context)
    case (.carrying, .back): return putBack()
    case (_, .back): return [.lookAround]
    // There is nothing left to answer: the key is that of the pane that has the focus.
    case (.answered, _): return nil
    default: return handleShape(press, context)
    }
  }

  /// What the last key said, or asked, is gone with the next one, but for a key that may be the answer to it.
  private mutating func forgetAsked(unless action: Action.ID) {
    let answers: Set<Action.ID> = [.skip, .nextStop, .nextMoment, .nextFrame, .furthest, .open, .back]
    if !answers.contains(action) { (remark, isSkipAsked) = (nil, false) }
  }

  private mutating func handleShape(_ press: Press, _ context: Context) -> [Request]? {
    switch shape(context) {
    case .choose(let choices, several: false): choose(press, among: choices.count, context)
    case .choose(let choices, several: true): tick(press, among: choices.count, context)
    case .type, .lines: nil
    case .point(let targets, let several): point(press.action, at: targets, several: several, context)
    case .order: put(press, context)
    case .pair(_, let right): pair(press, with: right.count, context)
    case .mark(let choices): mark(press.action, of: choices.count, context)
    }
  }

  /// A click on a row: the first one moves the cursor there, the second is Enter, or a tick where one ticks.
  mutating func clicked(_ row: Int, in context: Context) -> [Request]? {
    let isAgain = context.hasFocus && cursor == row
    switch shape(context) {
    case .choose(_, several: false):
      if isAgain { return handle(Press(action: .open, key: .enter), in: context) }
    case _ where !context.state.isOpen: return []
    case .choose, .mark:
      if case .mark = shape(context), row >= uncovered { return [] }
      if isAgain { return handle(Press(action: .tick), in: context) }
    case .order:
      if lifted != nil { move(to: row) }
      if isAgain { return handle(Press(action: .tick), in: context) }
    case .pair(let left, let right):
      if row >= left.count { return give(partner: row - left.count, of: right.count) }
    case .type, .lines, .point: break
    }
    if context.hasFocus || lifted == nil { cursor = row }
    return [.comeBack]
  }

  // MARK: Answering

  /// Takes the answer to the shape in hand: on to the next shape, or all of them are judged.
  mutating func submit(_ answer: Answer, _ context: Context) -> [Request]? {
    settle()
    let shapes = context.question.shapes
    var answer = answer
    if case .point(let targets, _) = shapes[min(turn, shapes.count - 1)], case .places(let places) = answer {
      answer = .subjects(places.filter(targets.targets.indices.contains).map { targets.targets[$0].subject })
    }
    guard turn + 1 >= shapes.count else {
      given.append(answer)
      turn += 1
      begin(shapes[turn])
      return shapes[turn].choices.first?.moment.map { [.look($0)] } ?? []
    }
    var state = context.state
    switch state.give(given.isEmpty ? answer : .inTurn(given + [answer])) {
    case .invalid(let reason): remark = reason.text
    case .tryAgain: tryAgain(state)
    case .right, .shown: top = 0
    }
    return [.keep(state)]
  }

  /// What stays in hand for the second try.
  private mutating func tryAgain(_ state: QuestionState) {
    let parts = state.attempts.last.map { state.question.parts(of: $0.answer) } ?? []
    func isRight(_ index: Int) -> Bool { parts.indices.contains(index) && parts[index].isRight }
    switch state.question.shapes[turn] {
    case .choose(_, several: false), .point: cursor = nil
    case .type:
      for index in typed.indices where !isRight(index) { typed[index] = TextLine() }
      cursor = typed.indices.first { !isRight($0) } ?? 0
    case .pair where !parts.isEmpty:
      for index in partners.indices where !isRight(index) { partners[index] = nil }
      cursor = partners.firstIndex(of: nil) ?? 0
    default: break
    }
  }

  /// Nothing that the last key said stays.
  mutating func settle() {
    remark = nil
    isHintShown = false
    isSkipAsked = false
  }

  mutating func giveUp(_ context: Context) -> [Request]? {
    var state = context.state
    state.giveUp()
    isHintShown = false
    remark = nil
    top = 0
    return [.keep(state)]
  }

  mutating func hint(_ context: Context) -> [Request]? {
    var state = context.state
    if state.hint() != nil {
      isHintShown = true
      remark = nil
    } else {
      remark = isTyping(context) ? Texts.noMoreHintsTyping : Texts.noMoreHints
    }
    return [.keep(state)]
  }

  mutating func skip(_ context: Context) -> [Request]? {
    guard isSkipAsked else {
      isSkipAsked = true
      remark = Texts.skipAsked
      return []
    }
    var state = context.state
    state.skip()
    return [.keep(state), .goOn]
  }

  /// In an answered panel that is longer than its room; where there is nothing to scroll the key keeps its meaning.
  private mutating func scroll(_ action: Action.ID, _ context: Context) -> [Request]? {
    guard context.hasFocus else { return nil }
    let rest = unseenRows(context)
    guard rest > 0 else { return nil }
    top = Movement.moved(min(top, rest), action, count: rest + 1, page: context.room.height)
    return []
  }

  /// Pointing goes on whatever is closed; with nothing left to close it is said once how to go on, then the walk is left.
  private mutating func escape(_ context: Context) -> [Request]? {
    guard context.isPaneHome, remark != Texts.pointingStays else { return nil }
    settle()
    remark = Texts.pointingStays
    return []
  }

  /// Rows of the answered panel that its room does not hold.
  func unseenRows(_ context: Context) -> Int {
    max(0, QuestionPanel(input: self, context: context).answeredRows - context.room.height)
  }

  // MARK: The rows of a shape

  /// Moves the cursor; from nowhere ↓ goes to the first row and ↑ to the last. False when the action is another one.
  mutating func moveCursor(_ action: Action.ID, count: Int) -> Bool {
    guard Action.ID.movements.contains(action) else { return false }
    settle()
    guard let now = cursor else {
      cursor = action == .up || action == .last || action == .pageUp ? count - 1 : 0
      return true
    }
    cursor = Movement.moved(now, action, count: count, page: 4)
    return true
  }

  /// The row that a digit means; nil when there is none.
  func row(_ press: Press, among count: Int) -> Int? {
    press.digit.flatMap { (1...max(1, count)).contains($0) ? $0 - 1 : nil }
  }
}

extension QuestionState {
  /// The try with this choice alone.
  func attempt(at index: Int) -> Attempt? {
    attempts.first { attempt in
      if case .point(let targets, _)? = question.shapes.first, targets.targets.indices.contains(index) {
        return attempt.answer == .subjects([targets.targets[index].subject])
      }
      return attempt.answer == .places([index])
    }
  }

  /// The hint that was given last.
  var lastHint: LocalizedText? {
    hintsGiven > 0 ? question.hints[min(hintsGiven, question.hints.count) - 1].text : nil
  }
}
