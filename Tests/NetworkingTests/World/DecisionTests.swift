import Documents
import Testing

@testable import Networking

/// Three hosts on a switch, and a fourth behind a router beside another.
private func world(_ script: String) throws -> World {
  let router = { (name: String, last: Int, other: String) in
    """
      \(name):
        kind: router
        label: {en: \(name), ko: \(name)}
        interfaces:
          lan: {mac: "00:00:5e:00:53:a\(last)", address: "10.0.0.\(last)/24"}
          far: {mac: "00:00:5e:00:53:b\(last)", address: "\(other)"}

    """
  }
  return try Networks.world(
    devices: Networks.host("a", "01", "10.0.0.11/24", ", gateway: \"10.0.0.1\"")
      + Networks.host("b", "02", "10.0.0.12/24", ", gateway: \"10.0.0.1\"")
      + Networks.host("far", "03", "10.1.0.10/24", ", gateway: \"10.1.0.1\"")
      + router("r", 1, "10.1.0.1/24") + router("q", 2, "10.2.0.1/24")
      + "  s: {kind: switch, label: {en: s, ko: s}, ports: 5}\n",
    cables: """
        - {ends: [a.eth0, s.1], rate: 1Gbps, delay: 5us}
        - {ends: [b.eth0, s.2], rate: 1Gbps, delay: 5us}
        - {ends: [r.lan, s.3], rate: 1Gbps, delay: 5us}
        - {ends: [q.lan, s.4], rate: 1Gbps, delay: 5us}
        - {ends: [far.eth0, r.far], rate: 1Gbps, delay: 5us}
      """, script: [script])
}

private let (s, a, q) = (5, 0, 4)

/// A walk to its end, and the fork on which a device decides otherwise in the first moment that fits.
private func decided(
  _ decision: Decision, _ script: String = "a: ping b", where fits: (Moment) -> Bool
) throws -> (whole: Timeline, fork: Timeline, told: Moment) {
  let whole = Networks.story(try world(script))
  let found = whole.moments.first(where: fits)
  let moment = try #require(found)
  var fork = try whole.fork(decision, at: moment.number)
  #expect(fork.moments.count == moment.number)
  let told = fork.moments[moment.number - 1]
  #expect(told.device == nil && told.kind.isWhatIf && told.cause == moment.cause)
  while !fork.isComplete, fork.moments.count < 20_000, fork.record() {
    if let broken = fork.front.brokenInvariant { Issue.record("\(broken)") }
  }
  #expect(fork.world(after: told.number + 1).moments == told.number + 1)
  return (whole, fork, told)
}

@Test func aSwitchSendsOutOfThePortsThatWereDecided() throws {
  let (whole, fork, told) = try decided(.ports(device: s, [3])) { $0.kind == MomentKind.bridge.flood }
  #expect(told.kind == WhatIf.moments.ports && told.detail("ports") == "4")
  let forward = fork.moment(told.number + 1)
  #expect(forward.kind == MomentKind.bridge.send && forward.detail("ports") == "4")
  #expect(forward.device == s && forward.cause == told.number)
  #expect(forward.evidence("eth.dst")?.rule == .whatIf.decided)
  // Only that port gets it, and it decides so only once: b is not asked, and a asks again.
  let out = fork.transmissions.filter { fork.moment($0.moment).cause == forward.number }
  #expect(out.map(\.from.port) == [3])
  #expect(fork.moments.filter { $0.kind == MomentKind.bridge.flood }.count >= 1)
  guard case .unanswered(let number) = Divergence(original: whole, fork: fork).reason else {
    return #expect(Bool(false), "\(Divergence(original: whole, fork: fork).reason)")
  }
  #expect(fork.moment(number).kind == MomentKind.arp.retry)
}

