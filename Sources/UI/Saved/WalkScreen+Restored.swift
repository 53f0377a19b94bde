import Analysis
import Documents
import Lessons
import Networking

extension WalkScreen {
  /// A place in a network whose script ran by itself, as in earlier versions.
  static func runsScript(_ place: SavedPlace) -> Bool {
    guard case .network = place.walk else { return false }
    return Saved(text: place.view)?.isQuiet != true
  }

  /// Goes where the walk was left. A lesson that was edited since is found again by its stops; what does not fit any
  /// more is left out.
  mutating func restore(_ place: SavedPlace) {
    session?.retry = Saved(text: place.view)?.retry
    restoreAnswers(place.answers)
    branches.current.recording.record(toMoment: max(place.moment, place.furthest))
    let (moment, stop, isExact) = found(place)
    let reached = furthestStop(place, stop)
    session?.furthest = reached
    branches.current.position = WalkPosition(
      at: moment, furthest: max(moment, limited(place.furthest)), stop: stop)
    guard isExact, let saved = Saved(text: place.view) else {
      arrive(isStop: true)
      return
    }
    arrive(isStop: stop != nil)
    show(saved)
    if let forks = saved.forks, let onFork = saved.onFork?.first { restore(forks, onFork) }
  }

  /// Does again what was done, and goes where it was left; as far as it still fits.
  private mutating func restore(_ forks: [SavedFork], _ saved: Saved) {
    base = SavedBase(self)
    for fork in forks {
      guard let whatIf = fork.whatIf(in: recording.timeline.front) else { return }
      branches.current.recording.record(toMoment: fork.after)
      let after = min(fork.after, recording.last)
      guard branches.fork(whatIf, after: after) == nil else { return }
      branches.current.recording.record(toMoment: max(fork.position.moment, fork.position.furthest))
      branches.current.position = WalkPosition(
        at: limited(fork.position.moment), furthest: limited(fork.position.furthest))
    }
    question = nil
    panel.mode = .words
    arrive(isStop: false)
    show(saved)
  }

  private mutating func restoreAnswers(_ answers: [SavedAnswer]) {
    guard let questions = session?.run.allQuestions else { return }
    for answer in answers {
      guard let question = questions.first(where: { $0.id == answer.question }) else { continue }
      session?.states[question.id] = QuestionState(question, kept: answer)
    }
  }

  /// The moment of a place and the stop at it, on the branch that is walked then; not exact when its stop is gone, or less
  /// far from the next one now.
  private mutating func found(_ place: SavedPlace) -> (moment: Int, stop: Int?, isExact: Bool) {
    guard let session, !session.stops.isEmpty else {
      let moment = max(1, min(place.moment, recording.last))
      return (moment, nil, moment == place.moment)
    }
    let stops = session.stops
    guard let saved = place.stop, let index = stops.firstIndex(where: { $0.id == saved.id }) else {
      let nearest = stops.indices.filter { stops[$0].branch == 0 }.min {
        abs(stops[$0].moment - limited(place.moment)) < abs(stops[$1].moment - limited(place.moment))
      }!
      return (stops[nearest].moment, nearest, false)
    }
    branches.change(to: branches.index(ofLesson: stops[index].branch, in: session.run))
    let later = stops.first { $0.branch == stops[index].branch && $0.moment > stops[index].moment }
    let end = later.map { $0.moment - 1 } ?? recording.last
    let moment = stops[index].moment + max(0, min(saved.beyond, end - stops[index].moment))
    return (
      moment, moment == stops[index].moment ? index : nil, moment - stops[index].moment == saved.beyond
    )
  }

  private func furthestStop(_ place: SavedPlace, _ stop: Int?) -> Int {
    let furthest = session?.stops.lastIndex { $0.id == place.furthestStop }
    return max(furthest ?? 0, stop ?? 0)
  }

  private func limited(_ moment: Int) -> Int { max(1, min(moment, recording.last)) }

