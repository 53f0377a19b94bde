import Analysis
import Terminal
import Testing

@testable import UI

/// What only the palette switches.
@Suite struct PreferencesTests {
  private func run(_ command: String, in model: inout Model) -> Effect {
    _ = update(&model, ":")
    for character in command { _ = update(&model, .character(character)) }
    return update(&model, .enter)
  }

  @Test func theThemesComeOneAfterTheOther() throws {
    var model = Fixture.model(try Fixture.home.get())
    #expect(run("next theme", in: &model) == .theme(.light))
    #expect(run("next theme", in: &model) == .theme(.dark))
    #expect(run("next theme", in: &model) == .theme(.standard))
    #expect(view(model).text.contains("any background"))
  }

  @Test func motionIsOffUntilAsked() throws {
    var model = Fixture.model(try Fixture.home.get())
    #expect(!model.motion)
    _ = run("motion", in: &model)
    #expect(model.motion)
    _ = run("motion", in: &model)
    #expect(!model.motion)
  }

  @Test func theScreenCanBeLeftBehind() throws {
    var model = Fixture.model(try Fixture.home.get())
    #expect(run("leave the screen", in: &model) == .quitLeavingScreen)
    #expect(model.prompt == nil)
  }
}
