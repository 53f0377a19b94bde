import Analysis
import Documents
import Lessons
import Terminal

/// The end of a lesson: what came of each question, and what to do next. It lies over the walk, which stays open.
struct SummaryScreen: Screen {
  /// What leads somewhere.
  enum Item: Equatable {
    /// Of the summary's rows, by index.
    case answer(Int)
    case next(LessonHead)
    /// How many questions are asked once more.
    case again(Int)
    /// Of the lesson's, by index.
    case trial(Int)
  }

  /// What the summary led to, and stands under the cursor when it is back.
  enum Mark: Equatable, Sendable {
    /// By its id.
    case question(String)
    /// Of the lesson's, by index.
    case trial(Int)
  }

  /// Index of the item under the cursor; nil: what to do next.
  private var cursor: Int?
  private let mark: Mark?

  static let scopeSets: [[Action.Scope]] = [[.summary, .list, .everywhere]]

  static let actions = [
    Action(
      .copyCommand, ["y"], "y", in: .summary, .find, say("copy the command", "명령 복사"),
      say("Copy the command for your own machine; nothing is run.", "내 컴퓨터에서 쓸 명령을 복사합니다. 실행하지는 않습니다."))
  ]

  init(at mark: Mark? = nil) { self.mark = mark }

  func activeKeys(in surroundings: Surroundings) -> ActiveKeys {
    let hasTrials = surroundings.walk?.session?.run.trials.contains { $0.command != nil } == true
    return ActiveKeys(
      scopes: [.summary, .list, .everywhere],
      hints: [
        KeyHint(.down, "↑↓", "choose", "고르기"), KeyHint(.open, "Enter", "open", "열기"),
        KeyHint(.enterListed, "→", "next lesson", "다음 레슨"),
        KeyHint(.leaveListed, "←", "back into the walk", "여정으로"),
      ] + (hasTrials ? [KeyHint(.copyCommand, "y", "copy command", "명령 복사")] : [])
        + [KeyHint(.language, "t", "한국어", "English")],
      fixed: [.keys, .quit], helpTitle: ListState.helpTitle)
  }

  // MARK: What leads somewhere

  func items(_ surroundings: Surroundings) -> [Item] {
    guard let session = surroundings.walk?.session else { return [] }
    let summary = session.summary
    let missed = summary.missed.count
    return summary.rows.indices.map { .answer($0) }
      + (next(surroundings).map { [.next($0)] } ?? []) + (missed > 0 ? [.again(missed)] : [])
      + session.run.trials.indices.map { .trial($0) }
  }

  /// This lesson counts as done, whether that is on disk yet or not.
  private func next(_ surroundings: Surroundings) -> LessonHead? {
    let id = surroundings.walk?.session?.run.id
    return surroundings.library.lessons.next(
      after: id, done: surroundings.progress.done.union(id.map { [$0] } ?? []))
  }

  func cursor(_ items: [Item], _ summary: LessonSummary) -> Int {
    if let cursor { return max(0, min(cursor, items.count - 1)) }
    switch mark {
    case .question(let id):
      if let row = summary.rows.firstIndex(where: { $0.question == id }) { return row }
    case .trial(let index): if let row = items.firstIndex(of: .trial(index)) { return row }
    case nil: break
    }
    return items.firstIndex { if case .answer = $0 { false } else { true } } ?? 0
  }

  // MARK: Keys

  mutating func handle(_ press: Press, in surroundings: Surroundings) -> Outcome {
    guard let walk = surroundings.walk, let session = walk.session else { return .close }
    let items = items(surroundings)
    let cursor = cursor(items, session.summary)
    switch press.action {
    case .back, .leaveListed: return .close
    case .enterListed:
      return next(surroundings).map { .open(.lesson($0.id)) } ?? .notice(Texts.noNextLesson)
    case .copyCommand: return copy(items.indices.contains(cursor) ? items[cursor] : nil, session.run)
    case .open:
      if case .listed(let row)? = press.target, row != cursor {
        self.cursor = row
        return .done
      }
      guard items.indices.contains(cursor) else { return .done }
      return opened(items[cursor], walk, session)
    case .nextPane, .previousPane: return .notice(Texts.onlyOnePane)
    default:
      if !items.isEmpty {
        self.cursor = Movement.moved(cursor, press.action, count: items.count, page: 10)
      }
      return .done
    }
  }

  private func opened(_ item: Item, _ walk: WalkScreen, _ session: LessonSession) -> Outcome {
    switch item {
    case .answer(let row): .review(session.summary.rows[row].question)
    case .next(let lesson): .open(.lesson(lesson.id))
    case .again:
      .open(
        .retry(
          walk.subject.origin?.walk.name ?? session.run.id, variant: session.run.nextNumber,
          LessonRetry(session.summary)))
    case .trial(let index):
      switch session.run.trials[index].what {
      case .command: copy(item, session.run)
      case .frame: .tryHere(index)
      case .network(let whatIf): walk.walk(toTry: whatIf).map { .explore($0.walk, line: $0.line) } ?? .done
      }
    }
  }

  /// The command under the cursor, else the first.
  private func copy(_ item: Item?, _ run: LessonRun) -> Outcome {
    var command = run.trials.lazy.compactMap(\.command).first
    if case .trial(let row)? = item { command = run.trials[row].command ?? command }
    return command.map { .copy($0, Texts.copied($0, again: false)) } ?? .notice(Texts.nothingToCopy)
  }

  func draw(_ surroundings: Surroundings, on canvas: inout Canvas) {
    guard let walk = surroundings.walk, let session = walk.session else { return }
    let items = items(surroundings)
    SummaryDrawing(
      session: session, summary: session.summary, items: items,
      ways: session.run.trials.map(walk.way), cursor: cursor(items, session.summary),
      minutes: surroundings.progress[walk.savedName ?? session.run.id]?.minutes,
      language: surroundings.language
    ).draw(on: &canvas)
  }
}

extension Action.Scope {
  static let summary = Action.Scope(
    name: "summary", worksOnly: say("Works at the end of a lesson.", "레슨 끝에서 됩니다."))
}

extension Action.ID {
  static let copyCommand = Action.ID("copy-command")
}
