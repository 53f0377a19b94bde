import Networking

/// One TCP connection seen from both its ends, up to a moment.
package struct TCPConversation: Sendable {
  /// One end: its host, and all the states it went through.
  package struct End: Sendable {
    /// Index of the device; nil when no host of the network has the address.
    package var device: Int?
    package var endpoint: Endpoint
    /// LISTEN where a port is open, else CLOSED.
    package var initial: TCPState
    /// Arcs taken, in order.
    package var arcs: [Arc] = []
    /// Its variables at the moment; of a connection that is over, as they were last.
    package var connection: TCPConnection?
    /// SND.UNA before the moment.
    package var acknowledgedBefore: SequenceNumber?

    package var state: TCPState { arcs.last?.to ?? initial }
    /// The first state and those that the arcs led to.
    package var states: [TCPState] { [initial] + arcs.map(\.to) }
    /// The one that an arc led away from.
    package func state(beforeArc index: Int) -> TCPState { index == 0 ? initial : arcs[index - 1].to }
  }

  /// A change of state.
  package struct Arc: Equatable, Sendable {
    package var moment: Int
    package var to: TCPState
    /// As figure 5 of RFC 9293 has it: `rcv SYN,ACK / snd ACK`.
    package var label: String
  }

  /// Who opened it first.
  package private(set) var ends: [End]
  /// The segment in hand, with the index of the end that sent it.
  package private(set) var segment: Segment?

  package struct Segment: Sendable {
    package var header: TCP
    /// Octets of payload.
    package var length: Int
    package var from: Int

    /// Sequence numbers it takes: SYN and FIN count as one each.
    package var end: SequenceNumber {
      header.sequence + length + (header.syn ? 1 : 0) + (header.fin ? 1 : 0)
    }
  }

  /// nil when the moment has nothing to do with TCP.
  package init?(at scene: Scene, in recording: Recording) {
    let timeline = recording.timeline
    guard let found = TCPConversation.endpoints(at: scene, in: recording) else { return nil }
    let now = scene.world ?? timeline.world(after: scene.moment.number)
    ends = [found.source, found.destination].map { endpoint in
      let device = now.devices.firstIndex {
        $0.host?.interfaces.contains { $0.address.address == endpoint.address } ?? false
      }
      return End(device: device, endpoint: endpoint, initial: .closed)
    }
    for index in ends.indices {
      let other = ends[1 - index].endpoint
      ends[index].learn(from: recording, until: scene.moment.number, now, remote: other)
    }
    let before =
      scene.since == scene.moment.number - 1
      ? scene.earlier ?? timeline.world(after: scene.since) : timeline.world(after: scene.moment.number - 1)
    for index in ends.indices {
      let id = TCPConnection.ID(local: ends[index].endpoint, remote: ends[1 - index].endpoint)
      guard let device = ends[index].device, let tcp = before.devices[device].host?.tcp else { continue }
      ends[index].acknowledgedBefore = tcp.index(id).map {
        tcp.sockets[$0].connection.send.unacknowledged.value
      }
    }
    let isSwapped = ends[1].isActiveOpener && !ends[0].isActiveOpener
    if isSwapped { ends.swapAt(0, 1) }
    if let unit = scene.unit, let (header, length) = unit.segment {
      segment = Segment(header: header, length: length, from: isSwapped ? 1 : 0)
    }
  }

  /// Source and destination of the segment in hand, or of the connection that the moment changed.
  package static func endpoints(at scene: Scene, in recording: Recording) -> (
    source: Endpoint, destination: Endpoint
  )? {
    if let unit = scene.unit, unit.hasHeaders {
      guard let index = unit.layers.lastIndex(where: { $0.header is TCP }) else { return nil }
      let header = unit.layers[index].header as! TCP
      if let ip = unit.layers[..<index].last(where: { $0.header is IPv4 })?.header as? IPv4 {
        return (Endpoint(ip.source, header.sourcePort), Endpoint(ip.destination, header.destinationPort))
      }
      return known(
        at: scene.moment, ports: (header.sourcePort, header.destinationPort), recording)
    }
    // Data in a program's hands, or nothing yet: what the same device did in TCP just before.
    var number = scene.moment.number
    while number > 0 {
      let moment = recording.timeline.moment(number)
      guard moment.device == scene.moment.device else { return nil }
      if let key = moment.changes.last(where: { $0.table == "connection" })?.key {
        return Endpoint.pair(key)
      }
      if moment.layer == .transport, let ports = moment.ports {
        return known(at: moment, ports: ports, recording)
      }
      number = moment.layer >= .transport ? moment.cause : 0
    }
    return nil
  }

  /// The connection of a device that has these ports: of a segment that has no IP header yet, or not any more.
  private static func known(
    at moment: Moment, ports: (source: UInt16, destination: UInt16), _ recording: Recording
  ) -> (source: Endpoint, destination: Endpoint)? {
    guard let device = moment.device else { return nil }
    for number in recording.connectionMoments.reversed() where number <= moment.number {
      let earlier = recording.timeline.moment(number)
      guard earlier.device == device else { continue }
      for change in earlier.changes where change.table == "connection" {
        guard let pair = Endpoint.pair(change.key) else { continue }
        if pair.source.port == ports.source, pair.destination.port == ports.destination { return pair }
        // It came in, and its IP header is off.
        if pair.source.port == ports.destination, pair.destination.port == ports.source {
          return (pair.destination, pair.source)
        }
      }
    }
    return nil
  }
}

