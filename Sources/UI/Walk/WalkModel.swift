import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// The panes that can have the focus.
enum Pane: CaseIterable, Sendable { case question, fields, bytes, picture }

/// What the bottom panel shows.
enum Face: Equatable, Sendable {
  case words
  case field
  case why(WhyState)
  case checksum(ChecksumState)
  case hop(HopState)
}

/// A walk on the screen: where it stands and what the learner looks at.
package struct WalkModel: Sendable {
  var journey: Journey
  let title: LocalizedText
  let reference: any ReferenceTexts
  /// The author's stops; empty in free exploration.
  var lesson: LessonWalk?
  /// Number of the moment the walk stands at.
  var moment: Int
  var furthest: Int
  /// The moment it stood at before the last step forward: what was set since then is new.
  var since: Int
  /// Of the moment shown: while looking into the past from the why panel, another than `moment`.
  var scene: Scene

  var focus = Pane.fields
  var selection: RowID?
  /// The field that the learner follows from frame to frame, also over frames that do not have it.
  var followed: FieldPath?
  /// The byte under the cursor.
  var byte = 0
  var opened: Set<RowID> = []
  var closed: Set<RowID> = []
  var picture = Picture.stack
  var isPictureKept = false
  /// The focused pane fills the screen.
  var isZoomed = false
  /// The row of the picture under the cursor, once the learner has moved it.
  var pictureRow: Int?
  /// Which draw of a frame moving on the map is shown; nil: the still picture.
  var motionStep: Int?
  var face = Face.words
  /// Every course of events, as they were when they were left; empty before the first what-if.
  var branches: [Branch] = []
  /// Index of the one that is walked.
  var branch = 0
  /// Where to return to, the latest last.
  var jumps: [Jump] = []
  /// Selections at stops that were left, by moment.
  var left: [Int: RowID] = [:]
  var coach = Coach()
  /// What was looked for last, for the next match.
  var sought: Sought?
  /// Of the line that is open: what it has read.
  var finder: Finder?
  /// What the last key copied, for copying its value.
  var copied: Copied?
  /// What is kept of the place is kept under this; nil keeps nothing.
  var origin: Origin?

  struct Jump: Sendable {
    var branch: Int
    var moment: Int
    var since: Int
    var focus: Pane
    var selection: RowID?
    var picture: Picture
    var face: Face
    var label: LocalizedText
  }

  package init(
    _ journey: Journey, title: LocalizedText, reference: any ReferenceTexts, lesson: LessonWalk? = nil,
    at start: Int? = nil
  ) {
    self.journey = journey
    self.title = title
    self.reference = reference
    self.lesson = lesson
    moment = start ?? lesson?.stops.first?.moment ?? 1
    furthest = moment
    since = moment - 1
    scene = self.journey.scene(at: moment)
    arrive(isStop: true)
  }

  var first: Int { lesson?.stops.first?.moment ?? 1 }
  var stop: Int? { lesson?.stops.firstIndex { $0.moment == moment } }

  // MARK: Selection

  /// The fields that the author lights at this stop; none while something else is shown.
  var lit: Set<NodePlace> {
    guard scene.moment.number == moment, let unit = scene.unit, let lesson, let stop else { return [] }
    if lesson.isAsking { return [] }
    return Set(lesson.stops[stop].light.flatMap { unit.places(named: $0) })
  }

  /// In the author's order.
  var firstLit: NodePlace? {
    guard let unit = scene.unit, let lesson, let stop else { return nil }
    return lesson.stops[stop].light.lazy.compactMap { unit.places(named: $0).first }.first
  }

  var selectedPlace: NodePlace? {
    guard case .field(let path)? = selection else { return nil }
    return scene.unit?.place(of: path)
  }

  var selectedLayer: Int? {
    switch selection {
    case .field(let path), .fold(let path): scene.unit?.index(of: path.layer)
    case .layer(let path): scene.unit?.index(of: path)
    case nil: nil
    }
  }

  /// Where the selected bytes stand.
  var source: ByteSource {
    guard let unit = scene.unit, let layer = selectedLayer else { return .frame }
    if let sum = checksum { return unit.layers[sum.walk.layer].source }
    return selectedPlace.map { unit.node($0).source } ?? unit.layers[layer].source
  }

  /// The bytes of what is selected.
  var selectedBytes: Range<Int> {
    guard let unit = scene.unit else { return 0..<0 }
    if let sum = checksum { return sum.word?.bytes ?? unit.node(sum.walk.place).bytes }
    if let place = selectedPlace {
      let node = unit.node(place)
      // What is computed stands nowhere: what it is computed from is lit instead.
      return node.bits.isEmpty || node.field.isGenerated ? 0..<0 : node.bytes
    }
    guard let layer = selectedLayer else { return 0..<0 }
    if case .fold? = selection {
      let all = unit.layers[layer].nodes
      let nodes = foldMembers.filter(all.indices.contains).map { all[$0] }.filter { !$0.bits.isEmpty }
      guard let first = nodes.first, nodes.allSatisfy({ $0.bits.lowerBound >= first.bits.lowerBound }) else {
        return 0..<0
      }
      return first.bytes.lowerBound..<nodes.map(\.bytes.upperBound).max()!
    }
    return unit.layers[layer].bytes
  }

  /// The fields of the fold under the cursor, kept because they depend on the pane's height.
  var foldMembers: [Int] = []

  func tree(height: Int) -> FieldTree? {
    guard let unit = scene.unit else { return nil }
    var interest = lit.union(scene.changes.fields)
    if let place = selectedPlace { interest.formUnion(unit.inputs(of: place).union([place])) }
    return FieldTree(
      unit, interest: interest, main: selectedLayer ?? firstLit?.layer, opened: opened, closed: closed,
      height: height)
  }

  mutating func select(_ row: FieldTree.Row) {
    selection = row.id
    foldMembers = row.nodes
    if case .field(let path) = row.id { followed = path }
    let bytes = selectedBytes
    if !bytes.isEmpty { byte = bytes.lowerBound }
  }

  mutating func select(_ place: NodePlace) {
    guard let unit = scene.unit else { return }
    let path = unit.path(of: place)
    selection = .field(path)
    followed = path
    if !unit.node(place).bits.isEmpty { byte = unit.node(place).bytes.lowerBound }
  }

  /// Selects what owns a byte.
  mutating func select(byte: Int) {
    guard let unit = scene.unit else { return }
    let source = self.source
    let count = unit.bytes(of: source).count
    guard count > 0 else { return }
    let wanted = max(0, min(byte, count - 1))
    if let place = unit.innermostField(ofByte: wanted, in: source) {
      select(place)
    } else if let layer = unit.layer(ofByte: wanted, in: source) {
      selection = .layer(unit.path(ofLayer: layer))
    }
    self.byte = wanted
  }

  // MARK: Arriving

  /// Looks up the scene anew and chooses what is selected in it.
  mutating func arrive(isStop: Bool) {
    scene = journey.scene(at: moment, since: since)
    furthest = max(furthest, moment)
    if isStop {
      opened = []
      closed = []
    }
    pictureRow = nil
    // The author's words come first at a stop; between stops an open face stays.
    if isStop, stop != nil, face == .field { face = .words }
    keepLookingCloser(isStop: isStop && stop != nil)
    if isStop, let stop, !isPictureKept { picture = lesson?.stops[stop].view.map(Picture.init) ?? .stack }
    if !isPictureKept, picture.absence(in: self) != nil { picture = .stack }
    chooseSelection(isStop: isStop)
  }

  mutating func chooseSelection(isStop: Bool) {
    guard let unit = scene.unit else {
      selection = nil
      return
    }
    if isStop, let kept = left[moment] {
      selection = kept
    } else if isStop, let place = firstLit {
      select(place)
    } else if let followed, unit.place(of: followed) != nil {
      selection = .field(followed)
    } else if let place = scene.changes.fields.min(by: { ($0.layer, $0.node) < ($1.layer, $1.node) }) {
      selection = .field(unit.path(of: place))
    } else if let layer = mainLayer {
      selection = .layer(unit.path(ofLayer: layer))
    }
    let bytes = selectedBytes
    byte = bytes.isEmpty ? 0 : bytes.lowerBound
  }

  /// The layer the moment is about.
  private var mainLayer: Int? {
    guard let unit = scene.unit, !unit.layers.isEmpty else { return nil }
    if scene.moment.layer == .physical { return 0 }
    return unit.layers.lastIndex { $0.protocol.layer == scene.moment.layer } ?? 0
  }
}
