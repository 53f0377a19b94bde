import Foundation
import Testing

@testable import Networking

/// What our hosts send is what a Linux kernel sent in the same place (Captures/README.md: same map, same addresses),
/// field by field. These may differ, and nothing else:
private let free: Set<String> = [
  // chosen at random, or hashes with a secret
  "ip.id", "udp.srcport", "dns.id", "icmp.ident", "icmp.ident_le", "tcp.seq_raw", "tcp.ack_raw",
  // the clocks
  "tcp.options.timestamp.tsval", "tcp.options.timestamp.tsecr", "icmp.data_time", "tcp.options.timestamp",
  // follow from the others
  "ip.checksum", "udp.checksum", "tcp.checksum", "icmp.checksum",
  // the zone's own number
  "dns.soa.serial_number",
  // padding: the kernel's cables had none
  "eth.padding",
  // hold others of these
  "udp.payload", "tcp.options",
]

/// The frames of one capture at the laptop.
private struct Recording {
  var frames: [Dissection] = []

  init(kernel name: String) throws {
    let url = try #require(
      ["pcap", "pcapng"].compactMap { Bundle.module.url(forResource: "Captures/\(name)", withExtension: $0) }
        .first)
    var reader = try CaptureReader([UInt8](try Data(contentsOf: url)))
    var dissector = Dissector()
    while let frame = try reader.next() {
      frames.append(dissector.dissect(frame.bytes, number: frames.count + 1))
    }
  }

  /// What our laptop's cable carries in a story.
  init(_ story: Story) {
    var dissector = Dissector()
    for frame in story.timeline.transmissions where frame.cable == 0 {
      frames.append(dissector.dissect(frame.bytes, number: frames.count + 1))
    }
  }

  /// The frame that comes as number `index` of those that have all these values.
  func frame(_ index: Int = 0, _ wanted: (String, String)...) throws -> Dissection {
    let found = frames.filter { frame in
      wanted.allSatisfy { name, value in frame.nodes(named: name).first?.show == value }
    }
    return try #require(found.indices.contains(index) ? found[index] : nil, "\(wanted) \(index)")
  }
}

/// Fields on the wire with their values, in order.
private func fields(_ frame: Dissection, except: Set<String>) -> [String] {
  frame.layers.flatMap(\.nodes).filter { !$0.field.isGenerated && !except.contains($0.field.name) }
    .filter { !free.contains($0.field.name) }
    .map { node in
      // The time in an echo takes the first octets of its data.
      let show = node.field.name == "data.data" ? String(node.show.suffix(80)) : node.show
      return "\(node.field.name) \(show)"
    }
}

private func expectEqual(
  _ ours: Dissection, _ kernel: Dissection, except: Set<String> = [],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let changes = fields(ours, except: except).difference(from: fields(kernel, except: except))
  #expect(changes.isEmpty, sourceLocation: sourceLocation)
  #expect(ours.error == nil, sourceLocation: sourceLocation)
}

private let laptop = ("eth.src", "00:00:5e:00:53:10")
private let router = ("eth.src", "00:00:5e:00:53:01")

@Test func arpAndDNSAreTheKernels() throws {
  let (ours, kernel) = (Recording(try Story(Networks.world("home"))), try Recording(kernel: "page-laptop"))
  for operation in ["1", "2"] {
    expectEqual(
      try ours.frame(
        0, ("arp.opcode", operation), ("arp.dst.proto_ipv4", operation == "1" ? "192.0.2.129" : "192.0.2.130")
      ),
      try kernel.frame(0, ("arp.opcode", operation)))
  }
  for (type, response) in [("1", "0"), ("28", "0"), ("1", "1"), ("28", "1")] {
    let wanted = [("dns.qry.type", type), ("dns.flags.response", response)]
    expectEqual(
      try ours.frame(0, wanted[0], wanted[1]), try kernel.frame(0, wanted[0], wanted[1]),
      except: response == "1" ? ["udp.dstport"] : [])
  }
}

