/// A port that accepts connections (LISTEN). The connections themselves stand in the host's list; this holds their
/// queues.
package struct TCPListener: Equatable, Sendable {
  /// Address 0.0.0.0: any of the host's.
  package let local: Endpoint
  /// Connections that may wait to be accepted.
  package let backlog: Int
  /// SYN came, the handshake is not finished.
  package private(set) var halfOpen: [TCPConnection.ID] = []
  /// Established, not yet accepted; oldest first.
  package private(set) var ready: [TCPConnection.ID] = []

  package init(local: Endpoint, backlog: Int) {
    self.local = local
    self.backlog = max(0, backlog)
  }

  package func hears(_ endpoint: Endpoint) -> Bool {
    local.port == endpoint.port && (local.address == .unspecified || local.address == endpoint.address)
  }

  /// What to do with a segment that belongs to no connection.
  package enum Answer: Equatable, Sendable {
    /// A SYN: make a connection (`opening: false`), give it the SYN, and `add` it.
    case open
    case drop(TCPDropReason)
    /// Answer with `TCPConnection.refusal`.
    case refuse
  }

  /// RFC 9293 §3.10.7.2.
  package func answer(to header: TCP) -> Answer {
    if header.rst { return .drop(.noConnection) }
    if header.ack { return .refuse }
    guard header.syn else { return .drop(.noSYN) }
    return ready.count > backlog || halfOpen.count > backlog ? .drop(.backlogFull) : .open
  }

  package mutating func add(_ id: TCPConnection.ID) { halfOpen.append(id) }

  /// The connection's handshake is done: it says `connected`.
  package mutating func completed(_ id: TCPConnection.ID) {
    guard let index = halfOpen.firstIndex(of: id) else { return }
    halfOpen.remove(at: index)
    ready.append(id)
  }

  /// The oldest connection that waits.
  package mutating func accept() -> TCPConnection.ID? { ready.isEmpty ? nil : ready.removeFirst() }

  /// The connection has ended before anybody accepted it.
  package mutating func remove(_ id: TCPConnection.ID) {
    halfOpen.removeAll { $0 == id }
    ready.removeAll { $0 == id }
  }
}

extension TCPConnection {
  /// In TIME-WAIT a SYN that is surely newer may open the same connection again (RFC 9293 §3.6.1, RFC 6191): the host
  /// then forgets this one and treats the SYN as new.
  package func mayBeReplaced(by header: TCP) -> Bool {
    guard state == .timeWait, header.syn, !header.ack, !header.rst else { return false }
    if options.timestamps, let stamp = header.timestamps, let recent = recentTimestamp {
      return Int32(truncatingIfNeeded: stamp.value &- recent.value) > 0
    }
    return header.sequence > receive.next.value
  }
}
