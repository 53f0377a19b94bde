import Analysis
import Foundation
import Lessons
import Networking
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

  /// What `run --lang ko` prints: every particle after a value is the one that its sound asks for, and none is left as a
  /// pair. Sino-Korean: 0 영, 1 일, 3 삼, 6 육, 7 칠, 8 팔 end in a consonant, of which 1, 7, 8 take 로.
  @Test func particlesFollowTheValuesOfARun() throws {
    let reference = ReferenceLibrary(.ofProgram())
    var seen = 0
    for name in ["home", "two-hosts"] {
      var run = try NetworkRun(try CommonOptions.parse([]).network(name), seed: 1)
      _ = try run.go(until: nil, time: nil, limit: 5000) { moment, _ in
        let text = reference.moment(moment).ko
        #expect(!text.contains("{") && !text.contains("/로"), "\(text)")
        for match in text.matches(of: /([0-9])(은|는|이|가|을|를|으로|로)(?= |$)/) {
          seen += 1
          let (digit, particle) = (Int(match.output.1)!, String(match.output.2))
          let endsInConsonant = [0, 1, 3, 6, 7, 8].contains(digit)
          let isTo = particle.hasSuffix("로")
          let expected = isTo ? endsInConsonant && ![1, 7, 8].contains(digit) : endsInConsonant
          #expect(["은", "이", "을", "으로"].contains(particle) == expected, "\(text)")
        }
      }
    }
    #expect(seen > 20)
  }

  @Test func aLongRunIsNoStorm() throws {
    let (end, run) = try end("confirm", limit: 2000)
    #expect(end == .tooLong && run.reasonForLength.en == "there is more to come")
    #expect(try self.end("odd-bcast", limit: 2000).0 == .storyOver)
  }
}
