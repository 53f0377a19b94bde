import Analysis
import Documents
import Networking
import Terminal

/// The suggestions over bytes and words: what happens, and the command that does the same.
struct SuggestionsPanel {
  let suggestions: Suggestions
  let names: DeviceNames
  let cables: [Cable]
  let hasFocus: Bool
  private var language: Language { names.language }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let inner = PaneBorder(
      title: [Span(Texts.whatShallHappen[language])], trailing: [Span(Texts.enterDoesIt[language], .quiet)],
      isFocused: hasFocus
    ).draw(in: rect, on: &canvas)
    var area = inner.droppingLeft(1).droppingRight(1)
    let items = suggestions.items
    let width = (items.map { $0.text[language].displayWidth }.max() ?? 0) + 4
    let rows = items.enumerated().map { index, item in
      Row(
        [
          Span("\(index + 1)  "), Span(item.text[language].padded(to: width)), Span(command(item), .notice),
        ], identity: ClickTarget.choice(index).identity)
    }
    Rows(rows, cursor: suggestions.cursor, isFocused: hasFocus).draw(
      in: area.cutTop(min(items.count, area.height)), on: &canvas)
    let notes = (Texts.suggestionNotes[language] ?? []).flatMap { $0.wrapped(to: area.width - 2) }
    if area.height > notes.count { _ = area.cutTop(1) }
    for note in notes.prefix(area.height) {
      canvas.put(note, at: area.cutTop(1).droppingLeft(1).origin, role: .quiet, width: area.width - 1)
    }
  }

  /// `:cut isp core, then 2`
  private func command(_ item: Suggestion) -> String {
    if let then = item.then, let first = item.whatIfs.first?.line(names, cables: cables) {
      return Texts.thenNumber(":" + first, then, language)
    }
    return item.whatIfs.last?.line(names, cables: cables).map { ":" + $0 } ?? ""
  }
}
