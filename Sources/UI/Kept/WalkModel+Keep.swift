import Analysis
import Lessons

extension WalkModel {
  /// What is walked, for finding its place again.
  struct Origin: Equatable, Sendable {
    var walk: KeptPlace.Walk
    var seed: UInt64
  }

  /// Where the walk stands and what it shows.
  /// - Parameter now: seconds since 1970.
  func place(at now: Int64) -> KeptPlace? {
    guard let origin else { return nil }
    if isOnFork { return beforeForks.place(at: now) }
    let answers = lesson?.run.questions.compactMap { lesson?.states[$0.id]?.kept } ?? []
    return KeptPlace(
      walk: origin.walk, seed: origin.seed, moment: moment, stop: keptStop, furthest: furthest,
      furthestStop: lesson?.stops.last { $0.moment <= furthest }?.id, isFinished: isFinished,
      answers: answers,
      view: keptView.text, leftAt: now)
  }

  /// The walk as it was when the learner left it for a fork: forks end with the program.
  private var beforeForks: WalkModel {
    var walk = self
    while walk.isOnFork {
      if !walk.returnFromJump() { walk.load(0, at: walk.branches[0].stood) }
    }
    return walk
  }

  /// The lesson has been walked to its end, and nothing is left to ask there.
  var isFinished: Bool {
    guard let lesson, let last = lesson.stops.last, moment >= last.moment else { return false }
    return !lesson.isAsking && lesson.unanswered(last.after) == nil
  }

  private var keptStop: KeptPlace.Stop? {
    guard let lesson, let index = lesson.stops.lastIndex(where: { $0.moment <= moment }) else { return nil }
    let stop = lesson.stops[index]
    return KeptPlace.Stop(
      id: stop.id, number: index + 1, count: lesson.stops.count, beyond: moment - stop.moment)
  }

  var keptView: KeptView {
    var view = KeptView()
    if scene.moment.number != moment { view.shown = scene.moment.number }
    view.since = since
    view.shownSince = scene.since
    view.selection = selection?.text
    if case .fold? = selection { view.folded = foldMembers }
    view.followed = followed?.text
    view.byte = byte
    view.opened = opened.map(\.text).sorted()
    view.closed = closed.map(\.text).sorted()
    view.picture = picture.keptName
    view.isPictureKept = isPictureKept
    view.pictureRow = pictureRow
    view.isZoomed = isZoomed
    view.focus = focus.keptName
    view.isFieldFace = face == .field
    switch face {
    case .words, .field: break
    case .why(let why):
      view.why = .init(subject: why.subject?.text, opened: why.opened, cursor: why.cursor)
    case .checksum(let sum):
      view.closer = .init(layer: sum.layer.text, cursor: sum.cursor, below: sum.below)
    case .hop(let hop):
      view.closer = .init(layer: nil, cursor: hop.cursor, below: hop.below)
    }
    view.jumps = jumps.filter { $0.branch == 0 }.map { jump in
      KeptView.Jump(
        moment: jump.moment, since: jump.since, focus: jump.focus.keptName, selection: jump.selection?.text,
        picture: jump.picture.keptName, isFace: jump.face == .field)
    }
    view.left = left.sorted { $0.key < $1.key }.map { .init(moment: $0.key, selection: $0.value.text) }
    view.question = lesson?.open.map { open in
      KeptView.Question(
        id: open.question.id, isBefore: open.isBefore, cursor: open.cursor, line: open.line.string,
        position: open.line.cursor, isHintShown: open.hint != nil, isAside: open.isAside)
    }
    return view
  }
}
