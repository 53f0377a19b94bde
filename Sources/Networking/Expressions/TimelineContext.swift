/// A moment of a story that goes several ways: the first as it was, the others forks of it or of one another.
package struct BranchMoment: Hashable, Sendable {
  /// Index of the branch; 0 is the trunk.
  package var branch: Int
  /// Number of the moment; 0 is before the first.
  package var moment: Int

  package init(branch: Int = 0, moment: Int) {
    self.branch = branch
    self.moment = moment
  }
}

/// Reads expressions in a walk: at the moment that is looked at, with marks at others, on the same branch or another.
package struct TimelineContext: ExpressionContext, Sendable {
  /// Each may only be recorded further; what was recorded stays.
  package private(set) var timelines: [Timeline]
  /// The moment that is looked at.
  package var here: BranchMoment
  /// Moments by the names that a lesson gave them.
  package var marks: [String: BranchMoment]
  /// The moment, of the branch that is looked at, in whose world devices are read; nil: the one that is looked at.
  package var worldMoment: Int?
  package var earlier = 0
  /// Units read before, by moment: a lesson asks for the same few again and again.
  private var known: [BranchMoment: Dissection?] = [:]
  private static let kept = 256

  package init(_ timeline: Timeline, moment: Int = 0, marks: [String: Int] = [:]) {
    self.init([timeline], marks: marks.mapValues { BranchMoment(moment: $0) })
    self.moment = moment
  }

  package init(_ timelines: [Timeline], marks: [String: BranchMoment] = [:]) {
    self.timelines = timelines
    self.marks = marks
    here = BranchMoment(moment: 0)
  }

  /// The branch that is looked at.
  package var timeline: Timeline {
    get { timelines[here.branch] }
    _modify { yield &timelines[here.branch] }
  }

  package var moment: Int {
    get { here.moment }
    set { here.moment = newValue }
  }

  /// Adds a branch, and returns its index.
  package mutating func add(_ timeline: Timeline) -> Int {
    timelines.append(timeline)
    return timelines.count - 1
  }

  /// Where a mark is; without one where one looks; or as many moments before as `earlier` says. nil for a mark that is
  /// not known, and before the start.
  package func place(of mark: String?) -> BranchMoment? {
    guard var place = mark.map({ marks[$0] }) ?? here, place.moment >= earlier else { return nil }
    place.moment -= earlier
    return place
  }

  /// The same, where there is a moment.
  private func momentPlace(of mark: String?) -> BranchMoment? {
    place(of: mark).flatMap { $0.moment > 0 ? $0 : nil }
  }

  package mutating func dissection(of mark: String?) -> Dissection? {
    guard let place = momentPlace(of: mark) else { return nil }
    if let dissection = known[place] { return dissection }
    let dissection = dissection(at: place)
    if known.count == Self.kept { known = [:] }
    known[place] = .some(dissection)
    return dissection
  }

  private mutating func dissection(at place: BranchMoment) -> Dissection? {
    let moment = timelines[place.branch].moment(place.moment)
    // On a cable the frame is whole; that needs no replay.
    if moment.layer == .physical, let frame = moment.frame {
      return timelines[place.branch].dissection(ofTransmission: frame, frame: true)
    }
    return timelines[place.branch].dissection(atMoment: place.moment, frame: true)
  }

  package mutating func moment(_ property: MomentProperty, of mark: String?) -> ExpressionValue? {
    guard let place = momentPlace(of: mark) else { return nil }
    let moment = timelines[place.branch].moment(place.moment)
    switch property {
    case .number: return .number(Int64(moment.number))
    case .time: return .time(moment.time)
    case .device: return .device(timelines[place.branch].front.name(of: moment.device))
    case .layer: return .text(moment.layer.rawValue)
    case .kind: return .text(moment.kind.name)
    case .cause: return .number(Int64(moment.cause))
    case .frame: return moment.frame.map { .number(Int64($0)) }
    case .drop: return moment.drop.map { .text($0.rawValue) }
    case .detail(let field): return moment.details.first { $0.name == field.name }?.expressionValue
    }
  }

  package mutating func device(_ reference: DeviceReference) -> ExpressionValue? {
    guard var place = place(of: reference.mark) else { return nil }
    if reference.mark == nil, let worldMoment { place.moment = max(0, worldMoment - earlier) }
    return timelines[place.branch].look(after: place.moment) { $0.value(of: reference) }
  }

  /// Tables are those of the moment itself, wherever devices are read.
  package mutating func table(_ reference: TableReference) -> TableSnapshot? {
    guard let place = place(of: reference.mark),
      let device = timelines[place.branch].front.device(named: reference.device)
    else { return nil }
    return timelines[place.branch].look(after: place.moment) { world in
      TableSnapshot(reference.table, of: world.devices[device], at: world.now)
    }
  }

  /// The first moment after `number` at which the condition holds; the walk is recorded as far as needed. A condition
  /// without `moment.*` sees only transmissions, each at its `phy.transmit`. nil when the story ends before.
  package mutating func next(_ condition: Expression, after number: Int) -> Int? {
    let eachMoment = condition.readsMoments
    var candidate = number
    while true {
      candidate += 1
      guard timeline.extend(toMoment: candidate) else { return nil }
      if !eachMoment, timeline.moment(candidate).kind != MomentKind.physical.transmit { continue }
      moment = candidate
      if holds(condition) { return candidate }
    }
  }
}
