import Analysis
import Documents
import Lessons
import Networking
import Terminal
import Testing

@testable import UI

/// What words mean.
@Suite struct ReferenceScreenTests {
  private func opened(_ language: Language = .en, over walk: WalkScreen? = nil) throws -> Model {
    var model = Fixture.model(walk, language)
    try model.press(":reference".map { .character($0) } + [.enter])
    #expect(model.top is ReferenceScreen)
    return model
  }

  private func count(_ section: ReferenceEntry.Section) -> Int {
    Fixture.contents.reference.count { $0.section == section }
  }

  @Test func everyLayerUnitDeviceStateAndTermIsThere() {
    #expect(count(.layer) == LayerKind.allCases.count)
    #expect(count(.unit) == 6)
    #expect(count(.device) == Device.Kind.allCases.count)
    #expect(count(.state) == TCPState.allCases.count)
    #expect(count(.term) == Fixture.library.registries().terms.all.count)
  }

  @Test func aWordIsFoundInEitherLanguageAndByItsOtherSpellings() throws {
    for (typed, name) in [("broadcast", "broadcast"), ("브로드캐스트", "broadcast"), ("nic", "network card")] {
      var model = try opened()
      try model.press(["/"] + typed.map { .character($0) } + [.enter])
      let found = (model.top as? ReferenceScreen)?.entries(model.surroundings).map(\.name.en) ?? []
      #expect(found.contains(name), "\(typed): \(found)")
    }
  }

  /// Others speak of it, too.
  @Test(arguments: [
    ("ttl", "TTL"), ("포트", "port"), ("arp", "ARP"), ("frame", "frame"), ("syn-s", "SYN-SENT"),
  ])
  func whatHasTheTypedNameComesFirst(_ typed: String, _ name: String) throws {
    var model = try opened()
    try model.press(["/"] + typed.map { .character($0) } + [.enter])
    #expect((model.top as? ReferenceScreen)?.entries(model.surroundings).first?.name.en == name)
  }

  @Test func itLiesOverTheWalkAndLeavesItAsItWas() throws {
    let walk = try Fixture.tour.get()
    let before = view(Fixture.model(walk)).text
    var model = try opened(over: walk)
    let text = view(model).text
    #expect(text.contains("Brings bits to the other end") && text.contains("[All]  Layers  Units"))
    try model.press(keys("/ t t l ENTER ESC"))
    #expect(model.top is ReferenceScreen && view(model).text == text, "the first Esc shows all again")
    try model.press(keys("ESC"))
    #expect(view(model).text == before)
    // Opened twice it is there once.
    model = try opened(over: walk)
    try model.press(":reference".map { .character($0) } + [.enter])
    #expect(model.screens.count { $0 is ReferenceScreen } == 1)
  }

  private func open(_ name: String, in model: inout Model) throws {
    let index = try #require(
      (model.top as? ReferenceScreen)?.entries(model.surroundings).firstIndex { $0.name.en == name })
    try model.press([.home] + Array(repeating: .down, count: index) + [.enter])
  }

  @Test func tabGoesThroughTheSections() throws {
    var model = try opened()
    var seen: [Set<ReferenceEntry.Section>] = []
    for _ in ReferenceEntry.Section.allCases {
      try model.press(keys("TAB"))
      let shown = (model.top as? ReferenceScreen)?.entries(model.surroundings) ?? []
      seen.append(Set(shown.map(\.section)))
    }
    #expect(seen == ReferenceEntry.Section.allCases.map { [$0] })
    #expect(view(model).text.contains("[Terms]"))
    try model.press(keys("TAB"))
    #expect(
      (model.top as? ReferenceScreen)?.entries(model.surroundings).count == model.library.reference.count)
    try model.press(keys("S-TAB"))
    #expect(view(model).text.contains("[Terms]"))
  }

  @Test(arguments: Language.allCases) func aPageLeadsToTheWordsOfItsSentenceAndBack(_ language: Language)
    throws
  {
    var model = try opened(language)
    let linked = try #require(model.library.reference.first { $0.links[language].count > 1 })
    try open(linked.name.en, in: &model)
    #expect(view(model).lines[0].contains(linked.name[language]))
    try model.press(keys("↓"))
    let chosen = linked.links[language][1]
    let target = try #require(model.library.reference.first { $0.term == chosen.id })
    let scalars = Array(linked.says[language].unicodeScalars)
    let word = String(String.UnicodeScalarView(scalars[chosen.range]))
    let cursor = try #require(view(model).cursor)
    #expect(view(model).lines[cursor.y].contains(word))
    #expect(view(model).text.contains("\(target.name[language]): "), "the sentence line says what it means")
    try model.press(keys("ENTER"))
    #expect((model.top as? ReferencePage)?.entry == target)
    try model.press(keys("ESC"))
    #expect((model.top as? ReferencePage)?.entry == linked)
    try model.press(keys("ESC"))
    #expect(model.top is ReferenceScreen)
    // From a page the command leads to the list again.
    try model.press(keys("ENTER") + ":reference".map { .character($0) } + [.enter])
    #expect(model.top is ReferenceScreen && model.screens.count { $0 is ReferenceScreen } == 1)
  }

  /// A page links no word to itself, and every link leads somewhere.
  @Test func everyLinkLeadsToAnotherPage() {
    var count = 0
    for entry in Fixture.contents.reference {
      for language in Language.allCases {
        for link in entry.links[language] {
          count += 1
          #expect(link.id != entry.term)
          #expect(Fixture.contents.reference.contains { $0.term == link.id }, "\(entry.name.en): \(link.id)")
        }
      }
    }
    #expect(count > 100)
  }

  @Test(arguments: Language.allCases) func everyPageFitsTheSmallestScreen(_ language: Language) throws {
    for entry in Fixture.contents.reference {
      var model = Fixture.model(nil, language, width: 80, height: 22)
      model.screens.append(ReferencePage(entry))
      let canvas = view(model)
      let text = canvas.lines.joined(separator: " ").split(separator: " ")
      for word in entry.says[language].split(separator: " ") {
        #expect(text.contains { $0.contains(word) }, "\(entry.name.en): \(word)")
      }
      canvas.expectASCIIForm("\(entry.name.en)")
    }
  }

  @Test(arguments: Language.allCases) func everyEntryCanBeReadWhole(_ language: Language) throws {
    var model = try opened(language)
    for entry in model.library.reference {
      let lines = view(model).lines.joined(separator: " ").split(separator: " ")
      for word in entry.says[language].split(separator: " ") {
        #expect(lines.contains { $0.contains(word) }, "\(entry.name.en): \(word)")
      }
      try model.press(keys("↓"))
    }
  }
}
