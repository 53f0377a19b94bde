import Testing

@testable import Networking

@Test func anEchoComesBackWithItsNumbersAndData() throws {
  var story = try Story(Networks.world("home", script: ["laptop: ping web 3"]))
  let requests = story.all("icmp.echo-request", at: "laptop")
  let replies = story.all("icmp.echo-reply", at: "web")
  #expect(requests.map(\.time) == [0, 1_000_000_000, 2_000_000_000])
  for (request, reply) in zip(requests, replies) {
    for field in ["icmp.ident", "icmp.seq"] {
      #expect(try story.value(field, request) == story.value(field, reply))
    }
    let (asked, answered) = (try story.dissection(request), try story.dissection(reply))
    #expect(asked.bytes.count == 64 && asked.bytes[8...] == answered.bytes[8...])
  }
  #expect(try Set(requests.map { try story.value("icmp.ident", $0) }).count == 1)
  #expect(try requests.map { try story.value("icmp.seq", $0) } == ["1", "2", "3"])
  #expect(story.all("ping.reply").count == 3)
}

@Test func theIdentifierOfAnEchoWasChosenOnce() throws {
  let story = try Story(Networks.world("home", script: ["laptop: ping web 2"]))
  let sent = story.all("ping.send")
  let requests = story.all("icmp.echo-request")
  #expect(requests.allSatisfy { $0.evidence("icmp.ident")?.moment == sent[0].number })
  #expect(requests.map { $0.evidence("icmp.seq")?.moment } == sent.map(\.number))
  // The second is sent because of the first, a second later.
  #expect(sent[1].cause == sent[0].number)
}

@Test func roundTripsAreMeasuredByTheTimeInTheEcho() throws {
  let story = try Story(Networks.world("two-hosts", script: ["laptop: ping printer 2"]))
  let (sent, replied) = (story.all("ping.send"), story.all("ping.reply"))
  for (send, reply) in zip(sent, replied) {
    let microseconds = (reply.time - send.time) / 1000
    #expect(
      reply.detail("milliseconds")
        == "0.\(String(repeating: "0", count: 3 - "\(microseconds)".count))\(microseconds)")
  }
}

@Test func anExpiredPacketIsReportedByEachRouterOnTheWay() throws {
  var world = try Networks.world("home", script: ["laptop: ping web"])
  let laptop = world.host("laptop").interfaces[0].address.address
  for (ttl, router, address) in [
    (1, "router", "192.0.2.129"), (2, "isp", "203.0.113.1"), (3, "core", "192.0.2.2"),
    (4, "hall", "192.0.2.6"),
  ] {
    world = try Networks.world("home", script: ["laptop: ping web"])
    // The laptop's own packet, with less to live.
    var story = try Story(world) { $0.kind.name == "ip.wrap" }
    var front = story.world
    guard case .linkSend(var send) = front.work.last?.task else { throw StoryBroken() }
    var (header, length) = try IPv4.decode(send.packet)
    header.timeToLive = UInt8(ttl)
    let payload = Array(send.packet[length...])
    send.packet = header.sealed(payloadLength: payload.count).encoded + payload
    front.work[front.work.count - 1].task = .linkSend(send)
    story = try Story(front)
    let dropped = try story.only("ip.drop", at: router)
    #expect(dropped.drop == .internet.ttlExpired)
    let error = try story.only("icmp.time-exceeded", at: router)
    #expect(error.cause == dropped.number)
    let wrapped = try #require(story.moments.first { $0.cause == error.number })
    #expect(try story.value("ip.src", wrapped) == address)
    #expect(try story.value("ip.dst", wrapped) == laptop.description)
    #expect(
      try story.value("ip.dsfield", wrapped) == "0x000000c0" || story.value("ip.dsfield", wrapped) == "0xc0")
    // The quote is the packet as it came in, whole: it is short.
    let dissection = try story.dissection(error)
    #expect(dissection.nodes(named: "ip.ttl").map(\.value) == [.number(1)])
    #expect(dissection.bytes.count == 8 + send.packet.count)
    #expect(story.all("ping.failed", at: "laptop").count == 1)
  }
}

private func packet(
  _ proto: IPProtocol, _ payload: [UInt8], from: String = "10.0.0.2", to: String = "10.0.0.20",
  _ change: (inout IPv4) -> Void = { _ in }
) -> [UInt8] {
  var header = IPv4()
  header.source = IPv4Address(from)!
  header.destination = IPv4Address(to)!
  header.proto = proto
  change(&header)
  return header.sealed(payloadLength: payload.count).encoded + payload
}

