import Analysis
import Documents
import Lessons
import Networking
import Terminal

/// All that the program knows while it runs.
package struct Model: Sendable {
  package var language: Language
  package var size: Size
  /// What can be walked.
  package var library: Library
  /// One over the other; the last one is shown. Never empty.
  var screens: [any Screen]
  /// Stands in for the sentence line until the next key.
  package var notice: Notice?
  package var keymap = Keymap.standard
  /// By key, in this run.
  package var chosenLanguage: Language?
  /// The walk that was left last.
  var resumable: ResumableWalk?
  /// Of lessons that were begun or done, as lists show it, by the names their places are kept under.
  package var progress: [String: LessonProgress] = [:]
  /// When that was read, in seconds since 1970.
  package var now: Int64 = 0
  /// False where the terminal cannot say Hangul.
  package let showsKorean: Bool
  /// The terminal has the signs of the ASCII set only.
  package var isASCII = false
  /// A line that is typed into, over the last screen.
  var prompt: Prompt?
  /// Lines that were taken, by the kind of prompt, the last one last.
  var history: [String: [String]] = [:]
  /// The note on Korean input was shown.
  var hasMetHangul = false
  /// Frames move on the map when a stop or frame key leads to them.
  package var motion = false
  /// The first line of the help when it was left.
  var helpTop = 0
  package var theme = Theme.standard

  package struct Notice: Equatable, Sendable {
    package var text: LocalizedText
    package var role: Role = .notice
  }

  package init(
    language: Language, size: Size, library: Library, walk: WalkScreen? = nil, showsKorean: Bool = true
  ) {
    self.showsKorean = showsKorean
    self.language = language
    self.size = size
    self.library = library
    screens = [StartScreen()]
    if let walk { opened(walk) }
  }
}

extension Model {
  var top: any Screen {
    get { screens[screens.count - 1] }
    _modify { yield &screens[screens.count - 1] }
  }

  var isTooSmall: Bool {
    size.width < WalkLayout.smallest.width || size.height < WalkLayout.smallest.height
  }

  /// The walk that is shown, or that the shown screen lies over.
  var walk: WalkScreen? {
    for screen in screens.reversed() { if let walk = screen as? WalkScreen { return walk } }
    return nil
  }

  var surroundings: Surroundings {
    Surroundings(
      language: language, size: size, library: library, resumable: resumable, progress: progress, now: now,
      keymap: keymap, walk: screens.dropLast().last as? WalkScreen, isCovered: prompt != nil,
      isNoticed: notice != nil)
  }

  /// What the learner is in the middle of.
  var activeKeys: ActiveKeys { prompt == nil ? activeKeysOfScreen : Prompt.activeKeys }

  /// The same of the screen under a line that is typed into.
  var activeKeysOfScreen: ActiveKeys { top.activeKeys(in: surroundings) }

  var isTyping: Bool { prompt != nil || top.isTyping }

  /// A walk was opened.
  package mutating func opened(_ walk: WalkScreen) {
    // What comes after a lesson takes its place, as a network that is begun again does.
    if top is SummaryScreen { screens.removeLast() }
    if top is WalkScreen { screens.removeLast() }
    screens.append(walk)
    readPicture()
  }

  /// Reads what the picture of the walk shows, for good.
  mutating func readPicture() {
    let size = size
    if !isTooSmall { withWalk { $0.readPicture(size) } }
  }

  package mutating func failed(_ message: LocalizedText) {
    notice = Notice(text: message, role: .wrong)
  }

  mutating func say(_ text: LocalizedText) { notice = Notice(text: text) }

  /// Changes the walk that is shown; nothing when another screen is.
  mutating func withWalk<Result>(_ body: (inout WalkScreen) -> Result) -> Result? {
    guard var walk = top as? WalkScreen else { return nil }
    // Taken out while it is changed, or it would be copied.
    top = PlaceholderScreen()
    defer { top = walk }
    return body(&walk)
  }
}

/// Stands in for a screen that is being changed.
private struct PlaceholderScreen: Screen {
  static let scopeSets: [[Action.Scope]] = []
  func activeKeys(in surroundings: Surroundings) -> ActiveKeys {
    ActiveKeys(scopes: [], hints: [], helpTitle: say("", ""))
  }
  mutating func handle(_ press: Press, in surroundings: Surroundings) -> Outcome { .done }
  func draw(_ surroundings: Surroundings, on canvas: inout Canvas) {}
}

/// What the loop does after an update.
package enum Effect: Equatable, Sendable {
  case none
  case quit
  /// The same, with the screen left behind in the shell.
  case quitLeavingScreen
  case theme(Theme)
  /// Draw everything again.
  case repaint
  /// Read files and put the walk on top.
  case open(OpenRequest)
  /// Put text on the clipboard.
  case copy(String)
  /// Write a file and tell the model what became of it.
  case save(SaveRequest)
  /// The same with what is drawn then.
  case saveScreen(ScreenSaveRequest)
}

package enum OpenRequest: Hashable, Sendable {
  case lesson(String)
  case network(String)
  /// From the start, wherever they were left.
  case freshLesson(String)
  case freshNetwork(String)
  /// Some questions of a lesson once more, on another variant where there is one.
  case retry(String, variant: UInt64, LessonRetry)
}
