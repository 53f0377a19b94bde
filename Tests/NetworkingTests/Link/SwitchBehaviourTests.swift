import Testing

@testable import Networking

@Test func aSwitchFloodsWhatItDoesNotKnowAndForwardsWhatItHasLearned() throws {
  let story = try Story(Networks.world("home", script: ["laptop: ping printer 2"]))
  #expect(
    story.kinds(at: "switch", ["switch"]) == [
      "switch.learn", "switch.flood", "switch.learn", "switch.forward", "switch.forward", "switch.forward",
      "switch.forward", "switch.forward",
    ])
  #expect(story.all("switch.flood")[0].detail("ports") == "2, 3, 4")
  #expect(story.all("switch.learn").map { $0.detail("mac") } == ["00:00:5e:00:53:10", "00:00:5e:00:53:12"])
  // Forwarded because of what was learned, when it was learned.
  let forward = story.all("switch.forward")
  #expect(forward[0].evidence("eth.dst")?.moment == story.all("switch.learn")[0].number)
  #expect(forward[1].evidence("eth.dst")?.moment == story.all("switch.learn")[1].number)
}

@Test func aSwitchLeavesTheFrameAsItIs() throws {
  let story = try Story(Networks.world("home", script: ["laptop: ping printer 2"]))
  let frames = story.timeline.transmissions
  for frame in frames where frame.from.device == story.world.device(named: "switch") {
    let cause = story.moments[story.moments[frame.moment - 1].cause - 1]
    let arrived = frames[try #require(cause.frame) - 1]
    #expect(arrived.bytes == frame.bytes && arrived.to.device == frame.from.device)
    #expect(Array(frame.provenance.dropLast()) == arrived.provenance)
  }
}

@Test func aStationThatMovesIsLearnedAnew() throws {
  var world = try Networks.world("home", script: ["laptop: ping printer", "laptop: ping printer"])
  let first = try Story(world) { $0.kind.name == "ping.reply" }
  // The laptop's cable goes into the phone's socket.
  world = first.world
  world.unplug("phone")
  let (laptop, phone) = (world.devices[0].ports[0].cable!, world.devices[1].ports[0].cable!)
  world.cables[laptop].ends[1].port = 1
  world.devices[3].ports[1].cable = laptop
  world.devices[3].ports[0].cable = nil
  world.devices[1].ports[0].cable = nil
  #expect(phone != laptop)
  let second = try Story(world)
  let moved = try second.only("switch.learn", at: "switch")
  #expect(moved.changes == [TableChange("mac", "00:00:5e:00:53:10", before: "1", after: "2")])
  #expect(second.all("ping.reply").count == 1)
}

@Test func aSwitchForgetsWhoIsSilentForFiveMinutes() throws {
  var story = try Story(Networks.world("two-hosts"))
  story.goOn { $0.kind.name == "switch.expired" }
  let expired = story.moments.last!
  // The printer asks the laptop whether it is still there, five seconds after the ping; the answer is the last frame.
  let last = story.all("switch.forward").last!
  #expect(story.world.devices[2].bridge!.rows.count == 1)
  #expect(expired.time < last.time + 300_000_000_000 && expired.time > last.time + 299_000_000_000)
}

@Test func aFrameForItsOwnSideIsFiltered() throws {
  // Two switches in a row; the first has learned that the printer is behind its port 1, and gets a frame for it there.
  var bridge = LearningSwitch()
  var frame = Ethernet()
  frame.source = MACAddress(1)
  frame.destination = MACAddress(2)
  frame.type = .ipv4
  func step(_ task: Task) -> Moment {
    let work = Work(device: 0, task: task, cause: 1)
    var step = Step(number: 9, now: 0, clock: 0, work: work, random: SeededRandom(seed: 1))
    bridge.perform(task, ports: [0, 1], &step)
    return step.moment!
  }
  #expect(step(.linkReceive(port: 0, bytes: Ethernet.padded(frame.encoded))).kind.name == "switch.learn")
  (frame.source, frame.destination) = (MACAddress(2), MACAddress(1))
  let bytes = Ethernet.padded(frame.encoded)
  #expect(step(.linkReceive(port: 0, bytes: bytes)).kind.name == "switch.learn")
  let filtered = step(.bridge(port: 0, bytes: bytes))
  #expect(filtered.kind.name == "switch.filter" && filtered.drop == .bridge.samePort)
}

@Test func aSwitchWithOneCableHasNowhereToSend() throws {
  var world = try Networks.world("two-hosts")
  world.devices[2].ports[1].cable = nil
  let story = try Story(world)
  #expect(story.all("switch.flood").allSatisfy { $0.drop == .physical.noCable })
  #expect(story.all("ping.failed").count == 1)
}

/// Two hosts on a switch that forgets after 20 s.
private func forgetful(_ script: String...) throws -> Story {
  try Story(
    Networks.world(
      devices: Networks.host("a", "01", "10.0.0.1/24") + Networks.host("b", "02", "10.0.0.2/24")
        + "  s: {kind: switch, label: {en: s, ko: s}, ports: 4, ageing: 20s}\n",
      cables: "  - {ends: [a.eth0, s.1], rate: 1Gbps}\n  - {ends: [b.eth0, s.2], rate: 1Gbps}\n",
      script: script))
}

@Test func aRowGoesWhenItsAddressWasNotHeardOfForSoLong() throws {
  let story = try forgetful("a: ping b", "at 27s: a: ping b")
  let expired = story.all("switch.expired")
  // The one that asked last whether the other is still there was heard first.
  #expect(expired.map { $0.detail("mac") } == ["00:00:5e:00:53:02", "00:00:5e:00:53:01"])
  // Twenty seconds after the last frame from each, not after the first: hosts make sure of their neighbours after 5 s.
  for moment in expired {
    let last = story.moments[moment.cause - 1]
    #expect(moment.time == last.time + 20_000_000_000)
    #expect(
      moment.changes == [
        TableChange(
          "mac", moment.detail("mac")!, before: moment.detail("mac")!.hasSuffix("1") ? "1" : "2", after: nil)
      ])
  }
  // Then what it does not know any more it floods again: a unicast frame, as the hosts still know each other.
  let flood = try #require(story.all("switch.flood").last)
  #expect(flood.time > 27_000_000_000 && flood.detail("mac") == "00:00:5e:00:53:02")
}

@Test func eachFrameFromAnAddressMakesItsRowYoungAgain() throws {
  let story = try forgetful("a: ping b", "at 15s: a: ping b", "at 30s: a: ping b")
  #expect(story.all("switch.expired").isEmpty)
  #expect(story.all("switch.flood").count == 1)
}
