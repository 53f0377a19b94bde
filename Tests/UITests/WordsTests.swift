import Analysis
import Documents
import Lessons
import Terminal
import Testing

@testable import UI

/// Terms in the author's words: linked by themselves.
@Suite struct WordsTests {
  /// At a stop whose words have terms, with the focus in them.
  private func model(_ language: Language = .en) throws -> Model {
    var model = Fixture.model(try Fixture.loader.open(.lesson("tour"), step: "ask"), language)
    try model.press(keys("TAB TAB"))
    #expect(model.shownWalk?.focus == .words)
    return model
  }

  private func context(_ model: Model) throws -> Words.Context {
    try #require(model.shownWalk?.wordsContext(model.language))
  }

  @Test(arguments: Language.allCases) func theChosenTermIsExplainedAndEnterOpensIt(_ language: Language)
    throws
  {
    var model = try model(language)
    let first = try #require(try context(model).occurrences.first)
    let term = try #require(Fixture.library.registries().terms[first.id])
    let head = "\(term.name[language]): \(term.say[language].prefix(20))"
    #expect(view(model).lines[21...22].contains { $0.contains(head) })
    try model.press(keys("ENTER"))
    let words = view(model).lines[18..<22].joined(separator: "\n")
    #expect(words.contains(term.en) && words.contains(term.ko))
    try model.press(keys("ESC"))
    #expect(model.shownWalk?.focus == .words && model.shownWalk?.words.isOpen == false)
    try model.press(keys("ESC"))
    #expect(model.shownWalk?.focus == .fields)
  }

  @Test func theArrowsGoFromTermToTerm() throws {
    var model = try model()
    let ids = try context(model).occurrences.map(\.id)
    #expect(ids.count > 1)
    for id in ids.dropFirst() {
      try model.press(keys("↓"))
      #expect(model.shownWalk?.words.term == id)
    }
    try model.press(keys("HOME"))
    #expect(model.shownWalk?.words.term == ids[0])
    // Walking keys are those of the walk.
    try model.press(keys("→"))
    #expect(model.shownWalk?.words == Words())
  }

  /// `frame` is meant on its topics alone.
  @Test func anEverydayWordIsATermOnItsTopicsOnly() throws {
    let registries = Fixture.library.registries()
    let text = "The reply to a request."
    let on = Words.Context(text, registries, topics: ["arp"], .en).occurrences.map(\.id)
    let off = Words.Context(text, registries, topics: ["music"], .en).occurrences.map(\.id)
    #expect(on.contains("request") && !off.contains("request"))
  }

  @Test func whereNothingIsSaidTabPassesTheWordsBy() throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] TAB TAB"))
    #expect(model.shownWalk?.focus == .picture)
  }

  @Test func marksStandWhereTheTermsStand() throws {
    let model = try model()
    let walk = try #require(model.shownWalk)
    let say = try #require(walk.authorsWords(.en))
    let context = try context(model)
    let lines = ValueMarkedText(say).wrapped(to: 78, terms: context.occurrences.map(\.range), chosen: 0)
    let chosen = lines.flatMap { $0 }.filter { $0.role == .select }.map(\.text).joined(separator: " ")
    let range = context.occurrences[0].range
    let scalars = Array(say.string.unicodeScalars)[range].map(String.init).joined()
    #expect(chosen == scalars)
  }
}
