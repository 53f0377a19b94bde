import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// Who gets a key, and what is done of what the parts ask for.
extension WalkScreen {
  mutating func handle(_ press: Press, in surroundings: Surroundings) -> Outcome {
    onboarding.pressed(press.action)
    if press.action != .copy { forgetCopied() }
    if press.action == .back, let outcome = returnToSummary() { return outcome }
    if let outcome = handleInQuestion(press) { return outcome }
    if let outcome = handleInWords(press, surroundings.language) { return outcome }
    if showsSuggestions, let requests = suggestions.handle(press, in: suggestionsContext) {
      return fulfil(requests)
    }
    // A reason, a sum, a comparison would say what is covered here.
    if [.why, .checksum, .compare].contains(press.action), isAsking, !inspectorContext.maskedPlaces.isEmpty {
      return .notice(Texts.answerFirst)
    }
    switch press.action {
    case .find: return .prompt(.find)
    case .goToFrame: return .prompt(.goTo(.frame))
    case .goToMoment: return .prompt(.goTo(.moment))
    case .goToStop: return .prompt(.goTo(.stop))
    case .copy: return copy(press.size)
    case .startOver:
      guard case .network(let name)? = subject.origin?.walk else { return .notice(Texts.onlyInNetworks) }
      return .open(.freshNetwork(name))
    case let id where Verb(action: id)?.kind == .script:
      return recording.timeline.front.script.isEmpty ? .notice(Texts.noScript) : fork([.script])
    case .back: return goBack(press) ? .done : backToSummary() ?? .close
    default: if let outcome = Screens.opened(by: press.action, over: self) { return outcome }
    }
    // In the bytes ↑ ↓ and Enter stay with the bytes, whatever speaks in the panel.
    let isOfBytes = panel.isWhy && focus == .bytes
    if !isOfBytes || press.action != .open && !Action.ID.movements.contains(press.action),
      let outcome = handleInPanel(press)
    {
      return outcome
    }
    if let outcome = step(press) { return outcome }
    if let outcome = handleInSearch(press) { return outcome }
    if let requests = branches.handle(press, in: branchesContext) { return fulfil(requests) }
    switch press.action {
    case .nextPane, .previousPane: changePane(press.action == .nextPane ? 1 : -1, press.size)
    case .view:
      // What fills the screen gives way to the picture that is asked for.
      if zoom == .fields || zoom == .bytes { isZoomed = false }
      return handleInPicture(press)
    case .zoom: return handleInPicture(press)
    default: return focus == .picture ? handleInPicture(press) : handleInInspector(press)
    }
    return .done
  }

  mutating func changePane(_ step: Int, _ size: Size) {
    // Through the places of a wide screen one after the other.
    let places = layout(size).places.count
    if focus == .picture, places > 0 {
      let next = picture.focused + step
      if (0..<places).contains(next) { return picture.focus(place: next, of: places) }
    }
    defer { if focus == .picture { picture.focus(place: step > 0 ? 0 : places - 1, of: places) } }
    // While one points the fields are its pane.
    let asks = question.map { $0.question.place == nil || !$0.state.isOpen } ?? false
    let panes: [Pane]
    if isBeforeAll {
      // There are no bytes yet.
      panes = (suggestions.items.isEmpty ? [] : [.suggestions]) + [.picture]
      suggestions.isOpen = true
    } else {
      panes = (asks ? [.question] : []) + [.fields, .bytes] + (hasTerms ? [.words] : []) + [.picture]
    }
    let now = panes.firstIndex(of: focus) ?? 0
    focus = panes[(now + step + panes.count) % panes.count]
  }

  /// One level back; false when there is nothing left to close.
  mutating func goBack(_ press: Press) -> Bool {
    if returnToQuestion() { return true }
    if zoom != nil {
      isZoomed = false
      return true
    }
    if panel.hasKeys, handleInPanel(press) != nil { return true }
    if isBeforeAll {
      guard showsSuggestions, focus != .suggestions else { return returnFromJump() }
      focus = .suggestions
      picture.row = nil
      return true
    }
    if focus == .bytes || focus == .picture || focus == .words {
      focus = .fields
      picture.row = nil
      return true
    }
    if panel.mode == .field {
      panel.mode = .words
      return true
    }
    return returnFromJump()
  }

  // MARK: The panel

  mutating func handleInPanel(_ press: Press) -> Outcome? {
    panel.handle(press, in: panelContext()).map { fulfil($0) }
  }

