import Analysis
import Documents
import Foundation
import Networking
import Testing

@testable import UI

/// Which transmissions are one message on its way: what devices send on, and nothing that they make.
@Suite struct MessageTests {
  /// Inside a host too a reply is something new, though it carries what the request carried; what a router passes on is
  /// the same thing, changed.
  @Test func aReplyIsNoChangedRequestInsideItsHost() throws {
    var (replies, forwards) = (0, 0)
    for fixture in [Fixture.twoHosts, Fixture.home] {
      var timeline = try fixture.get().recording.timeline
      for moment in timeline.moments {
        let changes = timeline.changes(inUnitAt: moment.number)
        if moment.kind == MomentKind.icmp.echoReply {
          replies += 1
          #expect(changes.was.isEmpty && changes.fields.isEmpty, "moment \(moment.number)")
        }
        if moment.kind == MomentKind.internet.forward, let unit = timeline.shownUnit(at: moment.number) {
          forwards += 1
          let names = changes.was.keys.map { unit.node($0).field.name }
          #expect(names.contains("ip.ttl"), "moment \(moment.number)")
        }
      }
    }
    #expect(replies > 0 && forwards > 5)
  }

  /// What is said in a network when a host is asked for something, without the network's own script.
  private func recording(_ file: NetworkFile, _ line: String) throws -> Recording {
    let script = try ScriptLine(line, in: file.world(seed: 1).devices)
    return recording(Timeline(file.world(seed: 1, script: [script])))
  }

  private func recording(_ network: String, _ line: String) throws -> Recording {
    let path = try #require(Fixture.library.networkPath(network))
    return try recording(NetworkFile.decode(Fixture.library.source(path)), line)
  }

  private func recording(_ timeline: Timeline) -> Recording {
    var recording = Recording(timeline)
    recording.record(toMoment: Recording.longest)
    recording.findMessages(upTo: recording.last)
    return recording
  }

  /// The same with a field of a frame overwritten on its cable.
  private func edited(_ recording: Recording, _ frame: Int, _ field: String, _ typed: String) throws
    -> Recording
  {
    var timeline = recording.timeline
    let dissection = timeline.dissection(ofTransmission: frame)
    let layer = try #require(dissection.layers.firstIndex { $0.nodes.contains { $0.field.name == field } })
    let node = try #require(dissection.layers[layer].nodes.firstIndex { $0.field.name == field })
    let edit = try FieldEdit(dissection, layer: layer, node: node).applying(typed, checksums: .fixed)
    return self.recording(try timeline.fork(.edit(frame: frame, edit)))
  }

  /// A line for each message, as `ping? laptop web 7`: label, ends, cables.
  private func told(_ recording: Recording, _ fits: (Message) -> Bool = { _ in true }) -> [String] {
    recording.messages.filter(fits).map { message in
      let ends = [message.from, message.to].map { recording.topology.devices[$0].name }
      return "\(message.label) \(ends[0]) \(ends[1]) \(message.hops.count)"
    }
  }

  private func isIP(_ message: Message) -> Bool { !message.label.hasPrefix("ARP") }

