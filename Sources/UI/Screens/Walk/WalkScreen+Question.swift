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
    findRun()
    panel.mode = .words
    focusOnQuestion()
    // Nothing is chosen before the learner chooses: not even the field that was looked at until now.
    if question.place != nil { inspector.selection = nil }
  }

  /// Looks again what the last wrong answer of the question in front comes to.
  mutating func findRun() {
    let (run, reference) = (session?.run, subject.reference)
    question?.findRun(in: run, reference)
  }

  /// What is pointed at must be in view.
  private mutating func focusOnQuestion() {
    guard let question = question?.question else { return }
    let place = question.place
    focus = place?.pane ?? .question
    if let sight = question.sight, sight.branch == branches.current.lesson { look(at: sight.moment) }
    substituteFrame()
    followBlank()
    if case .picture(let wanted)? = place {
      if wanted != picture.picture { picture.place(first: wanted) }
      (picture.row, picture.top) = (nil, nil)
    }
  }

  // MARK: Blanks

  /// The blanks of the question in front, where the frame that has them is shown.
  var blanks: [FieldPlace: Blank] {
    guard let question, isAsking, let at = question.question.blankMoment,
      at.branch == branches.current.lesson,
      at.moment == scene.moment.number, let unit = scene.unit, let context = questionContext()
    else { return [:] }
    var blanks: [FieldPlace: Blank] = [:]
    for blank in question.input.blanks(context) {
      guard case .field(let path) = blank.place, let place = unit.place(of: path) else { continue }
      blanks[place] = Blank(text: blank.text, isRight: blank.isRight)
    }
    return blanks
  }

  /// The selection goes with the blank that is filled in.
  private mutating func followBlank() {
    guard focus == .question, let context = questionContext(),
      let blank = question?.input.blanks(context).first(where: \.isCurrent),
      case .field(let path) = blank.place,
      let place = scene.unit?.place(of: path)
    else { return }
    inspector.select(place, in: inspectorContext)
  }

  // MARK: A spoilt frame

  /// The spoilt frame of the question in front, where the walk shows the true one.
  var substitute: SubstituteFrame? {
    guard let spoilt = question?.question.substitute, spoilt.at.branch == branches.current.lesson,
      spoilt.at.moment <= recording.last
    else { return nil }
    let shown = scene.moment
    let frame = recording.timeline.moment(spoilt.at.moment).frame
    return shown.number == spoilt.at.moment || frame != nil && frame == shown.frame ? spoilt : nil
  }

  /// Shows the spoilt frame in the place of the true one, without what would tell the two apart.
  mutating func substituteFrame() {
    guard let spoilt = substitute else { return }
    (scene.unit, scene.before, scene.changes) = (spoilt.unit, nil, .none)
  }

  /// Takes the question from the front, and what it alone showed.
  mutating func dropQuestion() {
    let wasSpoilt = substitute != nil
    question = nil
    if wasSpoilt {
      scene = branches.current.recording.scene(
        at: scene.moment.number, since: scene.moment.number == moment ? position.since : nil)
    }
  }

  // MARK: What the input is told

  /// nil when no question is in front.
  func questionContext(_ size: Size? = nil, _ language: Language = .en) -> QuestionInput.Context? {
    guard let question else { return nil }
    var context = QuestionInput.Context(
      state: question.state, isBefore: question.isBefore,
      number: session?.run.number(of: question.question) ?? 0, count: session?.run.questions.count ?? 0,
      language: language, hasFocus: focus == .question)
    switch question.offer {
    case .run: context.canRun = true
    case .later: context.isRunLater = true
    case .none: break
    }
    context.taught = session?.run.stop(teaching: question.question)
    // Only the keys that answer by pointing read it, and they know the size.
    let place = question.question.place
    if let size, place != nil, question.state.isOpen {
      context.opens = isOnClosedField(size)
      // What has fields in it opens first: else nobody could point at those.
      context.pointed = context.opens ? nil : pointedSubject(size)
    }
    context.isInPicture = focus == .picture
    if case .picture(let wanted)? = place, picture.picture != wanted { context.elsewhere = wanted }
    context.isPaneHome = focus == place?.pane ?? .fields && zoom == nil && jumps.isEmpty
    context.isPointing = focus == .picture ? picture.row != nil || !isPointedAt : inspector.selection != nil
    if let size { context.room = layout(size).tallPanel.inset().size }
    return context
  }

  /// What is under the cursor of the fields or the bytes, or of a picture whose rows are fields.
  private func pointedSubject(_ size: Size) -> Subject? {
    if focus == .picture {
      let view = picture.view(in: pictureContext(size))
      return picture.row.flatMap { view.subject($0) }
    }
    guard inspector.selection != nil else { return nil }
    let context = inspectorContext
    if focus == .bytes, inspector.source(in: context) == .frame { return .byte(.frame, inspector.byte) }
    guard let unit = scene.unit, let place = inspector.place(in: context) else { return nil }
    return .field(unit.path(of: place))
  }

  /// Fields are in the one under the cursor, and are not shown.
  private func isOnClosedField(_ size: Size) -> Bool {
    guard focus == .fields, case .field? = inspector.selection else { return false }
    let tree = inspector.tree(in: inspectorContext, height: layout(size).fieldRows)
    return tree?.rows.first { $0.id == inspector.selection }?.isOpen == false
  }

  /// The question in front is answered with a row of a picture.
  var isPointedAt: Bool {
    if case .picture? = question?.question.place { isAsking } else { false }
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
    defer { followBlank() }
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
        findRun()
        if state.isSolved { explain(state.question) }
        followBlank()
      case .goOn:
        let last = stopBehindQuestion
        closeQuestion()
        if let last { branches.current.position.stop = last }
        return step(Press(action: .nextStop)) ?? .done
      case .lookAround: focus = .fields
      case .comeBack:
        if panel.isWhy { lookBack() }
        panel.mode = .words
        focusOnQuestion()
      case .close:
        let last = stopBehindQuestion
        closeQuestion()
        if let last, last != position.stop { enter(stop: last) }
      case .pass: return nil
      case .look(let moment): look(at: moment)
      case .run: return runAnswer()
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

  /// The stop that the walk had come to when the question in front was asked. The question may be shown where the walk was
  /// long ago: from there the next stop would be an earlier one.
  private var stopBehindQuestion: Int? { question.flatMap { session?.run.stop(teaching: $0.question) } }

  /// Takes the question away; unanswered it comes again.
  mutating func closeQuestion() {
    guard let open = question else { return }
    dropQuestion()
    if focus == .question || open.question.place != nil { focus = .fields }
    look(at: moment)
  }
}
