import Testing

@testable import Networking

@Test(arguments: ["network-ping-127", "odd-lo"])
func aHostAnswersItselfOnLoopback(name: String) throws {
  var story = try CaseNetworks.story(name)
  #expect(story.all("ping.reply").count == 1 && story.timeline.transmissions.isEmpty)
  let reply = story.all("ip.wrap")[1]
  #expect(try story.value("ip.src", reply) == "127.0.0.1" && story.value("ip.dst", reply) == "127.0.0.1")
}

@Test func aPageOfItsOwnComesOverLoopback() throws {
  let file = try CaseNetworks.file("odd-lo")
  let line = try ScriptLine("pc: browse http://127.0.0.2/", in: file.world(seed: 1).devices)
  var story = try Story(file.world(seed: 1, script: [line]))
  #expect(try story.only("browser.response").detail("code") == "200")
  #expect(story.timeline.transmissions.isEmpty)
  // RFC 791's longest packet less two headers, as Linux offers it on `lo`.
  #expect(try story.value("tcp.options.mss_val", story.only("tcp.syn")) == "65495")
}

/// A broadcast and a group go to their Ethernet address on the link, and nobody answers an echo to many.
@Test(arguments: [
  ("odd-lbcast", "255.255.255.255", "ff:ff:ff:ff:ff:ff", "64"),
  ("odd-mcast", "224.0.0.1", "01:00:5e:00:00:01", "1"),
  ("odd-bcast", "10.0.0.255", "ff:ff:ff:ff:ff:ff", "64"),
])
func whatIsForManyStaysOnTheLink(name: String, address: String, mac: String, ttl: String) throws {
  var story = try CaseNetworks.story(name)
  let wrapped = try story.only("eth.wrap")
  #expect(try story.value("eth.dst", wrapped) == mac)
  #expect(try story.value("ip.dst", wrapped) == address && story.value("ip.ttl", wrapped) == ttl)
  #expect(story.all("arp.miss").isEmpty && story.all("ip.forward").isEmpty)
  let dropped = story.all("icmp.drop")
  #expect(dropped.map { story.name($0) } == ["pd", "r1"])
  #expect(dropped.allSatisfy { $0.drop == .icmp.echoToMany })
  let unanswered = try story.only("ping.unanswered")
  #expect(unanswered.detail("missing") == "1" && unanswered.time == 10_000_000_000)
}

@Test(arguments: ["odd-zero", "odd-classe"])
func whatIsNobodysAddressIsSentNowhere(name: String) throws {
  let story = try CaseNetworks.story(name)
  #expect(try story.only("icmp.drop").drop == .internet.noDestination)
  #expect(story.all("ping.failed").count == 1 && story.timeline.transmissions.isEmpty)
}

@Test(arguments: ["255.255.255.255", "224.0.0.1", "10.0.0.255", "0.0.0.0", "240.0.0.1"])
func aConnectionHasOneOtherEnd(address: String) throws {
  let file = try CaseNetworks.file("odd-lo")
  let line = try ScriptLine("pc: browse http://\(address)/", in: file.world(seed: 1).devices)
  let story = try Story(file.world(seed: 1, script: [line]))
  #expect(try story.only("browser.failed").detail("reason") == "unreachable")
  #expect(story.timeline.transmissions.isEmpty)
}

@Test func aLinkOfTwoHasUnicastOnly() throws {
  var story = try CaseNetworks.story("p31")
  #expect(story.all("ping.reply").count == 1)
  #expect(try story.only("browser.response").detail("code") == "200")
  let first = try #require(story.all("eth.wrap", at: "pa").first)
  #expect(try story.value("eth.dst", first) == "00:00:5e:00:00:02")
}

/// Sent to a router's LAN by a host of that LAN, to the router itself and through it (a Linux 6.18 kernel: all silent).
@Test(arguments: [
  ("127.0.0.1", "10.0.0.1"), ("0.0.0.0", "10.0.0.1"), ("224.0.0.1", "10.0.0.1"),
  ("255.255.255.255", "10.0.0.1"), ("10.0.0.1", "10.0.0.1"), ("10.9.0.1", "10.9.0.9"),
  ("127.0.0.1", "10.9.0.9"), ("10.0.0.2", "127.0.0.1"), ("10.0.0.2", "0.0.0.0"),
])
func addressesThatCannotBeOnACableAreDropped(source: String, destination: String) throws {
  var host = try CaseNetworks.file("odd-lo").world(seed: 1).host("r1")
  var header = IPv4()
  header.source = try #require(IPv4Address(source))
  header.destination = try #require(IPv4Address(destination))
  header.proto = .icmp
  let packet = header.sealed(payloadLength: 0).encoded
  #expect(try moment(of: .ipReceive(interface: 0, PDU(.name("ip"), packet)), &host).drop == .internet.martian)
}

