import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// The question in front: what its input is told of the walk, and what is done of what it asks for.
extension WalkScreen {
  mutating func ask(_ question: PreparedQuestion, isBefore: Bool = true) {
    guard let session else { return }
    enter(question.stand)
    self.question = OpenQuestion(session.state(of: question), isBefore: isBefore)
    panel.mode = .words
    focusOnQuestion()
    // Nothing is chosen before the learner chooses: not even the field that was looked at until now.
    if question.pointMoment != nil { inspector.selection = nil }
  }

  /// What is pointed at must be in view.
  private mutating func focusOnQuestion() {
    let place = question?.question.pointMoment
    focus = place == nil ? .question : .fields
    if let place, place.branch == branches.current.lesson { look(at: place.moment) }
  }

  // MARK: What the input is told

  /// nil when no question is in front.
  func questionContext(_ size: Size? = nil, _ language: Language = .en) -> QuestionInput.Context? {
    guard let question else { return nil }
    var context = QuestionInput.Context(
      state: question.state, isBefore: question.isBefore,
      number: session?.run.number(of: question.question) ?? 0, count: session?.run.questions.count ?? 0,
      language: language, hasFocus: focus == .question)
    context.taught = session?.run.stop(teaching: question.question)
    // Only the keys that answer by pointing read it, and they know the size.
    if let size, question.question.pointMoment != nil, question.state.isOpen {
      context.pointed = pointedSubject(size)
    }
    context.isPaneHome = focus == .fields && zoom == nil && jumps.isEmpty
    context.isPointing = inspector.selection != nil || focus == .picture
    if let size { context.room = layout(size).tallPanel.inset().size }
    return context
  }

  /// What is under the cursor of the fields or the bytes, or of a picture whose rows are fields.
  private func pointedSubject(_ size: Size) -> Subject? {
    if focus == .picture {
      let view = picture.view(in: pictureContext(size))
      return picture.row.flatMap { view.field($0) }.map { .field($0) }
    }
    guard inspector.selection != nil else { return nil }
    let context = inspectorContext
    if focus == .bytes, inspector.source(in: context) == .frame { return .byte(.frame, inspector.byte) }
    guard let unit = scene.unit, let place = inspector.place(in: context) else { return nil }
    return .field(unit.path(of: place))
  }

  func questionSituation(_ size: Size) -> ActiveKeys? {
    questionContext(size).flatMap { question?.input.activeKeys(in: $0) }
  }

  /// What digits stand for in it.
  var digitsOfQuestion: [LocalizedText] { questionContext().flatMap { question?.input.digits($0) } ?? [] }

  // MARK: Keys and clicks

  /// What a press means while a question is in front; nil when it keeps its meaning on the walk.
  mutating func handleInQuestion(_ press: Press) -> Outcome? {
    guard case .words = panel.mode, let context = questionContext(press.size) else { return nil }
    return question?.input.handle(press, in: context).flatMap { fulfil($0) }
  }

  mutating func clickInQuestion(_ row: Int, _ size: Size) -> Outcome {
    guard let context = questionContext(size) else { return .done }
    return question?.input.clicked(row, in: context).flatMap { fulfil($0) } ?? .done
  }

  var isTyping: Bool {
    panel.mode == .words && questionContext().flatMap { question?.input.isTyping($0) } == true
  }

  /// A key goes into the answer's line; nil when it is none of the line's.
  mutating func type(_ key: Key, in surroundings: Surroundings) -> Outcome? {
    guard let context = questionContext(surroundings.size) else { return nil }
    return question?.input.type(key, in: context).flatMap { fulfil($0) }
  }

  /// nil when what was pressed keeps its meaning on the walk.
  private mutating func fulfil(_ requests: [QuestionInput.Request]) -> Outcome? {
    for request in requests {
      switch request {
      case .keep(let state):
        if let before = question?.state { judged += state.judged(since: before) }
        question?.state = state
        session?.states[state.question.id] = state
        if state.isSolved { explain(state.question) }
      case .goOn:
        closeQuestion()
        return step(Press(action: .nextStop)) ?? .done
      case .lookAround: focus = .fields
      case .comeBack:
        if panel.isWhy { lookBack() }
        panel.mode = .words
        focusOnQuestion()
      case .close: closeQuestion()
      case .pass: return nil
      case .look(let moment): look(at: moment)
      case .study(let stop):
        jump(toStop: stop)
        question = nil
        focus = .fields
      }
    }
    return .done
  }

  /// An answered question has the keys until it is read; what its answer is read from is lit above it, the first of it
  /// selected.
  private mutating func explain(_ question: PreparedQuestion) {
    focus = .question
    let context = inspectorContext
    if let place = context.answer.first { inspector.select(place, in: context) }
  }

  /// The fields that the answer in front was read from, as far as they are in what is shown.
  var answerRead: [FieldPath] {
    guard let question, !question.state.isOpen else { return [] }
    let here = BranchMoment(branch: branches.current.lesson ?? 0, moment: scene.moment.number)
    return question.question.shown.compactMap { place in
      guard place.at == here, case .field(let path) = place.subject else { return nil }
      return path
    }
  }

  /// Takes the question away; unanswered it comes again.
  mutating func closeQuestion() {
    guard let open = question else { return }
    question = nil
    if focus == .question || open.question.pointMoment != nil { focus = .fields }
    look(at: moment)
  }
}
