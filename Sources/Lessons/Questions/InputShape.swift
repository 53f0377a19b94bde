import Analysis

/// How a question is answered, whatever it asks: screen and plain dialogue draw and speak these, never kinds.
package enum InputShape: Equatable, Sendable {
  /// One of a few, or with `several` all that are right.
  case choose([Choice], several: Bool)
  /// Values, one a slot.
  case type([Slot])
  /// As many lines of one's own words as one likes.
  case lines
  /// Things on the screen: fields, bytes, rows, devices, arcs.
  case point(Pointable, several: Bool)
  /// All of them, put in their order.
  case order([Choice])
  /// Each of the left side with one of the right, of which some may stay over.
  case pair([Choice], [Choice])
  /// Those that the learner has said; uncovered one after the other.
  case mark([Choice])
}

/// One of several things to choose, order, pair or mark.
package struct Choice: Equatable, Sendable {
  package let text: LocalizedRendering
  /// What it is, beside it: `the router's`.
  package let note: LocalizedRendering?
  /// Where on the walk it can be seen.
  package let moment: Int?

  package init(_ text: LocalizedRendering, note: LocalizedRendering? = nil, moment: Int? = nil) {
    self.text = text
    self.note = note
    self.moment = moment
  }
}

/// One value to be typed.
package struct Slot: Equatable, Sendable {
  package enum Form: Equatable, Sendable {
    /// A whole number in any notation.
    case number
    case text
    /// One of a few, by its number.
    case oneOf([Choice])
    /// Any of a few, by their numbers.
    case anyOf([Choice])
  }

  package let form: Form
  /// What it is called where there are several; nil for the only one.
  package let label: LocalizedRendering?
  /// What a line in the plain dialogue calls it: `tcp.ack_raw`.
  package let name: String
  /// Where in the frame it stands as a blank.
  package let place: Subject?

  package init(_ form: Form, label: LocalizedRendering? = nil, name: String = "", place: Subject? = nil) {
    self.form = form
    self.label = label
    self.name = name
    self.place = place
  }
}

extension Slot {
  /// Of several some may stay empty: a segment without an acknowledgment has no such number.
  fileprivate func objection(to line: String, isOnly: Bool) -> InvalidAnswer? {
    if line.isEmpty, !isOnly { return nil }
    switch form {
    case .number: return TypedNumber.value(line) == nil ? .noNumber : nil
    case .text: return line.isEmpty ? .noValues(1) : nil
    case .oneOf(let choices):
      return Int(line).map { (1...max(1, choices.count)).contains($0) } == true
        ? nil : .noChoice(choices.count)
    case .anyOf(let choices):
      let numbers = line.split(separator: " ").map { Int($0) ?? 0 }
      return numbers.allSatisfy((1...max(1, choices.count)).contains) ? nil : .noChoices(choices.count)
    }
  }
}

extension InputShape {
  /// Why an answer has not even the form that is asked for; nil when it can be judged.
  func objection(to answer: Answer) -> InvalidAnswer? {
    switch self {
    case .choose(let choices, let several):
      let invalid = several ? InvalidAnswer.noChoices(choices.count) : .noChoice(choices.count)
      guard case .places(let places) = answer, !places.isEmpty, several || places.count == 1 else {
        return invalid
      }
      return isEach(places, in: choices) ? nil : invalid
    case .type(let slots):
      guard case .lines(let lines) = answer, lines.count == slots.count else { return .noValues(slots.count) }
      return zip(slots, lines).lazy.compactMap { $0.objection(to: $1, isOnly: slots.count == 1) }.first
    case .lines:
      guard case .lines = answer else { return .noValues(1) }
      return nil
    case .point(let targets, let several):
      guard case .subjects(let subjects) = answer, !subjects.isEmpty, several || subjects.count == 1 else {
        return targets.nothingMeant
      }
      return subjects.lazy.compactMap(targets.objection).first
    case .order(let choices):
      guard case .places(let places) = answer, places.count == choices.count, isEach(places, in: choices)
      else {
        return .noOrder(choices.count)
      }
      return nil
    case .pair(let left, let right):
      guard case .pairs(let partners) = answer, partners.count == left.count,
        partners.allSatisfy(right.indices.contains)
      else { return .noPairs(left.count, right.count) }
      return nil
    case .mark(let choices):
      guard case .places(let places) = answer, isEach(places, in: choices) else {
        return .noMarks(choices.count)
      }
      return nil
    }
  }

  /// Each one there, and no more than once.
  private func isEach(_ places: [Int], in choices: [Choice]) -> Bool {
    places.allSatisfy(choices.indices.contains) && Set(places).count == places.count
  }

  /// What is chosen among; empty for what is typed or pointed at.
  package var choices: [Choice] {
    switch self {
    case .choose(let choices, _), .order(let choices), .mark(let choices): choices
    case .pair(let left, _): left
    case .type, .lines, .point: []
    }
  }
}
