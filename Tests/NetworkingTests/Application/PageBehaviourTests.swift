import Testing

@testable import Networking

@Test func aPageThatIsNotThereIs404() throws {
  let story = try Story(Networks.world("home", script: ["laptop: browse http://www.example.com/nothing"]))
  #expect(try story.only("browser.response").detail("code") == "404")
  #expect(try story.only("web.request").detail("path") == "/nothing")
}

@Test func aClosedPortRefuses() throws {
  var story = try Story(Networks.world("home", script: ["laptop: browse http://198.51.100.11/"]))
  let dropped = try story.only("tcp.drop", at: "mail")
  #expect(dropped.drop == .udp.closedPort)
  let reset = try story.only("tcp.reset", at: "mail")
  #expect(reset.cause == dropped.number)
  #expect(try story.value("tcp.flags", reset) == "0x00000014" || story.value("tcp.flags", reset) == "0x0014")
  #expect(try story.value("tcp.seq_raw", reset) == "0" && story.value("tcp.window_size_value", reset) == "0")
  // From layer to layer up to the program.
  let failed = try story.only("browser.failed")
  let told = try story.only("socket.error")
  #expect(failed.detail("reason") == "refused" && failed.cause == told.number)
  #expect(story.world.host("laptop").tcp.sockets.isEmpty)
}

@Test func anAddressInTheURLNeedsNoNameServer() throws {
  let story = try Story(Networks.world("home", script: ["laptop: browse http://198.51.100.10/"]))
  #expect(story.kinds(at: "laptop", ["dns"]).isEmpty)
  let connect = try story.only("browser.connect")
  #expect(connect.evidence("ip.dst") == FieldOrigin(IPv4.fields.destination, .dns.urlHost, 1))
  #expect(try story.only("browser.response").detail("code") == "200")
}

/// The port was the URL's, where it names one; else it is the one that the service is known by.
@Test(arguments: [
  ("http://www.example.com/", 80, OriginKind.udp.servicePort),
  ("http://www.example.com:80/", 80, .udp.servicePort),
  ("http://www.example.com:8080/", 8080, .browser.urlPort),
  ("http://198.51.100.10:81/", 81, .browser.urlPort),
])
func thePortComesFromTheURLThatNamesIt(url: String, port: UInt64, origin: OriginKind) throws {
  let story = try Story(Networks.world("home", script: ["laptop: browse \(url)"]))
  let connect = try story.only("browser.connect")
  #expect(connect.detail("port") == String(port))
  #expect(connect.evidence("tcp.dstport") == FieldOrigin(TCP.fields.destinationPort, origin, 1))
}

@Test func theServerClosesAnIdleConnectionAfterFiveSeconds() throws {
  let story = try Story(Networks.world("home"))
  let idle = try story.only("web.idle")
  let last = story.all("socket.send", at: "web").last!
  #expect(idle.time == last.time + 5_000_000_000 && idle.cause == last.number)
  #expect(story.kinds(at: "laptop", ["browser"]).last == "browser.close")
  let states = story.moments.flatMap(\.changes).filter { $0.table == "connection" && $0.key.hasPrefix("198") }
  #expect(
    states.compactMap(\.after) == ["SYN-RECEIVED", "ESTABLISHED", "FIN-WAIT-1", "FIN-WAIT-2", "TIME-WAIT"])
  // TIME-WAIT is no story.
  #expect(story.timeline.isComplete && story.world.host("web").tcp.sockets.count == 1)
}

@Test func timeWaitEndsAfterAMinute() throws {
  var story = try Story(Networks.world("home"))
  let end = story.moments.last!.time
  story.goOn { $0.kind.name == "tcp.closed" }
  #expect(story.moments.last!.time > end + 59_000_000_000)
  #expect(story.world.host("web").tcp.sockets.isEmpty)
}

@Test func aSecondPageOnTheSameServerComesWhileTheConnectionIsOpen() throws {
  let lines = [
    "laptop: browse http://198.51.100.10/", "laptop: browse http://198.51.100.10/two",
    "laptop: browse http://198.51.100.11/",
  ]
  var world = try Story(Networks.world("home", script: lines)) { $0.kind.name == "browser.response" }.world
  world.begin(line: 1)
  var story = try Story(world) { $0.kind.name == "browser.response" }
  #expect(story.all("tcp.syn").isEmpty)
  #expect(try story.only("browser.response").detail("code") == "404")
  // Another server gets a connection of its own, and the old one is closed.
  world = story.world
  world.begin(line: 2)
  story = try Story(world)
  #expect(story.all("tcp.syn").count == 1)
  #expect(try story.only("browser.failed").detail("reason") == "refused")
}