  mutating func fulfil(_ requests: [Panel.Request]) -> Outcome {
    var outcome = Outcome.done
    for request in requests {
      switch request {
      case .notice(let text): outcome = .notice(text)
      case .look(let moment): look(at: moment)
      case .lookBack: lookBack()
      case .jump(let target): if target != moment { jump(to: target) }
      case .mark(let row): inspector.selection = row
      case .restore(let previous):
        (inspector.selection, inspector.byte) = (previous.selection, previous.byte)
      case .choose:
        focus = .fields
        let context = inspectorContext
        if let place = inspector.place(in: context) { inspector.select(place, in: context) }
      case .leaveQuestion: if focus == .question { focus = .fields }
      case .again(let action): outcome = handleInPanel(Press(action: action)) ?? .done
      case .backToQuestion: _ = returnToQuestion()
      case .compareRuns: outcome = Screens.opened(by: .forks, over: self) ?? .done
      case .why(let isAboutValue):
        outcome = fulfil(panel.openWhy(isAboutValue: isAboutValue, panelContext()))
      }
    }
    return outcome
  }

  /// What is different from the hop before.
  mutating func compareHops() -> Outcome {
    if case .hop = panel.mode { return .done }
    return handleInPanel(Press(action: .compare)) ?? .done
  }

  /// Why a value is what it is, or why something was sent.
  mutating func openWhy(isAboutValue: Bool) -> Outcome {
    fulfil(panel.openWhy(isAboutValue: isAboutValue, panelContext()))
  }

  // MARK: Time

  /// A step in time; nil: the press is none.
  mutating func step(_ press: Press) -> Outcome? {
    var position = position
    guard let requests = position.handle(press, in: positionContext) else { return nil }
    branches.current.position = position
    let known = branches.all.count
    var outcome = Outcome.done
    for request in requests {
      switch request {
      case .notice(let text): outcome = .notice(text)
      case .leaving(let moment): if let selection = inspector.selection { inspector.left[moment] = selection }
      case .arrived(let isStop): arrive(isStop: isStop)
      case .stop(let stop): enter(stop: stop)
      case .ask(let question, let isBefore): ask(question, isBefore: isBefore)
      case .dropQuestion: dropQuestion()
      case .summary: outcome = openSummary()
      }
    }
    // A fork of the lesson that is entered for the first time: what was done.
    if branches.all.count > known, let fork = lessonFork { outcome = .notice(Texts.onLessonFork(fork.title)) }
    return outcome
  }

  // MARK: Search

  mutating func handleInSearch(_ press: Press) -> Outcome? {
    guard let requests = search.handle(press, in: searchContext) else { return nil }
    guard case .recordFurther? = requests.first else { return fulfil(requests) }
    recordFurther()
    var context = searchContext
    context.isRecordedFurther = true
    return search.handle(press, in: context).map { fulfil($0) }
  }

  /// Records what one key may after what is recorded; false when nothing comes there, or it may not be told.
  @discardableResult
  mutating func recordFurther() -> Bool {
    guard !recording.isWhole, position.reach(positionContext) == recording.last else { return false }
    branches.current.recording.recordFar()
    return true
  }

  mutating func fulfil(_ requests: [Search.Request]) -> Outcome {
    var outcome = Outcome.done
    for request in requests {
      switch request {
      case .notice(let text): outcome = .notice(text)
      case .visit(let moment, let isContinued):
        let way = isContinued ? jumps.popLast() : nil
        visit(moment)
        if let way { jumps[jumps.count - 1] = way }
      case .select(let names): inspector.select(firstOf: names, in: inspectorContext)
      case .recordFurther: recordFurther()
      }
    }
    return outcome
  }

  /// What an expression finds from here.
  mutating func find<Result>(_ body: (inout Search, Search.Context) -> Result) -> Result {
    body(&search, searchContext)
  }

  /// Goes to a match with a way back.
  mutating func go(toMatch number: Int, of expression: Expression) {
    _ = fulfil(search.go(to: number, of: expression, in: searchContext))
  }

  // MARK: What if

  mutating func fulfil(_ requests: [Branches.Request]) -> Outcome {
    for request in requests {
      switch request {
      case .notice(let text): return .notice(text)
      case .prompt(let kind): return .prompt(kind)
      case .fork(let whatIf): return fork([whatIf])
      }
    }
    return .done
  }

  /// Walks on, on a fork in which this is done; of several each on a fork of the one before.
  mutating func fork(_ whatIfs: [WhatIf]) -> Outcome {
    if isAsking { return .notice(Texts.answerFirst) }
    for whatIf in whatIfs {
      let jump = here
      if let refusal = branches.fork(whatIf) { return .notice(refusal) }
      jumps.append(jump)
      enterBranch(at: moment)
    }
    let index = branches.index
    return .notice(Texts.forked(index, Texts.both(name(ofBranch: index, .en), name(ofBranch: index, .ko))))
  }

