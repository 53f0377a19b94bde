import Testing

@testable import Networking

/// A narrated test of one side of a connection. Sequence numbers are relative: ours to `ours`, the other side's to
/// `theirs`. When an expectation fails the whole story is printed.
struct TCPScript {
  static let laptop = Endpoint(IPv4Address(0xc000_0282), 40_000)
  static let web = Endpoint(IPv4Address(0xc633_640a), 80)
  static let linux: [TCPOption] = [
    .maximumSegmentSize(1460), .sackPermitted, .timestamps(value: 9000, echo: 0), .noOperation,
    .windowScale(7),
  ]

  var connection: TCPConnection
  let ours: SequenceNumber
  let theirs: SequenceNumber
  /// TSval of what arrives; nil: without the option.
  var theirClock: UInt32? = 9000
  private(set) var now: Int64 = 0
  private var moment = 0
  private(set) var story: [String] = []
  private(set) var emitted: [TCPOutgoingSegment] = []
  /// Everything but segments, since the last look.
  private(set) var told: [TCPEffect] = []

  init(
    opening: Bool = true, ours: UInt32 = 1_000_000, theirs: UInt32 = 5_000_000,
    _ change: (inout TCPSettings) -> Void = { _ in }
  ) {
    var settings = TCPSettings()
    change(&settings)
    self.ours = SequenceNumber(ours)
    self.theirs = SequenceNumber(theirs)
    connection = TCPConnection(
      TCPConnection.ID(local: opening ? Self.laptop : Self.web, remote: opening ? Self.web : Self.laptop),
      opening: opening, settings: settings, initialSequenceNumber: SequenceNumber(ours), timestampOffset: 500,
      identification: 100, moment: 0)
  }

  // MARK: What happens

  mutating func handle(_ event: TCPEvent, _ words: String) {
    moment += 1
    story.append("\(milliseconds) \(words)")
    let effects = connection.handle(event, at: now, moment: moment)
    for effect in effects {
      if case .emit(let segment) = effect {
        emitted.append(segment)
        story.append("    → \(describe(segment))")
      } else {
        told.append(effect)
        story.append("    \(effect)")
      }
    }
    if let broken = connection.brokenInvariant { fail(broken) }
  }

  mutating func connect() { handle(.connect, "connect") }
  mutating func send(_ count: Int) { send((0..<count).map { UInt8(truncatingIfNeeded: $0) }) }
  mutating func send(_ bytes: [UInt8]) { handle(.send(bytes), "send \(bytes.count)") }
  mutating func receive(_ maximum: Int = 1_000_000) { handle(.receive(maximum), "receive") }
  mutating func shutdown() { handle(.shutdown, "shutdown") }
  mutating func close() { handle(.close, "close") }

  /// `flags` as in `flagNames`: "SYN, ACK".
  mutating func arrive(
    _ flags: String, seq: Int, ack: Int? = nil, data: [UInt8] = [], window: UInt16 = 502,
    options: [TCPOption]? = nil
  ) {
    var header = TCP()
    header.sourcePort = connection.remote.port
    header.destinationPort = connection.local.port
    header.sequence = theirs + seq
    if let ack { header.acknowledgment = ours + ack }
    header.syn = flags.contains("SYN")
    header.ack = flags.contains("ACK")
    header.fin = flags.contains("FIN")
    header.rst = flags.contains("RST")
    header.psh = flags.contains("PSH")
    header.window = window
    header.options = options ?? (header.syn ? Self.linux : stamp)
    handle(
      .segment(header, payload: data),
      "← [\(flags)] seq \(seq) ack \(ack.map(String.init) ?? "-") length \(data.count) window \(window)")
  }

  private var stamp: [TCPOption] {
    guard let theirClock else { return [] }
    return [.noOperation, .noOperation, .timestamps(value: theirClock, echo: 500)]
  }

  mutating func wait(_ time: Int64) { tick(time) }

  /// Lets so many milliseconds go by; what is due happens at its time.
  mutating func tick(_ time: Int64) {
    let end = now + time * 1_000_000
    while let deadline = connection.nextDeadline, deadline.time <= end {
      now = deadline.time
      handle(.timeout(deadline.timer), "timer \(deadline.timer.rawValue)")
    }
    now = end
  }

  /// SYN, SYN-ACK, ACK with Linux's options, nothing of it left to look at.
  mutating func establish(window: UInt16 = 502) {
    if connection.isActiveOpener {
      connect()
      arrive("SYN, ACK", seq: 0, ack: 1, window: 65160)
    } else {
      arrive("SYN", seq: 0, window: 64240)
      arrive("ACK", seq: 1, ack: 1, window: window)
    }
    emitted = []
    told = []
    expect(.established)
  }

  // MARK: What is expected

  mutating func expect(
    _ flags: String, seq: Int? = nil, ack: Int? = nil, length: Int = 0, window: UInt16? = nil,
    reason: TCPEmission? = nil, at time: Int64? = nil, _ place: SourceLocation = #_sourceLocation
  ) {
    let expected = "[\(flags)] seq \(seq.map(String.init) ?? "any") ack \(ack.map(String.init) ?? "any")"
    guard !emitted.isEmpty else { return fail("expected \(expected), nothing was sent", place) }
    let segment = emitted.removeFirst()
    let header = segment.header
    var wrong: [String] = []
    if header.flagNames != flags { wrong.append("flags") }
    if let seq, header.sequence != ours + seq { wrong.append("seq") }
    if let ack, header.acknowledgment != theirs + ack { wrong.append("ack") }
    if segment.payload.count != length { wrong.append("length \(length)") }
    if let window, header.window != window { wrong.append("window \(window)") }
    if let reason, segment.reason != reason { wrong.append("reason \(reason)") }
    if let time, now != time * 1_000_000 { wrong.append("time \(time)") }
    if !wrong.isEmpty { fail("expected \(expected), wrong: \(wrong.joined(separator: ", "))", place) }
  }

  mutating func expectNothing(_ place: SourceLocation = #_sourceLocation) {
    if let first = emitted.first { fail("expected nothing, was \(describe(first))", place) }
  }

  func expect(_ state: TCPState, _ place: SourceLocation = #_sourceLocation) {
    if connection.state != state { fail("expected \(state), is \(connection.state)", place) }
  }

  /// The effect was told since the last look.
  mutating func expect(_ effect: TCPEffect, _ place: SourceLocation = #_sourceLocation) {
    guard let index = told.firstIndex(of: effect) else { return fail("expected \(effect)", place) }
    told.removeFirst(index + 1)
  }

  mutating func forget() {
    emitted = []
    told = []
  }

  /// Takes the next segment without a look at it.
  mutating func next() -> TCPOutgoingSegment? { emitted.isEmpty ? nil : emitted.removeFirst() }

  func fail(_ text: String, _ place: SourceLocation = #_sourceLocation) {
    Issue.record("\(text)\n\(story.joined(separator: "\n"))", sourceLocation: place)
  }

  private var milliseconds: String { "\(now / 1_000_000).\(now / 100_000 % 10) ms" }

  private func describe(_ segment: TCPOutgoingSegment) -> String {
    let header = segment.header
    let acknowledgment = header.ack ? String(header.acknowledgment - theirs) : "-"
    return "[\(header.flagNames)] seq \(header.sequence - ours) ack \(acknowledgment) "
      + "length \(segment.payload.count) window \(header.window) (\(segment.reason.rawValue))"
  }
}
