/// A host's TCP: its listening ports and its connections.
package struct TCPSockets: Equatable, Sendable {
  package struct Socket: Equatable, Sendable {
    /// nil while nobody has accepted it, and when the application has closed it.
    package var descriptor: Int?
    /// Index of the application that has it, or will.
    package var owner: Int
    package var connection: TCPConnection
    /// What `send` was given and, from `blockedFrom` on, did not take yet: the application is blocked in its calls
    /// until it fits. The bytes are shared with the caller, not copied.
    package var blocked: [UInt8] = []
    package var blockedFrom = 0
    /// How many calls of `send` those bytes are from.
    var blockedCalls = 0
    /// The application's moments that led to those bytes.
    var blockedBuilders: [Int] = []
    /// What the send buffer holds, by the moment in which it was taken in.
    var writings: [Writing] = []
    /// Where the remote address came from.
    var origin: ValueOrigin
    /// The moment of the last segment whose IPv4 identification was counted; nil before the first.
    var lastCounted: Int?
    /// The application called `close` while some of its bytes were still waiting.
    package var closesWhenSent = false
    /// The application called `shutdown`: it sends nothing more.
    var isShutDown = false
    /// The application reads what comes in as soon as it is there.
    var isRead = true
  }

  /// A stretch of the send buffer.
  struct Writing: Equatable, Sendable {
    /// The moment in which the kernel took it.
    let moment: Int
    /// One after its last octet.
    let end: SequenceNumber
    /// The moments that built it, the `send` last.
    let provenance: [Int]
  }

  package struct Listening: Equatable, Sendable {
    package var descriptor: Int
    /// Index of the application that has it.
    package var owner: Int
    package var listener: TCPListener
    /// TCP_NODELAY, which its connections inherit: short segments do not wait for an acknowledgment.
    package var noDelay: Bool
    /// Its connections are read only when the application begins to.
    package var readsLate: Bool
  }

  package var settings = TCPSettings()
  package var sockets: [Socket] = []
  package var listeners: [Listening] = []
  var secret = TCPSecret(0, 0)

  package init() {}

  func uses(_ port: UInt16) -> Bool {
    sockets.contains { $0.connection.local.port == port }
      || listeners.contains { $0.listener.local.port == port }
  }

  package func index(_ descriptor: Int) -> Int? { sockets.firstIndex { $0.descriptor == descriptor } }
  package func index(_ id: TCPConnection.ID) -> Int? { sockets.firstIndex { $0.connection.id == id } }

  /// The connection whose timer comes first.
  func next(maintenance: Bool) -> (index: Int, deadline: TCPDeadline)? {
    var best: (Int, TCPDeadline)?
    for index in sockets.indices {
      guard let deadline = sockets[index].connection.nextDeadline, deadline.isMaintenance == maintenance
      else {
        continue
      }
      if best == nil || deadline.time < best!.1.time { best = (index, deadline) }
    }
    return best
  }

  func nextDeadline(maintenance: Bool) -> Int64? { next(maintenance: maintenance)?.deadline.time }

  var bufferedBytes: Int {
    sockets.reduce(0) { $0 + 1024 + $1.connection.bufferedBytes }
  }
}

extension TCPConnection {
  /// Octets in its two buffers.
  var bufferedBytes: Int { settings.sendBuffer - sendBuffer.free + receiveBuffer.unread }
}
