import Testing

@testable import Networking

private let home = Result { Networks.story(try Networks.world("home")) }

extension Timeline {
  /// The first frame whose outermost header of a layer is this protocol's and fits.
  mutating func frame(_ protocol: String, where fits: (Dissection) -> Bool = { _ in true }) throws -> Int {
    for number in 1...transmissions.count {
      let dissection = dissection(ofTransmission: number)
      if dissection.layers.contains(where: { $0.protocol.name == `protocol` }), fits(dissection) {
        return number
      }
    }
    throw StoryBroken()
  }

  /// A fork on which a field of a frame was overwritten, recorded to its end.
  func edited(
    _ frame: Int, _ field: String, _ typed: String, _ checksums: EditedFrame.Checksums = .fixed
  ) throws -> Timeline {
    let edit = try dissected(frame).edit(field).applying(typed, checksums: checksums)
    var fork = try fork(.edit(frame: frame, edit))
    let isWhole = fork.extendToEnd(limit: 20_000)
    #expect(isWhole)
    return fork
  }
}

extension Timeline {
  /// A frame as a capture shows it.
  func dissected(_ frame: Int) -> Dissection {
    var copy = self
    return copy.dissection(ofTransmission: frame)
  }
}

extension Dissection {
  func shown(_ field: String) -> [String] { nodes(named: field).map(\.show) }

  /// The outermost field of a name, ready to be edited.
  func edit(_ name: String) throws -> FieldEdit {
    for (layer, owner) in layers.enumerated() {
      if let node = owner.nodes.firstIndex(where: { $0.field.name == name }) {
        return try FieldEdit(self, layer: layer, node: node)
      }
    }
    throw StoryBroken()
  }
}

@Test func aLostFrameNeverArrivesAndIsToldByYou() throws {
  var whole = try home.get()
  let request = try whole.frame("arp")
  var fork = try whole.fork(.lose(frame: request))
  let sent = whole.transmission(request).moment
  #expect(fork.moments.count == sent + 1)
  let told = try #require(fork.moments.last)
  #expect(told.kind.name == "you.lose" && told.device == nil && told.frame == request)
  #expect(told.cause == sent && told.drop == .whatIf.lost && told.time == whole.moment(sent).time)
  let isWhole = fork.extendToEnd(limit: 20_000)
  #expect(isWhole)
  #expect(!fork.moments.contains { $0.kind.name == "phy.receive" && $0.frame == request })
  #expect(fork.transmission(request).isLost && !whole.transmission(request).isLost)
  // Nobody answers, so the laptop asks again, and gets its page.
  #expect(fork.moments.contains { $0.kind.name == "arp.retry" })
  #expect(fork.moments.contains { $0.kind.name == "browser.response" })
}

@Test func anEditedFieldIsWhyThingsHappen() throws {
  var whole = try home.get()
  let query = try whole.frame("dns")
  let fork = try whole.edited(query, "ip.ttl", "1")
  let edit = try #require(fork.moments.first { $0.kind.name == "you.edit" })
  #expect(edit.detail("field") == "ip.ttl" && edit.detail("old") == "64" && edit.detail("new") == "1")
  // The capture on the cable shows the edited packet, with a right checksum; the device that sent it did not know.
  #expect(fork.dissected(query).shown("ip.ttl") == ["1"])
  #expect(fork.dissected(query).shown("ip.checksum.status") == ["1"])
  #expect(fork.unit(at: edit.cause)?.bytes == whole.transmission(query).bytes)
  #expect(fork.unit(at: edit.number)?.bytes == fork.transmission(query).bytes)
  let drop = try #require(fork.moments.first { $0.drop == .internet.ttlExpired })
  #expect(fork.front.devices[try #require(drop.device)].name == "router")
  var chain: [Int] = []
  var number = drop.number
  while number > 0 { chain.append(number); number = fork.moment(number).cause }
  #expect(chain.contains(edit.number) && chain.contains(edit.cause))
  // Why is the field 1? Because you wrote it.
  let builder = try #require(fork.transmission(query).provenance.last)
  #expect(builder == edit.number && fork.moment(builder).evidence("ip.ttl")?.rule == .whatIf.edited)
}

