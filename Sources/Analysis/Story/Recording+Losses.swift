import Networking

/// What never comes further than a cable or a device on its way.
extension Recording {
  /// The moment that tells how a message has ended on its way, up to a moment: what was sent of it last along a path of
  /// devices was taken off its cable, was damaged, or was dropped by the device that it came to.
  package func loss(of message: Message, on path: [Int], by moment: Int) -> Moment? {
    var latest: (place: Int, frame: Int)?
    for hop in message.hops where hop.moment <= moment {
      if let place = path.firstIndex(of: hop.to), place >= latest?.place ?? 0 { latest = (place, hop.frame) }
    }
    guard let frame = latest?.frame, let loss = losses[frame], loss <= moment else { return nil }
    return timeline.moment(loss)
  }

  package func isLost(_ message: Message, on path: [Int], by moment: Int) -> Bool {
    loss(of: message, on: path, by: moment) != nil
  }
}

extension Moment {
  /// A frame is lost between two devices: it has come to neither.
  package var isLossOnCable: Bool { kind == WhatIf.moments.lose || kind == MomentKind.physical.cutShort }
}

extension Timeline {
  /// The frame that goes no further because of a moment, or the packet in it; nil when none does.
  func frameLost(in number: Int) -> Int? {
    var moment = moment(number)
    // What has waited longest makes room; the frame at hand brought another.
    guard let drop = moment.drop, drop != .arp.waitingFull, moment.kind.endsFrame else { return nil }
    // What was on its way out again has no frame any more: the one that brought it. What was made here came with none.
    let (device, isUnsent) = (moment.device, moment.kind == MomentKind.physical.drop)
    while moment.frame == nil, moment.cause > 0 {
      moment = self.moment(moment.cause)
      let isMade = moment.kind == MomentKind.internet.wrap || isUnsent && moment.kind.makesARP
      // Of a flooded frame other copies go on.
      let goesOn = [MomentKind.bridge.flood, MomentKind.bridge.send].contains(moment.kind)
      if moment.device != device || isMade || goesOn || moment.kind == MomentKind.arp.learned { return nil }
    }
    return moment.frame
  }
}

extension MomentKind {
  private static let ends: Set<MomentKind> = [
    WhatIf.moments.lose, WhatIf.moments.silence, physical.cutShort, physical.damaged, physical.drop,
    link.drop, link.ignore,
    bridge.filter, arp.failed, internet.drop,
  ]

  /// A message of ARP is put into a frame.
  fileprivate var makesARP: Bool {
    let arp = MomentKind.arp
    return self == arp.request || self == arp.retry || self == arp.probe || self == arp.reply
  }

  /// A frame, or the packet in it, goes no further.
  fileprivate var endsFrame: Bool { MomentKind.ends.contains(self) }
}
