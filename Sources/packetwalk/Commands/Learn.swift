import Analysis
import ArgumentParser
import Documents
import Lessons
import Terminal
import UI

/// `packetwalk learn`: a lesson on the screen, or as plain lines.
struct Learn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Walk a lesson, by id (tour) or file.")

  @Argument(help: "A lesson's id or file. Default: the first one.", completion: .lessons)
  var lesson: String?

  @Option(help: ArgumentHelp("Begin at this step.", valueName: "id"))
  var step: String?

  @Option(
    parsing: .unconditional,
    help: "Another run of the network: ports, identifiers, order of choices. Default: the lesson's.",
    transform: Numbers.fromZero)
  var seed: UInt64?

  @Flag(help: "A dialogue in plain lines, for screen readers and scripts.")
  var plain = false

  @Flag(help: "Print the lesson for paper: its stops and questions, in both languages or that of --lang.")
  var sheet = false

  @Flag(help: "With --sheet: answers, reasons and foreseen mistakes, too.")
  var answers = false

  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    if answers, !sheet {
      throw ValidationError("--answers belongs to --sheet", "--answers는 --sheet와 함께 씁니다")
    }
    if sheet, plain || step != nil {
      throw ValidationError(
        "--sheet prints the whole lesson: no --plain, no --step",
        "--sheet는 레슨 전체를 출력하므로 --plain, --step과 함께 쓰지 않습니다")
    }
  }

  func run() throws {
    let library = try screen.library
    guard let name = lesson ?? library.firstLesson else {
      throw Failure(.notFound, Texts.noLessons)
    }
    if sheet { return try printSheet(name, library) }
    if plain {
      let loader = WalkLoader(library, seed: seed)
      let run = try loader.lessonRun(name)
      let stop = try step.map { try loader.stop($0, of: run) }
      let language = try screen.common.lang ?? SettingsFile.read().language ?? .ofLocale
      var session = PlainSession(
        run, lesson: loader.savedName(name, id: run.id), language: language, reference: loader.reference,
        stop: stop)
      session.heads = { library.heads().filter { $0.status == .active } }
      return try session.talk()
    }
    try screen.run(
      .lesson(name), seed: seed, step: step, instead: "packetwalk learn \(name) --plain")
  }
}

extension Learn {
  fileprivate func printSheet(_ name: String, _ library: LessonLibrary) throws {
    let loader = WalkLoader(library, seed: seed)
    let sheet = AnswerSheet(
      try loader.lessonRun(name), head: try loader.head(ofLesson: name), reference: loader.reference,
      hasAnswers: answers, wrap: { $0.wrapped(to: $1) })
    let output = StandardOutput()
    let languages = screen.common.lang.map { [$0] } ?? Language.allCases
    for (index, language) in languages.enumerated() {
      if index > 0 { for line in ["", ""] { try output.line(line) } }
      for line in sheet.lines(language) { try output.line(line) }
    }
    try output.flush()
  }
}

/// `packetwalk explore`: a network without a lesson.
struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore", abstract: "Walk a network freely.")

  @Argument(help: "A network's id or file.", completion: .networks)
  var network = "home"

  @Option(
    parsing: .unconditional,
    help: "Which run: ports, identifiers and sequence numbers come from it. Default: 1.",
    transform: Numbers.fromZero)
  var seed: UInt64?

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    try screen.run(.network(network), seed: seed, instead: "packetwalk run \(network)")
  }
}

/// `packetwalk` alone: the start screen.
struct Start: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "The start screen.", shouldDisplay: false)

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let lesson = try screen.library.firstLesson ?? "tour"
    try screen.run(nil, instead: "packetwalk learn \(lesson) --plain")
  }
}
