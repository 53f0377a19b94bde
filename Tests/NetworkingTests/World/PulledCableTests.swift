import Testing

@testable import Networking

/// A cable is pulled and plugged in again, a device is asked for something: at any moment, as what-ifs.
@Suite struct PulledCableTests {
  private func home() throws -> Timeline { Timeline.quiet(try Networks.file("home").world(seed: 1)) }

  private func ask(_ line: String, on timeline: Timeline) throws -> Timeline {
    var fork = try timeline.fork(
      .ask(try ScriptLine(line, in: timeline.front.devices)), after: timeline.moments.count)
    _ = fork.extendToEnd()
    return fork
  }

  private func cable(_ one: String, _ other: String, in timeline: Timeline) throws -> Int {
    let ends = Set([one, other].compactMap(timeline.front.device))
    return try #require(timeline.front.cables.firstIndex { Set($0.ends.map(\.device)) == ends })
  }

  @Test func nothingHappensBeforeSomebodyDoesSomething() throws {
    let quiet = try home()
    #expect(quiet.moments.map(\.kind) == [WhatIf.moments.look] && quiet.isComplete && quiet.isQuiet)
    let asked = try ask("laptop: ping printer", on: quiet)
    #expect(asked.moments.contains { $0.kind == MomentKind.ping.reply })
    #expect(asked.moments[1].kind == Command.moments.ping && asked.moments[1].device == nil)
    #expect(quiet.moments.count == 1, "the quiet walk stays as it was")
  }

  @Test func theScriptCanBeBegunAndIsTheSameStory() throws {
    let file = try Networks.file("home")
    var script = try Timeline.quiet(file.world(seed: 1)).fork(.script, after: 1)
    _ = script.extendToEnd()
    var own = Timeline(file.world(seed: 1))
    _ = own.extendToEnd()
    #expect(script.moments.dropFirst(2).map(\.kind) == own.moments.map(\.kind))
    #expect(script.transmissions.map(\.bytes) == own.transmissions.map(\.bytes))
  }

  @Test func aFrameOnAPulledCableIsCutShortAndBothEndsLoseTheCarrier() throws {
    let pinged = try ask("laptop: ping printer", on: home())
    let request = try #require(pinged.transmissions.last { $0.bytes.count == 98 })
    // Right after it began its way, and with its last bit still to come.
    var cut = try pinged.fork(.cut(cable: request.cable), after: request.moment)
    let pulled = cut.moments.count
    _ = cut.extendToEnd()
    let short = try #require(cut.moments.first { $0.kind == MomentKind.physical.cutShort })
    #expect(short.frame == request.number && short.device == request.to.device && short.cause == pulled)
    #expect(short.drop == .physical.cutShort && cut.transmission(request.number).isLost)
    #expect(!pinged.transmission(request.number).isLost)
    let ends = cut.moments.filter { $0.kind == MomentKind.physical.carrierLost }
    #expect(Set(ends.map(\.device)) == Set([request.from.device, request.to.device]))
    #expect(ends.allSatisfy { $0.time == cut.moment(pulled).time && $0.cause == pulled })
    #expect(ends.contains { !$0.changes.isEmpty }, "what was learned over it is forgotten")
    #expect(!cut.moments.dropFirst(pulled).contains { $0.kind == MomentKind.ping.reply })
    #expect(cut.moments.contains { $0.kind == MomentKind.ping.unanswered })
    #expect(throws: WhatIf.Refusal.lost(request.number)) { try cut.fork(.lose(frame: request.number)) }
    #expect(cut.fork(after: pulled).transmission(request.number).isLost == false, "undone with its moment")
  }

  @Test func aFrameThatIsInAlreadyIsTaken() throws {
    let pinged = try ask("laptop: ping printer", on: home())
    let request = try #require(pinged.transmissions.last { $0.bytes.count == 98 })
    let arrival = try #require(
      pinged.moments.first { $0.kind == MomentKind.physical.receive && $0.frame == request.number })
    var cut = try pinged.fork(.cut(cable: request.cable), after: arrival.number)
    _ = cut.extendToEnd()
    #expect(!cut.transmission(request.number).isLost)
  }

  @Test func pulledAndPluggedInItWorksAgain() throws {
    let quiet = try home()
    let cable = try cable("laptop", "switch", in: quiet)
    let cut = try quiet.fork(.cut(cable: cable), after: 1)
    #expect(throws: WhatIf.Refusal.cable(isDown: true)) {
      try cut.fork(.cut(cable: cable), after: cut.moments.count)
    }
    #expect(throws: WhatIf.Refusal.cable(isDown: false)) { try quiet.fork(.plug(cable: cable), after: 1) }
    let failed = try ask("laptop: ping printer", on: cut)
    #expect(failed.moments.contains { $0.drop == .physical.noCable } && failed.transmissions.isEmpty)
    let plugged = try failed.fork(.plug(cable: cable), after: failed.moments.count)
    let again = try ask("laptop: ping printer", on: plugged)
    #expect(again.moments.filter { $0.kind == MomentKind.physical.carrier }.count == 2)
    #expect(again.moments.contains { $0.kind == MomentKind.ping.reply })
  }

  /// A cause that is not earlier would send whoever asks why round and round.
  @Test(arguments: ["browse http://www.example.com/", "browse http://198.51.100.10/", "ping printer"])
  func whatFailsWithoutACableHasEarlierCauses(command: String) throws {
    let quiet = try home()
    let cable = try cable("laptop", "switch", in: quiet)
    let failed = try ask("laptop: \(command)", on: quiet.fork(.cut(cable: cable), after: 1))
    for moment in failed.moments {
      #expect(moment.cause < moment.number, "\(moment.number) \(moment.kind.name) by \(moment.cause)")
    }
  }

  @Test func itGoesOnByReplayAsItWent() throws {
    let pinged = try ask("laptop: browse http://www.example.com/", on: home())
    var random = SeededRandom(seed: 5)
    for _ in 0..<20 {
      let moment = Int(random.number(in: 1...UInt64(pinged.moments.count)))
      let cable = Int(random.number(in: 0...UInt64(pinged.front.cables.count - 1)))
      var cut = try pinged.fork(.cut(cable: cable), after: moment)
      while !cut.isComplete, cut.moments.count < 5000, cut.record() {
        #expect(cut.front.brokenInvariant == nil, "cable \(cable) at \(moment)")
      }
      #expect(cut.isComplete, "cable \(cable) at \(moment) has no end")
      let half = (moment + cut.moments.count) / 2
      var copy = cut.fork(after: half)
      _ = copy.extend(toMoment: cut.moments.count)
      #expect(copy.moments == cut.moments && copy.transmissions == cut.transmissions)
    }
  }
}
