/// One step in the making: what the acting layer may know, and what it says has happened.
package struct Step: Sendable {
  /// The number the moment will have.
  package let number: Int
  /// Nanoseconds since the network file's clock.
  package let now: Int64
  /// The network file's clock, seconds since 1970.
  package let clock: Int64
  /// What the acting device was told to do instead of what it would.
  let decision: Decision?
  package private(set) var work: Work
  package var random: SeededRandom
  package private(set) var moment: Moment?
  /// What was asked for, first thing first.
  private var asked: [Work] = []

  init(
    number: Int, now: Int64, clock: Int64, work: Work, random: SeededRandom, decision: Decision? = nil
  ) {
    self.decision = decision
    self.number = number
    self.now = now
    self.clock = clock
    self.work = work
    self.random = random
  }

  /// What the same device does next, first thing first. A step in which nothing happened has no number of its own: what
  /// led to it leads to what follows.
  package var followUps: [Work] {
    if moment != nil { return asked }
    return asked.map { next in
      var next = next
      if next.cause == number { next.cause = work.cause }
      next.provenance.removeAll { $0 == number }
      return next
    }
  }

  /// Says what happened: once a step.
  package mutating func happened(
    _ kind: MomentKind, _ unit: PDU? = nil, drop: DropReason? = nil, changes: [TableChange] = [],
    evidence: [FieldOrigin] = [], _ details: [Detail] = []
  ) {
    precondition(moment == nil, "a step is one moment: \(moment!.kind.name), then \(kind.name)")
    assert(kind.objection(to: details) == nil, kind.objection(to: details)!)
    assert(work.cause < number, "\(number) \(kind.name) would be caused by \(work.cause)")
    moment = Moment(
      number: number, time: now, device: work.device, kind: kind, cause: work.cause, frame: work.frame,
      unit: unit, drop: drop, changes: changes, evidence: evidence, details: details)
  }

  package mutating func note(_ change: TableChange) { moment?.changes.append(change) }
  package mutating func note(_ detail: Detail) {
    moment?.details.append(detail)
    assert(moment.map { $0.kind.objection(to: $0.details) == nil } ?? true, "\(moment!.kind.name): \(detail)")
  }
  package mutating func note(drop reason: DropReason) {
    if moment?.drop == nil { moment?.drop = reason }
  }
  package mutating func set(frame: Int) { moment?.frame = frame }

  /// A timer ran out: what happens now is caused by the moment that started it.
  package mutating func blame(_ moment: Int) { work.cause = moment }

  /// Asks the same device to do something next, caused by this step. `building` passes on the moments that built the
  /// unit in hand, with this one.
  package mutating func then(_ task: Task, building: Bool = false, device: Int? = nil) {
    then(task, provenance: building ? work.provenance + [number] : [], device: device)
  }

  /// Asks for something next about a unit that these moments built.
  package mutating func then(_ task: Task, provenance: [Int], device: Int? = nil) {
    asked.append(
      Work(
        device: device ?? work.device, task: task, cause: number, frame: task.isOutgoing ? nil : work.frame,
        provenance: provenance))
  }

  /// Asks for something that has been waiting, with the provenance it came with.
  package mutating func resume(_ work: Work) { asked.append(work) }
}
