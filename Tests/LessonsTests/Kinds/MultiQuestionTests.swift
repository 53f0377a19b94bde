import Analysis
import Documents
import Testing

@testable import Lessons

struct MultiQuestionTests {
  private static let keys = """
    right:
    - {is: "laptop.mac"}
    - {is: "request.eth.dst"}
    wrong:
    - {is: "printer.mac", tag: far-end, say: {en: "That is the printer's.", ko: "프린터의 것입니다."}}
    - {is: "01:00:5e:90:10:07", tag: every-group, say: {en: "It is no member.", ko: "가입하지 않았습니다."}}
    """

  private func question() throws -> (PreparedQuestion, MultiKey) {
    let question = try #require(try AskedSample("multi", Self.keys).question)
    return (question, try #require(question.key as? MultiKey))
  }

  private func index(_ text: String, _ key: MultiKey) throws -> Int {
    try #require(key.options.firstIndex { $0.choice.text[.en].string == text })
  }

  @Test func exactlyAllThatIsRightIsRight() throws {
    let (question, key) = try question()
    let own = try index("00:00:5e:00:53:10", key)
    let all = try index("ff:ff:ff:ff:ff:ff", key)
    let far = try index("00:00:5e:00:53:12", key)
    let group = try index("01:00:5e:90:10:07", key)
    #expect(question.shapes == [.choose(key.options.map(\.choice), several: true)])
    #expect(question.grade(.places([own, all])) == .right && question.grade(.places([all, own])) == .right)
    #expect(question.grade(question.rightAnswer) == .right)
    #expect(question.grade(.places([own])) == .wrong(nil))
    #expect(question.grade(.places([own, all, far])).tag == "far-end")
    #expect(question.grade(.places([group])).tag == "every-group")
    #expect(question.grade(.places([])) == .invalid(.noChoices(4)))
    #expect(question.grade(typed: "1 2 3 4 5") == .invalid(.noChoices(4)))
    #expect(
      question.key.foreseen.map { question.grade($0).tag }.sorted { $0 ?? "" < $1 ?? "" } == [
        "every-group", "far-end",
      ])
  }

  @Test func whatIsMissingIsOnlyCounted() throws {
    let (question, key) = try question()
    let own = try index("00:00:5e:00:53:10", key)
    let far = try index("00:00:5e:00:53:12", key)
    #expect(
      key.remark(on: .places([own]))
        == LocalizedText(
          en: "All of that is right; one more is.", ko: "고른 것은 모두 맞지만 1개가 빠졌습니다."))
    #expect(key.remark(on: .places([far]))?.en == "Missing besides: 2.")
    #expect(key.remark(on: question.rightAnswer) == nil)
    let parts = question.parts(of: .places([own, far]))
    #expect(parts.count(where: \.isRight) == 2 && parts[own].isRight && !parts[far].isRight)
    #expect(parts.compactMap(\.mistake?.tag) == ["far-end"])
  }

  @Test func whatTheRightOnesAreReadFromIsHidden() throws {
    let (question, key) = try question()
    #expect(key.solution[.en].string.split(separator: ", ").count == 2)
    #expect(question.hides.map(\.description).sorted() == ["field eth/eth.dst", "setting laptop.eth0 mac"])
    #expect(
      key.solution[.en].pieces.compactMap { $0.expression?.text }.sorted() == [
        "laptop.mac", "request.eth.dst",
      ])
  }

  @Test func ofManyWrongOnesSoManyAreDrawnThatThereAreSix() throws {
    func keys(_ count: Int) -> String {
      let wrong = (1...count).map {
        "- " + wrongText("w\($0)", "t\($0)").dropLast() + ($0 == 1 ? ", keep: true}" : "}")
      }
      return """
        right: [{text: {en: "a", ko: "a"}}, {text: {en: "b", ko: "b"}}, {text: {en: "c, d", ko: "c, d"}}]
        wrong:
        \(wrong.joined(separator: "\n"))
        """
    }
    var drawn: Set<String> = []
    for seed in 1...12 {
      let sample = try AskedSample("multi", keys(6), seed: UInt64(seed))
      let key = try #require(sample.question?.key as? MultiKey)
      #expect(key.options.count == 6 && key.options.count(where: \.isRight) == 3)
      #expect(key.options.contains { $0.choice.text[.en].string == "w1" }, "it is kept")
      drawn.formUnion(key.options.filter { !$0.isRight }.map { $0.choice.text[.en].string })
      #expect(key.solution[.en].string.contains("; "), "one of them has a comma")
    }
    #expect(drawn.count == 6)
    #expect(try AskedSample("multi", keys(7)).problems == ["a multi needs 2 to 6 wrong answers, found 7"])
  }

  @Test func twoDistractorsMustRemain() throws {
    let gone = Self.keys.replacingOccurrences(of: "\"printer.mac\"", with: "\"laptop.mac\"")
    let sample = try AskedSample("multi", gone)
    #expect(
      sample.problems == ["question \"q\": only one wrong answer differs from what is right; two must remain"]
    )
    #expect(sample.dropped == ["this wrong answer is the right one"])
    let absent = Self.keys.replacingOccurrences(of: "\"printer.mac\"", with: "\"syn.ip.ttl#2\"")
    #expect(try AskedSample("multi", absent).problems.count == 1)
    #expect(
      try AskedSample("multi", absent).dropped.first?.hasPrefix("this wrong answer is never there: ") == true)
  }

  @Test func everyOtherValueOfAColumnIsADistractor() throws {
    let keys = """
      right: [{is: "printer.mac"}]
      wrong:
      - {others: switch.mac.address, tag: other-row, say: {en: "Another row.", ko: "다른 항목입니다."}}
      - {is: "request.eth.dst", tag: everyone, say: {en: "Everyone.", ko: "모두입니다."}}
      """
    let sample = try AskedSample("multi", keys)
    if sample.question == nil { Issue.record("\(sample.problems)") }
    let key = try #require(sample.question?.key as? MultiKey)
    #expect(key.options.count == 3)
    #expect(
      key.options.first { $0.choice.text[.en].string == "00:00:5e:00:53:10" }?.mistake?.tag == "other-row")
    #expect(
      try AskedSample("multi", keys.replacingOccurrences(of: "switch.mac.address", with: "switch.mac.addres"))
        .problems.count == 1)
  }
}
