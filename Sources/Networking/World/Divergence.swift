/// What became of a what-if: where a fork goes another way than the walk it was forked from, and the moment that tells.
package struct Divergence: Equatable, Sendable {
  /// Moments that both share.
  package let shared: Int
  /// The walk (left) and the fork (right) from there on.
  package let rows: [AlignedMomentPair]
  /// Place in `rows` of the first difference beside the what-if itself; nil when there is none.
  package let first: Int?
  /// Place in `rows` from which both tell the same to the end; nil when they never agree again.
  package let agreesFrom: Int?
  package let reason: Reason

  /// The moment that tells what became of it: a number of the fork, where not said otherwise.
  package enum Reason: Equatable, Sendable {
    /// Something that the what-if led to was dropped; the moment has the reason.
    case dropped(Int)
    /// An ICMP error about it.
    case icmpError(Int)
    /// A connection was reset.
    case reset(Int)
    /// A timer ran out; mostly something is sent again.
    case timer(Int)
    /// Nobody answers an ARP request, or a ping.
    case unanswered(Int)
    /// A call or a program fails.
    case failed(Int)
    /// A program comes to another result.
    case result(Int)
    /// What a person asked for has come to an end, where the walk had nothing of it.
    case asked(Int)
    /// All that happens happens on both, the fork's moment and more at another time among the rest.
    case moved(Int)
    /// This moment of the walk never happens on the fork.
    case missing(original: Int)
    /// Something else is different.
    case different(Int)
    /// Nothing was different but the bytes, or the time: nobody minds.
    case nobodyMinds
    /// The fork was not recorded to an end.
    case endless

    /// The fork's moment, where it is one.
    package var moment: Int? {
      switch self {
      case .dropped(let number), .icmpError(let number), .reset(let number), .timer(let number),
        .unanswered(let number), .failed(let number), .result(let number), .asked(let number),
        .moved(let number), .different(let number):
        number
      case .missing, .nobodyMinds, .endless: nil
      }
    }
  }

  /// Both recorded to their end.
  package init(original: Timeline, fork: Timeline) {
    let rows = AlignedMomentPair.rows(original, fork)
    self.rows = rows
    shared = rows.first.map { ($0.left ?? $0.right)! - 1 } ?? fork.moments.count
    first = rows.firstIndex { row in
      !row.isSame && !(row.right.map(fork.isIntervention) ?? false)
    }
    let rest = rows.lastIndex { !$0.isSame }.map { $0 + 1 }
    agreesFrom = rest.flatMap { $0 < rows.count ? $0 : nil }
    reason = DivergenceClassifier(original: original, fork: fork, rows: rows, shared: shared).reason
  }
}

/// Looks for the moment that tells what became of a what-if.
private struct DivergenceClassifier {
  let original: Timeline
  let fork: Timeline
  let rows: [AlignedMomentPair]
  let shared: Int

  var reason: Divergence.Reason {
    guard fork.isComplete else { return .endless }
    let others = rows.filter { !$0.isSame }
    let moved = MovedMoments(original: original, fork: fork, rows: others)
    let news = others.compactMap(\.right).filter { !moved.unchanged.contains($0) && !fork.isIntervention($0) }
      .map { fork.moment($0) }
    let effects = effects
    let wasDropped = Set(
      others.filter { $0.left.map { original.moment($0).drop != nil } ?? false }.map(\.right))
    func first(_ fits: (Moment) -> Bool) -> Int? { news.first(where: fits)?.number }
    if let number = first({
      $0.drop != nil && effects.contains($0.number) && !wasDropped.contains($0.number) && !isBystander($0)
    }) {
      return .dropped(number)
    }
    if let number = first(\.isICMPError) { return .icmpError(number) }
    if let number = first(\.isReset) { return .reset(number) }
    if let number = first(\.isTimer) { return .timer(number) }
    if let number = first(\.isUnanswered) { return .unanswered(number) }
    if let number = first(\.isFailure) { return .failed(number) }
    let asked = asked
    if let end = news.last(where: { $0.layer == .application && $0.device.map(asked.contains) == true }) {
      return .asked(end.number)
    }
    if let number = first({ $0.layer == .application }) { return .result(number) }
    if let number = others.first(where: { $0.right == nil && !moved.originals.contains($0.left!) })?.left {
      return .missing(original: number)
    }
    if let number = first({ _ in true }) { return .different(number) }
    if let number = moved.unchanged.min() { return .moved(number) }
    return .nobodyMinds
  }

