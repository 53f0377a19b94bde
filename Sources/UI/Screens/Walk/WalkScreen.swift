import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// A walk: where it stands in time, and the parts that show what is there. Each part has its own state and handles its
/// own keys; what it asks of the others is done here.
package struct WalkScreen: Screen {
  let subject: WalkDescription
  /// The stories that are walked, and where in them.
  var branches: Branches
  /// The author's stops and the answers; they belong to the first branch.
  var session: LessonSession?
  /// Of the moment shown: while looking into the past from the why panel, another than the position's.
  var scene: Scene
  var inspector = Inspector()
  var panel = Panel()
  var picture = PicturePane()
  var question: OpenQuestion?
  /// What was judged and is not on its way into the log yet.
  var judged: [JudgedAnswer] = []
  /// What the summary led to; Esc leads back there.
  var reviewed: SummaryScreen.Mark?
  var words = Words()
  var suggestions = Suggestions()
  var search = Search()
  var onboarding = Onboarding()
  var focus = Pane.fields
  /// The focused pane fills the screen.
  var isZoomed = false
  /// On a fork: what is kept of the walk as it was left for it, which no key changes there.
  var base: SavedBase?
  /// Where to return to, the latest last.
  var jumps: [ReturnPoint] = []
  /// What the last key copied, for copying its value.
  var copied: Copied?
  /// The moments that a picture marks, of those it had rows of.
  var marked: MarkedMoments?
  /// Which draw of a frame moving on the map is shown; nil: the still picture.
  var motionStep: Int?

  package init(
    _ recording: Recording, _ subject: WalkDescription, session: LessonSession? = nil, atStop start: Int = 0,
    at moment: Int = 1
  ) {
    self.subject = subject
    self.session = session
    let stop = session?.stops[start]
    let moment = stop?.branch == 0 ? stop!.moment : session?.stops.first?.moment ?? moment
    branches = Branches(
      recording, at: WalkPosition(at: moment, stop: stop?.branch == 0 ? start : nil), ofLesson: session != nil
    )
    scene = branches.current.recording.scene(at: moment)
    if let stop, stop.branch > 0 { enter(stop: start) }
    if recording.timeline.isQuiet {
      let world = recording.timeline.front
      suggestions.items = NetworkFacts(world.devices, recording.topology).suggestions(
        cables: world.cables, script: world.script)
      picture.picture = .map
      focus = suggestions.items.isEmpty ? .picture : .suggestions
    }
    arrive(isStop: true)
  }

  // MARK: What is walked

  var recording: Recording { branches.current.recording }
  var position: WalkPosition { branches.current.position }
  var moment: Int { position.moment }
  /// On the learner's own forks there are no stops and no questions.
  var lesson: LessonSession? { branches.current.lesson == nil ? nil : session }
  /// Where the walk stands in the lesson; nil: elsewhere.
  var lessonPlace: BranchMoment? {
    branches.current.lesson.map { BranchMoment(branch: $0, moment: moment) }
  }
  /// The fork of the lesson that is walked; nil on its trunk, and elsewhere.
  var lessonFork: LessonRun.Fork? {
    guard let session, let branch = branches.current.lesson, session.run.branches.indices.contains(branch)
    else { return nil }
    return session.run.branches[branch].fork
  }
  /// Index of the stop the walk stands at.
  var stop: Int? {
    guard let lesson, let stop = position.stop, lesson.stops.indices.contains(stop),
      lesson.stops[stop].at == lessonPlace
    else { return nil }
    return stop
  }
  /// A question hides what would answer it.
  var isAsking: Bool { question?.state.isOpen == true }

  /// Nothing has happened yet, and nothing will by itself.
  var isBeforeAll: Bool {
    !branches.isOnFork && recording.timeline.isQuiet && moment == 1 && scene.moment.number == 1
  }

  /// What could happen is in front.
  var showsSuggestions: Bool {
    isBeforeAll && panel.mode == .words && suggestions.isOpen && !suggestions.items.isEmpty && zoom == nil
  }

  // MARK: What the parts read

  var positionContext: WalkPosition.Context {
    WalkPosition.Context(
      recording: recording, session: lesson, branch: branches.current.lesson ?? 0,
      course: branches.current.course, isOnFork: branches.isOnFork)
  }

  var inspectorContext: WalkInspectorContext {
    WalkInspectorContext(
      scene: scene, recording: recording, reference: reference, lights: lights,
      answer: answerRead.compactMap { scene.unit?.place(of: $0) },
      spotlight: panel.spotlight(in: scene.unit), masked: masked, blanks: blanks)
  }

  /// The fields that the author lights at this stop; none while something else is shown.
  private var lights: [Subject] {
    guard scene.moment.number == moment, let lesson, let stop, !isAsking else { return [] }
    return lesson.stops[stop].light
  }

  /// What the reference says, without what the open question asks for.
  var reference: any ReferenceTexts {
    openQuestion?.masked(subject.reference) ?? subject.reference
  }

  /// What the open question hides, but in the frames that it gives.
  private var masked: Set<Subject> {
    guard let question = openQuestion, let unit = scene.unit else { return [] }
    let place = branches.current.lesson.map { BranchMoment(branch: $0, moment: scene.moment.number) }
    return question.masked(in: unit, at: place, of: recording.timeline)
  }

  func panelContext(_ language: Language = .en) -> Panel.Context {
    let context = inspectorContext
    return Panel.Context(
      recording: recording, scene: scene, moment: moment, reference: reference,
      selection: inspector.selection, byte: inspector.byte, place: inspector.place(in: context),
      layer: inspector.layer(in: context) ?? context.mainLayer, language: language)
  }

  func pictureContext(_ size: Size, _ language: Language = .en) -> PicturePane.Context {
    let layout = layout(size)
    return PicturePane.Context(
      source: pictureSource, size: layout.picture.inset().size, language: language,
      places: layout.places.count, isLesson: session != nil)
  }

  var pictureSource: PictureSource {
    let context = inspectorContext
    return PictureSource(
      recording: recording, scene: scene, reference: reference, since: position.since,
      selected: inspector.place(in: context),
      selectedLayer: inspector.layer(in: context), lit: context.lit, lights: Set(lights),
      masked: scene.unit.map { Set($0.places(of: Array(context.masked))) } ?? [],
      maskedSubjects: context.masked,
      asked: openQuestion,
      isPointedAt: isPointedAt, hasCursor: focus == .picture, counting: position.counting ?? .frames,
      lastListed: session == nil ? nil : position.furthest, sought: search.expression?.text,
      marked: marked?.holds ?? [:], motionStep: motionStep)
  }

  /// The signs beside what is under the cursor of the pane that has the keys.
  func signs(_ context: PicturePane.Context) -> [Sign] {
    if focus == .picture, let row = picture.row { return picture.view(in: context).signs(row) }
    let context = inspectorContext
    return inspector.place(in: context).map {
      Sign.of($0, lit: inspector.litPlaces(in: context), context.changes)
    } ?? []
  }

  var searchContext: Search.Context {
    Search.Context(
      recording: recording, moment: moment, reach: position.reach(positionContext),
      marks: branches.current.lesson == 0 ? session?.run.trunkMarks ?? [:] : [:])
  }

  var branchesContext: Branches.Context {
    var field: FieldPath?
    if case .field(let path)? = inspector.selection { field = path }
    return Branches.Context(scene: scene, field: field, isAsking: isAsking)
  }

  var suggestionsContext: Suggestions.Context {
    Suggestions.Context(hasFocus: focus == .suggestions)
  }

  // MARK: Its room

  /// The parts of the screen as they are now.
  func layout(_ size: Size) -> WalkLayout { WalkLayout(size, zoom: zoom, place: picture.focused) }

  /// The pane that fills the screen; what speaks in the panel needs the panel.
  var zoom: Pane? { isZoomed && panel.mode == .words && question == nil ? focus : nil }

  func inspectorView(_ size: Size) -> InspectorPressContext {
    InspectorPressContext(content: inspectorContext, pane: focus.inspector, fieldRows: layout(size).fieldRows)
  }

  // MARK: Another moment

  /// The position is another: all parts look at what is there.
  mutating func arrive(isStop: Bool) {
    scene = branches.current.recording.scene(at: moment, since: position.since)
    branches.current.position.furthest = max(position.furthest, moment)
    if let stop, let furthest = session?.furthest, stop > furthest { session?.furthest = stop }
    branches.findCourse()
    words = Words()
    if isStop {
      inspector.opened = []
      inspector.closed = []
    }
    panel.arrive(isStop: isStop, isAuthorsStop: stop != nil, scene: scene)
    let wanted = isStop ? stop.map { lesson!.stops[$0].view.flatMap { Picture($0) } ?? .stack } : nil
    picture.arrive(atStop: wanted, in: pictureSource)
    inspector.arrive(atStop: isStop ? moment : nil, in: inspectorContext)
  }

  /// Shows another moment while the walk stays where it is.
  mutating func look(at number: Int) {
    guard number != scene.moment.number else { return }
    scene = branches.current.recording.scene(at: number)
    substituteFrame()
    picture.row = nil
    let followed = inspector.followed
    inspector.arrive(
      atStop: scene.moment.number == moment && stop != nil ? moment : nil, in: inspectorContext)
    inspector.followed = followed
  }

  /// Shows again what the walk stands at.
  mutating func lookBack() {
    guard scene.moment.number != moment else { return }
    scene = branches.current.recording.scene(at: moment, since: position.since)
    substituteFrame()
    inspector.arrive(atStop: stop == nil ? nil : moment, in: inspectorContext)
  }
}

