import Analysis
import Documents
import Lessons
import Terminal

/// Pointing at what is under the cursor of a pane beside it.
extension QuestionInput {
  mutating func point(_ action: Action.ID, at targets: Pointable, several: Bool, _ context: Context)
    -> [Request]?
  {
    // A layer, a fold and whatever else is not asked for opens as always; but where rows are pointed at, a table's head must
    // not lead away.
    let subject = context.pointed.flatMap { targets.accepts($0) ? $0 : nil }
    switch action {
    case .open:
      if several, !pointed.isEmpty { return submit(.subjects(pointed), context) }
      guard context.isPointing else { return say(Texts.pointFirst(targets.kind)) }
      guard let subject else {
        let isRow = targets.unit == nil && context.isInPicture && context.elsewhere == nil
        return isRow ? say(Texts.pointFirst(targets.kind)) : nil
      }
      return submit(.subjects([subject]), context)
    case .tick:
      guard let subject else { return say(Texts.pointFirst(targets.kind)) }
      settle()
      if let index = pointed.firstIndex(of: subject) {
        pointed.remove(at: index)
      } else {
        pointed.append(subject)
      }
      return []
    default: return nil
    }
  }

  private mutating func say(_ text: LocalizedText) -> [Request] {
    settle()
    remark = text
    return []
  }
}

extension Pointable {
  /// Whether it is one of what is asked for.
  fileprivate func accepts(_ subject: Subject) -> Bool {
    if kind == .field { return subject.kind == .field || subject.kind == .byte }
    return subject.kind == kind
  }
}
