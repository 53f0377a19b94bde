import Analysis
import Documents
import Foundation
import Lessons
import Networking
import Terminal
import Testing

@testable import UI

/// Lessons walked by keys to their ends, each question answered right, in each wrong way that was foreseen, by "I don't
/// know" and after every hint. Nothing is cut, no answer is in view before its time, and every way leads on.
/// `make soak` does it on all sizes and in both languages.
@Suite struct QuestionWalkTests {
  struct Walked: Sendable, CustomTestStringConvertible {
    let lesson: String
    let language: Language
    let size: Size
    var testDescription: String { "\(lesson) \(language.rawValue) \(size.width)x\(size.height)" }
  }

  private static let isLong = ProcessInfo.processInfo.environment["WALK_ALL"] == "1"

  private static let lessons = GuardTests.lessons + ["kinds"]

  static let all: [Walked] = lessons.enumerated().flatMap { number, lesson in
    Language.allCases.flatMap { language in
      [Size(width: 80, height: 22), Size(width: 120, height: 40)].compactMap { size in
        // Where it is tight, the languages in turn; of the lesson that has every kind nearly all.
        let isTight = size.height == 22
        let isInTurn = isTight && (number % 2 == 0) == (language == .en)
        let isUsual = lesson == "kinds" ? isTight || language == .ko : isInTurn
        return isLong || isUsual ? Walked(lesson: lesson, language: language, size: size) : nil
      }
    }
  }

  @Test(arguments: all) func everyQuestionIsAnsweredInEveryWay(_ walked: Walked) throws {
    let library = walked.lesson == "kinds" ? KindsLesson.library : GuardTests.library
    let walk = try WalkLoader(library, seed: nil).open(.lesson(walked.lesson))
    let run = try #require(walk.session?.run)
    var model = Fixture.model(
      walk, walked.language, width: walked.size.width, height: walked.size.height)
    var asked: [String] = []
    for _ in 0..<4 * (run.stops.count + run.allQuestions.count) where !(model.top is SummaryScreen) {
      try model.press([.right])
      if let walk = model.shownWalk, !(model.top is SummaryScreen) {
        let title = walk.lessonFork?.title[walked.language].string ?? walk.subject.title[walked.language]
        #expect(view(model).lines[0].hasPrefix(" \(title)  "))
      }
      guard let question = model.shownWalk?.question?.question, model.isAsking, !asked.contains(question.id)
      else { continue }
      asked.append(question.id)
      try QuestionTrial(question, model).all()
      do {
        try model.give(question.rightAnswer)
      } catch {
        Issue.record("\(question.id): \(error)")
        try model.giveUp()
      }
      let isAnswered = !model.isAsking
      #expect(isAnswered, "\(question.id) is answered")
    }
    // Of the questions that follow an explanation a few are asked.
    var expected = run.questions
    for question in expected { expected += run.followUps(of: question, after: question.rightAnswer) }
    #expect(Set(asked) == Set(expected.map(\.id)), "all of \(walked.lesson) are asked")
    #expect(model.walk?.stop == run.stops.count - 1, "\(walked.lesson) comes to its end")
  }

  enum Manner: CaseIterable { case wrong, unknown, skipped, left }

  /// Lessons in one of the manners each, in turn, and each left after its answers; the lesson that has every kind in all of
  /// them.
  static let manners: [(String, Manner)] = lessons.enumerated().flatMap { number, lesson in
    Manner.allCases.enumerated().filter { offset, manner in
      isLong || lesson == "kinds" || manner == .left || number % 3 == offset
    }
    .map { (lesson, $0.element) }
  }

  @Test(arguments: manners)
  func theEndIsReachedHoweverOneAnswers(lesson: String, manner: Manner) throws {
    let library = lesson == "kinds" ? KindsLesson.library : GuardTests.library
    let walk = try WalkLoader(library, seed: nil).open(.lesson(lesson))
    let run = try #require(walk.session?.run)
    var model = Fixture.model(walk, height: 22)
    var furthest = 0
    for _ in 0..<5 * (run.stops.count + run.allQuestions.count) where !(model.top is SummaryScreen) {
      try model.press([.right])
      if !model.isAsking, let stop = model.walk?.stop {
        #expect(stop >= furthest, "\(lesson): → never leads back over a stop")
        furthest = max(furthest, stop)
      }
      guard let question = model.shownWalk?.question?.question, model.isAsking else { continue }
      switch manner {
      case .unknown: try model.giveUp()
      case .left:
        try model.giveUp()
        try model.press([.escape])
      case .skipped:
        // Esc leaves a line that types, and the next key the question.
        try model.press([.right])
      case .wrong:
        for answer in question.key.foreseen.prefix(2) where model.isAsking { try? model.give(answer) }
        try model.giveUp()
      }
    }
    #expect(model.walk?.stop == run.stops.count - 1, "\(lesson) comes to its end")
  }
}

