import Analysis
import Documents
import Terminal
import Testing

@testable import UI

/// Terminals of 160 columns and more: pictures beside each other, none twice.
@Suite struct WideTests {
  private func model(
    _ way: String = "", _ walk: WalkScreen? = nil, _ language: Language = .en, width: Int = 200,
    height: Int = 60
  ) throws -> Model {
    var walk = try walk ?? Fixture.home.get()
    if walk.lesson == nil { walk.picture.picture = .map }
    var model = Fixture.model(walk, language, width: width, height: height)
    try model.press(keys(way))
    return model
  }

  private func arranged(_ model: Model) throws -> [String] {
    let walk = try #require(model.shownWalk)
    return walk.picture.arranged(walk.layout(model.size).places.count).map(\.name)
  }

  private static let all = Picture.places.map(\.name)

  @Test func mapStackLadderStandTogetherFrom160Columns() throws {
    for (width, height, count) in [
      (159, 60, 0), (160, 31, 0), (160, 32, 3), (160, 49, 3), (200, 60, Self.all.count),
    ] {
      let layout = WalkLayout(Size(width: width, height: height))
      #expect(layout.places.count == count, "\(width)x\(height)")
      #expect(layout.fields.endX == width)
      for place in layout.places { #expect(place.height >= 9 && place.endX <= layout.fields.x + 1) }
    }
    var model = try model()
    #expect(try arranged(model) == Self.all)
    try model.press(keys("] ] ]"))
    let text = view(model).text
    #expect(text.contains("[3 Map]") && text.contains("─ 1 Stack ─") && text.contains("─ 2 Ladder ─"))
    #expect(text.contains("─ 4 Tables ─"))
  }

  @Test func aDigitNeverDrawsAPictureTwice() throws {
    var random = Seeded(4)
    var model = try model("]")
    for _ in 0..<200 {
      let key = keys("1 2 3 4 5 6 7 TAB S-TAB ] [ ↓ z z").randomElement(using: &random)!
      try model.press([key])
      let names = try arranged(model)
      #expect(Set(names).count == names.count, "\(names) after \(key.shown)")
    }
  }

  @Test func aDigitOfADrawnPictureMovesTheFocusThere() throws {
    var model = try model("] ] ]")
    try model.press(keys("2"))
    let walk = try #require(model.shownWalk)
    #expect(walk.focus == .picture && walk.picture.picture == .ladder && walk.picture.focused == 2)
    #expect(try arranged(model) == Self.all)
    #expect(view(model).text.contains("═ [2 Ladder] ═"))
    // Another one comes into the place that has the focus.
    try model.press(keys("6"))
    #expect(try arranged(model)[2] == "header")
    try model.press(keys("6"))
    #expect(model.shownWalk?.picture.isKept == true)
  }

  @Test func thePictureThatIsKeptStaysKeptWhenAnotherHasTheFocus() throws {
    var model = try model("] ] ] 2 2")
    #expect(view(model).text.contains(" [2 Ladder=] "))
    #expect(model.notice?.text.en == "Ladder stays; 2 again lets it change.")
    try model.press(keys("1"))
    #expect(view(model).text.contains(" 2 Ladder= ") && view(model).text.contains(" [1 Stack] "))
    // The one with the focus is kept in its stead, and says so.
    try model.press(keys("1"))
    #expect(view(model).text.contains(" 2 Ladder ") && view(model).text.contains(" [1 Stack=] "))
    #expect(model.notice?.text.en == "Stack stays; 1 again lets it change.")
    try model.press(keys("1"))
    #expect(!view(model).text.contains("Stack=") && model.shownWalk?.picture.kept == nil)
  }

  /// At a size where the other is drawn already, and at one where it comes into another place.
  @Test(arguments: [(200, 60), (160, 32)]) func anotherPictureLeavesTheOneThatIsKept(
    _ width: Int, _ height: Int
  ) throws {
    var model = try model("] ] ] 2 2", width: width, height: height)
    try model.press(keys("7"))
    let text = view(model).text
    #expect(text.contains(" 2 Ladder= ") && text.contains("[7 List") && !text.contains("List="))
    let walk = try #require(model.shownWalk)
    #expect(walk.picture.picture.name == "list" && walk.picture.kept == .ladder && walk.focus == .picture)
    try model.press(keys("2"))
    #expect(view(model).text.contains(" [2 Ladder=] "))
    // Its own digit gives it free.
    try model.press(keys("2"))
    #expect(!view(model).text.contains("Ladder=") && model.shownWalk?.picture.kept == nil)
  }

  @Test func tabGoesThroughThePlacesAndBack() throws {
    var model = try model("]")
    var seen: [String] = []
    for _ in 0..<(3 + Self.all.count) {
      let walk = try #require(model.shownWalk)
      seen.append(walk.focus == .picture ? walk.picture.picture.name : walk.focus.rawValue)
      try model.press(keys("TAB"))
    }
    let pictures = try arranged(model)
    #expect(Array(seen.prefix(2 + pictures.count)) == ["fields", "bytes"] + pictures)
    #expect(seen.last == "fields")
    try model.press(keys("S-TAB S-TAB"))
    #expect(model.shownWalk?.focus != .fields)
  }

  @Test func theAuthorsPictureGoesToTheLeftAbove() throws {
    var model = try model("→ 2 TAB", Fixture.tour.get())
    let stop = try #require(model.shownWalk?.lesson?.stops.firstIndex { $0.view == "ladder" })
    for _ in 0..<60 where model.shownWalk?.stop != stop { try model.press(keys("0 →")) }
    #expect(model.shownWalk?.stop == stop)
    #expect(try arranged(model)[0] == "ladder")
  }

  @Test func zMakesOnePaneTheWholeScreenAndDigitsLeaveIt() throws {
    for size in [(80, 24), (200, 60)] {
      var model = try model("] z", width: size.0, height: size.1)
      #expect(model.shownWalk?.zoom == .fields)
      try model.press(keys("4"))
      #expect(model.shownWalk?.zoom == nil && view(model).text.contains("[4 Tables]"), "\(size)")
    }
    let model = try model("] 2 z")
    #expect(model.shownWalk?.zoom == .picture && !view(model).text.contains("1 Stack ─"))
  }

  @Test func aClickMeansWhatStandsThere() throws {
    var model = try model("] ] ] ] ] ]")
    let layout = WalkLayout(model.size)
    let canvas = view(model)
    // A row of the ladder, in a place without the focus.
    let line = try #require(
      (layout.places[2].y..<layout.places[2].endY).first { y in
        ClickTarget(canvas[Point(x: layout.places[2].x + 10, y: y)].identity).map { target in
          if case .pictureRow(1) = target { true } else { false }
        } ?? false
      })
    let point = Point(x: layout.places[2].x + 10, y: line)
    _ = model.click(at: point)
    #expect(model.shownWalk?.picture.picture == .ladder && model.shownWalk?.picture.row == 1)
    let before = try #require(model.shownWalk?.moment)
    _ = model.click(at: point)
    #expect(model.shownWalk?.moment != before, "a second click is Enter")
  }

