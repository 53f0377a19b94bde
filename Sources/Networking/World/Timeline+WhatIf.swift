extension Timeline {
  /// A second timeline on which this is done: to a frame that the first one has recorded, equal up to the moment that
  /// sent the frame, or to what was done to it there already; to the network, equal up to moment `moment`. The what-if is
  /// the last moment; record from there.
  package func fork(_ whatIf: WhatIf, after moment: Int) throws(WhatIf.Refusal) -> Timeline {
    if whatIf.frame != nil { return try fork(whatIf) }
    var fork = fork(after: moment)
    switch whatIf {
    case .cut(let cable), .plug(let cable):
      let isDown = fork.front.cables[cable].isDown
      if isDown != (whatIf == .plug(cable: cable)) { throw .cable(isDown: isDown) }
    case .edit, .lose, .delay, .ask, .script, .look: break
    }
    _ = fork.intervene(whatIf)
    return fork
  }

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
    case .lose, .ask, .script, .cut, .plug, .look: break
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
