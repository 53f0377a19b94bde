import Testing

@testable import Networking

@Suite struct TCPConnectionPipeTests {
  private func settings(_ random: inout TestRandom) -> TCPSettings {
    var settings = TCPSettings()
    settings.offersTimestamps = random.chance(70)
    settings.windowScale = random.chance(70) ? UInt8(random.below(10)) : nil
    settings.receiveBuffer = [1000, 4000, 20_000, 65_536][random.below(4)]
    settings.sendBuffer = [500, 5000, 87_040][random.below(3)]
    settings.maximumSegmentSize = [536, 1000, 1460][random.below(3)]
    settings.noDelay = random.chance(50)
    return settings
  }

  @Test func streamsArriveWholeOverAPipeThatLosesReordersAndDoubles() {
    for seed: UInt64 in 1...200 {
      var random = TestRandom(state: seed &* 7919)
      let sizes = [random.below(40_000), random.below(40_000)]
      var pipe = TCPPipe(
        seed: seed, lossPercent: random.below(25), sizes: sizes,
        settings: [settings(&random), settings(&random)])
      let streams = pipe.sides.map { Array($0.toSend) }
      pipe.run()
      #expect(pipe.broken == nil, "seed \(seed)")
      #expect(pipe.sides[1].received == streams[0], "seed \(seed): \(describe(pipe))")
      #expect(pipe.sides[0].received == streams[1], "seed \(seed): \(describe(pipe))")
      #expect(pipe.isDone, "seed \(seed): \(describe(pipe))")
    }
  }

  @Test func sameSeedGivesTheSameConnections() {
    func run() -> TCPPipe {
      var pipe = TCPPipe(
        seed: 5, lossPercent: 10, sizes: [30_000, 10], settings: [TCPSettings(), TCPSettings()])
      pipe.run()
      return pipe
    }
    let (a, b) = (run(), run())
    #expect(a.sides.map(\.connection) == b.sides.map(\.connection))
    #expect(a.now == b.now && a.segments == b.segments)
  }

  @Test func aCleanPipeNeedsNoRetransmission() {
    var pipe = TCPPipe(
      seed: 3, lossPercent: 0, sizes: [0, 300_000], settings: [TCPSettings(), TCPSettings()])
    pipe.run()
    #expect(pipe.isDone)
    #expect(pipe.segments < 450, "\(pipe.segments)")
  }

  private func describe(_ pipe: TCPPipe) -> String {
    let sides = pipe.sides.map { side in
      "\(side.connection.state.rawValue) received \(side.received.count) left \(side.toSend.count) "
        + "\(side.end.map(\.rawValue) ?? "")"
    }
    return "\(sides) at \(pipe.now / 1_000_000) ms after \(pipe.moment) steps"
  }
}
