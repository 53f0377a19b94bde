import Analysis
import Documents
import Networking
import Testing

@testable import Lessons

/// Shapes of answers as lines of text: what a line means, what it does not mean, and the line of an answer.
struct InputShapeTests {
  static let devices = ["laptop", "router", "web"].map {
    Pointable.Target(.device($0), name: $0, label: LocalizedText(en: "the \($0)", ko: $0))
  }
  static let several = InputShape.choose(choices("a", "b", "c"), several: true)
  static let order = InputShape.order(choices("a", "b", "c"))
  static let pair = InputShape.pair(choices("a", "b"), choices("x", "y", "z"))
  static let mark = InputShape.mark(choices("a", "b", "c"))
  static let slots = InputShape.type([
    Slot(.oneOf(choices("laptop", "web")), name: "who"), Slot(.anyOf(choices("SYN", "ACK")), name: "flags"),
    Slot(.number, name: "ack"),
  ])

  /// The answer of a line, when it may be judged.
  private func answer(_ shape: InputShape, _ line: String) throws(InvalidAnswer) -> Answer {
    let answer = try shape.answer(line)
    if let objection = shape.objection(to: answer) { throw objection }
    return answer
  }

  @Test(arguments: [
    (several, "1 3", Answer.places([0, 2])), (several, "3,1", .places([0, 2])), (several, "2", .places([1])),
    (order, "2 1 3", .places([1, 0, 2])), (pair, "1b 2a", .pairs([1, 0])), (pair, "2C 1a", .pairs([0, 2])),
    (mark, "y n Y", .places([0, 2])), (mark, "n n n", .places([])), (mark, "예 ㅜ 네", .places([0, 2])),
    (slots, "1 2 18", .lines(["1", "2", "18"])), (slots, "2 / 1 2 / 0x12", .lines(["2", "1 2", "0x12"])),
    (slots, "1 / / ", .lines(["1", "", ""])), (slots, "ack=5 who=2", .lines(["2", "", "5"])),
    (.lines, "one\ntwo", .lines(["one", "two"])),
    (
      .point(Pointable(.device, devices, at: BranchMoment(moment: 1)), several: false), "web",
      .subjects([.device("web")])
    ),
    (
      .point(Pointable(.device, devices, at: BranchMoment(moment: 1)), several: false), "the lap",
      .subjects([.device("laptop")])
    ),
    (
      .point(Pointable(.device, devices, at: BranchMoment(moment: 1)), several: true), "web, router",
      .subjects([.device("web"), .device("router")])
    ),
  ])
  func aLineMeansAnAnswer(_ shape: InputShape, _ line: String, _ expected: Answer) throws {
    #expect(try answer(shape, line) == expected)
    #expect(try answer(shape, shape.line(expected)) == expected, "and back: \(shape.line(expected))")
  }

