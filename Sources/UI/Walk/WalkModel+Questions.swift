import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// Questions: opening, answering, looking around, skipping.
extension WalkModel {
  struct Gate {
    var moment: Int
    var question: PreparedQuestion
  }

  /// The question that stands between here and a later moment. It is asked one moment before its stop.
  func gate(before target: Int) -> Gate? {
    guard let lesson else { return nil }
    for stop in lesson.stops where stop.moment > moment && stop.moment <= target {
      if let question = lesson.unanswered(stop.before) {
        return Gate(moment: max(moment, stop.moment - 1), question: question)
      }
    }
    return nil
  }

  /// Opens the question that comes after the stop shown; false when there is none left.
  mutating func askAfter() -> Bool {
    guard let lesson, let stop = lesson.stop(at: moment), let question = lesson.unanswered(stop.after) else {
      return false
    }
    ask(question, isBefore: false)
    return true
  }

  mutating func ask(_ question: PreparedQuestion, isBefore: Bool = true) {
    guard let lesson else { return }
    let open = OpenQuestion(lesson.state(of: question), isBefore: isBefore)
    self.lesson?.open = open
    face = .words
    focus = open.pickMoment == nil ? .question : .fields
    // What is pointed at must be in view.
    if let moment = open.pickMoment { look(at: moment) }
  }

  /// What the learner is doing with the question in front; nil when there is none.
  var questionSituation: Action.Situation? {
    guard let open = lesson?.open else { return nil }
    if !open.state.isOpen { return .answered }
    if open.pickMoment != nil { return isLookingAround ? .lookingAround : .picking }
    if focus != .question { return .lookingAround }
    return open.isNumber ? .typing : .choosing
  }

  private var isLookingAround: Bool { lesson?.open?.isAside == true }

  // MARK: Keys

  /// What a key means while a question is in front; nil when it keeps its meaning on the walk.
  mutating func performInQuestion(_ action: Action.ID, _ key: Key, size: Size) -> Outcome? {
    guard let situation = questionSituation, case .words = face else { return nil }
    switch (situation, action) {
    case (.answered, .nextStop), (.answered, .nextMoment), (.answered, .nextFrame), (.answered, .skip):
      return goOn()
    case (.answered, .open) where focus == .question: return goOn()
    case (.answered, .back), (.answered, .previousStop):
      closeQuestion()
      return action == .back ? .done : nil
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
      lesson?.open?.isAside = true
      return .done
    case (.choosing, .back), (.typing, .back):
      focus = .fields
      return .done
    case (.choosing, .answer):
      guard case .character(let digit) = key, let number = digit.wholeNumberValue else { return .done }
      return answer(.choice(number - 1))
    case (.choosing, .open): return answer(.choice(lesson?.open?.cursor ?? 0))
    case (.choosing, .up), (.choosing, .down), (.choosing, .first), (.choosing, .last), (.choosing, .pageUp),
      (.choosing, .pageDown):
      guard let open = lesson?.open else { return .done }
      lesson?.open?.cursor = WalkModel.moved(open.cursor, action, count: open.options.count, page: 4)
      return .done
    case (.picking, .open): return pick(size)
    default: return nil
    }
  }

  // MARK: Answers

  private mutating func answer(_ answer: Answer) -> Outcome {
    guard var open = lesson?.open else { return .done }
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
    lesson?.open = open
    lesson?.states[open.question.id] = open.state
  }

  private mutating func pick(_ size: Size) -> Outcome {
    if focus == .bytes, source == .frame {
      return answer(.byte(byte))
    }
    guard let place = selectedPlace else { return open(size: size) }
    return answer(.node(NodePlace(layer: place.layer + layersBefore, node: place.node)))
  }

  /// A frame that is asked about may begin with a layer about itself (`frame.*`), which the panes leave out.
  private var layersBefore: Int {
    guard case .pick(let key)? = lesson?.open?.question.body,
      let here = scene.unit?.places(named: key.answer.text).first
    else { return 0 }
    return key.answer.place.layer - here.layer
  }

  private mutating func giveUp() -> Outcome {
    guard var open = lesson?.open else { return .done }
    open.state.giveUp()
    open.hint = nil
    open.remark = nil
    keep(open)
    return .done
  }

  private mutating func hint() -> Outcome {
    guard var open = lesson?.open else { return .done }
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
    guard var open = lesson?.open else { return .done }
    guard open.isSkipAsked else {
      open.isSkipAsked = true
      open.remark = Texts.skipAsked
      lesson?.open = open
      return .done
    }
    open.state.skip()
    keep(open)
    return goOn()
  }

  /// From an answered question to what comes next: another question, or the walk.
  private mutating func goOn() -> Outcome {
    closeQuestion()
    return walk(.nextStop)
  }

  /// Takes the question away; unanswered it comes again.
  mutating func closeQuestion() {
    guard let open = lesson?.open else { return }
    lesson?.open = nil
    if focus == .question || open.pickMoment != nil { focus = .fields }
    if scene.moment.number != moment { look(at: moment) }
  }

  private mutating func returnToQuestion() {
    if case .why = face { closeWhy() }
    face = .words
    lesson?.open?.isAside = false
    focus = lesson?.open?.pickMoment == nil ? .question : .fields
    if let moment = lesson?.open?.pickMoment { look(at: moment) }
  }

  // MARK: Typing

  var isTyping: Bool { questionSituation == .typing && face == .words }

  /// A key goes into the answer's line; false when it is none of the line's.
  mutating func type(_ key: Key) -> Bool {
    guard var open = lesson?.open else { return false }
    defer { if lesson?.open != nil { lesson?.open?.line = open.line } }
    switch key {
    case .character(let character):
      let strokes = HangulKeys.strokes(of: character) ?? [character]
      // On an empty line the letters keep their meaning in a question.
      if open.line.isEmpty, strokes.count == 1, OpenQuestion.keysOfAnEmptyLine.contains(strokes[0]) {
        return false
      }
      open.line.insert(String(strokes))
      lesson?.open?.remark = nil
      return true
    case .paste(let text):
      open.line.insert(text)
      return true
    case .enter:
      if open.line.isEmpty {
        _ = giveUp()
      } else {
        _ = answer(.line(open.line.string))
        open.line = lesson?.open?.line ?? open.line
      }
      return true
    case .left, .right:
      // At the ends of the line the arrows are time again.
      let isAtEnd = open.line.cursor == (key == .left ? 0 : open.line.string.count)
      return isAtEnd ? false : open.line.edit(key)
    default: return open.line.edit(key)
    }
  }
}
