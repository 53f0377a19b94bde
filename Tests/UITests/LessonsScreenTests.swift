import Analysis
import Documents
import Foundation
import Lessons
import Terminal
import Testing

@testable import UI

/// The list of lessons, and the start screen at each return.
@Suite struct LessonsScreenTests {
  private func list(_ language: Language = .en, width: Int = 80, height: Int = 24) throws -> Model {
    var model = Fixture.model(nil, language, width: width, height: height)
    try model.press(keys("↓ ENTER"))
    return model
  }

  private func marked(_ model: Model) -> String { view(model).lines.first { $0.hasPrefix(" >") } ?? "" }

  @Test func theListOpensAtWhatToGoOnWith() throws {
    var model = try list()
    #expect(marked(model).contains("Tour"))
    model.progress = ["tour": LessonProgress(done: .init(missed: [], at: 0))]
    #expect(marked(model).contains(model.library.lessons[1].title.en))
    // A key leads on from there.
    try model.press(keys("↑"))
    #expect(marked(model).contains("Tour") && marked(model).contains("✓") && marked(model).contains("done"))
  }

  @Test(arguments: Language.allCases) func noTitleIsCut(_ language: Language) throws {
    var model = try list(language, height: 22)
    for lesson in model.library.lessons {
      #expect(marked(model).contains(" \(lesson.title[language]) "))
      try model.press(keys("↓"))
    }
  }

  @Test func enterGoesOnAndTheOtherKeyBeginsAgain() throws {
    var model = try list()
    #expect(update(&model, .enter) == .open(.lesson("tour")))
    #expect(update(&model, "<") == .open(.freshLesson("tour")))
    let home = ReturningUserTests.Home()
    defer { home.remove() }
    let left = try home.run(.lesson("tour"), "→ → 0 → ↓")
    var autosave = home.autosave()
    #expect(view(Fixture.model(try autosave.walk(.lesson("tour"), Fixture.loader))) == view(left))
    #expect(try autosave.walk(.freshLesson("tour"), Fixture.loader).stop == 0)
  }

  /// Not only the walk that was left last.
  @Test func everyLessonGoesOnWhereItWasLeft() throws {
    let home = ReturningUserTests.Home()
    defer { home.remove() }
    let tour = try home.run(.lesson("tour"), "→ → 0 →")
    let other = try home.run(.lesson("switch"), "→")
    #expect(Set(home.autosave().lessons.filter { $0.value.place != nil }.keys) == ["tour", "switch"])
    #expect(view(try home.run(.lesson("tour"), "")) == view(tour))
    #expect(view(try home.run(.lesson("switch"), "")) == view(other))
  }

  @Test func whatIsLookedForNarrowsTheListByWordCardAndTopic() throws {
    for (typed, language) in [("tour", Language.en), ("둘러보기", .ko), ("journey", .ko)] {
      var model = try list(language)
      try model.press(["/"] + typed.map { .character($0) })
      let shown = (model.top as? LessonsScreen)?.list(model.surroundings).entries ?? []
      let ids = shown.compactMap { entry -> String? in
        if case .lesson(let lesson, _) = entry { lesson.id } else { nil }
      }
      #expect(ids == ["tour"], "\(typed)")
    }
    var model = try list()
    try model.press(["/"] + "the sender fields of the reply".map { .character($0) } + [.enter])
    #expect(marked(model).contains("Tour"), "by a card's name")
    #expect(update(&model, .enter) == .open(.lesson("tour")))
    // The first Esc shows all again, the second leaves.
    try model.press(keys("ESC"))
    #expect(model.top is LessonsScreen && view(model).text.contains(model.library.lessons[1].title.en))
    try model.press(keys("ESC"))
    #expect(model.top is StartScreen)
  }

  @Test func lessonsToComeAreThereButCannotBeBegun() throws {
    var model = try list()
    try model.press(keys("END"))
    #expect(update(&model, .enter) == .none && model.notice?.text == Texts.stillToCome)
  }

  @Test func aTeachersLessonsStandUnderTheirFolderAndBrokenOnesSayWhere() throws {
    let folder = NSTemporaryDirectory() + "/packetwalk-own-\(UInt64.random(in: 0...UInt64.max))"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let tour = try String(contentsOfFile: Fixture.library.folders[1] + "/01-tour.yaml", encoding: .utf8)
    try tour.replacingOccurrences(of: "id: tour\n", with: "id: mine\n")
      .write(toFile: folder + "/mine.yaml", atomically: true, encoding: .utf8)
    try "format: 2\nid: broken\ntitle: 5\n".write(
      toFile: folder + "/broken.yaml", atomically: true, encoding: .utf8)
    let loader = WalkLoader(LessonLibrary(folders: [folder, Fixture.library.folders[1]]), seed: nil)
    let contents = loader.contents
    #expect(contents.ownFolders == ["mine": folder] && contents.lessons.last?.id == "mine")
    #expect(contents.broken.map { $0.path.hasSuffix("broken.yaml") } == [true])
    #expect(contents.broken.first?.finding.contains("broken.yaml:3:") == true)
    var model = Model(language: .en, size: Size(width: 80, height: 24), library: contents)
    try model.press(keys("↓ ENTER END"))
    let text = view(model).text
    #expect(text.contains("Own: packetwalk-own-") && text.contains("broken.yaml:3:") && text.contains("✗"))
    #expect(update(&model, .enter) == .none && model.notice?.text.en.contains("broken.yaml:3:") == true)
  }

  @Test func theStartScreenSaysAtEachReturnWhatToDoNext() throws {
    var model = Fixture.model()
    #expect(marked(model).contains("Start here") && marked(model).contains("Tour"))
    model.progress = ["tour": LessonProgress(done: .init(missed: [], at: 0))]
    let next = model.library.lessons[1]
    #expect(marked(model).contains("Next") && marked(model).contains(next.title.en))
    #expect(view(model).text.contains("\(model.library.lessons.count) lessons, 1 done"))
    #expect(update(&model, .enter) == .open(.lesson(next.id)))
    // A network that was left comes first, the next lesson after it.
    let place = SavedPlace(walk: .network("home"), seed: 1, moment: 4, furthest: 4, leftAt: 0)
    model.resumable = ResumableWalk(place, title: Texts.goOn, left: Texts.goOn)
    #expect(marked(model).contains("Continue") && view(model).lines.contains { $0.contains("  Next  ") })
    model.resumable = nil
    for lesson in model.library.lessons {
      model.progress[lesson.id] = LessonProgress(done: .init(missed: [], at: 0))
    }
    #expect(marked(model).contains("Lessons"), "nothing is left to begin")
  }

  @Test(arguments: Language.allCases)
  func theListFitsEverySize(_ language: Language) throws {
    for size in ScreenTests.sizes {
      var model = try list(language, width: size.0, height: size.1)
      model.progress = ScreenDrawingTests.onTheWay
      for key in ["↓", "END", "/", "a", "ENTER", "ESC"] {
        let canvas = view(model)
        let label = "\(size) \(language.rawValue) before \(key)"
        #expect(canvas.lines.allSatisfy { $0.displayWidth <= size.0 }, "\(label)")
        #expect(canvas.cursor.map(canvas.bounds.contains) == true, "\(label): no cursor")
        #expect(canvas.lines.contains { $0.hasPrefix(" >") }, "\(label): the marked row is not in view")
        canvas.expectASCIIForm(label)
        model.expectWholeFooter(label)
        try model.press(keys(key))
      }
    }
  }
}
