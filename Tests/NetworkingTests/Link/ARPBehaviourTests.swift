import Testing

@testable import Networking

private func ping(_ count: Int = 1, to: String = "printer") -> [String] { ["laptop: ping \(to) \(count)"] }

@Test func aPacketWithoutANeighbourWaitsForTheAnswer() throws {
  var story = try Story(Networks.world("two-hosts", script: ping()))
  #expect(
    story.kinds(at: "laptop", ["arp", "eth", "icmp", "ping"]) == [
      "ping.send", "icmp.echo-request", "arp.miss", "arp.request", "eth.accept", "arp.learned", "eth.wrap",
      "eth.accept", "icmp.receive", "ping.reply",
    ])
  let request = try story.only("arp.request", at: "laptop")
  #expect(try story.value("eth.dst", request) == "ff:ff:ff:ff:ff:ff")
  #expect(try story.value("arp.dst.hw_mac", request) == "00:00:00:00:00:00")
  #expect(try story.value("arp.src.proto_ipv4", request) == "10.0.0.2")
  let reply = try story.only("arp.reply", at: "printer")
  #expect(try story.value("eth.dst", reply) == "00:00:5e:00:53:10")
  #expect(try story.value("arp.src.hw_mac", reply) == "00:00:5e:00:53:12")
  #expect(try story.value("arp.dst.proto_ipv4", reply) == "10.0.0.2")
}

@Test func theAskedSideLearnsTheAskerAndAnswersWithoutAsking() throws {
  let story = try Story(Networks.world("two-hosts", script: ping()))
  #expect(story.kinds(at: "printer", ["arp"]) == ["arp.learned", "arp.reply"])
  let learned = try story.only("arp.learned", at: "printer")
  let wrapped = try story.only("eth.wrap", at: "printer")
  #expect(wrapped.evidence("eth.dst") == FieldOrigin(Ethernet.fields.destination, .arp.cache, learned.number))
}

@Test func whoeverIsNotAskedSaysNothing() throws {
  let story = try Story(Networks.world("home", script: ["laptop: ping router"]))
  for device in ["phone", "printer"] {
    #expect(story.kinds(at: device, ["arp"]) == ["arp.ignore"])
    #expect(try story.only("arp.ignore", at: device).drop == .link.notForMe)
    #expect(story.world.host(device).arp.rows.isEmpty)
  }
}

@Test func threeQuestionsASecondApartThenTheHostIsUnreachable() throws {
  let story = try Story(Networks.world("two-hosts", script: ["laptop: ping 10.0.0.99"]))
  #expect(
    story.kinds(at: "laptop", ["arp", "socket", "ping"]) == [
      "ping.send", "arp.miss", "arp.request", "arp.retry", "arp.retry", "arp.failed", "socket.error",
      "ping.failed",
    ])
  let asked = (story.all("arp.request") + story.all("arp.retry")).map(\.time)
  #expect(asked == [0, 1_000_000_000, 2_000_000_000])
  let failed = try story.only("arp.failed")
  #expect(failed.time == 3_000_000_000 && failed.drop == .arp.noNeighbour)
  #expect(story.world.host("laptop").arp.rows.isEmpty)
}

@Test func everyQuestionHasTheOneBeforeAsItsCause() throws {
  let story = try Story(Networks.world("two-hosts", script: ["laptop: ping 10.0.0.99"]))
  let miss = try story.only("arp.miss")
  let retries = story.all("arp.retry")
  #expect(retries.map(\.cause) == [miss.number, retries[0].number])
  #expect(try story.only("arp.failed").cause == retries[1].number)
}

@Test func aRouterTellsTheSenderWhoseHostDoesNotAnswer() throws {
  var story = try Story(Networks.world("home", script: ["laptop: ping 198.51.100.13"]))
  let error = try story.only("icmp.unreachable", at: "hall")
  #expect(try story.value("icmp.code", error) == "1")
  #expect(story.kinds(at: "laptop", ["ping"]) == ["ping.send", "ping.failed"])
  #expect(try story.only("socket.error", at: "laptop").detail("reason") == "unreachable")
}

@Test func moreThanOnePacketMayWait() throws {
  var world = try Networks.world("two-hosts", script: ping(2))
  world.devices[0].host!.arp.settings.retry = 2_500_000_000
  world.unplug("printer")
  let story = try Story(world)
  #expect(
    story.kinds(at: "laptop", ["arp"]) == [
      "arp.miss", "arp.request", "arp.wait", "arp.retry", "arp.retry", "arp.failed",
    ])
  #expect(story.all("ping.failed").count == 2)
}

@Test func aFullWaitingRoomDropsThePacket() throws {
  var world = try Networks.world("two-hosts", script: ping(2))
  world.devices[0].host!.arp.settings.waiting = 1
  world.devices[0].host!.arp.settings.retry = 2_500_000_000
  world.unplug("printer")
  let story = try Story(world)
  #expect(try story.only("eth.drop", at: "laptop").drop == .arp.waitingFull)
}

@Test func anAgedNeighbourIsUsedAndThenAskedItself() throws {
  var world = try Networks.world("two-hosts", script: ping(40))
  world.devices[0].host!.arp.settings.reachable = 10_000_000_000
  var story = try Story(world)
  // Meanwhile the printer, which has only been asked, asks in turn.
  #expect(
    story.kinds(at: "laptop", ["arp"]).prefix(7) == [
      "arp.miss", "arp.request", "arp.learned", "arp.heard", "arp.reply", "arp.stale", "arp.probe",
    ])
  let stale = story.all("arp.stale", at: "laptop")[0]
  let probe = story.all("arp.probe", at: "laptop")[0]
  // Fresh 10 s from the answer; the next packet starts the 5 s after which it is checked.
  let used = story.all("eth.wrap", at: "laptop").first { $0.time > stale.time }!
  #expect(probe.time == used.time + 5_000_000_000)
  #expect(probe.cause == used.number)
  #expect(try story.value("eth.dst", probe) == "00:00:5e:00:53:12")
  #expect(try story.value("arp.dst.hw_mac", probe) == "00:00:00:00:00:00")
  #expect(story.all("ping.reply").count == 40)
}

@Test func anUnusedNeighbourIsForgotten() throws {
  var story = try Story(Networks.world("two-hosts", script: ping()))
  #expect(story.timeline.isComplete)
  story.goOn { $0.kind.name == "arp.expired" && $0.device == 0 }
  let learned = story.all("arp.learned", at: "laptop")[0]
  let stale = story.all("arp.stale", at: "laptop")[0]
  let expired = story.all("arp.expired", at: "laptop")[0]
  #expect(stale.time == learned.time + 30_000_000_000 && stale.cause == learned.number)
  #expect(expired.time == stale.time + 60_000_000_000 && expired.cause == stale.number)
  #expect(story.world.host("laptop").arp.rows.isEmpty)
}

@Test func aPulledCableLosesEveryQuestion() throws {
  var world = try Networks.world("two-hosts", script: ping())
  world.unplug("laptop")
  let story = try Story(world)
  #expect(
    story.all("phy.drop", at: "laptop").map(\.drop) == [
      .physical.noCable, .physical.noCable, .physical.noCable,
    ])
  #expect(story.kinds(at: "laptop", ["ping"]) == ["ping.send", "ping.failed"])
  #expect(story.timeline.transmissions.isEmpty)
}
