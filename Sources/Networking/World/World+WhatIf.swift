extension World {
  /// Does something to a frame that is on its cable. It takes no time, and what the devices have to do waits for it.
  /// nil: the frame is on no cable.
  mutating func intervene(_ whatIf: WhatIf, on before: Transmission) -> Result? {
    let arrival = agenda.remove { event in
      if case .arrival(_, _, _, before.number, _, _) = event { true } else { false }
    }
    guard let arrival, case .arrival(let to, let bytes, let fcs, _, let cause, let provenance) = arrival.event
    else { return nil }
    moments += 1
    assert(whatIf.kind.objection(to: whatIf.details) == nil, whatIf.kind.objection(to: whatIf.details)!)
    var moment = Moment(
      number: moments, time: now, device: nil, kind: whatIf.kind, cause: cause, frame: before.number,
      details: whatIf.details)
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
      plan(edit.bytes, fcs: edit.checksums == .untouched ? fcs : Checksum.crc32(edit.bytes), at: arrival.time)
      moment.evidence = [FieldOrigin(edit.field, .whatIf.edited, moments)]
    case .lose:
      after.isLost = true
      moment.drop = .whatIf.lost
    case .delay(_, let nanoseconds):
      after.end += nanoseconds
      plan(bytes, fcs: fcs, at: arrival.time + nanoseconds)
    }
    moment.unit = PDU(.link(1), after.bytes)
    return Result(moment: moment, transmission: after)
  }
}
