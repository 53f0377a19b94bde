import Documents
import Testing

@testable import Networking

private let twoSwitches =
  Networks.host("a", "01", "10.0.0.1/24") + "    runs: [browser]\n"
  + Networks.host("b", "02", "10.0.0.2/24")
  + "    runs: [{web: {pages: {\"/\": {body: hello}}}}]\n"
  + "  s: {kind: switch, label: {en: s, ko: s}, ports: 4}\n  t: {kind: switch, label: {en: t, ko: t}, ports: 4}\n"

private func world(_ script: String...) throws -> World {
  try Networks.world(
    devices: twoSwitches,
    cables: """
        - {ends: [a.eth0, s.1], rate: 1Gbps, delay: 5us}
        - {ends: [b.eth0, t.1], rate: 1Gbps, delay: 5us}
        - {ends: [s.4, t.4], rate: 1Gbps, delay: 5us}
      """, script: script)
}

extension Timeline {
  /// Recorded to its end, every step checked.
  fileprivate func whole() throws -> Timeline {
    var whole = self
    while !whole.isComplete, whole.moments.count < 20_000, whole.record() {
      if let broken = whole.front.brokenInvariant { Issue.record("\(broken)") }
    }
    #expect(whole.isComplete)
    return whole
  }

  fileprivate func names(_ kind: MomentKind) -> [String] {
    moments.filter { $0.kind == kind }.map { moment in moment.device.map { front.devices[$0].name } ?? "you" }
  }

  /// Every moment, replayed from copies, is what was recorded.
  fileprivate func replaysItself() -> Bool {
    var start = self
    start.forgetReading()
    return moments.indices.allSatisfy { start.world(after: $0 + 1).moments == $0 + 1 }
      && start.world(after: moments.count - 1).now <= front.now
  }
}

@Test func aDamagedFrameIsThrownAwayByTheNextDevice() throws {
  let whole = try Timeline(world("a: ping b")).whole()
  let frame = whole.transmissions[0].number
  let bit = whole.damagedBit(ofFrame: frame)
  #expect(bit == whole.damagedBit(ofFrame: frame))
  let fork = try whole.fork(.damage(frame: frame, bit: bit)).whole()
  let told = try #require(fork.moments.first { $0.kind == WhatIf.moments.damage })
  #expect(told.detail("byte") == "\(bit / 8)" && told.detail("bit") == "\(bit % 8)")
  let (now, before) = (fork.transmission(frame), whole.transmission(frame))
  #expect(now.bytes != before.bytes && now.fcs == before.fcs && Checksum.crc32(now.bytes) != now.fcs)
  #expect(Checksum.crc32(before.bytes) == before.fcs)
  let dropped = try #require(fork.moments.first { $0.kind == MomentKind.physical.damaged })
  #expect(dropped.drop == .physical.badFCS && dropped.cause == told.number)
  // Nobody repairs it: the question is asked again.
  #expect(Divergence(original: whole, fork: fork).reason == .dropped(dropped.number))
  #expect(fork.moments.contains { $0.kind == MomentKind.ping.reply })
  #expect(throws: WhatIf.Refusal.noBit(frame)) {
    try whole.fork(.damage(frame: frame, bit: before.bytes.count * 8))
  }
}

@Test func aNewCableMakesALoop() throws {
  let whole = try Timeline(world("a: ping b", "at 1s: a: ping 10.0.0.9")).whole()
  let (s, t) = (PortReference(device: 2, port: 1), PortReference(device: 3, port: 1))
  var fork = try whole.fork(.join(s, t), after: whole.moments.first { $0.time > 500_000_000 }!.number)
  #expect(fork.moments.last?.kind == WhatIf.moments.join && fork.front.cables.count == 4)
  let isWhole = fork.extendToEnd(limit: 20_000)
  // What is for everybody goes round for ever.
  #expect(!isWhole && fork.stormingCables == [2, 3])
  #expect(fork.names(MomentKind.physical.carrier) == ["s", "t"])
  let end = PortReference(device: 2, port: 3)
  #expect(throws: WhatIf.Refusal.portTaken("s.4")) { try whole.fork(.join(s, end), after: 1) }
  #expect(throws: WhatIf.Refusal.samePort) { try whole.fork(.join(s, s), after: 1) }
}

@Test func aDeviceThatRestartsHasForgotten() throws {
  let whole = try Timeline(world("a: browse http://10.0.0.2/", "at 2s: a: browse http://10.0.0.2/")).whole()
  let answered = try #require(whole.moments.first { $0.kind.name == "browser.response" })
  let fork = try whole.fork(.restart(device: 1), after: answered.number).whole()
  let restart = try #require(fork.moments.first { $0.kind == MomentKind.device.restart })
  #expect(Set(restart.changes.map(\.table)) == ["arp", "connection"])
  #expect(restart.changes.allSatisfy { $0.after == nil && $0.before != nil })
  let after = fork.world(after: restart.number).host("b")
  #expect(after.arp.rows.isEmpty && after.tcp.sockets.isEmpty && after.tcp.listeners.count == 1)
  // The other side does not know: its next segment is answered by RST (RFC 9293 §3.5.1, half-open connections).
  #expect(Set(fork.names(MomentKind.tcp.reset)) == ["b"])
  #expect(fork.moments.contains { $0.kind.name == "browser.failed" && $0.detail("reason") == "reset" })
  // A switch learns anew.
  let two = try Timeline(world("a: ping b", "at 2s: a: ping b")).whole()
  let middle = try #require(two.moments.first { $0.kind == MomentKind.ping.reply })
  let empty = try two.fork(.restart(device: 2), after: middle.number).whole()
  let flooded = empty.names(MomentKind.bridge.flood).filter { $0 == "s" }.count
  #expect(flooded == two.names(MomentKind.bridge.flood).filter { $0 == "s" }.count + 1)
  #expect(fork.replaysItself() && empty.replaysItself())
}

