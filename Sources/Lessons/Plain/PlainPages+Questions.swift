import Analysis
import Documents
import Networking

/// Questions, by the shape of their answer.
extension PlainPages {
  mutating func question(_ question: PreparedQuestion, isBefore: Bool, isFollowUp: Bool = false) -> [String] {
    let number = run.number(of: question) ?? 1
    let heading =
      isFollowUp ? words.followUp : words.question(number, of: run.questions.count, isBefore: isBefore)
    return lines(heading) + lines(question.ask[language].string)
      + material(question.shapes[0], question.stand, of: question) + [""]
  }

  /// What there is to answer with, and how, where that does not go without saying.
  /// - Parameter isTyped: false on paper, where nothing is.
  mutating func material(
    _ shape: InputShape, _ moment: BranchMoment, of question: PreparedQuestion, isTyped: Bool = true
  ) -> [String] {
    let how = isTyped ? words.how(shape).map { lines($0) } ?? [] : []
    switch shape {
    case .choose(let choices, _), .order(let choices), .mark(let choices): return numbered(choices) + how
    case .type(let slots): return inHand(moment) + slots.flatMap(slot) + how
    case .lines: return how
    case .point(let targets, _): return guarded(question) { $0.pointable(targets, question) } + how
    case .pair(let left, let right):
      return numbered(left)
        + right.enumerated().flatMap { row($0.element, indent: "    \(letter($0.offset + 1))  ") } + how
    }
  }

  private func numbered(_ choices: [Choice]) -> [String] {
    choices.enumerated().flatMap { row($0.element, indent: "  \($0.offset + 1)  ") }
  }

  private func row(_ choice: Choice, indent: String) -> [String] {
    lines(
      choice.text[language].string + (choice.note.map { "   " + $0[language].string } ?? ""), indent: indent)
  }

  private mutating func inHand(_ moment: BranchMoment) -> [String] {
    guard let unit = unit(at: moment) else { return [] }
    let layers = unit.layers.filter(\.isOnTheWire).map {
      "\($0.protocol.title) \(SelectionNarration.bytes($0.bytes.count, language))"
    }
    return lines(words.inHand(layers.joined(separator: ", "), unit.bytes.count))
  }

  /// A value to be typed, with its name and what it may be.
  private func slot(_ slot: Slot) -> [String] {
    guard let label = slot.label else { return [] }
    let name = slot.name.isEmpty ? "" : " (\(slot.name))"
    return lines(label[language].string + name, indent: "  ")
      + slot.form.choices.enumerated().flatMap { row($0.element, indent: "    \($0.offset + 1)  ") }
      + (slot.nothing.map { lines($0[language], indent: "    \(Slot.nothing)  ") } ?? [])
  }

  private func pointable(_ targets: Pointable, _ question: PreparedQuestion) -> [String] {
    guard let unit = targets.unit else {
      return targets.targets.flatMap { target in
        let label = target.label[language]
        return lines(label == target.name ? label : "\(target.name)  \(label)", indent: "    ")
      }
    }
    let timeline = context.timelines[targets.moment.branch]
    let masked = Set(
      unit.places(of: Array(question.masked(in: unit, at: targets.moment, of: timeline))))
    return unit.layers.indices.filter { unit.layers[$0].isOnTheWire }.flatMap { index in
      let layer = unit.layers[index]
      let nodes = layer.nodes.indices.filter {
        layer.nodes[$0].source == .frame && !layer.nodes[$0].field.isGenerated
      }
      return lines(layer.protocol.title, indent: "  ")
        + nodes.flatMap { number in
          let node = layer.nodes[number]
          let isMasked = masked.contains(FieldPlace(layer: index, node: number))
          let value = isMasked ? HiddenText.sign : node.text
          return lines(
            "\(node.bytes.lowerBound)  \(node.field.name)  \(node.field.label): \(value)", indent: "    ")
        }
    }
  }

  // MARK: Answers

  func right(_ question: PreparedQuestion) -> [String] {
    lines((question.key.isSelfRated ? words.allSaid : words.right) + " " + question.why[language].string) + [
      ""
    ]
  }

  /// What is wrong with an answer, and of several parts which.
  func wrong(_ mistake: PreparedMistake?, _ answer: Answer, _ question: PreparedQuestion, isLast: Bool)
    -> [String]
  {
    let sentence = mistake?.say[language].string ?? question.key.remark(on: answer)?[language]
    if question.key.isSelfRated { return sentence.map { lines($0) } ?? [] }
    return lines(sentence.map { "\(words.no) \($0)" } ?? words.no) + parts(of: answer, question)
      + (isLast ? [] : lines(words.wrong) + [""])
  }

  /// Of values that were typed one by one, and of pairs, each with what it is worth.
  private func parts(of answer: Answer, _ question: PreparedQuestion) -> [String] {
    let given: [(label: String, text: String)]
    switch (question.shapes.first, answer) {
    case (.type(let slots)?, .lines(let typed)) where slots.count > 1:
      given = zip(slots, typed).map { slot, line in
        (slot.label?[language].string ?? slot.name, slot.text(line, language))
      }
    case (.pair(let left, let right)?, .pairs(let partners)):
      given = zip(left, partners).map { ($0.text[language].string, right[$1].text[language].string) }
    default: return []
    }
    return zip(given, question.parts(of: answer)).flatMap { part, grade in
      lines(words.verdict(part.label, part.text, isRight: grade.isRight), indent: "  ")
    }
  }

  func solution(of question: PreparedQuestion) -> [String] {
    lines(words.answer(question.solution[language].string) + " " + question.why[language].string) + [""]
  }

  /// Where the solution has been seen.
  func reason(of question: PreparedQuestion) -> [String] { lines(question.why[language].string) + [""] }

  func invalid(_ reason: InvalidAnswer) -> [String] { lines(reason.text[language]) + [""] }

  func hint(_ hint: LocalizedRendering?) -> [String] {
    lines(hint.map { words.hint($0[language].string) } ?? words.noHint) + [""]
  }
}

extension Dissection.Layer {
  fileprivate var isOnTheWire: Bool { nodes.contains { !$0.field.isGenerated } }
}
