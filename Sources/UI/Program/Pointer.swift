import Analysis
import Documents
import Terminal

/// The mouse: a third way to do what keys do. A click has the focus follow and selects; a second one on the same thing
/// is Enter; the wheel is ↑ ↓ in the pane under the pointer; tabs and entries of the footer are their keys.
extension Model {
  mutating func pointed(_ mouse: Mouse) -> Effect {
    switch mouse.action {
    case .press: clicked(at: mouse.at)
    case .release: .none
    case .wheelUp: turnedWheel(.up, at: mouse.at)
    case .wheelDown: turnedWheel(.down, at: mouse.at)
    }
  }

  mutating func clicked(at point: Point) -> Effect {
    let target = Target(view(self)[point].identity)
    notice = nil
    switch target {
    case .action(let id): return perform(id)
    case .suggestion: return .none
    case .listed(let row): return chose(row)
    default: break
    }
    guard case .walk(var walk) = top else { return .none }
    let outcome = walk.clicked(target, at: point, size: size)
    screens[screens.count - 1] = .walk(walk)
    return finish(outcome)
  }

  mutating func turnedWheel(_ action: Action.ID, at point: Point) -> Effect {
    if case .walk(var walk) = top, walk.face == .words || walk.face == .field {
      if let pane = walk.pane(at: point, size: size) { walk.focus = pane }
      screens[screens.count - 1] = .walk(walk)
    }
    return perform(action)
  }

  /// A line of a list: the first click marks it, the second opens it.
  private mutating func chose(_ row: Int) -> Effect {
    guard let marked = top.listCursor, marked != row else { return perform(.open) }
    screens[screens.count - 1].listCursor = row
    return .none
  }

  /// An action as by its first key.
  private mutating func perform(_ id: Action.ID) -> Effect {
    keymap[id].keys.first.map { press($0) } ?? .none
  }
}

extension WalkModel {
  /// The pane under a point of the screen.
  func pane(at point: Point, size: Size) -> Pane? {
    let layout = layout(size)
    // Panes share their edges; the later one has it.
    if layout.fields.contains(point), point.x > layout.fields.x { return .fields }
    if layout.picture.contains(point) { return .picture }
    return layout.bytes.contains(point) ? .bytes : nil
  }

  fileprivate mutating func clicked(_ target: Target?, at point: Point, size: Size) -> Outcome {
    // A click on the packet looks at that; the sum and the comparison close.
    switch target {
    case .field, .byte, .pictureRow: closeCloser()
    default: break
    }
    switch target {
    case .picture(let wanted): return show(wanted)
    case .cause(let row):
      guard case .why(var why) = face, why.rows.indices.contains(row) else { return .done }
      if why.cursor == row { return open(size: size) }
      why.cursor = row
      return look(in: why)
    case .choice(let row):
      if focus == .question, lesson?.open?.cursor == row {
        return performInQuestion(.open, .enter, size: size) ?? .done
      }
      focus = .question
      lesson?.open?.cursor = row
      return .done
    case .field(let row):
      guard let tree = tree(height: layout(size).fieldRows), tree.rows.indices.contains(row) else {
        return .done
      }
      let isAgain = focus == .fields && cursor(in: tree) == row
      focus = .fields
      if isAgain { return performInQuestion(.open, .enter, size: size) ?? open(size: size) }
      select(tree.rows[row])
      return .done
    case .byte(let wanted):
      let isAgain = focus == .bytes && byte == wanted
      focus = .bytes
      if isAgain { return performInQuestion(.open, .enter, size: size) ?? open(size: size) }
      select(byte: wanted)
      return .done
    case .pictureRow(let row):
      let isAgain = focus == .picture && pictureRow == row
      focus = .picture
      if isAgain { return open(size: size) }
      stand(on: row, in: pictureView(size, .en))
      return .done
    default:
      if face == .words || face == .field, let pane = pane(at: point, size: size) { focus = pane }
      return .done
    }
  }
}
