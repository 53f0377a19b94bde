import Analysis
import Documents
import Foundation
import Networking
import Testing

@testable import Lessons

/// The first file of a lesson is right as it stands.
@Suite struct LessonTemplateTests {
  private static let languages: [[Language]] = [[.en], [.ko], [.en, .ko]]
  private static let networks = BuiltInTests.library.networkPaths.map(LessonLibrary.id(ofPath:))

  private func text(_ template: LessonTemplate) throws -> String {
    let library = BuiltInTests.library
    let path = try #require(library.networkPath(template.network))
    return try #require(template.text(on: try NetworkFile.decode(library.source(path)), library))
  }

  /// What check says of a file with this text.
  private func findings(_ text: String, id: String) throws -> [String] {
    let folder = NSTemporaryDirectory() + "packetwalk-new-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try text.write(toFile: "\(folder)/\(id).yaml", atomically: true, encoding: .utf8)
    var check = LessonCheck(BuiltInTests.library, measure: LessonSample.rows)
    check.check("\(folder)/\(id).yaml", isFolder: false)
    return check.ordered.map(\.description)
  }

  @Test(arguments: networks, languages) func checkFindsNothingWrong(
    network: String, languages: [Language]
  ) throws {
    #expect(Self.networks.count > 1)
    let template = LessonTemplate(id: "my-first", network: network, languages: languages)
    let text = try text(template)
    #expect(try findings(text, id: "my-first") == [])
    let (lesson, _) = try Lesson.decode(
      Source(name: "my-first.yaml", text: text), library: BuiltInTests.library)
    #expect(lesson.id == "my-first" && lesson.languages == languages && lesson.network.use.value == network)
    #expect(lesson.steps.count == 2 && lesson.questions.count == 1)
  }

  @Test func itsCardAndItsMistakesAreThere() throws {
    let registries = BuiltInTests.library.registries()
    let (lesson, _) = try Lesson.decode(
      Source(name: "x.yaml", text: try text(LessonTemplate(id: "x", network: "two-hosts"))),
      library: BuiltInTests.library)
    let pick = try #require(lesson.questions.first as? PickQuestion)
    #expect(registries.card(pick.common.card.value) != nil)
    let tags = pick.wrong.map(\.mistake.tag.value)
    #expect(tags.count == 2 && tags.allSatisfy { registries.sentence(of: $0) != nil })
  }

  /// The lists show what is in a folder, whichever languages it has.
  @Test(arguments: languages) func itIsListed(languages: [Language]) throws {
    let text = try text(LessonTemplate(id: "my-first", network: "two-hosts", languages: languages))
    let head = try #require(LessonHead(Source(name: "my-first.yaml", text: text), path: "my-first.yaml"))
    #expect(head.id == "my-first" && head.stops == 2 && head.status == .draft)
    #expect((head.title.en == head.title.ko) == (languages.count == 1))
  }

  /// Every part of the file is explained where it stands.
  @Test func aCommentStandsOverEveryPart() throws {
    let lines = try text(LessonTemplate(id: "x", network: "two-hosts")).split(separator: "\n")
    for key in ["id: x", "status:", "goals:", "network:", "steps:", "at: {", "say:", "card:", "kind: pick"] {
      let line = try #require(lines.firstIndex { $0.drop { $0 == " " }.hasPrefix(key) }, "\(key)")
      #expect(lines[line - 1].drop { $0 == " " }.hasPrefix("#"), "\(key)")
    }
  }

  @Test func wordsThatMeanSomethingInYAMLAreIDsToo() throws {
    for id in ["null", "true", "no", "on", "y"] {
      #expect(try findings(text(LessonTemplate(id: id, network: "two-hosts")), id: id) == [], "\(id)")
    }
  }

  @Test func aNetworkWhereNobodyCanPingHasNone() throws {
    let alone = LessonSample.network.components(separatedBy: "cables:")[0] + "cables: []\n"
    let file = try NetworkFile.decode(Source(name: "alone.yaml", text: alone))
    #expect(LessonTemplate(id: "x", network: "alone").text(on: file, BuiltInTests.library) == nil)
  }
}

/// A question that is printed is right where it is put.
@Suite struct QuestionTemplateTests {
  private static let languages: [[Language]] = [[.en], [.ko], [.en, .ko]]
  static let kinds = QuestionKinds.all.map { $0.kind }

  private func kind(_ name: String) throws -> any Question.Type {
    try #require(QuestionKinds.all.first { $0.kind == name })
  }

  @Test(arguments: kinds, languages) func checkFindsNothingWrongInTheFirstLessonWithIt(
    name: String, languages: [Language]
  ) throws {
    let library = BuiltInTests.library
    let network = try NetworkFile.decode(library.source(#require(library.networkPath("two-hosts"))))
    let lesson = try #require(
      LessonTemplate(id: "own", network: "two-hosts", languages: languages).text(on: network, library))
    let template = QuestionTemplate(try kind(name), languages: languages)
    let block = template.text(on: network).split(separator: "\n").map { "      \($0)" }
    let text =
      template.isPrediction
      ? lesson.replacing(
        "    after:\n", with: "    before:\n" + block.joined(separator: "\n") + "\n    after:\n")
      : lesson + block.joined(separator: "\n") + "\n"
    #expect(text.contains("- id: q_\(name)"))
    let folder = NSTemporaryDirectory() + "packetwalk-new-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try text.write(toFile: "\(folder)/own.yaml", atomically: true, encoding: .utf8)
    var check = LessonCheck(library, measure: LessonSample.rows)
    check.check("\(folder)/own.yaml", isFolder: false)
    #expect(check.ordered.map(\.description) == [])
    #expect(
      check.proofs == ["own: 2 stops, 2 questions of \(name == "pick" ? "1 kind" : "2 kinds"), 26 seeds: ok"])
    #expect(!check.notes.contains { $0.text.contains("called") }, "its card and tags are registered")
  }

  @Test func itListsTheMomentsOfTheNetwork() throws {
    let library = BuiltInTests.library
    let network = try NetworkFile.decode(library.source(#require(library.networkPath("two-hosts"))))
    let text = QuestionTemplate(try kind("pick")).text(on: network)
    #expect(text.contains("#   {kind: arp.request, by: laptop}\n"), "\(text)")
    #expect(!QuestionTemplate(try kind("pick")).text(on: nil).contains("kind: arp."))
  }
}
