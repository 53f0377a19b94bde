import Analysis
import Documents
import Terminal

extension WalkScreen {
  static let scopeSets: [[Action.Scope]] =
    QuestionInput.scopeSets + [[.walk, .everywhere], Suggestions.scopes]

  func activeKeys(in surroundings: Surroundings) -> ActiveKeys {
    var activeKeys = activeKeysOfParts(surroundings)
    for index in activeKeys.hints.indices where activeKeys.hints[index].label == KeyHint.row.label {
      if focus == .words { activeKeys.hints[index].label = say("term", "용어") }
      if focus == .bytes { activeKeys.hints[index].label = say("byte", "바이트") }
      if focus == .picture { activeKeys.hints[index].label = picture.picture.rowName }
    }
    // Where there are no bytes there is nothing to choose and nothing to open.
    if !isAsking, panel.mode == .words, focus == .fields || focus == .bytes, scene.unit == nil {
      activeKeys.hints.removeAll { $0.label == KeyHint.row.label || $0.action == .open }
    }
    // In an open question the arrows of time are the question's.
    if !isAsking {
      let context = positionContext
      activeKeys.hints.removeAll { hint in
        guard position.leadsNowhere(hint.action, in: context) else { return false }
        let opposite = Keymap.standard[hint.action].opposite
        return opposite.map { position.leadsNowhere($0, in: context) } ?? true
      }
    }
    return activeKeys
  }

  private func activeKeysOfParts(_ surroundings: Surroundings) -> ActiveKeys {
    if !panel.hasKeys, panel.mode == .words, let activeKeys = questionSituation(surroundings.size) {
      return activeKeys
    }
    if showsSuggestions, let activeKeys = suggestions.activeKeys(in: suggestionsContext) { return activeKeys }
    if let activeKeys = panel.activeKeys(in: panelContext()) { return activeKeys }
    var activeKeys = branches.current.course != nil ? WalkScreen.activeKeysOnForks : WalkScreen.activeKeys
    if focus == .picture, let hints = picture.picture.hints { activeKeys.hints = hints }
    if zoom != nil { activeKeys.hints = [.zoomBack] + activeKeys.hints.filter { $0.action != .zoom } }
    return activeKeys
  }

  private static let activeKeys = ActiveKeys(
    scopes: [.walk, .everywhere],
    hints: [
      .next, .back, .row, .pane, KeyHint(.open, "Enter", "open", "열기"), .why,
      .view,
      .moment, .frame, .find, .commands, KeyHint(.zoom, "z", "zoom", "크게"), .copy,
      KeyHint(.edit, "e x d", "what if", "만약에"), .checksum, .compare,
    ], fixed: [.keys, .quit], helpTitle: ActiveKeys.walkHelp)

  private static let activeKeysOnForks: ActiveKeys = {
    var onForks = activeKeys
    let own = [
      KeyHint(.nextStop, "→", "what changes", "달라지는 것"), .back, KeyHint(.back, "Esc", "undo it", "되돌리기"),
      .compare, .why, .view,
    ]
    let rest = onForks.hints.filter { hint in
      hint.action != .nextStop && !own.contains { $0.action == hint.action }
    }
    onForks.hints = own + rest
    return onForks
  }()

  // MARK: Its place in words

  /// What the title calls the place the walk stands at.
  var placeLabel: LocalizedText { label(of: moment, branch: branches.index, stop: stop) }

  /// What the title calls the place that Esc leads back to: on a cable by the frame.
  func label(of jump: ReturnPoint) -> LocalizedText {
    let timeline = branches.all[jump.branch].recording.timeline
    let isStop = jump.stop != nil
    let moment = timeline.moment(jump.moment)
    guard !isStop, moment.isOnCable, let frame = moment.frame else {
      return label(of: jump.moment, branch: jump.branch, stop: jump.stop)
    }
    return Texts.both(Texts.frame(frame, .en), Texts.frame(frame, .ko))
  }

  /// The answered question that Esc leads back to; nil: to none.
  func questionLabel(of jump: ReturnPoint) -> LocalizedText? {
    guard let id = jump.answered?.id, let run = session?.run, let number = run.number(ofQuestion: id) else {
      return nil
    }
    let count = run.questions.count
    return Texts.both(Texts.question(number, count, .en), Texts.question(number, count, .ko))
  }

  /// The same of any moment of a branch.
  func label(of number: Int, branch: Int, stop: Int? = nil) -> LocalizedText {
    if branch == 0, number == 1, branches.all[0].recording.timeline.isQuiet { return Texts.beforeAll }
    if let session, let stop {
      let count = session.stops.count
      return Texts.both(Texts.stop(stop + 1, count, .en), Texts.stop(stop + 1, count, .ko))
    }
    if branch > 0, branches.all[branch].lesson == nil {
      return Texts.both(
        "\(Texts.fork(branch, .en)), \(Texts.moment(number, .en))",
        "\(Texts.fork(branch, .ko)), \(Texts.moment(number, .ko))")
    }
    return Texts.both(Texts.moment(number, .en), Texts.moment(number, .ko))
  }

  /// In the title: `stop 4/12`, or `moment 23/412`; `moment 23/…` until it is known how many there are.
  func place(_ language: Language) -> String {
    let number = scene.moment.number
    // On a fork the title says where Esc leads and which world this is; a count of moments would be a third thing.
    if branches.isOnFork || isBeforeAll { return "" }
    if let lesson, let question, question.isBefore,
      let next = lesson.stops.firstIndex(where: { $0.before.contains { $0.id == question.question.id } })
    {
      return Texts.stop(next + 1, lesson.stops.count, language)
    }
    if let lesson, let stop, number == moment { return Texts.stop(stop + 1, lesson.stops.count, language) }
    return Texts.moment(number, of: Texts.total(recording.total), language)
  }
}