  /// `pc - sw - near - far - server`, where the server answers nobody who asks for a name.
  private func line() throws -> NetworkFile {
    try NetworkFile.decode(
      Source(
        name: "line.yaml",
        bytes: Array(
          """
          format: 1
          id: line
          title: {en: line, ko: line}
          clock: "2026-03-02T09:00:00+09:00"
          devices:
            pc:
              kind: host
              label: {en: pc, ko: pc}
              resolver: "10.0.2.9"
              interfaces:
                eth0: {mac: "00:00:5e:00:53:01", address: "10.0.0.2/24", gateway: "10.0.0.1"}
              runs: [browser]
            near:
              kind: router
              label: {en: near, ko: near}
              interfaces:
                lan: {mac: "00:00:5e:00:53:02", address: "10.0.0.1/24"}
                up: {mac: "00:00:5e:00:53:03", address: "10.0.1.1/24", gateway: "10.0.1.2"}
            far:
              kind: router
              label: {en: far, ko: far}
              interfaces:
                up: {mac: "00:00:5e:00:53:04", address: "10.0.1.2/24", gateway: "10.0.1.1"}
                lan: {mac: "00:00:5e:00:53:05", address: "10.0.2.1/24"}
            server:
              kind: host
              label: {en: server, ko: server}
              interfaces:
                eth0: {mac: "00:00:5e:00:53:06", address: "10.0.2.9/24", gateway: "10.0.2.1"}
            other:
              kind: host
              label: {en: other, ko: other}
              interfaces:
                eth0: {mac: "00:00:5e:00:53:07", address: "10.0.0.3/24", gateway: "10.0.0.1"}
            sw: {kind: switch, label: {en: sw, ko: sw}, ports: 4}
          cables:
            - {ends: [pc.eth0, sw.1], rate: 1Gbps, delay: 5us}
            - {ends: [near.lan, sw.2], rate: 1Gbps, delay: 5us}
            - {ends: [other.eth0, sw.3], rate: 1Gbps, delay: 5us}
            - {ends: [near.up, far.up], rate: 1Gbps, delay: 5us}
            - {ends: [far.lan, server.eth0], rate: 1Gbps, delay: 5us}
          """.utf8)))
  }

  // MARK: Cables

