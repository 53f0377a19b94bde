import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

/// Every screen at every size, in both languages, with and without UTF-8.
@Suite struct ScreenTests {
  static let sizes = [(80, 22), (80, 23), (80, 24), (100, 30), (120, 40), (200, 60)]

  /// Ways to many different screens.
  static let ways: [(lesson: Bool, keys: String)] = [
    (true, ""), (true, "→"), (true, "→ → 2"), (true, "→ → 0"), (true, "→ → 1 →"), (true, "→ → 1 → w"),
    (true, "→ → 1 → w TAB"), (true, "→ → 1 → ENTER"), (true, "→ → 1 → → →"), (true, "→ → 1 → → → ENTER 0"),
    (true, "→ ?"), (false, ""), (false, "2"), (false, "] ] ] ] ] ] ] ] 2"), (false, "] TAB ↓ ↓ ↓"),
    (false, "] TAB TAB ↓"), (false, ". . . . . . ."), (false, "→ → → → w ↓ ↓"), (false, "] ] ] ] ] ] ] END"),
    (false, "] ] ] ] ] ] ] TAB PGDN c"), (false, "] ] ] ] ] ] ] TAB PGDN PGDN PGDN c ↓ ↓ ↓ ↓"),
    (false, "] ] ] ] ] ] ] TAB PGDN c END"), (false, "] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] v ↓"),
    (false, "] ] ] ] ] ] ] ] ] v"), (false, "] ] ] ] ] ] ] TAB PGDN c 2 → ESC"),
    (true, ":"), (true, ": s t o p"), (true, "→ → / e t h"), (false, ": s a v e"),
    (false, "] ] / t c p . f l"),
    (false, "] / t c p . f l a g . x SPACE"), (false, ": s a v e SPACE l ENTER"), (false, ": m SPACE 9 9 9"),
    (false, "z :"),
  ]

  static func model(_ way: (lesson: Bool, keys: String), _ language: Language, _ size: (Int, Int)) throws
    -> Model
  {
    let walk = try (way.lesson ? Fixture.tour : Fixture.home).get()
    var model = Fixture.model(walk, language, width: size.0, height: size.1)
    try model.press(keys(way.keys))
    return model
  }

  @Test(arguments: Language.allCases)
  func nothingOverlapsAndNothingIsTooWide(_ language: Language) throws {
    for size in Self.sizes {
      for way in Self.ways {
        let model = try Self.model(way, language, size)
        let canvas = view(model)
        let label = "\(size) \(language.rawValue) \(way.keys)"
        #expect(canvas.size == Size(width: size.0, height: size.1))
        #expect(canvas.lines.allSatisfy { $0.displayWidth <= size.0 }, "\(label)")
        #expect(canvas.cursor.map(canvas.bounds.contains) == true, "\(label): no cursor")
        if model.top is WalkScreen { canvas.expectWholeEdges(label) }
        canvas.expectASCIIForm(label)
      }
    }
  }

  /// Every screen that an action opens over the walk.
  @Test(arguments: Language.allCases)
  func whatLiesOverTheWalkFits(_ language: Language) throws {
    let walk = try Fixture.forked()
    let screens = Fixture.screens(over: walk)
    #expect(screens.contains { $0.action == .forks })
    for size in Self.sizes {
      for (action, screen) in screens {
        var model = Fixture.model(walk, language, width: size.0, height: size.1)
        model.screens.append(screen)
        for key in ["↓", "TAB", "↓", "→", "TAB", "END"] {
          let canvas = view(model)
          let label = "\(size) \(language.rawValue) \(action.name) before \(key)"
          #expect(canvas.lines.allSatisfy { $0.displayWidth <= size.0 }, "\(label)")
          #expect(canvas.cursor.map(canvas.bounds.contains) == true, "\(label): no cursor")
          model.expectWholeFooter(label)
          canvas.expectASCIIForm(label)
          try model.press(keys(key))
        }
      }
    }
  }

  /// A screen that no key, no action and no list leads to cannot be seen.
  @Test func everyScreenIsReached() throws {
    var reached = Set(
      Fixture.screens(over: try Fixture.forked()).map { ObjectIdentifier(type(of: $0.screen)) })
    for way in [
      "", "ENTER", "↓ ENTER", "↓ ↓ ENTER", "?", ": r e f e r e n c e ENTER",
      ": r e f e r e n c e ENTER ENTER",
    ] {
      var model = Fixture.model()
      try model.press(keys(way))
      reached.insert(ObjectIdentifier(type(of: model.top)))
    }
    reached.insert(ObjectIdentifier(WalkScreen.self))
    var ended = Fixture.model(try Fixture.tourAtEnd())
    try ended.press(keys("→"))
    reached.insert(ObjectIdentifier(type(of: ended.top)))
    for screen in Screens.all {
      #expect(reached.contains(ObjectIdentifier(screen)), "\(screen) is opened by nothing")
    }
  }

