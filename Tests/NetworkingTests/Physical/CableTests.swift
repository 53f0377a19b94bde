import Testing

@testable import Networking

@Test func aFrameTakesItsBitsAndTheCablesDelay() throws {
  let story = try Story(Networks.world("two-hosts"))
  let first = story.timeline.transmissions[0]
  // 60 octets of frame, 8 before and 4 after, at 1 ns a bit; 5 µs of cable.
  #expect(first.bytes.count == 60 && first.start == 0 && first.end == 72 * 8 + 5000)
  let echo = story.timeline.transmissions.first { $0.bytes.count == 98 }!
  #expect(echo.end - echo.start == (98 + 12) * 8 + 5000)
}

@Test func serialisationIsRoundedUp() {
  let cable = Cable(PortReference(device: 0, port: 0), PortReference(device: 1, port: 0), rate: 3, delay: 0)
  #expect(cable.serialisation(1) == 2_666_666_667)
  let fast = Cable(cable.ends[0], cable.ends[1], rate: 10_000_000_000, delay: 0)
  #expect(fast.serialisation(84) == 68)  // 67.2
}

@Test func framesOnOneWireKeepTheirGap() throws {
  let story = try Story(
    Networks.world("two-hosts", script: ["laptop: browse http://10.0.0.20/scan"]), limit: 100_000
  ) {
    $0.number == 2000
  }
  expectGaps(story)
}

@Test func homesFramesKeepTheirGap() throws { expectGaps(try Story(Networks.world("home"))) }

/// Per cable and direction: strictly later, by at least the frame before and 12 octets of silence.
private func expectGaps(_ story: Story) {
  var last: [PortReference: Transmission] = [:]
  for frame in story.timeline.transmissions {
    let cable = story.world.cables[frame.cable]
    if let before = last[frame.from] {
      #expect(frame.start >= before.start + cable.serialisation(before.bytes.count + 24))
    }
    #expect(frame.end > frame.start && cable.opposite(of: frame.from) == frame.to)
    last[frame.from] = frame
  }
}

@Test func framesThatWaitForTheWireKeepTheirOrder() throws {
  let story = try Story(
    Networks.world("two-hosts", script: ["laptop: browse http://10.0.0.20/scan"]), limit: 100_000
  ) {
    $0.number == 2500
  }
  var next: SequenceNumber?
  for frame in story.timeline.transmissions where frame.bytes.count > 66 && frame.from.device == 1 {
    let (header, _) = try TCP.decode(frame.bytes, from: 34)
    guard !header.syn else { continue }
    if let next { #expect(header.sequence == next) }
    next = header.sequence + (frame.bytes.count - 66)
  }
  #expect(next != nil)
}

@Test func aFullQueueDropsWhatComes() throws {
  var world = try Networks.world("two-hosts", script: ["laptop: browse http://10.0.0.20/scan"])
  // The switch's way to the laptop is slower than the printer's to the switch.
  world.cables[0].rate = 100_000
  world.devices[2].ports[0].queue = (0..<Port.queueLimit).map { _ in
    Outgoing(port: 0, bytes: [UInt8](repeating: 0, count: 60), cause: 0, provenance: [])
  }
  world.devices[2].ports[0].busyUntil = .max
  var story = Timeline(world)
  while story.record(), story.moments.last!.drop != .physical.queueFull {}
  #expect(story.moments.last!.kind.name == "phy.drop")
}

@Test func aFrameLargerThanTheCablesMTUGoesNoFurther() throws {
  var world = try Networks.world("two-hosts", script: ["laptop: browse http://10.0.0.20/scan"])
  world.cables[0].mtu = 600
  let story = try Story(world, limit: 3000) { $0.drop == .physical.frameTooBig }
  #expect(story.moments.last!.kind.name == "phy.drop" && story.name(story.moments.last!) == "switch")
}

@Test func aFramePutInOnACableThatIsPulledLaterStillArrives() throws {
  var world = try Story(Networks.world("two-hosts")) { $0.kind.name == "phy.transmit" }.world
  world.unplug("laptop")
  let story = try Story(world)
  #expect(story.kinds(at: "switch", ["phy"]).first == "phy.receive")
  #expect(story.all("phy.drop", at: "switch").allSatisfy { $0.drop == .physical.noCable })
  #expect(story.all("ping.failed").count == 1)
}
