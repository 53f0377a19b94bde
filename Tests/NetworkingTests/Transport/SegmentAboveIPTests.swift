import Testing

@testable import Networking

/// What is computed for a segment inside a host, where its packet is not there.
struct SegmentAboveIPTests {
  private static let generated = ["tcp.len", "tcp.seq", "tcp.nxtseq", "tcp.ack", "tcp.window_size"]

  private func values(_ dissection: Dissection) -> [String] {
    Self.generated.map { name in "\(name) \(dissection.nodes(named: name).first?.show ?? "-")" }
  }

  /// The same as in the frame that brought the segment, or that takes it along.
  @Test(arguments: [
    "laptop: browse http://www.example.com/", "phone: browse http://198.51.100.10:81/",
    "laptop: curl http://198.51.100.10/",
  ])
  func itIsTheSameAsInItsFrame(_ line: String) throws {
    var story = try Story(Networks.world("home", script: [line]))
    var compared = 0
    for moment in story.moments {
      guard let unit = story.timeline.dissection(atMoment: moment.number),
        unit.layers.first(where: { $0.protocol.name != "frame" })?.protocol.name == "tcp"
      else { continue }
      let sent = story.timeline.transmissions.first {
        $0.provenance.contains(moment.number) && $0.from.device == moment.device
      }
      guard let frame = moment.frame ?? sent?.number else { continue }
      compared += 1
      let whole = story.timeline.dissection(ofTransmission: frame)
      #expect(values(unit) == values(whole), "\(line), moment \(moment.number) \(moment.kind.name)")
    }
    #expect(compared >= 4, "\(line): \(compared)")
  }

  @Test func anExpressionGetsThem() throws {
    var page = try MarkedPage()
    let moments = page.story.moments.filter { $0.kind.name == "tcp.receive" && page.story.name($0) == "web" }
    let carrying = try Expression("tcp.len > 0", as: .condition, page.scope)
    let request = moments.first { moment in
      page.context.here = BranchMoment(moment: moment.number)
      return page.context.holds(carrying)
    }
    let number = try #require(request?.number)
    page.context.marks["got"] = BranchMoment(moment: number)
    #expect(page.value("got.tcp.len") == "162" && page.value("got.tcp.seq") == "1")
    #expect(page.test("got.tcp.window_size == got.tcp.window_size_value * 128") == "yes")
  }
}