/// All that may become of one question that has just been asked.
private struct QuestionTrial {
  let question: PreparedQuestion
  let asked: Model
  private var language: Language { asked.language }

  init(_ question: PreparedQuestion, _ asked: Model) { (self.question, self.asked) = (question, asked) }

  func all() throws {
    look(asked, "as it is asked")
    try afterEveryHint()
    try givenUp()
    for answer in question.key.foreseen { try wrong(answer) }
  }

  // MARK: Ways

  private func afterEveryHint() throws {
    var model = asked
    for hint in question.hints {
      try model.press([isTextTyped(model) ? .enter : .character("w")])
      look(model, "with a hint")
      let sentence = view(model).lines[model.shownWalk!.layout(model.size).sentence.y]
      expect(sentence.squeezed.contains(hint[language].string.squeezed), "the hint is whole: \(sentence)")
    }
    do {
      try model.give(question.rightAnswer)
    } catch {
      return fail("its right answer cannot be given: \(error)")
    }
    let outcome = model.shownWalk?.question?.state.outcome
    expect(outcome == .right(attempt: 1), "its right answer is right: \(String(describing: outcome))")
    look(model, "answered")
    leadsOn(model)
  }

  private func isTextTyped(_ model: Model) -> Bool {
    guard let walk = model.shownWalk, let input = walk.question?.input,
      let context = walk.questionContext(model.size), input.isTyping(context),
      case .type(let slots) = input.shape(context)
    else { return false }
    return slots[input.cursor ?? 0].form == .text
  }

  private func givenUp() throws {
    var model = asked
    try model.giveUp()
    expect(!model.isAsking, "it can be given up")
    look(model, "given up")
    leadsOn(model)
  }

  private func wrong(_ answer: Answer) throws {
    var model = asked
    do {
      try model.give(answer)
    } catch {
      return fail("\(question.line(of: answer)) cannot be given: \(error)")
    }
    let name = question.line(of: answer)
    guard let attempt = model.shownWalk?.question?.state.attempts.first else {
      return fail("\(name) is not taken")
    }
    let mistake = question.grade(answer).mistake
    expect(!attempt.isRight && attempt.mistake?.tag == mistake?.tag, "\(name) is its own mistake")
    look(model, "after \(name)")
    if let say = mistake?.say[language].string, model.isAsking {
      let text = model.askingText.squeezed
      expect(text.contains(say.squeezed), "what is said of \(name) is whole:\n\(model.askingText)")
    }
    if model.isAsking { try ran(model, name) }
    do {
      try model.give(question.rightAnswer)
    } catch {
      return fail("the second try after \(name) cannot be given: \(error)")
    }
    if question.key.attemptsAllowed > 1 {
      expect(model.shownWalk?.question?.state.outcome == .right(attempt: 2), "the second try after \(name)")
    }
    look(model, "answered after \(name)")
    leadsOn(model)
  }

  /// `e`: the run tells no secret, and Esc leads back to the question as it was.
  private func ran(_ asked: Model, _ name: String) throws {
    guard let open = asked.shownWalk?.question else { return }
    let words = Texts.both("run my answer", "내 답 실행")[asked.language]
    let offers = view(asked).lines.last?.contains(words) == true
    var model = asked
    switch open.offer {
    case .none: return expect(!offers, "nothing of \(name) can be run, and nothing offers it")
    case .later:
      try model.press([.character("e")])
      return expect(
        !offers && model.notice?.text == open.offer.refusal,
        "\(name) is not offered to be run, and e says why: \(String(describing: model.notice?.text.en))")
    case .run: try model.press([.character("e")])
    }
    // Where a letter is typed, e is one.
    let isRun = model.shownWalk?.question == nil
    expect(offers == isRun || asked.size.width < 100, "\(name) is run where that is offered")
    guard isRun, let walk = model.shownWalk else { return expect(!offers, "\(name) is run") }
    guard case .run(let run) = walk.panel.mode else { return fail("\(name) is run without a panel") }
    expect(!run.so.en.isEmpty, "it is said what came of \(name)")
    for keys in [[], [Key.down], [.enter], [.right], [.character("4")], [.character("2")]] {
      try model.press(keys)
      tellsNothing(model, "run as \(name)")
    }
    try model.press([.escape])
    let back = model.shownWalk?.question
    expect(
      back?.state == open.state && back?.input == open.input, "Esc leads back to the question from \(name)")
    look(model, "after the run of \(name)")
  }

