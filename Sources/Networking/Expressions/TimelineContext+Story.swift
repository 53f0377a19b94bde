import Documents

/// What is asked about a stretch of the story.
extension TimelineContext {
  /// On the branch that is looked at, now or before.
  package func hasHappened(_ mark: String) -> Bool {
    guard let here = place(of: nil), let there = marks[mark] else { return false }
    return there.moment <= here.moment && isOnBranch(there, of: here.branch)
  }

  /// Whether a moment is part of a branch too: its own, or one that left it later.
  private func isOnBranch(_ place: BranchMoment, of branch: Int) -> Bool {
    if place.branch == branch { return true }
    let (one, other) = (timelines[place.branch], timelines[branch])
    guard place.moment > 0 else { return true }
    guard place.moment <= one.moments.count, place.moment <= other.moments.count else { return false }
    // What was done to a story is a moment of its own: two branches are one up to the first that differs.
    return one.interventions.prefix { $0.moment <= place.moment }.map(\.moment)
      == other.interventions.prefix { $0.moment <= place.moment }.map(\.moment)
      && one.moment(place.moment) == other.moment(place.moment)
  }

  package mutating func story(_ reference: StoryReference) throws(ExpressionError) -> ExpressionValue {
    func refusal(_ message: String) -> ExpressionError { ExpressionError(message, at: reference.offset) }
    for mark in [reference.from, reference.to] where marks[mark] == nil {
      throw refusal("there is no moment at \(quoted(mark))")
    }
    let (from, to) = (marks[reference.from]!, marks[reference.to]!)
    guard isOnBranch(from, of: to.branch) else {
      throw refusal("\(reference.from) and \(reference.to) are not on one branch")
    }
    guard from.moment <= to.moment else {
      throw refusal("\(reference.from) comes after \(reference.to); write the earlier one first")
    }
    let span = max(1, from.moment)...max(1, to.moment)
    guard to.moment > 0 else { return reference.type.isSet ? .set(of: []) : .number(0) }
    switch reference.question {
    case .devices(let kind): return .set(of: devices(of: kind, span, to.branch))
    case .frames(let selection):
      return .number(Int64(frames(selection, span, to.branch).count))
    case .bytes(let selection):
      return .number(frames(selection, span, to.branch).reduce(0) { $0 + Int64($1.bytes.count) })
    case .trips(let device): return .number(Int64(trips(of: device, span, to.branch)))
    }
  }

  private func devices(of kind: MomentKind, _ span: ClosedRange<Int>, _ branch: Int) -> [ExpressionValue] {
    let timeline = timelines[branch]
    return span.lazy.map(timeline.moment).filter { $0.kind == kind }.map {
      .device(timeline.front.name(of: $0.device))
    }
  }

  private mutating func frames(
    _ selection: StoryReference.Selection, _ span: ClosedRange<Int>, _ branch: Int
  ) -> [Transmission] {
    let world = timelines[branch].front
    let device = selection.device.flatMap(world.device(named:))
    let port = device.flatMap { device in selection.port.flatMap(world.devices[device].port(named:)) }
    func touches(_ end: PortReference) -> Bool { end.device == device && (port == nil || end.port == port) }
    let all = timelines[branch].transmissions
    let found = all[
      all.orderedIndex { $0.moment >= span.lowerBound }..<all.orderedIndex { $0.moment > span.upperBound }
    ]
    .filter { device == nil || touches($0.from) || touches($0.to) }
    guard let filter = selection.filter else { return Array(found) }
    let (looked, shift) = (here, earlier)
    defer { (here, earlier) = (looked, shift) }
    earlier = 0
    return found.filter { frame in
      here = BranchMoment(branch: branch, moment: frame.moment)
      return holds(filter)
    }
  }

  /// Goes back from the last moment along what caused it. A trip is a stay elsewhere between two moments of the device.
  private func trips(of device: String, _ span: ClosedRange<Int>, _ branch: Int) -> Int {
    let timeline = timelines[branch]
    let own = timeline.front.device(named: device)
    var (trips, isAway, isKnown) = (0, false, false)
    var number = span.upperBound
    while number >= span.lowerBound {
      let moment = timeline.moment(number)
      if moment.device == own {
        if isAway { trips += 1 }
        (isAway, isKnown) = (false, true)
      } else if moment.device != nil {
        isAway = isKnown
      }
      number = moment.cause
    }
    return trips
  }
}

extension World {
  /// A device's name; `you` for the person at the keyboard.
  package func name(of device: Int?) -> String { device.map { devices[$0].name } ?? "you" }
}
