import Testing

@testable import Networking

struct DetailTests {
  @Test func aNameMeansTheSameThingInEveryKind() {
    for kind in MomentKind.all {
      #expect(Set(kind.details.map(\.name)).count == kind.details.count, "\(kind.name)")
      for field in kind.details {
        #expect(
          MomentKind.detailsByName[field.name].map { [$0.type, $0.unit] as [AnyHashable] } == [
            field.type, field.unit,
          ], "\(kind.name): \(field.name)")
        let property = MomentProperty.ofEveryKind.first { $0.name == field.name }
        #expect(property == nil || property?.type == field.type, "\(kind.name): \(field.name)")
      }
    }
  }

  @Test func whatAMomentTellsIsDeclared() {
    let kind = MomentKind("x.y", .link, .ipv4("address"), .number("port").sometimes)
    let address = Detail("address", .ipv4(IPv4Address(1)))
    #expect(kind.objection(to: [address]) == nil)
    #expect(kind.objection(to: [address, Detail("port", .number(1))]) == nil)
    #expect(kind.objection(to: []) == "x.y has no address")
    #expect(kind.objection(to: [address, Detail("prt", .number(1))]) == "x.y declares no detail prt")
    #expect(
      kind.objection(to: [Detail("address", .text("a"))])
        == "x.y declares address as an IPv4 address, found text(\"a\")")
  }

  /// `happened` asserts it too, in debug.
  @Test(arguments: ["http://www.example.com/", "http://192.0.2.150/", "http://no.example.com/"])
  func everyMomentKeepsToItsKind(url: String) throws {
    let story = try Story(Networks.world("home", script: ["laptop: browse \(url)"]))
    for moment in story.moments { #expect(moment.kind.objection(to: moment.details) == nil) }
  }
}
