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
