import Analysis
import Documents
import Networking
import Terminal

/// Up and down, in and out, in the tree and in the bytes.
extension Inspector: Component {
  enum Request {
    case notice(LocalizedText)
    case copy(Copied)
    /// Look closer at the field under the cursor, or no longer.
    case toggleField
  }

  mutating func handle(_ press: Press, in view: InspectorPressContext) -> [Request]? {
    switch press.action {
    case .open: open(in: view.content, view)
    case .copy: [copied(in: view.content, view.pane).map { .copy($0) } ?? .notice(Texts.nothingToCopy)]
    case let action where Action.ID.movements.contains(action):
      view.pane == .fields
        ? moveInFields(action, in: view.content, view) : moveInBytes(action, in: view.content)
    default: nil
    }
  }

  private mutating func moveInFields(
    _ action: Action.ID, in context: some InspectorContext, _ view: InspectorPressContext
  ) -> [Request] {
    guard let tree = tree(in: context, height: view.fieldRows), !tree.rows.isEmpty else {
      return [.notice(Texts.noBytes)]
    }
    let now = cursor(of: tree, in: context) ?? -1
    let row = Movement.moved(now, action, count: tree.rows.count, page: view.fieldRows)
    select(tree.rows[row], in: context)
    return []
  }

  private mutating func moveInBytes(_ action: Action.ID, in context: some InspectorContext) -> [Request] {
    guard let unit = context.unit else { return [.notice(Texts.noBytes)] }
    let count = unit.bytes(of: source(in: context)).count
    let row = BytesPane.perRow
    // From nowhere to the first one, as in every list.
    if selection == nil, action != .last {
      select(byte: 0, in: context)
      return []
    }
    switch action {
    case .up: select(byte: byte - 1, in: context)
    case .down: select(byte: byte + 1, in: context)
    case .pageUp: select(byte: byte >= row ? byte - row : byte, in: context)
    case .pageDown: select(byte: byte + row < count ? byte + row : byte, in: context)
    case .first: select(byte: 0, in: context)
    default: select(byte: count - 1, in: context)
    }
    return []
  }

  // MARK: Opening

  private mutating func open(in context: some InspectorContext, _ view: InspectorPressContext) -> [Request] {
    if view.pane == .bytes { return [.toggleField] }
    guard let tree = tree(in: context, height: view.fieldRows), let index = cursor(of: tree, in: context)
    else {
      return [.notice(Texts.noBytes)]
    }
    let row = tree.rows[index]
    switch row.id {
    case .layer: toggle(row)
    case .fold:
      guard let unit = context.unit else { break }
      for node in row.nodes { opened.insert(.fold(unit.path(of: FieldPlace(layer: row.layer, node: node)))) }
      select(FieldPlace(layer: row.layer, node: row.nodes[0]), in: context)
    case .field:
      if row.isOpen == false { toggle(row) }
      return [.toggleField]
    }
    return []
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

  /// A click on a row or a byte; true when it stands there already: then it is Enter.
  mutating func clicked(_ target: ClickTarget, in view: InspectorPressContext, hasFocus: Bool) -> Bool {
    clicked(target, in: view.content, view, hasFocus)
  }

  private mutating func clicked(
    _ target: ClickTarget, in context: some InspectorContext, _ view: InspectorPressContext, _ hasFocus: Bool
  ) -> Bool {
    switch target {
    case .field(let row):
      guard let tree = tree(in: context, height: view.fieldRows), tree.rows.indices.contains(row) else {
        return false
      }
      if hasFocus, cursor(of: tree, in: context) == row { return true }
      select(tree.rows[row], in: context)
    case .byte(let wanted):
      if hasFocus, byte == wanted { return true }
      select(byte: wanted, in: context)
    default: break
    }
    return false
  }
}
