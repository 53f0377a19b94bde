import Testing

@testable import Networking

@Test(arguments: ["network-switch-loop", "stp"])
func aLoopOfSwitchesIsRecognisedByWhatGoesRound(name: String) throws {
  var timeline = Timeline(try CaseNetworks.file(name).world(seed: 1))
  let isOver = timeline.extendToEnd(limit: 20_000)
  #expect(!isOver)
  // Not the cables to the hosts, though the storm goes there too.
  #expect(timeline.stormingCables == [2, 3])
  // However often a frame has gone round, it does not grow.
  #expect(timeline.transmissions.map(\.provenance.count).max()! <= 256)
  #expect(timeline.front.devices.flatMap(\.ports).allSatisfy { $0.queue.count <= Port.queueLimit })
}

@Test func whatIsOnlyLongIsNoStorm() throws {
  var timeline = Timeline(
    try Networks.world("two-hosts", script: ["laptop: browse http://10.0.0.20/scan"]))
  let isOver = timeline.extendToEnd(limit: 20_000)
  #expect(!isOver && timeline.stormingCables.isEmpty)
}

/// Two hosts on a switch; `cables` besides their own.
private func stormingCables(_ cables: String, devices: String = "") throws -> [Int] {
  let world = try Networks.world(
    devices: """
        a: {kind: host, label: {en: a, ko: a}, interfaces: {eth0: {mac: "00:00:5e:00:53:10", address: "10.0.0.2/24"}}}
        b: {kind: host, label: {en: b, ko: b}, interfaces: {eth0: {mac: "00:00:5e:00:53:11", address: "10.0.0.3/24"}}}
        s: {kind: switch, label: {en: s, ko: s}, ports: 6}
      \(devices)
      """,
    cables: """
        - {ends: [a.eth0, s.1], rate: 1Gbps, delay: 5us}
        - {ends: [b.eth0, s.2], rate: 1Gbps, delay: 5us}
      \(cables)
      """,
    script: ["a: ping b"])
  var timeline = Timeline(world)
  _ = timeline.extendToEnd(limit: 20_000)
  return timeline.stormingCables
}

@Test func aSwitchJoinedWithItselfStorms() throws {
  #expect(try stormingCables("  - {ends: [s.3, s.4], rate: 1Gbps, delay: 5us}") == [2])
  #expect(try stormingCables("").isEmpty)
}

@Test func whatHangsOnALoopIsNotPartOfIt() throws {
  let more = """
      t: {kind: switch, label: {en: t, ko: t}, ports: 4}
      u: {kind: switch, label: {en: u, ko: u}, ports: 4}
      v: {kind: switch, label: {en: v, ko: v}, ports: 4}
      c: {kind: host, label: {en: c, ko: c}, interfaces: {eth0: {mac: "00:00:5e:00:53:12", address: "10.0.0.4/24"}}}
      d: {kind: host, label: {en: d, ko: d}, interfaces: {eth0: {mac: "00:00:5e:00:53:13", address: "10.0.0.5/24"}}}
    """
  let ends = [
    ("s.3", "t.1"), ("t.2", "u.1"), ("u.2", "s.4"), ("u.3", "v.1"), ("u.4", "c.eth0"), ("t.4", "d.eth0"),
  ]
  let cables = ends.map {
    "  - {ends: [\($0), \($1)], rate: 1Gbps, delay: 5us}"
  }
  #expect(try stormingCables(cables.joined(separator: "\n"), devices: more) == [2, 3, 4])
}
