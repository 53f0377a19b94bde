import Documents
import Testing

@testable import Networking

/// A walk under test. Every step is checked for broken invariants; what is asked of it fails with the whole story.
struct Story {
  var timeline: Timeline

  /// Walks to the end of the story. `until`: stops after the first moment that fits.
  init(
    _ world: World, limit: Int = 20_000, until isLast: (Moment) -> Bool = { _ in false },
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    timeline = Timeline(world)
    try go(limit: limit, until: isLast, sourceLocation: sourceLocation)
  }

  mutating func go(
    limit: Int = 20_000, until isLast: (Moment) -> Bool = { _ in false },
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    while !timeline.isComplete, timeline.moments.count < limit {
      guard timeline.record() else { break }
      if let broken = timeline.front.brokenInvariant {
        Issue.record("after \(timeline.moments.count): \(broken)\n\(text)", sourceLocation: sourceLocation)
        throw StoryBroken()
      }
      if isLast(timeline.moments.last!) { return }
    }
    if timeline.moments.count >= limit {
      Issue.record("no end after \(limit) moments", sourceLocation: sourceLocation)
    }
  }

  /// Goes on, and past the story into maintenance, to the first moment that fits.
  mutating func goOn(until isLast: (Moment) -> Bool) {
    while timeline.moments.count < 50_000, timeline.record() { if isLast(timeline.moments.last!) { return } }
    Issue.record("never\n\(text)")
  }

  var moments: [Moment] { timeline.moments }
  var world: World { timeline.front }

  func name(_ moment: Moment) -> String { moment.device.map { world.devices[$0].name } ?? "you" }

  /// The kinds that happened at a device, in order; `protocols` keeps only theirs (`["arp", "ip"]`).
  func kinds(at device: String, _ protocols: [String] = []) -> [String] {
    moments.filter { name($0) == device }.map(\.kind.name).filter { kind in
      protocols.isEmpty || protocols.contains { kind.hasPrefix($0 + ".") }
    }
  }

  func all(_ kind: String, at device: String? = nil) -> [Moment] {
    moments.filter { $0.kind.name == kind && (device == nil || name($0) == device) }
  }

  /// The only moment of a kind at a device.
  func only(
    _ kind: String, at device: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Moment {
    let found = all(kind, at: device)
    try #require(found.count == 1, "\(found.count) of \(kind)\n\(text)", sourceLocation: sourceLocation)
    return found[0]
  }

  /// The bytes in hand at a moment, read.
  mutating func dissection(_ moment: Moment) throws -> Dissection {
    let found = timeline.dissection(atMoment: moment.number)
    return try #require(found)
  }

  /// Shown value of the outermost field of that name, in the unit at a moment.
  mutating func value(_ field: String, _ moment: Moment) throws -> String {
    let dissection = try dissection(moment)
    return try #require(dissection.nodes(named: field).first, "no \(field)").show
  }

  /// One line a moment.
  var text: String {
    moments.map { moment in
      let drop = moment.drop.map { " ✗ \($0.rawValue)" } ?? ""
      return
        "\(moment.number) \(secondsText(moment.time)) \(name(moment)) \(moment.kind.name)\(drop) ← \(moment.cause)"
    }.joined(separator: "\n")
  }
}

struct StoryBroken: Error {}

extension Moment {
  /// As its sentence writes it.
  func detail(_ name: String) -> String? {
    details.first { $0.name == name }.flatMap { kind.detail(name)?.reading(of: $0)?.text }
  }

  func evidence(_ field: String) -> FieldOrigin? { evidence.last { $0.field.name == field } }
}

extension World {
  /// Pulls a device's cable out.
  mutating func unplug(_ device: String, port: Int = 0) {
    cables[devices[self.device(named: device)!].ports[port].cable!].isDown = true
  }

  /// A line of the script begins now, whatever else goes on.
  mutating func begin(line index: Int) {
    // What the acting device has still to do comes first: one device acts at a time.
    while !work.isEmpty { _ = step() }
    work.append(Work(device: nil, task: .command(index), cause: 0))
    for line in 0...index { scriptQueue.remove(line) }
  }

  func host(_ name: String) -> Host { devices[device(named: name)!].host! }
}