  // MARK: What is shown

  private mutating func show(_ saved: Saved) {
    branches.current.position.counting = saved.position.counting
    if saved.position.since >= 0 {
      branches.current.position.since = min(saved.position.since, recording.last)
    }
    inspector.opened = saved.inspector.opened
    inspector.closed = saved.inspector.closed
    inspector.left = saved.inspector.left
    jumps = saved.jumps.filter { jump in
      branches.all.indices.contains(jump.branch)
        && (1...branches.all[jump.branch].recording.last).contains(jump.moment)
    }
    for index in jumps.indices
    where jumps[index].stop == nil && branches.all[jumps[index].branch].lesson != nil {
      let place = BranchMoment(branch: branches.all[jumps[index].branch].lesson!, moment: jumps[index].moment)
      jumps[index].stop = session?.firstStop(at: place)
    }
    for index in jumps.indices where jumps[index].since != 0 {
      jumps[index].since = max(
        1, min(jumps[index].since, branches.all[jumps[index].branch].recording.last))
    }
    isZoomed = saved.isZoomed
    focus = saved.focus
    picture.isKept = saved.picture.isKept
    picture.kept = saved.picture.kept
    (picture.place, picture.others) = (saved.picture.place, saved.picture.others)
    if case .field = saved.panel.mode { panel.mode = .field }
    if case .why(let why) = saved.panel.mode { show(why) }
    if let question = saved.question { show(question) }
    if focus == .question, question == nil { focus = .fields }
    if focus == .words, !hasTerms { focus = .fields }
    if let row = saved.suggestion, suggestions.items.indices.contains(row) { suggestions.cursor = row }
    if focus == .suggestions, !isBeforeAll || suggestions.items.isEmpty { focus = .fields }
    let shown = saved.shown == 0 ? moment : limited(saved.shown)
    let since = max(0, min(saved.shownSince, recording.last))
    if shown != scene.moment.number || since != scene.since {
      scene = branches.current.recording.scene(at: shown, since: since)
    }
    substituteFrame()
    // These depend on what is in sight.
    picture.picture = saved.picture.picture
    picture.fit(to: pictureSource)
    picture.row = saved.picture.row.map { max(0, $0) }
    picture.top = saved.picture.top.map { max(0, $0) }
    inspector.followed = saved.inspector.followed
    (inspector.selection, inspector.byte, inspector.folded) = (
      saved.inspector.selection, saved.inspector.byte, saved.inspector.folded
    )
    inspector.fit(to: inspectorContext, atStop: stop == nil ? nil : moment)
    switch saved.panel.mode {
    case .checksum(let sum): if scene.unit.flatMap(sum.view) != nil { panel.mode = .checksum(sum) }
    case .hop(var hop):
      guard let diff = panelContext().hop else { break }
      hop.cursor = max(0, min(hop.cursor, diff.changes.count - 1))
      panel.mode = .hop(hop)
    case .words, .field, .why, .run: break
    }
  }

  private mutating func show(_ kept: WhyPanelState) {
    let opened = limited(kept.opened)
    if let path = kept.subject {
      if scene.moment.number != opened { scene = branches.current.recording.scene(at: opened) }
      guard let place = scene.unit?.place(of: path) else { return }
      inspector.selection = .field(path)
      inspector.select(place, in: inspectorContext)
    }
    _ = openWhy(isAboutValue: kept.subject != nil)
    if case .why(var why) = panel.mode {
      why.cursor = max(0, min(kept.cursor, why.rows.count - 1))
      why.previous = kept.previous
      panel.mode = .why(why)
    }
  }

  /// Puts a question in front as it was left.
  mutating func show(_ kept: OpenQuestion.Saved) {
    guard let session, let question = session.run.allQuestions.first(where: { $0.id == kept.id })
    else { return }
    self.question = OpenQuestion(session.state(of: question), kept)
    findRun()
  }
}
