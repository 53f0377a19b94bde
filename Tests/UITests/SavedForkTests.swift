import Analysis
import Foundation
import Networking
import Testing

@testable import UI

/// What was done on a fork is on disk as it was, whatever it was.
@Suite struct SavedForkTests {
  private static let done: [WhatIf] = [
    .lose(frame: 3), .delay(frame: 3, nanoseconds: 5_000_000), .damage(frame: 3, bit: 17), .script,
    .cut(cable: 1), .plug(cable: 1),
    .join(PortReference(device: 3, port: 1), PortReference(device: 3, port: 2)), .restart(device: 0),
    .wait(until: 25_000_000_000), .decide(.ports(device: 3, [0, 2])), .decide(.ports(device: 3, [])),
    .decide(.nextHop(device: 0, IPv4Address("192.0.2.131")!)), .decide(.silence(device: 0)),
    .ask(ScriptLine(device: 0, command: .ping(IPv4Address("192.0.2.131")!, count: 2))),
    .ask(ScriptLine(device: 0, command: .curl(URL("http://www.example.com/")!))),
  ]

  private func saved(_ whatIf: WhatIf) throws -> (SavedFork, World) {
    let recording = try Fixture.home.get().recording
    let branch = Branch(recording: recording, position: WalkPosition(at: 9), whatIf: whatIf, moment: 9)
    return (try #require(SavedFork(branch)), recording.timeline.front)
  }

  @Test(arguments: done) func whatWasDoneComesBack(whatIf: WhatIf) throws {
    let (fork, world) = try saved(whatIf)
    let data = try JSONEncoder().encode(fork)
    let read = try JSONDecoder().decode(SavedFork.self, from: data)
    #expect(read == fork && read.after == 8)
    #expect(read.whatIf(in: world) == whatIf)
  }

  /// As versions wrote it that knew fewer kinds.
  @Test func anOldForkStillOpens() throws {
    let (fork, world) = try saved(.cut(cable: 1))
    var object = try #require(
      JSONSerialization.jsonObject(with: JSONEncoder().encode(fork)) as? [String: Any])
    for key in ["bit", "ends", "device", "until", "ports", "gateway"] { object[key] = nil }
    let data = try JSONSerialization.data(withJSONObject: object)
    let read = try JSONDecoder().decode(SavedFork.self, from: data)
    #expect(read.whatIf(in: world) == .cut(cable: 1))
  }

  @Test func whatDoesNotFitTheNetworkIsNothing() throws {
    let (_, world) = try saved(.script)
    for whatIf: WhatIf in [
      .restart(device: 99), .decide(.silence(device: 99)), .cut(cable: 99),
      .join(PortReference(device: 99, port: 0), PortReference(device: 3, port: 2)),
      .join(PortReference(device: 3, port: 99), PortReference(device: 3, port: 2)),
    ] {
      // Not through a branch: that holds what has been done.
      var (fork, _) = try saved(.script)
      fork.kind = whatIf.kind.name
      switch whatIf {
      case .restart(let device): fork.device = device
      case .decide(let decision): fork.device = decision.device
      case .cut(let cable): fork.cable = cable
      case .join(let one, let other): fork.ends = [one.device, one.port, other.device, other.port]
      default: Issue.record("not tried")
      }
      #expect(fork.whatIf(in: world) == nil, "\(whatIf.kind.name)")
    }
  }
}