  // MARK: What holds of every picture

  private func look(_ model: Model, _ place: String) {
    tellsNothing(model, place)
    isWhole(model, place)
  }

  /// The answer is nowhere to be read but where it is asked for.
  private func tellsNothing(_ model: Model, _ place: String) {
    guard let open = model.walk?.openQuestion, open.id == question.id, !open.secrets.isEmpty else { return }
    var canvas = view(model)
    if let rect = model.askingRect { canvas.fill(rect) }
    for line in canvas.lines {
      for secret in open.secrets where line.tells(secret) { fail("\(secret) is told \(place): \(line)") }
    }
  }

  /// What is asked, what there is to answer with, and what is said of it stand there without an ellipsis.
  private func isWhole(_ model: Model, _ place: String) {
    guard let walk = model.shownWalk, let input = walk.question?.input,
      let context = walk.questionContext(model.size, language), let rect = model.askingRect
    else { return }
    let text = view(model).text(in: rect).joined(separator: "\n")
    let sentence = view(model).lines[walk.layout(model.size).sentence.y]
    expect(!sentence.trimmed.hasSuffix("…"), "the sentence line is whole \(place): \(sentence)")
    for row in text.split(separator: "\n") where row.filter({ $0 != "│" }).trimmed.dropFirst().contains("…") {
      // Where a question does not fit, its end stands behind "…".
      let isMeant = question.texts(language).contains { $0.contains("…") }
      expect(isMeant, "no row is cut \(place): \(row)")
    }
    guard model.isAsking else {
      let solution = question.solution[language].string
      if question.shapes.last?.hasParts == false {
        expect(text.squeezed.contains(solution.squeezed), "the answer is whole \(place):\n\(text)")
      }
      return
    }
    let squeezed = text.squeezed
    let isScrolled = text.contains("▾") || text.contains("▴")
    if context.state.attempts.isEmpty {
      let ask = question.ask[language].string
      let end = ask.sentences.last ?? ask
      expect(
        [ask, end].contains { squeezed.contains($0.squeezed) } || isScrolled,
        "what is asked is there \(place):\n\(text)")
    }
    for choice in input.shape(context).visible(input, isTall: input.room(context) == .tall) where !isScrolled
    {
      expect(
        squeezed.contains(choice[language].string.squeezed), "\(choice.en.string) is whole \(place):\n\(text)"
      )
    }
  }

  private func leadsOn(_ model: Model) {
    var model = model
    let before = model.shownWalk?.question?.question.id
    try? model.press([.right])
    let isOn = model.shownWalk?.question?.question.id != before || model.shownWalk?.question == nil
    expect(isOn, "→ leads on")
  }

  private func expect(_ holds: Bool, _ what: @autoclosure () -> String) { if !holds { fail(what()) } }

  private func fail(_ what: String) {
    Issue.record("\(question.id) (\(language.rawValue), \(asked.size.width)x\(asked.size.height)): \(what)")
  }
}

extension PreparedQuestion {
  /// All that a question may say.
  fileprivate func texts(_ language: Language) -> [String] {
    var texts = [ask, why, solution].map { $0[language].string }
    for shape in shapes {
      texts += shape.choices.flatMap { [$0.text[language].string, $0.note?[language].string ?? ""] }
      if case .pair(_, let right) = shape { texts += right.map { $0.text[language].string } }
    }
    return texts
  }
}

extension InputShape {
  /// It is answered in parts, which are shown beside what was given.
  fileprivate var hasParts: Bool {
    switch self {
    case .choose(_, let several): several
    case .type(let slots): slots.count > 1
    case .point: false
    case .order, .pair, .mark, .lines: true
    }
  }

  /// What must be there to be answered with.
  fileprivate func visible(_ input: QuestionInput, isTall: Bool) -> [LocalizedRendering] {
    switch self {
    case .choose(let choices, _), .order(let choices): choices.map(\.text) + choices.compactMap(\.note)
    case .pair(let left, let right): (left + right).map(\.text)
    case .mark(let choices): choices.prefix(input.uncovered).map(\.text)
    case .type(let slots) where slots.count > 1:
      (isTall ? slots.compactMap(\.label) : input.cursor.flatMap { slots[$0].label }.map { [$0] } ?? [])
        + (input.cursor.map { slots[$0].form.choices.map(\.text) } ?? [])
    case .type: []
    case .lines, .point: []
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(reversed().drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace })
  }
}
