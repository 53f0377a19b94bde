import Analysis
import Documents
import Lessons
import Terminal

/// The first screen: what there is to do.
struct StartScreen: Screen {
  var list = ListState()

  static let scopeSets: [[Action.Scope]] = [[.list, .everywhere]]

  enum Item: Equatable {
    case goOn, begin, lessons, explore

    /// First what was left on its way, else the next lesson: blind Enter is always the most useful thing.
    static func available(in surroundings: Surroundings) -> [Item] {
      let library = surroundings.library
      let resumable = surroundings.resumable
      var isOfLesson = false
      if case .lesson? = resumable?.opening { isOfLesson = true }
      return (resumable == nil ? [] : [.goOn])
        + (isOfLesson || StartScreen.next(surroundings) == nil ? [] : [.begin])
        + (library.lessons.isEmpty ? [] : [.lessons]) + (library.networks.isEmpty ? [] : [.explore])
    }
  }

  /// The lesson to go on with; nil: all are done.
  private static func next(_ surroundings: Surroundings) -> LessonHead? {
    surroundings.library.lessons.next(done: surroundings.progress.done)
  }

  func activeKeys(in surroundings: Surroundings) -> ActiveKeys { ListState.activeKeys(closing: nil) }

  mutating func handle(_ press: Press, in surroundings: Surroundings) -> Outcome {
    let items = Item.available(in: surroundings)
    switch list.handle(press, count: items.count) {
    case .opened(let row):
      switch items[row] {
      case .goOn: return surroundings.resumable.map { .open($0.opening) } ?? .done
      case .begin: return StartScreen.next(surroundings).map { .open(.lesson($0.id)) } ?? .done
      case .lessons: return .push(LessonsScreen())
      case .explore: return .push(NetworksScreen())
      }
    case .left: return .notice(Texts.startScreen)
    case .onlyOnePane: return .notice(Texts.onlyOnePane)
    case .moved, .nothing: return .done
    }
  }

  func draw(_ surroundings: Surroundings, on canvas: inout Canvas) {
    let language = surroundings.language
    var area = canvas.bounds
    TitleLine.draw("packetwalk", language, in: area.cutTop(1), on: &canvas)
    _ = area.cutTop(1)
    for line in Texts.startIntroduction {
      canvas.put(line[language], at: area.cutTop(1).droppingLeft(2).origin)
    }
    _ = area.cutTop(1)
    let items = Item.available(in: surroundings)
    let rows = items.map { item in
      let (name, what) = text(item, surroundings)
      // The cursor and the name are before it.
      let beside = beside(item, what, in: area.width - 21, surroundings)
      let head = [Span(name.fitted(to: 17), .strong), Span(what)]
      return item == .goOn ? Row(head, trailing: [Span(beside)]) : Row(head + [Span(beside)])
    }
    .listed
    Rows(rows, cursor: list.cursor, isFocused: true).draw(
      in: area.cutTop(items.count).droppingLeft(1).droppingRight(1), on: &canvas)
    if area.height >= 16 { _ = area.cutTop(1) }
    // It is drawn of that network.
    if surroundings.library.networks.contains(where: { $0.id == "home" }) {
      for line in Texts.startMap[language] {
        canvas.put(line, at: area.cutTop(1).droppingLeft(4).origin, role: .quiet)
      }
      _ = area.cutTop(1)
    }
    for line in Texts.startKeys[language] {
      canvas.put(line, at: area.cutTop(1).droppingLeft(2).origin)
    }
    _ = area.cutTop(1)
    if area.height > 2, let lesson = StartScreen.next(surroundings) ?? surroundings.library.lessons.first {
      canvas.put(
        Texts.startPlain(lesson.id)[language], at: area.cutTop(1).droppingLeft(2).origin, role: .quiet)
    }
    guard items.indices.contains(list.cursor) else { return }
    let sentence = Texts.startSentence(
      items[list.cursor], next: StartScreen.next(surroundings), isFirst: surroundings.progress.isEmpty)
    SentenceLine(sentence[language]).draw(in: canvas.bounds.bottom(2).top(1), on: &canvas)
  }

  /// What is said of a walk after its title, where there is room for it.
  private func beside(_ item: Item, _ title: String, in width: Int, _ surroundings: Surroundings) -> String {
    let language = surroundings.language
    switch item {
    case .goOn: return surroundings.resumable?.place(beside: title, in: width, language) ?? ""
    case .begin:
      let extent = StartScreen.next(surroundings).map { Texts.extent($0, language) } ?? ""
      let text = "   " + extent
      return (title + text).displayWidth <= width ? text : ""
    case .lessons, .explore: return ""
    }
  }

  private func text(_ item: Item, _ surroundings: Surroundings) -> (String, String) {
    let (language, library) = (surroundings.language, surroundings.library)
    switch item {
    case .goOn:
      return (Texts.goOn[language], surroundings.resumable?.title[language] ?? "")
    case .begin:
      guard let next = StartScreen.next(surroundings) else { return (Texts.nextLesson[language], "") }
      let name = surroundings.progress.done.isEmpty ? Texts.startHere : Texts.nextLesson
      return (name[language], next.title[language])
    case .lessons:
      let done = library.lessons.count { surroundings.progress[$0.id]?.done != nil }
      return (Texts.lessons[language], Texts.lessonCount(library.lessons.count, done: done, language))
    case .explore:
      let names = Texts.some(library.networks.map(\.id), language)
      return (Texts.explore[language], Texts.exploreWhat(names, language))
    }
  }
}