extension TCPConversation.End {
  /// SND.UNA. What ends a connection can confirm the FIN, and the connection is gone before its variables say so.
  package var acknowledged: Traced<SequenceNumber>? {
    guard let send = connection?.send else { return nil }
    guard let last = arcs.last, last.to == .closed, last.label.hasPrefix(TCPTrigger.receivedACKOfFIN.rawValue)
    else { return send.unacknowledged }
    return Traced(send.next.value, last.moment)
  }

  package var isActiveOpener: Bool { arcs.first?.label.hasPrefix(TCPTrigger.activeOpen.rawValue) ?? false }

  /// Reads what the record says about this end.
  fileprivate mutating func learn(
    from recording: Recording, until moment: Int, _ now: World, remote: Endpoint
  ) {
    guard let device, let host = now.devices[device].host else { return }
    let id = TCPConnection.ID(local: endpoint, remote: remote)
    let key = "\(endpoint) \(remote)"
    let isListening = host.tcp.listeners.contains { $0.listener.hears(endpoint) }
    initial = isListening ? .listen : .closed
    for number in recording.connectionMoments where number <= moment {
      let record = recording.timeline.moment(number)
      guard record.device == device else { continue }
      let changes = record.changes.filter { $0.table == "connection" }
      let labels = record.details.filter { $0.name == "arc" }
      for (index, change) in changes.enumerated() where change.key == key {
        guard let to = change.after.flatMap(TCPState.init(rawValue:)) else { continue }
        let label = if index < labels.count, case .text(let text) = labels[index].value { text } else { "" }
        // The same ports again: another connection.
        if let before = change.before.flatMap(TCPState.init(rawValue:)),
          before == .closed || before == .listen
        {
          arcs = []
          initial = before
        }
        arcs.append(TCPConversation.Arc(moment: record.number, to: to, label: label))
      }
    }
    if let index = host.tcp.index(id) {
      connection = host.tcp.sockets[index].connection
    } else if let last = arcs.last, last.to == .closed,
      let before = recording.timeline.world(after: last.moment - 1).devices[device].host,
      let index = before.tcp.index(id)
    {
      connection = before.tcp.sockets[index].connection
    }
  }
}

extension Endpoint {
  /// `192.0.2.130:49152 203.0.113.80:80`, as the connection table's key is written.
  fileprivate static func pair(_ key: String) -> (source: Endpoint, destination: Endpoint)? {
    let ends = key.split(separator: " ").compactMap { part -> Endpoint? in
      let halves = part.split(separator: ":")
      guard halves.count == 2, let address = IPv4Address(String(halves[0])), let port = UInt16(halves[1])
      else {
        return nil
      }
      return Endpoint(address, port)
    }
    return ends.count == 2 ? (ends[0], ends[1]) : nil
  }
}

extension Moment {
  /// The ports its details name.
  fileprivate var ports: (source: UInt16, destination: UInt16)? {
    func port(_ name: String) -> UInt16? {
      guard case .number(let number)? = details.first(where: { $0.name == name })?.value else { return nil }
      return UInt16(exactly: number)
    }
    guard let source = port("source"), let destination = port("destination") else { return nil }
    return (source, destination)
  }
}

extension Dissection {
  /// It has headers of the link, the internet or the transport, not only what a program reads and writes.
  fileprivate var hasHeaders: Bool { layers.contains { $0.protocol.layer < .socket } }

  /// The innermost TCP header, with the octets after it.
  fileprivate var segment: (header: TCP, length: Int)? {
    guard let index = layers.lastIndex(where: { $0.header is TCP }), let header = layers[index].header as? TCP
    else { return nil }
    let field = layers[index].nodes.first { $0.field.name == "tcp.len" }
    if case .number(let length)? = field?.value { return (header, Int(clamping: length)) }
    return (header, max(0, bytes.count - layers[index].bytes.upperBound))
  }
}
