import Analysis
import Documents
import Terminal

/// The keys, from the action table, in two columns.
struct HelpScreen {
  let situation: Action.Situation
  let language: Language
  let keymap: Keymap

  /// Keys in the contexts of this situation come first in their group; groups without any are left out.
  private func actions(_ group: Action.Group) -> [Action] {
    let contexts = situation.contexts
    return keymap.actions.filter {
      $0.group == group && contexts.contains($0.context) && !$0.keys.isEmpty
    }
  }

  func lines(width: Int) -> [[Span]] {
    let left: [Action.Group] = [.time, .ask, .find, .question]
    let right: [Action.Group] = [.place, .leave]
    let half = (width - 3) / 2
    let a = left.flatMap { block($0, width: half) }
    let b = right.flatMap { block($0, width: width - 3 - half) }
    return (0..<max(a.count, b.count)).map { index in
      let first = index < a.count ? a[index] : []
      let second = index < b.count ? b[index] : []
      let gap = String(repeating: " ", count: max(0, half - first.displayWidth) + 1)
      return first + [Span(gap)] + second
    }
  }

  private func block(_ group: Action.Group, width: Int) -> [[Span]] {
    let actions = actions(group)
    if actions.isEmpty { return [] }
    let rows = actions.map { action in
      [Span(" " + action.shown.padded(to: 11) + " ", .strong), Span(action.short[language])].truncated(
        to: width)
    }
    return [[Span(Texts.group(group)[language], .strong)]] + rows + [[]]
  }

  func draw(_ state: HelpState, on canvas: inout Canvas) {
    var area = canvas.bounds
    TitleLine.draw(Texts.helpTitle(situation)[language], language, in: area.cutTop(1), on: &canvas)
    _ = area.cutTop(1)
    let bottom = area.cutBottom(2)
    let lines = lines(width: area.width - 4)
    let shown = lines.dropFirst(min(state.top, max(0, lines.count - area.height))).prefix(area.height)
    for (index, line) in shown.enumerated() {
      canvas.put(line, at: area.row(index).droppingLeft(2).origin, width: area.width - 3)
    }
    canvas.put(Texts.helpSentence[language], at: bottom.droppingLeft(1).origin, width: bottom.width - 2)
    canvas.cursor = Point(x: 1, y: area.y)
  }
}
