import Analysis
import Terminal

extension Model {
  mutating func ask(_ kind: Prompt.Kind, text: String = "") {
    prompt = Prompt(kind, text: text)
    if text.isEmpty, case .save(let save) = kind {
      prompt = Prompt(kind, text: fileName(save))
      prompt?.isOffered = true
    }
    readPrompt()
  }

  /// A key while a line is typed into: all printing keys type.
  mutating func type(_ key: Key) -> Effect {
    guard var line = prompt?.line else { return .none }
    let before = line
    let turned = prompt?.turned
    prompt?.turned = nil
    if prompt?.isOffered == true {
      switch key {
      case .character, .paste, .backspace, .delete:
        line.clear()
        prompt?.isOffered = false
      case .left, .right, .home, .end: prompt?.isOffered = false
      default: break
      }
    }
    switch key {
    case .enter: return enter()
    case .escape: prompt = nil
    case .control("l"): return .repaint
    case .tab: complete()
    case .up, .down, .pageUp, .pageDown: choose(key)
    case .character(let character):
      if prompt?.turnsHangulBack == true, let strokes = HangulKeys.strokes(of: character) {
        line.insert(String(strokes))
        let hangul = (turned?.hangul ?? "") + String(character)
        prompt?.turned = (hangul, (turned?.latin ?? "") + String(strokes))
      } else {
        line.insert(character)
      }
    case .paste(let text): line.insert(text)
    default: _ = line.edit(key)
    }
    if line != before {
      prompt?.line = line
      prompt?.recalled = nil
      prompt?.cursor = nil
      if line.text != before.text || prompt?.readsCursor == true { readPrompt() }
    }
    return .none
  }

  /// A click on a row chooses it, a second one takes it; the wheel is ↑ ↓.
  mutating func pointedInPrompt(_ mouse: Mouse, _ target: ClickTarget?) -> Effect {
    switch mouse.action {
    case .wheelUp: choose(.up)
    case .wheelDown: choose(.down)
    case .release: break
    case .press:
      switch target {
      case .suggestion(let row) where prompt?.cursor == row: return enter()
      case .suggestion(let row): prompt?.cursor = row
      case .action(let id):
        guard keymap[id].scope == .line, let key = keymap[id].keys.first else { break }
        return type(key)
      default: break
      }
    }
    return .none
  }

  private mutating func enter() -> Effect {
    guard let prompt else { return .none }
    if let chosen = prompt.chosen, case .line(let line) = chosen.choice, line.text != prompt.line.text {
      complete()
      return .none
    }
    if let name = prompt.historyName, !prompt.line.isEmpty {
      let chosen = prompt.chosen.map { $0.whole ?? $0.completion?.string ?? $0.name }
      let text = prompt.choosesFirst ? chosen ?? prompt.line.string : prompt.line.string
      var lines = history[name, default: []].filter { $0 != text }
      lines.append(text)
      history[name] = lines.suffix(Model.mostHistory)
    }
    return take(prompt)
  }

  /// Lines kept a kind.
  static let mostHistory = 50

  /// Tab: the line becomes what the chosen suggestion makes of it, else what is most likely meant.
  private mutating func complete() {
    guard let prompt else { return }
    var line = prompt.reading.completion
    if let chosen = prompt.chosen { line = chosen.completed(prompt.line) }
    if line == nil { line = prompt.reading.suggestions.first.map { $0.completed(prompt.line) } }
    guard let line, line != prompt.line else { return }
    self.prompt?.line = line
    self.prompt?.cursor = nil
    readPrompt()
  }

  private mutating func choose(_ key: Key) {
    guard let prompt else { return }
    if key == .up || prompt.recalled != nil, prompt.line.isEmpty || prompt.recalled != nil, recall(key) {
      return
    }
    let count = prompt.reading.suggestions.count
    guard count > 0 else { return }
    let action: Action.ID =
      switch key {
      case .up: .up
      case .down: .down
      case .pageUp: .pageUp
      default: .pageDown
      }
    guard let now = prompt.cursor else {
      self.prompt?.cursor = key == .up || key == .pageUp ? count - 1 : 0
      return
    }
    self.prompt?.cursor = Movement.moved(now, action, count: count, page: 7)
  }

  /// The lines that were taken before, the last first; false when the keys choose suggestions.
  private mutating func recall(_ key: Key) -> Bool {
    guard key == .up || key == .down, let prompt, let name = prompt.historyName,
      let lines = history[name], !lines.isEmpty
    else { return false }
    let wanted = (prompt.recalled ?? -1) + (key == .up ? 1 : -1)
    guard wanted < lines.count else { return true }
    self.prompt?.line = TextLine(
      wanted < 0 ? "" : lines[lines.count - 1 - wanted], limit: Prompt.longest)
    self.prompt?.recalled = wanted < 0 ? nil : wanted
    self.prompt?.cursor = nil
    readPrompt()
    return true
  }

  /// Says again what there is to say of the line.
  mutating func readPrompt() {
    guard var prompt else { return }
    prompt.reading = reading(prompt)
    if prompt.choosesFirst, !prompt.line.isEmpty, prompt.cursor == nil {
      prompt.cursor = prompt.reading.suggestions.isEmpty ? nil : 0
    }
    self.prompt = prompt
  }

  private mutating func reading(_ prompt: Prompt) -> Prompt.Reading {
    switch prompt.kind {
    case .commands: commandsReading(prompt.line.string)
    case .find: findReading(prompt.line)
    case .goTo(let place): goToReading(place, prompt.line.string)
    case .save(let save): saveReading(save, prompt.line.string)
    case .edit(let edit): editReading(edit, prompt.line.string)
    case .delay: delayReading(prompt.line.string)
    }
  }

  private mutating func take(_ prompt: Prompt) -> Effect {
    switch prompt.kind {
    case .commands: return takeCommand(prompt)
    case .find: return takeFind(prompt)
    case .goTo(let place): return takeGoTo(place, prompt)
    case .save(let save): return takeSave(save, prompt)
    case .edit(let edit): return takeEdit(edit, prompt)
    case .delay(let frame): return takeDelay(frame, prompt)
    }
  }
}

extension Prompt {
  /// What is said depends on where the insertion point stands.
  var readsCursor: Bool {
    if case .find = kind { true } else { false }
  }
}

extension Prompt.Suggestion {
  /// What Tab makes of a line.
  func completed(_ line: TextLine) -> TextLine {
    if case .line(let whole) = choice { return whole }
    if let completion { return completion }
    return TextLine(name, limit: Prompt.longest)
  }
}
