import Networking

/// What never comes further than a cable or a device on its way.
extension Timeline {
  /// Whether a message has ended on its way by a moment: what was sent of it last along a path of devices was taken off its
  /// cable, was damaged, or was dropped by the device that it came to.
  package func isLost(_ message: Message, on path: [Int], by moment: Int) -> Bool {
    var latest: (place: Int, hop: Message.Hop)?
    for hop in message.hops where hop.moment <= moment {
      if let place = path.firstIndex(of: hop.to), place >= latest?.place ?? 0 { latest = (place, hop) }
    }
    return latest.map { isLost($0.hop, by: moment) } ?? false
  }

  private func isLost(_ hop: Message.Hop, by last: Int) -> Bool {
    var arrived: Int64?
    for number in hop.moment...max(hop.moment, min(last, moments.count)) {
      let (frame, kind, time) = (
        moments[number - 1].frame, moments[number - 1].kind, moments[number - 1].time
      )
      // What a device does with a frame that has come to it takes no time.
      if let arrived, time > arrived { return false }
      guard frame == hop.frame else { continue }
      if kind.endsFrame { return true }
      if kind == MomentKind.physical.receive { arrived = time }
    }
    return false
  }
}

extension MomentKind {
  /// A frame, or the packet in it, goes no further.
  fileprivate var endsFrame: Bool {
    let (physical, link) = (MomentKind.physical, MomentKind.link)
    return [
      WhatIf.moments.lose, physical.cutShort, physical.damaged, link.drop, link.ignore,
      MomentKind.internet.drop,
    ].contains(self)
  }
}
