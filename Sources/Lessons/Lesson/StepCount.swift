/// How many steps and questions a lesson file has, those of forks too: told by its lines, without parsing them. What is
/// laid out otherwise than a list item a line is not counted.
struct StepCount {
  private(set) var steps = 0
  private(set) var questions = 0

  /// Keys that are counted under; all others are alike.
  private enum Key { case steps, questions, other }

  /// The keys over the line that is read, the outermost first, each with its column.
  private var keys: [(column: Int, key: Key)] = []

  init(_ text: String) {
    WrittenLine.read(text) { line in
      read(line)
      return true
    }
  }

  private mutating func read(_ line: WrittenLine) {
    if let item = line.item {
      keys.removeAll { $0.column > item }
      count(isFork: line.key.elementsEqual("fork".utf8))
    }
    guard line.value != nil else { return }
    keys.removeAll { $0.column >= line.column }
    let key: Key =
      if line.key.elementsEqual("steps".utf8) {
        .steps
      } else if line.key.elementsEqual("before".utf8) || line.key.elementsEqual("after".utf8) {
        .questions
      } else {
        .other
      }
    keys.append((line.column, key))
  }

  /// - Parameter isFork: its first key says so.
  private mutating func count(isFork: Bool) {
    switch keys.last?.key {
    case .steps: if !isFork { steps += 1 }
    case .questions: if keys.dropLast().last?.key == .steps { questions += 1 }
    case .other, nil: break
    }
  }
}