@Test func aClosedUDPPortIsReportedWithAQuote() throws {
  var host = try Networks.world("two-hosts").host("printer")
  var header = UDP()
  header.destinationPort = 9
  header = header.sealed(
    source: IPv4Address("10.0.0.2")!, destination: IPv4Address("10.0.0.20")!, payload: [1, 2, 3])
  let bytes = packet(.udp, header.encoded + [1, 2, 3])
  let error = try moment(of: .undeliverable(packet: bytes, code: .port), &host)
  #expect(error.kind.name == "icmp.unreachable")
  let unit = try #require(error.unit)
  #expect(unit.bytes[0] == 3 && unit.bytes[1] == 3 && Array(unit.bytes[8...]) == bytes)
}

@Test func aQuoteEndsAt576OctetsInAll() throws {
  var host = try Networks.world("two-hosts").host("printer")
  let bytes = packet(.udp, [UInt8](repeating: 7, count: 1400))
  let unit = try #require(try moment(of: .undeliverable(packet: bytes, code: .port), &host).unit)
  #expect(unit.bytes.count + 20 == 576)
}

@Test(arguments: [
  packet(.icmp, [3, 3, 0, 0, 0, 0, 0, 0]), packet(.icmp, [11, 0, 0, 0, 0, 0, 0, 0]),
  packet(.udp, [UInt8](repeating: 0, count: 8), to: "10.0.0.255"),
  packet(.udp, [UInt8](repeating: 0, count: 8), to: "255.255.255.255"),
  packet(.udp, [UInt8](repeating: 0, count: 8), to: "224.0.0.1"),
  packet(.udp, [UInt8](repeating: 0, count: 8), from: "0.0.0.0"),
  packet(.udp, [UInt8](repeating: 0, count: 8), from: "224.0.0.1"),
  packet(.udp, [UInt8](repeating: 0, count: 8)) { $0.fragmentOffset = 10 },
])
func thereAreNoErrorsAboutSuchPackets(bytes: [UInt8]) throws {
  var host = try Networks.world("two-hosts").host("printer")
  #expect(try moment(of: .undeliverable(packet: bytes, code: .port), &host).drop == .icmp.noErrorAllowed)
}

@Test func anErrorAboutAnEchoRequestIsAllowed() throws {
  var host = try Networks.world("two-hosts").host("printer")
  let bytes = packet(.icmp, [8, 0, 0, 0, 0, 0, 0, 0])
  #expect(try moment(of: .undeliverable(packet: bytes, code: .host), &host).kind.name == "icmp.unreachable")
}

@Test func errorsAreLimited() throws {
  var host = try Networks.world("two-hosts").host("printer")
  let bytes = packet(.udp, [UInt8](repeating: 0, count: 8))
  var drops: [DropReason?] = []
  for _ in 0..<7 { drops.append(try moment(of: .undeliverable(packet: bytes, code: .port), &host).drop) }
  #expect(drops.prefix(6).allSatisfy { $0 == nil } && drops.last == .icmp.errorLimit)
  // Path MTU discovery needs each of them.
  let long = packet(.udp, [UInt8](repeating: 0, count: 8)) { $0.dontFragment = true }
  #expect(try moment(of: .undeliverable(packet: long, code: .fragmentationNeeded), &host).drop == nil)
}

@Test func anErrorAboutALongSegmentFindsItsConnection() throws {
  let story = try Story(Networks.world("home")) { $0.kind.name == "tcp.syn" }
  var host = story.world.host("laptop")
  let syn = try #require(host.tcp.sockets.first?.connection)
  var header = TCP()
  header.sourcePort = syn.local.port
  header.destinationPort = syn.remote.port
  header.sequence = syn.send.initial.value
  let bytes = packet(
    .tcp, header.encoded + [UInt8](repeating: 0, count: 1400), from: syn.local.address.description,
    to: syn.remote.address.description)
  let told = try moment(of: .icmpError(quote: Array(bytes.prefix(548)), .host), &host)
  #expect(told.kind.name == "socket.error" && told.detail("reason") == "unreachable")
}

@Test func anErrorAboutSomebodyElsesPacketIsNotAnsweredWithAnother() throws {
  var host = try Networks.world("two-hosts").host("printer")
  let bytes = packet(.udp, [UInt8](repeating: 0, count: 8), from: "10.0.0.99")
  let told = try moment(of: .icmpError(quote: bytes, .host), &host)
  #expect(told.kind.name == "icmp.drop" && told.drop == .link.badHeader)
}

@Test func aReplyThatNobodyWaitsForIsDropped() throws {
  var host = try Networks.world("two-hosts").host("printer")
  let reply = ICMP.echoRequest(identifier: 7, sequence: 1).echoReply().sealed(payload: [])
  let (header, _) = try IPv4.decode(packet(.icmp, reply.encoded))
  let told = try moment(of: .icmpReceive(header, PDU(.name("icmp"), reply.encoded)), &host)
  #expect(told.drop == .icmp.nobodyWaits)
}
