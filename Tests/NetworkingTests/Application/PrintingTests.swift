import Testing

@testable import Networking

/// A laptop with a spooler, a printer behind a switch.
private func printing(_ printer: String, _ script: String..., programs: String = "[spooler]") throws -> Story
{
  try Story(
    Networks.world(
      devices: Networks.host("laptop", "10", "10.0.0.2/24") + "    runs: \(programs)\n"
        + Networks.host("printer", "12", "10.0.0.20/24") + "    runs: [\(printer)]\n"
        + "  s: {kind: switch, label: {en: s, ko: s}, ports: 4}\n",
      cables: """
          - {ends: [laptop.eth0, s.1], rate: 1Gbps, delay: 5us}
          - {ends: [printer.eth0, s.2], rate: 1Gbps, delay: 5us}
        """, script: script))
}

private let usual = #"print: {port: 9100, takes: 2s, report: "printed 1 page\n"}"#

@Test func aSpoolerClosesItsDirectionAndReadsOn() throws {
  let story = try printing(usual, "laptop: print printer 2400")
  #expect(
    story.kinds(at: "laptop", ["spooler", "socket"]) == [
      "spooler.connect", "socket.connect", "socket.connected", "spooler.send", "socket.send",
      "socket.shutdown", "socket.receive", "spooler.part", "socket.end", "spooler.done", "socket.close",
    ])
  let printed = story.kinds(at: "printer", ["print", "socket"])
  #expect(
    printed.first == "socket.accept" && printed.suffix(3) == ["print.report", "socket.send", "socket.close"])
  #expect(try story.only("print.begin").detail("bytes") == "2400")
  // Two seconds lie between the end of the letter and the report, and the connection stands half closed meanwhile.
  let (begin, report) = (try story.only("print.begin"), try story.only("print.report"))
  #expect(report.time == begin.time + 2_000_000_000 && report.cause == begin.number)
  let between = story.timeline.world(after: report.number)
  #expect(between.host("laptop").tcp.sockets.map(\.connection.state) == [.finWait2])
  #expect(between.host("printer").tcp.sockets.map(\.connection.state) == [.closeWait])
  // The report comes after this side's FIN, and is taken (RFC 9293 §3.6).
  #expect(try story.only("spooler.part").detail("bytes") == "15")
  let last = story.world.host("laptop").tcp.sockets.map(\.connection.state)
  #expect(last == [.timeWait])
  // shutdown() is what made the connection's state change.
  let shutdown = try story.only("socket.shutdown")
  #expect(shutdown.detail("state") == "FIN-WAIT-1" && shutdown.changes.map(\.table) == ["connection"])
}

/// FIN, ACK of it, then data the other way with its ACK, FIN, ACK of that.
@Test func aHalfClosedConnectionLooksSoOnTheWire() throws {
  var story = try printing(usual, "laptop: print printer 10")
  var lines: [String] = []
  for frame in story.timeline.transmissions where story.world.devices[frame.from.device].host != nil {
    guard let tcp = story.timeline.dissection(ofTransmission: frame.number).header(TCP.self) else { continue }
    let length = story.timeline.dissection(ofTransmission: frame.number).shown("tcp.len")[0]
    lines.append("\(story.world.devices[frame.from.device].name) \(tcp.flagNames) \(length)")
  }
  #expect(
    lines == [
      "laptop SYN 0", "printer SYN, ACK 0", "laptop ACK 0", "laptop PSH, ACK 10", "laptop FIN, ACK 0",
      "printer ACK 0", "printer ACK 0", "printer PSH, ACK 15", "printer FIN, ACK 0", "laptop ACK 0",
      "laptop ACK 0",
    ])
}

@Test func aLetterLongerThanTheSendBufferIsFollowedByFINAll() throws {
  let story = try printing(usual, "laptop: print printer 300000")
  #expect(try story.only("print.begin").detail("bytes") == "300000")
  #expect(try story.only("spooler.done").detail("bytes") == "15")
  let shutdown = try story.only("socket.shutdown")
  // The call returns at once; FIN comes when the last octet is out.
  #expect(shutdown.detail("state") == nil)
}

@Test func aProgramThatReadsLateClosesTheWindow() throws {
  var story = try printing("print: {takes: 1s, warmup: 5s}", "laptop: print printer 100000")
  let probes = story.all("tcp.window-probe", at: "laptop")
  #expect(!probes.isEmpty)
  #expect(story.all("tcp.retransmit").isEmpty)
  let ready = try story.only("print.ready")
  #expect(probes.allSatisfy { $0.time < ready.time })
  // Before it is warm nothing is read, and the buffer is full.
  let before = story.timeline.world(after: ready.number - 1).host("printer").tcp.sockets[0].connection
  #expect(before.readable > 60_000 && before.receive.promise < before.segmentSize)
  let windows = story.timeline.transmissions.filter { story.world.devices[$0.from.device].name == "printer" }
    .compactMap { story.timeline.dissection(ofTransmission: $0.number).header(TCP.self)?.window }
  #expect(windows.contains(0))
  // Then it reads all there is, tells of the room, and the rest comes.
  #expect(story.all("tcp.window-update", at: "printer").first?.time == ready.time)
  #expect(try story.only("print.begin").detail("bytes") == "100000")
}

@Test func aPrinterThatIsNotThereIsAFailure() throws {
  let story = try printing("browser", "laptop: print printer")
  #expect(try story.only("spooler.failed").detail("reason") == "refused")
}

@Test func twoLettersAtOnceAreTwoConnections() throws {
  let story = try printing(usual, "at 1s: laptop: print printer 500", "at 1s: laptop: print printer 700")
  #expect(Set(story.all("print.begin").map { $0.detail("bytes") }) == ["500", "700"])
  #expect(story.all("spooler.done").count == 2)
}

@Test func curlHasAConnectionOfItsOwnAndCloses() throws {
  let story = try printing(
    #"web: {port: 80, idle: 5s, pages: {"/": {body: "hello\n"}}}"#, "laptop: browse http://10.0.0.20/",
    "at 1s: laptop: curl http://10.0.0.20/", programs: "[browser, curl]")
  #expect(story.all("socket.connect").count == 2 && story.all("browser.response").count == 2)
  // The browser keeps its connection until the server is tired of it.
  let curl = story.all("browser.response")[1]
  let between = story.timeline.world(after: curl.number).host("laptop")
  #expect(between.tcp.sockets.map { between.program($0.owner) } == [[.text("browser")], [.text("curl")]])
  let closed = try #require(story.all("socket.close", at: "laptop").first)
  let idle = try story.only("web.idle")
  #expect(closed.cause == curl.number && idle.time > closed.time)
}

@Test func listeningSocketsHaveDescriptorsToo() throws {
  let story = try printing(usual, "laptop: print printer 10")
  let accept = try story.only("socket.accept")
  let device = story.timeline.world(after: accept.number).devices[1]
  let rows = TableDescriptor.tcp.rows(of: device)
  let fd = try #require(TableDescriptor.tcp.column("fd"))
  #expect(rows.map { $0.cells[fd] } == [[.number(3)], [.number(4)]])
}
