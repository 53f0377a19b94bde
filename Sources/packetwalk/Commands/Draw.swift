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
  @Option(help: "Names of keys, with blanks between: right tab w ctrl-l.") var keys = ""
  @Option(help: "Columns and rows, as 80x24.") var size = "80x24"
  @Option(help: "text, roles (a letter for each cell) or svg.") var format = Format.text
  @Option(help: "The theme of an svg: standard, light or dark.") var theme = Theme.standard
  @OptionGroup var common: CommonOptions

  func run() throws {
    let loader = WalkLoader(common.library, seed: nil)
    let opening = lesson.map { OpenRequest.lesson($0) } ?? network.map { .network($0) }
    var model = Model(
      language: common.language, size: try Draw.size(size), library: loader.contents,
      walk: try opening.map { try loader.open($0, step: step) })
    for word in keys.split(separator: " ") {
      guard let key = Key(named: String(word)) else {
        throw Failure(.usage, "no key is called \(quoted(String(word)))")
      }
      if case .open(let opening) = update(&model, key) { model.opened(try loader.open(opening)) }
    }
    let canvas = view(model)
    let output = StandardOutput()
    switch format {
    case .text: try output.line(canvas.text)
    case .roles: try output.line(canvas.roleText)
    case .svg: try output.add(canvas.svg(theme: theme, title: model.pictureTitle))
    }
    try output.flush()
  }

  private static func size(_ text: String) throws -> Size {
    let numbers = text.split(separator: "x").map { Int($0) }
    guard numbers.count == 2, let width = numbers[0], let height = numbers[1], (1...1000).contains(width),
      (1...1000).contains(height)
    else { throw Failure(.usage, "--size takes columns x rows, as 80x24, found \(quoted(text))") }
    return Size(width: width, height: height)
  }
}

extension Theme: ExpressibleByArgument {}
