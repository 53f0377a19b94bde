/// A device decides otherwise, once.
extension World {
  /// Takes note of what the device that acts next shall do; its own moment says so. The step after it does as noted. When
  /// nothing is to be sent, this moment is all that comes of what was to be sent.
  mutating func decide(_ decision: Decision) -> Result? {
    guard objection(to: decision) == nil, let ready = readyForNextMoment else { return nil }
    self = ready.world
    let next = work.removeLast()
    let whatIf = WhatIf.decide(decision)
    let details = whatIf.details(in: self)
    moments += 1
    assert(whatIf.kind.objection(to: details) == nil, whatIf.kind.objection(to: details)!)
    var moment = Moment(
      number: moments, time: now, device: nil, kind: whatIf.kind, cause: next.cause, frame: next.frame,
      details: details)
    if decision.isSilence {
      moment.drop = .whatIf.silenced
    } else {
      var decided = next
      decided.cause = moments
      work.append(decided)
      self.decision = decision
    }
    return Result(moment: moment)
  }

  /// Why the device that acts next cannot decide so; nil when it can.
  func objection(to decision: Decision) -> WhatIf.Refusal? {
    guard devices.indices.contains(decision.device), let (world, moment) = readyForNextMoment,
      moment.device == decision.device, let next = world.work.last
    else { return .nothingDecided }
    switch decision {
    case .ports(_, let ports):
      guard MomentKind.bridge.decisions.contains(moment.kind) else { return .nothingDecided }
      let count = devices[decision.device].ports.count
      return ports.first { !(0..<count).contains($0) }.map { .noPort($0 + 1) }
    case .nextHop(_, let gateway):
      guard next.task.routes(moment) else { return .nothingDecided }
      let isOnLink = devices[decision.device].host?.interface(towards: gateway) != nil
      return isOnLink ? nil : .notOnLink(gateway)
    case .silence: return next.task.sends(moment) ? nil : .nothingDecided
    }
  }

  /// The world with the work on top of which the next moment comes, and that moment: work of which none comes is done. nil:
  /// nobody is at work.
  private var readyForNextMoment: (world: World, moment: Moment)? {
    var ready = self
    while let next = ready.work.last {
      var after = ready
      after.work.removeLast()
      if let result = after.perform(next) { return (ready, result.moment) }
      ready = after
    }
    return nil
  }
}

extension Task {
  /// A way is chosen for a packet, or none is found.
  fileprivate func routes(_ moment: Moment) -> Bool {
    let internet = MomentKind.internet
    if [internet.wrap, internet.forward].contains(moment.kind) { return true }
    return moment.kind == internet.drop && moment.drop == .internet.noRoute
  }

  /// Something is about to be sent, or sent on.
  fileprivate func sends(_ moment: Moment) -> Bool {
    switch self {
    case .linkSend, .transmit: true
    default:
      isOutgoing || MomentKind.bridge.decisions.contains(moment.kind)
        || moment.kind == MomentKind.internet.forward
    }
  }
}

extension SwitchMoments {
  /// Where a frame goes.
  var decisions: [MomentKind] { [forward, flood, filter, send] }
}

extension Host {
  /// The interface on whose link an address is.
  func interface(towards address: IPv4Address) -> Int? {
    interfaces.firstIndex {
      $0.address.contains(address) && $0.address.address != address && !$0.address.isOwnOfNetwork(address)
    }
  }
}

extension Step {
  /// The way to a next hop that was decided for this step.
  func decidedRoute(to destination: IPv4Address, _ host: Host) -> Route? {
    guard case .nextHop(_, let gateway)? = decision, let interface = host.interface(towards: gateway) else {
      return nil
    }
    return Route(
      IPv4Prefix(destination, 32), gateway: gateway == destination ? nil : gateway, interface: interface,
      moment: work.cause)
  }
}
