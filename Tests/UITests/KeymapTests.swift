import Analysis
import Documents
import Terminal
import Testing

@testable import UI

@Suite struct KeymapTests {
  static func model(_ settings: String) throws -> Model {
    var model = Fixture.model(try Fixture.home.get())
    model.keymap = try SettingsTests.decode(settings).keymap
    return model
  }

  @Test func namesAreWrittenWithHyphens() {
    #expect(Action.ID.nextStop.name == "next-stop" && Action.ID.why.name == "why")
    for action in Action.table { #expect(Action.ID(known: action.id.name) == action.id) }
  }

  @Test func theTableAsItStandsHasNoRivals() {
    for action in Action.table {
      for key in action.keys {
        #expect(Keymap.standard.rival(of: action.id, at: key) == nil, "\(action.id.name)")
      }
      #expect(
        Keymap.refusal(of: action.id, keys: action.keys) == nil
          || [.view, .answer, .suggest].contains(action.id)
          || action.scope == .line)
    }
  }

  @Test func aReboundKeyWorksAndTheOldOneSaysThatItDoesNot() throws {
    var model = try Self.model("keys: {next-stop: [\"#\", right]}")
    let start = model.shownWalk?.moment
    try model.press(["#"])
    #expect(model.shownWalk?.moment != start)
    try model.press([.left])
    #expect(model.shownWalk?.moment == start)
    try model.press(["l"])
    #expect(model.shownWalk?.moment == start)
    #expect(view(model).text.contains("l does nothing here."))
  }

  @Test func footerAndHelpNameTheKeysThatHold() throws {
    var plain = try Self.model("")
    plain.size = Size(width: 160, height: 40)
    // The first stop has no bytes yet, and no fields to choose from.
    try plain.press([.right])
    let standard = try #require(view(plain).lines.last)
    #expect(standard.contains("→ next") && standard.contains("] [ frame") && standard.contains("↑↓ field"))
    var model = try Self.model(
      "keys: {next-stop: [\"#\", right], next-frame: \"&\", down: [\"*\", down], leave: \"%\"}")
    model.size = Size(width: 160, height: 40)
    try model.press([.right])
    let footer = try #require(view(model).lines.last)
    #expect(footer.contains("# next") && footer.contains("& [ frame") && footer.contains("* ↑ field"))
    #expect(footer.contains("% quit") && !footer.contains("q quit"))
    try model.press(["?"])
    let help = view(model).text
    #expect(help.contains("# →") && !help.contains("→ l Space   next stop"))
    #expect(help.contains("%           close"))
  }

  @Test func manyKeysAreCutToTheRoomOfTheHelp() throws {
    let model = try Self.model("keys: {next-stop: ['#', right, '@', '$', '*', '&', '%', '=']}")
    #expect(model.keymap[.nextStop].shown.count <= 11)
    #expect(model.keymap[.nextStop].keys.count == 8)
  }

  @Test func anActionWithoutAKeyIsLeftOutOfTheFooter() throws {
    let model = try Self.model("keys: {why: []}")
    #expect(!(try #require(view(model).lines.last)).contains("why"))
  }
}
