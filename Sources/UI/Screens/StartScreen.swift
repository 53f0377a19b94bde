import Analysis
import Documents
import Terminal

/// The first screen: what there is to do.
struct StartScreen: Screen {
  var list = ListState()

  static let scopeSets: [[Action.Scope]] = [[.list, .everywhere]]

  enum Item: Equatable {
    case goOn, begin, lessons, explore

    static func available(in surroundings: Surroundings) -> [Item] {
      let library = surroundings.library
      let lessons: [Item] = library.lessons.isEmpty ? [] : [.begin, .lessons]
      let first: [Item] = surroundings.resumable == nil ? lessons : [.goOn] + lessons.dropFirst()
      return first + (library.networks.isEmpty ? [] : [.explore])
    }
  }

  func activeKeys(in surroundings: Surroundings) -> ActiveKeys { ListState.activeKeys(closing: nil) }

  mutating func handle(_ press: Press, in surroundings: Surroundings) -> Outcome {
    let items = Item.available(in: surroundings)
    switch list.handle(press, count: items.count) {
    case .opened(let row):
      switch items[row] {
      case .goOn: return surroundings.resumable.map { .open($0.opening) } ?? .done
      case .begin: return surroundings.library.lessons.first.map { .open(.lesson($0.id)) } ?? .done
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
      let place = item == .goOn ? surroundings.resumable?.place[language] ?? "" : ""
      return Row(
        [Span(name.fitted(to: 17), .strong), Span(what)], trailing: place.isEmpty ? [] : [Span(place)])
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
    if area.height > 2, let lesson = surroundings.library.lessons.first {
      canvas.put(
        Texts.startPlain(lesson.id)[language], at: area.cutTop(1).droppingLeft(2).origin, role: .quiet)
    }
    guard items.indices.contains(list.cursor) else { return }
    SentenceLine(Texts.startSentence(items[list.cursor])[language]).draw(
      in: canvas.bounds.bottom(2).top(1), on: &canvas)
  }

  private func text(_ item: Item, _ surroundings: Surroundings) -> (String, String) {
    let (language, library) = (surroundings.language, surroundings.library)
    switch item {
    case .goOn:
      return (Texts.goOn[language], surroundings.resumable?.title[language] ?? "")
    case .begin:
      let first = library.lessons[0]
      return (Texts.startHere[language], "\(first.title[language])   \(Texts.extent(first, language))")
    case .lessons:
      return (Texts.lessons[language], Texts.lessonCount(library.lessons.count, language))
    case .explore:
      let names = Texts.some(library.networks.map(\.id), language)
      return (Texts.explore[language], Texts.exploreWhat(names, language))
    }
  }
}