@Test func aRouterPassesNoGroupOn() throws {
  var host = try CaseNetworks.file("odd-lo").world(seed: 1).host("r1")
  var header = IPv4()
  header.source = IPv4Address("10.0.0.2")!
  header.destination = IPv4Address("225.0.0.1")!
  let packet = header.sealed(payloadLength: 0).encoded
  let told = try moment(of: .ipReceive(interface: 0, PDU(.name("ip"), packet)), &host)
  #expect(told.drop == .internet.staysOnLink)
}

/// What is wrong in a network's addresses or cables ends with a reason at every place, and comes to an end.
@Test(arguments: ["asym", "loop", "gwdown", "nogw", "mask", "dfzero", "closed", "twoif"])
func everyWalkEndsWithReasons(name: String) throws {
  let story = try CaseNetworks.story(name)
  #expect(story.timeline.isComplete)
  for moment in story.moments where moment.kind.name.hasSuffix(".drop") {
    #expect(moment.drop != nil, "\(moment.kind.name) \(moment.number)")
  }
}

@Test func whatCouldBeFragmentedIsSaidToBeSo() throws {
  let story = try CaseNetworks.story("dfzero")
  let dropped = try story.only("ip.drop")
  #expect(dropped.drop == .internet.needsFragments && story.name(dropped) == "r2")
  #expect(story.all("icmp.unreachable").isEmpty)
  let unanswered = try story.only("ping.unanswered")
  #expect(unanswered.detail("missing") == "1" && unanswered.detail("count") == "1")
}

/// Measured on Linux 6.18: what `ping`, a resolver or an ICMP error sends is not forbidden to be cut where it has to be.
@Test func anOwnPacketLargerThanTheLinkMayBeFragmented() throws {
  let host = { Networks.host($0, $1, $2) }
  let world = try Networks.world(
    devices: host("a", "10", "10.0.0.2/24") + host("b", "11", "10.0.0.3/24"),
    cables: "  - {ends: [a.eth0, b.eth0], rate: 1Gbps, mtu: 80}", script: ["a: ping b", "a: ping a"])
  var story = try Story(world)
  let dropped = try story.only("ip.drop")
  #expect(dropped.drop == .internet.needsFragments && story.name(dropped) == "a")
  let header = try #require(try story.dissection(dropped).header(IPv4.self))
  #expect(!header.dontFragment && header.totalLength == 84)
  #expect(header == header.withChecksum)
  #expect(try story.only("ping.unanswered").detail("missing") == "1")
  // To itself it goes whole.
  #expect(story.all("ping.reply").count == 1)
}

/// A quote is as long as the way to the asker takes, so that no error has to be cut (Linux: icmp_send).
@Test func anErrorIsNoLongerThanItsWay() throws {
  var host = try CaseNetworks.file("asym").world(seed: 1).host("far")
  var header = IPv4()
  header.source = IPv4Address("10.0.0.2")!
  header.destination = IPv4Address("10.9.0.9")!
  header.proto = .udp
  let packet = header.sealed(payloadLength: 900).encoded + [UInt8](repeating: 0, count: 900)
  for (mtu, length) in [(1500, 576), (576, 576), (300, 300)] {
    for index in host.interfaces.indices { host.interfaces[index].mtu = mtu }
    var step = Step(
      number: 9, now: 0, clock: 0, work: Work(device: 0, task: .timeExceeded(packet: packet), cause: 1),
      random: SeededRandom(seed: 1))
    host.perform(step.work.task, &step)
    guard case .ipSend(let send) = step.followUps.first?.task else { throw StoryBroken() }
    #expect(20 + send.payload.count == length)
  }
}

@Test func timeExceededComesFromTheInterfaceItIsSentFrom() throws {
  // `far` gets the packet on one cable and answers over the other.
  var host = try CaseNetworks.file("asym").world(seed: 1).host("far")
  var header = IPv4()
  header.source = IPv4Address("10.0.0.2")!
  header.destination = IPv4Address("10.9.0.9")!
  header.timeToLive = 1
  header.proto = .udp
  let packet = header.sealed(payloadLength: 8).encoded + [UInt8](repeating: 0, count: 8)
  var step = Step(
    number: 9, now: 0, clock: 0, work: Work(device: 0, task: .timeExceeded(packet: packet), cause: 1),
    random: SeededRandom(seed: 1))
  host.perform(step.work.task, &step)
  guard case .ipSend(let send) = step.followUps.first?.task else { throw StoryBroken() }
  #expect(send.source == IPv4Address("10.0.2.2") && send.destination == header.source)
}
