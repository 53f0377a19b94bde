import Analysis
import Documents
import Lessons
import Terminal

/// The lessons in teaching order, with how far each was walked; below them what the marked one is about. Nothing is locked.
struct LessonsScreen: Screen {
  /// Among what can be chosen; nil: what to go on with.
  private var cursor: Int?
  /// What is looked for.
  private(set) var search = ListSearch()

  static let scopeSets: [[Action.Scope]] = [[.lessons, .list, .everywhere]]

  static let actions = [
    Action(
      .findLesson, ["/"], "/", in: .lessons, .find, say("find a lesson", "레슨 찾기"),
      say("Show only lessons with this word, card or topic.", "이 낱말, 카드, 주제가 있는 레슨만 보여 줍니다.")),
    Action(
      .beginLesson, ["<"], "<", in: .lessons, .time, say("lesson from the start", "레슨 처음부터"),
      say("Begin this lesson again from its first stop.", "이 레슨을 첫 단계부터 다시 시작합니다.")),
  ]

  var isTyping: Bool { search.isOpen }

  func activeKeys(in surroundings: Surroundings) -> ActiveKeys {
    if search.isOpen { return ListSearch.activeKeys }
    return ActiveKeys(
      scopes: [.lessons, .list, .everywhere],
      hints: [KeyHint(.down, "↑↓", "choose", "고르기")] + opening(surroundings) + [
        KeyHint(.findLesson, "/", "find", "찾기"), KeyHint(.back, "Esc", "back", "뒤로"),
        KeyHint(.language, "t", "한국어", "English"),
      ], fixed: [.keys, .quit], helpTitle: ListState.helpTitle)
  }

  /// What Enter does with the marked lesson; nothing with one that is not there.
  private func opening(_ surroundings: Surroundings) -> [KeyHint] {
    let list = list(surroundings)
    guard let cursor = cursor(list), case .lesson(let lesson, _) = list.entries[cursor] else { return [] }
    let progress = surroundings.progress[lesson.id]
    if progress?.place != nil {
      return [
        KeyHint(.open, "Enter", "go on", "이어 가기"), KeyHint(.beginLesson, "<", "from the start", "처음부터"),
      ]
    }
    return [
      progress?.done == nil
        ? KeyHint(.open, "Enter", "begin", "시작") : KeyHint(.open, "Enter", "once more", "다시 보기")
    ]
  }

  /// The row that is marked.
  func cursor(_ list: LessonList) -> Int? {
    if list.entries.isEmpty { return nil }
    return max(0, min(cursor ?? list.usual, list.entries.count - 1))
  }

  func list(_ surroundings: Surroundings) -> LessonList { LessonList(surroundings, words: search.words) }

  // MARK: Keys

  mutating func handle(_ press: Press, in surroundings: Surroundings) -> Outcome {
    let list = list(surroundings)
    let cursor = cursor(list)
    switch search.handle(press) {
    case .changed: self.cursor = nil
    case .done: break
    case .move(let action): move(action, from: cursor, list)
    case .none: return handle(press, list, cursor)
    }
    return .done
  }

  private mutating func handle(_ press: Press, _ list: LessonList, _ cursor: Int?) -> Outcome {
    switch press.action {
    case .findLesson: search.open()
    case .beginLesson:
      guard let cursor else { return .done }
      if case .lesson(let lesson, _) = list.entries[cursor] { return .open(.freshLesson(lesson.id)) }
      return opened(list.entries[cursor])
    case .back, .leaveListed:
      // What narrows the list goes first.
      guard search.clear() else { return .close }
      self.cursor = nil
    case .open, .enterListed:
      if case .listed(let row)? = press.target, row != cursor {
        self.cursor = row
        return .done
      }
      return cursor.map { opened(list.entries[$0]) } ?? .notice(Texts.noSuchLesson)
    case .nextPane, .previousPane: return .notice(Texts.onlyOnePane)
    default: move(press.action, from: cursor, list)
    }
    return .done
  }

  private mutating func move(_ action: Action.ID, from row: Int?, _ list: LessonList) {
    if let row { cursor = Movement.moved(row, action, count: list.entries.count, page: 10) }
  }

  private func opened(_ entry: LessonList.Entry) -> Outcome {
    switch entry {
    case .lesson(let lesson, _): .open(.lesson(lesson.id))
    case .broken(let broken): .notice(Texts.cannotBegin(broken))
    case .coming: .notice(Texts.stillToCome)
    }
  }

  mutating func type(_ key: Key, in surroundings: Surroundings) -> Outcome? {
    guard search.type(key) else { return nil }
    cursor = nil
    return .done
  }

  func draw(_ surroundings: Surroundings, on canvas: inout Canvas) {
    let list = list(surroundings)
    LessonsDrawing(
      list: list, cursor: cursor(list), search: search, surroundings: surroundings
    ).draw(on: &canvas)
  }
}

extension Action.Scope {
  static let lessons = Action.Scope(
    name: "lessons", worksOnly: say("Works in the list of lessons.", "레슨 목록에서 됩니다."))
}

extension Action.ID {
  static let findLesson = Action.ID("find-lesson")
  static let beginLesson = Action.ID("begin-lesson")
}