  /// Devices that a person on the fork asks for something that the walk does not.
  private var asked: Set<Int> {
    let later = fork.interventions.filter { $0.moment > shared }.map(\.whatIf)
    return later.reduce(into: []) { devices, whatIf in
      switch whatIf {
      case .ask(let line): devices.insert(line.device)
      case .script: devices.formUnion(fork.front.script.map(\.device))
      case .edit, .lose, .delay, .damage, .cut, .plug, .join, .restart, .wait, .decide, .look: break
      }
    }
  }

  /// The moments that a what-if of this fork led to.
  private var effects: Set<Int> {
    var found = Set(fork.interventions.map(\.moment).filter { $0 > shared })
    for moment in fork.moments.dropFirst(shared) where found.contains(moment.cause) {
      found.insert(moment.number)
    }
    return found
  }

  /// Whether this only ignores what is meant for somebody else, who gets it too.
  private func isBystander(_ moment: Moment) -> Bool {
    if moment.kind == MomentKind.arp.ignore { return true }
    guard moment.kind == MomentKind.link.ignore, let frame = moment.frame else { return false }
    let sender = fork.moment(fork.transmission(frame).moment).cause
    return fork.moments.contains { other in
      guard other.kind == MomentKind.link.accept, let frame = other.frame else { return false }
      return fork.moment(fork.transmission(frame).moment).cause == sender
    }
  }
}

extension Timeline {
  /// A person did something in this moment.
  func isIntervention(_ moment: Int) -> Bool { interventions.contains { $0.moment == moment } }
}

extension Moment {
  /// The story turns here: a frame is in, something ends, a timer runs out, a program does something, a link goes down.
  package var isTurn: Bool {
    let physical = MomentKind.physical
    return [physical.receive, physical.carrier, physical.carrierLost, MomentKind.tcp.repeated].contains(kind)
      || drop != nil
      || layer == .application || isTimer || isUnanswered || isFailure || isICMPError || isReset
  }

  fileprivate var isICMPError: Bool {
    kind == MomentKind.icmp.unreachable || kind == MomentKind.icmp.timeExceeded
  }

  fileprivate var isReset: Bool {
    if kind == MomentKind.tcp.reset { return true }
    guard kind == MomentKind.tcp.receive, let flags = details.first(where: { $0.name == "flags" }) else {
      return false
    }
    if case .text(let names) = flags.value { return names.contains("RST") }
    return false
  }

  fileprivate var isTimer: Bool {
    let (tcp, dns) = (MomentKind.tcp, MomentKind.dns)
    return [tcp.retransmit, tcp.timeout, tcp.windowProbe, dns.retry].contains(kind)
  }

  fileprivate var isUnanswered: Bool {
    [MomentKind.arp.retry, MomentKind.arp.failed, MomentKind.ping.unanswered].contains(kind)
  }

  fileprivate var isFailure: Bool {
    let (dns, ping, browser) = (MomentKind.dns, MomentKind.ping, MomentKind.browser)
    // That a name has no record of one type is an answer like others: who needs one fails for itself.
    return [
      MomentKind.socket.error, dns.timeout, dns.failed, dns.truncated, dns.nxdomain, ping.failed,
      browser.failed, MomentKind.printer.failed, MomentKind.spooler.failed,
    ]
    .contains(kind)
  }
}
