import Analysis
import Testing

@testable import UI

/// Where a what-if is drawn, and what a why leaves selected.
@Suite struct WhatIfPlaceTests {
  @Test(arguments: [("x", "✗"), ("d 5 ENTER", "d")])
  func whatIsDoneToAFrameStandsInItsCable(_ key: String, _ sign: String) throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] ] ] ] ] ] ] ]"))
    let frame = try #require(model.shownWalk?.scene.moment.frame)
    let before = try #require(model.shownWalk?.scene.crossing)
    try model.press(keys(key))
    let scene = try #require(model.shownWalk?.scene)
    #expect(scene.cableEvent != nil && scene.moment.frame == frame)
    #expect(scene.crossing == before && scene.holder == before.from)
    let row = try #require(view(model).lines.first { $0.contains(">Physical") })
    #expect(row.contains("}\(sign)[") || row.contains("]\(sign){"), "\(row)")
  }

  @Test(arguments: ["w ↓ ↓ ESC", "w TAB ESC", "w ↓ TAB ESC", "w ↓ w"])
  func aWhyGivesBackTheSelectedField(_ way: String) throws {
    var model = Fixture.model(try Fixture.home.get())
    try model.press(keys("] ] ] ] ] ] ↓ ↓ ↓ ↓"))
    let before = try #require(model.shownWalk?.inspector.selection)
    try model.press(keys(way))
    #expect(model.shownWalk?.inspector.selection == before)
    #expect(model.shownWalk?.panel.mode == .words)
  }
}
