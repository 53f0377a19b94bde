import ArgumentParser
import Documents
import Lessons
import Networking

/// `packetwalk run`: a network without a terminal.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a network without a terminal: print its story, write what a capture would hold.")

  enum Format: String, CaseIterable, ExpressibleByArgument { case story, json }

  @Argument(help: "A network's id (home) or file.")
  var network: String

  @Option(help: "Which run: ports, identifiers and sequence numbers come from it.")
  var seed: UInt64 = 1

  @Option(help: "Stop at the first moment for which this expression is true.")
  var until: String?

  @Option(name: .customLong("for"), help: "Stop after this time of the network's clock: 10us, 200ms, 1.5s.")
  var duration: String?

  @Option(help: "story or json, one object a line.")
  var format = Format.story

  @Option(help: "Write a capture file: pcap when the name ends in .pcap, else pcapng.")
  var write: String?

  @Option(help: "The device whose first cable is captured. Default: the network file's.")
  var capture: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if capture != nil, write == nil { throw ValidationError("--capture needs --write FILE.") }
  }

  func run() throws {
    let file = try common.network(network)
    var walk = try Walk(file, seed: seed)
    let point = try write.map { _ in try walk.capturePoint(capture ?? file.capture?.value) }
    let limit = try duration.map(nanoseconds)
    let condition = try until.map { try walk.condition($0) }
    let output = Output()
    let printer = StoryPrinter(
      output: output, format: format, reference: Reference(common.library), language: common.language)
    let found = try walk.go(until: condition, limit: limit) { moment, timeline in
      try printer.print(moment, timeline.front)
    }
    try output.flush()
    if let write, let point { try walk.writeCapture(at: point, to: write, clock: file.clock) }
    if condition != nil, !found {
      throw Failure(.found, "the network came to rest before \(until!) was true")
    }
  }

  private func nanoseconds(_ text: String) throws -> Int64 {
    do {
      return try Quantity.duration(text)
    } catch {
      throw Failure(.usage, "--for takes a time like 10us, 200ms or 1.5s, found \(quoted(text))")
    }
  }
}

/// A run on its way.
struct Walk {
  private(set) var context: TimelineContext

  init(_ file: NetworkFile, seed: UInt64) throws {
    context = TimelineContext(Timeline(file.world(seed: seed)))
  }

  func condition(_ text: String) throws -> Expression {
    do {
      let vocabulary = Vocabulary(devices: context.timeline.front.vocabulary)
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
    guard let port = devices[device].ports.firstIndex(where: { $0.cable != nil }) else {
      throw Failure(.notFound, "\(name) has no cable")
    }
    return PortReference(device: device, port: port)
  }

  /// Runs to the end of the story, to the condition, or to the limit; says whether the condition came true.
  mutating func go(
    until condition: Expression?, limit: Int64?, each: (Moment, Timeline) throws -> Void
  ) throws -> Bool {
    let onlyFrames = condition.map { !$0.readsMoments } ?? false
    while limit == nil ? !context.timeline.isComplete : true {
      if let limit, let next = context.timeline.front.nextTime, next > limit { return false }
      guard context.timeline.record() else { return false }
      let moment = context.timeline.moments.last!
      try each(moment, context.timeline)
      guard let condition, !onlyFrames || moment.kind == MomentKind.physical.transmit else { continue }
      context.moment = moment.number
      if context.holds(condition) { return true }
    }
    return false
  }

  /// What an analyser at a port sees: what leaves it when its first bit does, what comes when its last bit has.
  func captured(at point: PortReference) -> [(time: Int64, bytes: [UInt8])] {
    let now = context.timeline.front.now
    let seen = context.timeline.transmissions.compactMap { transmission -> (time: Int64, bytes: [UInt8])? in
      if transmission.from == point { return (transmission.start, transmission.bytes) }
      if transmission.to == point, transmission.end <= now { return (transmission.end, transmission.bytes) }
      return nil
    }
    return seen.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(
      \.element)
  }
}

extension Walk {
  /// Writes what a capture at that port holds.
  func writeCapture(at point: PortReference, to path: String, clock: Documents.CalendarDate) throws {
    let device = context.timeline.front.devices[point.device]
    let name = "\(device.name).\(device.ports[point.port].name)"
    var writer = CaptureWriter(CaptureWriter.Format(fileName: path), interface: name)
    for frame in captured(at: point) {
      writer.append(frame.bytes, at: clock.seconds * 1_000_000_000 + frame.time)
    }
    try Output.write(writer.bytes, to: path)
  }
}

/// Prints moments as they happen.
struct StoryPrinter {
  let output: Output
  let format: Run.Format
  let reference: Reference
  let language: Language

  func print(_ moment: Moment, _ world: World) throws {
    let device = moment.device.map { world.devices[$0].name } ?? "you"
    let text = reference.moment(moment)[language]
    switch format {
    case .story: try output.line(story(moment, device, text))
    case .json: try output.line(json(moment, device, text).line)
    }
  }

  private func story(_ moment: Moment, _ device: String, _ text: String) -> String {
    let layer = moment.device == nil ? "" : moment.layer.rawValue
    let head = "\(secondsText(moment.time))  \(padded(device, 8)) \(padded(layer, 11)) "
    let drop = moment.drop.map { reason in
      let why = reference.drop(reason)?[language] ?? reason.rawValue
      return "  ✗ \(reason.rawValue): \(why)"
    }
    return head + text + (drop ?? "")
  }

  private func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.count))
  }

  private func json(_ moment: Moment, _ device: String, _ text: String) -> JSONValue {
    .object([
      ("n", .number(moment.number)), ("time", .string(secondsText(moment.time))), ("device", .string(device)),
      ("layer", .string(moment.layer.rawValue)), ("kind", .string(moment.kind.name)), ("text", .string(text)),
      ("cause", moment.cause == 0 ? .null : .number(moment.cause)),
      ("frame", moment.frame.map(JSONValue.number) ?? .null),
      ("drop", moment.drop.map { .string($0.rawValue) } ?? .null),
      (
        "changes",
        .array(
          moment.changes.map { change in
            .object([
              ("table", .string(change.table)), ("key", .string(change.key)),
              ("before", change.before.map(JSONValue.string) ?? .null),
              ("after", change.after.map(JSONValue.string) ?? .null),
            ])
          })
      ),
    ])
  }
}
