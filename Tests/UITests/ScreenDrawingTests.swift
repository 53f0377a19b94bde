import Documents
import Foundation
import Lessons
import Terminal
import Testing

@testable import UI

/// What the screens look like, each as an exact drawing: a file in `Screens/` for each name, size and language. A screen
/// is added by one line in `all`.
///
///     REDRAW_SCREENS=1 swift test --filter ScreenDrawingTests
///
/// writes those files again that are not what is drawn now, and fails for each of them: it is for a human to look at
/// (`git diff`) and to say that it is true and reads well.
@Suite struct ScreenDrawingTests {
  /// What is opened before the keys are pressed.
  enum Subject: Sendable {
    case start
    case tour(step: String? = nil)
    /// At its last stop, everything answered somehow.
    case tourAtEnd
    /// The start screen of somebody who left the second lesson on its way, and of one who came to the end of the first.
    case returning, afterTour
    /// Nothing has happened there yet.
    case home, twoHosts
    /// The script of the file runs.
    case homeRunning
    /// A question of the lesson that has every kind, answered so far in these ways.
    case question(String, [KindsLesson.Way])

    func walk() throws -> WalkScreen? {
      switch self {
      case .start, .returning, .afterTour: nil
      case .tourAtEnd: try Fixture.tourAtEnd()
      case .tour(let step): try Fixture.loader.open(.lesson("tour"), step: step)
      case .home: try Fixture.loader.open(.network("home"))
      case .twoHosts: try Fixture.loader.open(.network("two-hosts"))
      case .homeRunning: try Fixture.home.get()
      case .question: try KindsLesson.walk.get()
      }
    }

    func model(_ language: Language, _ size: Size) throws -> Model {
      guard case .question(let id, let ways) = self else {
        return Fixture.model(try walk(), language, width: size.width, height: size.height)
      }
      var model = try KindsLesson.asked(id, language, width: size.width, height: size.height)
      for way in ways { try model.give(way) }
      return model
    }
  }

  /// What was done before.
  static let atTourEnd: [String: LessonProgress] = ["tour": LessonProgress(done: .init(missed: [], at: 0))]
  static let onTheWay: [String: LessonProgress] = [
    "tour": LessonProgress(done: .init(missed: ["tour-arp-sender", "tour-what-a-router-changes"], at: 0)),
    "switch": LessonProgress(place: .init(stop: 4, stops: 9, answered: 2, leftAt: 0)),
  ]

  private func prepare(_ model: inout Model, _ subject: Subject) {
    // Not so long ago that the time zone matters.
    model.now = 1800
    switch subject {
    case .afterTour: model.progress = Self.atTourEnd
    case .returning:
      model.progress = Self.onTheWay
      let place = SavedPlace(
        walk: .lesson("switch"), seed: 1, moment: 9,
        stop: .init(id: "flood", number: 4, count: 9, beyond: 0), furthest: 9, leftAt: 0)
      let title = model.library.title(ofLesson: "switch") ?? LocalizedText(en: "", ko: "")
      model.resumable = ResumableWalk(place, title: title, left: RelativeTime.text(0, now: 1800, offset: 0))
    default: break
    }
  }

  /// 80×24, and the wide layout.
  static let small = Size(width: 80, height: 24)
  /// What is left of 80×24 under the two lines of a teacher's tmux.
  static let tight = Size(width: 80, height: 22)
  static let middle = Size(width: 120, height: 40)
  static let wide = Size(width: 200, height: 60)

  struct Drawn: Sendable, CustomTestStringConvertible {
    let name: String
    let subject: Subject
    let keys: String
    let size: Size
    let language: Language

    var testDescription: String { file }
    var file: String { "\(name).\(size.width)x\(size.height).\(language.rawValue).txt" }
  }

  /// In both languages.
  private static func screen(_ name: String, _ subject: Subject, _ keys: String, _ sizes: Size...) -> [Drawn]
  {
    (sizes.isEmpty ? [small] : sizes).flatMap { size in
      Language.allCases.map { Drawn(name: name, subject: subject, keys: keys, size: size, language: $0) }
    }
  }

