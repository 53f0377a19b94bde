import Analysis
import Documents
import Foundation
import Lessons
import Networking
import Terminal

@testable import UI

/// The lessons and networks of this repository, opened once.
enum Fixture {
  static let library = LessonLibrary(folders: [root + "/Tests/UITests/Library", root + "/lessons"])
  static let loader = WalkLoader(library, seed: nil)

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let contents = {
    var contents = loader.contents
    loader.complete(&contents)
    loader.addReference(to: &contents)
    return contents
  }()
  static let home = Result { try loader.open(.network("home"), runsScript: true) }
  static let twoHosts = Result { try loader.open(.network("two-hosts"), runsScript: true) }
  static let tour = Result { try loader.open(.lesson("tour")) }

  /// The tour at its last stop with all questions behind it: one right at once, one at the second try, one shown, one passed
  /// over, and so on.
  static func tourAtEnd() throws -> WalkScreen {
    var walk = try tour.get()
    guard let run = walk.session?.run else { throw CocoaError(.coderInvalidValue) }
    for (index, question) in run.questions.enumerated() {
      var state = QuestionState(question)
      switch index % 4 {
      case 0: _ = state.give(question.rightAnswer)
      case 1:
        if let wrong = question.key.foreseen.first { _ = state.give(wrong) }
        _ = state.give(question.rightAnswer)
      case 2: state.giveUp()
      default: state.skip()
      }
      state.isGuess = index == 4
      walk.session?.states[question.id] = state
    }
    walk.enter(run.stops[run.stops.count - 1])
    return walk
  }

  /// The home network with a fork, at a moment after it.
  static func forked() throws -> WalkScreen {
    var model = model(try home.get())
    try model.press(keys("] ] x"))
    guard let walk = model.shownWalk else { throw CocoaError(.coderInvalidValue) }
    return walk
  }

  /// The screens that actions open over a walk.
  static func screens(over walk: WalkScreen) -> [(action: Action.ID, screen: any Screen)] {
    Action.table.compactMap { action in
      guard case .push(let screen)? = Screens.opened(by: action.id, over: walk) else { return nil }
      return (action.id, screen)
    }
  }

  static func model(
    _ walk: WalkScreen? = nil, _ language: Language = .en, width: Int = 80, height: Int = 24
  ) -> Model {
    Model(
      language: language, size: Size(width: width, height: height), library: contents, walk: walk)
  }
}

extension Model {
  /// Presses keys one after the other, opening what they ask for.
  mutating func press(_ keys: [Key]) throws {
    for key in keys {
      if case .open(let opening) = update(&self, key) { opened(try Fixture.loader.open(opening)) }
    }
  }

  var shownWalk: WalkScreen? {
    top as? WalkScreen
  }

  var isAsking: Bool { shownWalk?.isAsking == true }
}

/// `→ → ] TAB w 1` as keys.
func keys(_ text: String) -> [Key] {
  text.split(separator: " ").map { word in
    switch word {
    case "→": .right
    case "←": .left
    case "↑": .up
    case "↓": .down
    case "TAB": .tab
    case "S-TAB": .backtab
    case "ENTER": .enter
    case "ESC": .escape
    case "SPACE": " "
    case "HOME": .home
    case "END": .end
    case "PGUP": .pageUp
    case "PGDN": .pageDown
    case "BS": .backspace
    default: .character(word.first!)
    }
  }
}

/// A small generator with a fixed sequence.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }
}
