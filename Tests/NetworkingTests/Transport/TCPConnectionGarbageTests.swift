import Testing

@testable import Networking

@Suite struct TCPConnectionGarbageTests {
  /// A number that is often near one of the connection's own, sometimes anywhere.
  private func number(near numbers: [SequenceNumber], _ random: inout TestRandom) -> SequenceNumber {
    if random.chance(60) { return numbers[random.below(numbers.count)] }
    if random.chance(30) { return SequenceNumber(UInt32(truncatingIfNeeded: random.next())) }
    let base = numbers[random.below(numbers.count)]
    return base
      + [0, 1, -1, 5, -5, 1448, -1448, 70_000, -70_000, Int(Int32.max), Int(Int32.min)][random.below(11)]
  }

  private func header(for tcp: TCPConnection, _ random: inout TestRandom) -> TCP {
    var header = TCP()
    header.sequence = number(near: [tcp.receive.next.value, tcp.receive.edge], &random)
    header.acknowledgment = number(near: [tcp.send.unacknowledged.value, tcp.send.next.value], &random)
    header.syn = random.chance(15)
    header.ack = random.chance(85)
    header.fin = random.chance(20)
    header.rst = random.chance(1)
    header.psh = random.chance(30)
    header.urg = random.chance(5)
    header.window = [0, 1, 127, 502, 65_535][random.below(5)]
    header.urgentPointer = UInt16(random.below(65_536))
    let options: [TCPOption] = [
      .maximumSegmentSize(UInt16(random.below(65_536))), .windowScale(UInt8(random.below(256))),
      .sackPermitted,
      .sack([.init(left: UInt32(random.below(1 << 32)), right: 0)]), .endOfList, .noOperation,
      .timestamps(value: UInt32(random.below(1 << 32)), echo: UInt32(random.below(1 << 32))),
      .other(kind: 254, data: [1]),
    ]
    header.options = options.filter { _ in random.chance(15) }
    return header
  }

  /// 20,000 segments of every sort, mixed with calls and timers, in every state that can be reached.
  @Test func noSegmentTrapsOrBreaksAnInvariant() {
    var random = TestRandom(state: 42)
    var seen: [TCPState] = []
    for round in 0..<500 {
      var settings = TCPSettings()
      settings.receiveBuffer = [1, 100, 3000, 65_536, 1_000_000][random.below(5)]
      settings.sendBuffer = [1, 100, 65_536][random.below(3)]
      settings.windowScale = random.chance(50) ? UInt8(random.below(20)) : nil
      settings.offersTimestamps = random.chance(50)
      let opening = random.chance(50)
      var tcp = TCPConnection(
        TCPConnection.ID(local: TCPScript.laptop, remote: TCPScript.web), opening: opening,
        settings: settings,
        initialSequenceNumber: SequenceNumber(UInt32(truncatingIfNeeded: random.next())), timestampOffset: 0,
        identification: .max, moment: 0)
      var now: Int64 = 0
      var events: [TCPEvent] = [.connect]
      if !opening {
        var syn = TCP()
        syn.syn = true
        syn.sequence = SequenceNumber(UInt32(truncatingIfNeeded: random.next()))
        events = [.segment(syn, payload: [])]
      }
      for step in 0..<60 {
        if let event = events.popLast() {
          _ = tcp.handle(event, at: now, moment: step)
        } else if random.chance(67) {
          let payload = [UInt8](repeating: 7, count: random.chance(50) ? 0 : random.below(3000))
          _ = tcp.handle(.segment(header(for: tcp, &random), payload: payload), at: now, moment: step)
        } else {
          let calls: [TCPEvent] = [
            .send([UInt8](repeating: 1, count: random.below(20_000))), .receive(random.below(5000) - 5),
            .receive(0),
            .shutdown, .close, .unreachable, .send([]),
          ]
          _ = tcp.handle(calls[random.below(random.chance(20) ? 7 : 3)], at: now, moment: step)
        }
        if random.chance(30), let deadline = tcp.nextDeadline {
          now = max(now, deadline.time)
          _ = tcp.handle(.timeout(deadline.timer), at: now, moment: step)
        }
        now += Int64(random.below(50_000_000))
        if !seen.contains(tcp.state) { seen.append(tcp.state) }
        #expect(tcp.brokenInvariant == nil, "round \(round), step \(step)")
      }
    }
    #expect(Set(seen).isSuperset(of: TCPState.allCases.filter { $0 != .listen }), "\(seen)")
  }
}