@Test func twoBrowsersAtOnceGetTheirPages() throws {
  let lines = ["laptop: browse http://www.example.com/", "phone: browse http://www.example.com/"]
  var world = try Story(Networks.world("home", script: lines)) { $0.kind.name == "arp.wait" }.world
  world.begin(line: 1)
  var story = try Story(world)
  for device in ["laptop", "phone"] {
    #expect(try story.only("browser.response", at: device).detail("code") == "200")
  }
  #expect(story.all("socket.accept", at: "web").count == 2)
  let ports = try story.all("tcp.syn").map { try story.value("tcp.srcport", $0) }
  #expect(ports.count == 2)
}

@Test func withoutAnAnswerTheSYNIsRepeatedAndThenGivenUp() throws {
  var world = try Networks.world("home", script: ["laptop: browse http://198.51.100.10/"])
  // The way back is cut: core does not know the home.
  let core = world.device(named: "core")!
  world.devices[core].host!.routes.removeAll { $0.prefix.description == "192.0.2.128/26" }
  world.devices[core].host!.icmp = ICMPLimit(credit: 0, refilled: .max / 2)
  var story = try Story(world)
  let first = try story.only("tcp.syn", at: "laptop")
  let again = story.all("tcp.retransmit", at: "laptop")
  let seconds = again.map { ($0.time - first.time) / 1_000_000_000 }
  #expect(seconds == [1, 3, 7, 15, 31, 63])
  #expect(try Set(again.map { try story.value("tcp.seq_raw", $0) }) == [story.value("tcp.seq_raw", first)])
  let failed = try story.only("browser.failed")
  #expect(failed.detail("reason") == "timed-out" && (failed.time - first.time) / 1_000_000_000 == 127)
  // Every chain of causes goes back through the timers to the person.
  var cause = failed
  while cause.cause > 0 { cause = story.timeline.moment(cause.cause) }
  #expect(cause.device == nil)
}

@Test func aCablePulledBeforeTheRequestEndsInATimeout() throws {
  var world = try Story(Networks.world("home")) { $0.kind.name == "socket.connected" }.world
  world.unplug("laptop")
  let story = try Story(world)
  #expect(story.all("phy.drop", at: "laptop").allSatisfy { $0.drop == .physical.noCable })
  #expect(try story.only("browser.failed").detail("reason") == "timed-out")
  #expect(story.all("tcp.retransmit", at: "laptop").count == 15)
}

@Test func aLongTransferArrivesWhole() throws {
  var devices = Networks.host("laptop", "10", "10.0.0.2/24")
  devices += "    runs: [browser]\n"
  devices += Networks.host("printer", "12", "10.0.0.20/24")
  devices += "    runs: [{web: {pages: {\"/\": {size: 200000}}}}]\n"
  let world = try Networks.world(
    devices: devices, cables: "  - {ends: [laptop.eth0, printer.eth0], rate: 100Mbps, delay: 1ms}\n",
    script: ["laptop: browse http://10.0.0.20/"])
  var sent: [UInt8] = []
  var read: [UInt8] = []
  var timeline = Timeline(world)
  while timeline.record(), !timeline.isComplete {
    let moment = timeline.moments.last!
    guard moment.kind.name == "socket.receive" || moment.kind.name == "socket.send" else { continue }
    let bytes = try #require(timeline.unit(at: moment.number)).bytes
    if moment.device == 1, moment.kind.name == "socket.send" { sent += bytes }
    if moment.device == 0, moment.kind.name == "socket.receive" { read += bytes }
  }
  #expect(read == sent && read.count > 200_000)
  let response = try #require(timeline.moments.first { $0.kind.name == "browser.response" })
  #expect(response.detail("bytes") == "200000")
}

@Test func aServerThatIsStillSendingIsNotIdle() throws {
  var devices = Networks.host("laptop", "10", "10.0.0.2/24")
  devices += "    runs: [browser]\n"
  devices += Networks.host("printer", "12", "10.0.0.20/24")
  devices += "    runs: [{web: {idle: 2s, pages: {\"/\": {size: 300000}}}}]\n"
  let world = try Networks.world(
    devices: devices, cables: "  - {ends: [laptop.eth0, printer.eth0], rate: 200kbps, delay: 1ms}\n",
    script: ["laptop: browse http://10.0.0.20/"])
  let timeline = Networks.story(world)
  let response = try #require(timeline.moments.first { $0.kind.name == "browser.response" })
  let idle = timeline.moments.filter { $0.kind.name == "web.idle" }
  #expect(response.time > 10_000_000_000)
  #expect(idle.count == 1 && idle[0].time > response.time - 5_000_000_000)
  #expect(timeline.moments[idle[0].cause - 1].device == 1)
}
