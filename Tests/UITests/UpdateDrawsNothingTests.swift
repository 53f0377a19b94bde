import Analysis
import Terminal
import Testing

@testable import UI

@Suite struct UpdateDrawsNothingTests {
  private static let pressable: [Key] =
    keys(
      "→ → → ← ↑ ↓ ] [ . , < > 0 w c v z t ? h l x f n p y / : ENTER TAB S-TAB ESC SPACE HOME END PGUP PGDN"
    ) + Picture.all.map { .character(Character("\($0.digit)")) } + [
      "e", "d", "a", "s", "v", "g", "ㅈ", .paste("save screen as text"), .resize(Size(width: 120, height: 40)),
    ]

  @Test func noUpdateDraws() throws {
    let updates = CanvasCount()
    let views = CanvasCount()
    var random = Seeded(11)
    for start in [try Fixture.tour.get(), try Fixture.home.get(), nil] {
      var model = Fixture.model(start)
      for _ in 0..<250 {
        let canvas = views.during { view(model) }
        let point = Point(
          x: .random(in: 0..<model.size.width, using: &random),
          y: .random(in: 0..<model.size.height, using: &random))
        let mouse = Key.mouse(
          Mouse([.press, .wheelUp, .wheelDown].randomElement(using: &random)!, at: point))
        let key = Bool.random(using: &random) ? mouse : Self.pressable.randomElement(using: &random)!
        let effect = updates.during { update(&model, key, target: canvas.target(of: key)) }
        if case .open(let opening) = effect { model.opened(try Fixture.loader.open(opening)) }
      }
    }
    #expect(updates.count == 0)
    #expect(views.count >= 750, "counting works")
  }

  @Test func savingAScreenIsDrawnAfterTheUpdate() throws {
    var model = Fixture.model(try Fixture.home.get())
    let updates = CanvasCount()
    updates.during {
      for key in [.character(":"), .paste("save screen as text"), .enter, .enter] as [Key] {
        if case .saveScreen(let drawing) = update(&model, key) {
          #expect(drawing.path == "screen.txt")
          return
        }
      }
      Issue.record("nothing was saved")
    }
    #expect(updates.count == 0)
  }
}
