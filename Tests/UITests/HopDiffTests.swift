import Analysis
import Documents
import Networking
import Terminal
import Testing

@testable import UI

@Suite struct HopDiffTests {
  /// Moments at which a frame is put on a cable that came over another one before.
  private func hops() throws -> [(WalkScreen, HopDiff)] {
    let walk = try Fixture.home.get()
    return try walk.recording.timeline.transmissions.compactMap { transmission in
      let there = try walkAtFrame(transmission.number, of: walk)
      return there.hop.map { (there, $0) }
    }
  }

  /// What a device has made itself has not come in.
  @Test func withinADeviceNothingIsSaidToComeIn() throws {
    let quiet = try Fixture.loader.open(.network("home"))
    let typed = "p i n g SPACE l a p t o p SPACE w e b ENTER : c u t SPACE i s p SPACE c o r e ENTER"
    var model = Fixture.model(quiet)
    try model.press(keys("ESC : \(typed) → → → → → v TAB"))
    let walk = try #require(model.shownWalk)
    #expect(walk.hop?.changes.isEmpty == true && !walk.scene.isFrame)
    let screen = view(model).text
    #expect(screen.contains("the bytes are the same as before") && !screen.contains("as it came in"))
  }

  @Test func everyByteThatDiffersIsInAListedFieldAndNoOther() throws {
    var routers = 0
    for (walk, diff) in try hops() {
      let label = "frame \(diff.after.number)"
      #expect(!diff.changes.contains { $0.isLayer }, "\(label)")
      for index in diff.after.layers.indices {
        let path = diff.after.path(ofLayer: index)
        let old = try #require(diff.before.index(of: path))
        let (a, b) = (diff.before.layers[old].bytes, diff.after.layers[index].bytes)
        #expect(a.count == b.count)
        var different: Set<Int> = []
        for offset in 0..<min(a.count, b.count)
        where diff.before.bytes(of: diff.before.layers[old].source)[a.lowerBound + offset]
          != diff.after.bytes(of: diff.after.layers[index].source)[b.lowerBound + offset]
        {
          different.insert(b.lowerBound + offset)
        }
        var listed: Set<Int> = []
        for change in diff.changes where change.layer == path {
          let bytes = Set(diff.after.node(try #require(change.after)).bytes)
          #expect(!bytes.isDisjoint(with: different), "\(label): \(diff.name(change))")
          listed.formUnion(bytes)
        }
        #expect(different.isSubset(of: listed), "\(label) \(path.name)")
      }
      guard diff.after.header(IPv4.self) != nil, !diff.changes.isEmpty else { continue }
      routers += 1
      #expect(diff.changes.map(diff.name) == ["eth.dst", "eth.src", "ip.ttl", "ip.checksum"], "\(label)")
      let texts = HopNarration(diff: diff, context: walk.panelContext())
      for change in diff.changes { #expect(!texts.rule(change).isEmpty, "\(label): \(diff.name(change))") }
    }
    #expect(routers > 3)
  }

  private func model(_ way: String, _ language: Language = .en, _ size: (Int, Int) = (80, 24)) throws -> Model
  {
    let (walk, _) = try #require(try hops().first { !$0.1.changes.isEmpty })
    var model = Fixture.model(walk, language, width: size.0, height: size.1)
    try model.press(keys(way))
    return model
  }

  @Test(arguments: [(80, 22), (80, 24), (120, 40), (200, 60)])
  func bothRowsStandOverEachOther(_ size: (Int, Int)) throws {
    let text = view(try model("v ↓ ↓", .en, size)).text
    #expect(text.contains(" 40 00 [40]11 72 e2"))
    #expect(text.contains(" 40 00 [3f]11 73 e2"))
    #expect(text.contains("~~    ~~"))
    #expect(text.contains("ip.ttl"))
    #expect(text.contains("64 → 63"))
    #expect(text.contains("One less than it came in with. Each router takes one"))
  }

  /// The rule of the selected change stands there to its end, those of the others in whole sentences.
  @Test(arguments: Language.allCases, [(80, 24), (120, 40)])
  func noRuleIsCutOff(_ language: Language, _ size: (Int, Int)) throws {
    for count in 0..<4 {
      let model = try model("v" + String(repeating: " ↓", count: count), language, size)
      let walk = try #require(model.shownWalk)
      let diff = try #require(walk.panelContext().hop)
      let texts = HopNarration(diff: diff, context: walk.panelContext(language))
      let lines = view(model).text.split(separator: "\n").map(String.init)
      let panel = lines[(lines.firstIndex { $0.contains("~\(diff.name(diff.changes[0]))") } ?? 0)...]
      let words = { (text: String) in text.filter { $0.isLetter || $0.isNumber } }
      #expect(words(panel.joined()).contains(words(texts.rule(diff.changes[count]))), "\(count)")
      #expect(!panel.prefix(4).contains { $0.contains("…│") }, "\(count)")
    }
  }

  @Test func enterSelectsTheChange() throws {
    let walk = try #require(try model("v ↓ ↓ ENTER").shownWalk)
    #expect(walk.panel.mode == .words)
    let place = try #require(walk.selectedPlace)
    #expect(walk.scene.unit?.node(place).field.name == "ip.ttl")
  }

  @Test func escapeShowsWhatWasThere() throws {
    #expect(view(try model("↓ v ↓ ↓ ESC")).text == view(try model("↓")).text)
    #expect(view(try model("↓ v v")).text == view(try model("↓")).text)
  }

  @Test func withoutAHopBeforeItSaysSo() throws {
    var model = Fixture.model(try walkAtFrame(7, of: try Fixture.home.get()))
    try model.press(keys("v"))
    #expect(view(model).text.contains("no earlier hop to compare with"))
    #expect(model.shownWalk?.panel.mode == .words)
  }

  @Test func bothStayOpenOnTheWalkWhileThereIsSomethingToShow() throws {
    var model = try model("v")
    for _ in 0..<60 {
      try model.press(keys("]"))
      let walk = try #require(model.shownWalk)
      if case .hop = walk.panel.mode { #expect(walk.hop != nil) }
      _ = view(model)
    }
  }
}
