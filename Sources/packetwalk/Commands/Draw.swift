import Analysis
import ArgumentParser
import Documents
import Lessons
import Terminal
import UI

/// `packetwalk draw`: a screen as a drawing, without a terminal: the same model, keys and view as the program's own. For
/// the pictures of the documentation (`make pictures`), not for users.
struct Draw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw", abstract: "Print the screen that some keys lead to.", shouldDisplay: false)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, roles, svg }

  @Option(help: "A lesson to open.") var lesson: String?
  @Option(help: "A network to open.") var network: String?
  @Option(help: "Begin at this step of the lesson.") var step: String?
  @Option(parsing: .unconditional, help: "Names of keys, with blanks between: right tab w ctrl-l.")
  var keys = ""
  @Option(help: "Columns and rows, as 80x24.") var size = "80x24"
  @Option(help: "text, roles (a letter for each cell) or svg.") var format = Format.text
  @Option(help: "The theme of an svg: standard, light or dark.") var theme: Theme?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if lesson != nil, network != nil {
      throw ValidationError(
        "--lesson and --network each open something; give one of them.", "--lesson과 --network 중 하나만 씁니다.")
    }
    if step != nil, lesson == nil {
      throw ValidationError("--step needs --lesson ID: it is a step of it.", "--step에는 --lesson ID가 있어야 합니다.")
    }
    if theme != nil, format != .svg {
      throw ValidationError(
        "--theme needs --format svg: \(format.rawValue) has no colours.", "--theme에는 --format svg가 있어야 합니다.")
    }
  }

  func run() throws {
    let loader = WalkLoader(try common.library, seed: nil)
    let opening = lesson.map { OpenRequest.lesson($0) } ?? network.map { .network($0) }
    var model = Model(
      language: common.language, size: try Draw.size(size), library: loader.contents,
      walk: try opening.map { try loader.open($0, step: step) })
    for word in keys.split(separator: " ") {
      guard let key = Key(named: String(word)) else {
        let names = Key.names.joined(separator: ", ")
        throw Failure(
          .usage,
          "no key is called \(quoted(String(word))); a character stands for itself, the others are \(names)",
          "그런 키가 없습니다: \(quoted(String(word))). 글자는 그대로 쓰고 나머지는 이렇게 씁니다: \(names)")
      }
      if case .open(let opening) = update(&model, key) { model.opened(try loader.open(opening)) }
    }
    let canvas = view(model)
    let output = StandardOutput()
    switch format {
    case .text: try output.line(canvas.text)
    case .roles: try output.line(canvas.roleText)
    case .svg: try output.add(canvas.svg(theme: theme ?? .standard, title: model.pictureTitle))
    }
    try output.flush()
  }

  private static func size(_ text: String) throws -> Size {
    let numbers = text.split(separator: "x").map { Int($0) }
    guard numbers.count == 2, let width = numbers[0], let height = numbers[1], (1...1000).contains(width),
      (1...1000).contains(height)
    else {
      throw Failure(
        .usage, "--size takes columns x rows, as 80x24, found \(quoted(text))",
        "--size에는 80x24처럼 열x행을 씁니다: \(quoted(text))")
    }
    return Size(width: width, height: height)
  }
}

extension Theme: ExpressibleByArgument {}
