import Analysis
import Documents
import Lessons
import Networking

extension WalkModel {
  /// Goes where the walk was left. A lesson that was edited since is found again by its stops; what does not fit any
  /// more is left out.
  mutating func restore(_ place: KeptPlace) {
    restoreAnswers(place.answers)
    let (moment, isExact) = found(place)
    self.moment = moment
    since = moment - 1
    furthest = max(moment, furthestFound(place))
    guard isExact, let view = KeptView(text: place.view) else {
      arrive(isStop: true)
      return
    }
    arrive(isStop: stop != nil)
    show(view)
  }

  private mutating func restoreAnswers(_ answers: [KeptAnswer]) {
    guard let questions = lesson?.run.questions else { return }
    for answer in answers {
      guard let question = questions.first(where: { $0.id == answer.question }) else { continue }
      lesson?.states[question.id] = QuestionState(question, kept: answer)
    }
  }

  /// The moment of a place; not exact when its stop is gone, or less far from the next one now.
  private func found(_ place: KeptPlace) -> (moment: Int, isExact: Bool) {
    guard let stops = lesson?.stops, !stops.isEmpty else {
      let moment = max(1, min(place.moment, journey.last))
      return (moment, moment == place.moment)
    }
    guard let stop = place.stop, let index = stops.firstIndex(where: { $0.id == stop.id }) else {
      let nearest = stops.min {
        abs($0.moment - limited(place.moment)) < abs($1.moment - limited(place.moment))
      }!
      return (nearest.moment, false)
    }
    let end = index + 1 < stops.count ? stops[index + 1].moment - 1 : journey.last
    let moment = stops[index].moment + max(0, min(stop.beyond, end - stops[index].moment))
    return (moment, moment - stops[index].moment == stop.beyond)
  }

  private func furthestFound(_ place: KeptPlace) -> Int {
    guard let stops = lesson?.stops, let id = place.furthestStop else { return limited(place.furthest) }
    guard let stop = stops.last(where: { $0.id == id }) else { return moment }
    // As far beyond that stop as before, but not over the next one.
    let next = stops.first { $0.moment > stop.moment }?.moment ?? journey.last + 1
    return max(stop.moment, min(limited(place.furthest), next - 1))
  }

  private func limited(_ moment: Int) -> Int { max(1, min(moment, journey.last)) }

  // MARK: What is shown

  private mutating func show(_ view: KeptView) {
    since = max(0, min(view.since ?? since, journey.last))
    opened = Set((view.opened ?? []).compactMap { RowID(text: $0) })
    closed = Set((view.closed ?? []).compactMap { RowID(text: $0) })
    for entry in view.left ?? [] { left[entry.moment] = RowID(text: entry.selection) }
    jumps = (view.jumps ?? []).compactMap(jump)
    isPictureKept = view.isPictureKept ?? false
    isZoomed = view.isZoomed ?? false
    focus = view.focus.flatMap { Pane(keptName: $0) } ?? .fields
    face = view.isFieldFace == true ? .field : .words
    if let why = view.why { show(why) }
    if let question = view.question { show(question) }
    if focus == .question, lesson?.open == nil { focus = .fields }
    let shown = limited(view.shown ?? moment)
    let shownSince = max(0, min(view.shownSince ?? since, journey.last))
    if shown != scene.moment.number || shownSince != scene.since {
      scene = journey.scene(at: shown, since: shownSince)
    }
    // These depend on what is in sight.
    picture = view.picture.flatMap { Picture(keptName: $0) } ?? .stack
    if !isPictureKept, picture.absence(in: self) != nil { picture = .stack }
    pictureRow = view.pictureRow.map { max(0, $0) }
    followed = view.followed.flatMap { FieldPath(text: $0) }
    select(view)
    if let closer = view.closer { show(closer) }
  }

  private mutating func select(_ view: KeptView) {
    guard let unit = scene.unit else {
      selection = nil
      byte = max(0, min(view.byte ?? 0, 1 << 16))
      return
    }
    let wanted = view.selection.flatMap { RowID(text: $0) }
    let isThere =
      switch wanted {
      case .layer(let path): unit.index(of: path) != nil
      case .field(let path), .fold(let path): unit.place(of: path) != nil
      case nil: false
      }
    guard isThere else { return chooseSelection(isStop: stop != nil) }
    selection = wanted
    foldMembers = view.folded ?? []
    byte = max(0, min(view.byte ?? 0, unit.bytes(of: source).count - 1))
  }

  private func jump(_ kept: KeptView.Jump) -> Jump? {
    guard (1...journey.last).contains(kept.moment) else { return nil }
    return Jump(
      branch: 0, moment: kept.moment, since: kept.since == 0 ? 0 : limited(kept.since),
      focus: Pane(keptName: kept.focus) ?? .fields,
      selection: kept.selection.flatMap { RowID(text: $0) },
      picture: Picture(keptName: kept.picture) ?? .stack,
      face: kept.isFace ? .field : .words, label: label(of: kept.moment))
  }

  private mutating func show(_ kept: KeptView.Why) {
    let opened = limited(kept.opened)
    if let subject = kept.subject {
      if scene.moment.number != opened { scene = journey.scene(at: opened) }
      guard let path = FieldPath(text: subject), let place = scene.unit?.place(of: path) else { return }
      selection = .field(path)
      select(place)
      _ = openWhy(.value)
    } else {
      _ = openWhy(.sent)
    }
    if case .why(var why) = face {
      why.cursor = max(0, min(kept.cursor, why.rows.count - 1))
      face = .why(why)
    }
  }

  private mutating func show(_ kept: KeptView.Closer) {
    if let layer = kept.layer {
      guard let path = LayerPath(text: layer) else { return }
      face = .checksum(ChecksumState(layer: path, cursor: max(0, kept.cursor), below: kept.below))
      if checksum == nil { face = .words }
    } else if let hop {
      face = .hop(HopState(cursor: max(0, min(kept.cursor, hop.changes.count - 1)), below: kept.below))
    }
  }

  private mutating func show(_ kept: KeptView.Question) {
    guard let lesson, let question = lesson.run.questions.first(where: { $0.id == kept.id }) else { return }
    var open = OpenQuestion(lesson.state(of: question), isBefore: kept.isBefore)
    open.cursor = max(0, min(kept.cursor, open.options.count - 1))
    open.isAside = kept.isAside
    open.line.insert(kept.line)
    while open.line.cursor > max(0, kept.position) { _ = open.line.edit(.left) }
    if kept.isHintShown, open.state.hintsGiven > 0 {
      open.hint = question.hints[open.state.hintsGiven - 1].text
    }
    self.lesson?.open = open
  }
}