@Test func aNameThatIsNotThereIsAnsweredAsToTheKernel() throws {
  let world = try Networks.world("home", script: ["laptop: browse http://nowhere.example.com/"])
  let (ours, kernel) = (Recording(try Story(world)), try Recording(kernel: "unknown-name-laptop"))
  for response in ["0", "1"] {
    let names: Set<String> = response == "0" ? [] : ["dns.resp.len"]
    expectEqual(
      try ours.frame(0, ("dns.qry.type", "28"), ("dns.flags.response", response)),
      try kernel.frame(0, ("dns.qry.type", "28"), ("dns.flags.response", response)),
      except: names.union(["dns.qry.name", "ip.len", "udp.length", response == "1" ? "udp.dstport" : ""]))
  }
}

@Test func theHandshakeIsTheKernels() throws {
  let (ours, kernel) = (Recording(try Story(Networks.world("home"))), try Recording(kernel: "page-laptop"))
  let port: Set = ["tcp.srcport", "tcp.dstport"]
  for (syn, source) in [("1", laptop), ("1", router), ("0", laptop), ("0", router)] {
    // SYN and SYN,ACK; the third segment and the acknowledgment of the request, whose length counts in the window.
    let wanted = [("tcp.flags.syn", syn), source, ("tcp.len", "0")]
    expectEqual(
      try ours.frame(0, wanted[0], wanted[1], wanted[2]),
      try kernel.frame(0, wanted[0], wanted[1], wanted[2]),
      except: syn == "0" && source == router ? port.union(["tcp.window_size_value"]) : port)
  }
  // The request; what it says is curl's.
  let text: Set = ["ip.len", "tcp.payload"]
  let (mine, theirs) = (
    try ours.frame(0, ("http.request.method", "GET")), try kernel.frame(0, ("http.request.method", "GET"))
  )
  func withoutText(_ frame: Dissection) -> Dissection {
    var frame = frame
    frame.layers.removeAll { $0.protocol.name == "http" }
    return frame
  }
  expectEqual(withoutText(mine), withoutText(theirs), except: port.union(text))
}

@Test func theEndIsTheKernels() throws {
  let (ours, kernel) = (
    Recording(try Story(Networks.world("home"))), try Recording(kernel: "server-closes-laptop")
  )
  // FIN of the server, FIN of the client, last acknowledgment; windows depend on what was read before.
  let except: Set = ["tcp.srcport", "tcp.dstport", "tcp.window_size_value"]
  for source in [router, laptop] {
    expectEqual(
      try ours.frame(0, ("tcp.flags.fin", "1"), source), try kernel.frame(0, ("tcp.flags.fin", "1"), source),
      except: except)
  }
  expectEqual(ours.frames.last!, kernel.frames.last!, except: except)
}

@Test func aRefusalIsTheKernels() throws {
  let world = try Networks.world("home", script: ["laptop: browse http://198.51.100.10:81/"])
  let (ours, kernel) = (Recording(try Story(world)), try Recording(kernel: "refused-laptop"))
  for source in [laptop, router] {
    expectEqual(
      try ours.frame(0, source, ("ip.proto", "6")), try kernel.frame(0, source, ("ip.proto", "6")),
      except: ["tcp.srcport", "tcp.dstport"])
  }
  // The numbers of the RST are no chance.
  let (mine, theirs) = (
    try ours.frame(0, ("tcp.flags.reset", "1")), try kernel.frame(0, ("tcp.flags.reset", "1"))
  )
  for frame in [mine, theirs] {
    #expect(frame.nodes(named: "tcp.seq_raw").first?.show == "0")
    #expect(frame.nodes(named: "tcp.ack").first?.show == "1")
    #expect(frame.nodes(named: "ip.id").first?.show == "0x0000")
  }
}

