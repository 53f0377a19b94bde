import Analysis
import ArgumentParser
import Documents
import Foundation
import Lessons
import Networking
import UI

/// `packetwalk new lesson ID`: a first file that `check` finds nothing wrong with. `packetwalk new question KIND`: a question to be
/// put into one.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write the first file of a lesson of your own, or print a question to go on from.")

  enum Sort: String, CaseIterable, ExpressibleByArgument { case lesson, question }

  @Argument(help: "What to write: lesson, or question, which is printed.")
  var sort: Sort

  @Argument(
    help: ArgumentHelp(
      "The lesson's id; its file is ID.yaml. Of a question its kind (check --list questions).",
      valueName: "id"))
  var id: String

  @Option(help: "The network it runs on, by id or file.", completion: .networks)
  var network = "two-hosts"

  @Option(
    help: ArgumentHelp(
      "The languages of its texts: en, ko or en,ko. Default: both.", valueName: "languages"),
    transform: New.languages)
  var languages = Language.allCases

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if sort == .question {
      if kind == nil {
        let known = QuestionKinds.all.map { $0.kind }
        throw ValidationError(
          "no kind of question is called \(quoted(id))\(suggestion(for: id, in: known)) (known: \(known.joined(separator: ", ")))",
          "그런 질문 종류는 없습니다: \(quoted(id)) (있는 것: \(known.joined(separator: ", ")))")
      }
      return
    }
    do throws(TextError) {
      _ = try Shape<String>.word(id)
    } catch {
      throw ValidationError(
        "a lesson's id is a word like my-lesson, found \(quoted(id)); \(error.message)",
        "레슨 아이디는 my-lesson처럼 영문 소문자로 시작하고 소문자, 숫자, \"-\"만 씁니다: \(quoted(id))")
    }
  }

  private var kind: (any Question.Type)? { QuestionKinds.all.first { $0.kind == id } }

  private func printQuestion(_ kind: any Question.Type) throws {
    let output = StandardOutput()
    let text = QuestionTemplate(kind, languages: languages).text(on: try common.network(network))
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      try output.line(String(line))
    }
    try output.flush()
  }

  func run() throws {
    if sort == .question, let kind { return try printQuestion(kind) }
    let library = try common.library
    let file = (common.lessons.map { $0.hasSuffix("/") ? $0 : $0 + "/" } ?? "") + "\(id).yaml"
    guard !FileManager.default.fileExists(atPath: file) else {
      throw Failure(.cannotWrite, Texts.isThere(file))
    }
    if let other = library.lessonPath(id) {
      throw Failure(.usage, Texts.wouldHide(library.shown(other), id))
    }
    let template = LessonTemplate(id: id, network: network, languages: languages)
    guard let text = template.text(on: try common.network(network), library) else {
      throw Failure(.badInput, Texts.noPing(network))
    }
    try StandardOutput.write(Array(text.utf8), to: file, replaces: false)
    let output = StandardOutput()
    for line in Texts.wrote(file)[common.language] { try output.line(line) }
    try output.flush()
  }

  private static func languages(_ text: String) throws -> [Language] {
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let languages = words.compactMap(Language.init(rawValue:))
    guard !words.isEmpty, languages.count == words.count, Set(languages).count == languages.count else {
      throw ValidationError(
        "--languages takes en, ko or en,ko, found \(quoted(text))",
        "--languages에는 en, ko, en,ko 중 하나를 씁니다: \(quoted(text))")
    }
    return languages
  }
}
