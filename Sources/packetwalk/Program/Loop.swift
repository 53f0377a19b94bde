import Documents
import Networking
import Terminal

/// Draw, wait for a key, update: until the learner quits. All that is not pure is here.
struct Loop {
  var model: Model
  let terminal: Curses
  /// Reads files and makes the walk.
  let open: (Opening) throws(Failure) -> WalkModel
  /// Finds what the start screen offers; not needed before the first screen when that is a walk.
  var contents: (() -> Library)?

  mutating func run() {
    var moving: [Model] = []
    while true {
      if model.size != terminal.size { model.size = terminal.size }
      let ending = play(moving)
      // Of many keys that wait only the last needs a picture.
      if ending == nil, !terminal.canSkipDrawing(typing: model.isTyping) { terminal.draw(view(model)) }
      if let contents {
        model.library = contents()
        self.contents = nil
      }
      moving = []
      guard let key = ending ?? terminal.nextKey(typing: model.isTyping) else { continue }
      if case .signal(let number) = key { terminal.take(number) }
      let moment = model.walk?.moment
      switch update(&model, key) {
      case .none: moving = model.moving(by: key, from: moment)
      case .quit: return
      case .quitLeavingScreen: return terminal.close(leaving: view(model))
      case .theme(let theme): terminal.theme = theme
      case .repaint: terminal.redraw()
      case .open(let opening): present(opening)
      case .copy(let text): if !terminal.copy(text) { model.say(Texts.notCopied) }
      case .save(let file): model.saved(file, file.write())
      }
    }
  }

  private mutating func present(_ opening: Opening) {
    do throws(Failure) {
      model.opened(try open(opening))
    } catch {
      model.failed(error.message)
    }
  }
}
