@testable import Networking

/// Chance for tests: SplitMix64.
struct TestRandom: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ z >> 30) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ z >> 27) &* 0x94d0_49bb_1331_11eb
    return z ^ z >> 31
  }
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}

/// Two connections back to back. Segments may be lost, delayed and doubled on the way; each application sends its
/// stream as it has room, reads as it likes, and closes.
struct TCPPipe {
  struct Flying {
    var time: Int64
    var to: Int
    var header: TCP
    var payload: [UInt8]
  }
  struct Side {
    var connection: TCPConnection
    var toSend: ArraySlice<UInt8>
    var received: [UInt8] = []
    var sawEnd = false
    var hasClosed = false
    var end: TCPCloseReason?
  }

  var sides: [Side]
  var flying: [Flying] = []
  var now: Int64 = 0
  var moment = 0
  var random: TestRandom
  var lossPercent: Int
  var segments = 0
  var broken: String?

  init(seed: UInt64, lossPercent: Int, sizes: [Int], settings: [TCPSettings]) {
    var random = TestRandom(state: seed)
    let a = TCPScript.laptop
    let b = TCPScript.web
    sides = [0, 1].map { side in
      let stream = (0..<sizes[side]).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      let connection = TCPConnection(
        TCPConnection.ID(local: side == 0 ? a : b, remote: side == 0 ? b : a), opening: side == 0,
        settings: settings[side],
        initialSequenceNumber: SequenceNumber(UInt32(truncatingIfNeeded: random.next()) | 0xffff_0000),
        timestampOffset: UInt32(truncatingIfNeeded: random.next()), identification: 0, moment: 0)
      return Side(connection: connection, toSend: stream[...])
    }
    self.random = random
    self.lossPercent = lossPercent
  }

  mutating func handle(_ side: Int, _ event: TCPEvent) {
    moment += 1
    let effects = sides[side].connection.handle(event, at: now, moment: moment)
    broken = broken ?? sides[side].connection.brokenInvariant
    for effect in effects {
      switch effect {
      case .emit(let segment): launch(segment, to: 1 - side)
      case .accepted(let count): sides[side].toSend = sides[side].toSend.dropFirst(count)
      case .delivered(let bytes, _): sides[side].received += bytes
      case .endOfStream: sides[side].sawEnd = true
      case .ended(let end): sides[side].end = end
      default: break
      }
    }
  }

  private mutating func launch(_ segment: TCPOutgoingSegment, to side: Int) {
    segments += 1
    for _ in 0..<(random.chance(lossPercent / 2) ? 2 : 1) where !random.chance(lossPercent) {
      let spread = lossPercent == 0 ? 1 : random.chance(20) ? 60_000_000 : 2_000_000
      let delay = 1_000_000 + Int64(random.below(spread))
      flying.append(
        Flying(time: now + delay, to: side, header: segment.header, payload: segment.payload))
    }
  }

  /// What the applications do when they get to it.
  private mutating func work(_ side: Int) {
    let connection = sides[side].connection
    if !sides[side].toSend.isEmpty, connection.writable > 0 {
      handle(side, .send(Array(sides[side].toSend.prefix(1 + random.below(9000)))))
    }
    if connection.readable > 0 || (connection.peerHasClosed && !sides[side].sawEnd), random.chance(70) {
      handle(side, .receive(1 + random.below(9000)))
    }
    if sides[side].toSend.isEmpty, !sides[side].hasClosed, connection.state.isSynchronized {
      sides[side].hasClosed = true
      handle(side, .shutdown)
    }
  }

  var isDone: Bool {
    sides.allSatisfy { ($0.connection.state == .closed || $0.connection.state == .timeWait) && $0.sawEnd }
  }

  mutating func run() {
    handle(0, .connect)
    for _ in 0..<200_000 {
      if isDone || broken != nil { return }
      for side in 0..<2 { work(side) }
      let arrival = flying.indices.min { flying[$0].time < flying[$1].time }
      let deadlines = (0..<2).compactMap { side in
        sides[side].connection.nextDeadline.map { (side, $0) }
      }
      let deadline = deadlines.min { $0.1.time < $1.1.time }
      if let arrival, flying[arrival].time <= deadline?.1.time ?? .max {
        let segment = flying.remove(at: arrival)
        now = max(now, segment.time)
        deliver(segment)
      } else if let deadline {
        now = max(now, deadline.1.time)
        handle(deadline.0, .timeout(deadline.1.timer))
      } else if sides.allSatisfy({ $0.connection.readable == 0 && $0.sawEnd == $0.connection.peerHasClosed })
      {
        return
      }
    }
  }

  private mutating func deliver(_ segment: Flying) {
    guard sides[segment.to].connection.state == .closed else {
      handle(segment.to, .segment(segment.header, payload: segment.payload))
      return
    }
    guard let answer = TCPConnection.refusal(of: segment.header, payloadLength: segment.payload.count)
    else { return }
    flying.append(Flying(time: now + 1_000_000, to: 1 - segment.to, header: answer, payload: []))
  }
}
