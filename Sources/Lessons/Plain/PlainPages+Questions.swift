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
    case .type(let slots): return inHand(moment, question) + slots.flatMap(slot) + how
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

  private mutating func inHand(_ moment: BranchMoment, _ question: PreparedQuestion) -> [String] {
    guard let unit = unit(at: moment) else { return [] }
    let masked = unit.lengths(of: question.masked(in: unit, at: moment, of: context.timeline))
    let layers = unit.layers.filter(\.isOnTheWire).map { layer in
      let count = layer.bytes.count
      let length = masked.contains(count) ? HiddenText.sign : SelectionNarration.bytes(count, language)
      return "\(layer.protocol.title) \(length)"
    }
    return lines(words.inHand(layers.joined(separator: ", "), unit.bytes.count))
  }

  /// A value to be typed, with its name and what it may be.
  private func slot(_ slot: Slot) -> [String] {
    guard let label = slot.label else { return [] }
    // A field goes by its name anywhere; of a moment the label says all.
    let name = Protocols.fields[slot.name] == nil ? "" : " (\(slot.name))"
    return lines(label[language].string + name, indent: "  ")
      + slot.form.choices.enumerated().flatMap { index, choice in
        let typed = slot.typed(String(index + 1))
        let isAll = choice.text[language].string == typed && choice.note == nil
        return isAll ? lines(typed, indent: "    ") : row(choice, indent: "    \(typed)  ")
      }
      + (slot.nothing.map { lines($0[language], indent: "    \(Slot.nothing)  ") } ?? [])
  }

  private func pointable(_ targets: Pointable, _ question: PreparedQuestion) -> [String] {
    guard let unit = targets.unit else { return listed(targets, question) }
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

  /// Rows, devices, arcs, each with the number that is typed for it; a row as the question lets it be read, and without
  /// those that it hides.
  private func listed(_ targets: Pointable, _ question: PreparedQuestion) -> [String] {
    let world = context.timelines[targets.moment.branch].world(after: targets.moment.moment)
    return targets.targets.enumerated().flatMap { number, target -> [String] in
      var label = target.label[language]
      if case .row(let device, let id, let key) = target.subject {
        let table = world.device(named: device).flatMap { index in
          world.tables(of: index).first { $0.descriptor.id == id }
        }
        guard let table = table.map({ question.masked($0, of: device) }),
          let row = table.rows.first(where: { $0.values.identity == key })
        else { return [] }
        label = TableNarration(reference, language).statement(row.values, in: table.descriptor)
      }
      return lines(
        label.contains(target.name) ? label : "\(target.name)  \(label)", indent: "  \(number + 1)  ")
    }
  }

  // MARK: Answers

  func right(_ question: PreparedQuestion) -> [String] {
    lines((question.key.isSelfRated ? words.allSaid : words.right) + " " + question.why[language].string) + [
      ""
    ]
  }

  /// What is wrong with an answer, and of several parts which.
  func wrong(_ mistake: PreparedMistake?, _ answer: Answer, _ question: PreparedQuestion) -> [String] {
    let sentence = mistake?.say[language].string ?? question.key.remark(on: answer)?[language]
    if question.key.isSelfRated { return sentence.map { lines($0) } ?? [] }
    return lines(sentence.map { "\(words.no) \($0)" } ?? words.no(question.text(of: answer, language)))
      + parts(of: answer, question)
  }

  func oneMoreTry() -> [String] { lines(words.oneMoreTry) + [""] }

  /// - Parameter isLast: no try is left: other lines follow, and it is still the answer before them that is run.
  func offerOfRun(isLast: Bool) -> [String] { lines(words.offerOfRun) + (isLast ? [""] : []) }

  func refused(_ reason: LocalizedText) -> [String] { lines(reason[language]) + [""] }

  /// A wrong answer that was run, row by row.
  mutating func run(_ told: ToldRun, of state: QuestionState) -> [String] {
    guarded(state.isOpen ? state.question : nil) { pages in
      pages.lines(ToldRun.heading(told.title)[pages.language])
        + told.moments.flatMap { number -> [String] in
          let moment = told.fork.moment(number)
          let device = (pages.label(of: moment) ?? SelectionNarration.you)[pages.language]
          return pages.lines(
            "\(device): \(told.row(number, pages.language))  \(pages.time(moment))", indent: "  ")
        } + pages.lines(told.so[pages.language])
    }
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

  /// The right answer and why; a reason that begins with the answer says both.
  func solution(of question: PreparedQuestion) -> [String] {
    let (answer, why) = (question.solution[language].string, question.why[language].string)
    return lines(why.begins(with: answer) ? words.answer(whole: why) : words.answer(answer) + " " + why) + [
      ""
    ]
  }

  /// Where the solution has been seen.
  func reason(of question: PreparedQuestion) -> [String] { lines(question.why[language].string) + [""] }

  func invalid(_ reason: InvalidAnswer) -> [String] { lines(reason.text[language]) + [""] }

  func hint(_ hint: LocalizedRendering?) -> [String] {
    lines(hint.map { words.hint($0[language].string) } ?? words.noHint) + [""]
  }
}

extension String {
  /// Whether these are its first words, in small letters or capitals; a Korean particle may follow.
  fileprivate func begins(with words: String) -> Bool {
    guard !words.isEmpty, lowercased().hasPrefix(words.lowercased()) else { return false }
    let next = dropFirst(words.count).first
    return next.map { !($0.isASCII && ($0.isLetter || $0.isNumber)) } ?? true
  }
}

extension Dissection.Layer {
  fileprivate var isOnTheWire: Bool { nodes.contains { !$0.field.isGenerated } }
}
