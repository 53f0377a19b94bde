import Documents
import Networking

/// A recorded walk, and what the screens look up in it.
package struct Journey: Sendable {
  package var timeline: Timeline
  package let topology: Topology
  /// What was said between devices, in order.
  package private(set) var messages: [Message] = []
  /// Moments that moved a TCP connection from state to state.
  package let connectionMoments: [Int]

  /// Moments that are recorded at once; a walk has far fewer.
  package static let longest = 50_000

  package init(_ timeline: Timeline) {
    self.timeline = timeline
    _ = self.timeline.extendToEnd(limit: Journey.longest)
    topology = Topology(self.timeline.front)
    connectionMoments = self.timeline.moments.filter { moment in
      moment.changes.contains { $0.table == "connection" }
    }.map(\.number)
    findMessages()
  }

  package var last: Int { timeline.moments.count }

  // MARK: Messages

  private mutating func findMessages() {
    var messageOf: [Int: Int] = [:]
    var passengers: [Int: Passenger] = [:]
    for transmission in timeline.transmissions {
      let number = transmission.number
      let dissection = timeline.dissection(ofTransmission: number)
      let passenger = dissection.passenger
      passengers[number] = passenger
      let hop = Message.Hop(
        moment: transmission.moment, from: transmission.from.device, to: transmission.to.device, frame: number
      )
      if let before = timeline.frame(before: number), let passenger, passengers[before] == passenger,
        let message = messageOf[before]
      {
        messageOf[number] = message
        messages[message].hops.append(hop)
        continue
      }
      let ends = topology.ends(of: dissection)
      messageOf[number] = messages.count
      messages.append(
        Message(
          number: messages.count + 1, from: ends.from ?? hop.from, to: ends.to ?? hop.to,
          label: dissection.messageLabel, hops: [hop]))
    }
  }

  /// Devices that get a line in the ladder when there is room for `count`: the ends of IP messages first, then whom
  /// those ask by ARP; from left to right as in the network file.
  package func ladderColumns(_ count: Int) -> [Int] {
    var wanted: [Int] = []
    let talk = messages.filter { !$0.label.hasPrefix("ARP") }
    for message in talk { wanted += [message.from, message.to] }
    for message in messages where wanted.contains(message.from) { wanted.append(message.to) }
    for message in messages { wanted += [message.from, message.to] }
    var chosen: [Int] = []
    for device in wanted where !chosen.contains(device) && chosen.count < count { chosen.append(device) }
    return chosen.sorted()
  }

  // MARK: Scenes

  /// - Parameter since: the moment that what is new is told from, by default the one before.
  package mutating func scene(at number: Int, since: Int? = nil) -> Scene {
    let moment = timeline.moment(number)
    let world = timeline.world(after: number)
    let since = max(0, min(since ?? number, number - 1))
    let cause = moment.cause > 0 ? timeline.moment(moment.cause) : nil
    let isOnCable = moment.isOnCable
    let unit = timeline.shownUnit(at: number)
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
      origin: timeline.front.script.first?.device,
      carrier: moment.frame.map { timeline.dissection(ofTransmission: $0) })
    scene.world = world
    scene.earlier = timeline.world(after: since)
    scene.since = since
    return scene
  }

  /// Where this goes when its bytes do not say it yet.
  private func destination(of moment: Moment) -> Int? {
    for detail in moment.details where ["destination", "address"].contains(detail.name) {
      if case .ipv4(let address) = detail.value, let owner = topology.owner(of: address) { return owner }
    }
    let here = moment.device ?? messages.first?.from
    guard let here else { return nil }
    let ends = Set(messages.filter { $0.from == here && $0.moment >= moment.number }.map(\.to))
    let reached = ends.isEmpty ? Set(messages.filter { $0.from == here }.map(\.to)) : ends
    return reached.sorted().max {
      topology.path(from: here, to: $0).count < topology.path(from: here, to: $1).count
    }
  }

  private func waiting(in device: Int?, _ world: World) -> Int {
    guard let device, let host = world.devices[device].host else { return 0 }
    return host.arp.rows.reduce(0) { $0 + $1.waiting.count }
  }

  // MARK: Strides

  /// Where a stride leads; nil when the walk ends before.
  package func moment(_ stride: Stride, after number: Int) -> Int? { timeline.moment(stride, after: number) }
  /// The same backwards; nil when there is none before, for what is before the first moment has no picture.
  package func moment(_ stride: Stride, before number: Int) -> Int? {
    timeline.moment(stride, before: number).flatMap { $0 > 0 ? $0 : nil }
  }

  // MARK: Why

  /// The moment and what led to it, back to the person at the keyboard.
  package func causes(of number: Int) -> [Int] { timeline.causes(of: number) }

  /// Where a field's value came from: the evidence of the moment that wrote it, with that moment.
  package func evidence(for field: Field, at number: Int) -> (Evidence, writer: Int)? {
    timeline.evidence(for: field, at: number)
  }
}

extension Topology {
  package init(_ world: World) {
    devices = world.devices.indices.map { index in
      let device = world.devices[index]
      let neighbours = device.ports.compactMap { port -> Int? in
        guard let cable = port.cable else { return nil }
        return world.cables[cable].ends.first { $0.device != index }?.device
      }
      return DeviceInfo(
        name: device.name, label: device.label, layers: device.layers,
        addresses: device.host?.interfaces.map(\.address.address) ?? [],
        hardware: device.host?.interfaces.map(\.mac) ?? [], neighbours: neighbours)
    }
  }
}