  @Test(arguments: [
    (several, "", InvalidAnswer.noChoices(3)), (several, "4", .noChoices(3)), (several, "1 x", .noChoices(3)),
    (several, "1 1", .noChoices(3)), (several, "0", .noChoices(3)),
    (order, "1 2", .noOrder(3)), (order, "1 2 2", .noOrder(3)), (order, "1 2 4", .noOrder(3)),
    (order, "-9223372036854775808 1 2", .noOrder(3)), (order, "b a c", .noOrder(3)),
    (pair, "1b", .noPairs(2, 3)), (pair, "1b 2d", .noPairs(2, 3)), (pair, "1b 1a", .noPairs(2, 3)),
    (pair, "1b 3a", .noPairs(2, 3)), (pair, "b1 a2", .noPairs(2, 3)),
    (mark, "y n", .noMarks(3)), (mark, "y n 1", .noMarks(3)), (mark, "", .noMarks(3)),
    (slots, "1 2", .noValues(3)), (slots, "3 / 1 / 1", .noChoice(2)), (slots, "1 / 3 / 1", .noChoices(2)),
    (slots, "1 / 1 / x", .noNumber), (slots, "acc=5", .nothingCalled("acc", suggestion: "ack")),
    (
      .point(Pointable(.device, devices, at: BranchMoment(moment: 1)), several: false), "lap top",
      .nothingCalled("lap top", suggestion: "laptop")
    ),
    (
      .point(Pointable(.device, devices, at: BranchMoment(moment: 1)), several: false), "",
      .nothingCalled("", suggestion: nil)
    ),
  ])
  func aLineThatMeansNoneSaysWhatIsExpected(
    _ shape: InputShape, _ line: String, _ expected: InvalidAnswer
  ) {
    #expect(throws: expected) { try answer(shape, line) }
    for language in Language.allCases { #expect(!expected.text[language].isEmpty) }
  }

  @Test func answersOfAnotherFormAreNoAnswers() {
    let answers: [Answer] = [
      .places([0]), .lines(["1"]), .subjects([.device("web")]), .pairs([0]), .inTurn([]),
      .formerPlace(FieldPlace(layer: 0, node: 0)),
    ]
    let shapes = [
      Self.several, Self.order, Self.pair, Self.slots, .choose(choices("a", "b"), several: false),
      .type([Slot(.number)]),
      .point(Pointable(.device, Self.devices, at: BranchMoment(moment: 1)), several: false),
    ]
    for shape in shapes { #expect(answers.count { shape.objection(to: $0) == nil } <= 1) }
    let question = MadeUpKey(shapes: [.lines, Self.mark], rightAnswer: .inTurn([.lines([]), .places([0])]))
      .question
    for answer in answers { #expect(question.grade(answer) == .invalid(.noValues(2))) }
    #expect(question.grade(.inTurn([.lines([]), .places([7])])) == .invalid(.noMarks(3)))
    #expect(question.grade(.inTurn([.lines([]), .places([0])])) == .right)
    #expect(question.grade(typed: "my\nown words\ny n n") == .wrong(nil))
    #expect(question.line(of: question.rightAnswer) == "\ny n n")
  }

  @Test func anAnswerIsWrittenAgainInWords() {
    func text(_ shape: InputShape, _ answer: Answer) -> String {
      MadeUpKey(shapes: [shape], rightAnswer: answer).question.text(of: answer, .en)
    }
    #expect(text(Self.several, .places([0, 2])) == "a, c")
    #expect(text(Self.order, .places([2, 0, 1])) == "c → a → b")
    #expect(text(Self.pair, .pairs([2, 0])) == "a: z, b: x")
    #expect(
      text(
        .point(Pointable(.device, Self.devices, at: BranchMoment(moment: 1)), several: false),
        .subjects([.device("web")]))
        == "the web")
    #expect(text(Self.several, .places([9])) == "")
  }

  // MARK: What is hidden and pointed at

  @Test func aValueHidesTheFieldsItIsReadFrom() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let questions = try sample.run().questions
    #expect(
      questions.map { $0.hides.map(\.description).sorted() } == [
        ["field eth/eth.dst"], [], ["field eth/eth.padding"],
      ])
  }

  @Test func whatIsPointedAtHasTheNameThatFindsIt() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let targets = try #require((try sample.run().questions[1].key as? PickKey)?.targets)
    let unit = try #require(targets.unit)
    for layer in unit.layers.indices {
      for node in unit.layers[layer].nodes.indices {
        let subject = Subject.field(unit.path(of: FieldPlace(layer: layer, node: node)))
        #expect(try targets.subject(called: targets.name(subject)) == subject)
      }
    }
    #expect(throws: InvalidAnswer.absentField("frame.len")) { try targets.subject(called: "frame.len") }
  }

  /// Screen, plain dialogue, light and questions see one unit; expressions see a layer about the frame in front of it.
  @Test func theUnitOfExpressionsIsTheOneThatIsShown() throws {
    let sample = try LessonSample()
    defer { sample.remove() }
    let run = try sample.run()
    var timeline = run.timeline
    var context = TimelineContext([run.timeline], marks: run.marks)
    for number in 0...timeline.moments.count {
      context.here = BranchMoment(moment: number)
      let (shown, read) = (timeline.shownUnit(at: number), context.shownUnit())
      #expect(shown?.bytes == read?.bytes)
      #expect(shown?.layers.map(\.nodes) == read?.layers.map(\.nodes))
    }
  }
}