  static let all: [Drawn] = [
    // Lists, help
    screen("start", .start, "", small, wide),
    screen("start-after-tour", .afterTour, "", small, middle),
    screen("start-returning", .returning, "", small, middle, wide),
    screen("lessons", .start, "↓ ENTER", small, middle, wide),
    screen("lessons-returning", .returning, "↓ ENTER", small, middle),
    screen("lessons-done", .returning, "↓ ENTER HOME"),
    screen("lessons-to-come", .returning, "↓ ENTER END", small),
    screen("lessons-search", .start, "↓ ENTER / a r p", small, middle),
    screen("lessons-search-nothing", .start, "↓ ENTER / q q q"),
    screen("reference", .start, ": r e f e r e n c e ENTER", small, middle),
    screen("reference-terms", .start, ": r e f e r e n c e ENTER TAB TAB TAB TAB TAB"),
    screen("reference-page", .start, ": r e f e r e n c e ENTER ↓ ↓ ↓ ENTER", small, middle),
    screen("reference-search", .start, ": r e f e r e n c e ENTER / b r o a d"),
    // The end of a lesson
    screen("summary", .tourAtEnd, "→", small, middle, wide),
    screen("summary-answer", .tourAtEnd, "→ HOME ↓", small, middle),
    screen("summary-try-here", .tourAtEnd, "→ ↓ ↓"),
    screen("summary-try-here-frame", .tourAtEnd, "→ ↓ ↓ ENTER"),
    screen("summary-try-here-lost", .tourAtEnd, "→ ↓ ↓ ENTER x"),
    screen("summary-command", .tourAtEnd, "→ END y"),
    screen("summary-review", .tourAtEnd, "→ HOME ENTER"),
    screen("summary-review-passed-over", .tourAtEnd, "→ HOME ↓ ↓ ↓ ENTER"),
    screen("summary-again", .tourAtEnd, "→ ↓ ENTER", small, middle),
    screen("networks", .start, "↓ ↓ ENTER"),
    screen("legend", .homeRunning, "?", small, middle),
    screen("legend-second-page", .homeRunning, "? PGDN"),
    screen("keys", .homeRunning, "? END", small, wide),
    // Questions
    screen("choice-open", .tour(), "→ →", small, wide),
    screen("choice-hint", .tour(), "→ → w"),
    screen("choice-nothing-chosen", .tour(), "→ → ENTER"),
    screen("choice-second-try", .tour(), "→ → 2"),
    screen("choice-looked-away", .tour(), "→ → TAB"),
    screen("choice-given-up", .tour(), "→ → 0", small, wide),
    screen("choice-wrong", .tour(), "→ → 2 4", small, wide),
    screen("choice-wrong-scrolled", .tour(), "→ → 2 4 END"),
    screen("choice-wrong-digit", .tour(), "→ → 2 4 2"),
    screen("choice-right", .tour(), "→ → 1"),
    screen("choice-where-taught", .tour(), "→ → 0 ENTER"),
    screen("choice-back-from-there", .tour(), "→ → 0 ENTER ESC"),
    screen("pick-open", .tour(step: "learn"), "→", small, wide),
    screen("pick-pointing", .tour(step: "learn"), "→ ↓ ↓"),
    screen("pick-escape", .tour(step: "learn"), "→ ↓ ↓ ESC"),
    screen("pick-answered", .tour(step: "learn"), "→ 0", small, wide),
    screen("number-open", .tour(step: "request"), "→", small, wide),
    screen("number-typed", .tour(step: "request"), "→ 6 h e l l o w 6"),
    screen("number-wrong", .tour(step: "request"), "→ 5 2 ENTER"),
    screen("number-right", .tour(step: "request"), "→ 6 6 ENTER", small, wide),
    // Every kind: as it is asked, after a mistake where it is tight, judged
    KindsLesson.ids.flatMap { id in
      let name = "kind-" + id.dropFirst(2)
      return screen(name, .question(id, []), "")
        + (KindsLesson.withoutMistakes.contains(id)
          ? [] : screen(name + "-wrong", .question(id, [.wrong(0)]), "", tight))
        + (id == "q_explain" ? [] : screen(name + "-answered", .question(id, [.wrong(0), .right]), ""))
    },
    screen("kind-switch-missed", .question("q_switch", [.wrong(0), .wrong(1)]), "", small, tight),
    screen("kind-tcp-missed", .question("q_tcp", [.wrong(0), .wrong(1)]), "", small, tight),
    screen("kind-switch-run", .question("q_switch", [.wrong(0)]), "e", small, tight),
    screen("kind-tcp-run", .question("q_tcp", [.wrong(0)]), "e", small, tight),
    screen("kind-router-run", .question("q_router", [.wrong(1)]), "e"),
    screen("kind-explain-ticking", .question("q_explain", []), "a s k s ENTER ENTER SPACE →", small, tight),
    screen("kind-explain-ended", .question("q_explain", []), "a s k s ENTER ENTER SPACE → → →"),
    // Stops of the tour
    screen("stop-first", .tour(), ""),
    screen("stop-arp", .tour(step: "ask"), "", small, wide),
    screen("stop-hop", .tour(step: "hop"), "", small, middle, wide),
    screen("stop-hop-ladder", .tour(step: "hop"), "2"),
    screen("stop-hop-map", .tour(step: "hop"), "3"),
    screen("stop-hop-tables", .tour(step: "hop"), "4"),
    screen("stop-hop-tcp", .tour(step: "hop"), "5"),
    screen("stop-hop-header", .tour(step: "hop"), "6"),
    screen("stop-hop-list", .tour(step: "hop"), "7"),
    screen("fields-large", .tour(step: "hop"), "z"),
    screen("bytes-large", .tour(step: "hop"), "TAB z"),
    // Why
    screen("why-value", .tour(step: "hop"), "↓ ↓ ↓ ↓ w", small, wide),
    screen("why-sent", .tour(step: "hop"), "↓ ↓ ↓ ↓ w TAB", small, wide),
    screen("why-preview", .tour(step: "hop"), "↓ ↓ ↓ ↓ w TAB ↓ ↓"),
    screen("field-face", .tour(step: "hop"), "↓ ↓ ↓ ↓ ENTER", small, wide),
    screen("checksum", .tour(step: "hop"), "↓ ↓ ↓ ↓ c", small, wide),
    screen("hop-comparison", .tour(step: "hop"), "v", small, wide),
    // What if
    screen("lost-stack", .tour(step: "hop"), "x"),
    screen("lost-map", .tour(step: "hop"), "x 3", small, wide),
    screen("lost-later", .tour(step: "hop"), "x →"),
    screen("delayed-map", .tour(step: "hop"), "d 3 m s ENTER 3"),
    screen("edit-line", .tour(step: "hop"), "↓ ↓ ↓ ↓ e"),
    screen("fork-comparison", .tour(step: "hop"), "x v", small, wide),
    // Playground
    screen("explore", .home, "", small, wide),
    screen("explore-look", .home, "TAB ↓ ↓"),
    screen("explore-closed", .home, "ESC"),
    screen("explore-two-hosts", .twoHosts, ""),
    screen("verb-line", .home, ": p i n g SPACE l a p t o p SPACE r"),
    screen("verb-line-wrong", .home, ": p i n g SPACE l a p t o p SPACE q q"),
    screen("command-line", .home, ":"),
    screen("no-frame-99", .home, ": 9 9"),
    screen("page-begins", .home, "2 ENTER ] ]", small, wide),
    screen("cable-pulled", .home, "3 ENTER ] ]", small, wide),
    // List
    screen("list-frames", .homeRunning, "] ] ] ] ] ] 7 TAB TAB", small, middle),
    screen("list-wide", .homeRunning, "] ] ] ] ] ] 7", wide),
    screen("list-moments", .homeRunning, "] ] ] ] ] ] 7 . ."),
    screen("list-large", .homeRunning, "] ] ] ] ] ] 7 TAB TAB z"),
    screen("list-match", .homeRunning, "] ] ] ] ] ] 7 TAB TAB z / a r p ENTER"),
    screen("find-line", .homeRunning, "/ a r p . o p c o d e"),
  ].flatMap { $0 }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Screens/"
  private static let redraws = ProcessInfo.processInfo.environment["REDRAW_SCREENS"] == "1"

  @Test(arguments: all) func looksAsItWasDrawn(_ drawn: Drawn) throws {
    var model = try drawn.subject.model(drawn.language, drawn.size)
    prepare(&model, drawn.subject)
    try model.press(keys(drawn.keys))
    let now = view(model).text + "\n"
    let path = Self.folder + drawn.file
    let before = try? String(contentsOfFile: path, encoding: .utf8)
    guard now != before else { return }
    if Self.redraws {
      try now.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("drawn again, look at it: \(drawn.file)")
    } else {
      Issue.record("\(drawn.file):\n\(now)--- it was\n\(before ?? "not there")")
    }
  }

  @Test func everyDrawingIsOfAScreen() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter {
      $0.hasSuffix(".txt")
    }
    #expect(Set(files) == Set(Self.all.map(\.file)))
    #expect(Self.all.count == Set(Self.all.map(\.file)).count, "two screens have one name")
  }
}
