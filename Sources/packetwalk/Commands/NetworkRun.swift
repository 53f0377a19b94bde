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
      let place = "\n  \(text)\n  \(String(repeating: " ", count: error.offset))^"
      throw Failure(
        .usage, "--until, column \(error.offset + 1): \(error.message)\(place)",
        "--until \(error.offset + 1)번째 칸: \(error.korean ?? error.message)\(place)")
    }
  }

  func capturePoint(_ name: String?) throws -> PortReference {
    let devices = context.timeline.front.devices
    guard let name else {
      throw Failure(
        .usage, "the network file names no \"capture\" device: add --capture DEVICE",
        "네트워크 파일에 \"capture\" 장치가 없습니다. --capture DEVICE를 쓰세요")
    }
    guard let device = devices.firstIndex(where: { $0.name == name }) else {
      throw Failure.unknown(LocalizedText(en: "device", ko: "장치"), name, known: devices.map(\.name))
    }
    guard let point = context.timeline.front.capturePort(of: device) else {
      throw Failure(.notFound, "\(name) has no cable", "케이블이 없는 장치입니다: \(name)")
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
  var reasonForLength: LocalizedText {
    let world = context.timeline.front
    let cables = context.timeline.stormingCables.map { cable in
      world.cables[cable].ends.map { "\(world.devices[$0.device].name).\(world.port($0).name)" }
        .joined(separator: " – ")
    }
    guard let first = cables.first else {
      return LocalizedText(en: "there is more to come", ko: "아직 더 있습니다.")
    }
    let all = cables.joined(separator: ", ")
    let loop =
      cables.count == 1
      ? LocalizedText(
        en: "because the cable \(first) leads from a switch back to itself; without that cable it would end",
        ko: "케이블 하나가 스위치에서 같은 스위치로 돌아가기 때문입니다: \(first). 이 케이블이 없으면 끝납니다.")
      : LocalizedText(
        en: "because these cables form a loop: \(all); without one of them it would end",
        ko: "이 케이블들이 고리를 이루기 때문입니다: \(all). 그중 하나가 없으면 끝납니다.")
    return LocalizedText(
      en: "broadcast storm: the same frame goes round and round, \(loop.en)",
      ko: "브로드캐스트 스톰: 같은 프레임이 계속 돕니다. \(loop.ko)")
  }

  /// Writes what a capture at that port holds.
  func writeCapture(at point: PortReference, to path: String) throws {
    let timeline = context.timeline
    let format = CaptureWriter.Format(fileName: path)
    try StandardOutput.write(timeline.capture(at: point, upTo: timeline.moments.count, format), to: path)
  }
}
