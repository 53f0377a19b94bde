import Analysis
import Documents
import Networking
import Terminal

/// Up and down, in and out.
extension WalkModel {
  mutating func place(_ action: Action.ID, size: Size) -> Outcome {
    if case .why(let why) = face, focus != .bytes { return moveInWhy(action, why, size) }
    switch focus {
    case .fields, .question: return moveInFields(action, layout(size).fieldRows)
    case .bytes: return moveInBytes(action, layout(size).bytes.height - 2)
    case .picture: return moveInPicture(action, size)
    }
  }

  // MARK: Fields

  private mutating func moveInFields(_ action: Action.ID, _ height: Int) -> Outcome {
    guard let tree = tree(height: height), !tree.rows.isEmpty else { return .notice(Texts.noBytes) }
    let now = cursor(in: tree) ?? -1
    select(tree.rows[WalkModel.moved(now, action, count: tree.rows.count, page: height)])
    return .done
  }

  /// The row of the fields pane under the cursor.
  func cursor(in tree: FieldTree) -> Int? {
    if let index = tree.index(of: selection) { return index }
    switch selection {
    case .field(let path), .fold(let path):
      return scene.unit?.place(of: path).flatMap { tree.index(showing: $0) }
    case .layer(let path): return tree.index(of: .layer(path))
    case nil: return nil
    }
  }

  static func moved(_ now: Int, _ action: Action.ID, count: Int, page: Int) -> Int {
    let wanted =
      switch action {
      case .up: now - 1
      case .down: now + 1
      case .pageUp: now - max(1, page - 1)
      case .pageDown: now + max(1, page - 1)
      case .first: 0
      case .last: count - 1
      default: now
      }
    return max(0, min(count - 1, wanted))
  }

  // MARK: Bytes

  private mutating func moveInBytes(_ action: Action.ID, _ rows: Int) -> Outcome {
    guard let unit = scene.unit else { return .notice(Texts.noBytes) }
    let count = unit.bytes(of: source).count
    let row = BytesPane.perRow
    switch action {
    case .up: select(byte: byte - 1)
    case .down: select(byte: byte + 1)
    case .pageUp: select(byte: byte >= row ? byte - row : byte)
    case .pageDown: select(byte: byte + row < count ? byte + row : byte)
    case .first: select(byte: 0)
    case .last: select(byte: count - 1)
    default: break
    }
    return .done
  }

  // MARK: Picture

  private mutating func moveInPicture(_ action: Action.ID, _ size: Size) -> Outcome {
    let view = pictureView(size, .en)
    guard view.count > 0 else { return .notice(Texts.nothingInPicture) }
    let page = layout(size).picture.height - 3
    stand(on: WalkModel.moved(pictureRow ?? view.home, action, count: view.count, page: page), in: view)
    return .done
  }

  /// Puts the cursor of the picture on a row, and selects what the row is of.
  mutating func stand(on row: Int, in view: any PictureView) {
    pictureRow = row
    if let place = view.field(row).flatMap({ scene.unit?.place(of: $0) }) { select(place) }
  }

  // MARK: Why

  private mutating func moveInWhy(_ action: Action.ID, _ why: WhyState, _ size: Size) -> Outcome {
    guard !why.rows.isEmpty else { return .done }
    var why = why
    why.cursor = WalkModel.moved(why.cursor, action, count: why.rows.count, page: 6)
    return look(in: why)
  }

  /// Shows the moment under the why panel's cursor.
  mutating func look(in why: WhyState) -> Outcome {
    face = .why(why)
    let row = why.rows[why.cursor]
    look(at: row.rule == nil ? row.moment : why.opened)
    return .done
  }

  /// Shows another moment while the walk stays where it is.
  mutating func look(at number: Int?) {
    guard let number, number != scene.moment.number else { return }
    scene = journey.scene(at: number)
    pictureRow = nil
    chooseSelectionWhileLooking()
  }

