import Analysis
import Documents
import Networking
import Testing

@testable import Lessons

/// Questions that are made from the fields of frames.
struct DrillTests {
  private static let library = BuiltInTests.library
  private static let drills = Drills(library, ReferenceLibrary(library))

  @Test(arguments: ["eth", "arp", "ip", "udp", "tcp", "dns"], [11, 12] as [UInt64])
  func everyDrillCanBeAnsweredAndTellsNothing(name: String, variant: UInt64) throws {
    let drills = try Self.drills.all(about: name, on: "home", variant: variant)
    #expect(drills.count >= 10, "\(name): \(drills.count)")
    for drill in drills {
      let (question, run) = (drill.asking.question, drill.asking.run)
      let isRight = question.grade(question.rightAnswer) == .right
      #expect(isRight, "\(question.id)")
      for answer in question.key.foreseen {
        let isMistake = question.grade(answer).mistake != nil
        #expect(isMistake, "\(question.id)")
      }
      // What is pointed at is one thing: no other field is right unless it is in or around it.
      if drill.sort == .find {
        let others = question.shapes.first.map { shape -> Int in
          guard case .point(let targets, _) = shape, let unit = targets.unit else { return 0 }
          let paths = unit.layers.indices.flatMap { layer in
            unit.layers[layer].nodes.indices.filter { unit.layers[layer].nodes[$0].bits.count >= 4 }
              .map { unit.path(of: FieldPlace(layer: layer, node: $0)) }
          }
          return paths.count { question.grade(.subjects([.field($0)])) == .right }
        }
        #expect(others == 1, "\(question.id): \(others ?? 0) fields are right")
      }
      for language in Language.allCases {
        let asked = question.ask[language].string
        let isTold = question.answers(language).contains { $0.told(in: asked) != nil }
        #expect(!isTold, "\(question.id): \(asked)")
      }
      let timeline = run.branches[0].timeline
      #expect(timeline.moments.count >= question.about.moment)
      let frame = question.id.split(separator: "-").last.flatMap { Int($0) }
      #expect(timeline.moment(question.about.moment).frame == frame, "\(question.id)")
    }
  }

  @Test func thereAreAllSortsAndTheyAskWhyToo() throws {
    let drills = try ["eth", "ip", "tcp"].flatMap {
      try Self.drills.all(about: $0, on: "home", variant: 11)
    }
    #expect(Set(drills.map(\.sort)) == Set(Drill.Sort.allCases))
    let asked = drills.map(\.asking.question.ask.en.string)
    #expect(
      asked.contains { $0.hasPrefix("One field of this frame has its value for this reason") })
    // Wrong answers come of the wrong rules that the registry knows.
    let tags = Set(
      drills.filter { $0.sort == .predict }.flatMap { drill in
        drill.asking.question.key.foreseen.flatMap { drill.asking.question.mistakes(in: $0) }
      })
    #expect(
      !tags.isEmpty && tags.allSatisfy { Self.library.registries().mistakes[$0]?.model != nil })
  }

  @Test func aVariantIsTheSameEachTimeAndAnotherIsOther() throws {
    func texts(_ variant: UInt64) throws -> [String] {
      try Self.drills.all(about: "arp", on: "home", variant: variant).map {
        "\($0.asking.question.id) \($0.asking.question.ask.en.string) \($0.asking.question.solution.en.string)"
      }
    }
    #expect(try texts(11) == texts(11) && texts(11) != texts(12))
  }

  @Test func whatANetworkDoesNotSpeakGivesNoDrills() throws {
    #expect(try Self.drills.all(about: "dns", on: "two-hosts", variant: 11).isEmpty)
    #expect(try Self.drills.all(about: "tcp", on: "no-such", variant: 11).isEmpty)
    #expect(try Self.drills.all(about: "no-such", on: "home", variant: 11).isEmpty)
  }
}
