extension Timeline {
  /// A second timeline on which this is done: to a frame that the first one has recorded, equal up to the moment that
  /// sent the frame, or to what was done to it there already; to the network, equal up to moment `moment`. The what-if is
  /// the last moment; record from there.
  package func fork(_ whatIf: WhatIf, after moment: Int) throws(WhatIf.Refusal) -> Timeline {
    if whatIf.frame != nil { return try fork(whatIf) }
    var fork = fork(after: moment)
    if let objection = fork.front.objection(to: whatIf) { throw objection }
    if case .wait(let time) = whatIf, !fork.record(until: time) { throw .tooMuch }
    guard fork.intervene(whatIf) else { throw .nothingDecided }
    return fork
  }

  /// The same at the moment in which a device decides something, so that it decides otherwise.
  package func fork(_ decision: Decision, at moment: Int) throws(WhatIf.Refusal) -> Timeline {
    guard moments.indices.contains(moment - 1) else { throw .nothingDecided }
    return try fork(.decide(decision), after: moment - 1)
  }

  /// Records what happens up to a time, maintenance too; false when it is too much.
  private mutating func record(until time: Int64) -> Bool {
    var left = Self.mostInAWait
    while recordOne(until: time) {
      left -= 1
      if left == 0 { return false }
    }
    return true
  }

  /// Moments that may pass in one wait: more than any quiet network has in an hour.
  private static let mostInAWait = 50_000

  /// The same of what is done to a frame.
  package func fork(_ whatIf: WhatIf) throws(WhatIf.Refusal) -> Timeline {
    guard let frame = whatIf.frame else { return try fork(whatIf, after: moments.count) }
    guard transmissions.indices.contains(frame - 1) else { throw .notSent(frame) }
    let transmission = transmission(frame)
    if transmission.isLost { throw .lost(frame) }
    switch whatIf {
    case .edit(_, let edit):
      guard edit.bytes.count == transmission.bytes.count else { throw .length(frame) }
    case .delay(_, let nanoseconds):
      guard (1...WhatIf.longestDelay).contains(nanoseconds) else { throw .delay }
    case .damage(_, let bit):
      guard (0..<transmission.bytes.count * 8).contains(bit) else { throw .noBit(frame) }
    case .lose, .ask, .script, .cut, .plug, .join, .restart, .wait, .decide, .look: break
    }
    var number = transmission.moment
    while number < moments.count, interventions.contains(where: { $0.moment == number + 1 }),
      moments[number].frame == frame
    { number += 1 }
    var fork = fork(after: number)
    guard fork.intervene(whatIf) else { throw .lost(frame) }
    return fork
  }

  /// The frame that a moment is about: the one that brought it, or the next one that it helped to build.
  package func frameAtHand(at moment: Int) -> Int? {
    guard moments.indices.contains(moment - 1) else { return nil }
    if let frame = moments[moment - 1].frame { return frame }
    let later = transmissions.dropFirst(frames(by: moment))
    return later.first { $0.provenance.contains(moment) }?.number
  }
}

extension World {
  /// Why this cannot be done to the network now; nil when it can.
  fileprivate func objection(to whatIf: WhatIf) -> WhatIf.Refusal? {
    switch whatIf {
    case .cut(let cable): cables[cable].isDown ? .cable(isDown: true) : nil
    case .plug(let cable): cables[cable].isDown ? nil : .cable(isDown: false)
    case .join(let one, let other):
      one == other
        ? .samePort
        : [one, other].first { port($0).cable != nil }.map {
          .portTaken("\(devices[$0.device].name).\(port($0).name)")
        }
    case .wait(let time): time > now ? nil : .notAhead
    case .decide(let decision): objection(to: decision)
    case .edit, .lose, .delay, .damage, .ask, .script, .restart, .look: nil
    }
  }
}

extension Timeline {
  /// The bit of a frame that damage on its cable changes where nobody says which: the same for the same walk.
  package func damagedBit(ofFrame number: Int) -> Int {
    var random = SeededRandom(seed: front.seed &+ UInt64(number))
    return Int(random.number(in: 0...UInt64(transmission(number).bytes.count * 8 - 1)))
  }
}
