import Testing

@testable import Networking

/// The six lines of `dnsx`, in their order.
@Test func oddNamesEndAsTheRFCsSay() throws {
  let story = try CaseNetworks.story("dnsx")
  let ends = story.moments.filter { ["browser.response", "browser.failed"].contains($0.kind.name) }
  #expect(
    ends.map { $0.detail("reason") ?? $0.detail("code") ?? "" } == [
      "the name server failed", "name not found", "200", "name not found", "200", "name not found",
    ])
}

private func ask(_ name: String, _ type: DNSType = .a) throws -> DNSMessage {
  let host = try CaseNetworks.file("dnsx").world(seed: 1).host("ns")
  let server = try #require(host.applications.compactMap { $0.value as? NameServer }.first)
  let query = DNSMessage.query(try #require(DNSName(name)), type, identifier: 7)
  return server.answer(query, query.questions[0])
}

@Test func aNameWithOnlyNamesBelowItExists() throws {
  let answer = try ask("deep.example.com")
  #expect(answer.responseCode == .noError && answer.answers.isEmpty)
  #expect(answer.authority.map(\.type) == [.soa])
  #expect(try ask("nope.example.com").responseCode == .noSuchName)
}

@Test func theLastNameOfAChainDecides() throws {
  let dangling = try ask("c.example.com")
  #expect(dangling.responseCode == .noSuchName && dangling.answers.map(\.type) == [.cname])
  let whole = try ask("w.example.com")
  #expect(whole.responseCode == .noError && whole.answers.map(\.type) == [.cname, .a])
  #expect(try ask("w.example.com", .aaaa).responseCode == .noError)
}

@Test func aLoopOfAliasesIsAFailure() throws {
  let answer = try ask("a.example.com")
  #expect(answer.responseCode == .serverFailure && answer.answers.isEmpty)
}

/// glibc asks again at once, with the same identifiers from another port, and then gives up.
@Test func aFailureIsAskedForTwice() throws {
  let file = try CaseNetworks.file("dnsx")
  let line = try ScriptLine("pc: browse http://a.example.com/", in: file.world(seed: 1).devices)
  var story = try Story(file.world(seed: 1, script: [line]))
  let (asked, again) = (story.all("dns.query"), story.all("dns.retry"))
  #expect(asked.count == 2 && again.count == 2 && again[0].time < 10_000_000)
  for (first, second) in zip(asked, again) {
    #expect(try story.value("dns.id", first) == story.value("dns.id", second))
  }
  let ports = try story.all("udp.wrap", at: "pc").map { try story.value("udp.srcport", $0) }
  #expect(Set(ports).count == 2 && Set(ports.prefix(2)).count == 1)
  #expect(story.world.host("pc").udp.isEmpty)
}

@Test(arguments: ["dns40", "dns110"])
func anAnswerThatIsTooLongIsCut(name: String) throws {
  var story = try CaseNetworks.story(name)
  let cut = try #require(story.all("dns.respond").first)
  let dissection = try story.dissection(cut)
  #expect(dissection.bytes.count <= 512)
  #expect(try story.value("dns.flags.truncated", cut) == "1" && story.value("dns.count.answers", cut) == "0")
  #expect(try story.only("browser.failed").detail("reason") == "the answer is too long for a datagram")
  #expect(story.world.host("pc").udp.isEmpty)
}

@Test func anAnswerThatJustFitsIsWhole() throws {
  // 12 of header, 33 of question, 16 of each answer: 29 make 497.
  let name = DNSName("www.example.com")!
  func answer(_ count: Int) -> DNSMessage {
    let query = DNSMessage.query(name, .a, identifier: 1)
    return NameServer(
      records: (0..<count).map { DNSRecord(name, .address(IPv4Address(UInt32($0))), timeToLive: 1) }
    ).answer(query, query.questions[0])
  }
  #expect(answer(29).answers.count == 29 && !answer(29).isTruncated && answer(29).encoded.count <= 512)
  #expect(answer(30).answers.isEmpty && answer(30).isTruncated)
}

@Test func aRefusedResolverIsAskedTwiceAtOnce() throws {
  let story = try CaseNetworks.story("closed")
  #expect(story.all("dns.query").count == 2 && story.all("dns.retry").count == 2)
  let failed = story.all("browser.failed").map { $0.detail("reason") }
  #expect(failed == ["refused", "the name server cannot be reached", "refused"])
  #expect(story.all("dns.timeout")[0].time - story.all("dns.query")[0].time < 1_000_000_000)
}

@Test func theNextAddressIsTried() throws {
  let story = try CaseNetworks.story("deadfirst")
  #expect(story.all("browser.connect").map { $0.detail("address") } == ["10.0.0.81", "10.0.0.80"])
  #expect(try story.only("browser.response").detail("code") == "200")
  #expect(story.all("browser.failed").isEmpty)
  let (tried, next) = (story.all("browser.connect")[0], story.all("browser.connect")[1])
  #expect(next.evidence("ip.dst") == tried.evidence("ip.dst"))
}
