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
