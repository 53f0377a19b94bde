import Analysis
import Documents
import Testing

@testable import Lessons

struct OrderQuestionTests {
  /// The line that puts items in an order of their texts.
  private func line(_ texts: [String], _ question: PreparedQuestion) throws -> String {
    let shown = question.shapes[0].choices.map { $0.text.en.string }
    return try texts.map { text in String(try #require(shown.firstIndex(of: text)) + 1) }.joined(
      separator: " ")
  }

  static let right = [
    "ARP asks", "the laptop asks", "the server says yes", "the laptop confirms", "the page is asked for",
  ]

  @Test func theRunSaysTheOrderOfMarks() throws {
    let question = try KindsSample().question("q_order")
    #expect(question.grade(typed: try line(Self.right, question)) == .right)
    #expect(question.solution.en.string == Self.right.joined(separator: " → "))
    #expect(question.solution.ko.string.hasPrefix("ARP가 묻습니다 → 노트북이 묻습니다"))
  }

  @Test func otherItemsStandInTheirOrder() throws {
    let question = try KindsSample().question("q_steps")
    #expect(question.grade(typed: try line(["one", "two", "three"], question)) == .right)
    #expect(question.grade(typed: try line(["one", "three", "two"], question)) == .wrong(nil))
  }

  @Test(arguments: 0..<26 as Range<UInt64>)
  func whatIsShownIsNeverTheRightOrder(seed: UInt64) throws {
    let sample = try KindsSample(seed: seed)
    for id in ["q_order", "q_steps"] {
      let question = sample.question(id)
      let shown = Answer.places(Array(question.shapes[0].choices.indices))
      #expect(question.grade(shown) != .right)
      #expect(question.rightAnswer != shown)
    }
  }

  @Test func theFirstMistakeThatHoldsIsSaid() throws {
    let question = try KindsSample().question("q_order")
    let answers: [([String], String?)] = [
      (
        [
          "ARP asks", "the laptop asks", "the server says yes", "the page is asked for",
          "the laptop confirms",
        ],
        "data-before-handshake"
      ),
      (
        [
          "ARP asks", "the server says yes", "the laptop asks", "the laptop confirms",
          "the page is asked for",
        ],
        "answers-first"
      ),
      (
        [
          "the server says yes", "the page is asked for", "ARP asks", "the laptop asks",
          "the laptop confirms",
        ],
        "data-before-handshake"
      ),
      (
        [
          "the laptop asks", "ARP asks", "the server says yes", "the laptop confirms",
          "the page is asked for",
        ],
        nil
      ),
    ]
    for (put, tag) in answers {
      let grade = question.grade(typed: try line(put, question))
      #expect(grade != .right)
      #expect(grade.mistake?.tag == tag, "\(put)")
    }
  }

  /// Whoever asks for the page before the SYN also asks before the third segment, unless that came before the SYN.
  @Test func eachForeseenAnswerIsJudgedToBeItsOwnMistake() throws {
    let question = try KindsSample().question("q_order")
    #expect(
      question.key.foreseen.map { question.grade($0).mistake?.tag } == [
        "data-before-handshake", "never-said", "answers-first",
      ])
  }

  @Test func aMistakeThatIsNeverJudgedIsNamed() throws {
    let sample = try KindsSample(
      "- {put: [get, syn],",
      "- {put: [get, third], tag: again, say: {en: \"x\", ko: \"x\"}}\n          - {put: [get, syn],")
    #expect(sample.dropped.contains { $0.contains("this wrong order is given twice") })
    let right = try KindsSample("- {put: [get, syn],", "- {put: [syn, get],")
    #expect(right.dropped.contains { $0.contains("\"syn\" does come before \"get\": this is not wrong") })
    // Who puts the page before the SYN has either the page before the third segment, or that before the SYN.
    let circle = try KindsSample(
      "- {put: [get, syn],",
      "- {put: [third, syn], tag: b, say: {en: \"x\", ko: \"x\"}}\n          - {put: [get, syn],")
    let question = circle.question("q_order")
    #expect(
      question.key.foreseen.map { question.grade($0).mistake?.tag } == [
        "data-before-handshake", "b", "answers-first",
      ])
    #expect(circle.dropped.contains { $0.contains("whoever makes this mistake makes one of those above") })
  }

  @Test func theLongestPartInOrderCounts() throws {
    let question = try KindsSample().question("q_order")
    // One item was carried from the end to the front.
    let put = [Self.right[4]] + Self.right.dropLast()
    let answer = try question.answer(typed: line(put, question))
    #expect(question.parts(of: answer).map(\.isRight) == [false, true, true, true, true])
    #expect(question.key.remark(on: answer)?.en == "4 of the 5 are in their order.")
    #expect(question.key.remark(on: answer)?.ko == "5개 중 4개가 순서대로 놓였습니다.")
    let reversed = try question.answer(typed: line(Self.right.reversed(), question))
    #expect(question.parts(of: reversed).count(where: \.isRight) == 1)
    #expect(question.key.remark(on: reversed)?.en == "No two of them are in their order.")
  }

  @Test(arguments: [
    (
      "one: {en", "syn: {en",
      "\"two\" names no mark or step, but \"syn\" does: all items must, or none"
    ),
    ("put: [get, syn]", "put: [get, sin]", "no item is called \"sin\"; did you mean \"syn\"?"),
    ("put: [get, syn]", "put: [syn, syn]", "an item cannot come before itself"),
    (
      "          three_a: {en: \"three\", ko: \"셋\"}\n", "", "an order needs 3 to 6 items, found 2"
    ),
    (
      "third: {en: \"the laptop confirms\"", "answer: {en: \"the laptop confirms\"",
      "\"answer\" names no mark or step"
    ),
  ])
  func whatIsNoOrderIsSaid(_ old: String, _ new: String, _ finding: String) {
    let findings = KindsSample.findings(old, new)
    #expect(findings.contains { $0.contains(finding) }, "\(findings)")
  }

  @Test func itemsAtOneMomentHaveNoOrder() {
    let findings = KindsSample.findings(
      "get: 'http.request.method == \"GET\"'", "get: 'tcp.flags == 0x010'")
    #expect(
      findings.contains { $0.contains("are one moment") && $0.contains("neither comes first") }, "\(findings)"
    )
  }
}