  @Test(arguments: Language.allCases)
  func listsAndHelpFit(_ language: Language) throws {
    for size in Self.sizes {
      for way in [
        "", "↓ ENTER", "↓ ↓ ENTER", "?", "↓ ↓ ↓ ↓", ": r e f e r e n c e ENTER",
        ": r e f e r e n c e ENTER ENTER",
      ] {
        var model = Fixture.model(nil, language, width: size.0, height: size.1)
        try model.press(keys(way))
        let canvas = view(model)
        #expect(canvas.lines.allSatisfy { $0.displayWidth <= size.0 })
        // The legend says what the sign means.
        let own = canvas.text.contains(Sign.leftOut.meaning[language]) ? 1 : 0
        #expect(canvas.text.count { $0 == "…" } == own, "\(size) \(language.rawValue) \(way)")
      }
    }
  }

  @Test func aSmallWindowSaysWhatItNeedsAndKeepsThePlace() throws {
    var model = Fixture.model(try Fixture.tour.get())
    try model.press(keys("→"))
    let before = view(model)
    _ = update(&model, .resize(Size(width: 60, height: 12)))
    let text = view(model).text
    #expect(text.contains("packetwalk needs 80 x 22."))
    #expect(text.contains("This window has 60 x 12."))
    #expect(text.contains("stop 2/"))
    #expect(update(&model, "→") == .none)
    #expect(update(&model, "q") == .quit)
    for width in 0..<12 {
      for height in 0..<5 {
        model.size = Size(width: width, height: height)
        _ = view(model)
      }
    }
    _ = update(&model, .resize(Size(width: 80, height: 24)))
    #expect(view(model).text == before.text)
  }

  @Test func whatTheAuthorLightsCanBeSeenAtEveryStop() throws {
    let tour = try Fixture.tour.get()
    for height in [22, 24, 30] {
      for stop in try #require(tour.lesson).stops {
        var walk = tour
        walk.enter(stop)
        let model = Fixture.model(walk, height: height)
        let lines = view(model).lines
        for place in walk.lit {
          let label = try #require(walk.scene.unit?.node(place).field.label).prefix(18)
          #expect(
            lines.contains { $0.contains("•") && $0.contains(label) }, "\(stop.id) at \(height): \(label)")
        }
      }
    }
  }

  @Test func theFooterNeverDropsHelpAndQuit() throws {
    for way in Self.ways where !way.keys.contains("?") {
      for language in Language.allCases {
        let model = try Self.model(way, language, (80, 24))
        let footer = try #require(view(model).lines.last)
        // In a line that is typed into `?` is text; its way out is Esc.
        let kept =
          model.prompt == nil
          ? language == .en ? "? keys" : "? 도움말" : language == .en ? "Esc cancel" : "Esc 취소"
        #expect(footer.contains(kept), "\(way.keys): \(footer)")
      }
    }
  }

  @Test func textOfAPacketReachesTheScreenAsTextOnly() throws {
    var model = Fixture.model(try Fixture.home.get())
    guard var walk = model.top as? WalkScreen else { return }
    // A name that would ring, clear the screen and turn the text around.
    let name = "\u{1B}[2J\u{7}\u{202E}evil\u{9B}31m\n"
    walk.scene.moment.details = [Detail("url", .text(name))]
    model.screens = [walk]
    let scalars = view(model).text.unicodeScalars.filter { $0 != "\n" }
    #expect(
      scalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x202E })
  }
}

/// What every screen of a walk keeps to.
extension Canvas {
  /// The edges on the left and on the right are whole: nothing was written over them.
  func expectWholeEdges(_ label: String) {
    let lines = Set("│├┤┌┐└┘".unicodeScalars)
    var y = 1
    while y < size.height, lines.contains(self[Point(x: 0, y: y)].glyph.base) {
      #expect(lines.contains(self[Point(x: size.width - 1, y: y)].glyph.base), "\(label): row \(y)")
      y += 1
    }
    #expect(y >= size.height - 8, "\(label): the frame ends in row \(y)")
  }

  /// In ASCII it has the same columns.
  func expectASCIIForm(_ label: String) {
    let plain = ascii().lines
    #expect(plain.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }, "\(label)")
    #expect(zip(plain, lines).allSatisfy { $0.utf8.count == $1.displayWidth }, "\(label)")
  }
}
