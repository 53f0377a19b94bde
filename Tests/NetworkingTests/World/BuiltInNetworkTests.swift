import Documents
import Foundation
import Testing

@testable import Networking

/// The networks that come with the program, those of format 2: what their files promise holds in every variant.
@Suite(.serialized) struct BuiltInNetworkTests {
  private static let names = ["campus", "guest-lan", "manual", "one-switch", "printing", "two-lans"]

  private func file(_ name: String) throws -> NetworkFile {
    let data = try Data(contentsOf: Networks.folder.appendingPathComponent("\(name).yaml"))
    return try NetworkFile.decode(Source(name: "\(name).yaml", bytes: Array(data)))
  }

  /// The walk to its end, every step checked.
  private func walk(_ variant: NetworkVariant) throws -> Timeline {
    try Story(variant.file.world(seed: variant.seed)).timeline
  }

  /// The moments of the file's marks, as a lesson finds them.
  private func marks(_ file: NetworkFile, _ timeline: Timeline) -> [String: Int] {
    var context = TimelineContext([timeline])
    var waiting = file.marks
    while let index = waiting.firstIndex(where: { mark in
      mark.value.marks.allSatisfy { context.marks[$0.value] != nil }
    }) {
      let mark = waiting.remove(at: index)
      context.here = BranchMoment(moment: 0)
      if let found = context.find(mark.value, after: 0) { context.marks[mark.key] = found }
    }
    return context.marks.mapValues(\.moment)
  }

  @Test(arguments: names) func everyMarkIsReachedInEveryVariant(name: String) throws {
    let file = try file(name)
    #expect(file.format == 2 && !file.marks.isEmpty)
    for number: UInt64 in [0, 1, 2, 3, 25] {
      let variant = file.variant(number, seed: 1)
      let found = marks(variant.file, try walk(variant))
      #expect(Set(found.keys) == Set(file.marks.map(\.key)), "variant \(number)")
    }
  }

  @Test(arguments: names) func everyVariantHappensAsTheFileDoes(name: String) throws {
    let file = try file(name)
    func kinds(_ number: UInt64) throws -> [String: Int] {
      let moments = try walk(file.variant(number, seed: 1)).moments.filter { $0.layer == .application }
      return Dictionary(grouping: moments, by: \.kind.name).mapValues(\.count)
    }
    let plain = try kinds(0)
    for number: UInt64 in [4, 9] { #expect(try kinds(number) == plain, "variant \(number)") }
  }

  @Test(arguments: names) func everyFaultCanBeHad(name: String) throws {
    struct Nobody: ForkRun.Reader {
      mutating func frame(of mark: Located<String>, in timeline: Timeline) throws(DocumentError) -> Int {
        throw DocumentError([mark.place.finding("no mark")])
      }
      mutating func value(of expression: Located<Networking.Expression>) throws(DocumentError)
        -> ExpressionValue
      {
        throw DocumentError([expression.place.finding("no value")])
      }
    }
    for number: UInt64 in [0, 3] {
      let variant = try file(name).variant(number, seed: 1)
      for fault in variant.file.faults {
        var run = ForkRun(Timeline(variant.file.world(seed: variant.seed)), after: 0, on: variant.file)
        var nobody = Nobody()
        for action in fault.value.actions { try run.perform(action, &nobody) }
        #expect(run.whatIfs.count == fault.value.actions.count && run.done > 0)
      }
    }
  }

  /// Every host was last heard when neighbours are checked, 5 s after the pings; the third begins more than 20 s later.
  @Test func theSwitchHasForgottenWhenTheLastPingBegins() throws {
    let timeline = try walk(file("one-switch").variant(0, seed: 1))
    let asked = timeline.moments.filter { $0.kind == Command.moments.ping }
    #expect(asked.count == 3 && asked[2].time == 27_000_000_000)
    let expired = timeline.moments.filter { $0.kind == MomentKind.bridge.expired }
    #expect(expired.count == 3 && expired.allSatisfy { $0.time < asked[2].time })
    let flood = try #require(
      timeline.moments.first { $0.kind == MomentKind.bridge.flood && $0.time > asked[2].time })
    // To a host, not to all.
    #expect(flood.detail("mac") != "ff:ff:ff:ff:ff:ff")
  }
}
