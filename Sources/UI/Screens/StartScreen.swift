import Analysis
import Documents
import Terminal

/// The first screen: what there is to do.
struct StartScreen {
  let model: Model
  let state: ListState

  enum Item: Equatable {
    case goOn, begin, lessons, explore

    static func available(_ model: Model) -> [Item] {
      let lessons: [Item] = model.library.lessons.isEmpty ? [] : [.begin, .lessons]
      let first: [Item] = model.unfinished == nil ? lessons : [.goOn] + lessons.dropFirst()
      return first + (model.library.networks.isEmpty ? [] : [.explore])
    }
  }

  private var language: Language { model.language }

  func draw(on canvas: inout Canvas) {
    var area = canvas.bounds
    TitleLine.draw("packetwalk", language, in: area.cutTop(1), on: &canvas)
    _ = area.cutTop(1)
    for line in Texts.startIntroduction {
      canvas.put(line[language], at: area.cutTop(1).droppingLeft(2).origin)
    }
    _ = area.cutTop(1)
    let items = Item.available(model)
    let rows = items.map { item in
      let (name, what) = text(item)
      let place = item == .goOn ? model.unfinished?.place[language] ?? "" : ""
      return Row(
        [Span(name.fitted(to: 17), .strong), Span(what)], trailing: place.isEmpty ? [] : [Span(place)])
    }
    .listed
    Rows(rows, cursor: state.cursor, isFocused: true).draw(
      in: area.cutTop(items.count).droppingLeft(1).droppingRight(1), on: &canvas)
    if area.height >= 16 { _ = area.cutTop(1) }
    for line in Texts.startMap[language] {
      canvas.put(line, at: area.cutTop(1).droppingLeft(4).origin, role: .quiet)
    }
    _ = area.cutTop(1)
    for line in Texts.startKeys[language] {
      canvas.put(line, at: area.cutTop(1).droppingLeft(2).origin)
    }
    _ = area.cutTop(1)
    if area.height > 2 {
      canvas.put(Texts.startPlain[language], at: area.cutTop(1).droppingLeft(2).origin, role: .quiet)
    }
    guard items.indices.contains(state.cursor) else { return }
    canvas.put(
      Texts.startSentence(items[state.cursor])[language], at: canvas.bounds.bottom(2).droppingLeft(1).origin,
      width: canvas.size.width - 2)
  }

  private func text(_ item: Item) -> (String, String) {
    switch item {
    case .goOn:
      return (Texts.goOn[language], model.unfinished?.title[language] ?? "")
    case .begin:
      let first = model.library.lessons[0]
      return (Texts.startHere[language], "\(first.title[language])   \(Texts.extent(first, language))")
    case .lessons:
      return (Texts.lessons[language], Texts.lessonCount(model.library.lessons.count, language))
    case .explore:
      let names = model.library.networks.map(\.id).joined(separator: ", ")
      return (Texts.explore[language], Texts.exploreWhat(names, language))
    }
  }
}

/// The first line of a screen: its name, and how to switch the language.
enum TitleLine {
  static func draw(_ title: String, _ language: Language, in line: Rect, on canvas: inout Canvas) {
    let other = Texts.otherSwitch[language]
    let right = line.endX - 1 - other.displayWidth
    canvas.put(
      other, at: Point(x: right, y: line.y), role: .quiet, identity: Target.action(.language).identity)
    canvas.put(title, at: line.droppingLeft(1).origin, role: .strong, width: max(0, right - line.x - 3))
  }
}
