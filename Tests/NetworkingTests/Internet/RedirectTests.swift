import Testing

@testable import Networking

private func story(pings: Int) throws -> Story {
  let file = try CaseNetworks.file("redirect")
  let line = try ScriptLine("pc: ping srv \(pings)", in: file.world(seed: 1).devices)
  return try Story(file.world(seed: 1, script: [line]))
}

/// As a Linux 6.18 host and router: the first redirect makes the host ask for the better router, the second is
/// believed, and the third echo goes direct.
@Test func aHostTakesTheBetterRouterOnceItKnowsIt() throws {
  var story = try story(pings: 3)
  let echoes = story.all("eth.wrap", at: "pc").filter { $0.detail("bytes") == "98" }
  #expect(
    try echoes.map { try story.value("eth.dst", $0) } == [
      "00:00:5e:00:00:02", "00:00:5e:00:00:02", "00:00:5e:00:00:03",
    ])
  #expect(story.all("ping.reply").count == 3)
  let redirects = story.all("icmp.redirect", at: "r1")
  #expect(redirects.count == 2)
  #expect(
    story.kinds(at: "pc", ["icmp"]).filter { $0.contains("redirect") } == [
      "icmp.redirect-noted", "icmp.redirected",
    ])
  #expect(try story.value("icmp.code", redirects[0]) == "1")
  #expect(try story.value("icmp.redir_gw", redirects[0]) == "10.0.0.254")
  // The packet is sent on all the same, and the quote has its TTL then.
  #expect(story.all("ip.forward", at: "r1").count == 2)
  let wrapped = try #require(story.moments.first { $0.cause == redirects[0].number })
  #expect(try story.value("ip.len", wrapped) == "112")
  let lives = try story.dissection(wrapped).nodes(named: "ip.ttl").map(\.show)
  #expect(lives == ["64", "63"])
}

@Test func aRedirectedWayIsForgottenAfterFiveMinutes() throws {
  var story = try story(pings: 2)
  let taken = try story.only("icmp.redirected")
  #expect(
    taken.changes == [TableChange("routes", "10.9.0.9/32", before: "10.0.0.1", after: "10.0.0.254")])
  #expect(story.world.host("pc").routes.last?.gateway == IPv4Address("10.0.0.254"))
  story.goOn { $0.kind.name == "ip.route-expired" }
  #expect(story.moments.last!.time == taken.time + 300_000_000_000)
  #expect(story.world.host("pc").routes.count == 2)
}

private func redirect(to gateway: String, from router: String = "10.0.0.1") throws -> Moment {
  var host = try CaseNetworks.file("redirect").world(seed: 1).host("pc")
  var asked = IPv4()
  asked.source = IPv4Address("10.0.0.2")!
  asked.destination = IPv4Address("10.9.0.9")!
  let quote = asked.sealed(payloadLength: 8).encoded + [UInt8](repeating: 0, count: 8)
  let message = ICMP.redirect(to: IPv4Address(gateway)!).sealed(payload: quote)
  var header = IPv4()
  header.source = IPv4Address(router)!
  header.destination = asked.source
  header = header.sealed(payloadLength: message.encoded.count + quote.count)
  return try moment(of: .icmpReceive(header, PDU(.name("icmp"), message.encoded + quote)), &host)
}

@Test func aRedirectCountsFromTheRouterInUseAndTowardsANeighbour() throws {
  #expect(try redirect(to: "10.0.0.254").kind.name == "icmp.redirect-noted")
  for (gateway, router) in [
    ("10.0.0.254", "10.0.0.99"), ("10.7.7.7", "10.0.0.1"), ("10.0.0.2", "10.0.0.1"), ("10.0.0.1", "10.0.0.1"),
    ("10.0.0.255", "10.0.0.1"),
  ] {
    #expect(try redirect(to: gateway, from: router).drop == .icmp.badRedirect)
  }
}

/// Ten a second to one who does not answer: six in the first 0.6 s, then one each second.
@Test func errorsToOneReceiverAreSixAtOnceAndOneASecond() {
  var limit = ICMPLimit()
  let (one, other) = (IPv4Address("10.0.0.2")!, IPv4Address("10.0.0.3")!)
  var sent: [Int64] = []
  for tick in Int64(0)..<60 where limit.take(for: one, at: tick * 100_000_000) { sent.append(tick) }
  #expect(sent.prefix(6) == [0, 1, 2, 3, 4, 5])
  #expect(zip(sent.dropFirst(6), sent.dropFirst(7)).allSatisfy { $1 - $0 == 10 } && sent.count == 11)
  let burst = (0..<200).filter { _ in limit.take(for: other, at: 6_000_000_000) }
  #expect(burst.count == 6)
}

@Test func errorsToManyReceiversAreLimitedTogether() {
  var limit = ICMPLimit()
  let allowed = (UInt32(0)..<500).filter { limit.take(for: IPv4Address(0x0a00_0000 + $0), at: 0) }
  #expect(allowed.count == 50 && limit.receivers.count == 64)
}

/// A host that ignores them, asked every 50 ms: the kernel's gaps were 0.2 0.4 0.7 1.4 2.6 5.2 s at last.
@Test func redirectsInVainBecomeRareAndEnd() {
  var limit = ICMPLimit()
  let host = IPv4Address("10.0.0.2")!
  var sent: [Int64] = []
  for tick in Int64(0)..<1000 where limit.takeRedirect(for: host, at: tick * 50_000_000) {
    sent.append(tick * 50)
  }
  #expect(sent == [0, 50, 150, 350, 700, 1350, 2650, 5250, 10400])
  // After 20 s without any reason for one it begins again.
  let again = limit.takeRedirect(for: host, at: 100_000_000_000)
  #expect(again)
}

@Test func aRefusedResolverIsAskedTwiceUntilItsErrorsAreLimited() throws {
  let story = try CaseNetworks.story("icmprate")
  let errors = story.all("icmp.unreachable", at: "srv")
  #expect(errors.prefix(6).last!.time < 1_000_000_000)
  let limited = story.all("icmp.drop", at: "srv").filter { $0.drop == .icmp.errorLimit }
  #expect(!limited.isEmpty && story.all("browser.failed").count == 20)
  // No more than six at once and one a second, from whichever error one counts.
  for (index, first) in errors.enumerated() {
    for (later, error) in errors.enumerated().dropFirst(index + 1) {
      #expect(Int64(later - index) <= 6 + (error.time - first.time) / 1_000_000_000)
    }
  }
}
