import Analysis
import Documents
import Lessons
import Terminal

/// What is in hand while a question is answered: the cursor, ticks, typed lines, an order that is changed, pairs. It
/// knows shapes of answers, no kinds of questions, and needs nothing of the screen that asks but its `Context`.
///
///     var input = QuestionInput(state)
///     input.handle(press, in: context)           // keys that are actions
///     input.type(key, in: context)               // keys that type, while `isTyping`
///     input.draw(context, in: rect, on: &canvas) // as large as `room` says
struct QuestionInput: Component, Equatable {
  /// Which of the question's shapes is answered now.
  var turn = 0
  /// The answers to the shapes before.
  var given: [Answer] = []
  /// The row under the cursor: a choice, a slot, a left side, a point; nil while nothing is chosen.
  var cursor: Int?
  /// Choices, or points that were said.
  var ticks: Set<Int> = []
  /// One a slot; of one's own words one a line.
  var typed: [TextLine] = []
  /// Choices as they are put now.
  var order: [Int] = []
  /// The place that what is carried was lifted from.
  var lifted: Int?
  /// Of each left side.
  var partners: [Int?] = []
  /// Points that may be seen.
  var uncovered = 0
  /// Things that will be pointed at together.
  var pointed: [Subject] = []
  /// The first line shown of what is longer than its room.
  var top = 0
  /// The last hint given stands in the sentence line.
  var isHintShown = false

  /// Why what was done is no answer, or what the first press of → asks. Gone with the next key, so that it is not kept.
  var remark: LocalizedText?
  var isSkipAsked = false

  /// What the host screen tells it; nothing of it is changed here.
  struct Context: Sendable {
    var state: QuestionState
    /// Asked before the stop that comes next; else after the one that is shown.
    var isBefore: Bool
    /// Of how many questions the how manieth.
    var number: Int
    var count: Int
    var language: Language
    /// The question has the keys; else a pane beside it.
    var hasFocus: Bool
    /// What is under the cursor of the pane that has the focus; nil where that is nothing that could be asked for.
    var pointed: Subject?
    /// What is under that cursor is closed: Enter shows the fields in it.
    var opens = false
    /// Something is under that cursor: as long as the learner has chosen nothing there is nothing.
    var isPointing = true
    /// The picture has the keys.
    var isInPicture = false
    /// The picture that has the rows one points at, while another one has its place.
    var elsewhere: Picture?
    /// Esc has no pane to leave there, nor anything else to undo.
    var isPaneHome = true
    /// The stop at which what it asks was taught; nil where that is in no walk.
    var taught: Int?
    /// The last wrong answer can be run.
    var canRun = false
    /// It can be, but the run would show the answer: `e` says so, and nothing offers it.
    var isRunLater = false
    /// Inside the edges of where it is drawn.
    var room = Size(width: 78, height: 8)

    var question: PreparedQuestion { state.question }
  }

  enum Request: Equatable, Sendable {
    /// Keep the question as it is now: an answer, a hint, giving up have changed it.
    case keep(QuestionState)
    /// On to what comes after the question.
    case goOn
    /// The panes get the keys; the question waits.
    case lookAround
    case comeBack
    /// Take the question away; unanswered it comes again.
    case close
    /// What was pressed also keeps its meaning outside.
    case pass
    /// Show this moment while the question stays.
    case look(Int)
    /// Run the last wrong answer, with a way back to what is answered here.
    case run
    /// To the stop where it was taught, with a way back to what is answered here.
    case study(Int)
  }

  init(_ state: QuestionState) { begin(shape(of: state.question)) }

  /// Where it is drawn: over bytes and words, or in the rows of the words with all panes in view.
  enum Room: Equatable, Sendable { case tall, words }

  func room(_ context: Context) -> Room {
    guard context.hasFocus else { return .words }
    if !context.state.isOpen { return .tall }
    switch shape(context) {
    case .choose, .lines, .order, .pair, .mark: return .tall
    case .type(let slots):
      let isOfFrame = slots.count == 1 || slots.allSatisfy { $0.place != nil }
      return isOfFrame && slots.allSatisfy(\.isPlain) ? .words : .tall
    case .point: return .words
    }
  }

  func shape(_ context: Context) -> InputShape { shape(of: context.question) }

