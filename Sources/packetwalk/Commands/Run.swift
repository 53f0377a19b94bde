import Analysis
import ArgumentParser
import Documents
import Lessons
import Networking
import UI

/// `packetwalk run`: a network without a terminal.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a network without a terminal: print its story, write what a capture would hold.")

  enum Format: String, CaseIterable, ExpressibleByArgument { case story, json }

  @Argument(help: "A network's id (home) or file.", completion: .networks)
  var network: String

  @Option(help: "Which run: ports, identifiers and sequence numbers come from it.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp("Stop at the first moment for which this expression is true.", valueName: "expr"))
  var until: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Stop after this time of the network's clock: 10us, 200ms, 1.5s.", valueName: "time"))
  var duration: String?

  @Option(help: ArgumentHelp("Stop after this many moments.", valueName: "moments"))
  var limit = 200_000

  @Option(help: "story or json, one object a line.")
  var format = Format.story

  @Option(
    help: ArgumentHelp(
      "Write a capture file: pcap when the name ends in .pcap, else pcapng.", valueName: "file"),
    completion: .file(extensions: ["pcap", "pcapng"]))
  var write: String?

  @Option(
    help: ArgumentHelp(
      "The device whose first cable is captured. Default: the network file's.", valueName: "device"))
  var capture: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if capture != nil, write == nil { throw ValidationError("--capture needs --write FILE.") }
    if write == "-" {
      throw ValidationError("--write takes the name of a file: standard output has the story.")
    }
    if limit < 1 { throw ValidationError("--limit takes a number from 1.") }
  }

  func run() throws {
    let file = try common.network(network)
    var runner = try NetworkRun(file, seed: seed)
    let point = try write.map { _ in try runner.capturePoint(capture ?? file.capture?.value) }
    let time = try duration.map(nanoseconds)
    let condition = try until.map { try runner.condition($0) }
    let output = StandardOutput()
    let printer = StoryPrinter(
      output: output, format: format, reference: ReferenceLibrary(common.library), language: common.language)
    let end = try runner.go(until: condition, time: time, limit: limit) { moment, timeline in
      try printer.print(moment, timeline.front)
    }
    try output.flush()
    if let write, let point { try runner.writeCapture(at: point, to: write) }
    if end == .tooLong {
      throw Failure(
        .found, "stopped after \(limit) moments: \(runner.reasonForLength) (--limit N goes further)")
    }
    if condition != nil, end != .conditionTrue {
      throw Failure(.found, "\(quoted(until!)) never became true")
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
