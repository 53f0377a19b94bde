import Documents
import Foundation
import Testing

@testable import Lessons

/// The schema for editors says of files what their readers say.
@Suite struct LessonSchemaTests {
  private let validator: SchemaValidator

  init() throws {
    validator = try SchemaValidator(
      LessonSchema.text(pictures: ["stack", "ladder", "map", "tables", "tcp", "header", "list"]))
  }

  /// Built-in files by what they are in the schema.
  private static var files: [(name: String, paths: [String])] {
    let library = BuiltInTests.library
    return [
      ("lesson", library.lessonPaths), ("network", library.networkPaths),
      ("reference", library.referencePaths),
    ] + Registries.kinds.map { ("\($0.file) file", library.registryPaths($0)) }
  }

  @Test func itHasEverySortOfFile() throws {
    for (name, paths) in Self.files {
      #expect(validator.definitionNames.contains(name), "\(name)")
      #expect(!paths.isEmpty, "\(name)")
    }
  }

  @Test func everyBuiltInFileFits() throws {
    for (name, paths) in Self.files {
      for path in paths {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(try validator.problems(text, as: name) == [], "\(path)")
        #expect(try validator.problems(text) == [], "\(path)")
      }
    }
  }

  @Test func lessonsWithEveryKindOfQuestionFit() throws {
    let whole = try #require(try WritingGuide().wholeLesson())
    for text in [whole, KindsSample.text, LessonSample.lesson] {
      #expect(try validator.problems(text, as: "lesson") == [])
    }
  }

  /// In one language as in two, and never in none.
  @Test func aTextHasALanguage() throws {
    func problems(_ title: String) throws -> [String] {
      try validator.problems(
        LessonSample.lesson.replacing(
          "{en: \"ARP: who has this address?\", ko: \"ARP: 이 IP 주소는 누구의 것일까요?\"}", with: title),
        as: "lesson")
    }
    #expect(try problems("{en: \"A\", ko: \"가\"}") == [])
    #expect(try problems("{en: \"A\"}") == [])
    #expect(try problems("{ko: \"가\"}") == [])
    #expect(try !problems("{}").isEmpty)
    #expect(try !problems("{de: \"A\"}").isEmpty)
    #expect(try !problems("\"A\"").isEmpty)
  }

  /// What is no lesson for its reader is none for the schema.
  @Test(arguments: [
    ("format: 2", "format: 1"), ("format: 2", "format: \"2\""), ("id: arp", "id: ARP"),
    ("minutes: 5", "minutes: 0"), ("minutes: 5", "minuts: 5"), ("minutes: 5", "minutes: [5]"),
    ("use: pair, ", ""), ("seed: 7", "seed: seven"), ("view: ladder", "view: mona-lisa"),
    ("kind: choice", "kind: riddle"), ("card: ethernet-padding\n", "cart: ethernet-padding\n"),
    ("right: {field: arp.dst.proto_ipv4}", "right: {field: arp.dst.proto_ipv4, device: printer}"),
    ("right: {is: \"request.eth.dst\"}", "right: {}"), ("nth: 2", "nth: two"),
    ("{give: \"18\", right: true}", "{give: \"18\"}"),
  ]) func aWrongLessonDoesNotFit(_ old: String, _ new: String) throws {
    try #require(LessonSample.lesson.contains(old))
    let text = LessonSample.lesson.replacing(old, with: new)
    #expect(try !validator.problems(text, as: "lesson").isEmpty)
  }

  @Test func wrongNetworksRegistriesAndReferencesDoNotFit() throws {
    let network = LessonSample.network
    for (old, new) in [
      ("kind: host", "kind: toaster"), ("clock:", "clok:"), ("ports: 4", "ports: many"),
      ("rate: 1Gbps, ", ""), ("laptop:", "Laptop:"),
    ] {
      try #require(network.contains(old))
      #expect(try !validator.problems(network.replacing(old, with: new), as: "network").isEmpty, "\(new)")
    }
    #expect(
      try !validator.problems("format: 2\ncards: {a: {title: {en: A, ko: A}}}", as: "cards file").isEmpty)
    #expect(try !validator.problems("format: 2\nmistakes: []", as: "mistakes file").isEmpty)
    #expect(try !validator.problems("format: 1\nfeelds: {}", as: "reference").isEmpty)
    // Nor any of them as any other file.
    #expect(try !validator.problems("format: 2\nid: x").isEmpty)
  }
}
