import Analysis
import Terminal

/// What a cell of the screen stands for when it is clicked. Cells carry it as their identity.
package enum ClickTarget: Hashable, Sendable {
  /// A key's entry in the footer, the language in the title.
  case action(Action.ID)
  /// A tab of the pictures.
  case picture(Picture)
  /// Rows of the panes and lists, by index.
  case field(Int)
  case byte(Int)
  case pictureRow(Int)
  case cause(Int)
  case choice(Int)
  case listed(Int)
  case suggestion(Int)

  private static let actions = Action.table.map(\.id)

  package var identity: CellTag {
    switch self {
    case .action(let id): CellTag(kind: 1, value: Int64(ClickTarget.actions.firstIndex(of: id) ?? -1))
    case .picture(let picture): CellTag(kind: 2, value: Int64(picture.digit))
    case .field(let row): CellTag(kind: 3, value: Int64(row))
    case .byte(let byte): CellTag(kind: 4, value: Int64(byte))
    case .pictureRow(let row): CellTag(kind: 5, value: Int64(row))
    case .cause(let row): CellTag(kind: 6, value: Int64(row))
    case .choice(let choice): CellTag(kind: 7, value: Int64(choice))
    case .listed(let row): CellTag(kind: 8, value: Int64(row))
    case .suggestion(let row): CellTag(kind: 9, value: Int64(row))
    }
  }

  package init?(_ identity: CellTag?) {
    guard let identity else { return nil }
    let value = Int(identity.value)
    switch identity.kind {
    case 1 where ClickTarget.actions.indices.contains(value): self = .action(ClickTarget.actions[value])
    case 2:
      guard let picture = Picture(digit: value) else { return nil }
      self = .picture(picture)
    case 3: self = .field(value)
    case 4: self = .byte(value)
    case 5: self = .pictureRow(value)
    case 6: self = .cause(value)
    case 7: self = .choice(value)
    case 8: self = .listed(value)
    case 9: self = .suggestion(value)
    default: return nil
    }
  }
}

extension Canvas {
  /// What stands where the mouse is.
  package func target(of key: Key) -> ClickTarget? {
    guard case .mouse(let mouse) = key else { return nil }
    return ClickTarget(self[mouse.at].identity)
  }
}
