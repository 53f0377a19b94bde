import Analysis
import Documents
import Testing

@testable import Lessons

struct NumberQuestionTests {
  private static func wrong(_ source: String, _ tag: String) -> String {
    "- {\(source), tag: \(tag), say: {en: \"Not that.\", ko: \"아닙니다.\"}}"
  }

  @Test func addressesAndMasksAreTypedInAllTheirForms() throws {
    let mac = try #require(
      try AskedSample("number", "right: \"laptop.mac\"\nwrong:\n\(Self.wrong("is: \"printer.mac\"", "far"))")
        .question)
    for typed in ["00:00:5e:00:53:10", "00-00-5E-00-53-10", "00005e005310"] {
      #expect(mac.grade(typed: typed) == .right)
    }
    #expect(mac.grade(typed: "0000.5e00.5312").tag == "far")
    let mask = try #require(try AskedSample("number", "right: \"laptop.mask\"").question)
    for typed in ["255.255.255.0", "/24", "２５５.255.255.0"] { #expect(mask.grade(typed: typed) == .right) }
    #expect(mask.grade(typed: "/26") == .wrong(nil))
  }

  @Test func eachOtherValueOfAColumnIsOneMistake() throws {
    let question = try #require(
      try AskedSample(
        "number",
        "right: \"switch.mac[eth.dst].port\"\nwrong:\n\(Self.wrong("others: switch.mac.port", "other-row"))\n\(Self.wrong("is: \"3\"", "no-row"))"
      ).question)
    #expect(question.grade(typed: "1") == .right && question.grade(typed: "2").tag == "other-row")
    #expect(question.grade(typed: "3").tag == "no-row" && question.grade(typed: "4") == .wrong(nil))
    let other = try AskedSample(
      "number", "right: \"3\"\nwrong:\n\(Self.wrong("others: switch.mac.address", "x"))")
    #expect(other.problems == ["the right answer is a number, but this is a MAC address"])
    let rows = try AskedSample("number", "right: \"3\"\nwrong:\n\(Self.wrong("others: switch.mac", "x"))")
    #expect(
      rows.problems == ["\"others\": expected a column of a table like switch.mac.port, found switch.mac"])
  }

  @Test func aWrongNumberThatIsAbsentDisappears() throws {
    let sample = try AskedSample(
      "number", "right: \"3\"\nwrong:\n\(Self.wrong("is: \"syn.arp.opcode\"", "x"))")
    #expect(sample.problems == [] && sample.question?.key.foreseen == [])
    #expect(sample.dropped.count == 1 && sample.dropped[0].hasPrefix("this wrong answer is never there: "))
  }
}
