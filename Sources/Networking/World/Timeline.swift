import Documents

/// The record of a walk, and the way to any moment of it: copies of the world by a byte budget, and replay from the
/// nearest one.
package struct Timeline: Sendable {
  /// Moments so far, the first at index 0; without bytes where a transmission or a replay can give them.
  package private(set) var moments: [Moment] = []
  package private(set) var transmissions: [Transmission] = []
  /// The story is over: only maintenance remains.
  package private(set) var isComplete = false
  /// The world after the last recorded moment.
  package private(set) var front: World
  /// Copies of the world by moment number, ascending; the first is the start.
  private var copies: [Copy]
  private let budget: Int
  /// Bytes, unless something else is asked for.
  package static let copyBudget = 16 << 20
  private var spacing = 64
  private var points: [Int: CableDissector] = [:]
  /// The world after the moment that was read last: the next one's is a step away.
  private var reader: World?
  /// The world shortly before that: what led to a moment is not far back.
  private var anchor: World?
  /// Moments between the two.
  private static let anchorage = 64
  /// What a person did to frames, in order: replays do it again.
  package private(set) var interventions: [Intervention] = []

  private struct Copy: Sendable {
    let moment: Int
    let world: World
  }

  /// How many copies there are.
  var copyCount: Int { copies.count }

  /// `budget`: bytes that copies of the world may take, about.
  package init(_ start: World, budget: Int = Timeline.copyBudget) {
    front = start
    isComplete = !start.hasStory
    copies = [Copy(moment: start.moments, world: start)]
    self.budget = budget
  }

  // MARK: Recording

  /// Records one more moment, maintenance too; false when nothing will ever happen again.
  package mutating func record() -> Bool {
    guard let result = front.step() else {
      isComplete = true
      return false
    }
    note(result)
    return true
  }

  /// Records one more moment if it comes up to a time; false when none does.
  mutating func recordOne(until time: Int64) -> Bool {
    guard let result = front.step(until: time) else { return false }
    note(result)
    return true
  }

  /// A walk in which nothing happens before a person does something; its first moment says so.
  package static func quiet(_ start: World, budget: Int = Timeline.copyBudget) -> Timeline {
    var world = start
    world.holdScript()
    var timeline = Timeline(world, budget: budget)
    _ = timeline.intervene(.look)
    return timeline
  }

  /// Nothing happens in it before a person does something.
  package var isQuiet: Bool { interventions.first?.whatIf == .look }

  /// Does something after the last recorded moment; false when it is done to a frame that is on no cable then.
  mutating func intervene(_ whatIf: WhatIf) -> Bool {
    let before = whatIf.frame.map { transmission($0) }
    guard let result = front.intervene(whatIf, on: before) else { return false }
    interventions.append(Intervention(moment: result.moment.number, whatIf: whatIf, before: before))
    points = [:]
    note(result)
    isComplete = !front.hasStory
    return true
  }

  private mutating func note(_ result: World.Result) {
    var moment = result.moment
    if let transmission = result.transmission {
      if transmission.number <= transmissions.count {
        transmissions[transmission.number - 1] = transmission
      } else {
        transmissions.append(transmission)
      }
    }
    moment.unit = nil
    if let frame = moment.frameCutShort { transmissions[frame - 1].isLost = true }
    moments.append(moment)
    if moments.count % spacing == 0 { keepCopy() }
    if !front.hasStory { isComplete = true }
  }

  /// Records story up to moment `number`; false when the story ends before it.
  package mutating func extend(toMoment number: Int) -> Bool {
    while moments.count < number {
      if isComplete || !record() { return false }
    }
    return true
  }

  /// Records story up to transmission `number`.
  package mutating func extend(toTransmission number: Int) -> Bool {
    while transmissions.count < number {
      if isComplete || !record() { return false }
    }
    return true
  }

  /// Records the whole story, at most `limit` moments; false when it is longer.
  package mutating func extendToEnd(limit: Int = 1_000_000) -> Bool {
    while !isComplete {
      if moments.count >= limit { return false }
      if !record() { return true }
    }
    return true
  }

  // MARK: Going anywhere

  /// The world right after moment `number` (0: the start), which must be recorded.
  package func world(after number: Int) -> World {
    if number == moments.count { return front }
    var world = copies.last { $0.moment <= number }!.world
    while world.moments < number { _ = replay(&world) }
    return world
  }

  /// Looks at the world right after a moment, quicker for one moment after the other.
  package mutating func look<Result>(after number: Int, _ body: (World) -> Result) -> Result {
    body(visitedWorld(after: number))
  }

  /// The same as `world(after:)`, quicker for one moment after the other.
  package mutating func visitedWorld(after number: Int) -> World {
    if number == moments.count { return front }
    let world = advanced(to: number)
    reader = world
    return world
  }

  /// The world right after a moment, from the nearest one that is there.
  private mutating func advanced(to number: Int) -> World {
    var world = nearest(to: number)
    while world.moments < number {
      if world.moments == number - Self.anchorage { anchor = world }
      _ = replay(&world)
    }
    return world
  }

  /// The world at or before a moment from which the fewest steps lead there: a copy, or what was read last.
  private mutating func nearest(to number: Int) -> World {
    var copy = copies.last { $0.moment <= number }!.world
    if let anchor, anchor.moments <= number, anchor.moments > copy.moments { copy = anchor }
    guard let last = reader, last.moments <= number, last.moments > copy.moments else { return copy }
    // One owner, or the first step would copy it.
    reader = nil
    return last
  }

  /// Lets a copy do what comes next in this record.
  private func replay(_ world: inout World) -> World.Result? {
    let next = world.moments + 1
    if let done = interventions.first(where: { $0.moment == next }) {
      return world.intervene(done.whatIf, on: done.before)
    }
    return world.step()
  }

  package func moment(_ number: Int) -> Moment { moments[number - 1] }
  package func transmission(_ number: Int) -> Transmission { transmissions[number - 1] }

  /// The bytes in hand at a moment.
  package func unit(at number: Int) -> PDU? {
    var world = copies.last { $0.moment < number }!.world
    while world.moments < number - 1 { _ = replay(&world) }
    return replay(&world)?.moment.unit
  }

  /// The same, quicker for one moment after the other.
  private mutating func readUnit(at number: Int) -> PDU? {
    var world = advanced(to: number - 1)
    let unit = replay(&world)?.moment.unit
    reader = world
    return unit
  }

  /// What was read is read again from the start: so that a row of moments from an earlier one on takes each frame once.
  package mutating func forgetReading() {
    points = [:]
    (reader, anchor) = (nil, nil)
  }

  /// A second timeline that shares everything up to moment `number` and goes on by itself.
  package func fork(after number: Int) -> Timeline {
    var fork = self
    fork.front = world(after: number)
    // What a cable took with it later is on it again.
    for frame in moments[number...].compactMap(\.frameCutShort) {
      fork.transmissions[frame - 1].isLost = false
    }
    fork.moments.removeLast(moments.count - number)
    let frames = fork.front.frames
    fork.transmissions.removeLast(transmissions.count - frames)
    // What was done to a frame later is not yet done.
    while let done = fork.interventions.last, done.moment > number {
      fork.interventions.removeLast()
      if let before = done.before, before.number <= frames {
        fork.transmissions[before.number - 1] = before
      }
    }
    fork.copies.removeAll { $0.moment > number }
    fork.forgetReading()
    fork.isComplete = !fork.front.hasStory
    return fork
  }

  // MARK: Copies

  /// Keeps a copy of the front, and thins the copies to half when they take more than the budget.
  private mutating func keepCopy() {
    copies.append(Copy(moment: moments.count, world: front))
    guard copies.count * front.approximateSize > budget, copies.count > 4 else { return }
    spacing *= 2
    copies = copies.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
  }

  // MARK: Dissecting

  /// A transmission as a capture on its cable shows it, with relative numbers and reassembly. `frame`: with the
  /// pseudo-layer `frame`, which expressions may ask and no screen shows.
  package mutating func dissection(ofTransmission number: Int, frame: Bool = false) -> Dissection {
    let transmission = transmissions[number - 1]
    var point = points.removeValue(forKey: transmission.cable) ?? CableDissector(cable: transmission.cable)
    defer { points[transmission.cable] = point }
    var dissection = point.dissection(of: number, in: transmissions)
    if !frame { dissection.layers.removeFirst() }
    return dissection
  }

  /// The unit in hand at a moment: as its transmission shows it, or else as an analyser would that has seen what came
  /// before, on the cable that brought it or on the acting device's first.
  package mutating func dissection(atMoment number: Int, frame: Bool = false) -> Dissection? {
    let moment = moments[number - 1]
    guard let unit = readUnit(at: number) else { return nil }
    if let transmission = moment.frame, unit.offset == 0, unit.bytes == transmissions[transmission - 1].bytes
    {
      return dissection(ofTransmission: transmission, frame: frame)
    }
    var dissector = Dissector()
    if let cable = moment.frame.map({ transmissions[$0 - 1].cable }) ?? firstCable(of: moment.device) {
      var point = points.removeValue(forKey: cable) ?? CableDissector(cable: cable)
      dissector = point.dissector(before: moment.frame ?? frames(by: number) + 1, in: transmissions)
      points[cable] = point
    }
    return dissector.dissect(
      unit.offset == 0 ? unit.bytes : Array(unit.bytes[unit.offset...]), number: moment.frame ?? 0,
      time: moment.time, start: unit.start)
  }

  private func firstCable(of device: Int?) -> Int? {
    device.flatMap { front.devices[$0].ports.first { $0.cable != nil }?.cable }
  }

  /// Transmissions begun up to a moment.
  package func frames(by moment: Int) -> Int {
    transmissions.orderedIndex { $0.moment > moment }
  }
}

extension World {
  /// Bytes that one more copy of the world costs at most, about: what changes between copies.
  var approximateSize: Int {
    4096 + devices.reduce(0) { $0 + ($1.host?.bufferedBytes ?? 512) } + agenda.count * 128
  }
}