@Test func aWaitLetsEverythingHappenThatIsDue() throws {
  let whole = try Timeline(world("a: ping b")).whole()
  let last = whole.moments.count
  let time: Int64 = 400_000_000_000
  let fork = try whole.fork(.wait(until: time), after: last)
  #expect(fork.moments.last?.kind == WhatIf.moments.wait && fork.front.now == time)
  #expect(fork.moments.last?.time == time)
  // Both hosts and both switches have forgotten in the meantime.
  #expect(Set(fork.names(MomentKind.bridge.expired)) == ["s", "t"])
  #expect(fork.front.devices.allSatisfy { $0.bridge?.rows.isEmpty ?? $0.host!.arp.rows.isEmpty })
  #expect(fork.replaysItself())
  #expect(throws: WhatIf.Refusal.notAhead) { try fork.fork(.wait(until: time), after: fork.moments.count) }
  // What is asked then begins then.
  let line = try ScriptLine("b: ping a", in: whole.front.devices)
  let asked = try fork.fork(.ask(line), after: fork.moments.count).whole()
  #expect(asked.moments.last { $0.kind == MomentKind.ping.reply }!.time > time)
  #expect(asked.names(MomentKind.ping.reply).last == "b")
}

@Test func aWaitStopsBetweenWhatHappensAndNothingIsLate() throws {
  let whole = try Timeline(world("a: ping b")).whole()
  // Neighbours are checked 5 s after they were used.
  let fork = try whole.fork(.wait(until: 1_000_000_000), after: whole.moments.count)
  #expect(fork.moments.count == whole.moments.count + 1 && fork.front.now == 1_000_000_000)
  #expect(fork.front.brokenInvariant == nil)
  var later = fork
  _ = later.record()
  let check = try #require(later.moments.last)
  #expect(check.time > 5_000_000_000 && check.time < 5_100_000_000)
  // A replay comes to the same world.
  var replayed = fork
  replayed.forgetReading()
  let again = replayed.world(after: fork.moments.count - 1)
  #expect(again.now < 1_000_000_000)
  let longer = try fork.fork(.wait(until: 6_000_000_000), after: fork.moments.count)
  let back = longer.world(after: fork.moments.count)
  #expect(back.now == fork.front.now && back.nextTime == fork.front.nextTime)
  #expect(zip(longer.moments, longer.moments.dropFirst()).allSatisfy { $0.time <= $1.time })
}

@Test func aWaitThatHasNoEndIsRefused() throws {
  let whole = try Timeline(world("a: ping b")).whole()
  let loop = try whole.fork(
    .join(PortReference(device: 2, port: 1), PortReference(device: 3, port: 1)), after: 1)
  #expect(throws: WhatIf.Refusal.tooMuch) {
    try loop.fork(.wait(until: 3_600_000_000_000), after: loop.moments.count)
  }
}

@Test func aScriptThatAPersonBeginsCountsFromThere() throws {
  var timeline = try Timeline.quiet(world("at 2s: a: ping b")).fork(.wait(until: 5_000_000_000), after: 1)
  timeline = try timeline.fork(.script, after: timeline.moments.count).whole()
  #expect(timeline.moments.first { $0.kind == Command.moments.ping }?.time == 7_000_000_000)
}

@Test func whatIsAroundAFrameOnItsCableCanBeAsked() throws {
  let whole = try Timeline(world("a: ping b")).whole()
  func shown(_ timeline: Timeline, _ field: String) -> [String] {
    var timeline = timeline
    return timeline.dissection(ofTransmission: 1, frame: true).shown(field)
  }
  #expect(shown(whole, "phy.preamble") == ["55555555555555d5"])
  // An ARP request has 42 bytes, padded to 60; 8 before and 4 after it are on the cable too.
  #expect(shown(whole, "phy.len") == ["72"])
  let sent = whole.moment(whole.transmissions[0].moment)
  #expect(shown(whole, "phy.fcs") == [sent.detail("fcs")] && shown(whole, "phy.fcs.status") == ["1"])
  let fork = try whole.fork(.damage(frame: 1, bit: 3))
  #expect(shown(fork, "phy.fcs") == shown(whole, "phy.fcs") && shown(fork, "phy.fcs.status") == ["0"])
  // No capture has it, and no screen shows it as a layer.
  var plain = whole
  #expect(plain.dissection(ofTransmission: 1).shown("phy.fcs").isEmpty)
}
