import Analysis
import Terminal

/// A click has the focus follow and selects; a second one on the same thing is Enter.
extension WalkScreen {
  mutating func clicked(_ target: ClickTarget?, at point: Point, in surroundings: Surroundings) -> Outcome {
    let size = surroundings.size
    func press(_ action: Action.ID) -> Press {
      Press(action: action, key: .enter, target: target, size: size)
    }
    // A click on the packet looks at that; the sum and the comparison close.
    switch target {
    case .field, .byte, .pictureRow: _ = panel.close().map { fulfil($0) }
    default: break
    }
    switch target {
    case .picture(let wanted):
      let press = Press(action: .view, key: .character(Character(String(wanted.digit))), size: size)
      return handleInPicture(press)
    case .cause: return handle(press(.open), in: surroundings)
    case .choice(let row) where showsSuggestions:
      focus = .suggestions
      return fulfil(suggestions.clicked(row))
    case .choice(let row): return clickInQuestion(row, size)
    case .field, .byte:
      let pane: Pane
      if case .field = target { pane = .fields } else { pane = .bytes }
      let hadFocus = focus == pane
      focus = pane
      if inspector.clicked(target!, in: inspectorView(size), hasFocus: hadFocus) {
        return handle(Press(action: .open, key: .enter, size: size), in: surroundings)
      }
    case .pictureRow(let row):
      let layout = layout(size)
      let place = layout.place(at: point) ?? picture.focused
      let hadFocus = focus == .picture && place == picture.focused
      picture.focus(place: place, of: layout.places.count)
      focus = .picture
      return fulfil(picture.clicked(row: row, in: pictureContext(size), hasFocus: hadFocus))
    default:
      focus(at: point, size)
    }
    return .done
  }

  mutating func point(at point: Point, in surroundings: Surroundings) {
    focus(at: point, surroundings.size)
  }

  private mutating func focus(at point: Point, _ size: Size) {
    guard !panel.hasKeys else { return }
    if showsSuggestions, layout(size).tallPanel.contains(point) {
      focus = .suggestions
    } else if let pane = layout(size).pane(at: point) {
      // Where there are no bytes yet only the picture has rows.
      focus = isBeforeAll ? .picture : pane
      let layout = layout(size)
      if focus == .picture, let place = layout.place(at: point) {
        picture.focus(place: place, of: layout.places.count)
      }
    }
  }
}
