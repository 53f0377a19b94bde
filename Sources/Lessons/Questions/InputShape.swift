import Analysis
import Documents

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
  /// What may be typed for it besides its number: `web`, `00:00:5e:00:53:01`.
  package let name: String?

  package init(
    _ text: LocalizedRendering, note: LocalizedRendering? = nil, moment: Int? = nil, name: String? = nil
  ) {
    self.text = text
    self.note = note
    self.moment = moment
    self.name = name
  }
}

/// One value to be typed, or chosen by its number.
package struct Slot: Equatable, Sendable {
  package enum Form: Equatable, Sendable {
    /// Of digits and what stands between them; letters keep their meaning as keys.
    case number
    /// All keys type.
    case text
    /// One of a few, by its number.
    case oneOf([Choice])
    /// Any of a few, by their numbers.
    case anyOf([Choice])

    package var choices: [Choice] {
      switch self {
      case .oneOf(let choices), .anyOf(let choices): choices
      case .number, .text: []
      }
    }
  }

  package let form: Form
  /// How what is typed is read; where one chooses, how the name of a choice is.
  package let value: ValueForm
  /// The word for there being no value at all, where that is an answer: `nobody`, `nothing`. nil: there is a value.
  package let nothing: LocalizedText?
  /// What it is called where there are several; nil for the only one.
  package let label: LocalizedRendering?
  /// What a line in the plain dialogue calls it: `tcp.ack_raw`.
  package let name: String
  /// Where in the frame it stands as a blank.
  package let place: Subject?

  package init(
    _ form: Form, value: ValueForm? = nil, nothing: LocalizedText? = nil, label: LocalizedRendering? = nil,
    name: String = "", place: Subject? = nil
  ) {
    self.form = form
    self.value = value ?? (form == .number ? .number : .text)
    self.nothing = nothing
    self.label = label
    self.name = name
    self.place = place
  }

  /// The line that says that there is no value.
  package static let nothing = "n"
}

extension Slot {
  /// Of several some may stay empty: a segment without an acknowledgment has no such number.
  fileprivate func objection(to line: String, isOnly: Bool) -> InvalidAnswer? {
    if line.isEmpty, !isOnly { return nil }
    if line == Slot.nothing, nothing != nil { return nil }
    switch form {
    case .number, .text:
      guard value.value(line) == nil else { return nil }
      return value == .number ? .noNumber : value == .text ? .noValues(1) : .noValue(value)
    case .oneOf(let choices):
      return Int(line).map { (1...max(1, choices.count)).contains($0) } == true
        ? nil : .noChoice(choices.count)
    case .anyOf(let choices):
      let numbers = line.split(separator: " ").map { Int($0) ?? 0 }
      return numbers.allSatisfy((1...max(1, choices.count)).contains) ? nil : .noChoices(choices.count)
    }
  }

  /// The line that is kept of what was typed, or chosen, by itself; else why it is no answer.
  package func taken(_ typed: String) throws(InvalidAnswer) -> String {
    let line = form.choices.isEmpty ? try self.line(typed) : typed
    if let objection = objection(to: line, isOnly: true) { throw objection }
    return line
  }

  /// The line that is kept of what somebody typed: numbers for the names of choices, `n` for words that say nothing.
  func line(_ typed: String) throws(InvalidAnswer) -> String {
    let text = typed.split(separator: " ").joined(separator: " ")
    if let nothing {
      let words = [Slot.nothing, "ㅜ", "-", "–", "none", nothing.en, nothing.ko]
      if words.contains(text.lowercased()) { return Slot.nothing }
    }
    switch form {
    case .number, .text: return typed
    case .oneOf(let choices): return text.isEmpty ? "" : String(try number(text, choices))
    case .anyOf(let choices):
      var numbers: Set<Int> = []
      for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
        numbers.insert(try number(String(word), choices))
      }
      return numbers.sorted().map(String.init).joined(separator: " ")
    }
  }

  /// The number of a choice, from 1, by itself or by a name; a number that no choice has is objected to later. Where names are
  /// numbers, as those of ports, they are what is meant.
  private func number(_ word: String, _ choices: [Choice]) throws(InvalidAnswer) -> Int {
    if let number = Int(word), !isNumbered { return number }
    let meant = value.value(word)
    let index = choices.firstIndex { choice in
      guard let name = choice.name else { return false }
      if let meant, let value = value.value(name) { return self.value.isSame(meant, value) }
      return TypedText.isSame(name, word)
    }
    let labelled =
      index
      ?? choices.firstIndex { choice in
        Language.allCases.contains { TypedText.isSame(choice.text[$0].string, word) }
      }
    if let labelled { return labelled + 1 }
    let names = choices.map { $0.name ?? $0.text.en.string }
    throw .nothingCalled(String(word.prefix(40)), suggestion: nearest(to: word, in: names))
  }

  /// The names of choices are numbers.
  private var isNumbered: Bool { form.choices.contains { $0.name.flatMap { Int($0) } != nil } }

  /// What is typed for a kept line.
  func typed(_ line: String) -> String {
    guard isNumbered, line != Slot.nothing else { return line }
    return line.split(separator: " ").compactMap { Int($0) }.filter { (1...form.choices.count).contains($0) }
      .map { form.choices[$0 - 1].name ?? String($0) }.joined(separator: " ")
  }

  /// A kept line in words.
  package func text(_ line: String, _ language: Language) -> String {
    if line == Slot.nothing, let nothing { return nothing[language] }
    let choices = form.choices
    if choices.isEmpty { return line }
    return line.split(separator: " ").compactMap { Int($0) }.filter { (1...choices.count).contains($0) }
      .map { choices[$0 - 1].text[language].string }.joined(separator: ", ")
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
