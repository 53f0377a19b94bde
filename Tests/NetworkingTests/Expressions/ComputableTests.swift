import Testing

@testable import Networking

/// What lessons must be able to ask, one each; every answer is known otherwise.
struct ComputableTests {
  private static func page() throws -> MarkedPage {
    var page = try MarkedPage()
    // What else the questions stand at: the first of a kind, at a device.
    for (name, kind, device) in [
      ("flood", "switch.flood", "switch"), ("fresh", "switch.learn", "switch"),
      ("routed", "ip.wrap", "laptop"),
      ("hop", "ip.forward", "isp"), ("heard", "tcp.receive", "web"),
    ] {
      let found = try #require(page.story.all(kind, at: device).first)
      page.context.marks[name] = BranchMoment(moment: found.number)
    }
    return page
  }

  @Test func thePortsASwitchFloodsTo() throws {
    var page = try Self.page()
    #expect(page.value("moment.ports", at: "flood") == "2, 3, 4")
    #expect(page.test("moment.ports != switch.ports && moment.ports in switch.ports", at: "flood") == "yes")
    #expect(page.test("!(moment.ports contains laptop.peer.port)", at: "flood") == "yes")
  }

  @Test func thePortOfAMACAddress() throws {
    var page = try Self.page()
    #expect(page.value("switch.mac[laptop.mac].port", at: "fresh") == "1")
    #expect(page.test("switch.mac[laptop.mac].port == laptop.peer.port") == "yes")
    #expect(page.test("switch.mac[eth.src].port == moment.port", at: "fresh") == "yes")
  }

  @Test func howManyRowsATableHasWhetherThereIsOneAndHowOldItIs() throws {
    var page = try Self.page()
    #expect(page.value("count(switch.mac)", at: "fresh") == "1")
    #expect(page.value("count(switch.mac)") == "2")
    #expect(page.test("exists(switch.mac[laptop.mac]) && !exists(switch.mac[phone.mac])") == "yes")
    #expect(page.value("switch.mac[laptop.mac].age", at: "fresh") == "0.000000000")
    // The page's last frame passed the switch; what it carried confirms the neighbour, later (RFC 4861 7.3.1).
    #expect(page.test("switch.mac[router.lan.mac].age > laptop.arp[router.lan.ip].age") == "yes")
  }

  @Test func theMACAddressOfANeighbour() throws {
    var page = try Self.page()
    #expect(page.test("laptop.arp[router.lan.ip].mac == router.lan.mac") == "yes")
    #expect(page.value("laptop.arp[router.lan.ip].mac", at: "enter") == "0: laptop.arp has no such row here")
  }

  @Test func theRouteThatIsChosen() throws {
    var page = try Self.page()
    #expect(page.value("laptop.routes[ip.dst].via", at: "routed") == "192.0.2.129")
    #expect(page.value("laptop.routes[ip.dst].prefix", at: "routed") == "0.0.0.0/0")
    #expect(page.value("laptop.routes[printer.ip].length") == "26")
    #expect(page.test("laptop.routes[ip.dst].via == moment.gateway", at: "routed") == "yes")
    #expect(page.value("laptop.routes[printer.ip].interface") == "eth0")
    #expect(page.test("exists(laptop.routes[printer.ip].via)") == "no")
  }

  @Test func theSocketThatGetsASegment() throws {
    var page = try Self.page()
    #expect(page.value("heard.web.tcp[heard].program") == "web")
    // A SYN goes to the socket that waits; what follows to one of its own.
    #expect(page.value("before(heard.web.tcp[heard].state)", at: "heard") == "LISTEN")
    #expect(page.test("heard.web.tcp[heard].state == \"SYN-RECEIVED\"") == "yes")
    #expect(page.test("web.tcp[syn].remote contains \"192.0.2.130:\"") == "yes")
  }

  @Test func bothEndsOfAConnection() throws {
    var page = try Self.page()
    for (end, state) in [("laptop", "ESTABLISHED"), ("web", "ESTABLISHED")] {
      #expect(page.value("\(end).tcp[syn].state") == state)
      #expect(page.test("\(end).tcp[syn].cwnd >= 14480") == "yes")
      // The page is there and not confirmed yet: a delayed ACK.
      #expect(page.value("\(end).tcp[syn].flight") == (end == "web" ? "742" : "0"))
      #expect(page.value("\(end).tcp[syn].sendbuffer - \(end).tcp[syn].flight") == "0")
      #expect(page.value("\(end).tcp[syn].receivebuffer") == "0")
      #expect(page.test("\(end).tcp[syn].rto >= 0.2 && !exists(\(end).tcp[syn].ssthresh)") == "yes")
    }
    #expect(page.value("syn.laptop.tcp[syn].state") == "SYN-SENT")
    #expect(page.value("syn.laptop.tcp[syn].flight") == "1")
  }

  @Test func framesBytesAndRoundTripsBetweenTwoMarks() throws {
    var page = try Self.page()
    #expect(page.value("frames(asked, learned, laptop)") == "2")
    #expect(page.value("bytes(asked, learned, laptop)") == "120")
    #expect(page.value("frames(asked, learned, phone, \"arp\")") == "1")
    #expect(page.value("trips(asked, learned, laptop)") == "1")
    #expect(page.test("frames(asked, learned) > frames(asked, learned, laptop)") == "yes")
  }

  @Test func theHeadersOfAUnitByLayer() throws {
    var page = try Self.page()
    #expect(page.value("len(eth) + len(ip) + len(tcp)", at: "sent") == "74")
    #expect(page.value("len(eth) + ip.hdr_len + tcp.hdr_len", at: "sent") == "74")
    #expect(page.value("len(eth) + ip.len - moment.bytes", at: "sent") == "0")
  }

  @Test func whetherAMomentHappenedAtAll() throws {
    var page = try Self.page()
    #expect(page.test("happened(flood) && !happened(page)", at: "get") == "yes")
    #expect(page.value("count(who(\"tcp.retransmit\", enter, page))") == "0")
  }

  @Test func theSameBeforeAndAfter() throws {
    var page = try Self.page()
    #expect(page.value("count(switch.mac) - before(count(switch.mac))", at: "fresh") == "1")
    #expect(page.value("before(ip.ttl) - moment.ttl", at: "hop") == "1")
    #expect(page.value("router.lan.ip", at: "page") == page.value("before(router.lan.ip)", at: "page"))
  }
}
