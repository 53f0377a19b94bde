import Documents
import Foundation
import Testing

@testable import Lessons

struct RegistriesTests {
  @Test func anEntryIsFoundByItsIDAndACardByAnOlderOne() throws {
    let sample = try RegistrySample()
    defer { sample.remove() }
    let registries = sample.library.registries()
    #expect(registries.cards["ttl"]?.topic == "ip")
    #expect(registries.cards["arp-answer"] == nil)
    #expect(registries.card("arp-answer")?.key == "arp-reply")
    #expect(registries.card("nothing") == nil)
    #expect(registries.sentence(of: "arp-crosses-routers")?[.en] == "Could that host hear it?")
    #expect(registries.sentence(of: "other") == nil)
    #expect(registries.mistakes["arp-crosses-routers"]?.model?.name == "arp.ask-destination")
    #expect(registries.cards.all.map(\.key) == ["arp-reply", "arp-request", "ttl"])
    #expect(registries.planned["ip"]?.needs.map(\.value) == ["arp"])
  }

  @Test func aTeachersEntryTakesThePlaceOfTheBuiltInOne() throws {
    let own = try RegistrySample(["planned.yaml": "format: 2\nplanned: {}"])
    let builtIn = try RegistrySample([
      "cards.yaml": RegistrySample.files["cards.yaml"]!.replacingOccurrences(of: "ttl:", with: "hops:")
        .replacingOccurrences(of: "A request goes to all", with: "hidden")
    ])
    defer {
      own.remove()
      builtIn.remove()
    }
    let registries = LessonLibrary(folders: [own.folder, builtIn.folder]).registries()
    #expect(registries.cards.all.map(\.key) == ["arp-reply", "arp-request", "ttl", "hops"])
    #expect(registries.cards["arp-request"]?.title[.en] == "A request goes to all")
    #expect(registries.cards["hops"]?.topic == "ip")
    #expect(registries.planned.all.map(\.key) == ["ip"])
  }

  @Test func aWrongEntryTakesNoOtherAway() throws {
    let text = RegistrySample.files["cards.yaml"]!.replacingOccurrences(
      of: "layer: internet", with: "layer: 7")
    let sample = try RegistrySample(["cards.yaml": text, "mistakes.yaml": "mistakes: [", "glossary.yaml": ""])
    defer { sample.remove() }
    let registries = sample.library.registries()
    #expect(registries.cards["ttl"] == nil)
    #expect(registries.cards["arp-reply"] != nil)
    #expect(registries.cards.all.map(\.key) == ["arp-reply", "arp-request"])
    #expect(registries.mistakes["arp-crosses-routers"] == nil && registries.terms.all.isEmpty)
  }

  @Test func anEntryOfAFileThatIsNotLaidOutLineByLineIsFound() throws {
    let flow = "{format: 2, planned: {udp: {title: {en: \"UDP\", ko: \"UDP 헤더\"}}}}"
    let sample = try RegistrySample(["planned.yaml": flow])
    defer { sample.remove() }
    #expect(sample.library.registries().planned["udp"]?.title[.en] == "UDP")
  }

  @Test func registriesAreNoLessons() throws {
    let sample = try RegistrySample()
    defer { sample.remove() }
    #expect(sample.library.lessonPaths.map(LessonLibrary.id(ofPath:)) == ["arp"])
  }

  @Test func theBuiltInRegistriesAreRight() throws {
    let library = LessonLibrary(folders: [BuiltInTests.repository.appendingPathComponent("lessons").path])
    var check = RegistryCheck(library, measure: LessonSample.rows)
    check.check()
    #expect(check.findings.isEmpty, "\(check.findings.map(\.description).joined(separator: "\n"))")
    let registries = library.registries()
    #expect(registries.cards.all.count > 120 && registries.mistakes.all.count > 250)
    #expect(registries.terms.all.count > 110 && registries.planned.all.count > 20)
  }

  @Test func everyWrongRuleIsOfAMistakeAndHasANameOfItsOwn() {
    let library = LessonLibrary(folders: [BuiltInTests.repository.appendingPathComponent("lessons").path])
    let used = Set(library.registries().mistakes.all.compactMap(\.value.model?.name))
    #expect(used == Set(WrongRule.all.map(\.name)))
    #expect(Set(WrongRule.all.map(\.name)).count == WrongRule.all.count)
  }
}
