import Testing

@testable import Networking

@Test func everyUnitOfAPageIsReadAtItsMoment() throws {
  var timeline = Networks.story(try Networks.world("home"))
  for number in 1...timeline.moments.count {
    guard let dissection = timeline.dissection(atMoment: number) else { continue }
    let kind = timeline.moment(number).kind.name
    #expect(dissection.error == nil, "\(number): \(kind)")
    // A segment is read once more on its way through a router, not as one that was seen before.
    guard kind == "eth.wrap", timeline.moment(number).frame != nil,
      let length = dissection.nodes(named: "tcp.len").first, length.value == .number(162)
    else { continue }
    #expect(dissection.nodes(named: "http.request.method").map(\.value) == [.text("GET")])
  }
}

/// Thousands of frames on a cable: between the snapshots of its dissector there are many.
@Test func aFrameIsReadTheSameFromWhereverOneComes() throws {
  let world = try Networks.world("two-hosts", script: ["laptop: browse http://10.0.0.20/scan"])
  var forwards = Timeline(world)
  _ = forwards.extend(toTransmission: 6000)
  var anywhere = forwards
  let count = forwards.transmissions.count
  #expect(count == 6000)
  let inOrder = (1...count).map { forwards.dissection(ofTransmission: $0).layers.map(\.nodes) }
  var random = SeededRandom(seed: 5)
  for _ in 0..<40 {
    // A page, its rows from the last up, and one row more.
    let first = Int(random.number(in: 2...UInt64(count - 30)))
    for number in Array(first..<first + 20) + (first - 1..<first + 4).reversed() {
      let again = anywhere.dissection(ofTransmission: number).layers.map(\.nodes)
      try #require(again == inOrder[number - 1], "frame \(number)")
    }
  }
}

/// The units in devices' hands, forwards, backwards and by jumps.
@Test func aUnitIsReadTheSameFromWhereverOneComes() throws {
  let world = try Networks.world("two-hosts", script: ["laptop: browse http://10.0.0.20/scan"])
  var timeline = Timeline(world)
  _ = timeline.extend(toMoment: 4000)
  var random = SeededRandom(seed: 9)
  for _ in 0..<60 {
    let number = Int(random.number(in: 200...4000))
    for near in [number, number - 3, number - 40, number - 2, number - 150, number] {
      let unit = timeline.unit(at: near).map { Array($0.bytes[$0.offset...]) }
      try #require(timeline.dissection(atMoment: near)?.bytes == unit, "moment \(near)")
      try #require(timeline.visitedWorld(after: near) == timeline.world(after: near), "moment \(near)")
    }
  }
}
