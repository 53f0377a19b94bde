import Testing

@testable import Networking

/// The moments of the story in which `kind` happened at `device`.
private func times(_ kind: String, _ device: String, _ timeline: Timeline) -> [Moment] {
  timeline.moments.filter {
    $0.kind.name == kind && $0.device == timeline.front.device(named: device)
  }
}

@Test func aPageIsFetchedOverTheHomeNetwork() throws {
  let timeline = Networks.story(try Networks.world("home"))
  #expect(timeline.isComplete)
  #expect(times("browser.response", "laptop", timeline).first?.details.first == Detail("code", .number(200)))
  #expect(times("web.idle", "web", timeline).count == 1)
  #expect(times("browser.close", "laptop", timeline).count == 1)
  #expect(
    timeline.front.devices.allSatisfy {
      ($0.host?.tcp.sockets ?? []).allSatisfy { $0.connection.state == .timeWait }
    })
}

@Test func everyMomentHasACauseThatLeadsToThePersonAtTheKeyboard() throws {
  let timeline = Networks.story(try Networks.world("home"))
  for moment in timeline.moments {
    var cause = moment
    while cause.cause != 0 {
      #expect(cause.cause < cause.number)
      cause = timeline.moment(cause.cause)
    }
    #expect(cause.device == nil, "\(moment.number) \(moment.kind.name) ← \(cause.kind.name)")
  }
}

@Test func theSameSeedGivesTheSameStoryAndAnotherSeedOtherNumbers() throws {
  let first = Networks.story(try Networks.world("home", seed: 1))
  let again = Networks.story(try Networks.world("home", seed: 1))
  let other = Networks.story(try Networks.world("home", seed: 2))
  #expect(first.transmissions == again.transmissions)
  #expect(first.moments == again.moments)
  #expect(first.transmissions.map(\.bytes) != other.transmissions.map(\.bytes))
  #expect(first.moments.map(\.kind) == other.moments.map(\.kind))
}
