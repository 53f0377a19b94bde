import Analysis
import Documents
import Testing

@testable import Lessons

struct TextQuestionTests {
  private static let keys = """
    right:
    - {en: "broadcast", ko: "브로드캐스트"}
    - {en: "to everyone", ko: "모두에게"}
    wrong:
    - {text: [{en: "multicast", ko: "멀티캐스트"}], tag: group, say: {en: "A group.", ko: "그룹입니다."}}
    - {is: "laptop.mac", tag: address, say: {en: "An address.", ko: "주소입니다."}}
    """

  @Test(arguments: [
    "broadcast", "Broadcast", " ＢＲＯＡＤＣＡＳＴ ", "브로드캐스트", "브로드 캐스트", "to  everyone", "모두에게",
  ])
  func spellingsAreOneAnswer(typed: String) throws {
    let question = try #require(try AskedSample("text", Self.keys).question)
    #expect(question.grade(typed: typed) == .right)
  }

  @Test func aMistakeIsFoundInEitherLanguageAndAnAddressInAnyForm() throws {
    let question = try #require(try AskedSample("text", Self.keys).question)
    for typed in ["Multicast", "멀티 캐스트"] { #expect(question.grade(typed: typed).tag == "group") }
    for typed in ["00:00:5e:00:53:10", "00-00-5E-00-53-10", "00005e005310"] {
      #expect(question.grade(typed: typed).tag == "address")
    }
    #expect(question.grade(typed: "unicast") == .wrong(nil))
    #expect(question.grade(typed: "  ") == .invalid(.noValues(1)))
    #expect(question.key.foreseen.map { question.grade($0).tag } == ["group", "address"])
    #expect(question.grade(question.rightAnswer) == .right && question.solution.text.ko == "브로드캐스트")
  }

  @Test func aValueMayBeTheAnswer() throws {
    let question = try #require(try AskedSample("text", "right: {is: \"request.eth.dst\"}").question)
    #expect(
      question.grade(typed: "ff-ff-ff-ff-ff-ff") == .right && question.grade(typed: "FFFFFFFFFFFF") == .right)
    #expect(question.grade(typed: "ffff") == .wrong(nil))
    #expect(question.hides.map(\.description) == ["field eth/eth.dst"])
    let slot = try #require(
      try AskedSample("text", "right: {en: \"{{laptop.ip}}\", ko: \"{{laptop.ip}}\"}").question)
    #expect(slot.grade(typed: "10.0.0.2") == .right)
  }

  @Test func aWrongTextDiffersFromTheRightOne() throws {
    let same = try AskedSample("text", Self.keys.replacingOccurrences(of: "multicast", with: "To Everyone"))
    #expect(same.problems == [] && same.dropped == ["this wrong answer is the right one, To Everyone"])
    #expect(same.question?.grade(typed: "멀티캐스트").tag == "group")
    let twice = try AskedSample("text", Self.keys + "\n- " + wrongText("Multicast", "again"))
    #expect(twice.dropped == ["this wrong answer is given twice"])
    #expect(try AskedSample("text", "right: [1, 2]").problems.count == 2)
  }
}
