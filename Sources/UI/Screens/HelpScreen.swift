import Analysis
import Documents
import Terminal

/// What signs mean and what is counted, then the keys that work where it was opened, from the components' actions.
struct HelpScreen: Screen {
  var top = 0
  /// What the keys are for.
  private let subject: ActiveKeys

  static let scopeSets: [[Action.Scope]] = [[.everywhere]]

  /// - Parameter top: the first line shown: where it was left.
  init(activeKeys: ActiveKeys, top: Int = 0) {
    subject = activeKeys
    self.top = top
  }

  let isCover = true

  func activeKeys(in surroundings: Surroundings) -> ActiveKeys {
    ActiveKeys(
      scopes: [.everywhere],
      hints: [KeyHint(.down, "↑↓", "scroll", "넘기기"), KeyHint(.language, "t", "한국어", "English")],
      fixed: [KeyHint(.help, "Esc", "close", "닫기")], helpTitle: ListState.helpTitle)
  }

  mutating func handle(_ press: Press, in surroundings: Surroundings) -> Outcome {
    let room = max(1, surroundings.size.height - 5)
    let count = HelpLines(activeKeys: subject, surroundings).lines(width: surroundings.size.width).count
    switch press.action {
    case .back, .open: return .close
    case .up: top -= 1
    case .down: top += 1
    case .pageUp: top -= room
    case .pageDown: top += room
    case .first: top = 0
    case .last: top = count
    default: break
    }
    top = max(0, min(top, count - room))
    return .done
  }

  func draw(_ surroundings: Surroundings, on canvas: inout Canvas) {
    let language = surroundings.language
    var area = canvas.bounds
    TitleLine.draw(Texts.legendTitle[language], language, in: area.cutTop(1), on: &canvas)
    _ = area.cutTop(1)
    let bottom = area.cutBottom(3).droppingTop(1)
    let lines = HelpLines(activeKeys: subject, surroundings).lines(width: area.width - 4)
    let first = min(top, max(0, lines.count - area.height))
    let shown = lines.dropFirst(first).prefix(area.height)
    if first + shown.count < lines.count {
      // In the blank row over the sentence line.
      let more = Texts.moreBelow[language]
      canvas.put(more, at: Point(x: area.endX - 1 - more.displayWidth, y: area.endY), role: .quiet)
    }
    for (index, line) in shown.enumerated() {
      canvas.put(line, at: area.row(index).droppingLeft(2).origin, width: area.width - 3)
    }
    SentenceLine(Texts.legendSentence[language]).draw(in: bottom.top(1), on: &canvas)
    canvas.cursor = Point(x: 1, y: area.y)
  }
}

/// The text of the help.
private struct HelpLines {
  let activeKeys: ActiveKeys
  let language: Language
  let keymap: Keymap

  init(activeKeys: ActiveKeys, _ surroundings: Surroundings) {
    self.activeKeys = activeKeys
    language = surroundings.language
    keymap = surroundings.keymap
  }

  /// Keys that work in this situation; groups without any are left out.
  private func actions(_ group: Action.Group) -> [Action] {
    keymap.actions.filter { $0.group == group && activeKeys.scopes.contains($0.scope) && !$0.keys.isEmpty }
  }

  /// Where there is room for both the legend stands beside the keys.
  func lines(width: Int) -> [[Span]] {
    let legend = Legend(language: language, keymap: keymap).lines
    let gap = 2
    guard width >= Legend.width + gap + 38 else { return legend + [[]] + keys(width: width) }
    let keys = keys(width: width - Legend.width - gap)
    return (0..<max(legend.count, keys.count)).map { index in
      let first = index < legend.count ? legend[index] : []
      let blank = Span(String.blanks(Legend.width + gap - first.displayWidth))
      return first + [blank] + (index < keys.count ? keys[index] : [])
    }
  }

  private func keys(width: Int) -> [[Span]] {
    let head: [[Span]] = [[Span(activeKeys.helpTitle[language], .focus)], []]
    let rule = Texts.helpSentence[language].wrapped(to: width).map { [Span($0, .quiet)] }
    return head + columns(width: width) + rule
  }

  private func columns(width: Int) -> [[Span]] {
    guard width >= 70 else { return Action.Group.allCases.flatMap { block($0, width: width) } }
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
}
