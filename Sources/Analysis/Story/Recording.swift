import Documents
import Networking

/// A walk on its way, and what the screens look up in it. It is recorded, and its frames are read, as far as what is
/// shown needs it; wherever it is read, what it answers is the same however far it is recorded.
package struct Recording: Sendable {
  package internal(set) var timeline: Timeline
  package let topology: Topology
  /// Moments, of those recorded, that moved a TCP connection from state to state.
  package private(set) var connectionMoments: [Int] = []
  /// One of each transmission recorded.
  private var sendings: [TransmissionEnds] = []
  /// Between whom something began, in the order in which it did: a long walk has few such pairs.
  private var pairs: Set<TransmissionEnds.Pair> = []
  private var firstOfPairs: [(pair: TransmissionEnds.Pair, index: Int)] = []
  /// The first transmission from or to each device, counted from 0.
  private var firstSeen: [Int: Int] = [:]
  /// Of frames that go no further, the moment that tells it.
  private(set) var losses: [Int: Int] = [:]
  /// What was said, read up to a transmission.
  private(set) var found = MessageAssembler()

  /// Moments that are recorded after the one looked at. No step that a key takes leads further, and what is drawn looks
  /// no further ahead: where a packet without addresses will go, whom the ladder gives a line, how many cables a message
  /// crosses. So a walk of fewer moments is known as a whole. About 15 ms of work, as a world of many devices is slower.
  package let lookAhead: Int

  /// Moments that are recorded at all; a walk has far fewer.
  package static let longest = 200_000
  /// Moments up to which two walks are compared.
  package static let mostCompared = 50_000
  /// Moments that one key may have recorded (about 0.1 s).
  package static let mostAKey = 10_000

  package init(_ timeline: Timeline) {
    self.timeline = timeline
    topology = Topology(timeline.front)
    lookAhead = 2_000 * 400 / max(400, timeline.front.devices.count)
    note(from: 0)
    record(toMoment: timeline.moments.count + lookAhead)
  }

  // MARK: Recording

  /// Moments recorded so far.
  package var last: Int { timeline.moments.count }

  /// Nothing comes after what is recorded.
  package var isWhole: Bool { timeline.isComplete || last >= Recording.longest }

  /// The number of moments; nil until it is known.
  package var total: Int? { isWhole ? last : nil }

  /// Records the story up to a moment; false when it ends before.
  @discardableResult
  package mutating func record(toMoment number: Int) -> Bool {
    if number <= last { return true }
    let before = last
    _ = timeline.extend(toMoment: min(number, Recording.longest))
    note(from: before)
    return number <= last
  }

  /// Records the story up to a frame, but no more than one key may.
  package mutating func record(toFrame number: Int) {
    let end = last + Recording.mostAKey
    while timeline.transmissions.count < number, last < end, !isWhole { record(toMoment: last + lookAhead) }
    findMessages(upTo: last)
  }

  /// Records as much further as one key may. What is recorded far ahead is read with it, a part of the work: else the
  /// first picture that tells of all of it would have to.
  package mutating func recordFar(toMoment number: Int = .max) {
    record(toMoment: min(number, last + Recording.mostAKey))
    findMessages(upTo: last)
  }

  /// Takes what was recorded after moment `before` into the lists that follow the record.
  private mutating func note(from before: Int) {
    for moment in timeline.moments[before...] {
      if moment.changes.contains(where: { $0.table == "connection" }) {
        connectionMoments.append(moment.number)
      }
      if let frame = timeline.frameLost(in: moment.number), losses[frame] == nil {
        losses[frame] = moment.number
      }
    }
    for transmission in timeline.transmissions[sendings.count...] {
      let earlier = timeline.frame(before: transmission.number).map { sendings[$0 - 1] }
      for device in [transmission.from.device, transmission.to.device] where firstSeen[device] == nil {
        firstSeen[device] = sendings.count
      }
      let ends = TransmissionEnds(transmission, after: earlier, topology)
      if !ends.isRelayed, pairs.insert(ends.pair).inserted {
        firstOfPairs.append((ends.pair, sendings.count))
      }
      sendings.append(ends)
    }
  }

  /// How much was sent up to a moment, and by as far as it looks ahead.
  private func sent(near number: Int) -> Int { min(sendings.count, timeline.frames(by: number + lookAhead)) }

  // MARK: Messages

  /// All that was said between devices as far as it is recorded, in order.
  package var messages: [Message] { messages(upTo: last) }

  /// What was said between devices up to a moment, in order, and perhaps some of what comes later. What has not been
  /// found before is found again by every call.
  package func messages(upTo moment: Int) -> [Message] {
    let frames = timeline.frames(by: moment)
    if frames <= found.frames { return found.messages }
    var recording = self
    recording.findMessages(upTo: moment)
    return recording.found.messages
  }

  /// Finds what was said up to a moment, for good. Every frame is dissected for it.
  package mutating func findMessages(upTo moment: Int) {
    found.read(timeline.frames(by: moment), &timeline, topology)
  }

  /// Devices that get a line in the ladder at a moment when there is room for `count`: the ends of IP messages first,
  /// then whom those ask by ARP, at last where the first cable of a message to nobody leads; from left to right as in the
  /// network file.
  package func ladderColumns(_ count: Int, at moment: Int) -> [Int] {
    var chosen: [Int] = []
    func choose(_ device: Int) {
      if chosen.count < count, !chosen.contains(device) { chosen.append(device) }
    }
    let end = sent(near: moment)
    let pairs = firstOfPairs.prefix { $0.index < end }.map(\.pair)
    var talking: Set<Int> = []
    for pair in pairs where !pair.isARP {
      for device in pair.devices {
        talking.insert(device)
        choose(device)
      }
    }
    for pair in pairs where talking.contains(pair.from) {
      for device in pair.devices {
        talking.insert(device)
        choose(device)
      }
    }
    for pair in pairs { pair.devices.forEach(choose) }
    for pair in pairs { choose(pair.to) }
    return chosen.sorted()
  }

  /// Devices at the ends of the cables that frames cross, as far as is seen from a moment.
  package func devicesOnTheWay(at moment: Int) -> Set<Int> {
    let end = sent(near: moment)
    return Set(firstSeen.lazy.filter { $0.value < end }.map(\.key))
  }

  // MARK: Scenes

  /// - Parameter since: the moment that what is new is told from, by default the one before.
  package mutating func scene(at number: Int, since: Int? = nil) -> Scene {
    record(toMoment: number + lookAhead)
    let moment = timeline.moment(number)
    let since = max(0, min(since ?? number, number - 1))
    // In their order: each is a few steps from the one before.
    let earlier = timeline.visitedWorld(after: since)
    let unit = timeline.shownUnit(at: number)
    let world = timeline.visitedWorld(after: number)
    let cause = moment.cause > 0 ? timeline.moment(moment.cause) : nil
    let isOnCable = moment.isOnCable
    var crossing: Scene.Crossing?
    if isOnCable, let frame = moment.frame {
      let transmission = timeline.transmission(frame)
      crossing = .init(from: transmission.from.device, to: transmission.to.device)
    }
    var scene = Scene(
      moment: moment, unit: unit, isFrame: isOnCable, candidates: timeline.origins(ofUnitAt: number),
      topology: topology, crossing: crossing, destination: destination(of: moment),
      waiting: waiting(in: moment.device, world),
      isGoingUp: moment.layer == .physical && crossing?.to == moment.device
        || cause.map { $0.device == moment.device && $0.layer < moment.layer } ?? false,
      origin: timeline.person(at: number),
      carrier: moment.frame.map { timeline.dissection(ofTransmission: $0) })
    scene.world = world
    scene.earlier = earlier
    scene.since = since
    return scene
  }

  /// Where this goes when its bytes do not say it yet: as far as anything that the device sends from now on, or has sent.
  private func destination(of moment: Moment) -> Int? {
    for detail in moment.details where ["destination", "address"].contains(detail.name) {
      if case .ipv4(let address) = detail.value, let owner = topology.owner(of: address) { return owner }
    }
    let end = sent(near: moment.number)
    guard let here = moment.device ?? sendings[..<end].first?.from else { return nil }
    let earlier = timeline.frames(by: moment.number - 1)
    var reached = Set(
      sendings[min(earlier, end)..<end].lazy.filter { $0.from == here && !$0.isRelayed }.map(\.to))
    if reached.isEmpty {
      reached = Set(firstOfPairs.lazy.filter { $0.index < earlier && $0.pair.from == here }.map(\.pair.to))
    }
    return reached.sorted().map { (device: $0, length: topology.path(from: here, to: $0).count) }
      .max { $0.length < $1.length }?.device
  }

  private func waiting(in device: Int?, _ world: World) -> Int {
    guard let device, let host = world.devices[device].host else { return 0 }
    return host.arp.rows.reduce(0) { $0 + $1.waiting.count }
  }

  // MARK: Strides

  /// Where a stride leads from a moment that was looked at; nil when the walk ends before.
  package func moment(_ stride: Stride, after number: Int) -> Int? { timeline.moment(stride, after: number) }
  /// The same backwards; nil when there is none before, for what is before the first moment has no picture.
  package func moment(_ stride: Stride, before number: Int) -> Int? {
    timeline.moment(stride, before: number).flatMap { $0 > 0 ? $0 : nil }
  }

  // MARK: Reading

  /// A frame as its cable shows it.
  package mutating func dissection(ofTransmission number: Int) -> Dissection {
    timeline.dissection(ofTransmission: number)
  }

  /// The moment and what led to it, back to the person at the keyboard.
  package func causes(of number: Int) -> [Int] { timeline.causes(of: number) }

  /// Where a field's value came from: the evidence of the moment that wrote it, with that moment.
  package func evidence(for field: Field, at number: Int) -> (FieldOrigin, writer: Int)? {
    timeline.evidence(for: field, at: number)
  }
}

extension Topology {
  package init(_ world: World) {
    self.init(
      devices: world.devices.indices.map { index in
        let device = world.devices[index]
        let neighbours = device.ports.compactMap { port -> Int? in
          guard let cable = port.cable else { return nil }
          return world.cables[cable].ends.first { $0.device != index }?.device
        }
        return DeviceInfo(
          name: device.name, label: device.label, layers: device.layers,
          addresses: device.host?.interfaces.map(\.address.address) ?? [],
          hardware: device.host?.interfaces.map(\.mac) ?? [], neighbours: neighbours)
      })
  }
}
