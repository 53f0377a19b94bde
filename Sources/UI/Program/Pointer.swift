import Analysis
import Terminal

/// The mouse: a third way to do what keys do. A click has the focus follow and selects; a second one on the same thing
/// is Enter; the wheel is ↑ ↓ in the pane under the pointer; tabs and entries of the footer are their keys. What stands
/// at a place is what the screen that was drawn last has there.
extension Model {
  mutating func pointed(_ mouse: Mouse, _ target: ClickTarget?) -> Effect {
    if prompt != nil { return pointedInPrompt(mouse, target) }
    switch mouse.action {
    case .press: return clicked(target, at: mouse.at)
    case .release: return .none
    case .wheelUp: return turnedWheel(.up, at: mouse.at)
    case .wheelDown: return turnedWheel(.down, at: mouse.at)
    }
  }

  private mutating func clicked(_ target: ClickTarget?, at point: Point) -> Effect {
    switch target {
    // An action as by its first key.
    case .action(let id): return keymap[id].keys.first.map { press($0) } ?? .none
    case .suggestion: return .none
    default: return finish(top.clicked(target, at: point, in: surroundings))
    }
  }

  private mutating func turnedWheel(_ action: Action.ID, at point: Point) -> Effect {
    top.point(at: point, in: surroundings)
    return keymap[action].keys.first.map { press($0) } ?? .none
  }
}
