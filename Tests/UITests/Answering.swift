import Analysis
import Lessons
import Terminal

@testable import UI

/// Answers as a learner gives them: by keys alone, made from what the question's shape is and from what is in hand.
extension Model {
  /// What stands in the way of an answer.
  struct CannotAnswer: Error { let why: String }

  /// Answers the question in front.
  mutating func give(_ answer: Answer) throws {
    guard let question = shownWalk?.question?.question else { throw CannotAnswer(why: "nothing is asked") }
    let parts = if case .inTurn(let parts) = answer { parts } else { [answer] }
    for (shape, part) in zip(question.shapes, parts) { try give(part, as: shape) }
  }

  private mutating func give(_ part: Answer, as shape: InputShape) throws {
    switch (shape, part) {
    case (.choose(_, several: false), .places(let places)): try press(digits(places.first.map { [$0] } ?? []))
    case (.choose, .places(let places)):
      let ticks = try input().ticks
      try press(digits(ticks.symmetricDifference(places).sorted()) + [.enter])
    case (.type(let slots), .lines(let lines)): try type(lines, into: slots)
    case (.lines, .lines(let lines)):
      for line in lines { try press(line.map { .character($0) } + [.enter]) }
      try press([.enter])
    case (.point(let targets, several: _), .subjects(let subjects)):
      guard let subject = subjects.first else { throw CannotAnswer(why: "nothing is pointed at") }
      try point(at: subject, targets)
    case (.order(let choices), .places(let places)):
      for (place, choice) in places.enumerated() {
        let now = try input().order.firstIndex(of: choice) ?? 0
        try press(digits([now]) + [" "] + digits([place]) + [" "])
      }
      guard try input().order == places, choices.count == places.count else {
        throw CannotAnswer(why: "the order cannot be put")
      }
      try press([.enter])
    case (.pair, .pairs(let partners)):
      for (row, partner) in partners.enumerated() {
        try move(toRow: row)
        try press(digits([partner]))
      }
      guard try input().partners == partners else { throw CannotAnswer(why: "the pairs cannot be made") }
      try press([.enter])
    case (.mark(let points), .places(let places)):
      for point in points.indices { try press(places.contains(point) ? [" ", .right] : [.right]) }
    default: throw CannotAnswer(why: "\(part) is no answer of this shape")
    }
  }

  private func input() throws -> QuestionInput {
    guard let input = shownWalk?.question?.input else { throw CannotAnswer(why: "nothing is asked any more") }
    return input
  }

  private func digits(_ places: [Int]) -> [Key] {
    places.flatMap { Array(String($0 + 1)) }.map { .character($0) }
  }

  private mutating func move(toRow row: Int) throws {
    for _ in 0..<20 {
      guard let cursor = try input().cursor, cursor != row else { return }
      try press([cursor < row ? .down : .up])
    }
  }

  /// All slots that are still open, the last Enter answers.
  private mutating func type(_ lines: [String], into slots: [Slot]) throws {
    for (row, line) in lines.enumerated() {
      guard let context = shownWalk?.questionContext(size), try !input().isLocked(row, context) else {
        continue
      }
      try move(toRow: row)
      if try !input().typed[row].isEmpty { try press([.control("u")]) }
      if slots[row].choices.isEmpty {
        try press(line.map { .character($0) })
      } else {
        try press(line.filter { $0 != " " }.map { .character($0) })
      }
    }
    try press([.enter])
  }

  // MARK: Pointing

  /// ↓ until the cursor is there, unfolding what is folded; arcs are a list.
  private mutating func point(at subject: Subject, _ targets: Pointable) throws {
    if targets.place == nil {
      guard let row = targets.targets.firstIndex(where: { $0.subject == subject }) else {
        throw CannotAnswer(why: "\(subject) is no target")
      }
      if row < 9 { return try press(digits([row])) }
      for _ in 0...row { try press([.down]) }
      return try press([.enter])
    }
    try press([.home])
    for _ in 0..<300 {
      guard let walk = shownWalk, let pointed = walk.questionContext(size)?.pointed else {
        // A fold, or a layer's head.
        if try !unfold() { try press([.down]) }
        continue
      }
      if pointed == subject { return try press([.enter]) }
      try press([.down])
    }
    throw CannotAnswer(why: "no key leads to \(subject)")
  }

  /// Opens the fold, or the closed layer, under the cursor; false where there is none.
  private mutating func unfold() throws -> Bool {
    guard let walk = shownWalk, walk.focus == .fields, let selection = walk.inspector.selection,
      let tree = walk.tree(height: walk.layout(size).fieldRows),
      let row = tree.rows.first(where: { $0.id == selection }), row.isOpen == false
    else { return false }
    try press([.enter])
    return true
  }
}
