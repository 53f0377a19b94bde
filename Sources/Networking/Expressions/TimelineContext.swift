/// Reads expressions in a walk: at the moment that is looked at, with marks at others.
package struct TimelineContext: ExpressionContext, Sendable {
  /// May only be recorded further; what was recorded stays.
  package var timeline: Timeline
  /// The moment that is looked at; 0 is before the first.
  package var moment: Int
  /// Moments by the names that a lesson gave them.
  package var marks: [String: Int]
  /// The moment in whose world devices are read; nil: the one that is looked at.
  package var worldMoment: Int?
  /// Units read before, by moment: a lesson asks for the same few again and again.
  private var known: [Int: Dissection?] = [:]
  private static let kept = 256

  package init(_ timeline: Timeline, moment: Int = 0, marks: [String: Int] = [:]) {
    self.timeline = timeline
    self.moment = moment
    self.marks = marks
  }

  package mutating func dissection(of mark: String?) -> Dissection? {
    guard let number = mark.map({ marks[$0] }) ?? moment, number > 0 else { return nil }
    if let dissection = known[number] { return dissection }
    let dissection = dissection(at: number)
    if known.count == Self.kept { known = [:] }
    known[number] = .some(dissection)
    return dissection
  }

  private mutating func dissection(at number: Int) -> Dissection? {
    let moment = timeline.moment(number)
    // On a cable the frame is whole; that needs no replay.
    if moment.layer == .physical, let frame = moment.frame {
      return timeline.dissection(ofTransmission: frame, frame: true)
    }
    return timeline.dissection(atMoment: number, frame: true)
  }

  package mutating func moment(_ property: MomentProperty, of mark: String?) -> ExpressionValue? {
    guard let number = mark.map({ marks[$0] }) ?? moment, number > 0 else { return nil }
    let moment = timeline.moment(number)
    switch property {
    case .number: return .number(Int64(moment.number))
    case .time: return .time(moment.time)
    case .device: return .text(moment.device.map { timeline.front.devices[$0].name } ?? "you")
    case .layer: return .text(moment.layer.rawValue)
    case .kind: return .text(moment.kind.name)
    case .cause: return .number(Int64(moment.cause))
    case .frame: return moment.frame.map { .number(Int64($0)) }
    case .drop: return moment.drop.map { .text($0.rawValue) }
    case .detail(let name, _):
      return moment.details.first { $0.name == name }.flatMap { ExpressionValue($0.value) }
    }
  }

  package mutating func device(_ reference: DeviceReference) -> ExpressionValue? {
    guard let number = reference.mark.map({ marks[$0] }) ?? worldMoment ?? moment else { return nil }
    let world = timeline.world(after: number)
    guard let index = world.device(named: reference.device), let host = world.devices[index].host,
      let place = host.interfaces.firstIndex(where: { $0.name == reference.interface })
    else { return nil }
    let interface = host.interfaces[place]
    switch reference.property {
    case .ip: return .ipv4(interface.address.address)
    case .mac: return .mac(interface.mac)
    case .mask: return .ipv4(interface.address.mask)
    case .gateway:
      let route = host.routes.first { $0.interface == place && $0.gateway != nil && $0.prefix.length == 0 }
      return route?.gateway.map { .ipv4($0) }
    }
  }

  /// Tables are those of the moment itself, wherever devices are read.
  package mutating func table(_ reference: TableReference) -> TableSnapshot? {
    guard let number = reference.mark.map({ marks[$0] }) ?? moment,
      let device = timeline.front.device(named: reference.device)
    else { return nil }
    return timeline.look(after: number) { world in
      TableSnapshot(reference.table, of: world.devices[device], at: world.now)
    }
  }

  /// The first moment after `number` at which the condition holds; the walk is recorded as far as needed. A condition
  /// without `moment.*` sees only transmissions, each at its `phy.transmit`. nil when the story ends before.
  package mutating func next(_ condition: Expression, after number: Int) -> Int? {
    let eachMoment = condition.readsMoments
    var candidate = number
    while true {
      candidate += 1
      guard timeline.extend(toMoment: candidate) else { return nil }
      if !eachMoment, timeline.moment(candidate).kind != MomentKind.physical.transmit { continue }
      moment = candidate
      if holds(condition) { return candidate }
    }
  }
}

extension World {
  /// The names an expression may use for devices.
  package var vocabulary: [String: [String]] {
    Dictionary(uniqueKeysWithValues: devices.map { ($0.name, $0.host?.interfaces.map(\.name) ?? []) })
  }
}
