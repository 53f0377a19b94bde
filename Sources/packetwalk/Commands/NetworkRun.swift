import Analysis
import Documents
import Networking
import UI

/// A run on its way.
struct NetworkRun {
  private(set) var context: TimelineContext

  init(_ file: NetworkFile, seed: UInt64) throws {
    context = TimelineContext(Timeline(file.world(seed: seed)))
  }

  func condition(_ text: String) throws -> Expression {
    do {
      let vocabulary = ExpressionScope(devices: context.timeline.front.vocabulary)
      return try Expression(text, as: .condition, vocabulary)
    } catch {
      throw Failure(
        .usage,
        "--until, column \(error.offset + 1): \(error.message)\n  \(text)\n  \(String(repeating: " ", count: error.offset))^"
      )
    }
  }

  func capturePoint(_ name: String?) throws -> PortReference {
    let devices = context.timeline.front.devices
    guard let name else {
      throw Failure(.usage, "the network file names no \"capture\" device: add --capture DEVICE")
    }
    guard let device = devices.firstIndex(where: { $0.name == name }) else {
      throw Failure(
        .notFound,
        "no device \(quoted(name))\(suggestion(for: name, in: devices.map(\.name))) (known: \(devices.map(\.name).joined(separator: ", ")))"
      )
    }
    guard let point = context.timeline.front.capturePort(of: device) else {
      throw Failure(.notFound, "\(name) has no cable")
    }
    return point
  }

  /// Why a run ended.
  enum End { case storyOver, conditionTrue, timeOver, tooLong }

  /// Runs to the end of the story, to the condition, for so many nanoseconds (past the story too), or to that many
  /// moments.
  mutating func go(
    until condition: Expression?, time: Int64?, limit: Int, each: (Moment, Timeline) throws -> Void
  ) throws -> End {
    let onlyFrames = condition.map { !$0.readsMoments } ?? false
    while time == nil ? !context.timeline.isComplete : true {
      if let time, let next = context.timeline.front.nextTime, next > time { return .timeOver }
      if context.timeline.moments.count >= limit { return .tooLong }
      guard context.timeline.record() else { return .storyOver }
      let moment = context.timeline.moments.last!
      try each(moment, context.timeline)
      guard let condition, !onlyFrames || moment.kind == MomentKind.physical.transmit else { continue }
      context.moment = moment.number
      if context.holds(condition) { return .conditionTrue }
    }
    return .storyOver
  }

  /// Why it went on so long.
  var reasonForLength: String {
    let world = context.timeline.front
    let cables = context.timeline.stormingCables.map { cable in
      world.cables[cable].ends.map { "\(world.devices[$0.device].name).\(world.port($0).name)" }
        .joined(separator: " – ")
    }
    guard let first = cables.first else { return "there is more to come" }
    let loop =
      cables.count == 1
      ? "because the cable \(first) leads from a switch back to itself; without that cable it would end"
      : "because these cables form a loop: \(cables.joined(separator: ", ")); without one of them it would end"
    return "broadcast storm: the same frame goes round and round, \(loop)"
  }

  /// Writes what a capture at that port holds.
  func writeCapture(at point: PortReference, to path: String) throws {
    let timeline = context.timeline
    let format = CaptureWriter.Format(fileName: path)
    try StandardOutput.write(timeline.capture(at: point, upTo: timeline.moments.count, format), to: path)
  }
}