  /// What was done on a branch.
  func name(ofBranch index: Int, _ language: Language) -> String {
    guard let whatIf = branches.all[index].whatIf else { return Texts.asItWas[language] }
    if case .decide = whatIf {
      let branch = branches.all[index]
      return subject.reference.short(branch.recording.timeline.moment(branch.moment))[language]
    }
    let world = recording.timeline.front
    return whatIf.line(DeviceNames(devices: world.devices, language: language), cables: world.cables)
      ?? Texts.whatIf(whatIf, language)
  }

  mutating func fulfil(_ requests: [Suggestions.Request]) -> Outcome {
    for request in requests {
      switch request {
      case .do(let whatIfs): return fork(whatIfs)
      case .leave: focus = .picture
      }
    }
    return .done
  }

  /// What a line means that begins with a verb; nil: it begins with none.
  func verbLine(_ text: String, _ language: Language) -> VerbLine? {
    let world = scene.moment.number == moment ? scene.world : nil
    return VerbLine(
      text, world: world ?? recording.timeline.world(after: moment), topology: recording.topology,
      language: language)
  }

  /// Walks another branch, at the moment where the learner stood in it.
  mutating func change(to index: Int, at moment: Int? = nil) {
    guard branches.all.indices.contains(index), index != branches.index else {
      if let moment, moment != self.moment { jump(to: moment) }
      return
    }
    jumps.append(here)
    branches.change(to: index)
    enterBranch(at: moment ?? self.moment)
  }

  mutating func enterBranch(at moment: Int) {
    base = branches.isOnFork ? base ?? SavedBase(beforeForks) : nil
    question = nil
    let moment = max(positionContext.first, min(moment, recording.last))
    branches.current.position.go(to: moment)
    branches.current.position.stop = lessonPlace.flatMap { session?.firstStop(at: $0) }
    panel.mode = .words
    if focus == .question || focus == .suggestions { focus = .fields }
    arrive(isStop: stop != nil)
  }

  // MARK: Jumps

  /// The place as one to return to.
  var here: ReturnPoint {
    ReturnPoint(
      branch: branches.index, moment: moment, stop: position.stop, since: position.since, focus: focus,
      selection: inspector.selection,
      picture: picture.picture, isField: panel.mode == .field,
      answered: question.flatMap { $0.state.isOpen ? nil : $0.saved })
  }

  /// Goes to a moment with a way back.
  mutating func jump(to number: Int) {
    jumps.append(here)
    branches.current.position.go(to: number)
    branches.current.position.stop = lessonPlace.flatMap { session?.firstStop(at: $0) }
    panel.mode = .words
    arrive(isStop: stop != nil)
  }

  /// The same to a stop.
  mutating func jump(toStop index: Int) {
    jumps.append(here)
    enter(stop: index)
  }

  // MARK: The lesson's branches

  /// Stands at a stop, on whichever branch of the lesson it is.
  mutating func enter(stop index: Int) {
    guard let session else { return }
    let stop = session.stops[index]
    let since = stop.branch == branches.current.lesson && moment < stop.moment ? moment : nil
    change(toLesson: stop.branch)
    branches.current.position.go(to: stop.moment, stop: index)
    if let since { branches.current.position.since = since }
    question = nil
    panel.mode = .words
    if focus == .question || focus == .suggestions { focus = .fields }
    // What was selected at another stop of this moment is not what this one is about.
    if session.stops.count(where: { $0.at == stop.at }) > 1 { inspector.left[stop.moment] = nil }
    arrive(isStop: true)
  }

  /// Stands where a question wants to be asked.
  mutating func enter(_ place: BranchMoment) {
    guard session != nil, place != lessonPlace, place.moment > 0 else { return }
    change(toLesson: place.branch)
    branches.current.position.go(to: min(place.moment, max(1, recording.last)))
    branches.current.position.stop = session?.firstStop(at: place)
    arrive(isStop: stop != nil)
  }

  private mutating func change(toLesson branch: Int) {
    guard let session, branches.current.lesson != branch else { return }
    base = nil
    branches.change(to: branches.index(ofLesson: branch, in: session.run))
  }

  /// Leads to another moment with a way back; a question in front is asked again later.
  mutating func visit(_ number: Int) {
    if panel.isWhy {
      panel.mode = .words
      lookBack()
    }
    closeQuestion()
    jump(to: number)
  }

