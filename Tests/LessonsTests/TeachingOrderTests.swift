import Documents
import Testing

@testable import Lessons

/// Which lesson comes next, and what a head knows of the rest of its file.
@Suite struct TeachingOrderTests {
  private static let lessons = [
    lesson("tour"), lesson("layers", needs: ["tour"]), lesson("switch", needs: ["layers", "udp"]),
    lesson("free"),
  ]

  private static func lesson(_ id: String, needs: [String] = []) -> LessonHead {
    LessonHead(id: id, title: LocalizedText(en: id, ko: id), stops: 3, needs: needs)
  }

  private func next(after id: String? = nil, _ done: Set<String>) -> String? {
    Self.lessons.next(after: id, done: done)?.id
  }

  @Test func theNextIsTheOneAfterInTeachingOrder() {
    #expect(next(after: "tour", ["tour"]) == "layers")
    #expect(next(after: "layers", ["layers"]) == "switch")
  }

  @Test func whereThatIsDoneItIsTheFirstWhoseNeedsAreDone() {
    #expect(next(after: "tour", ["tour", "layers"]) == "switch")
    #expect(next(after: "free", ["free"]) == "tour")
    #expect(next(["tour"]) == "layers")
    // `udp` is still to come: it holds nobody up.
    #expect(next(["tour", "layers"]) == "switch")
  }

  @Test func whereNoNeedsAreDoneItIsTheFirstAndAtTheEndNone() {
    let two = [Self.lesson("a", needs: ["b"]), Self.lesson("b", needs: ["a"])]
    #expect(two.next(done: [])?.id == "a")
    #expect(next(after: "free", Set(Self.lessons.map(\.id))) == nil)
    #expect([LessonHead]().next(done: []) == nil)
  }

  @Test func theBuiltInHeadsCountWhatTheirLessonsHave() throws {
    let library = LessonLibrary(folders: [BuiltInTests.repository.appendingPathComponent("lessons").path])
    let heads = library.heads()
    #expect(!heads.isEmpty)
    for head in heads {
      let (lesson, _) = try Lesson.decode(try library.source(head.path), library: library)
      #expect(head.stops == lesson.steps.count, "\(head.id)")
      #expect(head.questions == lesson.steps.flatMap { $0.before + $0.after }.count, "\(head.id)")
      #expect(head.needs == lesson.needs.map(\.value) && head.topics == lesson.topics)
      #expect(head.goals.count == lesson.goals.count && head.minutes == lesson.minutes ?? head.minutes)
    }
  }

  @Test func aHeadWithoutMinutesCountsThem() {
    #expect(LessonHead(id: "a", title: LocalizedText(en: "", ko: ""), stops: 3, questions: 2).minutes == 3)
    #expect(LessonHead(id: "a", title: LocalizedText(en: "", ko: ""), stops: 3, minutes: 9).minutes == 9)
  }

  @Test func aTeachersLessonStandsInTheBuiltInOnesPlaceOrAtTheEnd() throws {
    let own = try LessonSample(name: "01-other.yaml")
    defer { own.remove() }
    let builtIn = try LessonSample(name: "08-arp.yaml")
    defer { builtIn.remove() }
    try LessonSample.lesson.write(
      toFile: builtIn.folder + "/09-more.yaml", atomically: true, encoding: .utf8)
    try LessonSample.lesson.write(toFile: own.folder + "/arp.yaml", atomically: true, encoding: .utf8)
    let library = LessonLibrary(folders: [own.folder, builtIn.folder])
    #expect(
      library.lessonPaths == [
        own.folder + "/arp.yaml", builtIn.folder + "/09-more.yaml", own.folder + "/01-other.yaml",
      ])
    #expect(library.ownFolder(ofPath: own.folder + "/01-other.yaml") == own.folder)
    #expect(library.ownFolder(ofPath: own.folder + "/arp.yaml") == nil, "it stands in another's place")
    #expect(library.ownFolder(ofPath: builtIn.folder + "/09-more.yaml") == nil)
  }
}
