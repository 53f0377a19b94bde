import Networking

/// What stands in front of a learner at a moment, and where it came from.
extension Timeline {
  /// The frame on the cable, or the unit in hand; nil when there are no bytes yet.
  package mutating func shownUnit(at number: Int) -> Dissection? {
    guard number > 0 else { return nil }
    let moment = moment(number)
    let unit =
      moment.isOnCable
      ? moment.frame.map { dissection(ofTransmission: $0) } : dissection(atMoment: number)
    return unit?.bytes.isEmpty == false ? unit : nil
  }

  /// What the unit shown may have been made from, the nearest first: the first that carries the same thing is it.
  package mutating func origins(ofUnitAt number: Int) -> [Dissection] {
    let moment = moment(number)
    if moment.isOnCable, let frame = moment.frame {
      return self.frame(before: frame).map { [dissection(ofTransmission: $0)] } ?? []
    }
    var found: [Dissection] = []
    var number = moment.cause
    while number > 0, found.count < 3 {
      let cause = self.moment(number)
      if cause.device != moment.device { break }
      // What a device makes belongs to no frame that it received: a reply is no request that was changed.
      if cause.frame == moment.frame, let unit = dissection(atMoment: number), !unit.bytes.isEmpty {
        found.append(unit)
      }
      number = cause.cause
    }
    return found
  }

  /// What is new in the unit shown.
  package mutating func changes(inUnitAt number: Int) -> PDUChanges {
    guard let unit = shownUnit(at: number),
      let before = origins(ofUnitAt: number).first(where: { $0.carriesSame(as: unit) })
    else { return .none }
    return PDUChanges(unit, since: before) ?? .none
  }

  /// The transmission that brought what this one carries; nil when this one's device has made it. So an answer, an error, a
  /// redirect and what is sent again do not follow from what led to them, and what has waited follows from what brought it,
  /// not from what set it free.
  package func frame(before number: Int) -> Int? {
    for builder in transmission(number).provenance.reversed() {
      let moment = moment(builder)
      if moment.isOnCable, let frame = moment.frame, frame != number { return frame }
    }
    return nil
  }

  // MARK: Why

  /// The moment and what led to it, back to the person at the keyboard.
  package func causes(of number: Int) -> [Int] {
    var chain: [Int] = []
    var moment = number
    while moment > 0 {
      chain.append(moment)
      moment = self.moment(moment).cause
    }
    return chain
  }

  /// Where a field's value came from: the evidence of the moment that wrote it, with that moment.
  package func evidence(for field: Field, at number: Int) -> (FieldOrigin, writer: Int)? {
    guard number > 0 else { return nil }
    let moment = moment(number)
    var provenance = causes(of: number).prefix { self.moment($0).device == moment.device }.map(\.self)
    if let frame = moment.frame {
      let transmission = transmission(frame)
      provenance = [transmission.moment] + transmission.provenance.reversed() + provenance
    }
    for builder in provenance {
      if let found = self.moment(builder).evidence.last(where: { $0.field === field }) {
        return (found, builder)
      }
    }
    return nil
  }

  /// How a field's value came about, then the moment it was learned in and what led to that.
  package func chain(ofValue field: Field, at number: Int) -> (rule: OriginKind, moments: [Int])? {
    guard let (evidence, writer) = evidence(for: field, at: number) else { return nil }
    return (evidence.rule, causes(of: evidence.moment > 0 ? evidence.moment : writer))
  }
}

extension Timeline {
  /// The device that a person does something at: the one that is asked, or the first end of the cable; else the one that
  /// the script begins at, or the first host.
  func person(at moment: Int) -> Int? {
    switch interventions.first(where: { $0.moment == moment })?.whatIf {
    case .ask(let line): line.device
    case .cut(let cable), .plug(let cable): front.cables[cable].ends[0].device
    case .join(let one, _): one.device
    case .restart(let device): device
    case .decide(let decision): decision.device
    default: front.script.first?.device ?? front.devices.firstIndex { $0.kind == .host }
    }
  }
}

extension Moment {
  /// A whole frame is under way.
  package var isOnCable: Bool { layer == .physical && frame != nil }
}