  /// The question is flooded: one message over four cables. The answer is another, and what has waited for it a third, at
  /// the host that made it as at routers that it has come to.
  @Test func anARPQuestionItsAnswerAndWhatWaitedAreThree() throws {
    #expect(
      try told(recording(line(), "pc: ping server")) == [
        "ARP? pc near 3", "ARP near pc 2", "ping? pc server 4", "ARP? near far 1", "ARP far near 1",
        "ARP? far server 1", "ARP server far 1", "ping server pc 4",
      ])
  }

  @Test func aPingIsARequestAndAReply() throws {
    #expect(
      try told(recording("home", "laptop: ping 198.51.100.10"), isIP) == [
        "ping? laptop web 7", "ping web laptop 7",
      ])
    #expect(
      try told(recording("two-hosts", "laptop: ping printer"), isIP) == [
        "ping? laptop printer 2", "ping printer laptop 2",
      ])
  }

  /// Who asks for its own address tells it to all: nobody answers, and it is one message over all cables.
  @Test func anAnnouncementIsOneMessageToNobodyAlone() throws {
    let asked = try recording(line(), "pc: ping server")
    let announced = try edited(asked, 1, "arp.dst.proto_ipv4", "10.0.0.2")
    #expect(told(announced)[0] == "ARP pc sw 3")
    // The next is the same host's, which still waits.
    #expect(told(announced)[1] == "ARP? pc near 3")
    for frame in announced.messages[0].hops.map(\.frame) {
      #expect(announced.message(ofFrame: frame).number == 1)
    }
  }

  /// Devices on the way may change it as they like.
  @Test func whatWasChangedOnTheWayIsTheSameMessage() throws {
    let whole = try recording(line(), "pc: ping server")
    let request = try #require(whole.messages.first { $0.label == "ping?" })
    for (field, value) in [("ip.dsfield.dscp", "46"), ("icmp.seq", "77"), ("ip.src", "10.0.0.3")] {
      let changed = try edited(whole, request.hops[1].frame, field, value)
      #expect(told(changed, isIP)[0] == "ping? pc server 4", "\(field)")
    }
  }

  /// Of every frame of a walk with names, connections and pages: what was made after a cable was crossed came over none.
  @Test func whatIsMadeComesOverNoCable() throws {
    let home = try Fixture.home.get().recording
    let making = [
      MomentKind.internet.wrap, MomentKind.arp.request, MomentKind.arp.retry, MomentKind.arp.probe,
      MomentKind.arp.reply,
    ]
    for transmission in home.timeline.transmissions {
      let builders = transmission.provenance.map { home.timeline.moment($0) }
      let last = try #require(builders.lastIndex { making.contains($0.kind) })
      #expect(builders[...last].filter(\.isOnCable).isEmpty, "\(transmission.number)")
      let hops = home.message(ofFrame: transmission.number).hops
      let before = builders[last...].compactMap { $0.isOnCable ? $0.frame : nil }.dropLast()
      #expect(Set(hops.map(\.frame)).isSuperset(of: before))
      #expect(home.timeline.frame(before: transmission.number) == before.last, "\(transmission.number)")
    }
  }

  // MARK: Errors

  @Test func anErrorIsNoPartOfWhatItSpeaksOf() throws {
    let recording = try recording("home", "laptop: ping 8.8.8.8")
    let errors = recording.messages.filter { $0.label == "unreachable" }
    #expect(!errors.isEmpty)
    for error in errors {
      let names = [error.from, error.to].map { recording.topology.devices[$0].name }
      #expect(names == ["core", "laptop"])
      // It quotes the request, and leaves at another device.
      #expect(error.hops.allSatisfy { hop in recording.message(ofFrame: hop.frame) == error })
      #expect(error.hops[0].from == error.from)
    }
    #expect(recording.messages.contains { $0.label == "ping?" && $0.hops.last?.to == errors[0].from })
  }

  /// It quotes a question of DNS, and is called by what it says of it.
  @Test func aClosedPortIsToldByAMessageOfItsOwn() throws {
    let recording = try recording(line(), "pc: browse http://www.example.com/")
    let told = told(recording, isIP)
    #expect(told.contains("DNS A? pc server 4") && told.contains("unreachable server pc 4"))
    #expect(Set(told) == ["DNS A? pc server 4", "DNS AAAA? pc server 4", "unreachable server pc 4"])
  }

  @Test func aPacketWhoseTimeIsOverIsToldOfByTheRouter() throws {
    let whole = try recording(line(), "pc: ping server")
    let request = try #require(whole.messages.first { $0.label == "ping?" })
    let short = try edited(whole, request.hops[0].frame, "ip.ttl", "2")
    #expect(told(short, isIP) == ["ping? pc server 3", "TTL over far pc 3"])
  }

  /// The packet goes on, and the router speaks of it to its sender.
  @Test func aRedirectIsAnother() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let path = folder.path + "/NetworkingTests/Networks/redirect.yaml"
    let file = try NetworkFile.decode(Fixture.library.source(path))
    #expect(
      try told(recording(file, "pc: ping srv"), isIP) == [
        "ping? pc srv 5", "redirect r1 pc 2", "ping srv pc 3",
      ])
  }

  /// No device of ours sends one; an error with another type is one.
  @Test func aSourceQuenchIsCalledSo() throws {
    let recording = try recording("home", "laptop: ping 8.8.8.8")
    let error = try #require(recording.messages.first { $0.label == "unreachable" })
    let quench = try edited(recording, error.hops[0].frame, "icmp.type", "4")
    #expect(told(quench) { $0.hops[0].frame == error.hops[0].frame } == ["quench core laptop 4"])
  }

  // MARK: Again

  /// TCP sends what was lost again: it is another message, whichever cable lost the first.
  @Test func whatIsSentAgainIsAnother() throws {
    let home = try Fixture.home.get().recording
    let get = try #require(home.messages.first { $0.label == "GET /" })
    for hop in get.hops.indices {
      let fork = recording(try home.timeline.fork(.lose(frame: get.hops[hop].frame)))
      let first = fork.message(ofFrame: get.hops[0].frame)
      #expect(first.hops.count == hop + 1)
      let again = fork.messages.filter {
        $0.from == get.from && $0.to == get.to && $0.number > first.number && $0.hops.count == 7
      }
      #expect(again.contains { fork.timeline.frame(before: $0.hops[0].frame) == nil })
      #expect(fork.messages.map(\.hops.count).max() == 7)
    }
  }

  /// The reply's first frame carries what the request carried; nothing in it was changed on a way.
  @Test func aReplyIsNotAChangedRequest() throws {
    var recording = try recording("two-hosts", "laptop: ping printer")
    let reply = try #require(recording.messages.first { $0.label == "ping" })
    #expect(recording.timeline.frame(before: reply.hops[0].frame) == nil)
    #expect(recording.timeline.frame(before: reply.hops[1].frame) == reply.hops[0].frame)
    #expect(recording.scene(at: reply.moment).changes == .none)
  }

  @Test func whatIsSentAgainIsCalledTheSameAllTheWay() throws {
    let home = try Fixture.home.get().recording
    let get = try #require(home.messages.first { $0.label == "GET /" })
    var recording = Recording(try home.timeline.fork(.lose(frame: get.hops[2].frame)))
    recording.record(toMoment: Recording.longest)
    let requests = recording.messages.filter { $0.label == "GET /" }
    #expect(requests.map(\.hops.count) == [3, get.hops.count])
    #expect(requests.allSatisfy { $0.from == get.from && $0.to == get.to })
    func data(_ messages: [Message]) -> Int { messages.count { $0.label == "Data" } }
    #expect(data(recording.messages) == data(home.messages))
  }

  @Test func whatIsLostIsSoFromTheMomentOfItsLoss() throws {
    let home = try Fixture.home.get().recording
    let get = try #require(home.messages.first { $0.label == "GET /" })
    let frame = get.hops[2].frame
    let path = home.topology.path(from: get.from, to: get.to)
    var recording = Recording(try home.timeline.fork(.lose(frame: frame)))
    recording.record(toMoment: Recording.longest)
    let requests = recording.messages.filter { $0.label == "GET /" }
    let lost = recording.timeline.transmission(frame).moment + 1
    #expect(!recording.isLost(requests[0], on: path, by: lost - 1))
    #expect(recording.isLost(requests[0], on: path, by: lost))
    #expect(recording.isLost(requests[0], on: path, by: recording.last))
    #expect(!recording.isLost(requests[1], on: path, by: recording.last))
    for message in home.messages where !message.label.hasPrefix("ARP") {
      let path = home.topology.path(from: message.from, to: message.to)
      for moment in [message.moment, message.hops.last!.moment, home.last] {
        #expect(!home.isLost(message, on: path, by: moment), "\(message.label)")
      }
    }
  }

  @Test func whatADeviceDropsIsLostToo() throws {
    let recording = try recording("home", "laptop: ping 8.8.8.8")
    let error = try #require(recording.messages.first { $0.label == "unreachable" })
    let request = try #require(recording.messages.first { $0.label == "ping?" })
    let path = recording.topology.path(from: error.to, to: error.from)
    #expect(recording.isLost(request, on: path, by: recording.last))
    #expect(!recording.isLost(error, on: path.reversed(), by: recording.last))
  }

  /// To a neighbour that never says its address: it got no further than that device. The question that nobody gets is not
  /// what is lost of it.
  @Test(arguments: [1, 2]) func whatFindsNoWayOnIsLost(_ ping: Int) throws {
    let whole = try recording(line(), "pc: ping server 2")
    let requests = whole.messages.filter { $0.label == "ping?" }
    let cable = try #require(
      whole.timeline.front.cables.firstIndex {
        $0.ends.allSatisfy { ["near", "far"].contains(whole.name($0)) }
      })
    let fork = recording(
      try whole.timeline.fork(.cut(cable: cable), after: requests[ping - 1].hops[0].moment))
    let request = fork.messages.filter { $0.label == "ping?" }[ping - 1]
    #expect(request.hops.count == 2)
    let path = fork.topology.path(from: request.from, to: request.to)
    let loss = try #require(
      (request.moment...fork.last).first { fork.isLost(request, on: path, by: $0) })
    #expect(fork.timeline.moment(loss).kind == MomentKind.arp.failed)
    #expect(fork.timeline.moments[..<(loss - 1)].contains { $0.kind == MomentKind.physical.drop })
    let device = try #require(fork.timeline.moment(loss).device)
    #expect(fork.topology.devices[device].name == "near")
  }
}

extension Recording {
  fileprivate func name(_ end: PortReference) -> String { topology.devices[end.device].name }
}
