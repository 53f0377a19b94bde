/// A host's neighbours: which MAC address an IPv4 address has on a link (RFC 826, RFC 1122 §2.3.2), with Linux's
/// neighbour states in short.
package struct ARPCache: Equatable, Sendable {
  package enum State: String, Sendable {
    /// Asked, not answered: packets wait.
    case incomplete
    case reachable
    /// Not confirmed lately; still used, and checked on use.
    case stale
    /// Used while stale: a check follows unless something confirms it.
    case delay
    /// Asked the known neighbour itself (unicast).
    case probe
  }

  package struct Row: Equatable, Sendable {
    package var interface: Int
    package var address: IPv4Address
    /// nil while incomplete.
    package var mac: MACAddress?
    package var state: State
    /// When the state began, or the last question went out (nanoseconds).
    package var since: Int64
    /// When a transport last knew that the neighbour is alive; nil: never since the state began.
    package var confirmed: Int64?
    /// Questions asked so far.
    package var attempts = 0
    /// The moment that wrote the row.
    package var moment: Int
    /// The moment in which the state began, or the last question went out.
    package var started: Int
    /// The moment that named this address as next hop, when a packet did.
    package var wanted: Int = 0
    /// Packets waiting for the answer, first out first.
    package var waiting: [Waiting] = []

    /// When something must happen to it. Only an unknown neighbour holds up what somebody waits for.
    func deadline(_ settings: Settings) -> (time: Int64, maintenance: Bool) {
      switch state {
      case .incomplete: (since + settings.retry, false)
      case .reachable: (max(since, confirmed ?? since) + settings.reachable, true)
      case .stale: (since + settings.keep, true)
      case .delay: (since + settings.delay, true)
      case .probe: (since + settings.retry, true)
      }
    }
  }

  /// A packet that waits for the answer.
  package struct Waiting: Equatable, Sendable {
    package var send: LinkSend
    /// The moment in which it began to wait.
    package var moment: Int
    /// What goes on when the answer is there.
    var work: Work
  }

  /// Linux's defaults (nanoseconds and counts).
  package struct Settings: Equatable, Sendable {
    package var retry: Int64 = 1_000_000_000
    package var attempts = 3
    package var reachable: Int64 = 30_000_000_000
    package var delay: Int64 = 5_000_000_000
    /// How long a new row holds against another answer.
    package var lock: Int64 = 1_000_000_000
    /// How long an unused stale row is kept.
    package var keep: Int64 = 60_000_000_000
    /// Packets that may wait for one answer.
    package var waiting = 101
    package init() {}
  }

  package var settings = Settings()
  package private(set) var rows: [Row] = []

  package init() {}

  package func row(_ address: IPv4Address, on interface: Int) -> Row? {
    index(address, interface).map { rows[$0] }
  }

  func nextDeadline(maintenance: Bool) -> Int64? {
    var next: Int64?
    for row in rows {
      let deadline = row.deadline(settings)
      if deadline.maintenance == maintenance, next == nil || deadline.time < next! { next = deadline.time }
    }
    return next
  }

  /// The first row whose time has come.
  func due(at now: Int64) -> Row? { rows.first { $0.deadline(settings).time <= now } }

  mutating func update(_ address: IPv4Address, on interface: Int, _ change: (inout Row) -> Void) {
    guard let index = index(address, interface) else { return }
    change(&rows[index])
  }

  mutating func insert(_ row: Row) { rows.append(row) }

  @discardableResult
  mutating func remove(_ address: IPv4Address, on interface: Int) -> Row? {
    index(address, interface).map { rows.remove(at: $0) }
  }

  private func index(_ address: IPv4Address, _ interface: Int) -> Int? {
    rows.firstIndex { $0.address == address && $0.interface == interface }
  }
}
