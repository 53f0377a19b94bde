import Analysis
import Documents
import Terminal

/// What a key does: a pure change of the model, and what is left for the loop to do.
/// - Parameter target: of a click or the wheel: what stands at its place on the screen that was drawn last.
package func update(_ model: inout Model, _ key: Key, target: ClickTarget? = nil) -> Effect {
  defer { model.readPicture() }
  return act(&model, key, target)
}

private func act(_ model: inout Model, _ key: Key, _ target: ClickTarget?) -> Effect {
  if case .resize(let size) = key {
    model.size = size
    return .none
  }
  model.notice = nil
  if model.isTooSmall { return key == "q" ? .quit : .none }
  if case .mouse(let mouse) = key { return model.pointed(mouse, target) }
  if model.prompt != nil { return model.type(key) }
  if model.isTyping, let outcome = model.top.type(key, in: model.surroundings) {
    return model.finish(outcome)
  }
  if case .character(let character) = key, let strokes = HangulKeys.strokes(of: character) {
    var effect = Effect.none
    for stroke in strokes where effect == .none { effect = model.press(.character(stroke)) }
    if !model.hasMetHangul {
      model.hasMetHangul = true
      model.notice = Model.Notice(text: Texts.both(Texts.hangulNote, Texts.hangulNote), role: .quiet)
    }
    return effect
  }
  return model.press(key)
}

extension Model {
  mutating func press(_ key: Key) -> Effect {
    guard let action = keymap.action(for: key, in: activeKeys) else {
      if case .paste = key { return .none }
      if key == .unknown { return .none }
      say(
        LocalizedText(
          en: Texts.doesNothing(key.shown, .en), ko: Texts.doesNothing(key.shown, .ko)))
      return .none
    }
    return perform(action.id, key)
  }

  /// The program's own actions; all others are the screen's.
  mutating func perform(_ action: Action.ID, _ key: Key = .unknown, _ target: ClickTarget? = nil) -> Effect {
    switch action {
    case .language: switchLanguage()
    case .redraw: return .repaint
    case .theme: return switchTheme()
    case .motion: switchMotion()
    case .leaveBehind: return .quitLeavingScreen
    case .help: toggleHelp()
    case .reference:
      if top is ReferencePage { screens.removeLast() }
      if !(top is ReferenceScreen) { screens.append(ReferenceScreen()) }
    case .leave: return leave()
    case .commands: ask(.commands)
    // What has no object is done; the others begin a line.
    case let id where Verb(action: id)?.kind == .script:
      return finish(top.handle(Press(action: id, size: size), in: surroundings))
    case let id where Verb(action: id) != nil: ask(.commands, text: Verb(action: id)!.words[language] + " ")
    case .saveScreen, .saveDrawing, .saveCapture, .saveLadder: ask(.save(savePrompt(action)))
    default:
      return finish(top.handle(Press(action: action, key: key, target: target, size: size), in: surroundings))
    }
    return .none
  }

  mutating func finish(_ outcome: Outcome) -> Effect {
    switch outcome {
    case .done: break
    case .notice(let text): say(text)
    case .copy(let text, let says):
      say(says)
      return .copy(text)
    case .close: if screens.count > 1 { closeTop() }
    case .push(let screen): screens.append(screen)
    case .open(let opening): return .open(opening)
    case .prompt(let kind): ask(kind)
    case .walk(let branch, let moment):
      screens.removeLast()
      withWalk { $0.change(to: branch, at: moment) }
    case .review(let question):
      screens.removeLast()
      withWalk { $0.review(question) }
    case .tryHere(let index):
      screens.removeLast()
      return withWalk { $0.tryHere(index) }.map { finish($0) } ?? .none
    case .explore(let walk, let line):
      screens.append(walk)
      readPicture()
      ask(.commands, text: line[language])
    case .hops:
      screens.removeLast()
      return withWalk { $0.compareHops() }.map { finish($0) } ?? .none
    }
    return .none
  }

  private mutating func switchLanguage() {
    guard showsKorean else { return say(Texts.noKorean) }
    language = language == .en ? .ko : .en
    chosenLanguage = language
  }

  private mutating func toggleHelp() {
    if top is HelpScreen {
      closeTop()
    } else {
      screens.append(HelpScreen(activeKeys: activeKeys, top: helpTop))
    }
  }

  private mutating func closeTop() {
    if let help = screens.removeLast() as? HelpScreen { helpTop = help.top }
  }

  /// `q` closes what covers a walk or the start screen's lists, else quits.
  private mutating func leave() -> Effect {
    guard top.isCover, screens.count > 1 else { return .quit }
    closeTop()
    return .none
  }
}
