import Analysis
import Documents
import Lessons
import Terminal

/// Ticking what one has said, point by point: → shows the next point, where the walk has it, Space ticks it. Points to
/// come stay covered, so that nobody ticks what has just been read ahead.
extension QuestionInput {
  mutating func mark(_ action: Action.ID, of count: Int, _ context: Context) -> [Request]? {
    switch action {
    case .tick:
      settle()
      if let cursor { toggle(cursor) }
      return []
    case .open: return endMarking(of: count, context)
    case .up, .down:
      // Through one's own lines, which are a help to memory.
      top = Movement.moved(top, action, count: max(1, told.count), page: 1)
      return []
    default: return nil
    }
  }

  /// What was told before, line by line.
  var told: [String] {
    for case .lines(let lines) in given { return lines }
    return []
  }

  mutating func nextPoint(_ context: Context) -> [Request]? {
    let choices = shape(context).choices
    guard let cursor, cursor + 1 < choices.count else { return endMarking(of: choices.count, context) }
    settle()
    return look(at: cursor + 1, context)
  }

  mutating func previousPoint(_ context: Context) -> [Request]? {
    guard let cursor, cursor > 0 else { return [.close, .pass] }
    settle()
    return look(at: cursor - 1, context)
  }

  private mutating func look(at point: Int, _ context: Context) -> [Request]? {
    cursor = point
    uncovered = max(uncovered, point + 1)
    top = max(0, min(point, told.count - 1))
    return shape(context).choices[point].moment.map { [.look($0)] } ?? []
  }

  /// Points that were not seen count as not said, which is asked once.
  private mutating func endMarking(of count: Int, _ context: Context) -> [Request]? {
    guard uncovered >= count || isSkipAsked else {
      isSkipAsked = true
      remark = Texts.pointsUnseen(count - uncovered)
      return []
    }
    return submit(.places(ticks.sorted()), context)
  }
}
