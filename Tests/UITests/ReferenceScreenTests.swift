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

  @Test func itLiesOverTheWalkAndLeavesItAsItWas() throws {
    let walk = try Fixture.tour.get()
    let before = view(Fixture.model(walk)).text
    var model = try opened(over: walk)
    let text = view(model).text
    #expect(text.contains("Brings bits to the other end"))
    try model.press(keys("/ t t l ENTER ESC"))
    #expect(model.top is ReferenceScreen && view(model).text == text, "the first Esc shows all again")
    try model.press(keys("ESC"))
    #expect(view(model).text == before)
    // Opened twice it is there once.
    model = try opened(over: walk)
    try model.press(":reference".map { .character($0) } + [.enter])
    #expect(model.screens.count { $0 is ReferenceScreen } == 1)
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
