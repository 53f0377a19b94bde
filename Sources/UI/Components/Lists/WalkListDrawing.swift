import Analysis
import Documents
import Terminal

/// A list of things to walk, with an introduction over it.
struct WalkListDrawing {
  let title: String
  let introduction: String
  let rows: [Row]
  let sentence: String

  func draw(_ list: ListState, _ language: Language, on canvas: inout Canvas) {
    var area = canvas.bounds
    TitleLine.draw(title, language, in: area.cutTop(1), on: &canvas)
    _ = area.cutTop(1)
    for line in introduction.wrapped(to: area.width - 4) {
      canvas.put(line, at: area.cutTop(1).droppingLeft(2).origin)
    }
    _ = area.cutTop(1)
    Rows(rows.listed, cursor: rows.isEmpty ? nil : list.cursor, isFocused: true).draw(
      in: area.droppingBottom(3).droppingLeft(1).droppingRight(1), on: &canvas)
    SentenceLine(sentence).draw(in: area.bottom(2).top(1), on: &canvas)
  }
}

extension ListState {
  /// The footer of a list that lies over the start screen.
  static let coveringKeys = activeKeys(closing: KeyHint(.back, "Esc", "back", "뒤로"))

  /// Opens what a press chooses.
  mutating func handle(_ press: Press, _ openings: [OpenRequest]) -> Outcome {
    switch handle(press, count: openings.count) {
    case .opened(let row): .open(openings[row])
    case .left: .close
    case .onlyOnePane: .notice(Texts.onlyOnePane)
    case .moved, .nothing: .done
    }
  }
}

extension [Row] {
  /// With their numbers as what a click means.
  var listed: [Row] {
    enumerated().map { index, row in
      var row = row
      row.identity = ClickTarget.listed(index).identity
      return row
    }
  }
}
