import Analysis
import Documents
import Networking
import Testing

@testable import UI

/// Which transmissions are one message on its way: what devices send on, and nothing that they make.
@Suite struct MessageTests {
  /// What is said when a host of a network is asked for something, without the network's own script.
  private func recording(_ network: String, _ line: String) throws -> Recording {
    let path = try #require(Fixture.library.networkPath(network))
    let file = try NetworkFile.decode(Fixture.library.source(path))
    let script = try ScriptLine(line, in: file.world(seed: 1).devices)
    var recording = Recording(Timeline(file.world(seed: 1, script: [script])))
    recording.record(toMoment: Recording.longest)
    return recording
  }

  /// `ping? laptop web 7`: label, ends, cables.
  private func told(_ recording: Recording) -> [String] {
    recording.messages.filter { !$0.label.hasPrefix("ARP") }.map { message in
      let ends = [message.from, message.to].map { recording.topology.devices[$0].name }
      return "\(message.label) \(ends[0]) \(ends[1]) \(message.hops.count)"
    }
  }

  @Test func aPingIsARequestAndAReply() throws {
    #expect(
      told(try recording("home", "laptop: ping 198.51.100.10")) == [
        "ping? laptop web 7", "ping web laptop 7",
      ])
    #expect(
      told(try recording("two-hosts", "laptop: ping printer")) == [
        "ping? laptop printer 2", "ping printer laptop 2",
      ])
  }

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

  /// The reply's first frame carries what the request carried; nothing in it was changed on a way.
  @Test func aReplyIsNotAChangedRequest() throws {
    var recording = try recording("two-hosts", "laptop: ping printer")
    let reply = try #require(recording.messages.first { $0.label == "ping" })
    #expect(recording.timeline.frame(before: reply.hops[0].frame) == nil)
    #expect(recording.timeline.frame(before: reply.hops[1].frame) == reply.hops[0].frame)
    #expect(recording.scene(at: reply.moment).changes == .none)
  }
}