@Test func anEchoIsTheKernels() throws {
  let world = try Networks.world("home", script: ["laptop: ping web 2"])
  let (ours, kernel) = (Recording(try Story(world)), try Recording(kernel: "ping-laptop"))
  for (type, index) in [("8", 0), ("0", 0), ("8", 1), ("0", 1)] {
    expectEqual(try ours.frame(index, ("icmp.type", type)), try kernel.frame(index, ("icmp.type", type)))
  }
}

/// IPv4 identifications as both sides count them.
@Test func identificationsAreCountedAsTheKernelDoes() throws {
  let (ours, kernel) = (Recording(try Story(Networks.world("home"))), try Recording(kernel: "page-laptop"))
  for recording in [ours, kernel] {
    for source in [laptop, router] {
      for proto in ["udp", "tcp"] {
        let counted = recording.frames.filter { frame in
          frame.nodes(named: source.0).first?.show == source.1
            && frame.layers.contains { $0.protocol.name == proto }
        }
        let synAck = proto == "tcp" && source == router
        if synAck { #expect(counted.first?.header(IPv4.self)?.identification == 0) }
        let numbers = counted.dropFirst(synAck ? 1 : 0).compactMap { $0.header(IPv4.self)?.identification }
        #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 &+ 1 == $1 })
        #expect(numbers.count > 1)
      }
    }
  }
}

/// Errors: our router or server gets the packet that the kernel's got, and says the same.
@Test(arguments: [
  ("unreachable-laptop", 0, "web", "198.51.100.10"), ("unreachable-laptop", 1, "hall", "192.0.2.6"),
  ("unreachable-laptop", 2, "core", "192.0.2.2"), ("trace-laptop", 0, "router", "192.0.2.129"),
  ("trace-laptop", 1, "isp", "203.0.113.1"), ("trace-laptop", 2, "core", "192.0.2.2"),
  ("trace-laptop", 3, "hall", "192.0.2.6"), ("trace-laptop", 4, "web", "198.51.100.10"),
])
func errorsAreTheKernels(capture: String, index: Int, device: String, address: String) throws {
  let recording = try Recording(kernel: capture)
  let errors = recording.frames.filter { frame in
    ["3", "11"].contains(frame.nodes(named: "icmp.type").first?.show)
  }
  let kernel = errors[index]
  var quote = Array(kernel.bytes[42..<14 + Int(try #require(kernel.header(IPv4.self)).totalLength)])
  var host = try Networks.world("home").host(device)
  let code = try #require(kernel.header(ICMP.self)).code
  if kernel.header(ICMP.self)?.type == .destinationUnreachable, code == 1 {
    // The quote is as it was sent on, and the router's ARP has failed.
    try expectError(kernel, quote, .undeliverable(packet: quote, code: .host), &host, address)
  } else {
    let unit = PDU(.name("ip"), quote)
    quote = unit.bytes
    try expectError(kernel, quote, .ipReceive(interface: 0, unit), &host, address)
  }
}

private func expectError(
  _ kernel: Dissection, _ quote: [UInt8], _ task: Networking.Task, _ host: inout Networking.Host,
  _ address: String
) throws {
  var work = [Work(device: 0, task: task, cause: 1)]
  var packet: [UInt8]?
  var number = 9
  while packet == nil, let next = work.popLast() {
    var step = Step(number: number, now: 0, clock: 0, work: next, random: SeededRandom(seed: 1))
    host.perform(next.task, &step)
    if step.moment?.kind.name == "ip.wrap" { packet = step.moment?.unit?.bytes }
    number += 1
    work += step.followUps.reversed()
  }
  var dissector = Dissector()
  let ours = dissector.dissect(try #require(packet), start: .name("ip"))
  var theirs = kernel
  theirs.layers.removeFirst()
  #expect(ours.nodes(named: "ip.src").first?.show == address)
  // The TTL at the laptop is less by the routers on the way.
  let (a, b) = (ours.nodes(named: "ip.ttl").map(\.show), theirs.nodes(named: "ip.ttl").map(\.show))
  #expect(a.first == "64" && a.dropFirst() == b.dropFirst())
  expectEqual(ours, theirs, except: ["ip.ttl"])
  // The quoted packet is the same to the last octet.
  #expect(Array(ours.bytes[28...]) == quote)
}

@Test func aReCheckOfANeighbourIsTheKernels() throws {
  let kernel = try Recording(kernel: "unreachable-laptop")
  var host = try Networks.world("home").host("router")
  host.arp.insert(
    ARPCache.Row(
      interface: 0, address: IPv4Address("192.0.2.130")!, mac: MACAddress("00:00:5e:00:53:10"), state: .delay,
      since: -5_000_000_000, moment: 1, started: 1))
  let probe = try #require(try moment(of: .deadline, &host).unit)
  #expect(probe.bytes == (try kernel.frame(0, ("arp.opcode", "1"), router)).bytes)
  // And the laptop's answer to it.
  var laptop = try Networks.world("home").host("laptop")
  let asked = Work(device: 0, task: .arpReceive(interface: 0, bytes: probe.bytes), cause: 1)
  var step = Step(number: 9, now: 0, clock: 0, work: asked, random: SeededRandom(seed: 1))
  laptop.perform(asked.task, &step)
  let reply = try #require(try moment(of: step.followUps[0].task, &laptop).unit)
  #expect(reply.bytes == kernel.frames.last!.bytes)
}

@Test func repeatedQuestionsAreTheKernels() throws {
  let kernel = try Recording(kernel: "unanswered-laptop")
  let target = try kernel.frame(0, ("arp.opcode", "1"), ("arp.dst.hw_mac", "00:00:00:00:00:00"))
  let address = try #require(target.nodes(named: "arp.dst.proto_ipv4").first).show
  let ours = Recording(try Story(Networks.world("home", script: ["laptop: ping \(address)"])))
  for index in 0..<3 { expectEqual(try ours.frame(index, ("arp.opcode", "1"), laptop), target) }
  let same = kernel.frames.filter {
    $0.nodes(named: "arp.dst.proto_ipv4").first?.show == address && $0.bytes == target.bytes
  }
  #expect(same.count == 3)
}

/// A kernel's `shutdown(SHUT_WR)`, field by field as far as one side alone decides: FIN, then data the other way that is
/// taken and acknowledged (RFC 9293 §3.6).
@Test func aHalfClosedConnectionIsTheKernels() throws {
  let world = try Networks.world(
    devices: Networks.host("laptop", "10", "10.0.0.2/24") + "    runs: [spooler]\n"
      + Networks.host("printer", "50", "10.0.0.20/24")
      + "    runs: [{print: {takes: 500ms, report: \"printed 1 page, 213 sheets left\\n\"}}]\n",
    cables: "  - {ends: [laptop.eth0, printer.eth0], rate: 1Gbps}\n", script: ["laptop: print printer 2400"])
  func segments(_ recording: Recording, fromPrinter: Bool) -> [String] {
    recording.frames.filter { frame in
      frame.header(TCP.self).map { ($0.sourcePort == 9100) == fromPrinter } ?? false
    }.map { frame in
      ["tcp.flags.str", "tcp.flags", "tcp.seq", "tcp.ack", "tcp.len"].compactMap {
        frame.nodes(named: $0).first?.show
      }.joined(separator: " ")
    }
  }
  let (ours, kernel) = (Recording(try Story(world)), try Recording(kernel: "half-close-laptop"))
  for fromPrinter in [false, true] {
    #expect(segments(ours, fromPrinter: fromPrinter) == segments(kernel, fromPrinter: fromPrinter))
  }
  #expect(segments(kernel, fromPrinter: false).count == 7 && segments(kernel, fromPrinter: true).count == 6)
}
