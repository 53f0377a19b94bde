extension World {
  /// Does what a person wants. It takes no time; what devices have to do because of it they do when the one that acts
  /// now is done. nil: it is done to a frame, and the frame is on no cable; or nobody decides anything now.
  /// - Parameter before: that frame.
  mutating func intervene(_ whatIf: WhatIf, on before: Transmission?) -> Result? {
    if let before { return intervene(whatIf, onFrame: before) }
    if case .decide(let decision) = whatIf { return decide(decision) }
    // What happens of which no moment comes, as a wire that is free again.
    if case .wait(let time) = whatIf, step(until: time) != nil { return nil }
    let details = whatIf.details(in: self)
    moments += 1
    assert(whatIf.kind.objection(to: details) == nil, whatIf.kind.objection(to: details)!)
    switch whatIf {
    case .ask(let line): ask(line)
    case .script: scriptQueue.begin(script, at: now)
    case .cut(let cable): set(cable, isDown: true)
    case .plug(let cable): set(cable, isDown: false)
    case .join(let one, let other): join(one, other)
    case .restart(let device): agenda.plan(.restart(device, cause: moments), at: now)
    case .wait(let time): now = time
    case .look, .edit, .lose, .delay, .damage, .decide: break
    }
    return Result(
      moment: Moment(
        number: moments, time: now, device: nil, kind: whatIf.kind, cause: 0, details: details))
  }

  /// The script waits until a person begins it.
  mutating func holdScript() { scriptQueue.removeAll() }

  private mutating func ask(_ line: ScriptLine) {
    agenda.plan(
      .asked(line.device, application: application(for: line), line.command, cause: moments), at: now)
  }

  /// Frames whose last bit is not out of the cable yet are cut short; then both ends see that the link is down, or up.
  private mutating func set(_ cable: Int, isDown: Bool) {
    cables[cable].isDown = isDown
    for end in cables[cable].ends where isDown {
      let time = now + devices[end.device].handling
      while let cut = agenda.remove(where: { entry in
        guard case .arrival(end, _, _, _, _, _) = entry.event else { return false }
        return entry.time > time
      }) {
        guard case .arrival(_, let bytes, _, let frame, _, let provenance) = cut.event else { break }
        agenda.plan(
          .cutShort(end, bytes: bytes, frame: frame, cause: moments, provenance: provenance), at: now)
      }
    }
    for end in cables[cable].ends { agenda.plan(.carrier(end, isUp: !isDown, cause: moments), at: now) }
  }

  /// A cable of the usual kind: both ends see that the link is up.
  private mutating func join(_ one: PortReference, _ other: PortReference) {
    cables.append(Cable(one, other, rate: Cable.usualRate, delay: Cable.usualDelay))
    for end in [one, other] {
      devices[end.device].ports[end.port].cable = cables.count - 1
      devices[end.device].host?.interfaces[end.port].mtu = cables[cables.count - 1].mtu
      agenda.plan(.carrier(end, isUp: true, cause: moments), at: now)
    }
  }

  private mutating func intervene(_ whatIf: WhatIf, onFrame before: Transmission) -> Result? {
    let arrival = agenda.remove { entry in
      if case .arrival(_, _, _, before.number, _, _) = entry.event { true } else { false }
    }
    guard let arrival, case .arrival(let to, let bytes, let fcs, _, let cause, let provenance) = arrival.event
    else { return nil }
    let details = whatIf.details(in: self)
    moments += 1
    assert(whatIf.kind.objection(to: details) == nil, whatIf.kind.objection(to: details)!)
    var moment = Moment(
      number: moments, time: now, device: nil, kind: whatIf.kind, cause: cause, frame: before.number,
      details: details)
    var after = before
    after.provenance.append(moments)
    func plan(_ bytes: [UInt8], fcs: UInt32, at time: Int64) {
      agenda.plan(
        .arrival(
          to, bytes: bytes, fcs: fcs, frame: before.number, cause: moments, provenance: provenance + [moments]
        ),
        at: time)
    }
    switch whatIf {
    case .edit(_, let edit):
      after.bytes = edit.bytes
      after.fcs = edit.checksums == .untouched ? fcs : Checksum.crc32(edit.bytes)
      plan(edit.bytes, fcs: after.fcs, at: arrival.time)
      moment.evidence = [FieldOrigin(edit.field, .whatIf.edited, moments)]
    case .lose:
      after.isLost = true
      moment.drop = .whatIf.lost
    case .delay(_, let nanoseconds):
      after.end += nanoseconds
      plan(bytes, fcs: fcs, at: arrival.time + nanoseconds)
    case .damage(_, let bit):
      after.bytes[bit / 8] ^= 0x80 >> UInt8(bit % 8)
      plan(after.bytes, fcs: fcs, at: arrival.time)
    case .ask, .script, .cut, .plug, .join, .restart, .wait, .decide, .look:
      preconditionFailure("\(whatIf.kind.name) is done to no frame")
    }
    moment.unit = PDU(.link(1), after.bytes)
    return Result(moment: moment, transmission: after)
  }
}
