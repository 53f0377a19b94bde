import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// What covers the whole terminal: a value with its own state, its actions, what keys mean there and how it is drawn.
/// A screen knows nothing of the others; what it wants of the program it answers with an `Outcome`.
protocol Screen: Sendable, ActionOwner {
  /// Sets of scopes whose keys can work at the same time, for finding keys that mean two things.
  static var scopeSets: [[Action.Scope]] { get }

  /// What an action on the walk leads to, when it is this screen that the action opens: the screen pushed, or a notice why
  /// not now; nil: another action.
  static func opened(by action: Action.ID, over walk: WalkScreen) -> Outcome?

  /// What the learner is in the middle of.
  func activeKeys(in surroundings: Surroundings) -> ActiveKeys
  mutating func handle(_ press: Press, in surroundings: Surroundings) -> Outcome
  /// A key that types goes there first; nil: it is none.
  mutating func type(_ key: Key, in surroundings: Surroundings) -> Outcome?
  /// A click on what stands there, or on nothing (nil).
  mutating func clicked(_ target: ClickTarget?, at point: Point, in surroundings: Surroundings) -> Outcome
  /// The wheel over a place; what it turns is then moved by ↑ or ↓.
  mutating func point(at point: Point, in surroundings: Surroundings)
  func draw(_ surroundings: Surroundings, on canvas: inout Canvas)

  /// Keys type here now.
  var isTyping: Bool { get }
  /// It lies over another screen and is closed by `q`; else `q` quits.
  var isCover: Bool { get }
}

extension Screen {
  static var actions: [Action] { [] }
  static func opened(by action: Action.ID, over walk: WalkScreen) -> Outcome? { nil }
  var isTyping: Bool { false }
  var isCover: Bool { false }
  mutating func type(_ key: Key, in surroundings: Surroundings) -> Outcome? { nil }
  mutating func point(at point: Point, in surroundings: Surroundings) {}
  mutating func clicked(_ target: ClickTarget?, at point: Point, in surroundings: Surroundings) -> Outcome {
    guard case .listed? = target else { return .done }
    return handle(Press(action: .open, target: target, size: surroundings.size), in: surroundings)
  }
}

/// What a screen may read of the program around it.
struct Surroundings: Sendable {
  var language: Language
  var size: Size
  var library: Library
  /// The walk that was left last.
  var resumable: ResumableWalk?
  /// Of lessons that were begun or done, and when it was read (seconds since 1970).
  var progress: [String: LessonProgress] = [:]
  var now: Int64 = 0
  var keymap: Keymap
  /// The walk that this screen lies over.
  var walk: WalkScreen?
  /// Something else has the keys: a line that is typed into.
  var isCovered = false
  /// A notice stands in for the sentence line.
  var isNoticed = false
}

/// What a press came to, besides the change of the screen.
enum Outcome: Sendable {
  case done
  case notice(LocalizedText)
  /// Text for the clipboard, and what is said about it.
  case copy(String, LocalizedText)
  /// Back to the screen below.
  case close
  case push(any Screen)
  case open(OpenRequest)
  /// A line that is typed into.
  case prompt(Prompt.Kind)
  /// Back to the walk below, to a moment of one of its branches; nil: where it was left.
  case walk(branch: Int, moment: Int?)
  /// Back to the walk below, to its comparison of hops.
  case hops
  /// Back to the walk below, to a question of its summary.
  case review(String)
  /// Back to the walk below, to something of its lesson to try, by index.
  case tryHere(Int)
  /// Over it a walk, with a line ready that does something there.
  case explore(WalkScreen, line: LocalizedText)
}

/// All screens, a line each.
enum Screens {
  static let all: [any Screen.Type] = [
    StartScreen.self, LessonsScreen.self, NetworksScreen.self, WalkScreen.self, ForksScreen.self,
    SummaryScreen.self, ReferenceScreen.self, ReferencePage.self, HelpScreen.self,
  ]

  /// The screen that an action on the walk opens; nil: it opens none.
  static func opened(by action: Action.ID, over walk: WalkScreen) -> Outcome? {
    for screen in all { if let outcome = screen.opened(by: action, over: walk) { return outcome } }
    return nil
  }

  /// What can be bound at the same time, the line that is typed into among them.
  static let scopeSets: [[Action.Scope]] = all.flatMap { $0.scopeSets } + [[.line]]
}
