import Analysis
import Terminal

/// What a cell of the screen stands for when it is clicked. Cells carry it as their identity.
package enum Target: Hashable, Sendable {
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

  package var identity: Identity {
    switch self {
    case .action(let id): Identity(kind: 1, value: Int64(Target.actions.firstIndex(of: id) ?? -1))
    case .picture(let picture): Identity(kind: 2, value: Int64(picture.digit))
    case .field(let row): Identity(kind: 3, value: Int64(row))
    case .byte(let byte): Identity(kind: 4, value: Int64(byte))
    case .pictureRow(let row): Identity(kind: 5, value: Int64(row))
    case .cause(let row): Identity(kind: 6, value: Int64(row))
    case .choice(let choice): Identity(kind: 7, value: Int64(choice))
    case .listed(let row): Identity(kind: 8, value: Int64(row))
    case .suggestion(let row): Identity(kind: 9, value: Int64(row))
    }
  }

  package init?(_ identity: Identity?) {
    guard let identity else { return nil }
    let value = Int(identity.value)
    switch identity.kind {
    case 1 where Target.actions.indices.contains(value): self = .action(Target.actions[value])
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
  package func target(of key: Key) -> Target? {
    guard case .mouse(let mouse) = key else { return nil }
    return Target(self[mouse.at].identity)
  }
}
