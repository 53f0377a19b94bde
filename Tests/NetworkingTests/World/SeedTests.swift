import Testing

@testable import Networking

/// Fifty seeds: other numbers, the same story, nothing broken, captures at every device without a fault.
@Test(arguments: Array(stride(from: UInt64(1), through: 50, by: 10)))
func everySeedTellsTheSameStory(first: UInt64) throws {
  let told = Networks.story(try Networks.world("home", seed: 1)).moments.map(\.kind)
  for seed in first..<first + 10 {
    var story = try Story(Networks.world("home", seed: seed))
    #expect(story.moments.map(\.kind) == told, "seed \(seed)")
    for frame in story.timeline.transmissions {
      let dissection = story.timeline.dissection(ofTransmission: frame.number)
      #expect(dissection.error == nil, "seed \(seed), frame \(frame.number)")
      for status in dissection.layers.flatMap(\.nodes) where status.field.name.hasSuffix(".checksum.status") {
        #expect(status.value == .number(1), "seed \(seed), frame \(frame.number): \(status.field.name)")
      }
    }
  }
}

@Test func seedsChooseOtherNumbers() throws {
  var numbers: [String: Set<String>] = [:]
  let fields = [
    "dns.id", "udp.srcport", "tcp.srcport", "tcp.seq_raw", "ip.id", "tcp.options.timestamp.tsval",
  ]
  for seed in 1...8 {
    var timeline = Networks.story(try Networks.world("home", seed: UInt64(seed)))
    var first: [String: String] = [:]
    for frame in timeline.transmissions {
      let dissection = timeline.dissection(ofTransmission: frame.number)
      for field in fields where first[field] == nil {
        first[field] = dissection.nodes(named: field).first?.show
      }
    }
    for field in fields { numbers[field, default: []].insert(try #require(first[field])) }
  }
  for field in fields { #expect(numbers[field]?.count == 8, "\(field)") }
}