@Test func whoFindsAWrongChecksumDependsOnWhichWasLeftWrong() throws {
  var whole = try home.get()
  let syn = try whole.frame("tcp")
  func firstDrop(_ field: String, _ checksums: EditedFrame.Checksums) throws -> (String, String) {
    let fork = try whole.edited(syn, field, field == "ip.ttl" ? "9" : "81", checksums)
    // Others on the links ignore ARP requests all the time.
    let drop = try #require(
      fork.moments.dropFirst(whole.transmission(syn).moment).first {
        ![nil, .link.notForMe].contains($0.drop) && $0.kind.name != "arp.ignore"
      })
    return (fork.front.devices[try #require(drop.device)].name, "\(drop.kind.name) \(drop.drop!.rawValue)")
  }
  #expect(try firstDrop("ip.ttl", .untouched) == ("switch", "phy.damaged bad-fcs"))
  #expect(try firstDrop("ip.ttl", .left) == ("router", "ip.drop bad-checksum"))
  #expect(try firstDrop("tcp.dstport", .left) == ("web", "tcp.drop bad-checksum"))
  #expect(try firstDrop("tcp.dstport", .fixed) == ("web", "tcp.drop closed-port"))
}

@Test func aDelayedFrameArrivesLater() throws {
  var whole = try home.get()
  let syn = try whole.frame("tcp")
  let late: Int64 = 20_000_000
  var fork = try whole.fork(.delay(frame: syn, nanoseconds: late))
  let isWhole = fork.extendToEnd(limit: 20_000)
  #expect(isWhole)
  func received(_ timeline: Timeline) throws -> Moment {
    try #require(timeline.moments.first { $0.kind.name == "phy.receive" && $0.frame == syn })
  }
  #expect(try received(fork).time == received(whole).time + late)
  #expect(fork.transmission(syn).end == whole.transmission(syn).end + late)
  let told = try #require(fork.moments.first { $0.kind.isWhatIf })
  #expect(try received(fork).cause == told.number && told.detail("delay") == "20")
}

@Test func aForkCanBeVisitedAndForkedLikeAnyTimeline() throws {
  var whole = try home.get()
  let syn = try whole.frame("tcp")
  let fork = try whole.edited(syn, "tcp.dstport", "81")
  let sent = whole.transmission(syn).moment
  // What was before is the same; the world in between is that of the first timeline.
  for number in [0, sent / 2, sent] { #expect(fork.world(after: number) == whole.world(after: number)) }
  var world = fork.world(after: sent + 1)
  for number in sent + 2...fork.moments.count {
    let step = world.step()
    #expect(step?.moment.number == number)
    if number % 7 == 0 || number < sent + 20 { #expect(fork.world(after: number) == world) }
  }
  // Back before the edit, it is not done.
  var again = fork.fork(after: sent)
  _ = again.extendToEnd()
  #expect(again.moments == whole.moments && again.transmissions == whole.transmissions)
  #expect(again.interventions.isEmpty)
  // A second change of the same frame comes after the first.
  let more = try fork.dissected(syn).edit("ip.ttl").applying("7", checksums: .fixed)
  let both = try fork.fork(.edit(frame: syn, more))
  #expect(both.moments.suffix(2).map(\.kind.name) == ["you.edit", "you.edit"])
  #expect(both.moments.last?.cause == both.moments.count - 1)
  #expect(both.dissected(syn).shown("tcp.dstport") == ["81"])
  #expect(both.dissected(syn).shown("ip.ttl") == ["7"])
  let lost = try both.fork(.lose(frame: syn))
  #expect(throws: WhatIf.Refusal.lost(syn)) { try lost.fork(.lose(frame: syn)) }
  #expect(lost.interventions.map(\.moment) == [sent + 1, sent + 2, sent + 3])
  // And a frame from before can still be changed: the later changes are gone.
  let earlier = try lost.fork(.lose(frame: 1))
  #expect(earlier.interventions.count == 1 && earlier.moments.count == whole.transmission(1).moment + 1)
}

@Test func whatCannotBeDoneIsRefused() throws {
  let whole = try home.get()
  #expect(throws: WhatIf.Refusal.notSent(0)) { try whole.fork(.lose(frame: 0)) }
  #expect(throws: WhatIf.Refusal.notSent(9999)) { try whole.fork(.lose(frame: 9999)) }
  #expect(throws: WhatIf.Refusal.delay) { try whole.fork(.delay(frame: 1, nanoseconds: 0)) }
  #expect(throws: WhatIf.Refusal.delay) { try whole.fork(.delay(frame: 1, nanoseconds: .max)) }
}

@Test func theFrameAtHandIsTheOneInFlightOrTheNextBuilt() throws {
  var whole = try home.get()
  let syn = try whole.frame("tcp")
  let sent = whole.moment(whole.transmission(syn).moment)
  let wrap = try #require(whole.moments.first { $0.kind.name == "tcp.syn" })
  #expect(whole.frameAtHand(at: sent.number) == syn && whole.frameAtHand(at: wrap.number) == syn)
  #expect(whole.frameAtHand(at: 0) == nil && whole.frameAtHand(at: whole.moments.count + 1) == nil)
}