  private mutating func chooseSelectionWhileLooking() {
    let path = followed
    chooseSelection(isStop: scene.moment.number == moment && stop != nil)
    followed = path
  }

  mutating func openWhy(_ question: WhyState.Question) -> Outcome {
    switch question {
    case .sent: face = .why(WhyState(sentAt: moment, in: journey))
    case .value:
      guard let place = selectedPlace, let unit = scene.unit else { return .notice(Texts.noFieldForWhy) }
      var why = WhyState(valueOf: written(place, in: unit), at: scene.moment.number, in: journey)
      why.subject = unit.path(of: place)
      face = .why(why)
    }
    return .done
  }

  /// The field on the wire that a shown field is read from: a relative number has the evidence of the raw one.
  private func written(_ place: NodePlace, in unit: Dissection) -> Field {
    unit.node(unit.written(place) ?? place).field
  }

  /// Closes the why panel: all is as it was before.
  mutating func closeWhy() {
    face = .words
    if scene.moment.number != moment {
      scene = journey.scene(at: moment, since: since)
      chooseSelection(isStop: stop != nil)
    }
  }

  // MARK: Opening

  mutating func open(size: Size) -> Outcome {
    if case .why(let why) = face, focus != .bytes {
      let target = why.rows.indices.contains(why.cursor) ? why.rows[why.cursor].moment : nil
      closeWhy()
      if let target, target != moment { jump(to: target) }
      return .done
    }
    switch focus {
    case .fields, .question: return openRow(layout(size).fieldRows)
    case .bytes:
      face = face == .field ? .words : .field
    case .picture:
      return openInPicture(size)
    }
    return .done
  }

  private mutating func openInPicture(_ size: Size) -> Outcome {
    let view = pictureView(size, .en)
    switch view.open(pictureRow ?? view.home) {
    case .moment(let target): if target != moment { jump(to: target) }
    case .picture(let other, let device):
      picture = other
      pictureRow = pictureView(size, .en).row(of: device)
    case .field(let path):
      if let place = scene.unit?.place(of: path) { select(place) }
      focus = .fields
    case .notice(let text): return .notice(text)
    }
    return .done
  }

  private mutating func openRow(_ height: Int) -> Outcome {
    guard let tree = tree(height: height), let index = cursor(in: tree) else { return .notice(Texts.noBytes) }
    let row = tree.rows[index]
    switch row.id {
    case .layer: toggle(row)
    case .fold:
      guard let unit = scene.unit else { return .done }
      for node in row.nodes { opened.insert(.fold(unit.path(of: NodePlace(layer: row.layer, node: node)))) }
      select(NodePlace(layer: row.layer, node: row.nodes[0]))
    case .field:
      if row.isOpen == false { toggle(row) }
      face = face == .field ? .words : .field
    }
    return .done
  }

  private mutating func toggle(_ row: FieldTree.Row) {
    if row.isOpen == true {
      closed.insert(row.id)
      opened.remove(row.id)
    } else {
      opened.insert(row.id)
      closed.remove(row.id)
    }
  }

  // MARK: Focus

  mutating func nextPane(_ step: Int) -> Outcome {
    if case .why(let why) = face { return openWhy(why.question == .sent ? .value : .sent) }
    let asks = lesson?.open.map { $0.pickMoment == nil } ?? false
    let panes: [Pane] = (asks ? [.question] : []) + [.fields, .bytes, .picture]
    let now = panes.firstIndex(of: focus) ?? 0
    focus = panes[(now + step + panes.count) % panes.count]
    return .done
  }

  /// One level back; false when there is nothing left to close.
  mutating func goBack() -> Bool {
    if zoom != nil {
      isZoomed = false
      return true
    }
    if case .why = face {
      closeWhy()
      return true
    }
    if closeCloser() { return true }
    if focus == .bytes || focus == .picture {
      focus = .fields
      pictureRow = nil
      return true
    }
    if face == .field {
      face = .words
      return true
    }
    return returnFromJump()
  }
}
