import Foundation
import Testing

@testable import UI
@testable import packetwalk

/// `packetwalk run`: how it ends.
struct RunTests {
  private static let networks = Foundation.URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "NetworkingTests/Networks")

  private func end(_ name: String, limit: Int) throws -> (NetworkRun.End, NetworkRun) {
    let file = try CommonOptions.parse([]).network(
      Self.networks.appendingPathComponent("\(name).yaml").path)
    var run = try NetworkRun(file, seed: 1)
    let end = try run.go(until: nil, time: nil, limit: limit) { _, _ in }
    return (end, run)
  }

  @Test func aStormEndsAtTheLimitAndIsToldAsOne() throws {
    let (end, run) = try end("network-switch-loop", limit: 5000)
    #expect(end == .tooLong && run.context.timeline.moments.count == 5000)
    #expect(
      run.reasonForLength.en
        == "broadcast storm: the same frame goes round and round, because these cables form a loop: "
        + "s.2 – s2.2, s.3 – s2.3; without one of them it would end")
  }

  @Test func aLongRunIsNoStorm() throws {
    let (end, run) = try end("confirm", limit: 2000)
    #expect(end == .tooLong && run.reasonForLength.en == "there is more to come")
    #expect(try self.end("odd-bcast", limit: 2000).0 == .storyOver)
  }
}