@Test func aSwitchSendsOutOfSeveralPortsOrBackWhereItCameFrom() throws {
  let (_, fork, told) = try decided(.ports(device: s, [0, 1])) { $0.kind == MomentKind.bridge.forward }
  let flood = fork.moment(told.number + 1)
  #expect(flood.kind == MomentKind.bridge.send && flood.detail("ports") == "1, 2")
  let out = fork.transmissions.filter { fork.moment($0.moment).cause == flood.number }
  #expect(out.map(\.from.port) == [0, 1])
}

@Test func aSwitchThatSendsOutOfNoPortKeepsTheFrame() throws {
  let (_, fork, told) = try decided(.ports(device: s, [])) { $0.kind == MomentKind.bridge.forward }
  #expect(told.kind == WhatIf.moments.silence && told.drop == .whatIf.silenced)
  #expect(!fork.moments.contains { $0.cause == told.number })
}

@Test func aHostHandsItsPacketToTheNextHopThatWasDecided() throws {
  let (whole, fork, told) = try decided(.nextHop(device: a, IPv4Address("10.0.0.2")!), "a: ping far") {
    $0.kind == MomentKind.internet.wrap
  }
  #expect(told.kind == WhatIf.moments.nextHop && told.detail("gateway") == "10.0.0.2")
  let wrap = fork.moment(told.number + 1)
  #expect(wrap.kind == MomentKind.internet.wrap && wrap.detail("gateway") == "10.0.0.2")
  // q has no way there and says so.
  let drop = try #require(fork.moments.first { $0.drop == .internet.noRoute })
  #expect(drop.device == q)
  #expect(Divergence(original: whole, fork: fork).reason == .dropped(drop.number))
}

@Test func aRouterHandsOnToTheNextHopThatWasDecided() throws {
  let r = 3
  let (_, fork, told) = try decided(.nextHop(device: r, IPv4Address("10.0.0.12")!), "a: ping far") {
    $0.kind == MomentKind.internet.forward
  }
  let forward = fork.moment(told.number + 1)
  #expect(forward.detail("interface") == "lan" && forward.detail("gateway") == "10.0.0.12")
  // b is no router.
  #expect(fork.moments.contains { $0.device == 1 && $0.drop == .internet.notMine })
}

@Test func aDeviceThatStaysSilentDoesNotKnow() throws {
  let (whole, fork, told) = try decided(.silence(device: 1)) { $0.kind == MomentKind.arp.reply }
  #expect(told.detail("name") == "b" && told.drop == .whatIf.silenced)
  #expect(!fork.moments[told.number...].contains { $0.kind == MomentKind.arp.reply && $0.time == told.time })
  guard case .unanswered = Divergence(original: whole, fork: fork).reason else {
    return #expect(Bool(false), "\(Divergence(original: whole, fork: fork).reason)")
  }
  // The second question is answered.
  #expect(fork.moments.contains { $0.kind == MomentKind.ping.reply })
}

@Test func whatIsNotDecidedInAMomentIsRefused() throws {
  let whole = Networks.story(try world("a: ping far"))
  func refusal(_ decision: Decision, at kind: MomentKind) throws -> WhatIf.Refusal? {
    let moment = try #require(whole.moments.first { $0.kind == kind })
    return #expect(throws: WhatIf.Refusal.self) { try whole.fork(decision, at: moment.number) }
  }
  #expect(try refusal(.ports(device: s, [1]), at: MomentKind.bridge.learn) == .nothingDecided)
  #expect(try refusal(.ports(device: a, [1]), at: MomentKind.bridge.flood) == .nothingDecided)
  #expect(try refusal(.ports(device: s, [5]), at: MomentKind.bridge.flood) == .noPort(6))
  let stranger = IPv4Address("10.9.0.1")!
  #expect(try refusal(.nextHop(device: a, stranger), at: MomentKind.internet.wrap) == .notOnLink(stranger))
  #expect(try refusal(.silence(device: a), at: MomentKind.physical.receive) == .nothingDecided)
  #expect(throws: WhatIf.Refusal.nothingDecided) { try whole.fork(.silence(device: a), at: 0) }
  #expect(throws: WhatIf.Refusal.nothingDecided) { try whole.fork(.silence(device: a), at: .max) }
}
