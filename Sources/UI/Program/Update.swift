import Analysis
import Documents
import Networking
import Terminal

/// What a key does: a pure change of the model, and what is left for the loop to do.
package func update(_ model: inout Model, _ key: Key) -> Effect {
  if case .resize(let size) = key {
    model.size = size
    return .none
  }
  model.notice = nil
  if model.isTooSmall { return key == "q" ? .quit : .none }
  if model.prompt != nil { return model.type(key) }
  if case .mouse(let mouse) = key { return model.pointed(mouse) }
  if case .walk(var walk) = model.top, walk.isTyping, walk.type(key) {
    model.screens[model.screens.count - 1] = .walk(walk)
    return .none
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
    guard let action = keymap.action(for: key, in: situation) else {
      if case .paste = key { return .none }
      if key == .unknown { return .none }
      say(
        LocalizedText(
          en: Texts.doesNothing(key.shown, .en), ko: Texts.doesNothing(key.shown, .ko)))
      return .none
    }
    return perform(action, key)
  }

  mutating func say(_ text: LocalizedText) { notice = Notice(text: text) }

  mutating func perform(_ action: Action, _ key: Key) -> Effect {
    switch action.id {
    case .language:
      guard showsKorean else {
        say(Texts.noKorean)
        break
      }
      language = language == .en ? .ko : .en
      chosenLanguage = language
    case .redraw: return .repaint
    case .theme: return switchTheme()
    case .motion: switchMotion()
    case .leaveBehind: return .quitLeavingScreen
    case .help: toggleHelp()
    case .leave: return leave()
    case .commands: ask(.commands)
    case .edit, .delay: askWhatIf(action.id)
    case .forks: openForks()
    case .find: ask(.find)
    case .goToFrame: ask(.goTo(.frame))
    case .goToMoment: ask(.goTo(.moment))
    case .goToStop: ask(.goTo(.stop))
    case .saveCapture, .saveScreen, .saveDrawing, .saveLadder: ask(.save(savePrompt(action.id)))
    default:
      switch top {
      case .start(let state): return start(state, action.id)
      case .lessons(let state): return lessons(state, action.id)
      case .networks(let state): return networks(state, action.id)
      case .forks(let state): return forks(state, action.id)
      case .help(let state): help(state, action.id)
      case .walk(var walk):
        let outcome = walk.perform(action.id, key, size: size)
        screens[screens.count - 1] = .walk(walk)
        return finish(outcome)
      }
    }
    return .none
  }

  mutating func finish(_ outcome: WalkModel.Outcome) -> Effect {
    switch outcome {
    case .done: break
    case .notice(let text): say(text)
    case .copy(let text, let says):
      say(says)
      return .copy(text)
    case .leave: screens.removeLast()
    }
    return .none
  }

  private mutating func toggleHelp() {
    if case .help = top {
      screens.removeLast()
    } else {
      screens.append(.help(HelpState(situation: situation)))
    }
  }

  /// `q` closes what covers a walk or the start screen's lists, else quits.
  private mutating func leave() -> Effect {
    switch top {
    case .help, .forks:
      screens.removeLast()
      return .none
    default: return .quit
    }
  }

  private mutating func help(_ state: HelpState, _ action: Action.ID) {
    var state = state
    let room = max(1, size.height - 4)
    let count = HelpScreen(situation: state.situation, language: language, keymap: keymap).lines(
      width: size.width
    ).count
    switch action {
    case .back, .open:
      screens.removeLast()
      return
    case .up: state.top -= 1
    case .down: state.top += 1
    case .pageUp: state.top -= room
    case .pageDown: state.top += room
    case .first: state.top = 0
    case .last: state.top = count
    default: break
    }
    state.top = max(0, min(state.top, count - room))
    screens[screens.count - 1] = .help(state)
  }

  // MARK: Lists

  private mutating func start(_ state: ListState, _ action: Action.ID) -> Effect {
    let items = StartScreen.Item.available(self)
    switch action {
    case .open, .enterListed:
      guard items.indices.contains(state.cursor) else { return .none }
      switch items[state.cursor] {
      case .goOn: return unfinished.map { .open($0.opening) } ?? .none
      case .begin:
        return library.lessons.first.map { .open(.lesson($0.id)) } ?? .none
      case .lessons: screens.append(.lessons(ListState()))
      case .explore: screens.append(.networks(ListState()))
      }
    case .back, .leaveListed: say(Texts.startScreen)
    case .nextPane, .previousPane: say(Texts.onlyOnePane)
    default:
      screens[screens.count - 1] = .start(state.moved(action, count: items.count))
    }
    return .none
  }

  private mutating func lessons(_ state: ListState, _ action: Action.ID) -> Effect {
    list(state, action, library.lessons.map { .lesson($0.id) }, screen: Screen.lessons)
  }

  private mutating func networks(_ state: ListState, _ action: Action.ID) -> Effect {
    list(state, action, library.networks.map { .network($0.id) }, screen: Screen.networks)
  }

  private mutating func list(
    _ state: ListState, _ action: Action.ID, _ openings: [Opening], screen: (ListState) -> Screen
  ) -> Effect {
    switch action {
    case .open, .enterListed: return state.cursor < openings.count ? .open(openings[state.cursor]) : .none
    case .back, .leaveListed: screens.removeLast()
    case .nextPane, .previousPane: say(Texts.onlyOnePane)
    default: screens[screens.count - 1] = screen(state.moved(action, count: openings.count))
    }
    return .none
  }
}

extension ListState {
  func moved(_ action: Action.ID, count: Int) -> ListState {
    ListState(cursor: count == 0 ? 0 : WalkModel.moved(cursor, action, count: count, page: 10))
  }
}
