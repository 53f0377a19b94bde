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

  @Option(
    parsing: .unconditional, help: "Which run: ports, identifiers and sequence numbers come from it.",
    transform: Numbers.fromZero)
  var seed: UInt64 = 1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Stop at the first moment for which this expression is true.", valueName: "expr"))
  var until: String?

  @Option(
    name: .customLong("for"), parsing: .unconditional,
    help: ArgumentHelp("Stop after this time of the network's clock: 10us, 200ms, 1.5s.", valueName: "time"))
  var duration: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Stop after this many moments.", valueName: "moments"),
    transform: Numbers.fromOne)
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
    if capture != nil, write == nil {
      throw ValidationError("--capture needs --write FILE.", "--capture에는 --write FILE이 있어야 합니다.")
    }
    if write == "-" {
      throw ValidationError(
        "--write takes the name of a file: standard output has the story.",
        "--write에는 파일 이름을 씁니다. 표준 출력에는 이야기가 나갑니다.")
    }
  }

  func run() throws {
    let file = try common.network(network)
    var runner = try NetworkRun(file, seed: seed)
    let point = try write.map { _ in try runner.capturePoint(capture ?? file.capture?.value) }
    let time = try duration.map(nanoseconds)
    let condition = try until.map { try runner.condition($0) }
    let output = StandardOutput()
    let printer = StoryPrinter(
      output: output, format: format, reference: ReferenceLibrary(try common.library),
      language: common.language)
    let end = try runner.go(until: condition, time: time, limit: limit) { moment, timeline in
      try printer.print(moment, timeline.front)
    }
    try output.flush()
    if let write, let point { try runner.writeCapture(at: point, to: write) }
    if end == .tooLong {
      let reason = runner.reasonForLength
      throw Failure(
        .found, "stopped after \(limit) moments: \(reason.en) (--limit N goes further)",
        "순간 \(limit)개에서 멈췄습니다. \(reason.ko) (--limit N으로 더 갑니다)")
    }
    if let until, end != .conditionTrue {
      throw Failure(
        .found, "\(quoted(until)) never became true", "끝까지 참이 되지 않았습니다: \(quoted(until))")
    }
  }

  private func nanoseconds(_ text: String) throws -> Int64 {
    do {
      return try Quantity.duration(text)
    } catch {
      throw Failure(
        .usage, "--for takes a time like 10us, 200ms or 1.5s, found \(quoted(text))",
        "--for에는 10us, 200ms, 1.5s 같은 시간을 씁니다: \(quoted(text))")
    }
  }
}
