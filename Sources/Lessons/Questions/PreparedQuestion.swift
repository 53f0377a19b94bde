import Analysis
import Documents
import Networking

/// A question with everything computed, ready to be asked on the screen or in the plain dialogue.
package struct PreparedQuestion: Sendable {
  package let id: String
  package let card: String
  package let ask: LocalizedRendering
  package let hints: [LocalizedRendering]
  /// Said after the question is closed, right or wrong.
  package let why: LocalizedRendering
  /// What decides: the kind's own, in its own file.
  package let key: any QuestionKey
  /// The moment that it is about.
  package let about: BranchMoment
  /// Where the screen stands while it is asked.
  package let stand: BranchMoment
  /// Masked besides what the right answer reads.
  package let hidden: [ReadPlace]
  /// Never masked.
  package let given: GivenPlaces
  /// Lit with the explanation.
  package let shown: [ReadPlace]
  /// Where a wrong answer is put to run it; nil: nowhere.
  package let runField: ReadPlace?
  /// What must be written nowhere while it is open: the guard by value.
  package let secrets: [String]
  /// The values that fields, cells, tables (how many rows) and moments have where the answer is read.
  let hiddenValues: [Subject: Set<[FieldValue]>]
  /// Answers that its author tries out.
  let tests: [PreparedTest]

  package init(
    id: String, card: String, ask: LocalizedRendering, hints: [LocalizedRendering] = [],
    why: LocalizedRendering,
    key: any QuestionKey, about: BranchMoment = BranchMoment(moment: 0),
    stand: BranchMoment = BranchMoment(moment: 0), hidden: [ReadPlace] = [],
    given: GivenPlaces = GivenPlaces(), shown: [ReadPlace] = [], runField: ReadPlace? = nil
  ) {
    self.init(
      id, card, ask, hints, why, key, about, stand, hidden, given, shown, runField, secrets: [],
      hiddenValues: [:], tests: [])
  }

  init(
    _ id: String, _ card: String, _ ask: LocalizedRendering, _ hints: [LocalizedRendering],
    _ why: LocalizedRendering, _ key: any QuestionKey, _ about: BranchMoment, _ stand: BranchMoment,
    _ hidden: [ReadPlace], _ given: GivenPlaces, _ shown: [ReadPlace], _ runField: ReadPlace?,
    secrets: [String], hiddenValues: [Subject: Set<[FieldValue]>], tests: [PreparedTest]
  ) {
    self.secrets = secrets
    self.hiddenValues = hiddenValues
    self.tests = tests
    self.about = about
    self.stand = stand
    self.hidden = hidden
    self.given = given
    self.shown = shown.isEmpty ? key.reads : shown
    self.runField = runField
    self.id = id
    self.card = card
    self.ask = ask
    self.hints = hints
    self.why = why
    self.key = key
    precondition(!key.shapes.isEmpty, "a question is answered somehow")
  }

  /// How it is answered; where there are two, one after the other.
  package var shapes: [InputShape] { key.shapes }
  package var solution: LocalizedRendering { key.solution }
  package var rightAnswer: Answer { key.rightAnswer }
  /// A spoilt frame that is shown while the question is open, instead of the true one.
  package var substitute: SubstituteFrame? { key.substitute }

  /// Whether an answer is right, and which mistake it is otherwise.
  package func grade(_ answer: Answer) -> Grade {
    let parts = answer.inTurn(shapes.count)
    guard parts.count == shapes.count else { return .invalid(.noValues(shapes.count)) }
    for (shape, part) in zip(shapes, parts) {
      if let objection = shape.objection(to: part) { return .invalid(objection) }
    }
    return key.grade(answer)
  }

  package func parts(of answer: Answer) -> [PartGrade] { key.parts(of: answer) }

  /// An answer as it is shown again.
  package func text(of answer: Answer, _ language: Language) -> String {
    zip(shapes, answer.inTurn(shapes.count)).map { $0.text(of: $1, language) }.filter { !$0.isEmpty }
      .joined(separator: "; ")
  }

  /// The moment that must be in view for answering, when it is answered by pointing.
  package var pointMoment: BranchMoment? {
    for case .point(let targets, _) in shapes { return targets.moment }
    return nil
  }

  /// The moment whose frame has the blanks, when values are typed where they stand in a frame.
  package var blankMoment: BranchMoment? {
    for case .type(let slots) in shapes where slots.contains(where: { $0.place != nil }) { return about }
    return nil
  }
}

/// As lines of text.
extension PreparedQuestion {
  /// What a line typed in the plain dialogue, or one for each shape, means.
  package func answer(typed line: String) throws(InvalidAnswer) -> Answer {
    if shapes.count == 1 { return try shapes[0].answer(line) }
    // Lines of one's own words end before the others, which have a line each.
    var rows = line.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    var answers: [Answer] = []
    for shape in shapes.reversed() {
      let own = answers.count == shapes.count - 1 ? rows.joined(separator: "\n") : rows.popLast() ?? ""
      answers.insert(try shape.answer(own), at: 0)
    }
    return .inTurn(answers)
  }

  package func grade(typed line: String) -> Grade {
    do throws(InvalidAnswer) { return grade(try answer(typed: line)) } catch { return .invalid(error) }
  }

  /// The line, or the lines, that mean an answer.
  package func line(of answer: Answer) -> String {
    zip(shapes, answer.inTurn(shapes.count)).map { $0.line($1) }.joined(separator: "\n")
  }
}

extension PreparedQuestion: Equatable {
  package static func == (one: PreparedQuestion, other: PreparedQuestion) -> Bool {
    one.id == other.id && one.card == other.card && one.ask == other.ask && one.hints == other.hints
      && one.why == other.why && one.about == other.about && one.stand == other.stand
      && one.hidden == other.hidden && one.given == other.given && one.shown == other.shown
      && one.runField == other.runField && isSame(one.key, other.key)
  }
}

extension Answer {
  /// The answers to so many shapes.
  func inTurn(_ count: Int) -> [Answer] {
    if case .inTurn(let answers) = self { return answers }
    return count == 1 ? [self] : []
  }
}
