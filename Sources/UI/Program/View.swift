import Analysis
import Documents
import Terminal

/// The screen that a model looks like.
package func view(_ model: Model) -> Canvas {
  var canvas = Canvas(model.size)
  if model.isTooSmall {
    TooSmallScreen(model: model).draw(on: &canvas)
    return canvas
  }
  switch model.top {
  case .start(let state): StartScreen(model: model, state: state).draw(on: &canvas)
  case .lessons(let state): ListScreen.lessons(model, state).draw(on: &canvas)
  case .networks(let state): ListScreen.networks(model, state).draw(on: &canvas)
  case .walk(let walk): WalkView(model: model, walk: walk).draw(on: &canvas)
  case .forks(let state):
    if let walk = model.walk { ForksScreen(model: model, walk: walk, state: state).draw(on: &canvas) }
  case .help(let state):
    HelpScreen(situation: state.situation, language: model.language, keymap: model.keymap).draw(
      state, on: &canvas)
  }
  let rect = canvas.bounds
  let sentence = rect.bottom(2).top(1)
  if let notice = model.notice {
    canvas.fill(sentence)
    canvas.put(
      notice.text[model.language], at: sentence.droppingLeft(1).origin, role: notice.role,
      width: sentence.width - 1)
  }
  if let prompt = model.prompt { PromptPanel(prompt: prompt, language: model.language).draw(on: &canvas) }
  FooterLine(situation: model.situation, language: model.language, model: model).draw(
    in: rect.bottom(1), on: &canvas)
  if canvas.cursor == nil { canvas.cursor = Point(x: 0, y: sentence.y) }
  return canvas
}

/// The keys that work now, from the action table.
struct FooterLine {
  let situation: Action.Situation
  let language: Language
  let model: Model

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let hints = model.keymap.actions.filter { !$0.keys.isEmpty }
      .compactMap { action in action.hints[situation].map { (action, $0) } }
      .sorted { $0.1.rank < $1.1.rank }
    func entry(_ action: Action, _ hint: Action.Hint) -> Footer.Entry {
      let shown = model.hint(action, hint, language)
      // Of several keys in one entry, as digits are, none is meant.
      let isOne = action.id != .answer && action.id != .view
      let identity = isOne ? Target.action(action.id).identity : nil
      return Footer.Entry(shown.key, shown.label, identity: identity)
    }
    Footer(
      hints.filter { !$0.1.isFixed }.map(entry), fixed: hints.filter(\.1.isFixed).map(entry)
    ).draw(in: rect, on: &canvas)
  }
}

extension Model {
  /// A footer entry as it is just now.
  func hint(_ action: Action, _ hint: Action.Hint, _ language: Language) -> (key: String, label: String) {
    var key = keymap.shown(hint, of: action)
    if action.id == .answer, case .walk(let walk) = top, let count = walk.lesson?.open?.options.count {
      key = "1-\(count)"
    }
    return (key, hint.label[language])
  }
}
