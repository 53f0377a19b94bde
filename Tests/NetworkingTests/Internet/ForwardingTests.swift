import Testing

@testable import Networking

@Test func theLongestPrefixWins() throws {
  func route(_ prefix: String, _ interface: Int) -> Route {
    Route(IPv4Prefix(prefix)!, gateway: IPv4Address("192.0.2.1"), interface: interface)
  }
  let routes = [
    route("0.0.0.0/0", 0), route("198.51.100.0/24", 1), route("198.51.100.64/26", 2),
    route("198.51.100.65/32", 3), route("198.51.100.64/26", 4),
  ]
  func way(_ address: String) -> Int? { routes.lookup(IPv4Address(address)!)?.interface }
  #expect(way("203.0.113.1") == 0 && way("198.51.100.63") == 1 && way("198.51.100.127") == 2)
  #expect(way("198.51.100.65") == 3)
  #expect(Array(routes.dropFirst()).lookup(IPv4Address("203.0.113.1")!) == nil)
}

@Test func aRouterTakesOneOffTheTTLAndComputesTheChecksumAnew() throws {
  var story = try Story(Networks.world("home", script: ["laptop: ping web"]))
  let way = story.all("ip.forward").prefix(4)
  #expect(way.map { story.name($0) } == ["router", "isp", "core", "hall"])
  #expect(way.map { $0.detail("ttl") } == ["63", "62", "61", "60"])
  for moment in way {
    let dissection = try story.dissection(moment)
    #expect(dissection.nodes(named: "ip.checksum.status").first?.value == .number(1))
    #expect(
      moment.evidence("ip.ttl") == FieldOrigin(IPv4.fields.timeToLive, .internet.decremented, moment.cause))
    #expect(
      moment.evidence("ip.checksum") == FieldOrigin(IPv4.fields.checksum, .internet.computed, moment.number))
  }
}

/// What a packet's route changes, and what it does not.
@Test func onlyMACsTTLAndChecksumChangeOnTheWay() throws {
  var story = try Story(Networks.world("home"))
  var seen: [[UInt8]: [[UInt8]]] = [:]
  for frame in story.timeline.transmissions where frame.bytes[12] == 8 && frame.bytes[13] == 0 {
    let (header, _) = try IPv4.decode(frame.bytes, from: 14)
    var packet = Array(frame.bytes[14..<14 + Int(header.totalLength)])
    packet[8] = 0
    packet[10] = 0
    packet[11] = 0
    seen[packet, default: []].append(frame.bytes)
  }
  // Each packet crosses 3 cables to the resolver and 5 to the web server, or 4 and 7 with the switches'.
  #expect(Set(seen.values.map(\.count)) == [4, 7])
  for frames in seen.values {
    let ttls = try frames.map { try IPv4.decode($0, from: 14).0.timeToLive }
    #expect(ttls == ttls.sorted(by: >) && ttls.first == 64)
  }
  let first = try #require(story.all("phy.transmit").first)
  _ = try story.dissection(first)
}

@Test func aHostDropsWhatIsNotForIt() throws {
  var world = try Networks.world("home", script: ["laptop: ping web"])
  // The laptop takes the phone for its router.
  world.devices[0].host!.routes = [
    Route(IPv4Prefix("192.0.2.128/26")!, interface: 0),
    Route(IPv4Prefix("0.0.0.0/0")!, gateway: IPv4Address("192.0.2.131"), interface: 0),
  ]
  let story = try Story(world)
  #expect(try story.only("ip.drop", at: "phone").drop == .internet.notMine)
}

@Test func withoutARouteTheProgramLearnsItAtOnce() throws {
  var world = try Networks.world(
    "home",
    script: [
      "laptop: ping web", "laptop: browse http://www.example.com/", "laptop: browse http://198.51.100.10/",
    ])
  world.devices[0].host!.routes = []
  let story = try Story(world)
  #expect(story.all("ping.failed").count == 1)
  #expect(
    story.all("browser.failed").map { $0.detail("reason") } == [
      "the name server cannot be reached", "unreachable",
    ])
  #expect(story.timeline.transmissions.isEmpty)
  #expect(story.world.host("laptop").udp.isEmpty)
}

@Test func aRouterWithoutARouteTellsTheSender() throws {
  var story = try Story(Networks.world("home", script: ["laptop: ping 10.9.9.9"]))
  let dropped = try story.only("ip.drop", at: "core")
  #expect(dropped.drop == .internet.noRoute)
  let error = try story.only("icmp.unreachable", at: "core")
  #expect(try story.value("icmp.type", error) == "3" && story.value("icmp.code", error) == "0")
  #expect(error.cause == dropped.number)
  #expect(story.all("ping.failed", at: "laptop").count == 1)
}

@Test func aHostThatTalksToItselfNeedsNoCable() throws {
  var world = try Networks.world("two-hosts", script: ["printer: ping printer", "laptop: ping 10.0.0.2"])
  world.unplug("printer")
  let story = try Story(world)
  #expect(story.all("ping.reply").count == 2)
  #expect(story.timeline.transmissions.isEmpty)
}

@Test func aPacketWithAWrongHeaderChecksumIsDropped() throws {
  var host = try Networks.world("two-hosts").host("laptop")
  var header = IPv4()
  header.destination = host.interfaces[0].address.address
  header.source = IPv4Address("10.0.0.20")!
  header.proto = .icmp
  header = header.sealed(payloadLength: 0)
  header.checksum &+= 1
  #expect(
    try moment(of: .ipReceive(interface: 0, PDU(.name("ip"), header.encoded)), &host).drop
      == .internet.badChecksum)
  #expect(
    try moment(of: .ipReceive(interface: 0, PDU(.name("ip"), [0x45, 0])), &host).drop == .link.badHeader)
}

/// What a host makes of one piece of work.
func moment(of task: Networking.Task, _ host: inout Host) throws -> Moment {
  let work = Work(device: 0, task: task, cause: 1)
  var step = Step(number: 9, now: 0, clock: 0, work: work, random: SeededRandom(seed: 1))
  host.perform(task, &step)
  return try #require(step.moment)
}
