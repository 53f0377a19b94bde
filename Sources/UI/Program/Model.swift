import Analysis
import Documents
import Networking
import Terminal

/// All that the program knows while it runs.
package struct Model: Sendable {
  package var language: Language
  package var size: Size
  /// What can be walked.
  package var library: Library
  /// One over the other; the last one is shown. Never empty.
  var screens: [Screen]
  /// Stands in for the sentence line until the next key.
  package var notice: Notice?
  package var keymap = Keymap.standard
  /// By key, in this run.
  package var chosenLanguage: Language?
  /// The walk that was left last.
  var unfinished: Unfinished?
  /// False where the terminal cannot say Hangul.
  package let showsKorean: Bool
  /// A line that is typed into, over the last screen.
  var prompt: Prompt?
  /// Lines that were taken, by the kind of prompt, the last one last.
  var history: [String: [String]] = [:]
  /// The note on Korean input was shown.
  var hasMetHangul = false
  /// Frames move on the map when a stop or frame key leads to them.
  package var motion = false
  package var theme = Theme.standard

  package struct Notice: Equatable, Sendable {
    package var text: LocalizedText
    package var role: Role = .notice
  }

  package init(
    language: Language, size: Size, library: Library, walk: WalkModel? = nil, showsKorean: Bool = true
  ) {
    self.showsKorean = showsKorean
    self.language = language
    self.size = size
    self.library = library
    screens = [.start(ListState())]
    if let walk { screens.append(.walk(walk)) }
  }
}

/// What covers the whole terminal.
enum Screen: Sendable {
  case start(ListState)
  case lessons(ListState)
  case networks(ListState)
  case walk(WalkModel)
  case help(HelpState)
  case forks(ForksState)
}

extension Screen {
  /// The marked line of a list; nil on a screen that is none.
  var listCursor: Int? {
    get {
      switch self {
      case .start(let state), .lessons(let state), .networks(let state): state.cursor
      case .forks(let state): state.comparison?.row ?? state.cursor
      case .walk, .help: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .start: self = .start(ListState(cursor: newValue))
      case .lessons: self = .lessons(ListState(cursor: newValue))
      case .networks: self = .networks(ListState(cursor: newValue))
      case .forks(var state):
        if state.comparison != nil { state.comparison?.row = newValue } else { state.cursor = newValue }
        self = .forks(state)
      case .walk, .help: break
      }
    }
  }
}

/// A list with a cursor.
struct ListState: Equatable, Sendable {
  var cursor = 0
}

package struct HelpState: Equatable, Sendable {
  package var top = 0
  /// What the keys are for.
  var situation: Action.Situation
}

/// What can be walked, as far as the lists need it.
package struct Library: Sendable {
  package struct LessonHead: Equatable, Sendable {
    package var id: String
    package var title: LocalizedText
    package var stops: Int
    /// As the author says.
    package var minutes: Int?
  }
  package struct NetworkHead: Equatable, Sendable {
    package var id: String
    package var title: LocalizedText
  }

  package var lessons: [LessonHead] = []
  package var networks: [NetworkHead] = []

  package init(lessons: [LessonHead] = [], networks: [NetworkHead] = []) {
    self.lessons = lessons
    self.networks = networks
  }

  package func title(ofLesson id: String) -> LocalizedText? { lessons.first { $0.id == id }?.title }
}

/// What the loop does after an update.
package enum Effect: Equatable, Sendable {
  case none
  case quit
  /// The same, with the screen left behind in the shell.
  case quitLeavingScreen
  case theme(Theme)
  /// Draw everything anew.
  case repaint
  /// Read files and put the walk on top.
  case open(Opening)
  /// Put text on the clipboard.
  case copy(String)
  /// Write a file and tell the model what became of it.
  case save(SavedFile)
}

package enum Opening: Hashable, Sendable {
  case lesson(String)
  case network(String)
}

extension Model {
  var top: Screen { screens[screens.count - 1] }

  var isTooSmall: Bool {
    size.width < WalkLayout.smallest.width || size.height < WalkLayout.smallest.height
  }

  package var walk: WalkModel? {
    for screen in screens.reversed() { if case .walk(let walk) = screen { return walk } }
    return nil
  }

  /// What the learner is in the middle of.
  var situation: Action.Situation { prompt == nil ? screenSituation : .line }

  /// The same of the screen under a line that is typed into.
  var screenSituation: Action.Situation {
    switch top {
    case .start: .start
    case .lessons, .networks: .list
    case .forks: .forks
    case .help: .help
    case .walk(let walk): walk.situation
    }
  }

  /// A walk was opened.
  package mutating func opened(_ walk: WalkModel) { screens.append(.walk(walk)) }

  package mutating func failed(_ message: String) {
    notice = Notice(text: LocalizedText(en: message, ko: message), role: .wrong)
  }
}

extension Model {
  package var isTyping: Bool {
    if prompt != nil { return true }
    if case .walk(let walk) = top { return walk.isTyping }
    return false
  }
}
