import Testing

@testable import Networking

@Test func theAskedSideKnowsTheAskerAsStaleAndAsksItFiveSecondsLater() throws {
  var story = try CaseNetworks.story("odd-long")
  let learned = try #require(story.all("arp.learned", at: "pc").first)
  let world = story.timeline.world(after: learned.number)
  #expect(world.host("pc").arp.rows.map(\.state) == [.stale])
  let used = try #require(story.all("eth.wrap", at: "pc").first)
  let probe = try story.only("arp.probe", at: "pc")
  #expect(probe.time == used.time + 5_000_000_000)
  #expect(try story.value("eth.dst", probe) == "00:00:5e:00:00:02")
  #expect(story.all("ping.reply").count == 12)
  // The asker has been answered, which is enough for it; asked in turn it only hears what it knows.
  #expect(
    story.kinds(at: "pd", ["arp"]) == ["arp.miss", "arp.request", "arp.learned", "arp.heard", "arp.reply"])
  #expect(story.world.host("pd").arp.rows.map(\.state) == [.reachable])
}

@Test func aTransferConfirmsTheNeighbours() throws {
  let story = try CaseNetworks.story("confirm")
  #expect(try story.only("browser.response").time > 70_000_000_000)
  // Question and answer at the beginning, and none for the rest of it.
  let end = try story.only("browser.response").number
  let arp = story.timeline.transmissions.filter { $0.bytes[12] == 8 && $0.bytes[13] == 6 && $0.moment < end }
  #expect(arp.count == 2)
  #expect(story.all("arp.confirmed", at: "srv").count == 1)
}

@Test func aHostAnswersForAllOfItsAddresses() throws {
  let story = try CaseNetworks.story("twoif")
  #expect(story.all("ping.reply", at: "pd").count == 2)
  #expect(story.all("arp.ignore", at: "pc").isEmpty)
  // Both interfaces answer each question; the first answer counts.
  #expect(story.all("arp.reply", at: "pc").count == 4)
  #expect(story.all("arp.refused", at: "pd").allSatisfy { $0.drop == .arp.firstCounts })
  #expect(story.all("arp.refused", at: "pd").count == 2)
}

/// An ARP message that comes to the printer of `two-hosts` in a frame for it alone.
private func arrive(
  _ operation: ARPOperation, from mac: String, _ sender: String, to target: String,
  _ host: inout Networking.Host,
  at now: Int64 = 0, broadcast: Bool = false
) throws -> (Moment, [Networking.Task]) {
  let message = ARP(
    operation, senderMAC: MACAddress(mac)!, senderIP: IPv4Address(sender)!, targetMAC: .zero,
    targetIP: IPv4Address(target)!)
  var frame = Ethernet()
  frame.destination = broadcast ? .broadcast : host.interfaces[0].mac
  frame.source = MACAddress(mac)!
  frame.type = .arp
  let task = Networking.Task.arpReceive(interface: 0, bytes: frame.encoded + message.encoded)
  var step = Step(
    number: 9, now: now, clock: 0, work: Work(device: 0, task: task, cause: 1), random: SeededRandom(seed: 1))
  host.perform(task, &step)
  return (try #require(step.moment), step.followUps.map(\.task))
}

private let other = "00:00:5e:00:53:77"

@Test func aProbeIsAnsweredAndTeachesNothing() throws {
  var host = try Networks.world("two-hosts").host("printer")
  let (moment, next) = try arrive(.request, from: other, "0.0.0.0", to: "10.0.0.20", &host, broadcast: true)
  #expect(moment.kind.name == "arp.probed" && host.arp.rows.isEmpty)
  guard case .arpSend(let send) = next.first else { throw StoryBroken() }
  #expect(send.destination == MACAddress(other) && send.targetIP == .unspecified && send.operation == .reply)
  let ignored = try arrive(.request, from: other, "0.0.0.0", to: "10.0.0.99", &host, broadcast: true)
  #expect(ignored.0.kind.name == "arp.ignore" && ignored.1.isEmpty)
}

@Test func nobodyElseHasItsAddress() throws {
  var host = try Networks.world("two-hosts").host("printer")
  for operation in [ARPOperation.request, .reply] {
    let (moment, next) = try arrive(
      operation, from: other, "10.0.0.20", to: "10.0.0.20", &host, broadcast: true)
    #expect(moment.kind.name == "arp.conflict" && moment.drop == .arp.ownAddress)
    #expect(next.isEmpty && host.arp.rows.isEmpty)
  }
}

/// As a Linux 6.18 kernel takes unasked answers and announcements.
@Test func onlyWhatIsKnownIsTakenUnasked() throws {
  var host = try Networks.world("two-hosts").host("printer")
  #expect(try arrive(.reply, from: other, "10.0.0.5", to: "10.0.0.20", &host).0.drop == .arp.unasked)
  let announced = try arrive(.request, from: other, "10.0.0.5", to: "10.0.0.5", &host, broadcast: true)
  #expect(announced.0.kind.name == "arp.ignore" && host.arp.rows.isEmpty)
  // Any question to it teaches, an answer to it confirms, an announcement only changes the address.
  _ = try arrive(.request, from: other, "10.0.0.5", to: "10.0.0.20", &host, broadcast: true)
  #expect(host.arp.rows.map(\.state) == [.stale])
  _ = try arrive(.reply, from: other, "10.0.0.5", to: "10.0.0.20", &host, at: 1)
  #expect(host.arp.rows.map(\.state) == [.reachable])
  let second = try arrive(
    .reply, from: "00:00:5e:00:53:88", "10.0.0.5", to: "10.0.0.20", &host, at: 500_000_000)
  #expect(second.0.drop == .arp.firstCounts && host.arp.rows.first?.mac == MACAddress(other))
  _ = try arrive(
    .request, from: "00:00:5e:00:53:88", "10.0.0.5", to: "10.0.0.5", &host, at: 600_000_000, broadcast: true)
  #expect(host.arp.rows.map(\.state) == [.stale] && host.arp.rows.first?.mac?.value == 0x0000_5e00_5388)
}

@Test func theLatestPacketsWait() throws {
  var world = try Networks.world("two-hosts", script: ["laptop: ping printer 3"])
  world.devices[0].host!.arp.settings.waiting = 2
  world.devices[0].host!.arp.settings.retry = 2_500_000_000
  world.unplug("printer")
  var story = try Story(world) { $0.kind.name == "arp.failed" }
  #expect(
    story.kinds(at: "laptop", ["arp", "eth"]) == [
      "arp.miss", "arp.request", "arp.wait", "eth.drop", "arp.wait", "arp.retry", "arp.retry", "arp.failed",
    ])
  let dropped = try story.only("eth.drop")
  #expect(dropped.drop == .arp.waitingFull)
  #expect(try story.value("icmp.seq", dropped) == "1")
}