  private func shape(of question: PreparedQuestion) -> InputShape {
    let shape = question.shapes[max(0, min(turn, question.shapes.count - 1))]
    // What no pane has a row for is chosen from a list.
    if case .point(let targets, several: false) = shape, targets.place == nil {
      return .choose(targets.targets.map { Choice(LocalizedRendering($0.label)) }, several: false)
    }
    return shape
  }

  /// What the learner is doing with it.
  enum Phase: CaseIterable, Sendable {
    case choosing, typing, picking, answered, lookingAround
    case ticking, gathering, ordering, carrying, pairing, filling, telling, marking
  }

  func phase(_ context: Context) -> Phase {
    if !context.state.isOpen { return .answered }
    if case .point(_, let several) = shape(context) {
      return several ? .gathering : .picking
    }
    if !context.hasFocus { return .lookingAround }
    switch shape(context) {
    case .choose(_, let several): return several ? .ticking : .choosing
    case .type(let slots): return slots.count == 1 && slots[0].isPlain ? .typing : .filling
    case .lines: return .telling
    case .point: return .picking
    case .order: return lifted == nil ? .ordering : .carrying
    case .pair: return .pairing
    case .mark: return .marking
    }
  }

  /// Keys type.
  func isTyping(_ context: Context) -> Bool {
    switch phase(context) {
    case .typing, .filling, .telling: true
    default: false
    }
  }

  // MARK: Beginning

  mutating func begin(_ shape: InputShape) {
    (cursor, ticks, typed, order, lifted, partners) = (nil, [], [], [], nil, [])
    (uncovered, pointed, top) = (0, [], 0)
    switch shape {
    case .choose: break
    case .type(let slots):
      typed = slots.map { _ in TextLine() }
      cursor = 0
    case .lines:
      typed = [TextLine(limit: QuestionInput.longestLine)]
      cursor = 0
    case .point: break
    case .order(let choices): order = Array(choices.indices)
    case .pair(let left, _):
      partners = left.map { _ in nil }
      cursor = 0
    case .mark:
      cursor = 0
      uncovered = 1
    }
  }

  /// Of one's own words, in columns; more goes into the next line.
  static let longestLine = 70

  /// What was in hand before, as far as it fits a question that may have been edited meanwhile.
  func fitted(to state: QuestionState) -> QuestionInput {
    var fitted = QuestionInput(state)
    if state.question.shapes.indices.contains(turn), given.count == turn, turn > 0 {
      (fitted.turn, fitted.given) = (turn, given)
      fitted.begin(shape(of: state.question))
    }
    fitted.isHintShown = isHintShown && state.hintsGiven > 0
    fitted.top = max(0, top)
    if fitted.turn == turn { fitted.take(self, shape(of: state.question)) }
    return fitted
  }

  /// Takes over what fits a shape.
  private mutating func take(_ old: QuestionInput, _ shape: InputShape) {
    func row(_ count: Int) -> Int? { old.cursor.map { max(0, min($0, count - 1)) } ?? cursor }
    switch shape {
    case .choose(let choices, _):
      cursor = row(choices.count)
      ticks = old.ticks.filter(choices.indices.contains)
    case .type(let slots):
      guard old.typed.count == slots.count else { break }
      cursor = row(slots.count)
      typed = old.typed
    case .lines:
      guard !old.typed.isEmpty else { break }
      typed = old.typed
      cursor = typed.count - 1
    case .point(let targets, _): pointed = old.pointed.filter(targets.has)
    case .order(let choices):
      guard Set(old.order) == Set(choices.indices), old.order.count == choices.count else { break }
      order = old.order
      cursor = row(choices.count)
      lifted = old.lifted.flatMap { choices.indices.contains($0) ? $0 : nil }
    case .pair(let left, let right):
      guard old.partners.count == left.count else { break }
      partners = old.partners.map { $0.flatMap { right.indices.contains($0) ? $0 : nil } }
      cursor = row(left.count)
    case .mark(let choices):
      uncovered = max(1, min(old.uncovered, choices.count))
      cursor = row(uncovered)
      ticks = old.ticks.filter { $0 < uncovered && $0 >= 0 }
    }
  }
}

/// Kept between runs, but for what is gone with the next key.
extension QuestionInput: Codable {
  private enum CodingKeys: String, CodingKey {
    case turn, given, cursor, ticks, typed, order, lifted, partners, uncovered, pointed, top, isHintShown
  }
}
