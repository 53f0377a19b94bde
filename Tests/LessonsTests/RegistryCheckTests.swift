import Documents
import Foundation
import Testing

@testable import Lessons

struct RegistryCheckTests {
  private func findings(_ file: String, _ old: String, _ new: String) throws -> [String] {
    try RegistrySample.findings(file, old, new)
  }

  @Test func theSampleIsRight() throws {
    #expect(try findings("cards.yaml", "format: 2", "format: 2") == [])
  }

  @Test func aWrongKeyIsNamed() throws {
    #expect(
      try findings("cards.yaml", "alike:", "alik:") == [
        "cards.yaml:8:5: unknown key \"alik\" in card \"arp-reply\"; did you mean \"alike\"? "
          + "(known: title, layer, topic, taught, alike, aliases)"
      ])
    #expect(
      try findings("planned.yaml", "format: 2", "format: 1").first?.contains("\"format\" should be 2") == true
    )
  }

  @Test func anUnknownCardIsNamed() throws {
    #expect(
      try findings("cards.yaml", "[arp-request]", "[arp-requets]") == [
        "cards.yaml:8:13: no card is called \"arp-requets\"; did you mean \"arp-request\"?"
      ])
    #expect(
      try findings("cards.yaml", "[arp-request]", "[arp-reply]") == [
        "cards.yaml:8:13: this card is the same one"
      ])
  }

  @Test func aliasesThatCollideAreNamed() throws {
    #expect(
      try findings("cards.yaml", "[arp-answer]", "[ttl]") == [
        "cards.yaml:9:15: \"ttl\" is a name of the card \"ttl\""
      ])
    #expect(
      try findings("cards.yaml", "taught: arp/lost", "taught: arp/lost\n    aliases: [arp-answer]") == [
        "cards.yaml:9:15: \"arp-answer\" is a name of the card \"arp-request\"",
        "cards.yaml:15:15: \"arp-answer\" is a name of the card \"arp-reply\"",
      ])
  }

  @Test func theSameIDTwiceIsNamed() throws {
    #expect(
      try findings("cards.yaml", "  ttl:", "  arp-request:") == [
        "cards.yaml:15:3: \"arp-request\" is given twice; it is already in line 10"
      ])
  }

  @Test func theStepThatTeachesMustBeThere() throws {
    #expect(
      try findings("cards.yaml", "arp/lost", "arp/losd") == [
        "cards.yaml:14:13: the lesson \"arp\" has no step \"losd\"; did you mean \"lost\"?"
      ])
    #expect(
      try findings("mistakes.yaml", "arp/ask", "arq/ask") == [
        "mistakes.yaml:6:13: no lesson is called \"arq\"; did you mean \"arp\"?"
      ])
    #expect(
      try findings("mistakes.yaml", "arp/ask", "arp") == [
        "mistakes.yaml:6:13: \"taught\" should be a lesson and its step like arp/ask, found \"arp\""
      ])
  }

  @Test func anUnknownWrongRuleIsNamed() throws {
    let finding = try findings("mistakes.yaml", "arp.ask-destination", "arp.ask-destinatio").first
    #expect(finding?.hasPrefix("mistakes.yaml:7:12: \"model\" should be ") == true)
    #expect(finding?.hasSuffix("found \"arp.ask-destinatio\"; did you mean \"arp.ask-destination\"?") == true)
  }

  @Test func spellingsThatCollideAreNamed() throws {
    #expect(
      try findings("glossary.yaml", "en: \"request\"", "en: \"gateway router\"") == [
        "glossary.yaml:3:3: \"gateway router\" is a spelling of the term \"request\", too",
        "glossary.yaml:9:3: \"gateway router\" is a spelling of the term \"router\", too",
      ])
    #expect(
      try findings("glossary.yaml", "[\"ARP 질의\"]", "[\"경로 장치\"]") == [
        "glossary.yaml:14:14: \"경로 장치\" is a spelling of the term \"router\""
      ])
  }

  @Test func aTopicThatNothingHasIsNamed() throws {
    #expect(
      try findings("glossary.yaml", "topics: [arp]", "topics: [arq]") == [
        "glossary.yaml:12:14: no topic is called \"arq\"; did you mean \"arp\"?"
      ])
  }

  @Test func aNumberIsListedOrThereIsNone() throws {
    #expect(
      try findings("cards.yaml", ", literal: [255]", "") == [
        "cards.yaml:16:26: the number 255 is not computed; if a standard fixes it, list it: literal: [255]",
        "cards.yaml:16:50: the number 255 is not computed; if a standard fixes it, list it: literal: [255]",
      ])
    #expect(
      try findings("cards.yaml", "[255]", "[255, 64]") == [
        "cards.yaml:16:74: the text has no number 64; remove it from \"literal\""
      ])
    #expect(try findings("cards.yaml", "A request goes", "A 3-way IPv4 request goes") == [])
  }

  @Test func aTextHasNoValuesAndFits() throws {
    #expect(
      try findings("mistakes.yaml", "hear it?", "hear {{laptop.ip}}?") == [
        "mistakes.yaml:5:39: this text can have no values in it"
      ])
    let long = String(repeating: "word ", count: 13)
    #expect(
      try findings("cards.yaml", "A request goes to all", long) == [
        "cards.yaml:11:17: this text takes 2 rows of 60 columns; there is room for 1"
      ])
    #expect(
      try findings("glossary.yaml", "It passes packets on.", long + long + long) == [
        "glossary.yaml:8:15: this text takes 3 rows of 69 columns; there is room for 2"
      ])
  }

  @Test func aRefusedSpellingIsNamed() throws {
    #expect(
      try findings("mistakes.yaml", "ARP가 라우터를", "ARP가 루터를") == [
        "mistakes.yaml:4:49: \"루터\" is refused by the glossary; write \"라우터\""
      ])
  }

  @Test func aPlannedLessonIsNotThereYetAndNeedsWhatIs() throws {
    #expect(
      try findings("planned.yaml", "  ip:", "  arp:") == [
        "cards.yaml:19:13: no lesson is called \"ip\"",
        "planned.yaml:3:3: the lesson \"arp\" is there: 08-arp.yaml; remove it here",
        "planned.yaml:5:13: a lesson does not need itself",
      ])
    #expect(
      try findings("planned.yaml", "[arp]", "[arpp]") == [
        "planned.yaml:5:13: no lesson is called \"arpp\"; did you mean \"arp\"?"
      ])
  }

  @Test func cardsAndQuestionsBelongTogether() throws {
    let sample = try RegistrySample()
    defer { sample.remove() }
    let place = Place.sample
    func findings(_ asked: [String]) -> [String] {
      sample.library.registries().findings(ofCards: asked.map { Located($0, at: place) }) { $0 == "arp" }
        .map(\.text)
    }
    #expect(findings(["arp-answer", "arp-request"]) == [])
    #expect(
      findings(["arp-request", "arp-reqest"]) == [
        "no card is called \"arp-reqest\"; did you mean \"arp-request\"?",
        "no question asks for the card \"arp-reply\"",
      ])
  }

  @Test func registriesAreCheckedWithTheirFolderAndAlone() throws {
    let sample = try RegistrySample(["cards.yaml": RegistrySample.files["cards.yaml"]! + "\n  Ttl: {}\n"])
    defer { sample.remove() }
    func findings(_ body: (inout LessonCheck) -> Void) -> [String] {
      var check = LessonCheck(LessonLibrary(folders: []), measure: LessonSample.rows)
      body(&check)
      return check.ordered.map { $0.description.replacingOccurrences(of: sample.folder + "/", with: "") }
    }
    let alone = findings { $0.check(sample.folder + "/cards.yaml", isFolder: false) }
    #expect(alone.first?.hasPrefix("cards.yaml:20:3: a key of \"cards\" should be a word") == true)
    #expect(findings { $0.check(sample.folder, isFolder: true) }.contains { $0 == alone.first })
    // The topics of terms may be in it.
    #expect(findings { $0.check(sample.folder + "/glossary.yaml", isFolder: false) } == alone)
    try FileManager.default.moveItem(
      atPath: sample.folder + "/cards.yaml", toPath: sample.folder + "/my-cards.yaml")
    #expect(
      findings { $0.check(sample.folder + "/my-cards.yaml", isFolder: false) } == [
        "my-cards.yaml:1:1: \"cards\" are looked for in a file called cards.yaml; rename this one"
      ])
  }
}

extension Place {
  fileprivate static var sample: Place {
    try! Document.parse(Source(name: "x", text: "a")).root.place
  }
}
