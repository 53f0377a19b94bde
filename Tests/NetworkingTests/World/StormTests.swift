import Testing

@testable import Networking

@Test(arguments: ["network-switch-loop", "stp"])
func aLoopOfSwitchesIsRecognisedByWhatGoesRound(name: String) throws {
  var timeline = Timeline(try CaseNetworks.file(name).world(seed: 1))
  let isOver = timeline.extendToEnd(limit: 20_000)
  #expect(!isOver)
  let storming = timeline.storming.map { timeline.front.devices[$0].name }
  #expect(storming == (name == "stp" ? ["sa", "sb"] : ["s", "s2"]))
  // However often a frame has gone round, it does not grow.
  #expect(timeline.transmissions.map(\.provenance.count).max()! <= 256)
  #expect(timeline.front.devices.flatMap(\.ports).allSatisfy { $0.queue.count <= Port.queueLimit })
}

@Test func whatIsOnlyLongIsNoStorm() throws {
  var timeline = Timeline(
    try Networks.world("two-hosts", script: ["laptop: browse http://10.0.0.20/scan"]))
  let isOver = timeline.extendToEnd(limit: 20_000)
  #expect(!isOver && timeline.storming.isEmpty)
}