  /// The same to a stop.
  mutating func visit(stop: Int) {
    if panel.isWhy {
      panel.mode = .words
      lookBack()
    }
    closeQuestion()
    jump(toStop: stop)
  }

  mutating func returnFromJump() -> Bool {
    guard let jump = jumps.popLast() else { return false }
    if jump.branch != branches.index {
      branches.change(to: jump.branch)
      enterBranch(at: jump.moment)
    }
    branches.current.position.moment = jump.moment
    branches.current.position.stop = jump.stop
    branches.current.position.since = jump.since
    arrive(isStop: false)
    if let answered = jump.answered {
      show(answered)
      if let sight = question?.question.sight, sight.branch == branches.current.lesson {
        look(at: sight.moment)
      }
      substituteFrame()
    }
    focus = jump.focus == .question && question == nil ? .fields : jump.focus
    inspector.selection = jump.selection
    picture.picture = jump.picture
    panel.mode = jump.isField ? .field : .words
    let bytes = inspector.bytes(in: inspectorContext)
    if !bytes.isEmpty { inspector.byte = bytes.lowerBound }
    return true
  }

  // MARK: Picture, fields, bytes

  mutating func handleInPicture(_ press: Press) -> Outcome {
    // The last row of a list that goes on is as far as one key may record.
    if press.action == .last, session == nil, !recording.isWhole,
      picture.reading(in: pictureContext(press.size)).recorded > 0
    {
      branches.current.recording.recordFar()
      let outcome = picture.handle(press, in: pictureContext(press.size)).map { fulfil($0) } ?? .done
      guard case .done = outcome, !recording.isWhole else { return outcome }
      let place: GoToDestination = position.counting == .moments ? .moment : .frame
      return .notice(
        Texts.notRecorded(place, count(place), key: Keymap.standard[.last].keys.first?.shown ?? ""))
    }
    return picture.handle(press, in: pictureContext(press.size)).map { fulfil($0) } ?? .done
  }

  mutating func fulfil(_ requests: [PicturePane.Request]) -> Outcome {
    for request in requests {
      switch request {
      case .notice(let text): return .notice(text)
      case .jump(let target): if target != moment { jump(to: target) }
      case .select(let path), .choose(let path):
        let context = inspectorContext
        if let place = scene.unit?.place(of: path) { inspector.select(place, in: context) }
        if case .choose = request { focus = .fields }
      case .copy(let copied): return copy(copied)
      case .focus: focus = .picture
      case .zoom:
        guard panel.mode == .words, question == nil, focus != .words else { return .notice(Texts.cannotZoom) }
        isZoomed.toggle()
      }
    }
    return .done
  }

  mutating func handleInInspector(_ press: Press) -> Outcome {
    guard let requests = inspector.handle(press, in: inspectorView(press.size)) else {
      assertionFailure("nothing does \(press.action.name)")
      return .done
    }
    return fulfil(requests)
  }

  mutating func fulfil(_ requests: [Inspector.Request]) -> Outcome {
    for request in requests {
      switch request {
      case .notice(let text): return .notice(text)
      case .copy(let copied): return copy(copied)
      // While one points the question keeps the words.
      case .toggleField: if !isAsking || question?.question.place == nil { panel.toggleField() }
      }
    }
    return .done
  }

  /// What `y` copies: at the same place the other form, else what the focused pane has.
  mutating func copy(_ size: Size) -> Outcome {
    if let other = copied?.other { return copy(Copied(text: other)) }
    let press = Press(action: .copy, size: size)
    return focus == .picture && !panel.isWhy ? handleInPicture(press) : handleInInspector(press)
  }

  mutating func copy(_ copied: Copied) -> Outcome {
    if let open = openQuestion,
      open.secrets.contains(where: { copied.text.tells($0) || copied.other?.tells($0) == true })
    {
      return .notice(Texts.answerFirst)
    }
    self.copied = copied
    return .copy(copied.text, Texts.copied(copied.text, again: copied.other != nil))
  }

  mutating func forgetCopied() { copied = nil }
}

/// A place to return to.
struct ReturnPoint: Codable, Equatable, Sendable {
  var branch = 0
  var moment: Int
  /// Index of the stop it stood at; missing between stops, and in what earlier versions kept.
  var stop: Int?
  var since: Int
  var focus: Pane
  var selection: RowID?
  var picture: Picture
  /// The selected field was looked at closely.
  var isField: Bool
  /// The answered question that was in front; missing where there was none.
  var answered: OpenQuestion.Saved?
  /// It leads back from the run of a wrong answer to that question; missing elsewhere.
  var isRun: Bool?
}
