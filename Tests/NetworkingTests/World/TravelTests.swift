import Testing

@testable import Networking

/// The worlds after each moment of a story, and the story.
private func worlds(_ start: World, limit: Int = 10_000) -> (worlds: [World], timeline: Timeline) {
  var worlds = [start]
  var timeline = Timeline(start)
  while worlds.count <= limit, !timeline.isComplete, timeline.record() { worlds.append(timeline.front) }
  return (worlds, timeline)
}

@Test(arguments: Stride.allCases)
func fromTheEndToTheStartAndBackByEveryStrideTheWorldsAreEqual(stride: Networking.Stride) throws {
  let (worlds, timeline) = worlds(try Networks.world("home"))
  var number = timeline.moments.count
  var visited = 0
  while let next = timeline.moment(stride, before: number) {
    #expect(next < number)
    number = next
    visited += 1
    try #require(timeline.world(after: number) == worlds[number], "back at \(number)")
  }
  #expect(number == 0)
  while let next = timeline.moment(stride, after: number) {
    #expect(next > number)
    number = next
    visited += 1
    try #require(timeline.world(after: number) == worlds[number], "forward at \(number)")
  }
  #expect(stride != .moment || visited == 2 * timeline.moments.count)
  #expect(visited > 200)
}

@Test func stridesStopWhereTheySay() throws {
  let timeline = Networks.story(try Networks.world("two-hosts"))
  var frames: [Int] = []
  var deliveries: [Int] = []
  var number = 0
  while let next = timeline.moment(.frame, after: number) { frames.append(next); number = next }
  number = 0
  while let next = timeline.moment(.delivery, after: number) { deliveries.append(next); number = next }
  #expect(frames == timeline.transmissions.map(\.moment))
  #expect(deliveries == timeline.moments.filter { $0.kind.name == "phy.receive" }.map(\.number))
  // From between two frames back to the one before, not to the one after.
  #expect(timeline.moment(.frame, before: frames[1] + 1) == frames[1])
  #expect(timeline.moment(.frame, before: frames[1]) == frames[0])
  #expect(timeline.moment(.frame, before: frames[0]) == 0 && timeline.moment(.frame, before: 0) == nil)
}

@Test func aLongTransferIsTheSameFromWhereverOneComes() throws {
  let world = try Networks.world("two-hosts", script: ["laptop: browse http://10.0.0.20/scan"])
  var (worlds, timeline) = worlds(world, limit: 3000)
  var random = SeededRandom(seed: 7)
  for _ in 0..<60 {
    let number = Int(random.number(in: 0...UInt64(timeline.moments.count)))
    try #require(timeline.world(after: number) == worlds[number], "at \(number)")
  }
  // Not even through a dissection that looked ahead.
  let frame = timeline.transmissions.count / 2
  let first = timeline.dissection(ofTransmission: frame)
  _ = timeline.dissection(ofTransmission: timeline.transmissions.count)
  #expect(timeline.dissection(ofTransmission: frame).layers.map(\.nodes) == first.layers.map(\.nodes))
}

@Test func copiesStayWithinTheirBudget() throws {
  let world = try Networks.world("home")
  var small = Timeline(world, budget: 1 << 16)
  _ = small.extendToEnd()
  let whole = Networks.story(world)
  #expect(small.copyCount < whole.copyCount && small.copyCount >= 2)
  for number in Swift.stride(from: 0, through: whole.moments.count, by: 97) {
    #expect(small.world(after: number) == whole.world(after: number))
  }
}

@Test func aForkGoesOnByItselfAndLeavesTheFirstAlone() throws {
  let whole = Networks.story(try Networks.world("home"))
  let before = whole.moments
  let number = try #require(whole.moments.first { $0.kind.name == "socket.connected" }).number
  var same = whole.fork(after: number)
  #expect(same.moments.count == number && same.front == whole.world(after: number))
  _ = same.extendToEnd()
  #expect(same.moments == whole.moments && same.transmissions == whole.transmissions)
  // What if the next frame had been lost?
  let frame = whole.frames(by: number) + 1
  var other = try whole.fork(.lose(frame: frame))
  _ = other.extendToEnd()
  #expect(other.moments.contains { $0.kind.name == "tcp.retransmit" })
  #expect(whole.moments == before)
  #expect(whole.world(after: whole.moments.count) == same.front)
  // Nor does looking back in the fork go round the loss.
  let later = whole.transmission(frame).moment + 4
  var again = try whole.fork(.lose(frame: frame))
  _ = again.extend(toMoment: later)
  #expect(other.world(after: later) == again.front)
  #expect(other.look(after: later) { $0 } == again.front)
}
