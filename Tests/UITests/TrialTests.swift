import Analysis
import Documents
import Lessons
import Networking
import Terminal
import Testing

@testable import UI

/// What a lesson has one try at its end, in the program.
@Suite struct TrialTests {
  /// The lesson at its end, with its summary over it.
  private func ended(_ lesson: String, _ language: Language = .en) throws -> Model {
    var walk = try Self.builtIn.open(.lesson(lesson))
    let run = try #require(walk.session?.run)
    for question in run.questions {
      var state = QuestionState(question)
      _ = state.give(question.rightAnswer)
      walk.session?.states[question.id] = state
    }
    walk.enter(run.stops[run.stops.count - 1])
    var model = Fixture.model(walk, language)
    // Past what is asked at the last stop.
    for _ in 0..<6 where !(model.top is SummaryScreen) { try model.press(keys("→")) }
    try #require(model.top is SummaryScreen)
    return model
  }

  /// Without the tests' own tour.
  private static let builtIn = WalkLoader(
    LessonLibrary(folders: [Fixture.library.folders[1]]), seed: nil)

  /// Moves the cursor to what is tried at an index.
  private func choose(_ trial: Int, in model: inout Model) throws {
    let count = try #require(model.walk?.session?.run.trials.count)
    try model.press([.end] + Array(repeating: .up, count: count - 1 - trial))
  }

  private func marked(_ model: Model) -> String? { view(model).lines.first { $0.hasPrefix(" >") } }

  @Test(arguments: Language.allCases)
  func aFrameIsTakenInHandAndEscLeadsBack(_ language: Language) throws {
    var model = try ended("tour", language)
    let last = model.walk?.moment
    try choose(0, in: &model)
    let way = language == .en ? "x on frame " : "프레임에서 x"
    #expect(marked(model)?.contains(way) == true)
    #expect(view(model).text.contains(Texts.tryItHere[language]))
    try model.press(keys("ENTER"))
    let walk = try #require(model.shownWalk)
    #expect(walk.recording.timeline.moment(walk.moment).frame != nil)
    let said = try #require(model.notice?.text[language])
    #expect(said.hasPrefix("x ") && said.contains("Esc"))
    let frame = walk.recording.timeline.moment(walk.moment).frame
    try model.press(keys("x"))
    #expect(model.shownWalk?.branches.current.whatIf == frame.map { .lose(frame: $0) })
    // Somebody notices, and one walks on a little before coming back.
    try model.press(keys("→ →"))
    for _ in 0..<4 where model.shownWalk != nil { try model.press(keys("ESC")) }
    #expect(model.top is SummaryScreen)
    #expect(marked(model)?.contains(way) == true, "the cursor stands on what was tried")
    #expect(model.walk?.moment == last, "the walk is at its end again")
  }

  @Test func theFieldToBeEditedIsSelected() throws {
    var model = try ended("ip")
    try choose(0, in: &model)
    try model.press(keys("ENTER e"))
    #expect(model.prompt != nil && view(model).text.contains("What if ip.ttl in frame"))
  }

  @Test(arguments: Language.allCases)
  func aLineIsReadyOnTheQuietNetwork(_ language: Language) throws {
    var model = try ended("arp", language)
    let screens = model.screens.count
    try choose(0, in: &model)
    let line = language == .en ? "ping phone camera" : "핑 휴대폰 카메라"
    #expect(marked(model)?.contains(":" + line) == true)
    try model.press(keys("ENTER"))
    #expect(model.prompt?.line.string == line)
    #expect(model.shownWalk?.recording.timeline.moments.count == 1, "nothing has happened there")
    try model.press(keys("ENTER"))
    #expect(model.prompt == nil && model.shownWalk?.branches.isOnFork == true)
    // It is no place to go on at.
    #expect(model.shownWalk?.place(at: 0) == nil)
    for _ in 0..<5 where model.screens.count > screens { try model.press(keys("ESC")) }
    #expect(model.top is SummaryScreen && model.walk?.session?.run.id == "arp")
    #expect(marked(model)?.contains(":" + line) == true)
  }

  /// Of every lesson that there is: the key or the line named does it.
  @Test func everythingToTryHereCanBeDone() throws {
    var tried = 0
    for lesson in Self.builtIn.contents.lessons {
      let walk = try Self.builtIn.open(.lesson(lesson.id))
      let trials = try #require(walk.session?.run.trials)
      for (index, trial) in trials.enumerated() where trial.command == nil {
        tried += 1
        let way = try #require(walk.way(toTry: trial), "\(lesson.id): nothing is named for it")
        for language in Language.allCases {
          let row = way[language].displayWidth + SummaryDrawing.label
          #expect(row <= 74, "\(lesson.id): \(way[language])")
        }
        var model = Fixture.model(walk)
        switch trial.what {
        case .frame(_, let action):
          let outcome = model.withWalk { $0.tryHere(index) }
          guard case .notice(let text)? = outcome else {
            Issue.record("\(lesson.id): nothing is said")
            continue
          }
          #expect(text.en.displayWidth <= 78 && text.ko.displayWidth <= 78, "\(lesson.id): \(text)")
          try model.press(keys(Texts.key(of: action)))
          if case .edit(_, let values) = action {
            let value = try #require(values.first?.value.value.text)
            try model.press([.control("u")] + value.map { .character($0) } + [.enter])
          }
        case .network(let whatIf):
          let start = try #require(walk.walk(toTry: whatIf))
          model = Fixture.model(start.walk)
          try model.press(":".map { .character($0) } + start.line.en.map { .character($0) } + [.enter])
          #expect(model.shownWalk?.branches.current.whatIf == whatIf, "\(lesson.id): \(start.line.en)")
        case .command: break
        }
        #expect(model.shownWalk?.branches.isOnFork == true, "\(lesson.id): \(way.en)")
      }
    }
    #expect(tried >= 8)
  }
}
