import Analysis
import Documents
import Testing

@testable import Lessons

struct MatchQuestionTests {
  private static func text(_ text: String) -> String { "{en: \"\(text)\", ko: \"\(text)\"}" }

  private static let keys = """
    pairs:
      ten: {left: \(text("10.1.1.1")), right: \(text("private"))}
      twenty: {left: \(text("172.20.0.1")), right: \(text("private"))}
      self_: {left: "laptop.ip", right: \(text("ours"))}
      frame: {left: \(text("to everyone")), right: "request.eth.dst"}
    extra: {group: \(text("a group"))}
    wrong:
    - {put: [ten, frame], tag: first, say: {en: "One.", ko: "하나."}}
    - {put: [twenty, group], tag: second, say: {en: "Two.", ko: "둘."}}
    """

  private func question(_ keys: String = keys, seed: UInt64? = nil) throws -> (PreparedQuestion, MatchKey) {
    let sample = try AskedSample("match", keys, seed: seed)
    if sample.question == nil { Issue.record("\(sample.problems)") }
    let question = try #require(sample.question)
    return (question, try #require(question.key as? MatchKey))
  }

  private func pairs(_ key: MatchKey, _ right: [String]) throws -> Answer {
    .pairs(
      try right.map { text in try #require(key.right.firstIndex { $0.text[.en].string == text }) })
  }

  @Test func equalPartnersAreOneAndEachPairIsJudged() throws {
    let (question, key) = try question()
    #expect(key.left.map { $0.text[.en].string } == ["10.1.1.1", "172.20.0.1", "10.0.0.2", "to everyone"])
    #expect(
      Set(key.right.map { $0.text[.en].string }) == ["private", "ours", "ff:ff:ff:ff:ff:ff", "a group"])
    let all = "ff:ff:ff:ff:ff:ff"
    #expect(try question.grade(pairs(key, ["private", "private", "ours", all])) == .right)
    #expect(question.grade(question.rightAnswer) == .right)
    #expect(question.grade(typed: question.line(of: question.rightAnswer)) == .right)
    let swapped = try pairs(key, ["ours", "private", "private", all])
    #expect(question.grade(swapped) == .wrong(nil))
    #expect(question.parts(of: swapped).map(\.isRight) == [false, true, false, true])
    #expect(key.remark(on: swapped) == LocalizedText(en: "2 of the 4 pairs are right.", ko: "4쌍 중 2쌍이 맞습니다."))
    #expect(
      question.solution[.en].string
        == "10.1.1.1: private, 172.20.0.1: private, 10.0.0.2: ours, to everyone: \(all)")
    #expect(question.hides.map(\.description) == ["field eth/eth.dst"])
  }

  /// They stand beside each other on the smallest screen, or the partners could not be read.
  @Test func bothSidesHaveRoomBesideEachOther() throws {
    func problems(_ columns: Int) throws -> [String] {
      let wide = Self.text(String(repeating: "x", count: columns))
      let keys = """
        pairs:
          one: {left: \(wide), right: \(Self.text(String(repeating: "y", count: 20)))}
          two: {left: \(Self.text("short")), right: \(Self.text("z"))}
        """
      return try AskedSample("match", keys).problems
    }
    #expect(try problems(MatchQuestion.sideColumns - 20).allSatisfy { !$0.contains("columns together") })
    let found = try problems(MatchQuestion.sideColumns - 19).filter { $0.contains("columns together") }
    #expect(found.count == Language.allCases.count && found.allSatisfy { $0.contains("66 columns") })
  }

  @Test func theFirstForeseenPairIsSaid() throws {
    let (question, key) = try question()
    let both = try pairs(key, ["ff:ff:ff:ff:ff:ff", "a group", "ours", "private"])
    #expect(question.grade(both).mistakes.map(\.tag) == ["first", "second"])
    #expect(question.parts(of: both).map { $0.mistake?.tag } == ["first", "second", nil, nil])
    #expect(key.foreseen.map { question.grade($0).tag } == ["first", "second"])
  }

  @Test func theRightSideIsInAnOrderOfTheSeed() throws {
    let orders = try (1...8).map { try question(seed: UInt64($0)).1.right.map { $0.text[.en].string } }
    #expect(Set(orders).count > 2)
    #expect(try question(seed: 3).1 == question(seed: 3).1)
  }

  @Test func whatMakesNoQuestionIsSaid() throws {
    func problems(_ old: String, _ new: String) throws -> [String] {
      try AskedSample("match", Self.keys.replacingOccurrences(of: old, with: new)).problems
    }
    #expect(
      try problems("put: [ten, frame]", "put: [tenn, frame]") == [
        "item 1 of \"put\": a pair called \"tenn\" is not there; did you mean \"ten\"? (known: ten, twenty, self_, frame)"
      ])
    #expect(try problems("put: [twenty, group]", "put: [twenty, groop]").count == 1)
    #expect(try problems("{group:", "{ten:").contains("a pair is called \"ten\", too"))
    let same = try AskedSample(
      "match", Self.keys.replacingOccurrences(of: "put: [ten, frame]", with: "put: [ten, twenty]"))
    #expect(same.dropped == ["this wrong pair is a right one"])
    let one = try AskedSample(
      "match",
      "pairs:\n  a: {left: \(Self.text("l")), right: \(Self.text("r"))}\n  b: {left: \(Self.text("m")), right: \(Self.text("r"))}"
    )
    #expect(one.problems == ["question \"q\": all partners are equal, so that nothing is asked"])
    #expect(
      try AskedSample("match", "pairs:\n  a: {left: \(Self.text("l")), right: \(Self.text("r"))}").problems
        .first == "a match needs 2 to 6 pairs, found 1")
  }

  @Test func extrasMayHaveNoName() throws {
    let keys = Self.keys.replacingOccurrences(
      of: "{group: \(Self.text("a group"))}", with: "[\(Self.text("a group")), \"laptop.mac\"]"
    )
    .replacingOccurrences(of: "put: [twenty, group]", with: "put: [twenty, self_]")
    #expect(try question(keys).1.right.count == 5)
  }
}
