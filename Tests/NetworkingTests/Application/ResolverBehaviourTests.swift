import Testing

@testable import Networking

private let page = ["laptop: browse http://www.example.com/"]

@Test func bothQuestionsGoOutAtOnceFromOnePort() throws {
  var story = try Story(Networks.world("home"))
  let asked = story.all("dns.query")
  #expect(asked.map { $0.detail("type") } == ["A", "AAAA"])
  #expect(asked.map(\.time) == [0, 0])
  #expect(try Set(story.all("udp.wrap", at: "laptop").map { try story.value("udp.srcport", $0) }).count == 1)
  #expect(try Set(asked.map { try story.value("dns.id", $0) }).count == 2)
  #expect(story.kinds(at: "laptop", ["dns"]) == ["dns.query", "dns.query", "dns.answer", "dns.nodata"])
}

@Test func aNameWithoutThatTypeHasTheZonesSOAWithItsShortTTL() throws {
  var story = try Story(Networks.world("home"))
  let nodata = try story.only("dns.nodata")
  #expect(try story.value("dns.flags.rcode", nodata) == "0")
  #expect(try story.value("dns.soa.mname", nodata) == "ns1.example.com")
  // The record's own TTL is 3600, the zone's minimum 300 (RFC 2308 §3).
  #expect(try story.value("dns.resp.ttl", nodata) == "300")
}

@Test func aNameThatIsNotThereIsAnError() throws {
  var story = try Story(Networks.world("home", script: ["laptop: browse http://nowhere.example.com/"]))
  let answers = story.all("dns.nxdomain")
  #expect(answers.count == 2)
  #expect(try story.value("dns.flags.rcode", answers[0]) == "3")
  #expect(try story.only("browser.failed").detail("reason") == "name not found")
  #expect(story.all("tcp.syn").isEmpty)
}

@Test func aSilentServerIsAskedTwiceFiveSecondsApart() throws {
  var world = try Networks.world("home")
  world.unplug("resolver")
  // Nobody says that the resolver is gone.
  world.devices[world.device(named: "isp")!].host!.icmp = ICMPLimit(credit: 0, refilled: .max / 2)
  var story = try Story(world)
  #expect(
    story.kinds(at: "laptop", ["dns", "browser"]) == [
      "browser.lookup", "dns.query", "dns.query", "dns.retry", "dns.retry", "dns.timeout", "browser.failed",
    ])
  let (asked, again) = (story.all("dns.query"), story.all("dns.retry"))
  #expect(again.map(\.time) == [5_000_000_000, 5_000_000_000])
  #expect(try story.only("dns.timeout").time == 10_000_000_000)
  // The same questions with the same numbers, chosen at the first.
  for (first, second) in zip(asked, again) {
    #expect(try story.value("dns.id", first) == story.value("dns.id", second))
    #expect(second.evidence("dns.id")?.moment == asked[0].number)
  }
  #expect(again[0].cause == asked[1].number)
  #expect(try story.only("browser.failed").detail("reason") == "no answer from the name server")
  #expect(story.world.host("laptop").udp.isEmpty)
}

@Test func aServerThatCannotBeReachedEndsTheWait() throws {
  var world = try Networks.world("home")
  world.unplug("resolver")
  let story = try Story(world)
  // isp's ARP gives up after three seconds and says so; then both questions are asked once more.
  #expect(try story.only("browser.failed").detail("reason") == "the name server cannot be reached")
  #expect(story.all("icmp.unreachable", at: "isp").count == 4)
  #expect(story.all("dns.retry").map(\.time).allSatisfy { (3_000_000_000..<5_000_000_000).contains($0) })
}

@Test func aNameNoMessageCanHoldIsNotAskedFor() throws {
  let long = String(repeating: "a", count: 64)
  let story = try Story(Networks.world("home", script: ["laptop: browse http://\(long).com/"]))
  #expect(try story.only("browser.failed").detail("reason") == "not a valid name")
  #expect(story.timeline.transmissions.isEmpty)
}

@Test func anAnswerNobodyAskedForIsDropped() throws {
  let story = try Story(Networks.world("home", script: page)) { $0.kind.name == "arp.miss" }
  var host = story.world.host("laptop")
  let resolver = try #require(host.application(StubResolver.self))
  let socket = try #require(host.udp.first)
  let query = DNSMessage.query(DNSName("www.example.com")!, .a, identifier: 1)
  let server = Endpoint(IPv4Address("203.0.113.67")!, 53)
  for (from, bytes) in [
    (server, query.response().encoded), (server, query.encoded), (server, [1, 2]),
    (Endpoint(IPv4Address("192.0.2.1")!, 53), query.response().encoded),
  ] {
    let event = ApplicationEvent.datagram(socket.descriptor, from: from, bytes, moment: 1)
    #expect(try moment(of: .application(resolver, event), &host).drop == .dns.notAsked)
  }
}

@Test func anAliasIsFollowed() throws {
  let server = NameServer(records: [
    DNSRecord(DNSName("w.example")!, .alias(DNSName("www.example")!), timeToLive: 60),
    DNSRecord(DNSName("www.example")!, .address(IPv4Address("192.0.2.7")!), timeToLive: 60),
  ])
  let query = DNSMessage.query(DNSName("W.example")!, .a, identifier: 1)
  let answer = server.answer(query, query.questions[0])
  #expect(answer.answers.map(\.type) == [.cname, .a])
  #expect(answer.responseCode == .noError && answer.recursionAvailable && !answer.isAuthoritative)
}