  @Test func itIsTakenUpAsItWas() throws {
    let model = try model("] ] ] 2 6 ↓")
    let walk = try #require(model.shownWalk)
    var next = try Fixture.home.get()
    next.restore(try #require(walk.place(at: 0)))
    next.onboarding = walk.onboarding
    #expect(view(Fixture.model(next, width: 200, height: 60)) == view(model))
  }

  @Test(arguments: Language.allCases) func thePlacesByTheirTitles(_ language: Language) throws {
    let canvas = view(try model("] ] ] ] ] ]", nil, language))
    let layout = WalkLayout(canvas.size)
    let titles = layout.places.map { rect in
      String(canvas.lines[rect.y].prefixColumns(rect.endX - 1).dropColumns(rect.x + 3)).prefix { $0 != "═" }
        .split(separator: "─").first.map { $0.trimmingBlanks } ?? ""
    }
    let names = Picture.places.map { "\($0.digit) \($0.title[language])" }
    #expect(titles[0].hasPrefix("[\(names[0])]"))
    #expect(Array(titles.dropFirst()) == Array(names.dropFirst()))
    #expect(canvas.lines.allSatisfy { $0.displayWidth <= 200 })
    canvas.expectWholeEdges("200x60 \(language.rawValue)")
    canvas.expectASCIIForm("200x60 \(language.rawValue)")
  }
}

extension String {
  /// What stands before a column, and from one on.
  fileprivate func prefixColumns(_ columns: Int) -> String {
    var text = ""
    for character in self {
      if (text + String(character)).displayWidth > columns { break }
      text.append(character)
    }
    return text
  }

  fileprivate func dropColumns(_ columns: Int) -> String { String(dropFirst(prefixColumns(columns).count)) }
}

extension Substring {
  fileprivate var trimmingBlanks: String { String(self).trimmed }
}