/// What is walked, and what is said of it.
package struct WalkDescription: Sendable {
  let title: LocalizedText
  let reference: any ReferenceTexts
  /// What is kept of the place is kept under this; nil keeps nothing.
  var origin: Origin?

  /// For finding the place again.
  package struct Origin: Equatable, Sendable {
    var walk: SavedPlace.Walk
    var seed: UInt64
  }

  package init(title: LocalizedText, reference: any ReferenceTexts, origin: Origin? = nil) {
    self.title = title
    self.reference = reference
    self.origin = origin
  }
}

/// What a walk gives its inspector to read.
struct WalkInspectorContext: InspectorContext {
  let scene: Scene
  let recording: Recording
  let reference: (any ReferenceTexts)?
  /// In the author's order.
  let lights: [Subject]
  /// What the answer that is explained was read from: it is lit in place of what the author lights.
  let answer: [FieldPlace]
  let spotlight: PanelHighlight?
  let masked: Set<Subject>
  let blanks: [FieldPlace: Blank]

  var unit: Dissection? { scene.unit }
  var changes: PDUChanges { scene.changes }

  var lit: Set<FieldPlace> {
    if !answer.isEmpty { return Set(answer) }
    guard let unit else { return [] }
    return Set(unit.places(of: lights))
  }

  var firstLit: FieldPlace? {
    if let first = answer.first { return first }
    guard let unit else { return nil }
    return unit.places(of: lights).first
  }

  /// The layer the moment is about.
  var mainLayer: Int? {
    guard let unit, !unit.layers.isEmpty else { return nil }
    if scene.moment.layer == .physical { return 0 }
    return unit.layers.lastIndex { $0.protocol.layer == scene.moment.layer } ?? 0
  }

  func evidence(for field: Field) -> OriginKind? {
    recording.evidence(for: field, at: scene.moment.number)?.0.rule
  }
}
