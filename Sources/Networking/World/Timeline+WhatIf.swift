extension Timeline {
  /// A second timeline on which this is done to a frame that the first one has recorded: equal up to the moment that
  /// sent the frame, or to what was done to it there already. The what-if is the last moment; record from there.
  package func fork(_ whatIf: WhatIf) throws(WhatIf.Refusal) -> Timeline {
    guard transmissions.indices.contains(whatIf.frame - 1) else { throw .notSent(whatIf.frame) }
    let transmission = transmission(whatIf.frame)
    if transmission.isLost { throw .lost(whatIf.frame) }
    switch whatIf {
    case .edit(_, let edit):
      guard edit.bytes.count == transmission.bytes.count else { throw .length(whatIf.frame) }
    case .delay(_, let nanoseconds):
      guard (1...WhatIf.longestDelay).contains(nanoseconds) else { throw .delay }
    case .lose: break
    }
    var number = transmission.moment
    while number < moments.count, interventions.contains(where: { $0.moment == number + 1 }),
      moments[number].frame == whatIf.frame
    { number += 1 }
    var fork = fork(after: number)
    guard fork.intervene(whatIf) else { throw .lost(whatIf.frame) }
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
