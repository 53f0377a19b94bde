import Documents
import Networking
import Terminal

/// Draw, wait for a key, update: until the learner quits. All that is not pure is here.
struct Loop {
  var model: Model
  let terminal: Curses
  /// Reads files and makes the walk.
  let open: (Opening) throws(Failure) -> WalkModel

  mutating func run() {
    while true {
      if model.size != terminal.size { model.size = terminal.size }
      terminal.draw(view(model))
      guard let key = terminal.nextKey(typing: model.isTyping) else { continue }
      if case .signal(let number) = key { terminal.take(number) }
      switch update(&model, key) {
      case .none: break
      case .quit: return
      case .repaint: terminal.redraw()
      case .open(let opening): present(opening)
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
