/// `ping`: ICMP echo requests, one a second, and their replies (RFC 792, RFC 1122 §3.2.2.6).
package struct Ping: Application {
  package static let name = "ping"

  private var address: IPv4Address?
  private var identifier: UInt16 = 0
  private var sequence: UInt16 = 0
  private var left = 0
  /// Requests of this run so far, those that nobody has answered yet, and the longest round trip (nanoseconds).
  private var sent = 0
  private var open: [UInt16] = []
  private var longest: Int64?
  /// The moments in which the address was given, the identifier chosen, and the last request sent.
  private var asked = 0
  private var chosen = 0
  private var last = 0
  package private(set) var nextDeadline: Int64?

  package init() {}

  package func accepts(_ command: Command) -> Bool {
    if case .ping = command { true } else { false }
  }

  /// Whether echoes with that identifier are its own.
  func sends(_ identifier: UInt16) -> Bool { address != nil && identifier == self.identifier }

  package mutating func handle(_ event: ApplicationEvent, _ calls: inout SystemCalls) {
    switch event {
    case .command(.ping(let address, let count)):
      self.address = address
      left = count
      sequence = 0
      sent = 0
      open = []
      longest = nil
      identifier = calls.step.random.uint16()
      asked = calls.step.work.cause
      chosen = calls.step.number
      echo(&calls)
    case .deadline:
      nextDeadline = nil
      calls.step.blame(last)
      if left > 0 { echo(&calls) } else { giveUp(&calls) }
    case .echoReply(let from, _, sequence: let number, payload: let payload):
      let roundTrip = since(payload, calls)
      longest = max(longest ?? 0, roundTrip)
      settled(number)
      calls.happened(
        MomentKind.ping.reply, PDU(.name("data"), payload),
        [
          Detail("address", .ipv4(from)), Detail("sequence", .number(UInt64(number))),
          Detail("milliseconds", .nanoseconds(roundTrip)),
        ])
    case .unreachable(let address, let number):
      settled(number)
      calls.happened(MomentKind.ping.failed, nil, [Detail("address", .ipv4(address))])
    default: break
    }
  }

  /// 56 bytes as Linux sends them: the time of sending (seconds, microseconds; little endian), then 0x10 to 0x37.
  private mutating func echo(_ calls: inout SystemCalls) {
    guard let address, left > 0 else { return }
    left -= 1
    sequence &+= 1
    last = calls.step.number
    sent += 1
    open.append(sequence)
    nextDeadline = calls.now + (left > 0 ? Self.interval : patience)
    let seconds = UInt64(bitPattern: calls.step.clock + calls.now / 1_000_000_000)
    let microseconds = UInt64(calls.now % 1_000_000_000 / 1000)
    let payload = littleEndian(seconds) + littleEndian(microseconds) + (0x10...0x37).map { UInt8($0) }
    calls.happened(
      MomentKind.ping.send, PDU(.name("data"), payload),
      [Detail("address", .ipv4(address)), Detail("sequence", .number(UInt64(sequence)))])
    calls.step.then(
      .icmpSend(
        .echoRequest(
          EchoRequest(
            to: address, identifier: identifier, sequence: sequence, payload: payload, asked: asked,
            chosen: chosen))), building: true)
  }

  private static let interval: Int64 = 1_000_000_000

  /// How long it waits after its last request, as Linux's `ping` does: 10 s when nothing has come back at all, else
  /// twice the longest round trip and at least a second.
  private var patience: Int64 { longest.map { max(2 * $0, Self.interval) } ?? 10_000_000_000 }

  /// A request has been answered, or its failure told; after the last there is nothing to wait for.
  private mutating func settled(_ number: UInt16) {
    open.removeAll { $0 == number }
    if left == 0, open.isEmpty { nextDeadline = nil }
  }

  /// Nothing more will come: says what is missing.
  private mutating func giveUp(_ calls: inout SystemCalls) {
    guard let address, !open.isEmpty else { return }
    calls.happened(
      MomentKind.ping.unanswered, nil,
      [
        Detail("address", .ipv4(address)), Detail("missing", .number(UInt64(open.count))),
        Detail("count", .number(UInt64(sent))),
      ])
    open = []
  }

  /// Nanoseconds since the time that stands in an echoed payload, to the microsecond; 0 when that time is yet to come,
  /// as Linux's `ping` has it.
  private func since(_ payload: [UInt8], _ calls: SystemCalls) -> Int64 {
    guard payload.count >= 16 else { return 0 }
    func number(_ at: Int) -> Int64 {
      Int64(truncatingIfNeeded: (0..<8).reduce(UInt64(0)) { $0 | UInt64(payload[at + $1]) << (8 * $1) })
    }
    let (seconds, microseconds) = (number(0) &- calls.step.clock, number(8))
    return max(0, calls.now &- (seconds &* 1_000_000_000 &+ microseconds &* 1000))
  }

  private func littleEndian(_ value: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}

package struct PingMoments: MomentSet {
  package let send = MomentKind("ping.send", .application, .ipv4("address"), .number("sequence"))
  package let reply = MomentKind(
    "ping.reply", .application, .ipv4("address"), .number("sequence"), .time("milliseconds", in: .thousandths)
  )
  /// It waits no longer.
  package let unanswered = MomentKind(
    "ping.unanswered", .application, .ipv4("address"), .number("missing"), .number("count"))
  package let failed = MomentKind("ping.failed", .application, .ipv4("address"))
}

extension MomentKind { package static let ping = PingMoments() }
